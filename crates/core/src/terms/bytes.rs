//! Bytes that many hold and nobody copies: a part of something shared.
//!
//! **Invariant:** the part lies inside what it is a part of; a clone is a counter that goes up by one.

use std::sync::Arc;

/// A part of shared bytes, such as one section of a pack.
#[derive(Clone, Debug)]
pub struct Bytes {
    all: Arc<[u8]>,
    from: usize,
    to: usize,
}

impl Bytes {
    /// The bytes `from..to` of `all`; nothing if they do not lie in it.
    pub fn part(all: Arc<[u8]>, from: usize, to: usize) -> Option<Self> {
        all.get(from..to)?;
        Some(Self { all, from, to })
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        self.all.get(self.from..self.to).unwrap_or_default()
    }
}

impl From<Arc<[u8]>> for Bytes {
    fn from(all: Arc<[u8]>) -> Self {
        Self { from: 0, to: all.len(), all }
    }
}

/// Copies once, into what is shared from then on.
impl From<Vec<u8>> for Bytes {
    fn from(all: Vec<u8>) -> Self {
        Arc::<[u8]>::from(all).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_lies_inside_the_whole() {
        let all: Arc<[u8]> = Arc::from(&b"abcdef"[..]);
        let check = |from, to, expected: Option<&[u8]>| {
            let part = Bytes::part(all.clone(), from, to);
            assert_eq!(part.as_ref().map(AsRef::as_ref), expected, "{from}..{to}");
        };
        check(0, 6, Some(b"abcdef"));
        check(2, 4, Some(b"cd"));
        check(6, 6, Some(b""));
        check(4, 2, None);
        check(2, 7, None);
    }
}
