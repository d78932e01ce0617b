//! A single term: what its field makes of its value.
//!
//! **Invariant:** a value that its field cannot read is searched as the text that was typed, and a hint says what was
//! expected; a term without a letter or digit is left out.
//! Start at [`Parser::term`].

use super::super::field::{End, Named, known};
use super::super::lex::Term;
use super::super::pattern::{QUOTED, SLOP};
use super::super::{Clause, Days, Field, Leaf, Pattern, Scope};
use super::{Item, Parser, TERMS};
use crate::explore::passages::words;
use crate::span::Span;

impl<'a> Parser<'a> {
    pub(super) fn term(&mut self, span: Span, term: &Term<'a>) {
        let span = self.minus.map_or(span, |minus| minus.join(span));
        let excluded = self.minus.take().is_some();
        let own = self.frames.last().and_then(|frame| frame.field);
        let field = term.field.or(own);
        let named = field.and_then(known);
        let is_bound = matches!(named, Some(Named::Days { end: End::First | End::Last, .. }));
        if self.terms >= TERMS && !is_bound {
            self.full = true;
            return self.hint(span, format!("expected at most {TERMS} terms, found more: left out"));
        }
        if let (Some(name), Some(_), true) = (field, named, term.value.is_empty()) {
            return self.hint(span, format!("expected a value after `{name}:`, found none: left out"));
        }
        let leaf = match (named, field) {
            (Some(Named::Scope), _) => return self.scope(span, term, excluded),
            (Some(named), Some(field)) => self.leaf(span, named, field, term, excluded),
            (_, Some(field)) => {
                Err(format!("expected a field such as person: or after:, found `{field}:`: searched as text"))
            }
            (_, None) => Ok(self.words(span, term, excluded).map(Leaf::Text)),
        };
        let leaf = match leaf {
            Ok(leaf) => leaf,
            Err(what) => {
                // A term that only stands in the parentheses of a field is a term of text by itself.
                let text = match term.field {
                    Some(field) => {
                        Some(as_text(field, term)).filter(|text| words(&text.text).next().is_some())
                    }
                    None => self.words(span, term, excluded),
                };
                match (&text, term.field) {
                    (Some(_), _) => self.hint(span, what),
                    (None, Some(_)) => self.hint(span, nothing(term)),
                    (None, None) => {}
                }
                text.map(Leaf::Text)
            }
        };
        if term.slop.is_some() && leaf.as_ref().is_some_and(|leaf| !has_slop(leaf)) {
            self.hint(span, "expected `~` after a phrase only: the number is left out");
        }
        if !term.closed {
            self.hint(span, "expected a closing quotation mark, found the end: read up to the end");
        }
        let Some(leaf) = leaf else { return };
        if self.frames.len() == 1 && matches!(leaf, Leaf::During(_) | Leaf::Published(_)) {
            self.dates = Some(self.dates.map_or(span, |dates| dates.join(span)));
        }
        let bound = is_bound && matches!(leaf, Leaf::During(_) | Leaf::Published(_));
        self.terms += usize::from(!bound);
        // `undated:no` asks for what has a date.
        let no = leaf == Leaf::Undated && term.value.eq_ignore_ascii_case("no");
        let mut clause = Clause::from(leaf);
        if excluded != no {
            clause = clause.negated();
        }
        self.add(Item { clause, direct: true, bound });
    }

