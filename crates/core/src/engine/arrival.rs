//! An engine whose pack is still coming, in pieces of any size.
//!
//! **Invariant:** it says what it would say of the pack as a whole, or nothing yet. Start at [`Arrival::add`].

use super::Engine;
use crate::corpus::pack::{Arriving, PackError};
use crate::explore::{Prepared, read_head};

/// A pack that is coming, and its engine as soon as there can be one.
#[derive(Debug, Default)]
pub struct Arrival {
    coming: Arriving,
    engine: Option<Engine>,
}

/// How much of a pack is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Not enough to ask anything.
    Begun,
    /// What a question needs, without the articles.
    Head,
    /// All of it.
    Whole,
}

impl Arrival {
    /// The next bytes; how much is there now.
    pub fn add(&mut self, bytes: &[u8]) -> Result<Stage, PackError> {
        self.coming.add(bytes)?;
        if let Some(head) = self.coming.head() {
            let (pack, index) = read_head(&head)?;
            self.engine = Some(Engine { pack, index, prepared: Prepared::default() });
        }
        let Some(engine) = &self.engine else { return Ok(Stage::Begun) };
        if let Some(articles) = self.coming.articles() {
            engine.pack.arrive(articles)?;
        }
        Ok(if engine.is_whole() { Stage::Whole } else { Stage::Head })
    }

    /// Why it cannot be asked, or not all of it, where no more bytes come.
    pub fn cut_short(&self) -> PackError {
        self.coming.cut_short()
    }

    /// The engine, once there is one.
    pub fn engine(&self) -> Option<&Engine> {
        self.engine.as_ref()
    }
}
