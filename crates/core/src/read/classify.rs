//! Lines into blocks: what each line of an article is for.
//!
//! **Invariant:** every line becomes exactly one block, whatever it holds; what is doubtful stays
//! [`BlockKind::Paragraph`], so that no story is lost.
//! Three passes: what a line says by itself, the headline, and then what its neighbours make of it.
//! Start at [`blocks`].

use std::collections::BTreeMap;

use super::cues::Cue;
use super::features::Features;
use super::lines::Line;
use super::stated::Stated;
use super::{Block, BlockKind, LineRule, byline, caption, features};
use crate::fold;
use crate::order;
use crate::span::Span;

mod headline;
#[cfg(test)]
mod tests;

/// The lines of one article on their way to blocks.
pub(super) struct Lines<'a> {
    text: &'a str,
    found: &'a [Line],
    features: Vec<Features<'a>>,
    marks: Vec<Option<(BlockKind, LineRule)>>,
    credits: Vec<Option<Span>>,
}

/// The blocks, and the passage that says the text is cut.
pub(super) fn blocks(text: &str, lines: &[Line], stated: &Stated) -> (Vec<Block>, Option<Span>) {
    let features: Vec<_> = lines.iter().map(|line| Features::new(text, line.span)).collect();
    let mut all = Lines {
        text,
        found: lines,
        marks: vec![None; lines.len()],
        credits: vec![None; lines.len()],
        features,
    };
    for at in 0..lines.len() {
        all.alone(at);
    }
    all.address();
    all.related_lists();
    all.points();
    all.repeated();
    let lead = all.lead();
    let title = headline::mark(&mut all, stated, lead);
    all.before(title, lead);
    all.standfirst(title, lead, stated);
    all.body(lead);
    let incomplete = all.incomplete();
    let blocks = lines.iter().zip(all.marks).zip(all.credits).map(|((line, mark), credit)| {
        let (kind, rule) = mark.unwrap_or((BlockKind::Paragraph, LineRule::Text));
        Block { kind, rule, span: line.span, credit: credit.filter(|_| kind == BlockKind::Caption) }
    });
    (blocks.collect(), incomplete)
}

