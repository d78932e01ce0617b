//! From lane to lane: which mark lies above or below another one.
//!
//! **Invariant:** a step goes to the nearest lane that holds a mark, and in it to the mark nearest in time.
//! Start at [`Timeline::across`].

use super::drawing::{Mark, Shape, Timeline};

impl Timeline {
    /// The mark in the next lane below (or above) that is nearest to mark `from`, if there is one.
    pub fn across(&self, from: usize, down: bool) -> Option<usize> {
        let own = self.marks.get(from)?;
        let lanes = self.marks.iter().map(|mark| mark.lane);
        let next = if down {
            lanes.filter(|lane| *lane > own.lane).min()
        } else {
            lanes.filter(|lane| *lane < own.lane).max()
        }?;
        let far = |mark: &Mark| (middle(mark) - middle(own)).abs();
        let there = self.marks.iter().enumerate().filter(|(_, mark)| mark.lane == next);
        there.min_by(|a, b| far(a.1).total_cmp(&far(b.1))).map(|(at, _)| at)
    }
}

/// Where a mark stands in time.
fn middle(mark: &Mark) -> f64 {
    match mark.shape {
        Shape::Dot { x, .. } | Shape::Bracket { x, .. } => x,
        Shape::Bar { x0, x1, .. } => f64::midpoint(x0, x1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::timeline::Form;

    #[test]
    fn a_step_across_goes_to_the_nearest_in_the_next_lane_that_has_any() {
        let mark = |x: f64, lane: u32| Mark {
            ids: Vec::new(),
            form: Form::Said,
            shape: Shape::Dot { x, y: 0.0, r: 4.0 },
            matched: true,
            open: false,
            when: String::new(),
            precision: String::new(),
            lane,
            things: 1,
            articles: 0,
        };
        let marks = vec![mark(10.0, 0), mark(50.0, 0), mark(5.0, 2), mark(44.0, 2), mark(60.0, 3)];
        let t = Timeline { marks, ..Timeline::default() };
        for (from, down, expected) in [
            (0, true, Some(2)),
            (1, true, Some(3)),
            (3, true, Some(4)),
            (4, true, None),
            (4, false, Some(3)),
            (3, false, Some(1)),
            (0, false, None),
            (9, true, None),
        ] {
            assert_eq!(t.across(from, down), expected, "{from} {down}");
        }
    }
}
