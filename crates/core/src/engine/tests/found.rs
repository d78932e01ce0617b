//! What rows of articles show of what was found, and how a reader goes from one hit to the next.

use super::*;
use crate::engine::place::{Open, Place};

const LONG: &str = "---\ntitle: \"Talks in Oslo\"\ndate: 2026-03-20\n---\n\n\
    The talks began. Nobody else came. Anna Berg led the talks in Oslo. The talks went on.\n\n\
    Oslo was calm. After the talks Anna Berg spoke. No deal was made.\n";

/// The story with a third article.
fn three() -> Engine {
    let articles = [("a.txt", FIRST), ("b.txt", SECOND), ("c.txt", LONG)].map(|(file, text)| {
        let document = read(file, text.as_bytes());
        let annotations = annotate(&document);
        Article { document, annotations }
    });
    opened(&Corpus::build(articles.to_vec(), &Decisions::default()))
}

/// What the row of the article `c.txt` shows for `query`.
fn shown(query: &str) -> (Vec<String>, u32, Option<String>) {
    let answer = three().ask(&ask(query, Unit::Articles));
    let row = answer.rows.into_iter().find(|row| row.passage.file == "c.txt");
    let found = row.and_then(|row| row.found).unwrap_or_default();
    let text = |runs: &[run::Run]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
    for (passage, runs) in &found.sentences {
        assert_eq!(text(runs), passage.span.of(LONG), "a sentence is whole");
        assert!(runs.iter().any(|run| run.hit), "a sentence shows what was found in it");
    }
    let sentences = found.sentences.iter().map(|(_, runs)| text(runs)).collect();
    (sentences, found.more, found.next.map(|next| next.span.of(LONG).to_owned()))
}

#[test]
fn a_row_shows_the_three_sentences_that_hold_the_most_in_the_order_of_the_text() {
    assert_eq!(
        shown("talks"),
        (
            ["The talks began.", "Anna Berg led the talks in Oslo.", "The talks went on."]
                .map(str::to_owned)
                .into(),
            1,
            Some("After the talks Anna Berg spoke.".to_owned())
        )
    );
    assert_eq!(
        shown("talks oslo berg"),
        (
            ["The talks began.", "Anna Berg led the talks in Oslo.", "After the talks Anna Berg spoke."]
                .map(str::to_owned)
                .into(),
            2,
            Some("The talks went on.".to_owned())
        )
    );
    assert_eq!(
        shown("\"the talks went\" OR deal"),
        (["The talks went on.", "No deal was made."].map(str::to_owned).into(), 0, None)
    );
}

#[test]
fn a_name_shows_the_sentences_that_name_it_and_without_words_there_are_none() {
    let named = ["Anna Berg led the talks in Oslo.", "After the talks Anna Berg spoke."].map(str::to_owned);
    assert_eq!(shown("person:\"Anna Berg\""), (named.into(), 0, None));
    assert_eq!(shown(""), (Vec::new(), 0, None));
    assert_eq!(shown("published:2026"), (Vec::new(), 0, None));
}

/// The place of `open` in the answer to `query`.
fn place(engine: &Engine, query: &str, unit: Unit, sort: Sort, open: Open) -> (Answer, Place) {
    let answer = engine.ask(&Ask { sort, open: Some(open), ..ask(query, unit) });
    let place = answer.place.clone().expect("what is open is in the corpus");
    (answer, place)
}

#[test]
fn going_on_comes_through_every_row_in_order_and_back() {
    let engine = three();
    for unit in Unit::ALL {
        for (query, sort) in
            [("", Sort::Newest), ("", Sort::Oldest), ("talks", Sort::Best), ("said OR berg", Sort::Newest)]
        {
            let rows = engine.ask(&Ask { sort, ..ask(query, unit) }).rows;
            let Some(first) = rows.first() else { continue };
            let mut open = Open { passage: first.passage.clone(), row: Some(first.number) };
            let mut went = Vec::new();
            loop {
                let (answer, at) = place(&engine, query, unit, sort, open.clone());
                assert_eq!(at.position as usize, went.len() + 1, "{query} {unit:?}");
                let before = at.before.and_then(|before| before.row);
                assert_eq!(before, went.last().copied(), "{query} {unit:?}");
                went.extend(open.row);
                let Some(after) = at.after else { break };
                assert!(went.len() < answer.matched as usize, "{query} {unit:?}");
                open = after;
            }
            assert_eq!(went, rows.iter().map(|row| row.number).collect::<Vec<_>>(), "{query} {unit:?}");
        }
    }
}

#[test]
fn an_article_is_opened_where_something_was_found_in_it() {
    let engine = three();
    let query = "deal";
    let rows = engine.ask(&ask(query, Unit::Articles)).rows;
    let files: Vec<&str> = rows.iter().map(|row| row.passage.file.as_str()).collect();
    assert_eq!(files, ["c.txt", "a.txt", "b.txt"]);
    let open = Open { passage: rows[1].passage.clone(), row: None };
    let (_, at) = place(&engine, query, Unit::Articles, Sort::Newest, open);
    assert_eq!(at.position, 2);
    let (before, after) = (at.before.unwrap().passage, at.after.unwrap().passage);
    assert_eq!(before.span.of(LONG), "No deal was made.");
    assert_eq!(after.span.of(SECOND), "Berg sees no deal soon");
}

#[test]
fn what_is_in_no_row_goes_on_at_the_first_and_what_does_not_match_where_it_would_stand() {
    let engine = three();
    let passage = |text: &str| {
        let start = LONG.find(text).unwrap() as u32;
        let whole = engine.newest(1)[0].passage.clone();
        Passage { span: crate::span::Span { start, end: start + text.len() as u32 }, ..whole }
    };
    let unnamed = Open { passage: passage("Nobody else came."), row: None };
    let (answer, at) = place(&engine, "deal", Unit::Quotations, Sort::Newest, unnamed);
    let first = answer.rows.first().map(|row| row.number);
    assert_eq!((at.position, at.before, at.after.and_then(|open| open.row)), (0, None, first));
    let left_out = Open { passage: passage("The talks began."), row: None };
    let (_, at) = place(&engine, "berg -oslo", Unit::Articles, Sort::Newest, left_out);
    assert_eq!((at.position, at.before), (0, None));
    assert_eq!(at.after.unwrap().passage.file, "b.txt");
}

#[test]
fn rows_in_the_order_of_how_well_they_answer_keep_their_heads() {
    let best = |query: &str| engine().ask(&Ask { sort: Sort::Best, ..ask(query, Unit::Events) });
    assert!(best("talks").best && !best("person:berg").best);
    assert!(
        best("talks").rows.iter().all(|row| row.head.starts_with("March 2026") || row.when_long.is_empty())
    );
}
