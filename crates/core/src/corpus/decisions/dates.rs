//! Dates of publication that the reader set, and the articles that bear them.
//!
//! **Invariant:** only an article that a decision names is touched: its date of publication is the reader's, and it is
//! annotated anew, since what its text counts from that date may fall elsewhere now. Of several decisions on one
//! article the last one holds. Start at [`Dates::of`] and [`Article::dated`].

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

use super::{DateOf, Decisions};
use crate::annotate::annotate;
use crate::civil::{Granularity, When, iso};
use crate::corpus::{Article, Source, name_of};
use crate::evidence::Evidence;
use crate::order;
use crate::read::{Dated, Published, date};

/// A day, or a month where no more is known: in the file `2026-02-05` or `2026-02`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublishedOn(When);

impl PublishedOn {
    /// What `text` writes as `2026-02-05` or `2026-02`, or `None` where that is no day or month of the calendar.
    pub fn parse(text: &str) -> Option<Self> {
        date::day_or_month(text).map(Self)
    }

    /// The day or the month.
    pub fn when(self) -> When {
        self.0
    }
}

/// `when` as the file has it: `2026-02-05`, or `2026-02` for a month; `None` for what has no first day.
pub fn written(when: &When) -> Option<String> {
    let mut day = iso(when.interval.first_day()?);
    if when.granularity == Granularity::Month {
        day.truncate(day.rfind('-')?);
    }
    Some(day)
}

impl Serialize for PublishedOn {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&written(&self.0).unwrap_or_default())
    }
}

impl<'de> Deserialize<'de> for PublishedOn {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Written)
    }
}

struct Written;

impl Visitor<'_> for Written {
    type Value = PublishedOn;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a day in quotation marks, as \"2026-02-05\", or a month, as \"2026-02\"")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<PublishedOn, E> {
        PublishedOn::parse(text).ok_or_else(|| {
            let expected = "expected a day of the calendar as \"2026-02-05\", or a month as \"2026-02\"";
            E::custom(expected)
        })
    }
}

impl std::fmt::Display for DateOf {
    /// The table as the file has it, from `[[date]]` to the end of its last line.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { article, published, reason } = self;
        let published = written(&published.0).unwrap_or_default();
        let lines =
            [("article", Some(article)), ("published", Some(&published)), ("reason", reason.as_ref())];
        f.write_str("[[date]]\n")?;
        for (key, text) in lines {
            let Some(text) = text else { continue };
            write!(f, "{key} = \"")?;
            for letter in text.chars() {
                match letter {
                    '"' | '\\' => write!(f, "\\{letter}")?,
                    letter if letter.is_control() => write!(f, "\\u{:04X}", letter as u32)?,
                    letter => write!(f, "{letter}")?,
                }
            }
            f.write_str("\"\n")?;
        }
        Ok(())
    }
}

/// The dates that the reader set, by the article that they are of.
#[derive(Debug)]
pub struct Dates<'a>(std::collections::BTreeMap<&'a str, (usize, &'a DateOf)>);

impl<'a> Dates<'a> {
    /// Those of `decisions`.
    pub fn of(decisions: &'a Decisions) -> Self {
        // What comes later replaces what was there.
        Self(order::map(
            decisions.date.iter().enumerate().map(|(at, date)| (date.article.as_str(), (at, date))),
        ))
    }

    /// The one of the document `file`, whose bytes have this SHA-256; named so, or by its file alone.
    pub fn get(&self, file: &str, sha256: &[u8; 32]) -> Option<&'a DateOf> {
        if self.0.is_empty() {
            return None;
        }
        let name = name_of(file, sha256);
        let found = [file, name.as_str()].into_iter().filter_map(|name| self.0.get(name));
        found.max_by_key(|(at, _)| *at).map(|(_, date)| *date)
    }
}

/// The dates of `decisions` that name none of `articles`, as `date "x.txt~1f3a90bc"`.
pub(in crate::corpus) fn unused<S: Source + ?Sized>(articles: &S, decisions: &Decisions) -> Vec<String> {
    let mut left = order::set(decisions.date.iter().map(|date| date.article.as_str()));
    if left.is_empty() {
        return Vec::new();
    }
    let look = |_, article: std::borrow::Cow<'_, Article>| (article.document.file.clone(), article.name());
    articles.each(look, |(file, name)| {
        left.remove(file.as_str());
        left.remove(name.as_str());
    });
    let unused = decisions.date.iter().filter(|date| left.contains(date.article.as_str()));
    unused.map(|date| format!("date \"{}\"", date.article.as_str())).collect()
}

