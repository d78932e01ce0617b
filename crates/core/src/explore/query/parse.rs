//! Typed text into a [`Query`].
//!
//! **Invariant:** parsing never fails; what looks like a field and cannot be read as one is searched as words, and a
//! [`Hint`] says so.
//! All kinds of double quotation marks are alike; inside them a backslash takes away the meaning of a quotation mark
//! or of a backslash. Start at [`parse`].

use jiff::civil::Date;

use super::{Hint, NameTerm, Query, Scope, TextTerm, ValueTerm};
use crate::annotate::NameKind;
use crate::civil::Interval;
use crate::fold;
use crate::span::Span;

/// The query in `text`, and what in it was not taken the way it looks.
pub(super) fn parse(text: &str) -> (Query, Vec<Hint>) {
    let mut query = Query::default();
    let mut hints = Vec::new();
    let mut at = 0;
    while let Some(term) = next(text, at) {
        at = term.span.end as usize;
        if let Some(what) = take(&term, &mut query) {
            hints.push(Hint { span: term.span, what });
        }
    }
    if let Some((from, to)) = query.from.zip(query.to).filter(|(from, to)| from > to) {
        let what =
            format!("expected a first day before the last, found {from} and {to}: nothing is in between");
        hints.push(Hint { span: Span::new(0, text.len()).trim(text), what });
    }
    (query, hints)
}

/// Whether `c` opens and closes a phrase.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»')
}

/// The days of `value`: `2026-02-07`, `2026-02` or `2026`.
pub(super) fn days(value: &str) -> Option<(Date, Date)> {
    let digits = |part: &str, length: usize| {
        (part.len() == length && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse::<i16>().ok())?
    };
    let mut parts = value.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = parts.next().map(|m| digits(m, 2));
    let day = parts.next().map(|d| digits(d, 2));
    if parts.next().is_some() {
        return None;
    }
    let whole = match (month, day) {
        (None, _) => Interval::year(year)?,
        (Some(month), None) => Interval::month(year, i8::try_from(month?).ok()?)?,
        (Some(month), Some(day)) => {
            Interval::day(Date::new(year, i8::try_from(month?).ok()?, i8::try_from(day?).ok()?).ok()?)
        }
    };
    whole.first_day().zip(whole.last_day())
}

/// One term as it stands in the text.
struct Term {
    span: Span,
    excluded: bool,
    /// The field's name in lower case, if the term has the shape of a field.
    field: Option<String>,
    /// The value without its quotation marks; for a word the word.
    value: String,
    quoted: bool,
    closed: bool,
    /// The term as typed, without the leading minus.
    raw: String,
}

fn next(text: &str, from: usize) -> Option<Term> {
    let rest = text.get(from..)?;
    let start = from + (rest.len() - rest.trim_start().len());
    let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
    let body = rest.strip_prefix('-').unwrap_or(rest);
    let excluded = body.len() < rest.len();
    let (field, value) = match field(body) {
        Some((field, value)) => (Some(field.to_ascii_lowercase()), value),
        None => (None, body),
    };
    let (read, closed, used) = if value.starts_with(is_quote) { quoted(value) } else { bare(value) };
    let raw = &body[..body.len() - value.len() + used];
    Some(Term {
        span: Span::new(start, start + usize::from(excluded) + raw.len()),
        excluded,
        field,
        value: read.trim().to_owned(),
        quoted: value.starts_with(is_quote),
        closed,
        raw: raw.to_owned(),
    })
}

/// The field's name and what follows its colon.
fn field(body: &str) -> Option<(&str, &str)> {
    let (name, value) = body.split_once(':')?;
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphabetic());
    is_name.then_some((name, value))
}

/// The value in quotation marks at the start of `text`, whether it is closed, and the bytes it takes.
fn quoted(text: &str) -> (String, bool, usize) {
    let mut value = String::new();
    let mut chars = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        if is_quote(c) {
            return (value, true, at + c.len_utf8());
        }
        match chars.peek() {
            Some(&(_, escaped)) if c == '\\' && (is_quote(escaped) || escaped == '\\') => {
                value.push(escaped);
                chars.next();
            }
            _ => value.push(c),
        }
    }
    (value, false, text.len())
}

