//! Articles that are kept on the disk while they are packed, and looked at on several threads.
//!
//! **Invariant:** they are in the order in which a corpus has them, and what is made of them is given on in that order,
//! on however many threads it was made. Start at [`Kept::of`] and [`Shelf::of`].

use std::borrow::Cow;

use dateline_core::corpus::decisions::{Dates, Decisions};
use dateline_core::corpus::{Article, Source, Store as _};
use dateline_folder::Named;
use rayon::ThreadPool;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use super::spill::Spill;

/// How many articles are looked at before what was made of them is given on.
const TOGETHER: u32 = 256;

/// What stays in memory of an article.
#[derive(Debug)]
pub struct Kept {
    file: String,
    sha256: [u8; 32],
    time: i64,
    /// How many bytes its text has.
    text: u32,
    at: u64,
    length: u32,
}

impl Kept {
    /// What stays of `article`, which is put on `disk`.
    pub fn of(article: Article, disk: &Spill) -> Self {
        let bytes = article.to_bytes();
        let (time, text, length) = (article.time(), article.document.text.len() as u32, bytes.len() as u32);
        let (mut file, sha256) = (article.document.file, article.document.sha256);
        file.shrink_to_fit();
        Self { file, sha256, time, text, at: disk.put(&bytes), length }
    }

    /// The same with the date that the reader set for it among `dates`: what stays is then of the article annotated
    /// anew, which is put on `disk` beside what it was.
    fn dated(self, dates: &Dates, disk: &Spill) -> Self {
        let article = dates.get(&self.file, &self.sha256).and_then(|_| disk.get(self.at, self.length));
        // Where it could not be read, the disk knows.
        let article = article.and_then(|bytes| Article::of_bytes(&bytes));
        article.map_or(self, |article| Self::of(article.dated(dates), disk))
    }
}

impl Named for Kept {
    fn name(&self) -> (&str, &[u8; 32]) {
        (&self.file, &self.sha256)
    }
}

/// Articles on the disk, in the order of their corpus.
#[derive(Debug)]
pub struct Shelf<'a> {
    /// Where each one begins, and how long it is.
    places: Vec<(u64, u32)>,
    disk: &'a Spill,
    pool: ThreadPool,
    /// How many bytes all texts have.
    pub texts: u64,
}

impl<'a> Shelf<'a> {
    /// `articles`, which are on `disk`, under the reader's `decisions`, looked at by the threads of `pool`.
    pub fn of(mut articles: Vec<Kept>, decisions: &Decisions, disk: &'a Spill, pool: ThreadPool) -> Self {
        if !decisions.date.is_empty() {
            let dates = Dates::of(decisions);
            articles = pool.install(|| articles.into_par_iter().map(|own| own.dated(&dates, disk)).collect());
        }
        articles.sort_by(|a, b| (a.time, a.name()).cmp(&(b.time, b.name())));
        let texts = articles.iter().map(|kept| u64::from(kept.text)).sum();
        let places = articles.iter().map(|kept| (kept.at, kept.length)).collect();
        Self { places, disk, pool, texts }
    }
}

impl Source for Shelf<'_> {
    fn len(&self) -> u32 {
        self.places.len() as u32
    }

    fn get(&self, at: u32) -> Option<Cow<'_, Article>> {
        let (from, length) = *self.places.get(at as usize)?;
        Article::of_bytes(&self.disk.get(from, length)?).map(Cow::Owned)
    }

    fn each<T: Send>(&self, look: impl Fn(u32, Cow<'_, Article>) -> T + Sync, mut take: impl FnMut(T)) {
        let some = |from: u32| {
            let own = from..from.saturating_add(TOGETHER).min(self.len());
            let made = own.into_par_iter().map(|at| self.get(at).map(|article| look(at, article)));
            made.collect::<Vec<Option<T>>>()
        };
        let mut made = Vec::new();
        // While some are looked at, what was made of those before is taken.
        for from in (0..self.len()).step_by(TOGETHER as usize) {
            let mut next = Vec::new();
            self.pool.in_place_scope(|scope| {
                scope.spawn(|_| next = some(from));
                made.drain(..).flatten().for_each(&mut take);
            });
            made = next;
        }
        made.into_iter().flatten().for_each(take);
    }
}
