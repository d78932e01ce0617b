//! Fingers on the page: a tap, a finger that is moved, two that pinch.
//!
//! **Invariant:** they are the browser's own touches, on a visit with [`Visit::touch`](crate::visit::Visit::touch): what
//! is touched is laid out otherwise.

use serde_json::{Value, json};

use crate::page::Page;

/// A point of the page, in CSS pixels.
type Point = (f64, f64);

/// How many steps a finger takes on its way.
const STEPS: u8 = 8;

impl Page {
    /// Taps on `point`.
    pub async fn tap(&self, point: Point) {
        self.fingers(&[(point, point)], 0).await;
    }

    /// Taps on what `selector` finds first, in its middle.
    pub async fn tap_on(&self, selector: &str) {
        self.select(selector).await.eval("this.scrollIntoView({ block: 'center' })").await;
        self.tap(self.point(selector, (0.5, 0.5)).await).await;
    }

    /// Puts a finger down at `from`, moves it to `to`, and lifts it.
    pub async fn slide(&self, from: Point, to: Point) {
        self.fingers(&[(from, to)], STEPS).await;
    }

    /// Puts two fingers down, moves each from its first point to its second, and lifts them.
    pub async fn pinch(&self, fingers: [(Point, Point); 2]) {
        self.fingers(&fingers, STEPS).await;
    }

    async fn fingers(&self, ways: &[(Point, Point)], steps: u8) {
        for (n, (from, _)) in ways.iter().enumerate() {
            let down: Vec<Point> = ways[..n].iter().map(|(from, _)| *from).chain([*from]).collect();
            self.touch("touchStart", &down).await;
        }
        for step in 1..=steps {
            let share = f64::from(step) / f64::from(steps);
            let between = |a: f64, b: f64| a + (b - a) * share;
            let now: Vec<Point> =
                ways.iter().map(|(from, to)| (between(from.0, to.0), between(from.1, to.1))).collect();
            self.touch("touchMove", &now).await;
        }
        self.touch("touchEnd", &[]).await;
    }

    async fn touch(&self, kind: &str, points: &[Point]) {
        let points: Vec<Value> =
            points.iter().enumerate().map(|(id, (x, y))| json!({ "x": x, "y": y, "id": id })).collect();
        let event = json!({ "type": kind, "touchPoints": points });
        self.devtools("Input.dispatchTouchEvent", &event).await;
    }
}
