//! The lanes of the timeline as the reader wants them: by what, which, in which order, which of them folded.
//!
//! **Invariant:** lanes are a view and no filter; as soon as one of them is changed all are held by name, so that a
//! later question moves none. Start at [`Explorer::set_lanes`].

use dateline_core::explore::{By, Lanes, MOST_LANES};
use leptos::prelude::*;

use super::Explorer;
use crate::platform::location::Step;

impl Explorer {
    /// Puts the events into lanes, or into a single one.
    pub fn set_lanes(self, by: Option<By>) {
        let lanes = by.map(|by| Lanes { by, ..Lanes::default() });
        self.go(Step::Push, |route| route.view.lanes = lanes);
    }

    /// Folds or unfolds the lane of `value`; the empty value is that of all others.
    pub fn fold_lane(self, value: &str) {
        self.change_lanes(|lanes| {
            if value.is_empty() {
                lanes.others = !lanes.others;
            }
            let own = lanes.chosen.iter_mut().filter(|(own, _)| own == value);
            own.for_each(|(_, folded)| *folded = !*folded);
        });
    }

    /// Gives `value` a lane, the last, or takes it away.
    pub fn tick_lane(self, value: &str) {
        self.change_lanes(|lanes| {
            let before = lanes.chosen.len();
            lanes.chosen.retain(|(own, _)| own != value);
            if lanes.chosen.len() == before && before < MOST_LANES {
                lanes.chosen.push((value.to_owned(), false));
            }
        });
    }

    /// Moves the lane of `value` one up or down.
    pub fn move_lane(self, value: &str, down: bool) {
        self.change_lanes(|lanes| {
            let at = lanes.chosen.iter().position(|(own, _)| own == value);
            let other = at.and_then(|at| if down { at.checked_add(1) } else { at.checked_sub(1) });
            if let (Some(at), Some(other)) = (at, other.filter(|other| *other < lanes.chosen.len())) {
                lanes.chosen.swap(at, other);
            }
        });
    }

    /// Lets the lanes follow what is asked again.
    pub fn free_lanes(self) {
        self.go(Step::Push, |route| route.view.lanes.iter_mut().for_each(|lanes| lanes.chosen.clear()));
    }

    fn change_lanes(self, change: impl FnOnce(&mut Lanes)) {
        let shown = self.answer.with_untracked(|answer| {
            let named = answer.lanes.lanes.iter().filter(|lane| !lane.value.is_empty());
            named.map(|lane| (lane.value.clone(), lane.folded)).collect::<Vec<_>>()
        });
        self.go(Step::Push, |route| {
            if let Some(lanes) = &mut route.view.lanes {
                if lanes.chosen.is_empty() {
                    lanes.chosen = shown;
                }
                change(lanes);
            }
        });
    }
}
