//! The reader's corrections, kept as a small text file (`decisions.toml`) beside the documents.
//!
//! **Invariant:** a decision names things, never indices; it can be read, compared and shared, and one that names
//! nothing in the corpus is kept and reported, not dropped. Start at [`Decisions::parse`].

mod dates;

use serde::{Deserialize, Serialize};

use crate::annotate::NameKind;
pub(super) use dates::unused;
pub use dates::{Dates, PublishedOn, written};

/// All corrections, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Decisions {
    /// Names that are one.
    pub merge: Vec<Merge>,
    /// Names that are not one, whatever the rules say.
    pub split: Vec<Split>,
    /// Names that are not shown.
    pub hide: Vec<Hide>,
    /// Articles whose date of publication the reader set.
    pub date: Vec<DateOf>,
}

/// These names are one person, place or organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Merge {
    /// The kind of all of them.
    pub kind: NameKind,
    /// The name to show.
    pub name: String,
    /// The other spellings.
    pub with: Vec<String>,
    /// Why, for whoever reads the file later.
    #[serde(default)]
    pub reason: Option<String>,
}

/// These spellings were linked to a name, and are not it: each stands for itself wherever it is written so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Split {
    /// The kind that they are shown as.
    pub kind: NameKind,
    /// The name that they are not.
    pub name: String,
    /// The spellings; no rule links them any more, only a merge does.
    pub without: Vec<String>,
    /// Why, for whoever reads the file later.
    #[serde(default)]
    pub reason: Option<String>,
}

/// This spelling is no name, or of no interest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hide {
    /// Its kind.
    pub kind: NameKind,
    /// Its spelling.
    pub name: String,
    /// Why, for whoever reads the file later.
    #[serde(default)]
    pub reason: Option<String>,
}

/// This article was published then, whatever its file says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DateOf {
    /// The article: its [name](super::Article::name), or its file alone, which names every document of that file.
    pub article: String,
    /// When.
    pub published: PublishedOn,
    /// Why, for whoever reads the file later.
    #[serde(default)]
    pub reason: Option<String>,
}

/// Why a file of decisions cannot be read; nothing of it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionsError {
    /// The line, from 1.
    pub line: u32,
    /// What was expected.
    pub expected: String,
    /// The line as it stands in the file.
    pub found: String,
}

impl std::error::Error for DecisionsError {}

impl std::fmt::Display for DecisionsError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { line, expected, found } = self;
        write!(f, "line {line}: {expected}, found `{found}`: correct the line, or take it out")
    }
}

impl Decisions {
    /// The decisions in `text`, a TOML file of `[[merge]]`, `[[split]]`, `[[hide]]` and `[[date]]` tables.
    pub fn parse(text: &str) -> Result<Self, DecisionsError> {
        toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start.min(text.len()));
            let line = text.bytes().take(at).filter(|byte| *byte == b'\n').count();
            let said = error.message().lines().collect::<Vec<_>>().join(" ");
            let expected = if said.contains("expected") { said } else { format!("expected TOML ({said})") };
            DecisionsError {
                line: line as u32 + 1,
                expected,
                found: text.lines().nth(line).unwrap_or("").trim().to_owned(),
            }
        })
    }

    /// Adds `more` behind them.
    pub fn append(&mut self, mut more: Self) {
        self.merge.append(&mut more.merge);
        self.split.append(&mut more.split);
        self.hide.append(&mut more.hide);
        self.date.append(&mut more.date);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, message: &str) {
        assert_eq!(Decisions::parse(text).unwrap_err().to_string(), message);
    }

    #[test]
    fn merges_splits_and_hidden_names_are_read() {
        let text = "[[merge]]\nkind = \"person\"\nname = \"A B\"\nwith = [\"B\"]\n\n[[hide]]\nkind = \"place\"\nname = \"X\"\nreason = \"no place\"\n\n[[split]]\nkind = \"person\"\nname = \"A B\"\nwithout = [\"C B\"]\n";
        let decisions = Decisions::parse(text).unwrap();
        assert_eq!(
            (decisions.merge[0].with.as_slice(), decisions.hide[0].reason.as_deref()),
            (&["B".to_owned()][..], Some("no place"))
        );
        assert_eq!(decisions.split[0].without, ["C B"]);
        assert_eq!(Decisions::parse(""), Ok(Decisions::default()));
    }

    #[test]
    fn an_error_names_the_line_what_was_expected_and_what_was_found() {
        check(
            "[[merge]]\nkind = \"peron\"\nname = \"A\"\nwith = []\n",
            "line 2: unknown variant `peron`, expected one of `person`, `place`, `organization`, `other`, found `kind = \"peron\"`: correct the line, or take it out",
        );
        check(
            "[[hide]]\nkind = \"place\"\nname = 7\n",
            "line 3: invalid type: integer `7`, expected a string, found `name = 7`: correct the line, or take it out",
        );
    }

    #[test]
    fn dates_are_read_and_one_that_is_none_is_refused_with_what_to_write() {
        let text =
            |published: &str| format!("[[date]]\narticle = \"a.txt~1f3a90bc\"\npublished = {published}\n");
        let read = |published: &str| {
            let decisions = Decisions::parse(&text(published)).unwrap();
            written(&decisions.date[0].published.when()).unwrap()
        };
        assert_eq!((read("\"2026-02-05\""), read("\"2026-02\"")), ("2026-02-05".into(), "2026-02".into()));
        let refused = |published: &str, expected: &str| {
            check(
                &text(published),
                &format!(
                    "line 3: {expected}, found `published = {published}`: correct the line, or take it out"
                ),
            );
        };
        let day = "expected a day of the calendar as \"2026-02-05\", or a month as \"2026-02\"";
        refused("\"2026-02-30\"", day);
        refused("\"2026-13\"", day);
        refused("\"2300-01-01\"", day);
        refused("\"Feb 5\"", day);
        refused("\"\"", day);
        let quoted = "expected a day in quotation marks, as \"2026-02-05\", or a month, as \"2026-02\"";
        refused("2026-02-05", &format!("invalid type: map, {quoted}"));
        refused("2026", &format!("invalid type: integer `2026`, {quoted}"));
        check(
            "[[date]]\npublished = \"2026-02-05\"\n",
            "line 1: expected TOML (missing field `article`), found `[[date]]`: correct the line, or take it out",
        );
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_without_a_panic(text in "\\PC*|(\\[\\[(merge|date)\\]\\]|published|[a-z=\"\n é])*") {
            if let Err(error) = Decisions::parse(&text) {
                prop_assert!(error.line >= 1);
            }
        }
    }
}
