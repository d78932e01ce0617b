//! The sentence on top: what is shown, in plain words, each part removable.
//!
//! **Invariant:** it counts rows of the open tab, names that unit, and says what is left out.
//! Start at [`says`]; [`words`] has the words of each term.

mod words;

use crate::order::Order as _;
use serde::{Deserialize, Serialize};

use super::{Record, run, voice};
use crate::annotate::NameKind;
use crate::civil::{DAY, Interval, When, seconds};
use crate::corpus::pack::Pack;
use crate::explore::query::{Clause, Field, Scope};
use crate::explore::{Index, Numbers, Query, Unit};
use crate::layout::date_text;
use crate::layout::number_text::count;
use crate::layout::timeline::Form;
pub use words::value;

/// The sentence on top.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Says {
    /// `5 events`.
    pub count: String,
    /// `2 of 5 articles`.
    pub articles: String,
    /// What the query asks, one part a chip.
    pub parts: Vec<Part>,
    /// `1 undated article is left out.`, or empty: what dates leave out that may belong here.
    pub left_out: String,
    /// All of it as one sentence of plain text.
    pub text: String,
}

/// One removable part of the query.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// What leads to it: `naming`, `without`.
    pub lead: String,
    /// What it says: `Volodymyr Zelenskyy`, `29 January to 7 February 2026`.
    pub label: String,
    /// The query without it.
    pub rest: Query,
}

/// The sentence for `numbers` of `query`, where a row is a `unit`.
pub(super) fn says(index: &Index, unit: Unit, numbers: &Numbers, query: &Query) -> Says {
    let rows = numbers.counts[unit as usize];
    let rows = format!("{} {}", count(rows), if rows == 1 { unit.one() } else { unit.name() });
    let all = index.articles();
    let articles =
        format!("{} of {} article{}", count(numbers.articles), count(all), if all == 1 { "" } else { "s" });
    let parts = parts(query);
    let undated = match numbers.undated_left_out {
        0 => None,
        1 => Some("1 undated article is left out.".to_owned()),
        n => Some(format!("{} undated articles are left out.", count(n))),
    };
    let unsure = match numbers.unsure_left_out {
        0 => None,
        1 => Some("1 article that may have been published then is left out.".to_owned()),
        n => Some(format!("{} articles that may have been published then are left out.", count(n))),
    };
    let left_out = [undated, unsure].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let mut text = format!("{rows} from {articles}");
    for (i, part) in parts.iter().enumerate() {
        text.push_str(if i == 0 { ": " } else { ", " });
        text.push_str(part.lead.as_str());
        text.push_str(if part.lead.is_empty() { "" } else { " " });
        text.push_str(&part.label);
    }
    text.push('.');
    if !left_out.is_empty() {
        text = format!("{text} {left_out}");
    }
    Says { count: rows, articles, parts, left_out, text }
}

/// What the corpus holds, for the line beside the name.
pub(super) fn record(pack: &Pack, index: &Index) -> Record {
    let known = index.record();
    let month = |seconds: i64| {
        Interval { from: seconds, to: seconds + 1 }.first_day().map(|d| date_text::head(&When::day(d)))
    };
    let ends = known.published.and_then(|p| Some((month(p.from)?, month(p.to - 1)?)));
    let span = match ends {
        Some((a, b)) if a == b => a,
        Some((a, b)) => format!("{a} to {b}"),
        None => String::new(),
    };
    let iso = |day: Option<jiff::civil::Date>| day.map(crate::civil::iso).unwrap_or_default();
    let mut forms: Vec<Form> = known
        .statuses
        .iter()
        .map(|(status, deadline, when)| voice::form_of(*status, *deadline, Some(*when)))
        .chain(known.published.map(|_| Form::Published))
        .collect();
    forms.order();
    forms.dedup();
    Record {
        articles: index.articles(),
        span,
        days: (iso(known.days.0), iso(known.days.1)),
        last: known.published.map(|published| published.to),
        publications: known.publications.iter().map(|day| seconds(*day) / DAY).collect(),
        forms,
        unused: pack.unused_decisions().to_vec(),
    }
}

