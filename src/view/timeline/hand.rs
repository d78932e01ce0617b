//! A hand on the main drawing: a click, a drag, two fingers that pinch.
//!
//! **Invariant:** what has moved is no click; what two fingers hold stays under them, from where they came down; and while
//! they are down nobody asks where the drawing stands, which would make the browser lay the page out in between.
//! Start at [`Hand`].

use dateline_core::layout::timeline::moving::Held;
use leptos::ev::PointerEvent;

use crate::explorer::Explorer;
use crate::platform::element;

/// How far a hand moves before a click becomes a drag, in CSS pixels.
const SLACK: f64 = 4.0;

/// A finger, or the mouse with its button down: which, and where.
#[derive(Clone, Copy, Debug)]
struct Finger {
    id: i32,
    at: (f64, f64),
}

/// What lies on the drawing.
#[derive(Clone, Debug, Default)]
pub struct Hand {
    fingers: Vec<Finger>,
    /// Where in the window the drawing's corner was when the first of them came down.
    corner: (f64, f64),
    /// Where on the drawing that was, across.
    start: f64,
    /// Whether it has moved farther than a click does.
    moved: bool,
    /// How far from a mark it still means it, in CSS pixels.
    reach: f64,
    /// The drawing as two fingers took hold of it, and where they were.
    pinch: Option<(Held, [(f64, f64); 2])>,
}

impl Hand {
    /// A finger has come down at `at` of the drawing; a third one does nothing.
    pub fn down(&mut self, explorer: Explorer, e: &PointerEvent, at: (f64, f64)) {
        let id = e.pointer_id();
        match self.fingers[..] {
            [first] if first.id != id => {
                self.moved = true;
                self.pinch = explorer.hold().map(|held| (held, [first.at, at]));
                element::capture("drawing", first.id);
                element::capture("drawing", id);
            }
            [_, _] => return,
            // What was never said to be lifted was.
            _ => {
                let reach = if e.pointer_type() == "mouse" { 14.0 } else { 22.0 };
                let (x, y) = client(e);
                *self = Self { corner: (x - at.0, y - at.1), start: at.0, reach, ..Self::default() };
                if e.button() != 0 {
                    return;
                }
            }
        }
        self.fingers.push(Finger { id, at });
    }

    /// A finger has moved.
    pub fn drag(&mut self, explorer: Explorer, e: &PointerEvent) {
        let (id, (x, y)) = (e.pointer_id(), client(e));
        let at = (x - self.corner.0, y - self.corner.1);
        if e.buttons() == 0 {
            // It was lifted outside.
            self.up(id);
        }
        let alone = self.fingers.len() == 1;
        let Some(finger) = self.fingers.iter_mut().find(|f| f.id == id) else { return };
        if alone {
            if !self.moved && (at.0 - self.start).abs() < SLACK {
                return;
            }
            if !self.moved {
                element::capture("drawing", id);
            }
            self.moved = true;
            explorer.pan(finger.at.0, at.0);
        }
        finger.at = at;
        if let ([a, b], Some((held, was))) = (&self.fingers[..], &self.pinch) {
            explorer.show(held.pinched(*was, [a.at, b.at]));
        }
    }

    /// A finger is lifted: the other one goes on alone.
    pub fn up(&mut self, id: i32) {
        self.fingers.retain(|f| f.id != id);
        self.pinch = None;
    }

    /// Whether a finger is down.
    pub fn is_down(&self) -> bool {
        !self.fingers.is_empty()
    }

    /// How far from a mark the click that follows still means it; `None` where the hand has moved.
    pub fn clicks(&self) -> Option<f64> {
        (!self.moved).then_some(self.reach)
    }
}

fn client(e: &PointerEvent) -> (f64, f64) {
    (f64::from(e.client_x()), f64::from(e.client_y()))
}
