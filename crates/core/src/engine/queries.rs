//! A list of queries, and how much each of them finds: a table for a spreadsheet.
//!
//! **Invariant:** every line that is not blank and is no remark is one row, in the order of the lines; a cell is the
//! text that was given, but that one which a spreadsheet would take for a formula has an apostrophe before it.
//! Start at [`listed`] and [`Engine::hits`]; [`csv`] writes the table.

use super::Engine;
use super::export::line;
use crate::explore::{self, Query, Unit};

/// The columns.
pub const COLUMNS: [&str; 7] = ["name", "query", "articles", "events", "quotations", "figures", "hints"];
/// Their order in a row.
const UNITS: [Unit; Unit::COUNT] = [Unit::Articles, Unit::Events, Unit::Quotations, Unit::Figures];

/// A query of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed<'a> {
    /// What the list calls it, or `""`.
    pub name: &'a str,
    /// What it asks, as typed.
    pub text: &'a str,
}

/// How much a query of a list finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HitRow {
    /// What the list calls it, or `""`.
    pub name: String,
    /// The query as the language prints it.
    pub query: String,
    /// How many articles, events, quotations and figures it finds.
    pub counts: [u32; Unit::COUNT],
    /// What could not be read as it looks, each with the text that it is about.
    pub hints: Vec<String>,
}

/// The queries in `lines`, one a line: blank lines and those that begin with `#` are none, and what stands before a
/// tab is the query's name.
pub fn listed(lines: &str) -> impl Iterator<Item = Listed<'_>> {
    let lines = lines.strip_prefix('\u{feff}').unwrap_or(lines);
    // A line ends as on any system.
    let lines =
        lines.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| {
        let (name, text) = line.split_once('\t').unwrap_or(("", line));
        Listed { name: name.trim(), text: text.trim() }
    })
}

impl Engine {
    /// How much each query in `lines` finds.
    pub fn hits(&self, lines: &str) -> Vec<HitRow> {
        listed(lines)
            .map(|Listed { name, text }| {
                let (query, hints) = Query::parse_with_hints(text);
                let about =
                    |hint: &explore::query::Hint| format!("at `{}`: {}", hint.span.of(text), hint.what);
                HitRow {
                    name: name.to_owned(),
                    query: query.to_string(),
                    counts: explore::counts(&self.pack, &self.index, &query, UNITS),
                    hints: hints.iter().map(about).collect(),
                }
            })
            .collect()
    }
}

/// `rows` as a table after RFC 4180, with a line of [`COLUMNS`] first.
pub fn csv(rows: &[HitRow]) -> String {
    let mut out = String::new();
    line(&mut out, COLUMNS);
    for HitRow { name, query, counts, hints } in rows {
        let [articles, events, quotations, figures] = counts.map(|count| count.to_string());
        let hints = hints.join("; ");
        line(&mut out, [name, query, &articles, &events, &quotations, &figures, &hints]);
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::engine::tests::{ask, engine};

    /// The cells of a table after RFC 4180, read as the standard says.
    fn cells(csv: &str) -> Vec<Vec<String>> {
        let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
        let mut chars = csv.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '"' if quoted && chars.peek() == Some(&'"') => {
                    cell.push('"');
                    chars.next();
                }
                '"' => quoted = !quoted,
                ',' if !quoted => row.push(std::mem::take(&mut cell)),
                '\r' if !quoted && chars.peek() == Some(&'\n') => {
                    chars.next();
                    row.push(std::mem::take(&mut cell));
                    rows.push(std::mem::take(&mut row));
                }
                c => cell.push(c),
            }
        }
        assert!(cell.is_empty() && row.is_empty() && !quoted, "{csv}");
        rows
    }

    #[test]
    fn blank_lines_and_remarks_are_no_queries_and_a_name_stands_before_a_tab() {
        let lines = "\u{feff}talks\r\n\n  # a remark\nThe ships\tnavy ships \n\t-talks\n#";
        let found: Vec<_> = listed(lines).map(|own| (own.name, own.text)).collect();
        assert_eq!(found, [("", "talks"), ("The ships", "navy ships"), ("", "-talks")]);
        assert_eq!(listed("\n\n#").count(), 0);
    }

    #[test]
    fn every_query_is_a_row_with_what_the_page_would_count() {
        let engine = engine();
        let rows = engine.hits("talks\nBerg\tperson:berg\n-talks colour:red (");
        for (row, text) in rows.iter().zip(["talks", "person:berg", "-talks colour:red ("]) {
            let counts = UNITS.map(|unit| engine.ask(&ask(text, unit)).matched);
            assert_eq!(row.counts, counts, "{text}");
            assert_eq!(Query::parse(&row.query), Query::parse(text));
        }
        assert_eq!((rows[1].name.as_str(), rows[1].query.as_str()), ("Berg", "person:berg"));
        assert!(rows[0].counts[0] > 0 && rows[0].hints.is_empty());
        assert!(rows[2].hints[0].starts_with("at `colour:red`: expected a field"), "{:?}", rows[2].hints);
        let table = csv(&rows);
        assert!(table.starts_with("name,query,articles,events,quotations,figures,hints\r\n"), "{table}");
        assert_eq!(cells(&table)[2][..2], ["Berg".to_owned(), "person:berg".to_owned()]);
    }

    #[test]
    fn no_cell_is_a_formula() {
        let row = |name: &str, query: &str| HitRow {
            name: name.to_owned(),
            query: query.to_owned(),
            counts: [1, 2, 3, 4],
            hints: Vec::new(),
        };
        let table = csv(&[row("=1+1", "-talks \"a, b\""), row("@x", "+1"), row("a=b", "a -b")]);
        let lines: Vec<&str> = table.split("\r\n").skip(1).collect();
        assert_eq!(
            lines,
            ["'=1+1,\"'-talks \"\"a, b\"\"\",1,2,3,4,", "'@x,'+1,1,2,3,4,", "a=b,a -b,1,2,3,4,", ""]
        );
    }

    proptest! {
        #[test]
        fn a_table_reads_back_as_its_cells(given in proptest::collection::vec(("[a,\"\n\r\t é=+@-]{0,6}", "[a,\"\n =-]{0,6}", any::<[u32; 4]>()), 0..5)) {
            let row = |(name, query, counts): (String, String, [u32; 4])| HitRow { name, query, counts, hints: Vec::new() };
            let rows: Vec<HitRow> = given.into_iter().map(row).collect();
            let read = cells(&csv(&rows));
            prop_assert_eq!(&read[0], &COLUMNS);
            prop_assert_eq!(read.len(), rows.len() + 1);
            for (cells, row) in read.iter().skip(1).zip(&rows) {
                for (cell, own) in cells.iter().zip([&row.name, &row.query]) {
                    let guarded = own.starts_with(['=', '+', '-', '@']);
                    prop_assert_eq!(cell, &if guarded { format!("'{own}") } else { own.clone() });
                }
                prop_assert_eq!(&cells[2..6], &row.counts.map(|count| count.to_string()));
            }
        }
    }
}
