//! Typed text into a [`Query`].
//!
//! Terms side by side all hold, `OR` joins its two neighbours, parentheses make one of several, and a field before a
//! parenthesis is the field of every term in it.
//! **Invariant:** parsing never fails and never recurses: open parentheses wait in a list no longer than [`DEPTH`], so
//! the time is linear in the text and a clause is never deeper. What is not taken the way it looks is a [`Hint`].
//! Start at [`parse`]; [`term`] reads a single term.

mod term;

use super::clause::distinct;
use super::days::bounded;
use super::lex::{Tokens, What};
use super::{Clause, Days, Field, FieldTerm, Hint, Leaf, NameTerm, Query, Scope, ValueTerm};
use crate::order::Order as _;
use crate::span::Span;

/// The most parentheses in one another.
pub(super) const DEPTH: usize = 12;
/// The most terms; bounds of dates do not count, since they become one.
pub(super) const TERMS: usize = 100;
/// The most hints; what there is beyond is one.
pub(super) const HINTS: usize = 60;

const MORE: &str = "expected fewer slips than here: left out or searched as text";

/// The query in `text`, and what in it was not taken the way it looks; `typing` as in [`Query::parse_typing`].
pub(super) fn parse(text: &str, typing: bool) -> (Query, Vec<Hint>) {
    let mut parser = Parser {
        text,
        typing,
        frames: vec![Frame::default()],
        minus: None,
        ignored: 0,
        terms: 0,
        full: false,
        scope: Scope::default(),
        dates: None,
        hints: Vec::new(),
    };
    for token in Tokens::of(text) {
        // What comes after the last term that is taken is one thing to say.
        if parser.full {
            let rest = Span::new(token.span.start as usize, text.trim_end().len());
            parser.hint(rest, format!("expected at most {TERMS} terms, found more: left out"));
            break;
        }
        match token.what {
            What::Open(field) => parser.open(token.span, field),
            What::Close => parser.close(token.span),
            What::Or => parser.or(token.span),
            What::And => parser.no_minus(),
            What::Minus => {
                parser.minus = Some(parser.minus.map_or(token.span, |minus| minus.join(token.span)));
            }
            What::Term(term) => parser.term(token.span, &term),
        }
    }
    parser.finish()
}

struct Parser<'a> {
    text: &'a str,
    typing: bool,
    /// The query itself, then every parenthesis that is open.
    frames: Vec<Frame<'a>>,
    /// A minus that waits for what it leaves out.
    minus: Option<Span>,
    /// How many open parentheses are too deep to be taken.
    ignored: usize,
    terms: usize,
    /// Whether a term was one too many.
    full: bool,
    scope: Scope,
    /// Where the dates of the query itself stand.
    dates: Option<Span>,
    hints: Vec<Hint>,
}

#[derive(Default)]
struct Frame<'a> {
    open: Span,
    negated: bool,
    field: Option<&'a str>,
    items: Vec<Item>,
    /// An `OR` that waits for what follows it.
    or: Option<Span>,
}

struct Item {
    clause: Clause,
    /// Whether it is one term, in no parentheses and with no `OR`.
    direct: bool,
    /// Whether it bounds the ranges of dates instead of being one.
    bound: bool,
}

impl<'a> Parser<'a> {
    fn hint(&mut self, span: Span, what: impl Into<String>) {
        let what = what.into();
        let between = |last: Span| Span { start: last.end, end: span.start }.of(self.text).trim().is_empty();
        // Five hundred parentheses are one thing to say.
        let again = |last: Span| span.contains(last) || (last.end <= span.start && between(last));
        let full = self.hints.len() >= HINTS;
        match self.hints.last_mut() {
            Some(last) if last.what == what && again(last.span) => last.span = last.span.join(span),
            Some(last) if full => {
                last.span = last.span.join(span);
                MORE.clone_into(&mut last.what);
            }
            _ => self.hints.push(Hint { span, what }),
        }
    }

    fn open(&mut self, span: Span, field: Option<&'a str>) {
        if self.frames.len() > DEPTH {
            self.ignored += 1;
            let what = format!("expected at most {DEPTH} parentheses in one another, found more: left out");
            return self.hint(span, what);
        }
        let open = self.minus.map_or(span, |minus| minus.join(span));
        let negated = self.minus.take().is_some();
        // A field holds for the parentheses in its own too.
        let field = field.or_else(|| self.frames.last().and_then(|frame| frame.field));
        self.frames.push(Frame { open, negated, field, ..Frame::default() });
    }

    fn close(&mut self, span: Span) {
        self.no_minus();
        if self.ignored > 0 {
            self.ignored -= 1;
            let what = format!("expected at most {DEPTH} parentheses in one another, found more: left out");
            return self.hint(span, what);
        }
        let Some(frame) = (self.frames.len() > 1).then(|| self.frames.pop()).flatten() else {
            return self.hint(span, "expected an opening parenthesis before, found none: left out");
        };
        self.end(frame, span);
    }