impl Lines<'_> {
    /// What the line at `at` says by itself.
    fn alone(&mut self, at: usize) {
        let (Some(line), Some(f)) = (self.found.get(at), self.features.get(at)) else { return };
        let credit = caption::credit(self.text, line.span);
        let is_caption = credit.is_some_and(|c| has_credit_form(f, c.of(self.text)));
        let mark = if f.is_bare {
            Some((BlockKind::Furniture, LineRule::Bare))
        } else if let Some(cue) = f.cue {
            Some(match cue {
                Cue::Related => (BlockKind::Related, LineRule::RelatedPhrase),
                Cue::RelatedHead => (BlockKind::Furniture, LineRule::RelatedPhrase),
                Cue::Incomplete => (BlockKind::Furniture, LineRule::CutPhrase),
                Cue::Furniture => (BlockKind::Furniture, LineRule::Phrase),
            })
        } else if let Some(hint) = line.hint.filter(|hint| is_believed(*hint, f)) {
            Some((hint, LineRule::Markup))
        } else if line.hint == Some(BlockKind::Byline) && f.is_prose() {
            // A box about the author.
            Some((BlockKind::Furniture, LineRule::Markup))
        } else if f.is_heading() && self.is_entry(at) {
            Some((BlockKind::Crosshead, LineRule::Entry))
        } else if byline::parts(line.span.of(self.text)) == Some(BlockKind::Furniture) {
            Some((BlockKind::Furniture, LineRule::PageHead))
        } else if f.is_link || line.is_link {
            Some((if f.words <= 3 { BlockKind::Furniture } else { BlockKind::Related }, LineRule::Link))
        } else if byline::is_byline(self.text, line.span, f) {
            Some((BlockKind::Byline, LineRule::By))
        } else if byline::is_dateline(self.text, line.span) {
            Some((BlockKind::Dateline, LineRule::Date))
        } else if is_caption {
            Some((BlockKind::Caption, LineRule::Credit))
        } else if caption::is_scene(self.text, line.span, f) {
            Some((BlockKind::Caption, LineRule::Scene))
        } else if f.is_row {
            Some((BlockKind::Table, LineRule::Row))
        } else if f.is_item {
            Some((BlockKind::List, LineRule::Item))
        } else {
            let is_head = line.hint == Some(BlockKind::Crosshead) && !f.is_prose();
            is_head.then_some((BlockKind::Crosshead, LineRule::Markup))
        };
        set(&mut self.credits, at, credit);
        set(&mut self.marks, at, mark);
    }

    /// Whether the line stands directly after a clock time alone, as the heading of an entry of a live report.
    fn is_entry(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|b| self.found.get(b));
        before.is_some_and(|line| byline::is_clock(line.span.of(self.text)))
    }

    /// The points under "What we know so far", up to the next running text.
    fn points(&mut self) {
        let mut under = false;
        for at in 0..self.found.len() {
            let Some(f) = self.features.get(at) else { break };
            match self.kind(at) {
                None | Some(BlockKind::Crosshead) if is_points_head(&f.folded) => under = true,
                None if under && f.is_heading() && f.words >= 4 => {
                    self.mark(at, BlockKind::List, LineRule::Points);
                }
                _ => under = false,
            }
        }
    }

    /// The article's own address, alone in its first or last line.
    fn address(&mut self) {
        for at in [0, self.found.len().saturating_sub(1)] {
            if self.found.get(at).is_some_and(|l| features::is_address(l.span.of(self.text))) {
                self.mark(at, BlockKind::Metadata, LineRule::Address);
            }
        }
    }

    /// List items and headings under "Related stories", up to the next running text.
    fn related_lists(&mut self) {
        let mut under = false;
        for at in 0..self.found.len() {
            let Some(f) = self.features.get(at) else { break };
            match self.kind(at) {
                _ if f.cue == Some(Cue::RelatedHead) || is_list_head(&f.folded) => under = true,
                None if under && f.words == 1 && f.folded.parse::<u8>().is_ok() => {
                    self.mark(at, BlockKind::Furniture, LineRule::RelatedList);
                }
                None | Some(BlockKind::List) if under && !f.is_prose() && f.words >= 4 => {
                    self.mark(at, BlockKind::Related, LineRule::RelatedList);
                }
                Some(BlockKind::Furniture | BlockKind::Related) => {}
                _ => under = false,
            }
        }
    }

    /// The same short line for the third time is furniture.
    fn repeated(&mut self) {
        let mut seen: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, f) in self.features.iter().enumerate() {
            if f.words <= 12 && !f.is_row {
                seen.entry(&f.folded).or_default().push(at);
            }
        }
        for at in seen.into_values().filter(|places| places.len() > 2).flatten() {
            set(&mut self.marks, at, Some((BlockKind::Furniture, LineRule::Repeated)));
        }
    }

    /// The line with which the running text begins.
    fn lead(&self) -> usize {
        let open = || self.features.iter().zip(&self.marks).map(|(f, mark)| (f, mark.is_none()));
        let lead = open().position(|(f, open)| open && f.is_lead());
        lead.or_else(|| open().position(|(f, open)| open && f.is_prose())).unwrap_or(self.found.len())
    }

    /// What stands before the headline, or before the running text where there is no headline.
    fn before(&mut self, title: Option<usize>, lead: usize) {
        for at in 0..title.unwrap_or(lead).min(self.found.len()) {
            let is_short = self.features.get(at).is_some_and(|f| !f.is_prose());
            if is_short && matches!(self.kind(at), None | Some(BlockKind::List | BlockKind::Crosshead)) {
                self.mark(at, BlockKind::Furniture, LineRule::Before);
            }
        }
    }

    /// The summary between headline and running text.
    fn standfirst(&mut self, title: Option<usize>, lead: usize, stated: &Stated) {
        let Some(title) = title else { return };
        let about = order::set(self.features.get(title).into_iter().flat_map(Features::content));
        let shared = |f: &Features| {
            let words = order::set(f.content());
            words.iter().filter(|w| about.contains(*w)).count()
        };
        // A line without a stop, between the headline and the running text.
        let mut found = None;
        for at in title + 1..lead.min(self.found.len()) {
            let Some(f) = self.features.get(at).filter(|_| self.kind(at).is_none()) else { continue };
            let is_summary = f.words >= 7 && f.stops * 8 >= f.words && found.is_none();
            found = found.or(is_summary.then_some(at));
            let mark = if is_summary {
                (BlockKind::Standfirst, LineRule::Summary)
            } else {
                (BlockKind::Furniture, LineRule::Between)
            };
            set(&mut self.marks, at, Some(mark));
        }
        // Or the first running text, where the article begins anew after it.
        let Some(f) = self.features.get(lead).filter(|_| found.is_none() && self.kind(lead).is_none()) else {
            return;
        };
        let described = stated.description.as_deref().map(fold::fold);
        let is_description = described.is_some_and(|d| d.trim() == f.folded.trim());
        let next = (lead + 1..self.found.len())
            .find(|at| self.kind(*at).is_none() && self.features.get(*at).is_some_and(Features::is_lead));
        let Some((next, second)) = next.and_then(|at| Some((at, self.features.get(at)?))) else { return };
        let parted = (lead + 1..next).any(|at| {
            matches!(
                self.kind(at),
                Some(BlockKind::Byline | BlockKind::Dateline | BlockKind::Caption | BlockKind::Furniture)
            )
        });
        let first_after_title = (title + 1..lead).all(|at| matches!(self.kind(at), Some(BlockKind::Title)));
        let files = self.found.get(next).is_some_and(|l| has_place_lead(l.span.of(self.text)));
        if is_description || first_after_title && (files || parted && shared(second) >= shared(f)) {
            let rule = if is_description { LineRule::Description } else { LineRule::Summary };
            self.mark(lead, BlockKind::Standfirst, rule);
        }
    }

    /// Headings among and after the running text.
    fn body(&mut self, lead: usize) {
        let prose = |all: &Self, at: usize| {
            all.kind(at).is_none() && all.features.get(at).is_some_and(Features::is_prose)
        };
        let last = (0..self.found.len()).rev().find(|at| prose(self, *at));
        for at in lead..self.found.len() {
            if self.kind(at).is_some() {
                continue;
            }
            let Some(f) = self.features.get(at) else { break };
            if self.captions_next(at) {
                self.mark(at, BlockKind::Caption, LineRule::PictureTitle);
                continue;
            }
            if !f.is_heading() {
                continue;
            }
            let run = (at..self.found.len())
                .take_while(|i| {
                    self.kind(*i).is_none() && self.features.get(*i).is_some_and(Features::is_heading)
                })
                .take(40)
                .count();
            let headlines = (at..at + run).take_while(|i| self.is_headline(*i)).count();
            if headlines > 1 {
                for i in at..at + headlines {
                    self.mark(i, BlockKind::Related, LineRule::Headings);
                }
                continue;
            }
            // After the story, what reads like a sentence or a figure may still belong to it.
            let tells = f.words >= 10 && f.stops * 4 >= f.words || f.folded.contains(':');
            let (kind, rule) = match last.is_none_or(|last| at > last) {
                true if !tells => (BlockKind::Furniture, LineRule::After),
                false if f.words <= 16 && self.opens_large(at) => (BlockKind::Crosshead, LineRule::Heading),
                _ => continue,
            };
            self.mark(at, kind, rule);
        }
    }

    /// Whether the line may be the headline of another article.
    fn is_headline(&self, at: usize) -> bool {
        let has_form = |f: &Features| {
            (5..=22).contains(&f.words) && f.content().nth(3).is_some() && !f.folded.contains(": ")
        };
        self.features.get(at).is_some_and(has_form) && self.opens_large(at)
    }

    fn opens_large(&self, at: usize) -> bool {
        self.found.get(at).is_some_and(|l| {
            let line = l.span.of(self.text).trim_start_matches(['#', ' ', '‘', '\'', '“']);
            !line.starts_with(|c: char| c.is_lowercase() || matches!(c, '—' | '–' | '-' | '•' | '"'))
        })
    }

    /// Whether the line is the title of a picture whose caption and credit follow at once.
    fn captions_next(&self, at: usize) -> bool {
        let (Some(line), Some(next), Some(f)) =
            (self.found.get(at), self.found.get(at + 1), self.features.get(at))
        else {
            return false;
        };
        let credited = self.kind(at + 1) == Some(BlockKind::Caption)
            && self.credits.get(at + 1).is_some_and(Option::is_some);
        credited && line.after_gap && !next.after_gap && f.words <= 20 && !f.has_quotation
    }

    /// The lines that say the text is cut, as one passage where they stand together.
    fn incomplete(&self) -> Option<Span> {
        let mut found: Option<Span> = None;
        for (line, f) in self.found.iter().zip(&self.features) {
            match found {
                _ if f.cue == Some(Cue::Incomplete) => {
                    found = Some(found.map_or(line.span, |s| s.join(line.span)));
                }
                Some(_) => break,
                None => {}
            }
        }
        found.or_else(|| {
            // "Read more" as the last words of all.
            let at =
                (0..self.found.len()).rev().find(|at| self.features.get(*at).is_some_and(|f| f.words > 0))?;
            let (line, f) = (self.found.get(at)?, self.features.get(at)?);
            let bare = f.folded.trim_matches(|c: char| !c.is_alphanumeric());
            matches!(bare, "read more" | "read full story" | "read full article" | "more")
                .then_some(line.span)
        })
    }

    fn kind(&self, at: usize) -> Option<BlockKind> {
        self.marks.get(at).copied().flatten().map(|(kind, _)| kind)
    }

    fn mark(&mut self, at: usize, kind: BlockKind, rule: LineRule) {
        set(&mut self.marks, at, Some((kind, rule)));
    }
}

