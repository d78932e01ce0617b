//! Where the articles of a corpus are while it is joined and packed: in memory, or wherever a caller keeps them.
//!
//! Joining and packing look at each article a few times and hold no more of it than they need, so that a corpus may be
//! larger than memory.
//! **Invariant:** the articles are in the order of the corpus and the same whenever they are looked at; on how many
//! threads that is done shows in no result. Start at [`Source`].

use std::borrow::Cow;

use super::Article;

/// Articles in the order of their corpus, looked at one after the other as often as needed.
pub trait Source: Sync {
    /// How many there are.
    fn len(&self) -> u32;

    /// Whether there is none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Article `at`.
    fn get(&self, at: u32) -> Option<Cow<'_, Article>>;

    /// Gives what `look` makes of every article to `take`, in their order. A caller with threads has them look at
    /// several articles at a time.
    fn each<T: Send>(&self, look: impl Fn(u32, Cow<'_, Article>) -> T + Sync, mut take: impl FnMut(T)) {
        for at in 0..self.len() {
            if let Some(article) = self.get(at) {
                take(look(at, article));
            }
        }
    }
}

impl Source for [Article] {
    fn len(&self) -> u32 {
        <[Article]>::len(self) as u32
    }

    fn get(&self, at: u32) -> Option<Cow<'_, Article>> {
        <[Article]>::get(self, at as usize).map(Cow::Borrowed)
    }
}
