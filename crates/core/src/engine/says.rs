//! The sentence on top: what is shown, in plain words, each part removable.
//!
//! **Invariant:** it counts rows of the open tab, names that unit, and says what is left out.
//! Start at [`says`].

use serde::{Deserialize, Serialize};

use super::{Record, run, voice};
use crate::annotate::NameKind;
use crate::civil::{Interval, When};
use crate::explore::{Findings, Index, Query};
use crate::layout::date_text;
use crate::layout::timeline::Form;

/// The sentence on top.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Says {
    /// `5 events`.
    pub count: String,
    /// `2 of 5 articles`.
    pub articles: String,
    /// What the query asks, one part a chip.
    pub parts: Vec<Part>,
    /// `1 undated article is left out.`, or empty.
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

/// The sentence for `findings` of `query`.
pub(super) fn says(index: &Index, findings: &Findings, query: &Query) -> Says {
    let unit = findings.unit;
    let rows = findings.counts[unit as usize];
    let count = format!("{rows} {}", if rows == 1 { unit.one() } else { unit.name() });
    let all = index.articles();
    let articles = format!("{} of {all} article{}", findings.articles, if all == 1 { "" } else { "s" });
    let parts = parts(query);
    let left_out = match findings.undated_left_out {
        0 => String::new(),
        1 => "1 undated article is left out.".to_owned(),
        n => format!("{n} undated articles are left out."),
    };
    let mut text = format!("{count} from {articles}");
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
    Says { count, articles, parts, left_out, text }
}

/// What the corpus holds, for the line beside the name.
pub(super) fn record(index: &Index) -> Record {
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
    forms.sort_unstable();
    forms.dedup();
    Record {
        articles: index.articles(),
        span,
        days: (iso(known.days.0), iso(known.days.1)),
        last: known.published.map(|published| published.to),
        forms,
    }
}

/// The parts of `query`, in the order in which the sentence names them.
pub fn parts(query: &Query) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut add =
        |lead: &str, label: String, rest: Query| parts.push(Part { lead: lead.to_owned(), label, rest });
    if query.from.is_some() || query.to.is_some() {
        let rest = Query { from: None, to: None, undated: false, ..query.clone() };
        add("", date_text::range(query.from, query.to), rest);
    }
    if query.undated {
        let lead = if query.from.is_some() || query.to.is_some() { "or" } else { "" };
        add(lead, "without a date".to_owned(), Query { undated: false, ..query.clone() });
    }
    for kind in NameKind::ALL {
        for excluded in [false, true] {
            let mut first = true;
            for (i, name) in
                query.names.iter().enumerate().filter(|(_, n)| n.kind == kind && n.excluded == excluded)
            {
                let mut rest = query.clone();
                rest.names.remove(i);
                let lead = match (excluded, first) {
                    (false, true) => "naming",
                    (false, false) => "or",
                    (true, _) => "without",
                };
                add(lead, name.name.clone(), rest);
                first = false;
            }
        }
    }
    for (i, term) in query.text.iter().enumerate() {
        let mut rest = query.clone();
        rest.text.remove(i);
        let label = if term.phrase { format!("“{}”", term.text) } else { term.text.clone() };
        add(if term.excluded { "without" } else { "with" }, label, rest);
    }
    for (i, term) in query.publishers.iter().enumerate() {
        let mut rest = query.clone();
        rest.publishers.remove(i);
        add(if term.excluded { "not published by" } else { "published by" }, term.value.clone(), rest);
    }
    for (i, term) in query.authors.iter().enumerate() {
        let mut rest = query.clone();
        rest.authors.remove(i);
        add(if term.excluded { "not written by" } else { "written by" }, term.value.clone(), rest);
    }
    if query.scope != crate::explore::query::Scope::default() {
        let rest = Query { scope: crate::explore::query::Scope::default(), ..query.clone() };
        add("", run::scope_name(query.scope).to_owned(), rest);
    }
    parts
}
