//! What `explore` looks things up in: for every word, name, publisher and author the rows that hold it.
//!
//! Built once for an opened corpus; a query then only joins lists.
//! **Invariant:** the index adds nothing to the corpus: what a row holds is decided in [`rows`] alone,
//! and every list of rows is sorted and without doubles.
//! Start at [`Index::build`].

use std::collections::BTreeMap;

use super::Unit;
use super::passage::words;
use super::rows::{self, Row};
use crate::annotate::NameKind;
use crate::civil::{Interval, When};
use crate::corpus::{Article, Corpus};
use crate::fold;

/// The lists of rows of one corpus.
#[derive(Clone, Debug)]
pub struct Index {
    /// Ids of words.
    words: BTreeMap<String, u32>,
    /// The words of all texts, one after the other.
    pub(super) tokens: Vec<u32>,
    /// The rows of each unit.
    units: [Rows; Unit::COUNT],
    pub(super) publishers: Values,
    pub(super) authors: Values,
    /// For people, places and organizations the spellings by which an entity is asked for.
    aliases: [Vec<(u32, String)>; NameKind::ALL.len()],
    /// The same, by spelling.
    spelled: BTreeMap<(NameKind, String), Vec<u32>>,
    pub(super) marks: Vec<Dated>,
}

/// The rows of one unit.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    pub(super) all: Vec<Row>,
    /// For each article its first row, and the number of rows at the end.
    pub(super) starts: Vec<u32>,
    /// For each word the rows with it in their passage.
    words: Vec<Vec<u32>>,
    /// For each entity the rows that name it.
    pub(super) names: Vec<Vec<u32>>,
    /// How many articles there are, whatever the unit.
    pub(super) articles: u32,
}

/// The values of a field of articles, in the order of their names.
#[derive(Clone, Debug, Default)]
pub(super) struct Values {
    /// The spelling shown, and the articles that have the value.
    pub(super) all: Vec<(String, Vec<u32>)>,
    folded: Vec<String>,
}

/// A thing with a place in time, and the rows it stands for.
#[derive(Clone, Debug)]
pub(super) struct Dated {
    pub(super) article: u32,
    pub(super) event: Option<u32>,
    pub(super) when: When,
    /// The rows that the event dates; a publication stands for all rows of its article.
    pub(super) rows: Vec<(Unit, u32)>,
}

impl Index {
    /// The index of `corpus`.
    pub fn build(corpus: &Corpus) -> Self {
        let mut index = Self {
            words: BTreeMap::new(),
            tokens: Vec::new(),
            units: Default::default(),
            publishers: Values::of(corpus, |a| a.document.publisher.as_ref().map(|f| f.value.as_str())),
            authors: Values::of(corpus, |a| a.document.author.as_ref().map(|f| f.value.as_str())),
            aliases: NameKind::ALL.map(|kind| corpus.aliases(kind).collect()),
            spelled: BTreeMap::new(),
            marks: Vec::new(),
        };
        for (kind, aliases) in NameKind::ALL.into_iter().zip(&index.aliases) {
            for (entity, alias) in aliases {
                index.spelled.entry((kind, alias.clone())).or_default().push(*entity);
            }
        }
        let mut first_report = 0;
        for (article, content) in corpus.articles().iter().enumerate() {
            let reports = corpus.reports().get(first_report..).unwrap_or_default();
            let own = reports.iter().take_while(|r| r.document as usize == article).count();
            let reports = reports.get(..own).unwrap_or_default();
            first_report += own;
            let text = Text::of(&mut index, content);
            let found = rows::of_article(corpus, article as u32, content, reports, &text);
            for (unit, rows) in index.units.iter_mut().zip(found) {
                unit.starts.push(unit.all.len() as u32);
                unit.all.extend(rows);
            }
        }
        let counts = (index.words.len(), corpus.entities().len(), corpus.articles().len() as u32);
        for unit in &mut index.units {
            unit.starts.push(unit.all.len() as u32);
            unit.post(&index.tokens, counts.0, counts.1);
            unit.articles = counts.2;
        }
        index.marks = super::timeline::dated(corpus, &index);
        index
    }

    /// The rows of `unit`.
    pub(super) fn unit(&self, unit: Unit) -> &Rows {
        let [events, articles, quotations, figures] = &self.units;
        match unit {
            Unit::Events => events,
            Unit::Articles => articles,
            Unit::Quotations => quotations,
            Unit::Figures => figures,
        }
    }

    /// The article of row `row` of `unit`, and which of the article's reports, quotations or figures it is.
    pub fn place(&self, unit: Unit, row: u32) -> Option<(u32, u32)> {
        self.unit(unit).all.get(row as usize).map(|row| (row.article, row.own))
    }

    /// The entities that `text` names: what [`Corpus::entity_named`] gives, looked up.
    pub(super) fn entity_named(&self, kind: NameKind, text: &str) -> Vec<u32> {
        if let Some(found) = self.spelled.get(&(kind, fold::fold(text.trim()))) {
            let mut found = found.clone();
            found.sort_unstable();
            found.dedup();
            return found;
        }
        let [people, places, organizations, others] = &self.aliases;
        let aliases = match kind {
            NameKind::Person => people,
            NameKind::Place => places,
            NameKind::Organization => organizations,
            NameKind::Other => others,
        };
        crate::corpus::named(text, aliases.iter().map(|(at, s)| (*at, s.as_str())))
    }

