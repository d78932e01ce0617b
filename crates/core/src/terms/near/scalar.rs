//! Letters read byte by byte.
//!
//! **Invariant:** bytes that are not UTF-8 are wrong at the latest where their letter would end.

/// What has been read of a letter.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Read {
    value: u32,
    left: u8,
}

/// What one more byte makes.
pub(super) enum Scalar {
    /// A letter is whole.
    Whole(char),
    /// A letter goes on.
    Part(Read),
    /// No letter begins or goes on so.
    Wrong,
}

impl Read {
    /// Whether no letter is begun.
    pub fn is_whole(self) -> bool {
        self.left == 0
    }

    /// What `byte` adds.
    #[inline]
    pub fn push(self, byte: u8) -> Scalar {
        let begin = |value: u8, left| Scalar::Part(Self { value: value.into(), left });
        match (self.left, byte) {
            (0, 0..=0x7f) => Scalar::Whole(byte.into()),
            (0, 0xc2..=0xdf) => begin(byte & 0x1f, 1),
            (0, 0xe0..=0xef) => begin(byte & 0x0f, 2),
            (0, 0xf0..=0xf4) => begin(byte & 0x07, 3),
            (1.., 0x80..=0xbf) => {
                let value = self.value << 6 | u32::from(byte & 0x3f);
                match self.left - 1 {
                    0 => char::from_u32(value).map_or(Scalar::Wrong, Scalar::Whole),
                    left => Scalar::Part(Self { value, left }),
                }
            }
            _ => Scalar::Wrong,
        }
    }
}
