//! The walk over what a corpus adds to an article: the form of each mention, and the rows of its events.
//!
//! **Invariant:** what follows from the spelling of a mention or from the events is not written, and anything else is.
//! Start at [`Notes::forms`] and [`Notes::reports`].

use super::{Notes, from_base, sub, to_base};
use crate::corpus::pack::Opened;
use crate::corpus::reports;

/// The contexts of this walk.
const FORM: u32 = sub(8, 0);
const REPORT: u32 = sub(9, 0);

impl Notes<'_> {
    /// The form of each mention: mostly the one of its spelling.
    pub(super) fn forms(&mut self, opened: &mut Opened) {
        let mentions = &opened.article.annotations.mentions;
        let mut number = 0;
        let expected = mentions.len() as u32;
        let len = self.bits.number(sub(FORM, 0), from_base(opened.forms.len() as u32, expected));
        self.items(
            to_base(len, expected),
            &mut opened.forms,
            || None,
            |notes, form| {
                let mention = mentions.get(number);
                number += 1;
                let spelled = mention.and_then(|mention| {
                    let words: Vec<&str> = mention.span.of(&notes.text).split_whitespace().collect();
                    (notes.form_of)(mention.kind, &words.join(" "), *form)
                });
                let kind = match form {
                    None => 0,
                    _ if *form == spelled => 1,
                    _ => 2,
                };
                *form = match notes.bits.number(sub(FORM, 1), kind) {
                    0 => None,
                    1 => spelled,
                    _ => Some(notes.bits.number(sub(FORM, 2), form.unwrap_or(0))),
                };
            },
        );
    }

    /// The rows of the events: mostly those that follow from them.
    pub(super) fn reports(&mut self, opened: &mut Opened) {
        let follow = reports::rows(&opened.article.annotations.events);
        if self.bits.flag(sub(REPORT, 0), opened.reports == follow) {
            opened.reports = follow;
            return;
        }
        self.list(sub(REPORT, 1), &mut opened.reports, Vec::new, |notes, row| {
            notes.list(
                sub(REPORT, 2),
                row,
                || 0,
                |notes, event| {
                    *event = notes.bits.number(sub(REPORT, 3), *event);
                },
            );
        });
    }
}
