//! What a row is.
//!
//! **Invariant:** every list by unit has the order of [`Unit::ALL`], so that a unit is its index. Start at [`Unit`].

use serde::{Deserialize, Serialize};

/// What a row is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Reports of events.
    #[default]
    Events,
    /// Articles.
    Articles,
    /// Words given as somebody's in quotation marks, and words kept back.
    Quotations,
    /// Numbers of something.
    Figures,
}

impl Unit {
    /// How many there are.
    pub const COUNT: usize = 4;
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; Self::COUNT] = [Self::Events, Self::Articles, Self::Quotations, Self::Figures];

    /// The name in addresses, and for several rows.
    pub fn name(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::Articles => "articles",
            Self::Quotations => "quotations",
            Self::Figures => "figures",
        }
    }

    /// The noun for one row.
    pub fn one(self) -> &'static str {
        self.name().trim_end_matches('s')
    }
}
