//! The strings that articles share, by number: the ids of the rules first, then what occurs more than once.
//!
//! **Invariant:** the same articles give the same numbers, the commonest strings the lowest.
//! Start at [`Numbered::of`] and [`Spelled::open`].

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::columns::Strings;
use crate::corpus::pack::counts::Counts;
use crate::evidence;

/// What is known of strings while an article is walked over. What only writing needs is behind a pointer, so that what
/// only reads is built without it.
pub(super) enum Known<'a> {
    /// Nothing yet: those that are found are given to this.
    Found(&'a mut dyn FnMut(&str)),
    /// The number of each.
    Numbered(&'a dyn Fn(&str) -> Option<u32>),
    /// How each number is spelled.
    Spelled(&'a Spelled),
}

/// Strings with their numbers.
#[derive(Debug, Default)]
pub(super) struct Numbered {
    numbers: FxHashMap<Box<str>, u32>,
}

impl Numbered {
    /// Numbers for what was found, and the column of those that are no rules.
    pub(super) fn of(found: Counts) -> (Self, Vec<u8>) {
        let mut numbers: FxHashMap<Box<str>, u32> = FxHashMap::default();
        numbers.extend((0..).zip(evidence::ids()).map(|(at, id)| (id.into(), at)));
        let rules = numbers.len() as u32;
        let mut counted = found.finish();
        counted.retain(|(string, _)| !numbers.contains_key(string));
        let column = Strings::write(counted.iter().map(|(string, _)| &**string));
        numbers.extend((rules..).zip(counted).map(|(at, (string, _))| (string, at)));
        (Self { numbers }, column)
    }

    /// The number of `string`.
    pub(super) fn number(&self, string: &str) -> Option<u32> {
        self.numbers.get(string).copied()
    }
}

/// Strings by their numbers.
#[derive(Debug)]
pub(super) struct Spelled {
    rules: Vec<&'static str>,
    strings: Strings,
}

impl Spelled {
    /// The rules, then `strings`.
    pub(super) fn open(strings: Strings) -> Self {
        Self { rules: evidence::ids().collect(), strings }
    }

    /// The string with number `number`.
    pub(super) fn get(&self, number: u32) -> Option<Cow<'static, str>> {
        let rest = match self.rules.get(number as usize) {
            Some(id) => return Some(Cow::Borrowed(id)),
            None => number as usize - self.rules.len(),
        };
        (rest < self.strings.len()).then(|| Cow::Owned(self.strings.get(rest as u32).to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns::Bytes;

    #[test]
    fn what_occurs_twice_has_a_number_and_rules_have_one_anyway() {
        let mut found = Counts::default();
        for string in ["Wire", "b", "a", "headline", "a", "b", "b"] {
            found.add(string);
        }
        let (numbered, column) = Numbered::of(found);
        let spelled = Spelled::open(Strings::open(Bytes::new(column)).unwrap());
        for string in ["a", "b", "headline", "no-date"] {
            assert_eq!(spelled.get(numbered.number(string).unwrap()).as_deref(), Some(string));
        }
        assert!(numbered.number("b") < numbered.number("a"));
        assert_eq!(numbered.number("Wire"), None);
        assert_eq!(spelled.get(u32::MAX), None);
    }
}
