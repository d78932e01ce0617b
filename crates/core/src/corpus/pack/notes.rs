//! What was found in an article, in few bits: a walk over it that writes and reads alike.
//!
//! The same functions walk an article to count its strings, to write it and to read it: each gives every value to
//! [`Notes`] in turn and takes back what it is. Places are counted in marks from where they are expected, names of rules
//! and other strings have numbers, and what follows from something else takes next to nothing.
//! **Invariant:** an article comes back equal to what was written; any bytes give an article or `None`.
//! Start at [`Coder::of`] and [`Shared::read`]; [`Bits`] knows how likely each value is.

mod annotations;
mod bits;
mod document;
mod known;
mod links;
mod marks;
mod places;
#[cfg(test)]
mod tests;
mod values;

use serde::de::DeserializeOwned;

use super::Opened;
use super::counts::Counts;
use crate::annotate::{NameKind, VoiceClass};
use crate::columns::{Bytes, Reader, Writer};
use crate::evidence::Anchor;
use crate::span::Span;
pub(super) use bits::Odds;
use bits::{Bits, Mode};
use known::{Known, Numbered, Spelled};
use marks::Marks;

/// How many articles learn their odds from each other where nothing was learned beforehand.
pub(super) const TOGETHER: u32 = 8;

/// From how many articles odds are learned, at most twice as many.
const LEARNED: usize = 4096;

/// Finds the form of a spelling, which may be the one given last.
pub(super) type FormOf<'a> = &'a dyn Fn(NameKind, &str, Option<u32>) -> Option<u32>;

/// One article on its way to bits or from them.
struct Notes<'a> {
    bits: Bits<'a>,
    known: Known<'a>,
    form_of: FormOf<'a>,
    text: String,
    marks: Marks,
    /// The day on which the article was published.
    day: i64,
    /// The day of the string before.
    last_day: i64,
    anchors: Vec<Anchor>,
    sentences: Vec<Span>,
    times: Vec<Span>,
    mentions: Vec<Span>,
    events: Vec<Span>,
    voices: Vec<(VoiceClass, Option<u32>, Span)>,
}

impl<'a> Notes<'a> {
    fn new(bits: Bits<'a>, known: Known<'a>, form_of: FormOf<'a>) -> Self {
        Self {
            bits,
            known,
            form_of,
            text: String::new(),
            marks: Marks::default(),
            day: 0,
            last_day: 0,
            anchors: Vec::new(),
            sentences: Vec::new(),
            times: Vec::new(),
            mentions: Vec::new(),
            events: Vec::new(),
            voices: Vec::new(),
        }
    }

    fn reads(&self) -> bool {
        self.bits.mode == Mode::Read
    }

    fn walks(&self) -> bool {
        self.bits.mode == Mode::Walk
    }

    /// Walks over `opened`, whose text is known.
    fn article(&mut self, opened: &mut Opened) {
        let document = &mut opened.article.document;
        self.marks = Marks::of(&document.text);
        self.text = std::mem::take(&mut document.text);
        (self.day, self.last_day) = (0, 0);
        self.anchors.clear();
        self.sentences.clear();
        self.times.clear();
        self.mentions.clear();
        self.events.clear();
        self.voices.clear();
        self.document(document);
        self.annotations(&mut opened.article.annotations);
        if !self.walks() {
            // What a walk looks for, strings, is in neither.
            self.forms(opened);
            self.reports(opened);
        }
        opened.article.document.text = std::mem::take(&mut self.text);
    }

    /// A variant of an enumeration, whose number is `number`.
    fn choice<T: DeserializeOwned>(&mut self, context: u32, number: u32, value: &mut T) -> u32 {
        let number = self.bits.number(context, number);
        if self.reads() {
            // The bytes of a pack's other sections give an enumeration the same number, in one byte below 128.
            match u8::try_from(number).ok().and_then(|number| super::value(&[number])) {
                Some(read) => *value = read,
                None => self.bits.fail(),
            }
        }
        number
    }

    /// A value that need not be there.
    fn option<T>(
        &mut self,
        context: u32,
        value: &mut Option<T>,
        blank: impl FnOnce() -> T,
        each: impl FnOnce(&mut Self, &mut T),
    ) {
        if self.bits.flag(context, value.is_some()) {
            each(self, value.get_or_insert_with(blank));
        } else {
            *value = None;
        }
    }

    /// A list.
    fn list<T>(
        &mut self,
        context: u32,
        list: &mut Vec<T>,
        blank: impl Fn() -> T,
        each: impl FnMut(&mut Self, &mut T),
    ) {
        let len = self.bits.number(context, list.len() as u32);
        self.items(len, list, blank, each);
    }

    /// The items of a list of `len`.
    fn items<T>(
        &mut self,
        len: u32,
        list: &mut Vec<T>,
        blank: impl Fn() -> T,
        mut each: impl FnMut(&mut Self, &mut T),
    ) {
        let mut items = std::mem::take(list).into_iter();
        for _ in 0..len {
            let mut item = items.next().unwrap_or_else(&blank);
            each(self, &mut item);
            if self.bits.failed() {
                break;
            }
            list.push(item);
        }
    }
}

/// The context of part `part` of `context`.
const fn sub(context: u32, part: u32) -> u32 {
    (context ^ part.wrapping_add(1).wrapping_mul(0x9e37_79b1)).wrapping_mul(0x0100_0193)
}

