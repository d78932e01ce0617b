//! The core, timed natively: opening a pack, answering each class of question, moving the brush, near terms.
//!
//! **Invariant:** nothing is asserted, and an answer is the whole one that a page asks for. The pack is the file in
//! `DATELINE_PACK`, else one of `seeds/`, which is good for a trial only. `DATELINE_PACK=FILE cargo bench -p dateline-core`;
//! what a browser takes is measured by `cargo xtask bench search`. Start at [`ask`].

use std::path::Path;
use std::sync::LazyLock;
use std::{env, fs};

use dateline_core::annotate::annotate;
use dateline_core::columns::Bytes;
use dateline_core::corpus::decisions::Decisions;
use dateline_core::corpus::{Article, Corpus, pack};
use dateline_core::engine::moving::Hold;
use dateline_core::engine::{Answer, Ask, Engine};
use dateline_core::explore::query::Days;
use dateline_core::explore::{self, Moved, Query, Shown, Sort, Unit};
use dateline_core::fold::fold;
use dateline_core::layout::timeline::Size;
use dateline_core::read::read;
use dateline_core::terms::{self, Budget, Terms};
use divan::Bencher;

static PACK: LazyLock<Bytes> = LazyLock::new(|| {
    let file = env::var_os("DATELINE_PACK").map(|file| fs::read(file).expect("DATELINE_PACK is a pack"));
    Bytes::new(file.unwrap_or_else(seeds))
});
static ENGINE: LazyLock<Engine> =
    LazyLock::new(|| Engine::open(PACK.clone()).expect("the pack is of this version"));

fn main() {
    divan::main();
}

/// The pack of `seeds/`.
fn seeds() -> Vec<u8> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let mut files: Vec<_> =
        fs::read_dir(dir).expect("seeds/ is there").flatten().map(|entry| entry.path()).collect();
    files.sort();
    let article = |file: &std::path::PathBuf| {
        let name = file.file_name()?.to_str()?;
        let document = read(name, &fs::read(file).ok()?);
        Some(Article { annotations: annotate(&document), document })
    };
    let corpus = Corpus::build(files.iter().filter_map(article).collect(), &Decisions::default());
    let mut sections = pack::sections(&corpus);
    sections.extend(explore::sections(&corpus));
    pack::write(sections)
}

fn asked(query: Query) -> Answer {
    ENGINE.ask(&Ask {
        generation: 0,
        query,
        unit: Unit::Articles,
        sort: Sort::Best,
        rows: 20,
        open: None,
        window: None,
        size: Size { width: 1000.0, height: 200.0 },
        fold_gaps: false,
        lanes: None,
        clocks: false,
    })
}

/// A question of each class, as it stands.
#[divan::bench(args = [
    "", "talks", "the", "talks said", "the of", "\"said that\"", "talkz", "talks OR truce", "-said",
    "talks publisher:Reuters published-after:2020-01-01 published-before:2021-12-31", "quote:\"we will\"",
])]
fn ask(bencher: Bencher, text: &str) {
    LazyLock::force(&ENGINE);
    bencher.bench(|| asked(Query::parse(text)));
}

/// A question whose last word is being typed.
#[divan::bench(args = ["t", "ta", "tal", "talks s", "the o"])]
fn typed(bencher: Bencher, text: &str) {
    LazyLock::force(&ENGINE);
    bencher.bench(|| asked(Query::parse_typing(text).0));
}

/// The brush, moved over a question by a day a time.
#[divan::bench(args = ["", "talks", "the"])]
fn brush(bencher: Bencher, text: &str) {
    LazyLock::force(&ENGINE);
    let mut day = 0;
    bencher.bench_local(|| {
        day = day % 28 + 1;
        asked(Query::parse(&format!("{text} published-after:2022-01-{day:02} published-before:2024-01-01")))
    });
}

/// What is prepared when a range of publication is taken hold of.
#[divan::bench(args = ["", "talks", "the"])]
fn hold(bencher: Bencher, text: &str) {
    let asked = held(text);
    bencher.bench(|| ENGINE.hold(&asked).expect("the query has a range"));
}

/// The numbers on the screen while it is moved by a day a time.
#[divan::bench(args = ["", "talks", "the"])]
fn shift(bencher: Bencher, text: &str) {
    let mut held = ENGINE.hold(&held(text)).expect("the query has a range");
    let mut day = 0;
    bencher.bench_local(|| {
        day = day % 28 + 1;
        held.at(&ENGINE, Days::parse(&format!("2022-01-{day:02}..2024-01-01")).expect("these are days"))
    });
}

/// A range of publication beside `text`, with the first eight values of each group on the screen.
fn held(text: &str) -> Hold {
    let query = Query::parse(&format!("{text} published:2022-01-01..2024-01-01"));
    let facets = asked(query.clone()).facets;
    let values = facets.iter().flat_map(|f| f.values.iter().take(8).map(|v| (f.group, v.name.clone())));
    let shown = Shown { values: values.collect(), bars: Vec::new() };
    Hold { query, unit: Unit::Articles, moved: Moved::Published, shown }
}

/// Opening a pack; the copy that a page makes of what it fetched is not in it.
#[divan::bench]
fn open(bencher: Bencher) {
    bencher.with_inputs(|| PACK.clone()).bench_values(Engine::open);
}

/// The terms near to a mistyped word.
#[divan::bench(args = ["talkz", "presidnet", "goverment", "zelenskiy"])]
fn near(bencher: Bencher, word: &str) {
    let pack = ENGINE.pack();
    let mut words: Vec<String> = (0..pack.codes()).map(|code| fold(pack.spelled(code))).collect();
    words.sort_unstable();
    words.dedup();
    let words = terms::write(words.iter().map(String::as_str));
    let terms = Terms::open(words).expect("what was written is read");
    bencher.bench_local(|| terms.near(word, Budget::of(word)));
}
