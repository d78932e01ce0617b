//! What somebody would not say, as the article tells it: "did not immediately respond on Friday".
//!
//! **Invariant:** it is the outlet's word that it was not said, never a claim; a time in what was asked ("declined to say
//! when in May") does not date the silence.
//! Start at [`tell`].

use super::saying::Saying;
use super::{Page, Spoken, dates, undated};
use crate::annotate::{Event, Quotation, Speech, Status, Time, Voice};
use crate::evidence::Evidence;
use crate::order::Order as _;
use crate::span::Span;

/// The quotations that say what was not said.
pub(super) fn silences(quotations: &[Quotation]) -> Vec<&Quotation> {
    quotations.iter().filter(|q| q.speech == Speech::Withheld && q.cue.is_some()).collect()
}

/// Those of `silences`, in text order, that stand in `sentence`.
pub(super) fn within<'a>(silences: &'a [&'a Quotation], sentence: Span) -> &'a [&'a Quotation] {
    let from = silences.partition_point(|q| q.span.start < sentence.start);
    let rest = silences.get(from..).unwrap_or_default();
    rest.get(..rest.partition_point(|q| q.span.start < sentence.end)).unwrap_or_default()
}

/// The events of the silences `here` of `sentence`, added to `events`; `sayings` are those whose cue it holds.
pub(super) fn tell(
    page: &Page,
    sentence: &Spoken,
    here: &[&Quotation],
    sayings: &[&Saying],
    events: &mut Vec<Event>,
) {
    for silence in here {
        let own = time(page, sentence, silence);
        let mention = silence.speaker.as_ref().and_then(|s| s.mention);
        let shared = own.is_none().then(|| sayings.iter().find(|s| is_same(s, silence))).flatten();
        let index = own.or(shared.and_then(|s| s.time));
        let time = index.and_then(|i| page.times.get(i as usize));
        let mut evidence = Evidence::rule("said-nothing", 85);
        if let Some(time) = time.filter(|_| own.is_none()) {
            evidence =
                Evidence::rule("said-nothing-then", 70).from("saying", time.value.clone(), vec![time.span]);
        }
        let mut participants: Vec<u32> = page.mentions_in(silence.span).map(|(i, _)| i).collect();
        participants.extend(mention);
        participants.order();
        participants.dedup();
        events.push(Event {
            clause: silence.span,
            when: time.and_then(|t| t.when),
            time: index,
            undated: undated(time),
            participants,
            ..Event::new(sentence.span, Status::Withheld, Voice::OUTLET, evidence)
        });
    }
}

/// The time in the clause of `silence` that dates it, an index into the times.
pub(super) fn time(page: &Page, sentence: &Spoken, silence: &Quotation) -> Option<u32> {
    let cue = silence.cue?;
    let asked = |t: &Time| {
        let between = Span { start: cue.end.min(t.span.start), end: t.span.start };
        let (from, upto) = sentence.place(between);
        let from = if between.is_empty() { upto } else { from };
        sentence.tokens.get(from..upto).unwrap_or_default().iter().any(|w| {
            matches!(
                w.low.as_str(),
                "when"
                    | "whether"
                    | "if"
                    | "what"
                    | "how"
                    | "that"
                    | "who"
                    | "where"
                    | "which"
                    | "why"
                    | "about"
                    | "after"
            ) || w.is_quote()
        })
    };
    let fits =
        |t: &Time| dates(t) && sentence.bound(t.span).is_none() && !asked(t) && t.value != "FUTURE_REF";
    page.times_in(silence.span).find(|(_, t)| fits(t)).map(|(index, _)| index)
}

/// Whether one person says and withholds.
fn is_same(saying: &Saying, silence: &Quotation) -> bool {
    let (Some(a), Some(b)) = (&saying.speaker, &silence.speaker) else { return false };
    saying.time.is_some() && (a.span == b.span || a.mention.is_some() && a.mention == b.mention)
}
