//! Threads: what the events found are about, as queries that find the events of one matter each.
//!
//! Two things that stand together in sentences again and again, and oftener than each alone would lead one to expect,
//! are a matter: a place and a word (`talks place:"Abu Dhabi"`), two words (`strikes energy`), an organization and a
//! word. Persons are none: they take part in everything, and have lanes of their own.
//! **Invariant:** a thread is a query, so that what is in it follows the one rule of matching, and its reader can see why
//! and change it; one that pauses for long is several, each with its days. No more is read than [`MOST_READ`] rows.
//! Start at [`threads`].

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::index::Index;
use super::query::{Clause, Days, Leaf, NameTerm, Pattern, Query, Sought};
use super::set::Set;
use super::{Unit, passages};
use crate::annotate::NameKind;
use crate::annotate::quotations::is_office;
use crate::civil::{DAY, Interval};
use crate::corpus::clusters::stems;
use crate::corpus::pack::{Opened, Pack};
use crate::order::Order as _;
use crate::span::Span;

/// The most rows that are read to find threads; of more, every second, third … is.
const MOST_READ: u32 = 1500;
/// The fewest rows of a thread.
const FEWEST: usize = 3;
/// The most threads.
const MOST: usize = 12;
/// How much oftener than by chance two things stand together, at least.
const LIFT: usize = 2;
/// After a pause of so many days a matter is another one.
const PAUSE: i64 = 60 * DAY;
/// The most things of one sentence that are compared; one of more is a list.
const MOST_HELD: usize = 24;

/// A thing that sentences are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Thing {
    /// An entity.
    Name(u32),
    /// A word in any of its forms: the least number of its terms.
    Word(u32),
}

/// The sentences that were read.
#[derive(Default)]
struct Read {
    /// What each is about, in the order of its words, its article, and the days on which its events happened.
    sentences: Vec<Sentence>,
    /// How each word is written, and how often so.
    written: BTreeMap<Thing, BTreeMap<String, u32>>,
}

/// A sentence that tells of events.
struct Sentence {
    article: u32,
    span: Span,
    things: Vec<Thing>,
    days: Vec<i64>,
}

/// Two things that stand together.
#[derive(Default)]
struct Pair {
    /// The sentences.
    held: BTreeSet<usize>,
    /// In how many more of them the first of the two stands before the other.
    before: i32,
}

/// Queries for the matters that `matched`, which are rows of events, are about; the most telling first.
pub(super) fn threads(pack: &Pack, index: &Index, matched: &Set) -> Vec<Query> {
    let read = read(pack, index, matched);
    let all = read.sentences.len();
    let mut often: BTreeMap<Thing, usize> = BTreeMap::new();
    for thing in read.sentences.iter().flat_map(|sentence| &sentence.things) {
        *often.entry(*thing).or_default() += 1;
    }
    // What stands everywhere tells nothing apart.
    often.retain(|thing, often| {
        let most = if matches!(thing, Thing::Name(_)) { (all / 8).max(6) } else { (all / 5).max(12) };
        (FEWEST..=most).contains(often)
    });
    let mut pairs: BTreeMap<(Thing, Thing), Pair> = BTreeMap::new();
    for (at, sentence) in read.sentences.iter().enumerate() {
        let own: Vec<Thing> = sentence
            .things
            .iter()
            .copied()
            .filter(|thing| often.contains_key(thing))
            .take(MOST_HELD)
            .collect();
        for (place, a) in own.iter().enumerate() {
            for b in own.iter().skip(place + 1) {
                let pair = pairs.entry((*a.min(b), *a.max(b))).or_default();
                pair.held.insert(at);
                pair.before += if a < b { 1 } else { -1 };
            }
        }
    }
    let uses = |thing: &Thing| often.get(thing).copied().unwrap_or(1);
    let lift = |(a, b): &(Thing, Thing), held: usize| held * all / (uses(a) * uses(b)).max(1);
    let articles = |pair: &Pair| {
        let own = pair.held.iter().filter_map(|at| read.sentences.get(*at)).map(|sentence| sentence.article);
        own.collect::<BTreeSet<u32>>().len()
    };
    let several = read
        .sentences
        .iter()
        .any(|sentence| Some(sentence.article) != read.sentences.first().map(|s| s.article));
    let mut ranked: Vec<((Thing, Thing), Pair, usize)> = Vec::new();
    for (things, pair) in pairs {
        let held = pair.held.len();
        let lift = lift(&things, held);
        let articles = articles(&pair);
        // Two names are who and where; a matter has a word. What one of several articles tells alone is that article's.
        let named = matches!(things, (Thing::Name(_), Thing::Name(_)));
        if held >= FEWEST && lift >= LIFT && !named && (articles > 1 || !several) {
            let worth = held * lift.min(4) * articles.min(4);
            ranked.push((things, pair, worth));
        }
    }
    ranked.order_by_key(|(things, _, worth)| (Reverse(*worth), *things));
    let mut taken: Vec<BTreeSet<usize>> = Vec::new();
    let mut out = Vec::new();
    for ((a, b), pair, _) in ranked {
        let told =
            |own: &BTreeSet<usize>| own.intersection(&pair.held).count() * 2 > pair.held.len().min(own.len());
        if taken.iter().any(told) {
            continue;
        }
        let order = if pair.before < 0 { [b, a] } else { [a, b] };
        let query = order.into_iter().fold(Query::default(), |query, thing| with(pack, &read, query, thing));
        let own = pair.held.iter().filter_map(|at| read.sentences.get(*at));
        let days: Vec<i64> = own.flat_map(|sentence| sentence.days.iter().copied()).collect();
        out.extend(
            apart(days)
                .into_iter()
                .map(|range| Query { ranges: range.into_iter().collect(), ..query.clone() }),
        );
        taken.push(pair.held);
        if out.len() >= MOST {
            break;
        }
    }
    out
}

