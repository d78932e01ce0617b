//! The words of a label: where they may be cut, measured once however often a place is looked for.
//!
//! **Invariant:** who says it is never cut; words are a prefix of the item's, cut between two words and never to fewer
//! than three. Start at [`Text::of`].

use super::super::Item;
use super::super::plan::whole;
use super::super::ticks::TYPE;
use super::MOST;
use crate::layout::advance::{Face, advance, plain, width};

/// The widths that a label may have at most, the widest first: few, so that its words change seldom while it has more
/// and more room.
pub(super) const WIDTHS: [f64; 5] = [320.0, 260.0, 200.0, 150.0, 110.0];
/// A label that is as wide stands where it is; for a narrower one other places are tried before.
pub(super) const AMPLE: f64 = 260.0;
/// Fewer words say nothing.
const FEWEST: u32 = 3;

/// How much of an item's words is shown: its bytes, and how wide the label is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cut {
    pub(super) end: usize,
    pub(super) width: f64,
}

/// A label's words, measured.
#[derive(Clone, Copy, Debug)]
pub(super) struct Text {
    /// All of it, if it fits into the widest.
    whole: Option<Cut>,
    /// The most that fits into each of the widths.
    cuts: [Option<Cut>; WIDTHS.len()],
}

/// How wide Dateline's words are.
pub(super) fn wide(who: &str) -> f64 {
    width(who, Face::Sans, TYPE)
}

/// How wide the space before words is, and the dots where they are cut.
pub(super) fn around() -> (f64, f64) {
    (wide(" "), wide("…"))
}

impl Text {
    /// What there is to say of `item`; `space` and `dots` are as wide as [`around`] says.
    pub(super) fn of(item: &Item, (space, dots): (f64, f64)) -> Self {
        let who = wide(&item.who);
        let space = if item.who.is_empty() || item.words.is_empty() { 0.0 } else { space };
        let mut text = Self { whole: None, cuts: [None; WIDTHS.len()] };
        // In thousandths of an em: how wide the words may be, and how wide all is until here.
        let thousandths = |pixels: f64| whole(pixels * 1000.0 / TYPE) as u32;
        let pixels = |thousandths: u32| f64::from(thousandths) * TYPE / 1000.0;
        let free = WIDTHS.map(|room| thousandths(room - who - space - dots));
        let most = WIDTHS.first().map_or(0, |room| thousandths(room - who - space));
        // The widths that may hold more yet, the narrowest first, and what each of them holds.
        let mut open = text.cuts.iter_mut().zip(free).rev().peekable();
        let (mut held, mut count, mut start, mut wide) = (None, 0, 0, 0);
        let (mut at, bytes, serif) = (0, item.words.as_bytes(), plain(Face::Serif));
        while wide <= most {
            // Nearly all letters are plain.
            let letter = bytes.get(at).filter(|byte| byte.is_ascii_graphic());
            if let Some(own) = letter.and_then(|byte| serif.get(usize::from(*byte))) {
                (wide, at) = (wide + u32::from(*own), at + 1);
                continue;
            }
            let Some(letter) = item.words.get(at..).and_then(|rest| rest.chars().next()) else { break };
            let next = at + letter.len_utf8();
            if letter.is_whitespace() {
                count += u32::from(at > start);
                if at > start && count >= FEWEST {
                    while let Some((cut, _)) = open.next_if(|(_, free)| wide > *free) {
                        *cut = held;
                    }
                    held = Some(Cut { end: at, width: who + space + pixels(wide) + dots + 1.0 });
                }
                start = next;
            }
            (wide, at) = (wide + u32::from(advance(Face::Serif, letter)), next);
        }
        open.for_each(|(cut, _)| *cut = held);
        // Who says so alone may be too wide.
        let all = Cut { end: item.words.len(), width: who + space + pixels(wide) + 1.0 };
        text.whole = Some(all).filter(|all| wide <= most && all.width <= MOST);
        text
    }

    /// As much as fits into `room`, and whether that is ample.
    pub(super) fn fit(&self, room: f64) -> Option<(Cut, bool)> {
        if let Some(whole) = self.whole.filter(|whole| whole.width <= room) {
            return Some((whole, true));
        }
        let cuts = self.cuts.iter().zip(WIDTHS).filter_map(|(cut, class)| Some(((*cut)?, class >= AMPLE)));
        cuts.into_iter().find(|(cut, _)| cut.width <= room)
    }
}
