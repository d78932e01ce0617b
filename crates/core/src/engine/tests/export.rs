//! Events as files: nothing is lost, and each form is read back by its own rules.

use super::*;
use crate::engine::export::{COLUMNS, Export};

fn export(query: &str, form: Export) -> String {
    engine().export(&Query::parse(query), Sort::Oldest, form)
}

fn rows(query: &str) -> Vec<Row> {
    engine().ask(&Ask { sort: Sort::Oldest, ..ask(query, Unit::Events) }).rows
}

#[test]
fn the_table_has_a_line_for_each_event_with_its_days() {
    let table = export("", Export::Csv);
    let lines: Vec<&str> = table.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), rows("").len() + 1);
    assert_eq!(lines[0], COLUMNS.join(","));
    let talks = lines.iter().find(|line| line.contains("ended on Friday")).unwrap();
    let expected = "13 March 2026,2026-03-13,2026-03-13,the day,";
    assert!(talks.starts_with(expected) && talks.contains("officials"), "{talks}");
    assert!(table.contains("\"“We are close,” Foreign Minister Anna Berg told"), "{table}");
}

#[test]
fn the_list_of_objects_says_what_the_rows_say() {
    for query in ["", "person:berg", "nothing like it"] {
        let list: Vec<serde_json::Map<String, serde_json::Value>> =
            serde_json::from_str(&export(query, Export::Json)).unwrap();
        assert_eq!(list.len(), rows(query).len());
        for (object, row) in list.iter().zip(rows(query)) {
            assert_eq!(object["passage"], joined(&row));
            assert_eq!(object["when"].as_str().unwrap_or_default(), row.when_long);
            assert_eq!(
                (object["start"].as_u64(), object["file"].as_str()),
                (Some(row.passage.span.start.into()), Some(&*row.passage.file))
            );
            assert_eq!(
                object["who_says_so"],
                row.tags.iter().map(|t| &*t.text).collect::<Vec<_>>().join("; ")
            );
        }
    }
}

#[test]
fn a_calendar_holds_whole_days_and_counts_what_it_leaves_out() {
    let calendar = export("", Export::Calendar);
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75), "{calendar}");
    let unfolded = calendar.replace("\r\n ", "");
    assert!(
        unfolded.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && unfolded.ends_with("END:VCALENDAR\r\n")
    );
    // The end of a day in a calendar is the next one.
    assert!(unfolded.contains("DTSTART;VALUE=DATE:20260313\r\nDTEND;VALUE=DATE:20260314\r\n"), "{unfolded}");
    assert!(
        unfolded
            .contains(": Talks between Norway and Chile ended on Friday without a deal\\, officials said.")
    );
    let dated = rows("").iter().filter(|row| !row.when_long.is_empty()).count();
    assert_eq!(unfolded.matches("BEGIN:VEVENT").count(), dated);
    assert!(unfolded.contains(&format!("{} without a date.", rows("").len() - dated)), "{unfolded}");
    let mut names: Vec<&str> = unfolded.split("\r\n").filter(|line| line.starts_with("UID:")).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), dated, "each has a name of its own");
}

#[test]
fn any_text_is_a_string_of_an_object() {
    for passage in ["\"quoted\" \\ and \u{1}\ttab", "\u{2028}\u{1f600}", ""] {
        let (mut row, cell) = (Row::default(), passage.to_owned());
        row.runs.push(run::Run { text: cell, ..run::Run::default() });
        let object = crate::engine::export::object_of(&row);
        let read: serde_json::Value = serde_json::from_str(&object).unwrap();
        assert_eq!(read["passage"].as_str().unwrap_or_default(), passage, "{object}");
    }
}
