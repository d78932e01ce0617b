//! The events that a query finds as a file: for a spreadsheet, for a program, for a calendar.
//!
//! **Invariant:** every event bears who says so, its passage verbatim, its publisher, and the name by which it is found
//! again; what a calendar cannot hold without a false day is left out and counted. Start at [`Engine::export`].

use serde::{Deserialize, Serialize};

use super::explain::exact_to;
use super::row::{self, Row};
use super::{Engine, run};
use crate::civil::{Granularity, Interval, When, datetime, iso};
use crate::explore::{Query, Ranking, Sort, Unit, explore};
use crate::layout::number_text::count;

/// The columns of the table, and the keys of an object.
pub const COLUMNS: [&str; 12] = [
    "when",
    "from",
    "to",
    "exact_to",
    "who_says_so",
    "passage",
    "source",
    "dated",
    "file",
    "sha256",
    "start",
    "end",
];

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Export {
    /// Comma-separated values after RFC 4180.
    Csv,
    /// A list of objects.
    Json,
    /// A calendar after RFC 5545.
    Calendar,
}

impl Export {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Json, Self::Calendar];

    /// What its files end with, and their media type.
    pub fn kind(self) -> (&'static str, &'static str) {
        match self {
            Self::Csv => ("csv", "text/csv;charset=utf-8"),
            Self::Json => ("json", "application/json"),
            Self::Calendar => ("ics", "text/calendar;charset=utf-8"),
        }
    }
}

impl Engine {
    /// The events that `query` finds, in the order `sort`, as a file in the form `form`.
    pub fn export(&self, query: &Query, sort: Sort, form: Export) -> String {
        let (pack, index) = (&self.pack, &self.index);
        let matched = explore(pack, index, query, Unit::Events).matched;
        let hits = run::Hits::default();
        let making = self.making(&hits);
        let rows = Ranking::of(index, query, Unit::Events, &matched, sort).first(&matched, usize::MAX);
        let mut file =
            File::begun(form, self.index.record().published.and_then(|record| datetime(record.to)));
        for own in rows {
            let (when, dated) = row::dated(making, own);
            file.add(&row::row(making, Unit::Events, own), when, dated);
        }
        file.finish()
    }
}

/// A file that is being written.
struct File {
    form: Export,
    out: String,
    /// How many events are in it.
    rows: u32,
    /// When a calendar says that it was made: when the last article was published, so that it is the same every time.
    stamp: String,
    /// How many events a calendar cannot hold: those without a beginning or an end, and those without a date.
    left_out: [u32; 2],
}

impl File {
    fn begun(form: Export, made: Option<jiff::civil::DateTime>) -> Self {
        let stamp = made.map_or_else(|| "19700101T000000".to_owned(), basic);
        let mut out = String::new();
        match form {
            Export::Csv => line(&mut out, COLUMNS),
            Export::Json => out.push('['),
            Export::Calendar => {
                content(&mut out, "BEGIN", "VCALENDAR");
                content(&mut out, "VERSION", "2.0");
                content(&mut out, "PRODID", "-//Dateline//EN");
            }
        }
        Self { form, out, rows: 0, stamp, left_out: [0, 0] }
    }

    fn add(&mut self, row: &Row, when: Option<When>, dated: &str) {
        match self.form {
            Export::Csv => line(&mut self.out, cells(row, when, dated).each_ref().map(String::as_str)),
            Export::Json => {
                self.out.push_str(if self.rows == 0 { "" } else { "," });
                object(&mut self.out, &cells(row, when, dated));
            }
            Export::Calendar => self.event(row, when),
        }
        self.rows += 1;
    }

    /// Adds `row` to a calendar: whole days as days, minutes as minutes of no time zone, since the texts name none.
    fn event(&mut self, row: &Row, when: Option<When>) {
        let [open, undated] = &mut self.left_out;
        let Some(when) = when else {
            *undated += 1;
            return;
        };
        let times = Some(when.interval).filter(|interval| interval.is_closed());
        let Some((from, to)) = times.and_then(|i| Some((datetime(i.from)?, datetime(i.to)?))) else {
            *open += 1;
            return;
        };
        let (kind, from, to) = if when.granularity < Granularity::Day {
            ("", basic(from), basic(to))
        } else {
            (";VALUE=DATE", iso(from.date()).replace('-', ""), iso(to.date()).replace('-', ""))
        };
        let about = [&row.source, &row.passage.to_string(), &row.when_long].map(String::as_str).join("\n");
        let out = &mut self.out;
        content(out, "BEGIN", "VEVENT");
        content(out, "UID", &escaped(&format!("{}.{from}.dateline", row.passage)));
        content(out, "DTSTAMP", &format!("{}Z", self.stamp));
        content(out, &format!("DTSTART{kind}"), &from);
        content(out, &format!("DTEND{kind}"), &to);
        content(out, "SUMMARY", &escaped(&format!("{}: {}", voices(row), passage(row))));
        let notes: String = row.notes.iter().flat_map(|note| [", ", note]).collect();
        let about = format!("{about}, exact to {}{notes}", exact_to(&when));
        content(out, "DESCRIPTION", &escaped(&about));
        content(out, "TRANSP", "TRANSPARENT");
        content(out, "END", "VEVENT");
    }

