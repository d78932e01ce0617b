//! Labels: few, beside the marks that matter most, never over anything.
//!
//! **Invariant:** a label's words are a prefix of the item's, cut at a word; no label touches another, a mark or a
//! line. What finds no place is left out and counted by the caller.
//! Start at [`labels`].

use super::drawing::{Align, Label, Mark, Shape, Timeline};
use super::ticks::TYPE;
use super::{Form, Item, tenth};
use crate::annotate::VoiceClass;
use crate::layout::advance::{Face, width};
use crate::order::Order as _;

/// The widths tried for a label, the widest first.
const WIDTHS: [f64; 5] = [320.0, 260.0, 200.0, 150.0, 110.0];
/// How many marks are tried, so that a crowd costs no time.
const TRIES: usize = 60;

/// A rectangle: left, top, right, bottom.
#[derive(Clone, Copy, Debug)]
struct Rect(f64, f64, f64, f64);

impl Rect {
    fn meets(&self, other: &Rect) -> bool {
        self.0 < other.2 && other.0 < self.2 && self.1 < other.3 && other.1 < self.3
    }

    fn grown(self, by: f64) -> Rect {
        Rect(self.0 - by, self.1 - by, self.2 + by, self.3 + by)
    }
}

/// A text of a label, and how wide it is.
struct Text {
    who: String,
    words: String,
    cut: bool,
    width: f64,
}

/// A place for a label: its text's box, how it is aligned, and its leader.
struct Place {
    rect: Rect,
    align: Align,
    leader: Vec<(f64, f64)>,
}

/// At most `most` labels for the matching marks of `drawing`; `of` holds the first item of each mark.
pub(super) fn labels(drawing: &Timeline, of: &[Option<&Item>], most: usize) -> Vec<Label> {
    if most == 0 {
        return Vec::new();
    }
    let mut order: Vec<(usize, &Mark, &Item)> = drawing
        .marks
        .iter()
        .zip(of)
        .enumerate()
        .filter_map(|(i, (mark, item))| Some((i, mark, (*item)?)))
        .filter(|(_, mark, item)| mark.matched && !(item.who.is_empty() && item.words.is_empty()))
        .filter(|(_, mark, _)| mark.ids.len() == 1 || mark.open)
        .collect();
    order.order_by_key(|(i, mark, item)| (std::cmp::Reverse(worth(mark, item)), std::cmp::Reverse(*i)));
    let mut taken: Vec<Rect> = drawing.marks.iter().map(|m| outline(m).grown(2.0)).collect();
    taken.extend(fixed(drawing));
    let mut out: Vec<Label> = Vec::new();
    for (index, mark, item) in order.into_iter().take(TRIES) {
        if out.len() >= most {
            break;
        }
        let found = WIDTHS.iter().find_map(|room| {
            let text = fitted(item, *room)?;
            let place = place(drawing, mark, index, text.width, &taken)?;
            Some((text, place))
        });
        let Some((text, place)) = found else { continue };
        taken.push(Rect(place.rect.0 - 8.0, place.rect.1 - 1.0, place.rect.2 + 8.0, place.rect.3 + 1.0));
        taken.extend(segments(&place.leader).map(|s| s.grown(2.0)));
        let x = match place.align {
            Align::Start => place.rect.0,
            Align::Middle => f64::midpoint(place.rect.0, place.rect.2),
            Align::End => place.rect.2,
        };
        out.push(Label {
            x: tenth(x),
            y: tenth(place.rect.3 - 3.0),
            align: place.align,
            who: text.who,
            words: text.words,
            cut: text.cut,
            leader: place.leader.iter().map(|(x, y)| (tenth(*x), tenth(*y))).collect(),
            mark: index as u32,
        });
    }
    out
}

/// The open one first; then what somebody with a name says; what is ahead, and what one side claims, before the rest.
fn worth(mark: &Mark, item: &Item) -> u32 {
    let voice = match item.voice {
        VoiceClass::Person => 30,
        VoiceClass::Office => 24,
        VoiceClass::Unnamed => 12,
        VoiceClass::Outlet => 8,
    };
    let form = match item.form {
        Form::Deadline => 22,
        Form::Announced => 14,
        Form::Claimed | Form::Denied | Form::NotDone | Form::Conditional => 8,
        Form::Happened | Form::Ongoing | Form::Published => 4,
        Form::Said | Form::Withheld => 0,
    };
    u32::from(mark.open) * 1000 + voice + form
}

/// The item's label in at most `room` pixels; `None` where it would be too little to understand.
fn fitted(item: &Item, room: f64) -> Option<Text> {
    let who = width(&item.who, Face::Sans, TYPE);
    let space = if item.who.is_empty() || item.words.is_empty() { 0.0 } else { width(" ", Face::Sans, TYPE) };
    let all = who + space + width(&item.words, Face::Serif, TYPE);
    let text = |words: &str, cut: bool, width: f64| Text {
        who: item.who.clone(),
        words: words.to_owned(),
        cut,
        width: width + 1.0,
    };
    if all <= room {
        return Some(text(&item.words, false, all));
    }
    let dots = width("…", Face::Sans, TYPE);
    let free = room - who - space - dots;
    let mut end = 0;
    let mut count = 0;
    for (at, _) in item.words.char_indices().filter(|(_, c)| c.is_whitespace()) {
        let prefix = item.words.get(..at)?.trim_end();
        if prefix.len() <= end {
            continue;
        }
        if width(prefix, Face::Serif, TYPE) > free {
            break;
        }
        (end, count) = (prefix.len(), count + 1);
    }
    if count < 3 {
        // Two words say nothing; of what is ahead, a name alone says enough.
        let ahead = matches!(item.form, Form::Deadline | Form::Announced) && !item.who.is_empty();
        let who = item.who.trim_end_matches(':');
        let wide = width(who, Face::Sans, TYPE);
        let (who, words) = (who.to_owned(), String::new());
        return (ahead && wide <= room && room < 110.0).then_some(Text {
            who,
            words,
            cut: false,
            width: wide + 1.0,
        });
    }
    let words = item.words.get(..end)?;
    Some(text(words, true, who + space + width(words, Face::Serif, TYPE) + dots))
}

