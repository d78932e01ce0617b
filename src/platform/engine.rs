//! The port to the engine: a question in, its answer out, both plain data.
//!
//! **Invariant:** whoever asks does not know where the engine is: on this thread, where the answer comes before the
//! call returns, or in a worker, where it comes later. Either way it comes through the callback, and an answer that a
//! newer question of its kind has overtaken never comes. Start at [`Port::ask`].

pub mod bytes;
pub mod question;
pub mod turns;

use std::cell::RefCell;
use std::rc::Rc;

use dateline_core::engine::export::Export;
use dateline_core::engine::passage::Passage;
use dateline_core::engine::row::Row;
use dateline_core::engine::sheet::Sheet;
use dateline_core::engine::{Answer, Ask, Engine, MarkName, Record};
use dateline_core::explore::query::Field;
use dateline_core::explore::{Query, Sort, Suggested};
use dateline_core::layout::timeline::Mark;

use super::worker::Worker;
use question::{Question, Reply};
use turns::{Kind, Turns};

/// A handle on the engine; cheap to clone.
#[derive(Clone)]
pub struct Port(Rc<Inside>);

struct Inside {
    place: Place,
    record: Record,
    turns: RefCell<Turns<Question, Take>>,
}

/// Where the engine is.
enum Place {
    Here(Box<Engine>),
    There(Worker),
}

type Take = Box<dyn FnOnce(Reply)>;

impl Port {
    /// A port to `engine` on this thread.
    pub fn here(engine: Engine) -> Self {
        let record = engine.record();
        Self::new(Place::Here(Box::new(engine)), record)
    }

    /// A port to the engine in `worker`, which has opened its pack and said what it holds.
    pub fn there(worker: Worker, record: Record) -> Self {
        let port = Self::new(Place::There(worker), record);
        if let Place::There(worker) = &port.0.place {
            // Who listens keeps no port, so that a worker ends when the last port to it has gone.
            let port = Rc::downgrade(&port.0);
            worker.on_reply(move |reply| {
                if let Some(port) = port.upgrade() {
                    port.arrived(reply);
                }
            });
        }
        port
    }

    fn new(place: Place, record: Record) -> Self {
        Self(Rc::new(Inside { place, record, turns: RefCell::default() }))
    }

    /// What the corpus holds; known since it was opened.
    pub fn record(&self) -> Record {
        self.0.record.clone()
    }

    /// Asks for what the page shows, and hands the answer to `take`, unless something newer has been asked by then.
    pub fn ask(&self, ask: Ask, take: impl FnOnce(Answer) + 'static) {
        self.put(Kind::Shown, Question::Ask, ask, take);
    }

    /// Asks the same once more where its answer came without rows, since the articles are still coming.
    pub fn ask_rows(&self, ask: Ask, take: impl FnOnce(Answer) + 'static) {
        self.put(Kind::Shown, Question::AskRows, ask, take);
    }

    /// Asks beside what the page shows: the answer comes whatever is asked later.
    pub fn ask_once(&self, ask: Ask, take: impl FnOnce(Answer) + 'static) {
        self.put(Kind::Once, Question::AskRows, ask, take);
    }

    fn put(&self, kind: Kind, of: fn(Ask) -> Question, ask: Ask, take: impl FnOnce(Answer) + 'static) {
        let generation = self.0.turns.borrow_mut().generation();
        let take = move |reply| match reply {
            Reply::Answer(answer) if answer.generation == generation => take(*answer),
            _ => {}
        };
        self.0.ask(kind, of(Ask { generation, ..ask }), Box::new(take));
    }

    /// Asks for the document that `passage` names, marked with what `query` asks, for the reader: `None` where the
    /// corpus does not hold it.
    pub fn document(&self, passage: Passage, query: Query, take: impl FnOnce(Option<Sheet>) + 'static) {
        let take = |reply| {
            if let Reply::Document(sheet) = reply {
                take(sheet);
            }
        };
        self.0.ask(Kind::Read, Question::Document(passage, query), Box::new(take));
    }

    /// Asks what could go on in `text` before its byte `caret`.
    pub fn suggest(&self, text: String, caret: u32, take: impl FnOnce(Vec<Suggested>) + 'static) {
        let take = |reply| {
            if let Reply::Suggested(offers) = reply {
                take(offers);
            }
        };
        self.0.ask(Kind::Offered, Question::Suggest(text, caret), Box::new(take));
    }

    /// Asks for the table of how much each query in `lines` finds.
    pub fn hits(&self, lines: String, take: impl FnOnce(String) + 'static) {
        self.file(Question::Hits(lines), take);
    }

    /// Asks for the events that a query finds, in an order, as a file in a form.
    pub fn export(&self, (query, sort, form): (Query, Sort, Export), take: impl FnOnce(String) + 'static) {
        self.file(Question::Export(query, sort, form), take);
    }

    fn file(&self, question: Question, take: impl FnOnce(String) + 'static) {
        let take = |reply| {
            if let Reply::File(file) = reply {
                take(file);
            }
        };
        self.0.ask(Kind::Once, question, Box::new(take));
    }

    /// No document is wanted any more: one that is on its way does not arrive.
    pub fn close(&self) {
        self.0.turns.borrow_mut().overtake(Kind::Read);
    }

    /// Asks what `mark` says.
    pub fn name(&self, mark: Mark, take: impl FnOnce(MarkName) + 'static) {
        let take = |reply| {
            if let Reply::Named(name) = reply {
                take(name);
            }
        };
        self.0.ask(Kind::Named, Question::Name(mark), Box::new(take));
    }

    /// Asks `question`, one of those that rows come back for.
    pub fn rows(&self, question: Question, take: impl FnOnce(Vec<Row>) + 'static) {
        let take = |reply| {
            if let Reply::Rows(rows) = reply {
                take(rows);
            }
        };
        self.0.ask(Kind::Once, question, Box::new(take));
    }

    /// Asks for `query` with a value asked for, left out, or neither; a name in whatever spelling the query had it.
    pub fn choose(
        &self,
        query: Query,
        (field, value): (Field, String),
        choice: Option<bool>,
        take: impl FnOnce(Query) + 'static,
    ) {
        let take = |reply| {
            if let Reply::Chosen(query) = reply {
                take(query);
            }
        };
        self.0.ask(Kind::Once, Question::Choose(query, field, value, choice), Box::new(take));
    }
}

impl Inside {
    fn ask(&self, kind: Kind, question: Question, take: Take) {
        let now = self.turns.borrow_mut().ask(kind, question, take);
        if let Some(question) = now {
            self.send(&question);
        }
    }

    fn send(&self, question: &Question) {
        match &self.place {
            Place::Here(engine) => self.arrived(question.reply(engine)),
            Place::There(worker) => worker.post(question),
        }
    }

    fn arrived(&self, reply: Reply) {
        let turns = || self.turns.borrow_mut();
        let (reply, take, next) = match reply {
            Reply::Whole => (None, None, turns().all_here()),
            Reply::Later(question) => (None, None, turns().later(question)),
            reply => {
                let (take, next) = turns().answered();
                (Some(reply), take, next)
            }
        };
        // First the next question, so that a worker thinks while the page draws.
        if let Some(question) = next {
            self.send(&question);
        }
        if let (Some(take), Some(reply)) = (take, reply) {
            take(reply);
        }
    }
}
