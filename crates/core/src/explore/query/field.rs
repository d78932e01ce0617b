//! The fields of the language, and which values each has.
//!
//! **Invariant:** every field that is printed here is read here; a value is kept in the one form in which it is compared,
//! or is refused with what was expected.
//! Start at [`Field`] for fields with values, [`known`] for all names that may stand before a colon.

use serde::{Deserialize, Serialize};

use crate::annotate::{NameKind, Status};
use crate::order::Order as _;

/// A field with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// Names a person.
    Person,
    /// Names a place.
    Place,
    /// Names an organization.
    Organization,
    /// Names something else that has a name.
    Other,
    /// Names anything of this name.
    About,
    /// Is said by them.
    Speaker,
    /// The article's publisher.
    Publisher,
    /// The article's author.
    Author,
    /// The article's language, as a tag of two or three letters.
    Language,
    /// What kind of word it is: [`Status::name`].
    Status,
    /// How many voices it rests on: [`VoiceCount::name`].
    Voice,
    /// Whom the article says that it has its text or facts from.
    Origin,
    /// How well the article's publication is known: `day`, `range` or `none`.
    Dated,
    /// Whether the article may be cut short: `yes` or `no`.
    Incomplete,
}

/// How many voices a report rests on, over all reports of its event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum VoiceCount {
    /// One, and not an unnamed one.
    One,
    /// Several, of which one at least is named.
    Several,
    /// Only unnamed ones.
    Unnamed,
}

impl VoiceCount {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::One, Self::Several, Self::Unnamed];

    /// The value of `voice:`.
    pub fn name(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Several => "several",
            Self::Unnamed => "unnamed",
        }
    }
}

/// What can stand before a colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    Value(Field),
    Title,
    Quote,
    /// A bound or a range of days; of the publication, if so.
    Days {
        end: End,
        published: bool,
    },
    Undated,
    Scope,
}

/// Which ends a field of days gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    First,
    Last,
    Both,
}

const NAMES: &[(&str, Named)] = &[
    ("about", Named::Value(Field::About)),
    ("after", days(End::First, false)),
    ("author", Named::Value(Field::Author)),
    ("before", days(End::Last, false)),
    ("dated", Named::Value(Field::Dated)),
    ("in", days(End::Both, false)),
    ("incomplete", Named::Value(Field::Incomplete)),
    ("language", Named::Value(Field::Language)),
    ("on", days(End::Both, false)),
    ("org", Named::Value(Field::Organization)),
    ("organisation", Named::Value(Field::Organization)),
    ("organization", Named::Value(Field::Organization)),
    ("origin", Named::Value(Field::Origin)),
    ("other", Named::Value(Field::Other)),
    ("person", Named::Value(Field::Person)),
    ("place", Named::Value(Field::Place)),
    ("published", days(End::Both, true)),
    ("published-after", days(End::First, true)),
    ("published-before", days(End::Last, true)),
    ("published-since", days(End::First, true)),
    ("published-until", days(End::Last, true)),
    ("publisher", Named::Value(Field::Publisher)),
    ("quote", Named::Quote),
    ("scope", Named::Scope),
    ("since", days(End::First, false)),
    ("source", Named::Value(Field::Publisher)),
    ("speaker", Named::Value(Field::Speaker)),
    ("status", Named::Value(Field::Status)),
    ("title", Named::Title),
    ("undated", Named::Undated),
    ("until", days(End::Last, false)),
    ("voice", Named::Value(Field::Voice)),
];

const fn days(end: End, published: bool) -> Named {
    Named::Days { end, published }
}

/// The field called `name`, in any case.
pub(super) fn known(name: &str) -> Option<Named> {
    NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, named)| *named)
}

