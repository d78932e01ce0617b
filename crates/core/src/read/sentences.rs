//! Sentences: where one ends, inside one block.
//!
//! **Invariant:** no sentence ends inside quotation marks, after an abbreviation, an initial or inside a number; the
//! white space between sentences belongs to none, everything else of the block to exactly one.
//! Start at [`of_blocks`] and [`sentences`]; the words that end in a full stop are in [`abbreviations`].

use super::{Block, BlockKind, Sentence, features, wire};
use crate::span::Span;

mod abbreviations;
mod items;
mod quoted;
#[cfg(test)]
mod rules;

use abbreviations::{Stop, stop_of};

/// The sentences of `blocks`, which are those of `text`.
pub(super) fn of_blocks(text: &str, blocks: &[Block]) -> Vec<Sentence> {
    let mut found = Vec::new();
    for (at, block) in blocks.iter().enumerate().filter(|(_, b)| b.kind != BlockKind::Metadata) {
        let line = block.span.of(text);
        let mut mark = line.len() - features::strip_mark(line).len();
        if block.kind == BlockKind::Paragraph {
            // Where and when a dispatch was filed is no part of what its first sentence says.
            mark = mark.max(wire::dateline(line).unwrap_or(0));
        }
        let start = block.span.start + mark as u32;
        // A credit is no part of what the caption says.
        let end = block.credit.map_or(block.span.end, |credit| credit.start);
        let next = blocks.get(at + 1).map_or("", |b| b.span.of(text));
        let goes_on = next.starts_with(['“', '"', '«', '„']);
        let spans = sentences(text, Span { start, end: end.max(start) }, goes_on);
        found.extend(spans.into_iter().map(|span| Sentence { span, block: at as u32 }));
    }
    found
}

/// The sentences of the part `span` of `text`. `goes_on` says that the next paragraph opens with a quotation mark, so
/// that a quotation left open here goes on there.
pub(super) fn sentences(text: &str, span: Span, goes_on: bool) -> Vec<Span> {
    let source = span.of(text);
    let quoted = quoted::quoted(source, goes_on);
    let mut quotations = quoted.iter().peekable();
    let items = items::items(source);
    let mut items = items.iter().peekable();
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = source.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if let Some(item) = items.next_if(|item| item.start as usize <= at) {
            push(&mut found, source, start, item.start as usize);
            start = item.start as usize;
            while chars.next_if(|(at, _)| *at < item.end as usize).is_some() {}
            continue;
        }
        if !is_stop(c) {
            continue;
        }
        let mut end = at + c.len_utf8();
        loop {
            while let Some((at, c)) = chars.next_if(|(_, c)| is_stop(*c) || is_closer(*c)) {
                end = at + c.len_utf8();
            }
            // ". . ." is one mark.
            let goes_on =
                source.get(end..).is_some_and(|rest| rest.starts_with(" .") || rest.starts_with("\u{a0}."));
            if !goes_on || chars.next().is_none() {
                break;
            }
        }
        while quotations.next_if(|q| q.end as usize <= at).is_some() {}
        let in_quotation = quotations.peek().is_some_and(|q| q.start as usize <= at && end < q.end as usize);
        if !in_quotation && ends_at(source, start, at, end) {
            push(&mut found, source, start, end);
            start = end;
        }
    }
    push(&mut found, source, start, source.len());
    found.into_iter().map(|s| Span { start: s.start + span.start, end: s.end + span.start }).collect()
}

fn push(found: &mut Vec<Span>, source: &str, start: usize, end: usize) {
    let span = Span::new(start, end).trim(source);
    if span.of(source).contains(char::is_alphanumeric) {
        found.push(span);
    } else if let Some(last) = found.last_mut().filter(|_| !span.is_empty()) {
        *last = last.join(span);
    }
}

/// Whether the sentence that began at `start` ends with the stop at `at`, whose closing marks reach to `end`.
fn ends_at(source: &str, start: usize, at: usize, end: usize) -> bool {
    let (before, stop, after) = (
        source.get(start..at).unwrap_or(""),
        source.get(at..end).unwrap_or(""),
        source.get(end..).unwrap_or(""),
    );
    let next = after.trim_start();
    if next.is_empty() || after.len() == next.len() && !is_glued(before, stop, next) {
        return false;
    }
    if before.ends_with(['°', 'º']) && next.starts_with(|c: char| c.is_ascii_digit()) || is_reference(next)
    {
        return false;
    }
    let mut word = next.trim_start_matches(|c: char| is_opener(c) || matches!(c, '*' | '#'));
    let opens = word.len() < next.len();
    word = word.get(..word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len())).unwrap_or("");
    let starts_large = word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    if !starts_large && (!opens || word.starts_with(char::is_lowercase)) {
        return false;
    }
    if stop.ends_with(is_quote) && is_attribution(next, stop.starts_with('.')) {
        return false;
    }
    if stop == "." {
        return match stop_of(before, word) {
            Stop::Never => false,
            Stop::Perhaps => {
                // "At 5 a.m. Ms. Holm opened the lock": what stands before is no sentence yet.
                let is_whole = || before.split_whitespace().nth(4).is_some();
                opens || abbreviations::opens_sentence(word) || abbreviations::is_title(word) && is_whole()
            }
            Stop::Full => true,
        };
    }
    // " ... " in the middle of a sentence stands apart from the word before it.
    !(matches!(stop, "..." | "…" | ". . .") && before.ends_with(char::is_whitespace))
}