/// The run at the start of `text` up to white space or a quotation mark.
fn bare(text: &str) -> (String, bool, usize) {
    let end = text.find(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or(text.len());
    (text[..end].to_owned(), true, end)
}

/// Adds `term` to `query`; gives what to tell whoever typed it.
fn take(term: &Term, query: &mut Query) -> Option<String> {
    let Some(field) = term.field.as_deref() else {
        return text(term, &term.value, query).or_else(|| open(term));
    };
    if term.value.is_empty() && KNOWN.contains(&field) {
        return Some(format!("expected a value after `{field}:`, found none: left out"));
    }
    let excluded = term.excluded;
    let kind = match field {
        "person" => Some(NameKind::Person),
        "place" => Some(NameKind::Place),
        "org" | "organization" | "organisation" => Some(NameKind::Organization),
        "other" => Some(NameKind::Other),
        _ => None,
    };
    if let Some(kind) = kind {
        add(&mut query.names, NameTerm { kind, name: term.value.clone(), excluded });
        return open(term);
    }
    let values = match field {
        "publisher" | "source" => Some(&mut query.publishers),
        "author" => Some(&mut query.authors),
        _ => None,
    };
    if let Some(values) = values {
        add(values, ValueTerm { value: term.value.clone(), excluded });
        return open(term);
    }
    let read = match field {
        "after" | "since" | "before" | "until" | "on" | "in" => range(term, field, query),
        "undated" | "scope" => switch(term, field, query),
        _ => Err(format!("expected a field such as person: or after:, found `{field}:`: searched as text")),
    };
    match read {
        Ok(()) => open(term),
        Err(what) => text(term, &term.raw, query).or(Some(what)),
    }
}

const KNOWN: &[&str] = &[
    "after",
    "author",
    "before",
    "in",
    "on",
    "org",
    "organisation",
    "organization",
    "other",
    "person",
    "place",
    "publisher",
    "scope",
    "since",
    "source",
    "undated",
    "until",
];

fn open(term: &Term) -> Option<String> {
    (!term.closed).then(|| "expected a closing quotation mark, found the end: read up to the end".to_owned())
}

fn text(term: &Term, typed: &str, query: &mut Query) -> Option<String> {
    if fold::words(typed).next().is_none() {
        return Some(format!("expected a letter or digit, found `{}`: left out", term.raw));
    }
    // A field that could not be read keeps its quotation marks out of the text, so that it prints as one phrase.
    let as_typed = if term.field.is_some() { typed.replace(is_quote, " ") } else { typed.to_owned() };
    let phrase = term.quoted;
    let new = TextTerm { text: as_typed.trim().to_owned(), phrase, excluded: term.excluded };
    add(&mut query.text, new);
    None
}

/// Adds what is not there yet: saying a thing twice asks for nothing more.
fn add<T: PartialEq>(list: &mut Vec<T>, new: T) {
    if !list.contains(&new) {
        list.push(new);
    }
}

/// Several ranges are all asked for, so the later start and the earlier end hold.
fn range(term: &Term, field: &str, query: &mut Query) -> Result<(), String> {
    if term.excluded {
        return Err(format!("expected `{field}:` without a minus, found one: searched as text"));
    }
    let Some((first, last)) = days(&term.value) else {
        let found = &term.value;
        return Err(format!(
            "expected a day as 2026-02-07, a month as 2026-02 or a year, found `{found}`: searched as text"
        ));
    };
    if !matches!(field, "before" | "until") {
        query.from = Some(query.from.map_or(first, |from| from.max(first)));
    }
    if !matches!(field, "after" | "since") {
        query.to = Some(query.to.map_or(last, |to| to.min(last)));
    }
    Ok(())
}

fn switch(term: &Term, field: &str, query: &mut Query) -> Result<(), String> {
    match (field, term.value.to_ascii_lowercase().as_str()) {
        _ if term.excluded => {
            return Err(format!("expected `{field}:` without a minus, found one: searched as text"));
        }
        ("undated", "yes") => query.undated = true,
        ("undated", "no") => query.undated = false,
        ("scope", "article") => query.scope = Scope::Article,
        ("scope", "passage") => query.scope = Scope::Passage,
        ("undated", found) => return Err(format!("expected undated:yes, found `{found}`: searched as text")),
        (_, found) => return Err(format!("expected scope:article, found `{found}`: searched as text")),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, canonical: &str) {
        assert_eq!(Query::parse(typed).to_string(), canonical, "for {typed}");
    }

    #[test]
    fn every_kind_of_term_is_read_and_printed_in_one_order() {
        check("drones  Kyiv", "drones Kyiv");
        check("“more than 400” -oil", "\"more than 400\" -oil");
        check("person:“Steve Witkoff” war", "war person:\"Steve Witkoff\"");
        check("-place:Miami ORG:Reuters", "-place:Miami org:Reuters");
        check("publisher:dw author:\"A B\"", "publisher:dw author:\"A B\"");
        check("undated:yes scope:article", "undated:yes scope:article");
        check("undated:no scope:passage", "");
        check("war war", "war");
    }

    #[test]
    fn dates_are_inclusive_and_print_as_the_shortest_range() {
        check("after:2026-02-01 before:2026-02-28", "in:2026-02");
        check("on:2026-02-07", "on:2026-02-07");
        check("in:2026", "in:2026");
        check("after:2026-02", "after:2026-02-01");
        check("before:2026-02", "before:2026-02-28");
        check("in:2026 until:2026-02-05", "after:2026-01-01 before:2026-02-05");
    }

    #[test]
    fn what_is_no_field_is_searched_as_text() {
        for typed in
            ["after:soon", "in:2026-13", "https://example.com", "colour:red", "-in:2026", "scope:all"]
        {
            let (query, hints) = Query::parse_with_hints(typed);
            assert_eq!(query.to_string(), typed);
            assert_eq!((query.text.len(), hints.len()), (1, 1), "for {typed}");
        }
    }

    #[test]
    fn what_holds_nothing_to_search_for_is_left_out_with_a_hint() {
        for typed in ["-", "—", "\"\"", "person:", "after:", "person:\"\""] {
            let (query, hints) = Query::parse_with_hints(typed);
            assert!(query.is_empty(), "for {typed}");
            assert_eq!(hints.len(), 1, "for {typed}");
        }
    }

    #[test]
    fn a_hint_points_at_its_term() {
        let typed = "war -after:soon “peace";
        let (_, hints) = Query::parse_with_hints(typed);
        let found: Vec<_> = hints.iter().map(|h| h.span.of(typed)).collect();
        assert_eq!(found, ["-after:soon", "“peace"]);
    }
}
