//! Where the note beside a mark stands: on the side where there is room, and never over the mark.
//!
//! **Invariant:** the note lies inside the screen and touches no pixel of its mark, however high its text is, since it is
//! cut where the room ends. Start at [`place`].

use super::drawing::Shape;

/// The width of a note where there is room for it.
const WIDTH: f64 = 320.0;
/// What is free around it: to the mark, and to the edges of the screen.
const GAP: f64 = 10.0;
const EDGE: f64 = 8.0;
/// The halo around a mark that is no note's.
const HALO: f64 = 12.0;
/// The room in height that a note wants.
const WANTED: f64 = 180.0;
/// The longest bar that has its note at its end; one that is longer has it under it, near the pointer.
const SHORT: f64 = 60.0;

/// Where a note stands, in pixels of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// Its left edge, and its width.
    pub left: f64,
    /// See `left`.
    pub width: f64,
    /// How far its upper edge is from the top, or, where it is `up`, its lower edge from the bottom of the screen.
    pub inset: f64,
    /// Whether it grows upward.
    pub up: bool,
    /// The most height that it may take.
    pub high: f64,
}

/// Where the note of a mark with `shape` stands, in a drawing whose corner is at `origin` of a screen of the size `screen`.
pub fn place(shape: &Shape, origin: (f64, f64), screen: (f64, f64)) -> Place {
    let (x0, x1, y, half) = match *shape {
        Shape::Dot { x, y, .. } => (x - HALO, x + HALO, y, HALO),
        Shape::Bar { x0, x1, y, h, .. } => (x0, x1.max(x0), y, h.max(HALO)),
        Shape::Bracket { x, y, h, arm } => (x - arm, x, y, h.max(HALO)),
    };
    let (x0, x1, y) = (x0 + origin.0, x1 + origin.0, y + origin.1);
    let (top, bottom) = (y - half, y + half);
    let width = WIDTH.min(screen.0 - 2.0 * EDGE).max(0.0);
    let right = x1 + GAP;
    let left = x0 - GAP - width;
    let beside = match (right + width <= screen.0 - EDGE, left >= EDGE) {
        _ if x1 - x0 > SHORT => None,
        (true, _) => Some(right),
        (false, true) => Some(left),
        (false, false) => None,
    };
    if let Some(left) = beside {
        let inset = (y - 2.0 * HALO).max(EDGE);
        let high = screen.1 - inset - EDGE;
        return if high >= WANTED {
            Place { left, width, inset, up: false, high }
        } else {
            Place { left, width, inset: EDGE, up: true, high: (screen.1 - 2.0 * EDGE).max(0.0) }
        };
    }
    let middle = f64::midpoint(x0, x1) - width / 2.0;
    let left = middle.min(screen.0 - EDGE - width).max(EDGE);
    let (above, below) = (top - GAP - EDGE, screen.1 - bottom - GAP - EDGE);
    if below >= WANTED.min(above) {
        Place { left, width, inset: bottom + GAP, up: false, high: below.max(0.0) }
    } else {
        Place { left, width, inset: screen.1 - top + GAP, up: true, high: above.max(0.0) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The edges of a note of the height `text`: left, right, top, bottom.
    fn edges(place: Place, text: f64, screen: (f64, f64)) -> [f64; 4] {
        let high = text.min(place.high);
        let top = if place.up { screen.1 - place.inset - high } else { place.inset };
        [place.left, place.left + place.width, top, top + high]
    }

    #[test]
    #[expect(clippy::float_cmp, reason = "sums and halves of whole numbers are exact")]
    fn a_note_stands_beside_a_point_and_under_a_long_bar() {
        let screen = (1440.0, 900.0);
        let dot = |x| Shape::Dot { x, y: 100.0, r: 6.0 };
        assert_eq!(place(&dot(600.0), (0.0, 90.0), screen).left, 622.0);
        assert_eq!(place(&dot(1300.0), (0.0, 90.0), screen).left, 958.0);
        let bar = Shape::Bar {
            x0: 200.0,
            x1: 1200.0,
            y: 60.0,
            h: 5.0,
            fade_left: false,
            fade_right: true,
            soft: false,
        };
        let under = place(&bar, (0.0, 90.0), screen);
        assert_eq!((under.left, under.inset, under.up), (540.0, 172.0, false));
    }

    proptest! {
        #[test]
        fn a_note_is_on_the_screen_and_never_over_its_mark(
            x in 0.0..1400.0_f64, wide in 0.0..1200.0_f64, y in 0.0..212.0_f64, is_bar in any::<bool>(),
            origin in 0.0..400.0_f64, screen in (320.0..2000.0_f64, 256.0..1200.0_f64), text in 20.0..600.0_f64,
        ) {
            let x = x.min(screen.0);
            let x1 = (x + wide).min(screen.0);
            let shape = if is_bar {
                Shape::Bar { x0: x, x1, y, h: 5.0, fade_left: false, fade_right: false, soft: false }
            } else {
                Shape::Dot { x, y, r: 6.0 }
            };
            prop_assume!(origin + y < screen.1);
            let place = place(&shape, (0.0, origin), screen);
            let [left, right, top, bottom] = edges(place, text, screen);
            let near = 0.001;
            prop_assert!(left >= EDGE - near && right <= screen.0 - EDGE + near, "{place:?}");
            prop_assert!(top >= 0.0 && bottom <= screen.1 + near || place.high == 0.0, "{place:?}");
            let (a, b) = if is_bar { (x, x1) } else { (x - 6.0, x + 6.0) };
            let clear = right <= a || left >= b || bottom <= origin + y - 6.0 || top >= origin + y + 6.0;
            prop_assert!(clear, "{place:?} over {shape:?}");
        }
    }
}