/// The parts of `query`, in the order in which the sentence names them.
pub fn parts(query: &Query) -> Vec<Part> {
    let mut parts = Parts { query, parts: Vec::new() };
    for (i, days) in query.ranges.iter().enumerate() {
        let alone = query.ranges.len() == 1;
        parts.add(if i == 0 { "" } else { "or" }, date_text::range(days.from, days.to), |rest| {
            rest.ranges.remove(i);
            rest.undated &= !alone;
        });
    }
    if query.undated {
        let lead = if query.ranges.is_empty() { "" } else { "or" };
        parts.add(lead, "without a date".to_owned(), |rest| rest.undated = false);
    }
    for kind in NameKind::ALL {
        let lead = words::lead(Field::of(kind));
        for (i, excluded, first) in terms(&query.names, |n| n.kind == kind, |n| n.excluded) {
            let label = query.names.get(i).map(|n| n.name.clone()).unwrap_or_default();
            parts.add(led(lead, excluded, first), label, |rest| drop(rest.names.remove(i)));
        }
    }
    for field in Field::ALL {
        let lead = words::lead(field);
        for (i, excluded, first) in terms(&query.fields, |f| f.field == field, |f| f.excluded) {
            let label = query.fields.get(i).map(|f| words::value(f.field, &f.value)).unwrap_or_default();
            parts.add(led(lead, excluded, first), label, |rest| drop(rest.fields.remove(i)));
        }
    }
    for (i, clause) in query.clauses.iter().enumerate() {
        let (lead, label) = words::clause(clause);
        parts.add(lead, label, |rest| drop(rest.clauses.remove(i)));
    }
    for (i, term) in query.publishers.iter().enumerate() {
        let lead = if term.excluded { "not published by" } else { "published by" };
        parts.add(lead, term.value.clone(), |rest| drop(rest.publishers.remove(i)));
    }
    for (i, term) in query.authors.iter().enumerate() {
        let lead = if term.excluded { "not written by" } else { "written by" };
        parts.add(lead, term.value.clone(), |rest| drop(rest.authors.remove(i)));
    }
    for (i, days) in query.published.iter().enumerate() {
        let lead = if i == 0 { "published" } else { "or" };
        parts.add(lead, words::published(*days), |rest| {
            rest.published.remove(i);
        });
    }
    if query.scope != Scope::default() {
        parts.add("", run::scope_name(query.scope).to_owned(), |rest| rest.scope = Scope::default());
    }
    parts.parts
}

/// What a row must name or hold, each in a word or a few, without what is left out.
pub fn sought(query: &Query) -> Vec<String> {
    let names = query.names.iter().filter(|term| !term.excluded).map(|term| term.name.clone());
    let told = |field: Field| matches!(field, Field::About | Field::Speaker);
    let fields = query.fields.iter().filter(|term| !term.excluded && told(term.field));
    let leaves = query.clauses.iter().flat_map(Clause::wanted);
    names.chain(fields.map(|term| term.value.clone())).chain(leaves.filter_map(words::sought)).collect()
}

struct Parts<'a> {
    query: &'a Query,
    parts: Vec<Part>,
}

impl Parts<'_> {
    fn add(&mut self, lead: &str, label: String, take: impl FnOnce(&mut Query)) {
        let mut rest = self.query.clone();
        take(&mut rest);
        self.parts.push(Part { lead: lead.to_owned(), label, rest });
    }
}

/// Those of `all` that are `own`, the wanted ones first: the index, whether it is left out, and whether it is the first
/// of its sort.
fn terms<T>(all: &[T], own: impl Fn(&T) -> bool, excluded: impl Fn(&T) -> bool) -> Vec<(usize, bool, bool)> {
    let sort = |out: bool| {
        let found = all.iter().enumerate().filter(|(_, term)| own(term) && excluded(term) == out);
        found.enumerate().map(|(nth, (i, _))| (i, out, nth == 0)).collect::<Vec<_>>()
    };
    [sort(false), sort(true)].concat()
}

/// The lead of a value: what the field says, or what joins it to the one before.
fn led([with, without]: [&'static str; 2], excluded: bool, first: bool) -> &'static str {
    match (excluded, first) {
        (true, _) => without,
        (false, true) => with,
        (false, false) => "or",
    }
}
