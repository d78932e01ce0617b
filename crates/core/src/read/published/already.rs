//! "She left on Thursday. He had already resigned this week": what the past perfect puts before a weekday, and into the
//! week of the publication, tells that both lie in one week or that the weekday came later.
//!
//! **Invariant:** only days are left out that cannot be: on them this week would begin after that weekday.
//! Start at [`last_day`].

use jiff::civil::{Date, Weekday};

use super::infer;
use crate::civil::plus_days;
use crate::fold;
use crate::read::{Block, BlockKind, Sentence};
use crate::span::Span;

/// How many sentences back the weekday may stand.
const NEAR: usize = 3;

/// The last day from `first` to `last` on which the text may have been published, with the passages that leave out
/// those after it; `None` where nothing does.
pub(super) fn last_day(
    text: &str,
    blocks: &[Block],
    sentences: &[Sentence],
    first: Date,
    last: Date,
) -> Option<(Date, Vec<Span>)> {
    let mut told: Option<(usize, Weekday, Span)> = None;
    for (index, sentence) in sentences.iter().enumerate() {
        if blocks.get(sentence.block as usize).is_none_or(|b| b.kind != BlockKind::Paragraph) {
            continue;
        }
        let near = told.filter(|(at, ..)| index - at <= NEAR);
        if let Some((_, weekday, span)) = near
            && let Some(week) = this_week(sentence.span.of(text))
        {
            let fits = |day: &Date| begins(*day).zip(latest(*day, weekday)).is_some_and(|(a, b)| a < b);
            let days = (0..7).filter_map(|n| plus_days(first, n)).take_while(|day| *day <= last);
            let kept = days.filter(fits).max().filter(|day| *day < last)?;
            return Some((kept, vec![span, infer::shift(week, sentence.span)]));
        }
        if let Some((weekday, span)) = infer::bare_past(text, sentence.span).last() {
            told = Some((index, *weekday, *span));
        }
    }
    None
}

/// Where `line` says "this week" of what had already been, in no one's quoted words.
fn this_week(line: &str) -> Option<Span> {
    let words: Vec<_> = fold::words(line).collect();
    let word = |at: usize| words.get(at).map_or("", |(_, word)| word.as_ref());
    let had = (0..words.len()).find(|at| word(*at) == "had" && word(at + 1) == "already")?;
    let this = (had..words.len().min(had + 20)).find(|at| word(*at) == "this" && word(at + 1) == "week")?;
    let span = words.get(this)?.0.join(words.get(this + 1)?.0);
    let between = line.get(words.get(had)?.0.start as usize..span.start as usize)?;
    (!between.contains(['“', '”', '"', ';'])).then_some(span)
}

/// The Monday of the week of `day`.
fn begins(day: Date) -> Option<Date> {
    plus_days(day, -i64::from(day.weekday().to_monday_zero_offset()))
}

/// The last `weekday` up to `day`.
fn latest(day: Date, weekday: Weekday) -> Option<Date> {
    plus_days(day, -i64::from(day.weekday().since(weekday)))
}

#[cfg(test)]
mod tests {
    use crate::read::read;

    /// The last day of publication of a story whose picture is of Thursday 22 January 2026, with the paragraph `told`.
    fn last(told: &str) -> String {
        let text = format!(
            "Envoys end two days of talks in Geneva\nPeople stand in the rain in Geneva, Switzerland, January 22, 2026\n\n\
             The talks in Geneva ended on Thursday, and it was the third round of them.\n\n{told}\n"
        );
        let when = read("a.txt", text.as_bytes()).published.when;
        when.and_then(|w| w.interval.last_day()).map_or(String::new(), |day| day.to_string())
    }

    #[test]
    fn what_had_already_been_this_week_is_of_the_week_of_what_followed() {
        let after = |told: &str| last(&format!("Anna Berg left the city on Thursday. {told}"));
        assert_eq!(after("She was late."), "2026-01-28");
        assert_eq!(after("The plan had already drawn criticism this week from the port."), "2026-01-25");
        assert_eq!(after("She was late.\n\nThe plan had already drawn criticism this week."), "2026-01-25");
        assert_eq!(after("The plan has already drawn criticism this week from the port."), "2026-01-28");
        assert_eq!(after("The plan had drawn criticism, and it is debated this week."), "2026-01-28");
        assert_eq!(after("The plan had already been called “dead this week” by the port."), "2026-01-28");
        let far =
            "He was late. She was early. They were on time. The plan had already drawn criticism this week.";
        assert_eq!(after(far), "2026-01-28");
    }

    #[test]
    fn a_weekday_on_which_the_week_begins_has_nothing_of_it_before() {
        let told = "Anna Berg left the city on Monday. The plan had already drawn criticism this week.";
        assert_eq!(last(told), "2026-01-28");
    }
}