/// `query` that asks for `thing` too.
fn with(pack: &Pack, read: &Read, mut query: Query, thing: Thing) -> Query {
    match thing {
        Thing::Name(entity) => {
            if let Some(kind) = pack.kind(entity) {
                let name = pack.name(entity).to_owned();
                query.names.push(NameTerm { kind, name, excluded: false });
            }
        }
        Thing::Word(_) => {
            let written = read.written.get(&thing).into_iter().flatten();
            let most = written.max_by_key(|(word, uses)| (**uses, Reverse((*word).clone())));
            let leaf = most.map(|(word, _)| Clause::Leaf(Leaf::Text(Pattern::word(word))));
            query.clauses.extend(leaf);
        }
    }
    query
}

/// The stretches of `days` between which nothing happened for long, each as a range; a single one needs none.
fn apart(mut days: Vec<i64>) -> Vec<Option<Days>> {
    days.order();
    let stretches: Vec<&[i64]> = days.chunk_by(|a, b| b - a <= PAUSE).collect();
    if stretches.len() < 2 {
        return vec![None];
    }
    let long = stretches.into_iter().filter(|stretch| stretch.len() >= FEWEST);
    let day = |second: i64| Interval { from: second, to: second + 1 }.first_day();
    long.map(|own| Some(Days { from: day(*own.first()?), to: day(*own.last()?) })).collect()
}

fn read(pack: &Pack, index: &Index, matched: &Set) -> Read {
    let rows = index.rows(Unit::Events);
    let step = matched.len().div_ceil(MOST_READ).max(1) as usize;
    let mut some = Set::none(rows.len() as usize);
    matched.rows().into_iter().step_by(step).for_each(|row| some.insert(row));
    let mut read = Read::default();
    let mut classes: BTreeMap<String, Option<u32>> = BTreeMap::new();
    rows.each_named(&some, |row, names| {
        let place = index.place(Unit::Events, row);
        let opened = place.and_then(|(article, own)| Some((pack.article(article)?, own)));
        let Some((opened, own)) = opened else { return };
        let event = opened.reports.get(own as usize).and_then(|own| opened.event(*own.first()?));
        let Some(event) = event else { return };
        let day = event.when.map(|when| when.interval.starts().div_euclid(DAY) * DAY);
        let article = place.map_or(0, |(article, _)| article);
        if let Some(last) =
            read.sentences.last_mut().filter(|s| s.article == article && s.span.overlaps(event.span))
        {
            last.days.extend(day);
            return;
        }
        let mut things: Vec<Thing> = Vec::new();
        for word in words(&opened, event.span) {
            let class = classes.entry(word.clone()).or_insert_with(|| class(index, &word));
            if let Some(thing) = class.map(Thing::Word) {
                if !things.contains(&thing) {
                    things.push(thing);
                }
                *read.written.entry(thing).or_default().entry(word).or_default() += 1;
            }
        }
        let about = |entity: &&u32| pack.kind(**entity).is_some_and(|kind| kind != NameKind::Person);
        things.extend(names.iter().filter(about).map(|entity| Thing::Name(*entity)));
        read.sentences.push(Sentence { article, span: event.span, things, days: day.into_iter().collect() });
    });
    read
}

