//! The words of a label: where they may be cut, measured once however often a place is looked for.
//!
//! **Invariant:** who says it is never cut; words are a prefix of the item's, cut between two words and never to fewer
//! than three. Start at [`Text::of`].

use super::super::Item;
use super::super::plan::whole;
use super::super::ticks::TYPE;
use super::MOST;
use crate::layout::advance::{Face, advance, width};

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

impl Text {
    /// What there is to say of `item`.
    pub(super) fn of(item: &Item) -> Self {
        let who = width(&item.who, Face::Sans, TYPE);
        let space =
            if item.who.is_empty() || item.words.is_empty() { 0.0 } else { width(" ", Face::Sans, TYPE) };
        let dots = width("…", Face::Sans, TYPE);
        let mut text = Self { whole: None, cuts: [None; WIDTHS.len()] };
        // In thousandths of an em: how wide the words may be that are cut, how wide all is until here and until the end of
        // the last word, and where that is.
        let thousandths = |pixels: f64| whole(pixels * 1000.0 / TYPE) as u32;
        let pixels = |thousandths: u32| f64::from(thousandths) * TYPE / 1000.0;
        let free = WIDTHS.map(|room| thousandths(room - who - space - dots));
        let most = WIDTHS.first().map_or(0, |room| thousandths(room - who - space));
        let (mut wide, mut ended, mut count, mut in_word) = (0, (0, 0), 0, false);
        for (at, letter) in item.words.char_indices() {
            if letter.is_whitespace() {
                count += u32::from(in_word);
                if in_word && count >= FEWEST {
                    let cut = Cut { end: ended.0, width: who + space + pixels(ended.1) + dots + 1.0 };
                    let fits = text.cuts.iter_mut().zip(free).filter(|(_, free)| ended.1 <= *free);
                    fits.for_each(|(most, _)| *most = Some(cut));
                }
                in_word = false;
            }
            wide += u32::from(advance(Face::Serif, letter));
            if wide > most {
                return text;
            }
            if !letter.is_whitespace() {
                (in_word, ended) = (true, (at + letter.len_utf8(), wide));
            }
        }
        // Who says so alone may be too wide.
        let all = who + space + pixels(wide);
        text.whole = Some(Cut { end: item.words.len(), width: all + 1.0 }).filter(|cut| cut.width <= MOST);
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
