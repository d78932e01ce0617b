//! Articles in bits: whatever stands in one comes back, and any bytes are an article or none.

use proptest::prelude::*;

use super::*;
use crate::annotate::annotate;
use crate::civil::{Certainty, Granularity, Interval, When};
use crate::corpus::{Article, reports};
use crate::read::read;

const TEXT: &str = "---\npublisher: Daily News\nauthor: Jane Doe\n---\nTalks end in Oslo\n\nOSLO, 7 February 2026 \
    (Reuters) - “No more war,” President Ann Lee told the BBC on Friday. He said at least 157 prisoners of war, \
    3-4 of them ill, will be freed in March. Lee’s office did not immediately respond. The U.S. is due to meet \
    Lee at 3 p.m. on Sunday.\n\nShare this\n";

fn article(text: &str) -> Opened {
    let document = read("a.txt", text.as_bytes());
    let annotations = annotate(&document);
    let forms = (0..annotations.mentions.len() as u32).map(Some).collect();
    let reports = reports::rows(&annotations.events);
    Opened { article: Article { document, annotations }, forms, reports }
}

fn no_form(_: NameKind, _: &str, _: Option<u32>) -> Option<u32> {
    None
}

/// `articles` as they are read after they were written.
fn read_back(articles: &[Opened], form_of: FormOf) -> Vec<Option<Opened>> {
    let mut found = Counts::default();
    for mut article in articles.iter().cloned() {
        strings(&mut article, |string| {
            found.add(string);
        });
    }
    let coder = Coder::of(found, articles.len() as u32, |at| articles.get(at as usize).cloned(), form_of);
    let mut odds = None;
    let write = |(at, article): (u32, &Opened)| match coder.alone(article.clone(), form_of) {
        Ok(bits) => bits,
        Err(article) => coder.after(&mut odds, at, *article, form_of),
    };
    let bits: Vec<Vec<u8>> = (0..).zip(articles).map(write).collect();
    let shared = Shared::open(Bytes::new(coder.section().to_vec())).unwrap();
    let part = |at: u32| {
        let text = &articles[at as usize].article.document.text;
        Some((text.clone(), bits[at as usize].as_slice()))
    };
    let all = 0..articles.len() as u32;
    let read = |at: u32| {
        let with = shared.with(at).start..shared.with(at).end.min(articles.len() as u32);
        shared.read(with.clone().map(part), form_of)?.into_iter().nth((at - with.start) as usize)
    };
    all.map(read).collect()
}

fn check(articles: &[Opened]) {
    let read = read_back(articles, &no_form);
    assert!(read.iter().map(Option::as_ref).eq(articles.iter().map(Some)), "{read:#?}");
}

#[test]
fn few_articles_and_many_come_back() {
    let one = article(TEXT);
    assert!(!one.article.annotations.quotations.is_empty() && !one.article.annotations.figures.is_empty());
    for count in [1, 9, 200] {
        check(&vec![one.clone(); count]);
    }
}

#[test]
fn what_is_out_of_the_ordinary_comes_back() {
    let mut odd = article(TEXT);
    odd.forms.truncate(1);
    odd.forms.extend([None, Some(u32::MAX)]);
    odd.reports.push(vec![7, u32::MAX]);
    let document = &mut odd.article.document;
    document.sha256 = [7; 32];
    document.file = "ж/\u{0}.html".to_owned();
    document.incomplete = Some(Span { start: 9, end: 3 });
    document.sentences.reverse();
    let days = [Interval::PAST, Interval::FUTURE, 1, -86_401, i64::MAX - 1, 86_400 * 20_000 + 7 * 60];
    let annotations = &mut odd.article.annotations;
    for (from, to) in days.iter().flat_map(|from| days.map(|to| (*from, to))) {
        let mut time = annotations.times[0].clone();
        let (granularity, certainty) = (Granularity::Decade, Certainty::Within);
        time.when = Some(When { interval: Interval { from, to }, granularity, certainty });
        for value in ["", "2026-02-30", "2026-02-28/2026-03-01", "9999-12-31TMO", "żółw"] {
            time.value = value.to_owned();
            annotations.times.push(time.clone());
        }
    }
    for (start, end) in [(0, 0), (u32::MAX, 0), (0, u32::MAX), (12, 11), (3, 4000)] {
        let mut mention = annotations.mentions[0].clone();
        mention.span = Span { start, end };
        mention.evidence = mention.evidence.from("ж", "no", vec![mention.span]);
        annotations.mentions.push(mention);
    }
    let mut event = annotations.events[0].clone();
    (event.time, event.place, event.of) = (Some(u32::MAX), Some(900), Some(u32::MAX));
    event.participants = vec![u32::MAX, 0, 5];
    event.evidence.confidence = 255;
    annotations.events.push(event);
    check(&[odd.clone(), article(TEXT), odd]);
}

#[test]
fn a_mention_has_the_form_of_its_spelling_whatever_the_others_have() {
    let mut article = article(TEXT);
    article.forms = article.forms.iter().map(|_| Some(70_000)).collect();
    article.forms[0] = None;
    let read = read_back(&[article.clone()], &|_, spelling, _| Some(70_000).filter(|_| spelling != "Oslo"));
    assert_eq!(read, [Some(article)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_an_article_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let coder = Coder::of(Counts::default(), 1, |_| Some(article(TEXT)), &no_form);
        let shared = Shared::open(Bytes::new(coder.section().to_vec())).unwrap();
        let read = shared.read([Some((TEXT.to_owned(), bytes.as_slice()))].into_iter(), &no_form);
        if let Some(read) = read {
            prop_assert_eq!(&read[0].article.document.text, TEXT);
        }
        let _ = Shared::open(Bytes::new(bytes));
    }
}
