//! The port to the engine: one question in, one answer out, both plain data.
//!
//! **Invariant:** an answer of an older generation is dropped. Today the engine answers at once on this thread; the
//! interface leaves room for it to answer later.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use dateline_core::annotate::NameKind;
use dateline_core::engine::passage::Passage;
use dateline_core::engine::row::Row;
use dateline_core::engine::sheet::Sheet;
use dateline_core::engine::{Answer, Ask, Engine, Record};
use dateline_core::explore::Query;

/// A handle on the engine; cheap to clone.
#[derive(Clone)]
pub struct Port {
    engine: Arc<Engine>,
    asked: Arc<Asked>,
}

impl Port {
    /// A port to `engine` on this thread.
    pub fn here(engine: Engine) -> Self {
        Self { engine: Arc::new(engine), asked: Arc::default() }
    }

    /// Asks, and hands the answer to `take`, unless a newer question has been asked by then.
    pub fn ask(&self, ask: &Ask, take: impl FnOnce(Answer)) {
        let generation = self.asked.next();
        let answer = self.engine.ask(&Ask { generation, ..ask.clone() });
        if self.asked.is_last(answer.generation) {
            take(answer);
        }
    }

    /// The document that `passage` names, marked with what `query` asks.
    pub fn document(&self, passage: &Passage, query: &Query) -> Option<Sheet> {
        self.engine.sheet(passage, query)
    }

    /// The first `most` articles, newest first.
    pub fn newest(&self, most: usize) -> Vec<Row> {
        self.engine.newest(most)
    }

    /// `query` with a name asked for, left out, or neither, in whatever spelling the query had it.
    pub fn choose(&self, query: &Query, kind: NameKind, name: &str, choice: Option<bool>) -> Query {
        self.engine.choose(query, kind, name, choice)
    }

    /// What the corpus holds.
    pub fn record(&self) -> Record {
        self.engine.record()
    }
}

/// How many questions have been asked.
#[derive(Debug, Default)]
struct Asked(AtomicU64);

impl Asked {
    /// The generation of a new question.
    fn next(&self) -> u64 {
        self.0.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// Whether no newer question has been asked than the one of `generation`.
    fn is_last(&self, generation: u64) -> bool {
        self.0.load(Ordering::Relaxed) == generation
    }
}

#[cfg(test)]
mod tests {
    use super::Asked;

    #[test]
    fn an_answer_that_a_newer_question_has_overtaken_is_dropped() {
        let asked = Asked::default();
        let first = asked.next();
        assert!(asked.is_last(first));
        let second = asked.next();
        assert!(first < second && !asked.is_last(first) && asked.is_last(second));
    }
}