/// The names of fields that begin with `begun`, in any case, the shortest first; of several names of one field
/// the first.
pub(in crate::explore) fn field_names(begun: &str) -> impl Iterator<Item = &'static str> {
    let begins = |name: &str| name.get(..begun.len()).is_some_and(|own| own.eq_ignore_ascii_case(begun));
    let mut found: Vec<(&'static str, Named)> = Vec::new();
    for (name, named) in NAMES.iter().filter(|(name, _)| begins(name)) {
        if !found.iter().any(|(_, own)| own == named) {
            found.push((name, *named));
        }
    }
    found.order_by_key(|(name, _)| name.len());
    found.into_iter().map(|(name, _)| name)
}

impl Field {
    /// All fields, in the order in which they print.
    pub const ALL: [Self; 14] = [
        Self::Person,
        Self::Place,
        Self::Organization,
        Self::Other,
        Self::About,
        Self::Speaker,
        Self::Publisher,
        Self::Author,
        Self::Language,
        Self::Status,
        Self::Voice,
        Self::Origin,
        Self::Dated,
        Self::Incomplete,
    ];

    /// The name before the colon.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organization => "org",
            Self::Other => "other",
            Self::About => "about",
            Self::Speaker => "speaker",
            Self::Publisher => "publisher",
            Self::Author => "author",
            Self::Language => "language",
            Self::Status => "status",
            Self::Voice => "voice",
            Self::Origin => "origin",
            Self::Dated => "dated",
            Self::Incomplete => "incomplete",
        }
    }

    /// The field that asks for names of `kind`.
    pub fn of(kind: NameKind) -> Self {
        match kind {
            NameKind::Person => Self::Person,
            NameKind::Place => Self::Place,
            NameKind::Organization => Self::Organization,
            NameKind::Other => Self::Other,
        }
    }

    /// The kind of name it asks for, if it asks for names of one kind.
    pub fn kind(self) -> Option<NameKind> {
        NameKind::ALL.into_iter().find(|kind| Self::of(*kind) == self)
    }

    /// All its values, where they are few and fixed, else none.
    pub(in crate::explore) fn fixed(self) -> Vec<&'static str> {
        match self {
            Self::Status => Status::ALL.map(Status::name).to_vec(),
            Self::Voice => VoiceCount::ALL.map(VoiceCount::name).to_vec(),
            Self::Dated => vec!["day", "range", "none", "set"],
            Self::Incomplete => vec!["yes", "no"],
            _ => Vec::new(),
        }
    }

    /// `typed` as the value that is kept, or what was expected instead.
    pub(super) fn value(self, typed: &str) -> Result<String, String> {
        let fixed = self.fixed();
        if !fixed.is_empty() {
            let found = fixed.iter().find(|value| value.eq_ignore_ascii_case(typed));
            return found.map(|value| (*value).to_owned()).ok_or_else(|| {
                let values: Vec<String> =
                    fixed.iter().map(|value| format!("{}:{value}", self.name())).collect();
                values.join(", ")
            });
        }
        match self {
            Self::Language => {
                let tag = typed.len() <= 8 && typed.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-');
                let expected = || "a language by its tag, such as language:en".to_owned();
                if tag { Ok(typed.to_ascii_lowercase()) } else { Err(expected()) }
            }
            _ => Ok(typed.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_known_by_its_name() {
        for field in Field::ALL {
            assert_eq!(known(field.name()), Some(Named::Value(field)));
            assert_eq!(known(&field.name().to_uppercase()), Some(Named::Value(field)));
        }
        assert_eq!(known("colour"), None);
    }

    #[test]
    fn a_value_is_kept_in_one_form_or_refused_with_what_was_expected() {
        assert_eq!(Field::Status.value("Claimed"), Ok("claimed".to_owned()));
        assert_eq!(Field::Person.value("Ann Lee"), Ok("Ann Lee".to_owned()));
        assert_eq!(Field::Language.value("EN"), Ok("en".to_owned()));
        assert_eq!(Field::Voice.value("two"), Err("voice:one, voice:several, voice:unnamed".to_owned()));
    }
}