/// Whether the line heads a list of what is known.
fn is_points_head(folded: &str) -> bool {
    let bare = folded.trim_end_matches([':', '.', '…', '?']).trim();
    let heads =
        ["what we know", "key points", "key developments", "at a glance", "the main points", "in summary"];
    heads.iter().any(|head| bare.starts_with(head)) && bare.split(' ').count() <= 7
}

/// Whether the line heads the list of what else is read on the site.
fn is_list_head(folded: &str) -> bool {
    let bare = folded.trim_end_matches([':', '.', '…']).trim();
    [
        "latest",
        "latest news",
        "latest stories",
        "most popular",
        "most read",
        "most shared",
        "most viewed",
        "most watched",
        "top stories",
        "trending",
        "trending now",
    ]
    .contains(&bare)
}

/// Whether the line is of a form that goes with `credit` at its end.
fn has_credit_form(f: &Features, credit: &str) -> bool {
    let says = f.list.iter().any(|w| super::words::is_saying(w));
    if caption::is_picture(credit) { f.words <= 90 } else { f.words <= 35 && !says && !f.has_quotation }
}

/// Whether the markup's word for a line is taken without a look at its neighbours.
fn is_believed(hint: BlockKind, f: &Features) -> bool {
    match hint {
        BlockKind::Paragraph | BlockKind::Crosshead => false,
        // Classes of these names also stand on whole columns of text.
        BlockKind::Byline => !f.is_prose() && f.words <= 20,
        BlockKind::Dateline => {
            !f.is_prose() && f.list.iter().any(|w| w.starts_with(|c: char| c.is_ascii_digit()))
        }
        _ => true,
    }
}

fn set<T>(list: &mut [T], at: usize, value: T) {
    if let Some(slot) = list.get_mut(at) {
        *slot = value;
    }
}

/// Whether the paragraph opens with the place it was filed from: `Washington, D.C. — `, `KYIV (Reuters) - `.
fn has_place_lead(line: &str) -> bool {
    let mark = ["—", "–", " - "].iter().filter_map(|mark| line.find(mark)).min();
    let Some(place) = mark.and_then(|at| line.get(..at)).map(str::trim) else { return false };
    let words = place.split(|c: char| c.is_whitespace() || matches!(c, '/' | '(' | ')'));
    !place.is_empty()
        && place.len() <= 60
        && words.clone().count() <= 7
        && words.filter(|w| !w.is_empty()).all(|w| !w.starts_with(char::is_lowercase) || w == "and")
}
