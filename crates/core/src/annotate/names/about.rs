//! What a sign is about: the kinds of signs by which the model judges a word, each with its words for a reader.
//!
//! **Invariant:** the order of the kinds is part of the numbers of signs: who changes it trains the model again.
//! Start at [`About`].

/// One sign: what kind it is, and its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign {
    /// Which of [`About`]'s kinds it is.
    pub about: About,
    /// What the weights are kept under.
    pub number: u32,
}

macro_rules! about {
    ($($name:ident: $words:literal,)*) => {
        /// Kinds of signs.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u8)]
        #[allow(missing_docs, reason = "the words beside each are its documentation")]
        pub enum About { $($name,)* }

        impl About {
            /// The sign in words, for evidence.
            pub fn words(self) -> &'static str {
                match self { $(Self::$name => $words,)* }
            }
        }
    };
}

about! {
    Always: "its being capitalised",
    Itself: "the word itself",
    Before: "the word before",
    After: "the word after",
    Before2: "the words before",
    After2: "the words after",
    Ending: "how the word ends",
    Start: "how the word begins",
    Shape: "how the word is written",
    Listed: "what the word list says",
    ListedBeside: "what the word list says of the words beside it",
    Place: "a place of that name",
    PlaceBeside: "a place of that name beside it",
    Fixed: "a well-known name",
    Rule: "a rule for names",
    RuleBeside: "a rule for the names beside it",
    Run: "its place among the capitals",
    Left: "what stands before the name",
    Right: "what stands after the name",
    Last: "the last word of the name",
    First: "the first word of the name",
    Head: "a word for organizations in the name",
    Elsewhere: "the rest of the document",
    Initial: "the start of the sentence",
}
