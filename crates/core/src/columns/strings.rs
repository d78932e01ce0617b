//! Strings end to end.
//!
//! **Invariant:** what is given out is a whole string that was put in, or empty. Start at [`Strings::write`] and
//! [`Strings::get`].

use super::{Bytes, Reader, Starts, Writer};

/// A column of strings.
#[derive(Clone, Debug, Default)]
pub struct Strings {
    starts: Starts,
    text: Bytes,
}

impl Strings {
    /// `strings` as bytes.
    pub fn write<'a>(strings: impl IntoIterator<Item = &'a str>) -> Vec<u8> {
        let (mut lengths, mut text) = (Vec::new(), Vec::new());
        for string in strings {
            lengths.push(string.len() as u32);
            text.extend_from_slice(string.as_bytes());
        }
        let mut writer = Writer::default();
        writer.add(&Starts::of_lengths(lengths));
        writer.add(&text);
        writer.finish()
    }

    /// The column in `bytes`, or `None` where they are no column.
    pub fn open(bytes: Bytes) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let (starts, text) = (reader.starts()?, reader.bytes()?);
        let fits = starts.end() as usize == text.len() && reader.is_at_end();
        fits.then_some(Self { starts, text })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// String `index`, or `""` where there is none.
    pub fn get(&self, index: u32) -> &str {
        let range = self.starts.range(index);
        let bytes = self.text.get(range.start as usize..range.end as usize).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }

    /// All strings in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len() as u32).map(|at| self.get(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_string_comes_back_and_what_is_not_there_is_empty() {
        let strings = ["", "Kyiv", "Київ", ""];
        let column = Strings::open(Bytes::new(Strings::write(strings))).unwrap();
        assert_eq!(column.iter().collect::<Vec<_>>(), strings);
        assert_eq!(column.get(9), "");
    }
}
