//! A pack that is asked: every call into the core that the benchmark makes in wasm.
//!
//! **Invariant:** an answer is what the page asks for on every keystroke: the first twenty rows, the totals, the counts
//! of every facet and the timeline. While a range is held the numbers on the screen are asked for, and nothing else: the
//! sentence, the totals of all units, the first eight values of every group with their counts, and every bar.
//! Start at [`Asking::more`].

use dateline_core::civil::{DAY, Interval, iso};
use dateline_core::engine::moving::{Held, Hold};
use dateline_core::engine::{Answer, Arrival, Ask, Stage};
use dateline_core::explore::query::{Clause, Days, Field, Leaf};
use dateline_core::explore::{Moved, Query, Shown, Sort, Unit};
use dateline_core::layout::timeline::Size;

/// How many rows an answer lists.
const ROWS: u32 = 20;

/// How many values of each group are on the screen.
const VALUES: usize = 8;

/// How many bars are.
const BARS: i32 = 200;

/// A pack that is opened as its bytes come, with the last question and its answer.
#[derive(Default)]
pub struct Asking {
    pack: Arrival,
    text: String,
    answer: Answer,
    /// What was offered for the last text where that found nothing.
    meant: Vec<String>,
    /// The range that is held.
    held: Option<Held>,
}

impl Asking {
    /// Takes the next bytes of the pack; how much of it is there, or what is wrong with it.
    pub fn more(&mut self, piece: &[u8]) -> Result<Stage, String> {
        self.pack.add(piece).map_err(|error| error.to_string())
    }

    /// Answers `text`, whose last word may be a beginning where it is being typed; how many articles match.
    pub fn ask(&mut self, text: &str, typing: bool) -> u32 {
        text.clone_into(&mut self.text);
        let (query, _) = if typing { Query::parse_typing(text) } else { Query::parse_with_hints(text) };
        let matched = self.answer_to(exactly(query), ROWS);
        self.meant = self.answer.corrections.iter().map(|offered| offered.meant.clone()).collect();
        // Nothing is corrected silently: whoever finds nothing clicks on what is offered, and that is asked too.
        match self.answer.corrections.first() {
            Some(offered) if matched == 0 && !typing => self.answer_to(offered.query.clone(), ROWS),
            _ => matched,
        }
    }

    /// Answers the last text again between two days since 1970, both inclusive, with so many rows; how many articles
    /// match.
    pub fn brush(&mut self, from: i32, to: i32, rows: u32) -> u32 {
        let day = |number: i32| days(number, number).from.map(iso).unwrap_or_default();
        let text = format!("{} published-after:{} published-before:{}", self.text, day(from), day(to));
        self.answer_to(exactly(Query::parse(&text)), rows)
    }

    /// Takes hold of a range beside the last text, which is moved from now on: of publication, or of when it `happened`.
    /// Bars stand from the day `first` to the day `last`.
    pub fn hold(&mut self, happened: bool, first: i32, last: i32) {
        let moved = if happened { Moved::Happened } else { Moved::Published };
        let shown = |(group, values): (Field, Vec<String>)| values.into_iter().map(move |name| (group, name));
        let facets = self.answer.facets.iter().map(|facet| {
            (facet.group, facet.values.iter().take(VALUES).map(|value| value.name.clone()).collect())
        });
        let values = facets.flat_map(shown).collect();
        let count = (last - first + 1).clamp(1, BARS);
        let edge = |bar: i32| first + (last - first + 1) * bar / count;
        let bars = (0..count).map(|bar| days(edge(bar), edge(bar + 1) - 1)).collect();
        let mut query = exactly(Query::parse(&self.text));
        (if happened { &mut query.ranges } else { &mut query.published }).push(days(first, last));
        let shown = Shown { values, bars };
        let hold = Hold { query, unit: Unit::Articles, moved, shown };
        self.held = self.pack.engine().and_then(|engine| engine.hold(&hold));
    }

    /// The numbers on the screen with the range that is held from the day `from` to the day `to`, both inclusive; how many
    /// articles match.
    pub fn shift(&mut self, from: i32, to: i32) -> Option<u32> {
        Some(self.held.as_mut()?.at(self.pack.engine()?, days(from, to)).matched)
    }

    /// What the last answer says, as JSON.
    pub fn told(&self) -> String {
        let files: Vec<&str> = self.answer.rows.iter().map(|row| row.passage.file.as_str()).collect();
        serde_json::json!({ "files": files, "total": self.answer.matched, "meant": self.meant }).to_string()
    }

    fn answer_to(&mut self, query: Query, rows: u32) -> u32 {
        let ask = Ask {
            generation: 0,
            query,
            unit: Unit::Articles,
            sort: Sort::Best,
            rows,
            open: None,
            window: None,
            size: Size { width: 1000.0, height: 200.0 },
            fold_gaps: false,
            lanes: None,
            clocks: false,
        };
        self.answer = self.pack.engine().and_then(|engine| engine.ask_early(&ask)).unwrap_or_default();
        self.answer.matched
    }
}

/// The days from one to another, counted from 1970.
fn days(from: i32, to: i32) -> Days {
    let day = |number: i32| {
        let from = i64::from(number) * DAY;
        Interval { from, to: from + DAY }.first_day()
    };
    Days { from: day(from), to: day(to) }
}

/// `query` with its words as they stand, as if each were quoted: the peers know no other forms of a word and no other
/// spellings of a name, and what is found is held against the words alone.
fn exactly(mut query: Query) -> Query {
    for clause in &mut query.clauses {
        if let Clause::Leaf(Leaf::Text(pattern)) = clause {
            pattern.quoted |= !pattern.prefix;
        }
    }
    query
}
