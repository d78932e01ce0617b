//! Why words are taken to be somebody's, a number to be a figure, and another outlet to be the origin.
//!
//! **Invariant:** like every explanation it ends with the rule's reason, and says how sure it is where it is not.
//! Start at [`quotation`], [`figure`] and [`credit`].

use super::{Explanation, evidence, line, quoted};
use crate::annotate::{Credit, CreditKind, Figure, Quotation, Speech};
use crate::corpus::Article;
use crate::corpus::pack::{Opened, Pack};
use crate::engine::row::undated_reason;
use crate::engine::row::words::{free, given};
use crate::engine::{amount, voice};
use crate::explore::{measured, said};
use crate::layout::date_text;

/// Who speaks in `quotation` of article `index`, to whom, through what, when, and why that is believed.
pub fn quotation(pack: &Pack, opened: &Opened, quotation: &Quotation) -> Explanation {
    let article = &opened.article;
    let who = quotation.speaker.as_ref().map(|s| voice::speaker(pack, opened, s));
    let unknown = || "somebody whom the text does not tell".to_owned();
    let is = match quotation.speech {
        Speech::Direct => format!("are words of {}", who.unwrap_or_else(unknown)),
        Speech::Reported => format!("is what {} says, in the article’s words", who.unwrap_or_else(unknown)),
        Speech::Withheld => given(pack, opened, quotation),
        Speech::Scare => "are words that the article keeps at a distance".to_owned(),
    };
    let words = if quotation.speech == Speech::Withheld { "" } else { short(article, quotation) };
    let mut lines = Vec::new();
    let speaker = quotation.speaker.as_ref().map(|s| s.span.of(&article.document.text));
    lines.extend(speaker.map(|words| line("Given as", quoted(words))));
    lines.extend(quotation.cue.map(|cue| line("By the words", quoted(cue.of(&article.document.text)))));
    let to = quotation.addressee.map(|to| voice::addressee(pack, opened, &to));
    lines.extend(to.map(|to| line("Said to", to)));
    let medium = quotation.medium.map(|medium| quoted(medium.of(&article.document.text)));
    lines.extend(medium.map(|medium| line("How", medium)));
    if matches!(quotation.speech, Speech::Direct | Speech::Withheld) {
        let when = said(article, quotation)
            .map_or_else(|why| undated_reason(why).to_owned(), |w| date_text::long(&w));
        lines.push(line("When", when));
    }
    lines.extend(free(article, quotation).map(|free| line("Embargo", free)));
    lines.extend(evidence(article, &quotation.evidence));
    Explanation { words: words.to_owned(), is, lines }
}

/// The first words of a quotation without its marks, enough to know it by.
fn short<'a>(article: &'a Article, quotation: &Quotation) -> &'a str {
    let words = quotation.span.of(&article.document.text);
    let words = words.trim_matches(|c: char| "“”\"„«»‘’,.".contains(c));
    let end = words.match_indices(char::is_whitespace).nth(5).map_or(words.len(), |(at, _)| at);
    words.get(..end).unwrap_or(words)
}

/// What `figure` of article `index` says, whose it is, when it held, and why it is one.
pub fn figure(pack: &Pack, opened: &Opened, figure: &Figure) -> Explanation {
    let article = &opened.article;
    let text = &article.document.text;
    let event = figure.event.and_then(|event| opened.event(event));
    let mut lines = vec![line("According to", voice::of(pack, opened, &figure.voice))];
    lines.extend(event.map(|event| line("Told as", voice::tag(pack, opened, event, true).text)));
    let when =
        measured(article, figure).map_or_else(|why| undated_reason(why).to_owned(), |w| date_text::long(&w));
    lines.push(line("When", when));
    lines.extend(evidence(article, &figure.evidence));
    let is = format!("is {}", amount::words(text, figure));
    Explanation { words: figure.span.of(text).to_owned(), is, lines }
}

/// Where `credit` says that `article` has something from.
pub fn credit(article: &Article, credit: &Credit) -> Explanation {
    let text = &article.document.text;
    let origin = credit.origin.of(text);
    let is = match credit.kind {
        CreditKind::Report => format!("says that this was reported by {origin}"),
        CreditKind::Interview => format!("says that this was told to {origin}"),
        CreditKind::Article => format!("says that the article is from {origin}"),
        CreditKind::Picture => format!("says that the picture is from {origin}"),
    };
    Explanation { words: credit.span.of(text).to_owned(), is, lines: evidence(article, &credit.evidence) }
}
