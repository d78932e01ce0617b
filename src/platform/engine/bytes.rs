//! Plain data as bytes for a worker of this same program, and back.
//!
//! The library that writes packs could do it, at four times the weight in the page: nearly all of that is what to do
//! about bytes that are not as expected. Here there are none, since both ends are one program, so the error is a type
//! without values and the compiler leaves all of it out.
//! **Invariant:** only for what does not outlive the page; bytes from elsewhere may end in a panic, never in more.
//! Numbers are groups of seven bits, lowest first; a list or text has its length before it.
//! Start at [`write()`] and [`read()`]; the two directions are in [`reading`] and [`writing`].

mod reading;
mod writing;

use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Serialize, de, ser};

/// `value` as bytes.
pub fn write(value: &impl Serialize) -> Vec<u8> {
    let mut out = writing::Out(Vec::new());
    match value.serialize(&mut out) {
        Ok(()) => out.0,
    }
}

/// The value that was written as `bytes`.
///
/// # Panics
/// Where they are no such value: one of the two ends is wrong.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> T {
    match T::deserialize(&mut reading::In(bytes)) {
        Ok(value) => value,
    }
}

/// Where bytes are not as expected: with both ends in one program that is a fault of ours.
fn wrong() -> ! {
    panic!("expected a question or a reply, found other bytes")
}

/// An error that does not happen.
#[derive(Debug)]
pub enum Never {}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl de::Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Self {
        wrong()
    }
}

impl ser::Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Self {
        wrong()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    enum Kind {
        Unit,
        New(String),
        Pair(u8, i64),
        Named { a: Option<bool>, b: Vec<f64> },
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Whole {
        numbers: (u8, u16, u32, u64, i8, i32, i64),
        text: String,
        kinds: Vec<Kind>,
        result: Result<[u32; 2], ()>,
        letter: char,
    }

    #[test]
    fn every_form_of_data_comes_back() {
        let kinds = vec![
            Kind::Unit,
            Kind::New("ὦ".to_owned()),
            Kind::Pair(255, i64::MIN),
            Kind::Named { a: Some(true), b: vec![0.1, f64::MAX, -0.0] },
            Kind::Named { a: None, b: Vec::new() },
        ];
        let numbers = (1, 300, u32::MAX, u64::MAX, -1, i32::MIN, -5);
        let whole = Whole { numbers, text: String::new(), kinds, result: Ok([7, 128]), letter: '…' };
        assert_eq!(read::<Whole>(&write(&whole)), whole);
    }

    #[test]
    #[should_panic(expected = "found other bytes")]
    fn bytes_that_end_too_early_are_a_panic() {
        let bytes = write(&"four".to_owned());
        read::<String>(&bytes[..3]);
    }
}
