//! A pack under more corrections: what a reader set after it was made.
//!
//! **Invariant:** it is the pack that its folder gives with the same corrections in its `decisions.toml`, byte for byte;
//! without more corrections it is the same pack. It needs neither files nor threads.
//! Start at [`corrected`].

use std::borrow::Cow;

use crate::columns::Bytes;
use crate::corpus::decisions::{Dates, Decisions};
use crate::corpus::pack::{self, Container, Pack, PackError, Section};
use crate::corpus::{Article, Joined, Memory, Source};
use crate::order::Order as _;

/// The corpus in `pack` under the decisions that it carries and `more` after them, as the bytes of a pack.
pub fn corrected(pack: impl Into<Bytes>, more: &Decisions) -> Result<Vec<u8>, PackError> {
    let pack = Pack::open(&Container::open(pack.into())?)?;
    let mut decisions = pack.decisions()?;
    decisions.append(more.clone());
    let articles = Kept::of(&pack, &decisions)?;
    drop(pack);
    let joined = Joined::of(&articles, &decisions);
    let (store, mut texts, mut out) = (Memory::default(), Vec::new(), Vec::new());
    let head = super::head(&articles, &joined, &store, |bytes| texts.extend_from_slice(bytes));
    pack::write_to(head, Some(texts.len() as u64), |bytes| out.extend_from_slice(bytes));
    out.append(&mut texts);
    Ok(out)
}

/// Articles as bytes, in the order of their corpus: opened they take several times as much.
struct Kept {
    bytes: Vec<u8>,
    /// From where to where each one is.
    places: Vec<(usize, usize)>,
}

impl Kept {
    /// The articles of `pack`, those whose date the reader set with that.
    fn of(pack: &Pack, decisions: &Decisions) -> Result<Self, PackError> {
        let dates = Dates::of(decisions);
        let mut bytes = Vec::new();
        let mut all = Vec::with_capacity(pack.len() as usize);
        for at in 0..pack.len() {
            let opened = pack.article(at);
            let opened = opened.ok_or(PackError::Unreadable { section: Section::Articles.name() })?;
            let article = opened.article.clone().dated(&dates);
            let from = bytes.len();
            bytes.append(&mut article.to_bytes());
            let key = (article.time(), article.document.file, article.document.sha256);
            all.push((key, (from, bytes.len())));
        }
        all.order_by(|(a, _), (b, _)| a.cmp(b));
        Ok(Self { bytes, places: all.into_iter().map(|(_, place)| place).collect() })
    }
}

impl Source for Kept {
    fn len(&self) -> u32 {
        self.places.len() as u32
    }

    fn get(&self, at: u32) -> Option<Cow<'_, Article>> {
        let (from, to) = *self.places.get(at as usize)?;
        Article::of_bytes(self.bytes.get(from..to)?).map(Cow::Owned)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::annotate::annotate;
    use crate::corpus::Corpus;
    use crate::corpus::sample::corpora;
    use crate::explore::{read, write};

    /// Undated articles, of which one counts from its date, one has a day and one a page's markup.
    fn folder() -> Vec<Article> {
        let files = [
            ("a.txt", "Talks end\n\nThe talks in Geneva ended yesterday, Ann Lee said on Friday.\n"),
            (
                "b.md",
                "---\ntitle: Talks\ndate: 2026-02-06\n---\n\nBo Berg said on Friday that talks had ended.\n",
            ),
            (
                "c.html",
                "<title>Talks</title><article><h1>Talks</h1><p>Ann Lee and Bo Berg met on Monday in Geneva.</p></article>",
            ),
        ];
        let article = |(file, text): (&str, &str)| {
            let document = crate::read::read(file, text.as_bytes());
            Article { annotations: annotate(&document), document }
        };
        files.map(article).into()
    }

    fn decisions(text: &str) -> Decisions {
        Decisions::parse(text).unwrap()
    }

    fn packed(decisions: &Decisions) -> Vec<u8> {
        write(&Corpus::build(folder(), decisions))
    }

    /// Correcting a pack that carries `own` by `more` gives the pack of a folder with both.
    fn check(own: &str, more: &str) -> Vec<u8> {
        let mut both = decisions(own);
        both.append(decisions(more));
        let corrected = corrected(packed(&decisions(own)), &decisions(more)).unwrap();
        assert!(corrected == packed(&both), "own:\n{own}\nmore:\n{more}");
        corrected
    }

    const DATE: &str = "[[date]]\narticle = \"a.txt\"\npublished = \"2026-02-05\"\nreason = \"print\"\n";
    const OTHER: &str = "[[date]]\narticle = \"a.txt\"\npublished = \"2026-03\"\n[[date]]\narticle = \"b.md\"\npublished = \"2026-01-02\"\n";
    const NONE: &str = "[[date]]\narticle = \"x.txt~1f3a90bc\"\npublished = \"2026-02-05\"\n";
    const NAMES: &str = "[[merge]]\nkind = \"person\"\nname = \"Ann Lee\"\nwith = [\"Bo Berg\"]\n[[hide]]\nkind = \"place\"\nname = \"Geneva\"\n";

    #[test]
    fn a_corrected_pack_is_that_of_the_folder_with_the_same_corrections() {
        for own in ["", DATE, OTHER, NONE, NAMES] {
            for more in ["", DATE, OTHER, NONE, NAMES] {
                check(own, more);
            }
        }
    }

    #[test]
    fn a_date_moves_its_article_and_its_events_and_without_it_they_are_where_they_were() {
        let before = packed(&Decisions::default());
        let (pack, _) = read(Bytes::new(corrected(before.clone(), &decisions(DATE)).unwrap())).unwrap();
        let first = pack.article(0).unwrap();
        assert_eq!(first.article.document.file, "a.txt");
        assert!(first.article.annotations.events.iter().all(|event| event.when.is_some()));
        assert!(corrected(before.clone(), &Decisions::default()).unwrap() == before);
    }

    #[test]
    fn corrections_that_name_nothing_stay_in_the_pack_and_are_reported() {
        let (pack, _) = read(Bytes::new(check(NAMES, NONE))).unwrap();
        assert_eq!(pack.unused_decisions(), ["date \"x.txt~1f3a90bc\""]);
        assert_eq!(pack.decisions().unwrap().merge.len(), 1);
    }

    #[test]
    fn what_is_no_pack_is_refused() {
        let error = corrected(b"<html>".to_vec(), &Decisions::default()).unwrap_err();
        assert!(error.to_string().starts_with("expected a file that begins with `DATELINE`"), "{error}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn correcting_with_nothing_gives_the_same_bytes(corpus in corpora()) {
            let packed = write(&corpus);
            prop_assert!(corrected(packed.clone(), &Decisions::default()).unwrap() == packed);
        }
    }
}