    /// What the field `named`, typed as `field`, makes of the term; `Err` says what was expected.
    fn leaf(
        &mut self,
        span: Span,
        named: Named,
        field: &str,
        term: &Term,
        excluded: bool,
    ) -> Result<Option<Leaf>, String> {
        let found = &term.value;
        Ok(Some(match named {
            Named::Title => return Ok(self.words(span, term, excluded).map(Leaf::Title)),
            Named::Quote => {
                let count = words(found).count();
                if count == 0 {
                    self.hint(span, nothing(term));
                    return Ok(None);
                }
                if count > QUOTED {
                    let what = format!(
                        "expected at most {QUOTED} words of a quotation, found {count}: the first are compared"
                    );
                    self.hint(span, what);
                }
                Leaf::Quotation(found.clone())
            }
            Named::Value(kind) => {
                let holds = words(found).next().is_some() || matches!(kind, Field::Publisher | Field::Author);
                if !holds {
                    self.hint(span, nothing(term));
                    return Ok(None);
                }
                let expected = |what| format!("expected {what}, found `{field}:{found}`: searched as text");
                Leaf::Value(kind, kind.value(found).map_err(expected)?)
            }
            Named::Days { end, published } => {
                let days = Days::parse(found).and_then(|days| bounds(days, end));
                let days = days.ok_or_else(|| {
                    format!("expected a day as 2026-02-07, a month as 2026-02 or a year, found `{found}`: searched as text")
                })?;
                if published { Leaf::Published(days) } else { Leaf::During(days) }
            }
            Named::Undated if ["yes", "no"].iter().any(|known| found.eq_ignore_ascii_case(known)) => {
                Leaf::Undated
            }
            Named::Undated | Named::Scope => {
                return Err(format!("expected undated:yes, found `{field}:{found}`: searched as text"));
            }
        }))
    }

    /// The words of a term of text or of the headline.
    fn words(&mut self, span: Span, term: &Term, excluded: bool) -> Option<Pattern> {
        let text = if term.quoted { term.value.as_str() } else { term.value.trim_end_matches('*') };
        if words(text).next().is_none() {
            self.hint(span, nothing(term));
            return None;
        }
        let mut prefix = term.star || text.len() < term.value.len();
        if !term.quoted && text.contains('*') {
            let what =
                format!("expected `*` at the end of a word, found `{}`: searched as it stands", term.value);
            self.hint(span, what);
        }
        // What is being typed is the beginning of a word, but leaving that out would leave out far more than is meant.
        let is_last = span.end as usize == self.text.len() && text.ends_with(char::is_alphanumeric);
        let is_open = !term.quoted || !term.closed;
        let leaves_out = excluded || self.frames.iter().any(|frame| frame.negated);
        prefix |= self.typing && is_last && is_open && !leaves_out;
        let slop = match (term.slop, term.slop.and_then(|digits| digits.parse::<u8>().ok())) {
            (None, _) => 0,
            (Some(_), Some(slop)) if slop <= SLOP => slop,
            (Some(""), _) => {
                self.hint(span, "expected a number after `~`, found none: read as a phrase");
                0
            }
            (Some(_), _) => {
                self.hint(
                    span,
                    format!("expected a number up to {SLOP} after `~`, found more: {SLOP} is taken"),
                );
                SLOP
            }
        };
        Some(Pattern { text: text.to_owned(), quoted: term.quoted, slop, prefix })
    }

    fn scope(&mut self, span: Span, term: &Term, excluded: bool) {
        let scope = [("article", Scope::Article), ("passage", Scope::Passage)];
        let found = scope.iter().find(|(name, _)| term.value.eq_ignore_ascii_case(name));
        let Some((_, scope)) = found.filter(|_| !excluded) else {
            return self.hint(span, "expected scope:article or scope:passage, without a minus: left out");
        };
        self.scope = *scope;
        if self.frames.len() > 1 || self.frames.iter().any(|frame| frame.or.is_some()) {
            self.hint(span, "expected scope: outside of parentheses and OR: it holds for the whole query");
        }
    }
}

/// The days of a field that gives these ends.
fn bounds(days: Days, end: End) -> Option<Days> {
    let days = match end {
        End::Both => days,
        End::First => Days { to: None, ..days },
        End::Last => Days { from: None, ..days },
    };
    (!days.is_open()).then_some(days)
}

/// A term whose own field cannot read it, as text.
fn as_text(field: &str, term: &Term) -> Pattern {
    if term.quoted {
        Pattern::phrase(format!("{field}: {}", term.value).trim())
    } else {
        Pattern::word(term.raw)
    }
}

fn nothing(term: &Term) -> String {
    format!("expected a letter or digit, found `{}`: left out", term.raw)
}

fn has_slop(leaf: &Leaf) -> bool {
    matches!(leaf, Leaf::Text(pattern) | Leaf::Title(pattern) if pattern.quoted)
}