    /// Joins what is in the parentheses that end at `span`.
    fn end(&mut self, frame: Frame, span: Span) {
        if let Some(or) = frame.or {
            self.hint(or, "expected a term after OR, found none: left out");
        }
        match Clause::and(frame.items.into_iter().map(|item| item.clause).collect()) {
            Some(clause) => {
                let clause = if frame.negated { clause.negated() } else { clause };
                self.add(Item { clause, direct: false, bound: false });
            }
            None => {
                self.hint(frame.open.join(span), "expected a term in the parentheses, found none: left out");
            }
        }
    }

    fn or(&mut self, span: Span) {
        self.no_minus();
        let Some(frame) = self.frames.last_mut() else { return };
        if frame.items.is_empty() || frame.or.is_some() {
            return self.hint(span, "expected a term before OR, found none: left out");
        }
        frame.or = Some(span);
    }

    /// A minus with nothing to leave out is said.
    fn no_minus(&mut self) {
        if let Some(minus) = self.minus.take() {
            self.hint(minus, "expected a term after the minus, found none: left out");
        }
    }

    fn add(&mut self, item: Item) {
        let Some(frame) = self.frames.last_mut() else { return };
        let left = if frame.or.take().is_some() { frame.items.pop() } else { None };
        let item = match left {
            None => item,
            Some(left) => match Clause::or(vec![left.clause, item.clause]) {
                Some(clause) => Item { clause, direct: false, bound: false },
                None => return,
            },
        };
        frame.items.push(item);
    }

    fn finish(mut self) -> (Query, Vec<Hint>) {
        self.no_minus();
        let end = Span::new(self.text.len(), self.text.len());
        if let Some(outer) = self.frames.get(1).filter(|_| !self.full) {
            let open = outer.open.join(end).trim(self.text);
            self.hint(open, "expected a closing parenthesis, found the end: read up to the end");
        }
        while let Some(frame) = (self.frames.len() > 1).then(|| self.frames.pop()).flatten() {
            self.end(frame, end);
        }
        let top = self.frames.pop().unwrap_or_default();
        if let Some(or) = top.or {
            self.hint(or, "expected a term after OR, found none: left out");
        }
        let query = query(top.items, self.scope);
        let reversed = query.ranges.iter().chain(&query.published).find(|days| days.is_empty());
        if let (Some(days), Some(span)) = (reversed, self.dates) {
            let what = format!(
                "expected a first day before the last, found {}: nothing is in between",
                days.value()
            );
            self.hint(span, what);
        }
        self.hints.order_by_key(|hint| hint.span);
        (query, self.hints)
    }
}

/// The query of its terms: those that the sidebar writes too go into their groups.
fn query(items: Vec<Item>, scope: Scope) -> Query {
    let mut query = Query { scope, ..Query::default() };
    let mut clauses = Vec::new();
    let (mut named, mut bounds) = ([Vec::new(), Vec::new()], [Days::default(); 2]);
    for Item { clause, direct, bound } in items {
        let leaf = match (direct, clause) {
            (true, Clause::Leaf(leaf)) => leaf,
            (true, Clause::Not(inner)) => match *inner {
                Clause::Leaf(Leaf::Value(field, value)) => {
                    put(&mut query, field, value, true);
                    continue;
                }
                other => {
                    clauses.push(other.negated());
                    continue;
                }
            },
            (_, clause) => {
                clauses.push(clause);
                continue;
            }
        };
        let [happened, published] = &mut named;
        let [during, print] = &mut bounds;
        match leaf {
            Leaf::Value(field, value) => put(&mut query, field, value, false),
            Leaf::During(days) if bound => *during = during.within(days),
            Leaf::Published(days) if bound => *print = print.within(days),
            Leaf::During(days) => happened.push(days),
            Leaf::Published(days) => published.push(days),
            Leaf::Undated => query.undated = true,
            other => clauses.push(other.into()),
        }
    }
    let [happened, published] = named;
    let [during, print] = bounds;
    query.ranges = bounded(happened, during);
    query.published = bounded(published, print);
    query.clauses = match Clause::and(clauses) {
        Some(Clause::And(all)) => all,
        other => other.into_iter().collect(),
    };
    query.names = distinct(query.names);
    query.publishers = distinct(query.publishers);
    query.authors = distinct(query.authors);
    query.fields = distinct(query.fields);
    query
}

fn put(query: &mut Query, field: Field, value: String, excluded: bool) {
    match (field, field.kind()) {
        (_, Some(kind)) => query.names.push(NameTerm { kind, name: value, excluded }),
        (Field::Publisher, _) => query.publishers.push(ValueTerm { value, excluded }),
        (Field::Author, _) => query.authors.push(ValueTerm { value, excluded }),
        (field, _) => query.fields.push(FieldTerm { field, value, excluded }),
    }
}
