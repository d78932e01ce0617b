//! Which line is the headline.
//!
//! **Invariant:** a headline stands before the running text and shares its subject; where nothing does, there is none.
//! The headline is also marked where it is repeated. Start at [`mark`].

use rustc_hash::FxHashSet;

use super::Lines;
use crate::fold;
use crate::order;
use crate::read::features::Features;
use crate::read::stated::{Stated, is_part_of_title};
use crate::read::words::is_job;
use crate::read::{BlockKind, LineRule};

/// Marks the headline and its repetitions; gives the first one.
pub(super) fn mark(all: &mut Lines, stated: &Stated, lead: usize) -> Option<usize> {
    let given = stated.title.as_ref().map(|t| fold::fold(t.value.trim()));
    let is_given =
        |f: &Features| given.as_deref().is_some_and(|t| f.words >= 3 && is_part_of_title(f.folded.trim(), t));
    let hinted = (0..all.features.len()).find(|at| all.kind(*at) == Some(BlockKind::Title));
    let stated = all.features.iter().position(is_given).map(|at| (at, LineRule::StatedTitle));
    let (found, rule) = stated
        .or(hinted.map(|at| (at, LineRule::Markup)))
        .or_else(|| if given.is_none() { Some((best(all, lead)?, LineRule::Headline)) } else { None })?;
    let folded = all.features.get(found).map(|f| f.folded.trim().to_owned())?;
    for at in 0..all.features.len() {
        let same = all.features.get(at).is_some_and(|f| f.folded.trim() == folded);
        let free = !matches!(all.kind(at), Some(BlockKind::Related));
        if at == found || same && free {
            all.mark(at, BlockKind::Title, if at == found { rule } else { LineRule::TitleAgain });
        }
    }
    Some(found)
}

/// The line before the running text that shares most with it.
fn best(all: &Lines, lead: usize) -> Option<usize> {
    let body: FxHashSet<&str> =
        all.features.iter().skip(lead).filter(|f| f.is_prose()).flat_map(Features::content).collect();
    let mut found: Option<(usize, usize)> = None;
    for at in 0..lead.min(all.features.len()) {
        let f = all.features.get(at)?;
        let is_open = matches!(all.kind(at), None | Some(BlockKind::Crosshead));
        if all.is_entry(at) || !is_open || !(f.is_heading() || f.is_marked_heading) || f.words < 2 {
            continue;
        }
        let content = order::set(f.content());
        let shared = content.iter().filter(|w| body.contains(*w)).count();
        if shared == 0 && !f.is_marked_heading {
            continue;
        }
        // In thousandths: the share of its words that the text has too, then length and form.
        let score = 3000 * shared / content.len().max(1)
            + 1000 * usize::from((5..=22).contains(&f.words))
            + 1500 * usize::from(f.is_marked_heading)
            + 2500usize.saturating_sub(2500 * f.list.iter().filter(|w| is_job(w)).count());
        if found.is_none_or(|(best, _)| score > best) {
            found = Some((score, at));
        }
    }
    found.map(|(_, at)| at)
}
