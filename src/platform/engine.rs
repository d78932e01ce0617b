//! The port to the engine: one question in, one answer out, both plain data.
//!
//! **Invariant:** an answer of an older generation is dropped. Today the engine answers at once on this thread; the
//! interface leaves room for it to answer later.

use std::sync::Arc;

use dateline_core::engine::passage::Passage;
use dateline_core::engine::row::Row;
use dateline_core::engine::sheet::Sheet;
use dateline_core::engine::{Answer, Ask, Engine, Record};
use dateline_core::explore::Query;

/// A handle on the engine; cheap to clone.
#[derive(Clone)]
pub struct Port(Arc<Engine>);

impl Port {
    /// A port to `engine` on this thread.
    pub fn here(engine: Engine) -> Self {
        Self(Arc::new(engine))
    }

    /// Asks, and hands the answer to `take`, unless a newer question has been asked by then.
    pub fn ask(&self, ask: &Ask, take: impl FnOnce(Answer)) {
        take(self.0.ask(ask));
    }

    /// The document that `passage` names, marked with what `query` asks.
    pub fn document(&self, passage: &Passage, query: &Query) -> Option<Sheet> {
        self.0.sheet(passage, query)
    }

    /// The first `most` articles, newest first.
    pub fn newest(&self, most: usize) -> Vec<Row> {
        self.0.newest(most)
    }

    /// What the corpus holds.
    pub fn record(&self) -> Record {
        self.0.record()
    }
}
