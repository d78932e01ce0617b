//! What the page asks of the engine and what comes back.
//!
//! **Invariant:** both are plain data, so that they mean the same on this thread and beyond a worker's border.
//! Start at [`Question::reply`].

use dateline_core::engine::export::Export;
use dateline_core::engine::passage::Passage;
use dateline_core::engine::queries::csv;
use dateline_core::engine::row::Row;
use dateline_core::engine::sheet::Sheet;
use dateline_core::engine::{Answer, Ask, Engine, MarkName, Record};
use dateline_core::explore::query::Field;
use dateline_core::explore::{Query, Sort, Suggested};
use dateline_core::layout::timeline::{ItemId, Mark};
use serde::{Deserialize, Serialize};

/// A question to the engine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Question {
    /// What matches; where the articles are still coming, without rows.
    Ask(Ask),
    /// The same with its rows, however long they take to come.
    AskRows(Ask),
    /// The document that a passage names, marked with what a query asks.
    Document(Passage, Query),
    /// What a mark says.
    Name(Mark),
    /// The first articles, newest first.
    Newest(u32),
    /// The rows of what matches, from the one with this index on.
    Page(Ask, u32),
    /// What stands at a mark, in full.
    Told(Vec<ItemId>),
    /// A query with a value of a field asked for, left out, or neither.
    Choose(Query, Field, String, Option<bool>),
    /// What could go on in a text before this byte of it.
    Suggest(String, u32),
    /// The table of how much each query of a list finds.
    Hits(String),
    /// The events that a query finds, in this order, as a file in this form.
    Export(Query, Sort, Export),
}

/// What comes back, each for the question of its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(clippy::large_enum_variant, reason = "there is one at a time, on its way between two threads")]
pub enum Reply {
    /// The pack is open, and this is what it holds; or why it cannot be opened.
    Opened(Result<Record, String>),
    /// Now all of its articles are there, too.
    Whole,
    /// The question itself: it cannot be answered before the articles are there.
    Later(Question),
    /// For [`Question::Ask`] and [`Question::AskRows`].
    Answer(Box<Answer>),
    /// For [`Question::Document`].
    Document(Option<Sheet>),
    /// For [`Question::Name`].
    Named(MarkName),
    /// For [`Question::Newest`], [`Question::Page`] and [`Question::Told`].
    Rows(Vec<Row>),
    /// For [`Question::Choose`].
    Chosen(Query),
    /// For [`Question::Suggest`].
    Suggested(Vec<Suggested>),
    /// For [`Question::Hits`] and [`Question::Export`].
    File(String),
}

impl Question {
    /// What `engine` says to it.
    pub fn reply(&self, engine: &Engine) -> Reply {
        if engine.is_whole() {
            return self.reply_of_all(engine);
        }
        let early = match self {
            Self::Ask(ask) => engine.ask_early(ask).map(|answer| Reply::Answer(Box::new(answer))),
            Self::Choose(..) | Self::Suggest(..) => Some(self.reply_of_all(engine)),
            Self::AskRows(_)
            | Self::Document(..)
            | Self::Name(_)
            | Self::Newest(_)
            | Self::Page(..)
            | Self::Told(_)
            | Self::Hits(_)
            | Self::Export(..) => None,
        };
        early.unwrap_or_else(|| Reply::Later(self.clone()))
    }

    /// What `engine` says to it, which has its articles or needs none of them.
    fn reply_of_all(&self, engine: &Engine) -> Reply {
        match self {
            Self::Ask(ask) | Self::AskRows(ask) => Reply::Answer(Box::new(engine.ask(ask))),
            Self::Document(passage, query) => Reply::Document(engine.sheet(passage, query)),
            Self::Name(mark) => Reply::Named(engine.name(mark)),
            Self::Newest(most) => Reply::Rows(engine.newest(*most as usize)),
            Self::Page(ask, from) => Reply::Rows(engine.page(ask, *from)),
            Self::Told(ids) => Reply::Rows(engine.told(ids)),
            Self::Choose(query, field, value, choice) => {
                Reply::Chosen(engine.choose(query, *field, value, *choice))
            }
            Self::Suggest(text, caret) => Reply::Suggested(engine.suggest(text, *caret)),
            Self::Hits(lines) => Reply::File(csv(&engine.hits(lines))),
            Self::Export(query, sort, form) => Reply::File(engine.export(query, *sort, *form)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::engine::bytes::{read, write};
    use dateline_core::explore::Unit;
    use dateline_core::layout::timeline::{Form, Shape, Size};

    fn engine() -> Engine {
        let seeds = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
        Engine::open(dateline_folder::pack(&dateline_folder::read_folder(&seeds).into_corpus())).unwrap()
    }

    fn mark() -> Mark {
        Mark {
            ids: vec![ItemId { article: 0, event: None }],
            form: Form::Published,
            shape: Shape::Dot { x: 1.0, y: 2.0, r: 3.0 },
            matched: true,
            open: false,
            when: "today".to_owned(),
            precision: "day".to_owned(),
            lane: 1,
            things: 1,
            articles: 0,
        }
    }

    fn ask(query: &str, unit: Unit) -> Ask {
        Ask {
            generation: 7,
            query: Query::parse(query),
            unit,
            sort: Sort::Newest,
            rows: 24,
            open: None,
            window: None,
            size: Size { width: 900.0, height: 212.0 },
            fold_gaps: true,
            lanes: None,
            clocks: false,
        }
    }

    #[test]
    fn every_question_and_its_reply_come_back_from_their_bytes() {
        let engine = engine();
        let passage = engine.newest(1).remove(0).passage;
        let query = Query::parse("ceasefire person:Zelenskyy after:2026-01-29 -Moscow");
        let mut questions = vec![
            Question::Document(passage, query.clone()),
            Question::Document(Passage::default(), query.clone()),
            Question::Name(mark()),
            Question::Newest(8),
            Question::Page(ask("", Unit::Events), 24),
            Question::Told(vec![ItemId { article: 0, event: Some(1) }, ItemId { article: 1, event: None }]),
            Question::Suggest("war zel".to_owned(), 7),
            Question::Export(query.clone(), Sort::Oldest, Export::Calendar),
            Question::Hits("Ships\tships\n-talks".to_owned()),
            Question::Choose(query, Field::Person, "Steve Witkoff".to_owned(), Some(false)),
        ];
        for text in ["", "ceasefire", "zzzqqq person:\"Steve Witkoff\"", "after:2026-02-01 undated:yes"] {
            questions.extend(Unit::ALL.map(|unit| Question::Ask(ask(text, unit))));
            questions.push(Question::AskRows(ask(text, Unit::Events)));
        }
        for question in questions {
            assert_eq!(read::<Question>(&write(&question)), question);
            for reply in [question.reply(&engine), Reply::Later(question.clone())] {
                assert_eq!(read::<Reply>(&write(&reply)), reply, "{question:?}");
            }
        }
        for opened in [Ok(engine.record()), Err("expected a pack".to_owned())] {
            let reply = Reply::Opened(opened);
            assert_eq!(read::<Reply>(&write(&reply)), reply);
        }
    }
}