    /// The entities of `kind` that are spelled exactly `text`, but for case, accents and quotation marks.
    pub(super) fn spelled(&self, kind: NameKind, text: &str) -> &[u32] {
        self.spelled.get(&(kind, fold::fold(text.trim()))).map_or(&[], Vec::as_slice)
    }

    /// The id of a word as [`words`] gives it, or `None` where it is in no text.
    pub(super) fn word_id(&self, word: &str) -> Option<u32> {
        self.words.get(word).copied()
    }

    /// The ids of the words that begin with `beginning`.
    pub(super) fn beginning_with(&self, beginning: &str) -> Vec<u32> {
        let words =
            self.words.range::<str, _>((std::ops::Bound::Included(beginning), std::ops::Bound::Unbounded));
        words.take_while(|(word, _)| word.starts_with(beginning)).map(|(_, id)| *id).collect()
    }
}

impl Rows {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// The rows with `word` in their passage.
    pub(super) fn with_word(&self, word: u32) -> &[u32] {
        self.words.get(word as usize).map_or(&[], Vec::as_slice)
    }

    /// The rows that name `entity`.
    pub(super) fn with_name(&self, entity: u32) -> &[u32] {
        self.names.get(entity as usize).map_or(&[], Vec::as_slice)
    }

    /// The rows of `article`.
    pub(super) fn of_article(&self, article: u32) -> std::ops::Range<u32> {
        let at = |i: usize| self.starts.get(i).copied().unwrap_or(self.all.len() as u32);
        at(article as usize)..at(article as usize + 1)
    }

    fn post(&mut self, tokens: &[u32], words: usize, entities: usize) {
        self.words = vec![Vec::new(); words];
        self.names = vec![Vec::new(); entities];
        for (row, content) in self.all.iter().enumerate() {
            let row = row as u32;
            let passage = content.ranges.iter().flat_map(|&(from, to)| between(tokens, from, to));
            for &word in passage {
                push(&mut self.words, word, row);
            }
            for &entity in &content.names {
                push(&mut self.names, entity, row);
            }
        }
    }
}

/// The tokens from `from` up to, not including, `to`.
pub(super) fn between(tokens: &[u32], from: u32, to: u32) -> &[u32] {
    tokens.get(from as usize..to as usize).unwrap_or_default()
}

fn push(lists: &mut [Vec<u32>], at: u32, row: u32) {
    if let Some(list) = lists.get_mut(at as usize).filter(|list| list.last() != Some(&row)) {
        list.push(row);
    }
}

impl Values {
    fn of<'a>(corpus: &'a Corpus, field: impl Fn(&'a Article) -> Option<&'a str>) -> Self {
        let mut found: BTreeMap<String, (BTreeMap<&str, u32>, Vec<u32>)> = BTreeMap::new();
        for (article, content) in corpus.articles().iter().enumerate() {
            if let Some(value) = field(content) {
                let (spellings, articles) = found.entry(fold::fold(value)).or_default();
                *spellings.entry(value).or_default() += 1;
                articles.push(article as u32);
            }
        }
        let mut values = Self::default();
        for (folded, (spellings, articles)) in found {
            let shown = spellings.iter().max_by_key(|(s, n)| (**n, std::cmp::Reverse(**s)));
            values.all.push((shown.map_or(String::new(), |(s, _)| (*s).to_owned()), articles));
            values.folded.push(folded);
        }
        values
    }

    /// The values that `text` names: the one spelled so, else those that hold all its words.
    pub(super) fn named(&self, text: &str) -> Vec<u32> {
        crate::corpus::named(text, self.folded.iter().enumerate().map(|(i, f)| (i as u32, f.as_str())))
    }
}

/// The words of a text with their places among all tokens.
pub(super) struct Text {
    spans: Vec<crate::span::Span>,
    base: u32,
    /// The tokens of the headline, where it is not in the text.
    pub(super) headline: (u32, u32),
}

impl Text {
    fn of(index: &mut Index, article: &Article) -> Self {
        let base = index.tokens.len() as u32;
        let mut spans = Vec::new();
        for (span, word) in words(&article.document.text) {
            spans.push(span);
            index.add(word);
        }
        let from = index.tokens.len() as u32;
        if let Some(title) = article.document.title.as_ref().filter(|title| title.span.is_none()) {
            words(&title.value).for_each(|(_, word)| index.add(word));
        }
        Self { spans, base, headline: (from, index.tokens.len() as u32) }
    }

    /// The tokens that lie in `span`.
    pub(super) fn range(&self, span: crate::span::Span) -> (u32, u32) {
        let from = self.spans.partition_point(|s| s.start < span.start);
        let to = self.spans.partition_point(|s| s.end <= span.end).max(from);
        (self.base + from as u32, self.base + to as u32)
    }
}

impl Index {
    fn add(&mut self, word: String) {
        let next = self.words.len() as u32;
        self.tokens.push(*self.words.entry(word).or_insert(next));
    }
}

/// Whether any of `times` overlaps `asked`.
pub(super) fn any_overlaps(times: &[Interval], asked: Interval) -> bool {
    asked.from < asked.to && times.iter().any(|time| time.overlaps(asked))
}
