//! The lanes of the timeline as the page is told of them: which there are, and which there could be.
//!
//! **Invariant:** a lane is called by its value in addresses, and by its label on the page; a headline is verbatim.
//! Start at [`lanes`].

use serde::{Deserialize, Serialize};

use super::{picture, row, says, voice};
use crate::corpus::pack::Pack;
use crate::explore::query::Field;
use crate::explore::{By, Choice, Findings, InLanes, Index, Lanes, Query};
use crate::layout::timeline::{Item, LaneItems};

/// The lanes of a drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LanesShown {
    /// Those that are drawn, from top to bottom; the last one may be that of all others, whose value is empty.
    pub lanes: Vec<LaneShown>,
    /// What could have a lane, the most first.
    pub offered: Vec<LaneShown>,
}

/// A lane.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaneShown {
    /// What it is called in an address.
    pub value: String,
    /// What it is called on the page.
    pub label: String,
    /// The same where there is little room.
    pub short: String,
    /// The headline of the article whose lane it is, else empty.
    pub words: String,
    /// How many of the rows that match it holds.
    pub count: u32,
    /// Whether it is folded.
    pub folded: bool,
}

/// The lanes `wanted` for `findings`.
pub(super) fn lanes(
    pack: &Pack,
    index: &Index,
    findings: &Findings,
    wanted: &Lanes,
) -> (LanesShown, InLanes) {
    let found = crate::explore::lanes(pack, index, findings, wanted);
    let shown = |choice: &Choice, count: u32| {
        let mut own = called(pack, index, wanted.by, &choice.value);
        if !choice.called.is_empty() {
            (own.label, own.short) = (choice.called.clone(), choice.called.clone());
        }
        LaneShown { value: choice.value.clone(), count, folded: choice.folded, ..own }
    };
    let lanes = found.lanes.iter().map(|lane| shown(&lane.choice, lane.count)).collect();
    let offered = found.offered.iter().map(|(value, count)| shown(&Choice::of(value), *count)).collect();
    (LanesShown { lanes, offered }, found)
}

/// What a lane is called: in Dateline's words, and in the document's.
fn called(pack: &Pack, index: &Index, by: By, value: &str) -> LaneShown {
    let plain = |label: String| LaneShown { short: label.clone(), label, ..LaneShown::default() };
    match by {
        _ if value.is_empty() => plain("All others".to_owned()),
        By::Article => {
            let Some(opened) = crate::explore::article_called(pack, index, value) else {
                return plain(value.to_owned());
            };
            let document = &opened.article.document;
            let date = row::published(&document.published);
            let title = document.title.as_ref().and_then(|title| title.span).unwrap_or_default();
            LaneShown {
                label: format!("{}, {date}", voice::source(&opened.article)),
                short: picture::short_source(&opened.article).to_owned(),
                words: title.of(&document.text).to_owned(),
                ..LaneShown::default()
            }
        }
        By::Thread => {
            // Words as they would be said, then the rest; what is left out is called so.
            let (mut words, mut all) = (Vec::new(), Vec::new());
            for part in says::parts(&Query::parse(value)) {
                match part.lead.as_str() {
                    "with" => words.push(part.label),
                    lead if lead.starts_with("without") || lead.starts_with("not ") => {
                        all.push(format!("{lead} {}", part.label));
                    }
                    _ => all.push(part.label),
                }
            }
            if !words.is_empty() {
                all.insert(0, words.join(" "));
            }
            plain(all.join(", "))
        }
        By::Status => plain(says::value(Field::Status, value)),
        _ => plain(value.to_owned()),
    }
}

/// The lanes for the layout; `crowds` are what stands in each, where that is too much to be drawn one by one.
pub(super) fn items(shown: &LanesShown, crowds: Vec<Vec<Item>>) -> Vec<LaneItems> {
    let crowds = crowds.into_iter().chain(std::iter::repeat_with(Vec::new));
    let item = |(lane, crowd): (&LaneShown, Vec<Item>)| LaneItems {
        label: lane.short.clone(),
        words: lane.words.clone(),
        count: lane.count,
        folded: lane.folded,
        crowd,
    };
    shown.lanes.iter().zip(crowds).map(item).collect()
}