    fn finish(mut self) -> String {
        match self.form {
            Export::Csv => {}
            Export::Json => self.out.push_str("\n]\n"),
            Export::Calendar => {
                let [open, undated] = self.left_out.map(count);
                if self.left_out != [0, 0] {
                    let left = format!(
                        "Not in this calendar: {open} events without a beginning or an end, {undated} without a date."
                    );
                    content(&mut self.out, "X-WR-CALDESC", &escaped(&left));
                }
                content(&mut self.out, "END", "VCALENDAR");
            }
        }
        self.out
    }
}

/// The cells of `row`, which is of the time `when` in an article that is `dated` so.
fn cells(row: &Row, when: Option<When>, dated: &str) -> [String; 12] {
    let (from, to) = when.map_or_else(Default::default, ends);
    let span = row.passage.span;
    [
        row.when_long.clone(),
        from,
        to,
        when.map_or("", |when| exact_to(&when)).to_owned(),
        voices(row),
        passage(row),
        row.source.clone(),
        dated.to_owned(),
        row.passage.file.clone(),
        row.passage.hash.clone(),
        span.start.to_string(),
        span.end.to_string(),
    ]
}

fn voices(row: &Row) -> String {
    row.tags.iter().map(|tag| tag.text.as_str()).collect::<Vec<_>>().join("; ")
}

fn passage(row: &Row) -> String {
    row.runs.iter().map(|run| run.text.as_str()).collect()
}

/// The first and the last day of `when`, or minute where it is finer than a day, both inclusive; empty where it is open.
fn ends(when: When) -> (String, String) {
    let Interval { from, to } = when.interval;
    let day = |day: Option<jiff::civil::Date>| day.map(iso).unwrap_or_default();
    if when.granularity >= Granularity::Day {
        return (day(when.interval.first_day()), day(when.interval.last_day()));
    }
    let minute = |second: i64| {
        let at = datetime(second).filter(|_| second != Interval::PAST && second != Interval::FUTURE);
        at.map(|at| format!("{}T{:02}:{:02}", iso(at.date()), at.hour(), at.minute())).unwrap_or_default()
    };
    (minute(from), if to == Interval::FUTURE { String::new() } else { minute((to - 60).max(from)) })
}

/// Adds a line of comma-separated values.
pub(super) fn line<const N: usize>(out: &mut String, cells: [&str; N]) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        // A spreadsheet would work such a cell out.
        let guard = if cell.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
        if cell.contains(['"', ',', '\n', '\r']) {
            out.extend(["\"", guard, &cell.replace('"', "\"\""), "\""]);
        } else {
            out.extend([guard, cell]);
        }
    }
    out.push_str("\r\n");
}

/// `row` as an object, as if it had no time.
#[cfg(test)]
pub(super) fn object_of(row: &Row) -> String {
    let mut out = String::new();
    object(&mut out, &cells(row, None, ""));
    out
}

fn object(out: &mut String, cells: &[String; 12]) {
    for (at, (key, cell)) in COLUMNS.iter().zip(cells).enumerate() {
        out.extend([if at == 0 { "\n  {\"" } else { ", \"" }, key, "\": "]);
        // The place in the file is a number; what is not known is null.
        match cell.as_str() {
            "" => out.push_str("null"),
            _ if at > 9 => out.push_str(cell),
            text => quoted(out, text),
        }
    }
    out.push('}');
}

/// Adds `text` as a string after RFC 8259.
fn quoted(out: &mut String, text: &str) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\0'..='\u{1f}' => {
                let digit = |at: u32| HEX.get(at as usize & 15).map_or('0', |digit| char::from(*digit));
                out.push_str("\\u00");
                out.extend([digit(letter as u32 >> 4), digit(letter as u32)]);
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
}

/// `20260207T181500`.
fn basic(at: jiff::civil::DateTime) -> String {
    let day = iso(at.date()).replace('-', "");
    format!("{day}T{:02}{:02}{:02}", at.hour(), at.minute(), at.second())
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace("\r\n", "\\n")
        .replace(['\n', '\r'], "\\n")
}

/// Adds a content line, folded so that no line has more than 75 bytes.
fn content(out: &mut String, name: &str, value: &str) {
    let mut room = 75;
    for letter in name.chars().chain([':']).chain(value.chars()) {
        if letter.len_utf8() > room {
            out.push_str("\r\n ");
            room = 74;
        }
        out.push(letter);
        room -= letter.len_utf8();
    }
    out.push_str("\r\n");
}
