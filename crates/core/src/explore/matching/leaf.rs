//! What a single term finds: one leaf of a query against the index, as the rows of a unit.
//!
//! What belongs to an article (headline, publisher, author, language, origin, publication, whether it may be cut short)
//! is true of all its rows; words, quotations, names and speakers are looked for in the row's own passage, or with
//! [`Scope::Article`] in its article; status, voices and time are the row's own, and an article has those of its rows.
//! **Invariant:** this is the only place that evaluates a leaf, and [`rows`] the only way in; nothing here knows how leaves
//! are joined. Whose word a row is lies in [`voice`]. English stems, if they are to match, widen [`Ground::holding`].

mod voice;

use crate::annotate::{CreditKind, NameKind};
use crate::civil::When;
use crate::corpus::{Article, Corpus};
use crate::explore::Unit;
use crate::explore::index::{Index, any_overlaps};
use crate::explore::passage::{passages, words};
use crate::explore::query::{Days, Field, Leaf, Pattern, Scope, Sought, alike};
use crate::explore::set::Set;
use crate::fold::fold;
use crate::span::Span;

/// What leaves are evaluated against.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) corpus: &'a Corpus,
    pub(super) index: &'a Index,
}

/// The rows of `unit` of which `leaf` is true.
pub(super) fn rows(leaf: &Leaf, ground: Ground<'_>, unit: Unit, scope: Scope) -> Set {
    let wide = scope == Scope::Article;
    let at = match leaf {
        Leaf::During(_) | Leaf::Undated | Leaf::Value(Field::Status | Field::Voice, _) => unit,
        Leaf::Text(_) | Leaf::Quotation(_) if !wide => unit,
        Leaf::Value(field, _) if !wide && is_named(*field) => unit,
        _ => Unit::Articles,
    };
    let found = match leaf {
        Leaf::Text(pattern) => ground.words(pattern, at),
        Leaf::Title(pattern) => ground.titled(pattern),
        Leaf::Quotation(text) => ground.quoting(text, at),
        Leaf::Value(field, value) => ground.valued(*field, value, at),
        Leaf::During(days) => ground.during(*days, at),
        Leaf::Published(days) => {
            ground.articles(|article| published(article).is_some_and(|when| is_within(when, *days)))
        }
        Leaf::Undated => ground.undated(at),
    };
    if at == unit { found } else { ground.spread(&found.rows(), unit) }
}

/// Whether values of `field` are names in a passage.
fn is_named(field: Field) -> bool {
    field.kind().is_some() || matches!(field, Field::About | Field::Speaker)
}

/// Whether it was published on those days for sure: where a range dates it, the whole range lies in them.
fn is_within(when: &When, days: Days) -> bool {
    days.interval().contains(when.interval)
}

fn published(article: &Article) -> Option<&When> {
    article.document.published.when.as_ref()
}

impl<'a> Ground<'a> {
    fn none(self, unit: Unit) -> Set {
        Set::none(self.index.unit(unit).len())
    }

    /// The rows of `unit` of which `holds` is true.
    fn each(self, unit: Unit, holds: impl Fn(u32) -> bool) -> Set {
        let mut set = self.none(unit);
        (0..self.index.unit(unit).len() as u32).filter(|row| holds(*row)).for_each(|row| set.insert(row));
        set
    }

    /// The articles of which `holds` is true.
    fn articles(self, holds: impl Fn(&Article) -> bool) -> Set {
        self.each(Unit::Articles, |row| self.article(row).is_some_and(&holds))
    }

    /// All rows of `articles`.
    fn spread(self, articles: &[u32], unit: Unit) -> Set {
        let (mut set, rows) = (self.none(unit), self.index.unit(unit));
        articles.iter().flat_map(|article| rows.of_article(*article)).for_each(|row| set.insert(row));
        set
    }

    /// The rows of `unit` of which `holds` is true; an article has what one of its rows has.
    fn own(self, unit: Unit, holds: impl Fn(Unit, u32) -> bool) -> Set {
        if unit != Unit::Articles {
            return self.each(unit, |row| holds(unit, row));
        }
        let mut set = self.none(unit);
        for below in Unit::ALL.into_iter().filter(|below| *below != Unit::Articles) {
            let rows = self.each(below, |row| holds(below, row)).rows();
            rows.iter()
                .filter_map(|row| self.index.place(below, *row))
                .for_each(|(article, _)| set.insert(article));
        }
        set
    }