/// `number` as what it is more or less than `base`, small for both.
fn from_base(number: u32, base: u32) -> u32 {
    let by = number.wrapping_sub(base).cast_signed();
    (by << 1 ^ by >> 31).cast_unsigned()
}

/// The number that is `by` more or less than `base`.
fn to_base(by: u32, base: u32) -> u32 {
    base.wrapping_add(by >> 1 ^ (by & 1).wrapping_neg())
}

/// Gives `found` every string of `opened` that may get a number.
pub(super) fn strings(opened: &mut Opened, mut found: impl FnMut(&str)) {
    Notes::new(Bits::walker(), Known::Found(&mut found), &|_, _, _| None).article(opened);
}

/// What writes the articles of a corpus: its strings by number, and the odds.
pub(super) struct Coder {
    strings: Numbered,
    odds: Odds,
    together: u32,
    section: Vec<u8>,
}

impl Coder {
    /// Learns from `all` articles, each of which `open` opens, what is common in them; `found` are their strings.
    pub(super) fn of(found: Counts, all: u32, open: impl Fn(u32) -> Option<Opened>, form_of: FormOf) -> Self {
        let (strings, spelled) = Numbered::of(found);
        let mut coder = Self { strings, odds: Odds::even(), together: TOGETHER, section: Vec::new() };
        let sample = (0..all).step_by(all as usize / LEARNED + 1).filter_map(&open);
        let learned = sample.fold(Odds::even(), |odds, article| coder.article(article, odds, form_of).1);
        let learned = learned.write();
        let odds = Odds::open(Bytes::new(learned.clone())).unwrap_or_else(Odds::even);
        let (mut alone, mut together, mut own) = (0, 0, Odds::even());
        for (at, article) in (0..all.min(LEARNED as u32 / 8)).filter_map(|at| Some((at, open(at)?))) {
            alone += coder.article(article.clone(), odds.clone(), form_of).0.len();
            let before = if at % TOGETHER == 0 { Odds::even() } else { own };
            let bytes;
            (bytes, own) = coder.article(article, before, form_of);
            together += bytes.len();
        }
        let pays = alone + learned.len() < together;
        let mut writer = Writer::default();
        writer.add(&spelled);
        writer.add(if pays { &learned } else { &[] });
        if pays {
            (coder.odds, coder.together) = (odds, 1);
        }
        coder.section = writer.finish();
        coder
    }

    /// What [`Shared::open`] opens.
    pub(super) fn section(&self) -> &[u8] {
        &self.section
    }

    /// `opened` in bits, or itself where that takes those before it: then [`Self::after`] writes it.
    pub(super) fn alone(&self, opened: Opened, form_of: FormOf) -> Result<Vec<u8>, Box<Opened>> {
        if self.together > 1 {
            return Err(Box::new(opened));
        }
        Ok(self.article(opened, self.odds.clone(), form_of).0)
    }

    /// `opened`, which is article `at`, in bits, where `odds` are as the one before it has left them.
    pub(super) fn after(&self, odds: &mut Option<Odds>, at: u32, opened: Opened, form_of: FormOf) -> Vec<u8> {
        let before =
            odds.take().filter(|_| !at.is_multiple_of(self.together)).unwrap_or_else(|| self.odds.clone());
        let (bytes, after) = self.article(opened, before, form_of);
        *odds = Some(after);
        bytes
    }

    fn article(&self, mut opened: Opened, odds: Odds, form_of: FormOf) -> (Vec<u8>, Odds) {
        let number = |string: &str| self.strings.number(string);
        let mut write = Notes::new(Bits::writer(odds), Known::Numbered(&number), form_of);
        write.article(&mut opened);
        write.bits.finish()
    }
}

/// What the articles of a pack share.
#[derive(Debug)]
pub(super) struct Shared {
    strings: Spelled,
    learned: Bytes,
    odds: std::sync::OnceLock<Option<Odds>>,
}

impl Shared {
    /// What is in `section`, or `None` where it is nothing of the kind.
    pub(super) fn open(section: Bytes) -> Option<Self> {
        let mut reader = Reader::new(section);
        let (strings, learned) = (Spelled::open(reader.strings()?), reader.bytes()?);
        reader.is_at_end().then(|| Self { strings, learned, odds: std::sync::OnceLock::new() })
    }

    /// The articles that are read together with `article`.
    pub(super) fn with(&self, article: u32) -> std::ops::Range<u32> {
        let together = if self.learned.is_empty() { TOGETHER } else { 1 };
        let from = article - article % together;
        from..from.saturating_add(together)
    }

    /// Articles that are read one after the other, from their texts and what was written of them.
    pub(super) fn read<'a>(
        &self,
        articles: impl Iterator<Item = Option<(String, &'a [u8])>>,
        form_of: FormOf,
    ) -> Option<Vec<Opened>> {
        let open = || {
            if self.learned.is_empty() { Some(Odds::even()) } else { Odds::open(self.learned.clone()) }
        };
        let mut odds = self.odds.get_or_init(open).clone()?;
        let mut all = Vec::new();
        for article in articles {
            let (text, bits) = article?;
            let mut opened = values::blank(text);
            let mut notes = Notes::new(Bits::reader(odds, bits), Known::Spelled(&self.strings), form_of);
            notes.article(&mut opened);
            if notes.bits.failed() {
                return None;
            }
            odds = notes.bits.finish().1;
            all.push(opened);
        }
        Some(all)
    }
}
