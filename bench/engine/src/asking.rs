//! A pack that is asked: every call into the core that the benchmark makes in wasm.
//!
//! **Invariant:** an answer is what the page asks for on every keystroke: the first twenty rows, the totals, the counts
//! of every facet and the timeline. Start at [`Asking::open`].

use dateline_core::civil::{datetime, iso};
use dateline_core::engine::{Answer, Ask, Engine};
use dateline_core::explore::{Query, Sort, Unit};
use dateline_core::layout::timeline::Size;

/// How many rows an answer lists.
const ROWS: u32 = 20;

/// Seconds a day.
const DAY: i64 = 86_400;

/// An opened pack, with the last question and its answer.
pub struct Asking {
    engine: Engine,
    text: String,
    answer: Answer,
}

impl Asking {
    /// Opens `pack`, or says what is wrong with it.
    pub fn open(pack: &[u8]) -> Result<Self, String> {
        let engine = Engine::open(pack).map_err(|error| error.to_string())?;
        Ok(Self { engine, text: String::new(), answer: Answer::default() })
    }

    /// Answers `text`; how many articles match. The language has no prefixes yet, so `typing` changes nothing.
    pub fn ask(&mut self, text: &str, _typing: bool) -> u32 {
        text.clone_into(&mut self.text);
        self.answer_to(text)
    }

    /// Answers the last text again between two days since 1970, both inclusive; how many articles match.
    pub fn brush(&mut self, from: i32, to: i32) -> u32 {
        let day =
            |number: i32| datetime(i64::from(number) * DAY).map(|at| iso(at.date())).unwrap_or_default();
        let text = format!("{} after:{} before:{}", self.text, day(from), day(to));
        self.answer_to(&text)
    }

    /// What the last answer says, as JSON.
    pub fn told(&self) -> String {
        let files: Vec<&str> = self.answer.rows.iter().map(|row| row.passage.file.as_str()).collect();
        serde_json::json!({ "files": files, "total": self.answer.matched }).to_string()
    }

    fn answer_to(&mut self, text: &str) -> u32 {
        self.answer = self.engine.ask(&Ask {
            generation: 0,
            query: Query::parse(text),
            unit: Unit::Articles,
            sort: Sort::default(),
            rows: ROWS,
            open: None,
            window: None,
            size: Size { width: 1000.0, height: 200.0 },
            fold_gaps: false,
        });
        self.answer.matched
    }
}