/// The first free place: right, left, above, on a line further up, or beyond the last article.
fn place(drawing: &Timeline, mark: &Mark, index: usize, wide: f64, taken: &[Rect]) -> Option<Place> {
    let lane = drawing.lanes.get(usize::from(mark.form == Form::Published))?;
    let it = outline(mark);
    let (cx, cy) = (f64::midpoint(it.0, it.2), f64::midpoint(it.1, it.3));
    let row = |y: f64| (y - 6.5, y + 6.5);
    let (top, bottom) = row(cy);
    let mut places: Vec<Place> = Vec::new();
    let mut put = |x: f64, (top, bottom): (f64, f64), align: Align, leader: Vec<(f64, f64)>| {
        let x0 = match align {
            Align::Start => x,
            Align::Middle => x - wide / 2.0,
            Align::End => x - wide,
        };
        places.push(Place { rect: Rect(x0, top, x0 + wide, bottom), align, leader });
    };
    let is_bar = matches!(mark.shape, Shape::Bar { .. });
    if is_bar && mark.form != Form::Published {
        put(it.0.max(drawing.plot.0) + 2.0, (it.1 - 15.0, it.1 - 2.5), Align::Start, Vec::new());
    }
    put(it.2 + 6.0, (top, bottom), Align::Start, Vec::new());
    put(it.0 - 6.0, (top, bottom), Align::End, Vec::new());
    if mark.form != Form::Published {
        if !is_bar {
            put(cx, (it.1 - 16.0, it.1 - 3.0), Align::Middle, Vec::new());
        }
        if let Some(last) = drawing.last_article.as_ref().filter(|l| l.x > it.2 && l.x - it.2 < 160.0) {
            let leader = vec![(it.2 + 2.0, cy), (last.x + 7.0, cy)];
            put(last.x + 10.0, (top, bottom), Align::Start, leader);
        }
        let mut y = it.1 - 24.0;
        while y - 6.5 >= lane.y.0 {
            let leader = |from: f64| vec![(from, y), (cx, y), (cx, it.1 - 1.0)];
            put(cx - 14.0, row(y), Align::End, leader(cx - 11.0));
            put(cx + 14.0, row(y), Align::Start, leader(cx + 11.0));
            y -= 7.0;
        }
    }
    let over_bars = mark.open || matches!(mark.form, Form::Claimed | Form::Announced);
    let fits = |p: &Place| {
        let inside = p.rect.0 >= drawing.plot.0
            && p.rect.2 <= drawing.plot.1
            && p.rect.1 >= lane.y.0
            && p.rect.3 <= lane.y.1 + 1.0;
        inside
            && free(&p.rect, index, taken, false, false)
            && segments(&p.leader).all(|s| free(&s, index, taken, true, over_bars))
    };
    places.into_iter().find(fits)
}

/// Whether nothing is in the way. A leader may touch its own mark and cross lines over the lanes; those of
/// the marks that matter most may cross bars too.
fn free(rect: &Rect, own: usize, taken: &[Rect], is_leader: bool, over_bars: bool) -> bool {
    let crossed = |t: &Rect| {
        let (wide, high) = (t.2 - t.0, t.3 - t.1);
        wide < 11.0 && high > 30.0 || over_bars && wide > 40.0 && high < 12.0
    };
    taken.iter().enumerate().all(|(i, t)| !rect.meets(t) || is_leader && (i == own || crossed(t)))
}

fn segments(line: &[(f64, f64)]) -> impl Iterator<Item = Rect> {
    line.windows(2).filter_map(|p| {
        let ((ax, ay), (bx, by)) = (*p.first()?, *p.last()?);
        Some(Rect(ax.min(bx) - 0.5, ay.min(by) - 0.5, ax.max(bx) + 0.5, ay.max(by) + 0.5))
    })
}

/// Lines and tears, and the label of the last article.
fn fixed(drawing: &Timeline) -> Vec<Rect> {
    let top = drawing.lanes.first().map_or(0.0, |l| l.y.0);
    let bottom = drawing.lanes.last().map_or(0.0, |l| l.y.1);
    let mut out: Vec<Rect> = drawing.folds.iter().map(|f| Rect(f.x - 8.0, top, f.x + 8.0, bottom)).collect();
    if let Some(last) = &drawing.last_article {
        out.push(Rect(last.x - 5.0, top - 6.0, last.x + 5.0, bottom));
    }
    if let Some(known) = &drawing.known {
        let ([x, ..], [left, y, wide, high]) = (known.line, known.handle);
        out.push(Rect(left, y, left + wide, y + high));
        if known.later.is_some() {
            out.push(Rect(x - 5.0, top - 6.0, x + 5.0, bottom));
        }
    }
    out
}

/// The box of a mark; the open one has a ring around it.
fn outline(mark: &Mark) -> Rect {
    match mark.shape {
        Shape::Dot { x, y, r } => {
            let r = if mark.open { r + 4.0 } else { r };
            Rect(x - r, y - r, x + r, y + r)
        }
        Shape::Bar { x0, x1, y, h, .. } => Rect(x0, y - h / 2.0, x1, y + h / 2.0),
        Shape::Bracket { x, y, h, arm } => Rect(x - arm, y - h, x, y + h),
    }
}