impl Article {
    /// The article with the date of publication that the reader set for it among `dates`, annotated anew with that;
    /// where there is none, or it bears that date already, as it is.
    #[must_use]
    pub fn dated(mut self, dates: &Dates) -> Self {
        let Some(date) = dates.get(&self.document.file, &self.document.sha256) else { return self };
        let mut evidence = Evidence::rule("date-by-reader", 100);
        if let Some(reason) = &date.reason {
            evidence = evidence.from("decision", reason.clone(), Vec::new());
        }
        let set = Published { dated: Dated::Decided, when: Some(date.published.when()), evidence };
        if self.document.published != set {
            self.document.published = set;
            self.annotations = annotate(&self.document);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::corpus::Corpus;
    use crate::read::read;

    const TEXT: &str = "Talks end\n\nThe talks in Geneva ended yesterday, the minister said on Friday.\n";

    fn article(file: &str) -> Article {
        let document = read(file, TEXT.as_bytes());
        let annotations = annotate(&document);
        Article { document, annotations }
    }

    proptest! {
        #[test]
        fn a_date_is_read_as_it_was_written(article in "\\PC*|[a-z\"\\\\\n\t~#']*", reason in proptest::option::of(any::<String>()), month in any::<bool>()) {
            let published = PublishedOn::parse(if month { "2026-02" } else { "2026-02-05" }).unwrap();
            let date = DateOf { article, published, reason };
            let read = Decisions::parse(&date.to_string()).unwrap();
            prop_assert_eq!(read, Decisions { date: vec![date], ..Decisions::default() });
        }
    }

    fn corpus(files: &[&str], dates: &[(&str, &str)]) -> Corpus {
        let date = dates.iter().map(|(article, published)| DateOf {
            article: (*article).to_owned(),
            published: PublishedOn::parse(published).unwrap(),
            reason: None,
        });
        let decisions = Decisions { date: date.collect(), ..Decisions::default() };
        Corpus::build(files.iter().map(|file| article(file)).collect(), &decisions)
    }

    fn check(files: &[&str], dates: &[(&str, &str)], expected: &[&str], unused: &[&str]) {
        let corpus = corpus(files, dates);
        let shown = corpus.articles().iter().map(|own| {
            let when = own.document.published.when.as_ref().and_then(written);
            format!("{} {}", own.document.file, when.as_deref().unwrap_or("-"))
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected);
        assert_eq!(corpus.unused_decisions(), unused);
    }

    #[test]
    fn the_article_that_is_named_is_dated_and_takes_its_place_and_the_last_date_holds() {
        let b = article("b.txt").name();
        check(&["a.txt", "b.txt"], &[], &["a.txt -", "b.txt -"], &[]);
        check(&["a.txt", "b.txt"], &[("b.txt", "2026-02-05")], &["b.txt 2026-02-05", "a.txt -"], &[]);
        check(&["a.txt", "b.txt"], &[(&b, "2026-02")], &["b.txt 2026-02", "a.txt -"], &[]);
        check(&["b.txt"], &[(&b, "2026-02-05"), ("b.txt", "2026-03-01")], &["b.txt 2026-03-01"], &[]);
        check(&["b.txt"], &[("b.txt", "2026-03-01"), (&b, "2026-02-05")], &["b.txt 2026-02-05"], &[]);
    }

    #[test]
    fn a_date_of_no_article_or_of_other_bytes_is_reported_as_unused() {
        check(
            &["b.txt"],
            &[("c.txt", "2026-02-05"), ("b.txt~00000000", "2026-02-05")],
            &["b.txt -"],
            &["date \"c.txt\"", "date \"b.txt~00000000\""],
        );
    }

    #[test]
    fn what_the_text_counts_from_its_date_falls_into_place() {
        let undated = corpus(&["a.txt"], &[]);
        let times = |corpus: &Corpus| {
            let times = corpus.articles()[0].annotations.times.iter();
            times.map(|time| time.when.as_ref().and_then(written)).collect::<Vec<_>>()
        };
        assert_eq!(times(&undated), [None, None]);
        let dated = corpus(&["a.txt"], &[("a.txt", "2026-02-07")]);
        assert_eq!(times(&dated), [Some("2026-02-06".to_owned()), Some("2026-02-06".to_owned())]);
        let published = &dated.articles()[0].document.published;
        assert_eq!((published.dated, &*published.evidence.rule), (Dated::Decided, "date-by-reader"));
        assert_eq!(dated.articles()[0].document.text, undated.articles()[0].document.text);
    }
}
