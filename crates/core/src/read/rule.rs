//! Why a line was taken for what it is: the feature that decided, as a small value kept with each block.
//!
//! **Invariant:** each rule has one id, which is part of the JSON, and one explanation in [`EXPLAINED`]; a block has
//! the rule that decided last. Start at [`LineRule`].

use serde::{Deserialize, Serialize};

/// The feature that made a line what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LineRule {
    /// Nothing marks it as anything else.
    Text,
    /// It is the block of front matter.
    FrontMatter,
    /// It is an address alone, at the head or the foot.
    Address,
    /// It is marks, links or pictures without words.
    Bare,
    /// It holds a set phrase of navigation, consent, sharing, subscription, advertisement or player.
    Phrase,
    /// It holds a set phrase that says the text is cut.
    CutPhrase,
    /// It opens with words that lead to another article.
    RelatedPhrase,
    /// It stands in a list under words that lead to other articles.
    RelatedList,
    /// The markup says so.
    Markup,
    /// It is a heading directly after a clock time.
    Entry,
    /// It holds a date beside words of navigation.
    PageHead,
    /// It is one link.
    Link,
    /// It is a date with little beside it.
    Date,
    /// It says who wrote the text.
    By,
    /// It ends with a photographer's or agency's credit.
    Credit,
    /// It describes a scene in the present, or ends with a full date.
    Scene,
    /// It is a row of a table.
    Row,
    /// It opens with the mark of a list item.
    Item,
    /// It stands under a heading such as "What we know".
    Points,
    /// It stands there for the third time.
    Repeated,
    /// It is the headline that the file states.
    StatedTitle,
    /// It shares most words with the running text of all lines before it.
    Headline,
    /// It repeats the headline.
    TitleAgain,
    /// It stands before the headline.
    Before,
    /// It stands between the headline and the running text, and is too short for a summary.
    Between,
    /// It stands between the headline and the running text, and reads like a summary.
    Summary,
    /// It is the summary that the file states.
    Description,
    /// It is the title of a picture whose caption and credit follow.
    PictureTitle,
    /// It is one of several headings in a row.
    Headings,
    /// It is a heading behind the last running text.
    After,
    /// It is a heading among the running text.
    Heading,
}

/// The id and the explanation of each rule.
pub(crate) const EXPLAINED: &[(&str, &str)] = &[
    ("line-address", "an address stands alone at the head or the foot of the text"),
    ("line-after", "a heading behind the last running text"),
    ("line-bare", "nothing but marks, links or pictures without words"),
    ("line-before", "a short line before the headline"),
    ("line-between", "a short line between the headline and the running text"),
    ("line-by", "it says who wrote the text"),
    ("line-credit", "it ends with the credit of a photographer or an agency"),
    ("line-cut-phrase", "a set phrase says that the text is cut here"),
    ("line-date", "a date with little beside it"),
    ("line-description", "it is the summary that the file states"),
    ("line-entry", "a heading directly after a clock time, as in a live report"),
    ("line-front-matter", "machine-written data at the head of the file"),
    ("line-heading", "a heading among the running text"),
    ("line-headings", "one of several headings in a row, as pages list other articles"),
    ("line-headline", "before the running text, and shares most words with it"),
    ("line-item", "it opens with the mark of a list item"),
    ("line-link", "it is one link and nothing else"),
    ("line-markup", "the page's markup says so"),
    ("line-page-head", "a date beside words of navigation is that of the visit"),
    ("line-phrase", "a set phrase of navigation, consent, sharing, subscription, advertisement or player"),
    ("line-picture-title", "the caption and the credit of a picture follow at once"),
    ("line-points", "it stands under a heading that announces the main points"),
    ("line-related-list", "it stands in a list under words that lead to other articles"),
    ("line-related-phrase", "it opens with words that lead to another article"),
    ("line-repeated", "the same short line stands there for the third time"),
    ("line-row", "it is a row of a table"),
    ("line-scene", "it describes a scene in the present, or ends with a full date"),
    ("line-stated-title", "it is the headline that the file states"),
    ("line-summary", "between the headline and the running text, and reads like a summary"),
    ("line-text", "nothing marks it as anything but the story"),
    ("line-title-again", "it repeats the headline"),
];

impl LineRule {
    /// The stable id, in JSON and for the explanation.
    pub fn id(self) -> &'static str {
        match self {
            Self::Text => "line-text",
            Self::FrontMatter => "line-front-matter",
            Self::Address => "line-address",
            Self::Bare => "line-bare",
            Self::Phrase => "line-phrase",
            Self::CutPhrase => "line-cut-phrase",
            Self::RelatedPhrase => "line-related-phrase",
            Self::RelatedList => "line-related-list",
            Self::Markup => "line-markup",
            Self::Entry => "line-entry",
            Self::PageHead => "line-page-head",
            Self::Link => "line-link",
            Self::Date => "line-date",
            Self::By => "line-by",
            Self::Credit => "line-credit",
            Self::Scene => "line-scene",
            Self::Row => "line-row",
            Self::Item => "line-item",
            Self::Points => "line-points",
            Self::Repeated => "line-repeated",
            Self::StatedTitle => "line-stated-title",
            Self::Headline => "line-headline",
            Self::TitleAgain => "line-title-again",
            Self::Before => "line-before",
            Self::Between => "line-between",
            Self::Summary => "line-summary",
            Self::Description => "line-description",
            Self::PictureTitle => "line-picture-title",
            Self::Headings => "line-headings",
            Self::After => "line-after",
            Self::Heading => "line-heading",
        }
    }
}
