//! The lanes of the timeline as the reader wants them: by what, which, in which order, which of them folded.
//!
//! **Invariant:** lanes are a view and no filter; as soon as one of them is changed all are held by name, so that a
//! later question moves none. Start at [`Explorer::set_lanes`].

use dateline_core::engine::lanes::LaneShown;
use dateline_core::explore::{By, Choice, Lanes, MOST_LANES};
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
            if let Some(own) = lanes.chosen.iter_mut().find(|own| own.value == value) {
                own.folded = !own.folded;
            }
        });
    }

    /// Gives `value` a lane, the last, or takes it away.
    pub fn tick_lane(self, value: &str) {
        self.change_lanes(|lanes| {
            let before = lanes.chosen.len();
            lanes.chosen.retain(|own| own.value != value);
            if lanes.chosen.len() == before && before < MOST_LANES && !value.is_empty() {
                lanes.chosen.push(Choice::of(value));
            }
        });
    }

    /// Calls the lane of `value` so; as the page calls it, where `called` is empty.
    pub fn call_lane(self, value: &str, called: &str) {
        self.change_lanes(|lanes| {
            if let Some(own) = lanes.chosen.iter_mut().find(|own| own.value == value) {
                called.trim().clone_into(&mut own.called);
            }
        });
    }

    /// Moves the lane of `value` one up or down.
    pub fn move_lane(self, value: &str, down: bool) {
        self.change_lanes(|lanes| {
            let at = lanes.chosen.iter().position(|own| own.value == value);
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
            let choice = |lane: &LaneShown| Choice { folded: lane.folded, ..Choice::of(&lane.value) };
            named.map(choice).collect::<Vec<_>>()
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
