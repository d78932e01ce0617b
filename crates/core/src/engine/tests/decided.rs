//! A date of publication that the reader set is marked as theirs wherever it shows, and so is what counts from it.

use super::*;
use crate::engine::export::Export;
use crate::read::Dated;

/// The engine over the two articles of these tests, of which the second one has the date that the reader set.
fn engine() -> Engine {
    let date = "[[date]]\narticle = \"b.txt\"\npublished = \"2026-03-18\"\nreason = \"the print edition\"\n";
    let decisions = Decisions::parse(date).unwrap();
    opened(&Corpus::build(corpus().articles().to_vec(), &decisions))
}

fn row() -> Row {
    let rows = engine().ask(&ask("nothing", Unit::Events)).rows;
    assert_eq!(rows.len(), 1, "{rows:?}");
    rows[0].clone()
}

const COUNTED: &str = "counted from a date the reader set";

#[test]
fn a_row_says_so_and_that_its_time_counts_from_it() {
    let row = row();
    assert_eq!(
        (row.when_long.as_str(), row.source.as_str()),
        ("16 March 2026", "publisher not given, 18 March 2026, set by the reader")
    );
    assert_eq!(row.notes, [COUNTED]);
    let cells = table::cells(&row, |_| String::new());
    assert!(
        cells[2].ends_with(&format!("; {COUNTED}")) && cells[3].ends_with(", set by the reader"),
        "{cells:?}"
    );
    for own in engine().ask(&ask("", Unit::Events)).rows.iter().filter(|own| own.passage.file == "a.txt") {
        assert!(own.notes.is_empty() && !own.source.contains("reader"), "{own:?}");
    }
}

#[test]
fn the_sheet_has_the_day_that_was_set_and_why() {
    let (engine, query) = (engine(), Query::default());
    let sheet = engine.sheet(&row().passage, &query).unwrap();
    assert_eq!(sheet.published, "18 March 2026, set by the reader");
    assert_eq!(sheet.dated, Dated::Decided);
    let lines = |lines: &[(String, String)]| {
        lines.iter().map(|(label, text)| format!("{label}: {text}")).collect::<Vec<_>>()
    };
    assert_eq!(lines(&sheet.why.lines), ["Reason given: the print edition", "Why: the reader set this date"]);
    let time = lines(&sheet.times[0].lines);
    assert!(
        time.contains(&"Counted from: publication, Wednesday 18 March 2026, set by the reader".to_owned()),
        "{time:?}"
    );
    let stated = engine.ask(&ask("ships", Unit::Articles)).rows;
    let sheet = engine.sheet(&stated[0].passage, &query).unwrap();
    assert_eq!(
        (sheet.dated, sheet.published.as_str()),
        (Dated::Stated, "14 March 2026, dated by the publisher")
    );
}

#[test]
fn its_marks_say_so_and_so_do_their_labels() {
    let engine = engine();
    let answer = engine.ask(&ask("", Unit::Events));
    let name = |part: &str| {
        let mut names = answer.marks.iter().map(|mark| mark.name.as_str());
        names
            .find(|name| name.contains(part))
            .unwrap_or_else(|| panic!("{part} in {:?}", answer.marks))
            .to_owned()
    };
    assert!(
        name("nothing had been agreed")
            .contains(&format!(", {COUNTED}, published 18 March 2026, set by the reader"))
    );
    assert!(
        name("Berg sees no deal soon")
            .contains("published by publisher not given, date set by the reader: Berg sees")
    );
    assert!(!name("ended on Friday").contains("reader"));
    let wide = Ask { size: Size { width: 2400.0, height: 600.0 }, ..ask("nothing", Unit::Events) };
    let answer = engine.ask(&wide);
    let labels: Vec<&str> = answer.timeline.labels.iter().map(|label| label.who.as_str()).collect();
    assert!(
        labels.contains(&"Berg (date set):") && labels.contains(&"b.txt, 18 March 2026, set by the reader"),
        "{labels:?}"
    );
    let ids = answer.timeline.marks.iter().flat_map(|mark| mark.ids.clone());
    let told: Vec<Row> = engine.told(&ids.collect::<Vec<_>>());
    assert!(
        told.iter().any(|row| row.notes.iter().any(|note| note.ends_with(&format!(", {COUNTED}")))),
        "{told:?}"
    );
}

#[test]
fn files_say_by_whom_each_article_is_dated() {
    let export = |form| engine().export(&Query::default(), Sort::Oldest, form);
    let list: Vec<serde_json::Map<String, serde_json::Value>> =
        serde_json::from_str(&export(Export::Json)).unwrap();
    for object in &list {
        let expected = if object["file"] == "b.txt" { "by the reader" } else { "by the publisher" };
        assert_eq!(object["dated"], expected, "{object:?}");
    }
    assert!(list.iter().any(|object| object["file"] == "b.txt"));
    let table = export(Export::Csv);
    assert!(
        table.contains(",\"publisher not given, 18 March 2026, set by the reader\",by the reader,b.txt,"),
        "{table}"
    );
    let calendar = export(Export::Calendar).replace("\r\n ", "");
    let events = calendar.split("BEGIN:VEVENT").skip(1);
    for event in events {
        let own = event.contains("nothing had been agreed");
        assert_eq!(event.contains(&format!("\\, exact to the day\\, {COUNTED}\r\n")), own, "{event}");
        assert_eq!(event.contains("set by the reader"), own, "{event}");
    }
}

#[test]
fn it_is_a_value_of_the_sidebar_which_finds_its_rows() {
    let engine = engine();
    let answer = engine.ask(&ask("", Unit::Articles));
    let group = answer.facets.iter().find(|facet| facet.group == Field::Dated).unwrap();
    let values: Vec<_> = group.values.iter().map(|value| (value.name.as_str(), value.count)).collect();
    assert_eq!(values, [("day", 2), ("set", 1)]);
    let answer = engine.ask(&ask("dated:set", Unit::Articles));
    assert_eq!(answer.rows.iter().map(|row| row.passage.file.as_str()).collect::<Vec<_>>(), ["b.txt"]);
    let part = &says::parts(&Query::parse("dated:set"))[0];
    assert_eq!(format!("{} {}", part.lead, part.label), "published on a date the reader set");
}

#[test]
fn a_date_of_an_article_that_is_not_here_is_named() {
    let date = "[[date]]\narticle = \"b.txt~00000000\"\npublished = \"2026-03-18\"\n";
    let corpus = Corpus::build(corpus().articles().to_vec(), &Decisions::parse(date).unwrap());
    assert_eq!(opened(&corpus).record().unused, ["date \"b.txt~00000000\""]);
    assert_eq!(engine().record().unused, Vec::<String>::new());
}
