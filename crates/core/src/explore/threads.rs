//! Threads: what the events found are about, as queries that find the events of one matter each.
//!
//! Two things that stand together in sentences again and again, and oftener than each alone would lead one to expect,
//! are a matter: a place and a word (`talks place:"Abu Dhabi"`), two words (`strikes energy`), an organization and a
//! word. Persons are none: they take part in everything, and have lanes of their own.
//! **Invariant:** a thread is a query, so that what is in it follows the one rule of matching, and its reader can see why
//! and change it; one that pauses for long is several, each with its days. No more is read than [`MOST_READ`] rows.
//! Start at [`threads`].

use std::cmp::Reverse;

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
/// The fewest sentences of a thread.
const FEWEST: usize = 3;
/// The most threads.
const MOST: usize = 12;
/// How much oftener than by chance two things stand together, at least.
const LIFT: usize = 2;
/// After a pause of so many days a matter is another one.
const PAUSE: i64 = 60 * DAY;
/// The most things of one sentence that are compared; one of more is a list.
const MOST_HELD: usize = 24;

/// A thing that sentences are about: an entity, or [`WORD`] and the least number of a word's terms.
type Thing = u64;

/// The bit that tells a word from an entity.
const WORD: Thing = 1 << 32;

/// The sentences that were read.
#[derive(Default)]
struct Read {
    sentences: Vec<Sentence>,
    /// How words are written, each time that one is.
    written: Vec<(Thing, String)>,
}

/// A sentence that tells of events.
struct Sentence {
    article: u32,
    span: Span,
    /// What it is about, in the order of its words, then its names.
    things: Vec<Thing>,
    /// The days on which its events happened.
    days: Vec<i64>,
}

/// Two things that stand together.
struct Pair {
    things: (Thing, Thing),
    /// The sentences, ascending.
    held: Vec<usize>,
    worth: usize,
}

/// Queries for the matters that `matched`, which are rows of events, are about; the most telling first.
pub(super) fn threads(pack: &Pack, index: &Index, matched: &Set) -> Vec<Query> {
    let mut read = read(pack, index, matched);
    read.written.order();
    let mut taken: Vec<Vec<usize>> = Vec::new();
    let mut out = Vec::new();
    for pair in pairs(&read.sentences) {
        let told = |own: &Vec<usize>| {
            let shared = own.iter().filter(|at| pair.held.binary_search(at).is_ok()).count();
            shared * 2 > pair.held.len().min(own.len())
        };
        if taken.iter().any(told) {
            continue;
        }
        let mut query = Query::default();
        add(&mut query, pack, &read, pair.things.0);
        add(&mut query, pack, &read, pair.things.1);
        let own = pair.held.iter().filter_map(|at| read.sentences.get(*at));
        let days: Vec<i64> = own.flat_map(|sentence| sentence.days.iter().copied()).collect();
        for range in apart(days) {
            out.push(Query { ranges: range.into_iter().collect(), ..query.clone() });
        }
        taken.push(pair.held);
        if out.len() >= MOST {
            break;
        }
    }
    out
}

/// What stands together in `sentences` oftener than by chance, the most telling first; of each two things that stands
/// first which mostly does.
fn pairs(sentences: &[Sentence]) -> Vec<Pair> {
    let all = sentences.len();
    let mut often: Vec<Thing> =
        sentences.iter().flat_map(|sentence| sentence.things.iter().copied()).collect();
    often.order();
    let uses =
        |thing: Thing| often.partition_point(|own| *own <= thing) - often.partition_point(|own| *own < thing);
    // What stands everywhere tells nothing apart.
    let tells = |thing: &Thing| {
        let most = if *thing < WORD { (all / 8).max(6) } else { (all / 5).max(12) };
        (FEWEST..=most).contains(&uses(*thing))
    };
    let mut together: Vec<(Thing, Thing, usize, bool)> = Vec::new();
    for (at, sentence) in sentences.iter().enumerate() {
        let own: Vec<Thing> = sentence.things.iter().copied().filter(tells).take(MOST_HELD).collect();
        for (place, a) in own.iter().enumerate() {
            let rest = own.iter().skip(place + 1);
            together.extend(rest.map(|b| (*a.min(b), *a.max(b), at, a < b)));
        }
    }
    together.order();
    let first = sentences.first().map(|sentence| sentence.article);
    let several = sentences.iter().any(|sentence| Some(sentence.article) != first);
    let mut found: Vec<Pair> = Vec::new();
    for own in together.chunk_by(|x, y| (x.0, x.1) == (y.0, y.1)) {
        let Some((a, b, ..)) = own.first().copied() else { continue };
        let lift = own.len() * all / (uses(a) * uses(b)).max(1);
        let mut articles: Vec<u32> =
            own.iter().filter_map(|(.., at, _)| Some(sentences.get(*at)?.article)).collect();
        articles.dedup();
        // Two names are who and where; a matter has a word. What one of several articles tells alone is that article's.
        let matter = b >= WORD && own.len() >= FEWEST && lift >= LIFT && (articles.len() > 1 || !several);
        if matter {
            let ahead = own.iter().filter(|(.., ahead)| *ahead).count() * 2 >= own.len();
            let worth = own.len() * lift.min(4) * articles.len().min(4);
            let held = own.iter().map(|(.., at, _)| *at).collect();
            found.push(Pair { things: if ahead { (a, b) } else { (b, a) }, held, worth });
        }
    }
    found.order_by_key(|pair| (Reverse(pair.worth), pair.things));
    found
}

/// Has `query` ask for `thing` too.
fn add(query: &mut Query, pack: &Pack, read: &Read, thing: Thing) {
    let Some(term) = thing.checked_sub(WORD) else {
        let entity = thing as u32;
        if let Some(kind) = pack.kind(entity) {
            query.names.push(NameTerm { kind, name: pack.name(entity).to_owned(), excluded: false });
        }
        return;
    };
    let own = read.written.iter().filter(|(word, _)| *word == WORD + term).map(|(_, written)| written);
    let own: Vec<&String> = own.collect();
    let most = own.chunk_by(|a, b| a == b).max_by_key(|same| same.len());
    if let Some(word) = most.and_then(<[&String]>::first) {
        query.clauses.push(Clause::Leaf(Leaf::Text(Pattern::word(word))));
    }
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
            if let Some(class) = class(index, &word) {
                let thing = WORD + Thing::from(class);
                if !things.contains(&thing) {
                    things.push(thing);
                }
                read.written.push((thing, word));
            }
        }
        let about = |entity: &&u32| pack.kind(**entity).is_some_and(|kind| kind != NameKind::Person);
        things.extend(names.iter().filter(about).map(|entity| Thing::from(*entity)));
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