/// Whether a sentence begins directly behind a stop, its space lost: `It is here.Today is Friday`.
fn is_glued(before: &str, stop: &str, next: &str) -> bool {
    let mut letters = next.chars();
    let opens =
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
    let token = before.rsplit(char::is_whitespace).next().unwrap_or("");
    let word = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let is_address =
        token.contains(['@', '/']) || next.split_whitespace().next().is_some_and(|t| t.contains(['@', '/']));
    let is_name = ["com", "net", "org", "js", "io"].iter().any(|e| word.eq_ignore_ascii_case(e));
    let closes = before.chars().next_back().is_some_and(|c| c.is_lowercase() || c.is_ascii_digit());
    opens
        && closes
        && matches!(stop, "." | "!" | "?")
        && !is_address
        && !is_name
        && token.chars().nth(1).is_some()
}

/// Whether a reference to a page follows, which belongs to the quotation before it: `(Brandt 55).`
fn is_reference(next: &str) -> bool {
    let Some((inside, after)) = next.strip_prefix('(').and_then(|rest| rest.split_once(')')) else {
        return false;
    };
    inside.len() <= 40 && inside.ends_with(|c: char| c.is_ascii_digit()) && after.starts_with('.')
}

/// Whether the text goes on with "Trump said": the quotation before it is part of that sentence. After a full stop
/// (`strict`) the verb must end the clause, for "He said nothing" begins a new one.
fn is_attribution(next: &str, strict: bool) -> bool {
    let mut words = next.split_whitespace().take(7);
    let Some(first) = words.next() else { return false };
    if first.ends_with(is_stop) || first.starts_with(is_opener) {
        return false;
    }
    for word in words {
        let bare = word.trim_end_matches([',', '.', ':', ';']);
        if super::words::is_saying(bare) {
            return !strict || word.len() > bare.len();
        }
        if !bare.starts_with(char::is_uppercase) || word.len() > bare.len() {
            return false;
        }
    }
    false
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…')
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '”' | '’' | '\'' | '»')
}

fn is_closer(c: char) -> bool {
    is_quote(c) || matches!(c, ')' | ']')
}

fn is_opener(c: char) -> bool {
    matches!(c, '"' | '“' | '‘' | '\'' | '«' | '(' | '[' | '„')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> =
            sentences(text, Span::new(0, text.len()), false).iter().map(|s| s.of(text)).collect();
        assert_eq!(found, expected);
    }

    fn whole(text: &str) {
        check(text, &[text]);
    }

    #[test]
    fn a_full_stop_and_a_capital_part_two_sentences() {
        check("He left. She stayed! Why? No one knew…", &["He left.", "She stayed!", "Why?", "No one knew…"]);
        check("It fell 3.5 percent. In 2022. 40 died.", &["It fell 3.5 percent.", "In 2022.", "40 died."]);
        check("He said\u{a0}so.\u{a0}\u{a0}She left.\u{a0}", &["He said\u{a0}so.", "She left."]);
    }

    #[test]
    fn abbreviations_and_initials_do_not_end_a_sentence() {
        whole("Mr. Trump met the U.S. president and Gen. J. K. Smith Jr. in St. Petersburg on Feb. 7.");
        whole("Washington, D.C. — Former U.S. President Trump says so.");
        whole("It starts at 7 p.m. Kyiv time, e.g. in No. 10.");
        check("He went to the U.S. The talks failed.", &["He went to the U.S.", "The talks failed."]);
        check("It ended at 7 p.m. He left.", &["It ended at 7 p.m.", "He left."]);
    }

    #[test]
    fn quotations_of_several_sentences_stay_whole() {
        whole("“They've proposed it. Our president is open to it,” Leavitt told reporters.");
        whole("“Pressure works. It does,” he said, “so far.”");
        check(
            "“A good day. Done,” he wrote. “We will go!”",
            &["“A good day. Done,” he wrote.", "“We will go!”"],
        );
        check("He said: “Go. Now.” Then he left.", &["He said: “Go. Now.”", "Then he left."]);
        whole("\"Is it so?\" Trump asked.");
        whole("“It is over.” Zelenskyy said.");
        check("“It is over.” Nobody believed it.", &["“It is over.”", "Nobody believed it."]);
    }

    #[test]
    fn apostrophes_do_not_open_quotations() {
        check("The soldiers’ homes burned. It’s over.", &["The soldiers’ homes burned.", "It’s over."]);
        check("Since the ’90s. He ’d go.", &["Since the ’90s.", "He ’d go."]);
    }

    #[test]
    fn dots_inside_a_sentence_do_not_end_it() {
        whole("He waited ... Trump did not come to aljazeera.com or X.Org.");
        whole("It rose (see p. 4) and fell.");
        check("He stopped... The talks went on.", &["He stopped...", "The talks went on."]);
    }

    #[test]
    fn a_quotation_that_goes_on_in_the_next_paragraph_is_not_parted() {
        let text = "He said: “First. Second.";
        assert_eq!(sentences(text, Span::new(0, text.len()), true).len(), 1);
        assert_eq!(sentences(text, Span::new(0, text.len()), false).len(), 2);
        whole("“First. Second. Third.");
    }
}
