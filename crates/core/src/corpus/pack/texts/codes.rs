//! Dense codes: numbers as whole bytes, the low numbers as one byte, with as many last bytes as suit the counts.
//!
//! Of the bytes 1 to 255 the first `ends` end a number and the others go on, so that every string of bytes that go on
//! and one that ends is one number, and no byte is lost to a shape that does not occur; byte 0 begins no number.
//! **Invariant:** `take` gives what `put` has put, and any other bytes give a number or `None`.
//! Start at [`Codes::best`].

/// How many of the bytes 1 to 255 end a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Codes {
    ends: u8,
}

impl Codes {
    /// Codes with `ends` last bytes; `None` for none.
    pub(super) fn of(ends: u8) -> Option<Self> {
        (ends > 0).then_some(Self { ends })
    }

    /// How many bytes end a number.
    pub(super) fn ends(self) -> u8 {
        self.ends
    }

    /// The codes that take the fewest bytes for numbers that occur so often, the commonest first, and how many bytes.
    pub(super) fn best(counts: impl Iterator<Item = u32>) -> (Self, usize) {
        let mut before = vec![0usize];
        for count in counts {
            before.push(before.last().copied().unwrap_or(0) + count as usize);
        }
        let all = before.last().copied().unwrap_or(0);
        let bytes = |ends: u8| {
            let (mut from, mut room, mut bytes) = (0, usize::from(ends), all);
            while let Some(covered) = before.get(from + room) {
                // Whatever the shorter codes have no room for takes one byte more.
                bytes += all - covered;
                from += room;
                room *= usize::from(u8::MAX - ends).max(1);
            }
            bytes
        };
        let best = (1..u8::MAX).min_by_key(|ends| bytes(*ends)).unwrap_or(1);
        (Self { ends: best }, bytes(best))
    }

    /// Adds `number` to `out`.
    pub(super) fn put(self, number: u32, out: &mut Vec<u8>) {
        let (ends, others) = (u32::from(self.ends), u32::from(u8::MAX - self.ends).max(1));
        let from = out.len();
        out.push((number % ends + 1) as u8);
        let mut rest = number / ends;
        while rest > 0 {
            rest -= 1;
            out.push((rest % others + ends + 1) as u8);
            rest /= others;
        }
        if let Some(own) = out.get_mut(from..) {
            own.reverse();
        }
    }

    /// The number that `rest` begins with.
    #[inline]
    pub(super) fn take(self, rest: &mut &[u8]) -> Option<u32> {
        let (ends, others) = (u32::from(self.ends), u32::from(u8::MAX - self.ends));
        let mut number = 0u32;
        loop {
            let (first, more) = rest.split_first()?;
            *rest = more;
            let byte = u32::from(*first).checked_sub(1)?;
            if byte < ends {
                return number.checked_mul(ends)?.checked_add(byte);
            }
            number = number.checked_mul(others)?.checked_add(byte - ends + 1)?;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_was_put_is_taken(ends in 1u8..255, numbers in proptest::collection::vec(0u32..400_000, 0..20)) {
            let codes = Codes::of(ends).unwrap();
            let mut out = Vec::new();
            for number in &numbers {
                codes.put(*number, &mut out);
            }
            let mut rest = out.as_slice();
            let taken: Vec<u32> = std::iter::from_fn(|| codes.take(&mut rest)).collect();
            prop_assert_eq!(taken, numbers);
        }
    }

    #[test]
    fn the_commonest_numbers_take_one_byte_and_what_it_takes_is_counted() {
        let counts: Vec<u32> = (0..3000).map(|at| 30_000 / (at + 1)).collect();
        let (codes, bytes) = Codes::best(counts.iter().copied());
        let length = |number: u32| {
            let mut out = Vec::new();
            codes.put(number, &mut out);
            out.len()
        };
        assert_eq!(length(0), 1);
        assert_eq!(bytes, (0..).zip(&counts).map(|(at, count)| length(at) * *count as usize).sum::<usize>());
    }
}