    fn article(self, article: u32) -> Option<&'a Article> {
        self.corpus.articles().get(article as usize)
    }

    /// Where a row stands in its article: its sentences.
    fn spans(self, unit: Unit, row: u32) -> Option<(u32, &'a Article, Vec<Span>)> {
        let (at, own) = self.index.place(unit, row)?;
        let article = self.article(at)?;
        let notes = &article.annotations;
        let around = |span: Span| {
            let sentences = &article.document.sentences;
            let from = sentences.partition_point(|s| s.span.end <= span.start);
            let held = sentences.iter().skip(from).take_while(|s| s.span.start < span.end);
            held.fold(span, |all, sentence| all.join(sentence.span))
        };
        let spans = match unit {
            Unit::Articles => vec![Span::new(0, article.document.text.len())],
            Unit::Quotations => {
                notes.quotations.get(own as usize).map(|q| around(q.span)).into_iter().collect()
            }
            Unit::Figures => notes.figures.get(own as usize).map(|f| around(f.span)).into_iter().collect(),
            Unit::Events => {
                let events = &self.corpus.reports().get(row as usize)?.events;
                events.iter().filter_map(|event| Some(notes.events.get(*event as usize)?.span)).collect()
            }
        };
        Some((at, article, spans))
    }

    /// Rows that hold the words, and, unless they are quoted, those that name in their passage what is spelled so.
    fn words(self, pattern: &Pattern, unit: Unit) -> Set {
        let Some(sought) = Sought::of(pattern) else { return Set::all(self.index.unit(unit).len()) };
        let mut found = self.holding(&sought, unit);
        if sought.words.len() > 1 {
            let held =
                found.rows().into_iter().filter(|row| self.is_in(&sought, unit, *row)).collect::<Vec<_>>();
            found = Set::of(self.index.unit(unit).len(), &held);
        }
        if !pattern.quoted && !pattern.prefix {
            for entity in NameKind::ALL.into_iter().flat_map(|kind| self.index.spelled(kind, &pattern.text)) {
                let named = self.index.unit(unit).with_name(*entity).iter();
                named.filter(|row| self.is_named(*entity, unit, **row)).for_each(|row| found.insert(*row));
            }
        }
        found
    }

    /// Rows that hold each of the words, wherever they stand in the row.
    fn holding(self, sought: &Sought, unit: Unit) -> Set {
        let rows = self.index.unit(unit);
        let mut found = Set::all(rows.len());
        for (at, word) in sought.words.iter().enumerate() {
            let mut set = Set::none(rows.len());
            let ids = if sought.prefix && at + 1 == sought.words.len() {
                self.index.beginning_with(word)
            } else {
                self.index.word_id(word).into_iter().collect()
            };
            ids.iter().flat_map(|id| rows.with_word(*id)).for_each(|row| set.insert(*row));
            found.and(&set);
        }
        found
    }

    /// Whether one passage of the row holds what is sought.
    fn is_in(self, sought: &Sought, unit: Unit, row: u32) -> bool {
        let Some((_, article, spans)) = self.spans(unit, row) else { return false };
        let document = &article.document;
        let holds = |text: &str| sought.is_in(&words(text).map(|(_, word)| word).collect::<Vec<_>>());
        let title = document.title.as_ref().filter(|title| unit == Unit::Articles && title.span.is_none());
        let mut cut = spans.iter().flat_map(|span| passages(document, *span));
        cut.any(|passage| holds(passage.of(&document.text))) || title.is_some_and(|title| holds(&title.value))
    }

    /// Whether the row's passage names `entity`.
    fn is_named(self, entity: u32, unit: Unit, row: u32) -> bool {
        let Some((at, article, spans)) = self.spans(unit, row) else { return false };
        let mentions = (0..).zip(&article.annotations.mentions);
        let mut here = mentions.filter(|(_, mention)| spans.iter().any(|span| span.contains(mention.span)));
        here.any(|(mention, _)| self.corpus.entity_of(at, mention) == Some(entity))
    }

    fn titled(self, pattern: &Pattern) -> Set {
        let Some(sought) = Sought::of(pattern) else {
            return Set::all(self.index.unit(Unit::Articles).len());
        };
        self.articles(|article| {
            let title = article.document.title.as_ref();
            title.is_some_and(|title| {
                sought.is_in(&words(&title.value).map(|(_, word)| word).collect::<Vec<_>>())
            })
        })
    }

    /// Quotations of about these words, and whatever has one of them in its passage.
    fn quoting(self, text: &str, unit: Unit) -> Set {
        let asked: Vec<String> = words(text).map(|(_, word)| word).collect();
        let quotation = |row: u32| {
            let (at, own) = self.index.place(Unit::Quotations, row)?;
            let article = self.article(at)?;
            let span = article.annotations.quotations.get(own as usize)?.span;
            let said: Vec<String> = words(span.of(&article.document.text)).map(|(_, word)| word).collect();
            alike(&asked, &said).map(|_| (at, span))
        };
        let all = 0..self.index.unit(Unit::Quotations).len() as u32;
        if unit == Unit::Quotations {
            return self.each(unit, |row| quotation(row).is_some());
        }
        let mut set = self.none(unit);
        for (article, quoted) in all.filter_map(quotation) {
            for row in self.index.unit(unit).of_article(article) {
                let here =
                    self.spans(unit, row).is_some_and(|(.., spans)| spans.iter().any(|s| s.overlaps(quoted)));
                if here {
                    set.insert(row);
                }
            }
        }
        set
    }

    fn valued(self, field: Field, value: &str, unit: Unit) -> Set {
        if let Some(kind) = field.kind() {
            return self.naming(&[kind], value, unit);
        }
        match field {
            Field::Speaker => self.said_by(value, unit),
            Field::Publisher | Field::Author => {
                let values =
                    if field == Field::Author { &self.index.authors } else { &self.index.publishers };
                let found = values.named(value).into_iter().filter_map(|at| values.all.get(at as usize));
                let articles: Vec<u32> = found.flat_map(|(_, articles)| articles).copied().collect();
                self.spread(&articles, unit)
            }
            Field::Language => self.articles(|article| {
                let language = article.document.language.as_ref();
                language.map_or("none", |language| language.value.as_str()).eq_ignore_ascii_case(value)
            }),
            Field::Incomplete => {
                self.articles(|article| article.document.incomplete.is_some() == (value == "yes"))
            }
            Field::Dated => self.articles(|article| {
                let days =
                    published(article).map(|when| (when.interval.first_day(), when.interval.last_day()));
                match days {
                    None => value == "none",
                    Some((Some(first), Some(last))) if first == last => value == "day",
                    Some(_) => value == "range",
                }
            }),
            Field::Origin => self.from(value),
            Field::Status => {
                self.own(unit, |unit, row| self.statuses(unit, row).any(|status| status.name() == value))
            }
            Field::Voice => {
                self.own(unit, |unit, row| self.count(unit, row).is_some_and(|count| count.name() == value))
            }
            _ => self.naming(&NameKind::ALL, value, unit),
        }
    }

    fn naming(self, kinds: &[NameKind], name: &str, unit: Unit) -> Set {
        let mut set = self.none(unit);
        for entity in kinds.iter().flat_map(|kind| self.index.entity_named(*kind, name)) {
            self.index.unit(unit).with_name(entity).iter().for_each(|row| set.insert(*row));
        }
        set
    }

    /// Articles that say that they have something from an origin called so.
    fn from(self, value: &str) -> Set {
        let articles = (0..).zip(self.corpus.articles());
        let origins: Vec<(u32, String)> = articles
            .flat_map(|(at, article)| {
                let credits = article.annotations.credits.iter().filter(|c| c.kind != CreditKind::Picture);
                credits.map(move |credit| (at, fold(credit.origin.of(&article.document.text))))
            })
            .collect();
        let found = crate::corpus::named(value, origins.iter().map(|(at, origin)| (*at, origin.as_str())));
        self.spread(&found, Unit::Articles)
    }

    fn during(self, days: Days, unit: Unit) -> Set {
        let rows = self.index.unit(unit);
        self.each(unit, |row| {
            rows.all.get(row as usize).is_some_and(|row| any_overlaps(&row.times, days.interval()))
        })
    }

    fn undated(self, unit: Unit) -> Set {
        let rows = self.index.unit(unit);
        self.each(unit, |row| rows.all.get(row as usize).is_some_and(|row| row.undated.is_some()))
    }
}