/// The words of `span` that may say what it is about: no names, times, small words or offices, and nothing with a capital,
/// which belongs to a name or to a nation.
fn words(opened: &Opened, span: Span) -> Vec<String> {
    let article = &opened.article;
    let (notes, text) = (&article.annotations, span.of(&article.document.text));
    let taken: Vec<Span> =
        notes.mentions.iter().map(|m| m.span).chain(notes.times.iter().map(|t| t.span)).collect();
    let small = |at: Span| at.of(text).chars().all(char::is_lowercase);
    let own = passages::words(text).filter(|(at, _)| small(*at)).map(|(at, word)| {
        let at = Span { start: span.start + at.start, end: span.start + at.end };
        (at, word)
    });
    let free = |at: Span| !taken.iter().any(|taken| taken.overlaps(at));
    let tells = |word: &str| {
        word.len() > 3
            && stems::stem(word).is_some()
            && !is_office(word)
            && !GENERIC.contains(&word)
            && !is_verb(word)
    };
    own.filter(|(at, word)| tells(word) && free(*at)).map(|(_, word)| word).collect()
}

/// Words for whoever and whatever, in whatever matter.
#[rustfmt::skip]
const GENERIC: [&str; 14] = [
    "companies", "company", "countries", "country", "group", "leader", "leaders", "official", "officials", "part", "people",
    "person", "side", "sides",
];

/// Whether a word is written as a verb is: "announced", "regarding". A noun that looks so is a loss, not a fault.
fn is_verb(word: &str) -> bool {
    word.ends_with("ed") || word.ends_with("ing")
}

/// The number of the class of `word`.
fn class(index: &Index, word: &str) -> Option<u32> {
    let sought = Sought::of(&Pattern::word(word))?;
    index.terms_of(&sought, 0).into_iter().min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::corpus::decisions::Decisions;
    use crate::corpus::{Article, Corpus};
    use crate::read::read;

    /// The threads of articles with these bodies, each published on 13 March 2026, as the query language writes them.
    fn check(bodies: &[&str], expected: &[&str]) {
        let article = |(at, body): (usize, &&str)| {
            let text = format!("---\ntitle: News\npublished: 2026-03-13\n---\n{body}\n");
            let document = read(&format!("{at}.md"), text.as_bytes());
            let annotations = annotate(&document);
            Article { document, annotations }
        };
        let corpus = Corpus::build(bodies.iter().enumerate().map(article).collect(), &Decisions::default());
        let (pack, index) = super::super::open(&corpus).unwrap();
        let all = Set::all(index.rows(Unit::Events).len() as usize);
        let found: Vec<String> = threads(&pack, &index, &all).iter().map(ToString::to_string).collect();
        assert_eq!(found, expected);
    }

    const HERALD: &str = "Envoys signed the grain treaty in Oslo on Thursday. Ships left the harbour on Monday. \
        The grain treaty was debated on Tuesday. Rain fell in Bergen on Wednesday. A school opened there on Friday. \
        The museum lost a painting on Monday.";
    const COURIER: &str = "A grain treaty was agreed on Thursday. A train stopped near Bergen on Tuesday. \
        Farmers blocked a road on Wednesday. The bank raised its rates on Friday.";

    #[test]
    fn what_stands_together_in_several_articles_is_a_thread() {
        check(&[HERALD, COURIER], &["grain treaty"]);
    }

    #[test]
    fn one_article_of_several_makes_no_thread_alone_but_a_single_one_does() {
        let other = "Farmers blocked a road on Wednesday. The bank raised its rates on Friday.";
        let alone = format!("{HERALD} The grain treaty failed on Wednesday.");
        check(&[&alone, other], &[]);
        check(&[&alone], &["grain treaty"]);
    }

    #[test]
    fn a_matter_that_pauses_for_long_is_two_each_with_its_days() {
        let then = "A grain treaty was signed on 3 May 2025. The grain treaty was read on 4 May 2025. \
            The grain treaty was printed on 5 May 2025. A mill burned down on 7 May 2025.";
        let days = [
            "grain treaty after:2025-05-03 before:2025-05-05",
            "grain treaty after:2026-03-10 before:2026-03-12",
        ];
        check(&[HERALD, COURIER, then], &days);
    }

    #[test]
    fn nothing_is_made_of_nothing() {
        check(&["Rain fell on Monday."], &[]);
        check(&[""], &[]);
    }
}
