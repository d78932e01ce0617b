//! Numbers as the report writes them.
//!
//! **Invariant:** three digits that count, no more than were measured, and a unit wherever two could be meant.
//! Start at [`bytes`].

/// Bytes: `512 B`, `1.5 kB`, `23.4 MB`.
pub(super) fn bytes(of: f64) -> String {
    match of {
        of if of < 1e3 => format!("{of:.0} B"),
        of if of < 1e6 => format!("{} kB", digits(of / 1e3)),
        of if of < 1e9 => format!("{} MB", digits(of / 1e6)),
        of => format!("{} GB", digits(of / 1e9)),
    }
}

/// Milliseconds. The clock ticks every 5 µs.
pub(super) fn milliseconds(of: f64) -> String {
    if of < 0.005 { "< 0.005".to_owned() } else { digits(of) }
}

/// A ratio: `×20.1`.
pub(super) fn times(of: f64) -> String {
    if of.is_finite() { format!("×{}", digits(of)) } else { "–".to_owned() }
}

/// A share of 1, never rounded up: what falls short is seen to.
pub(super) fn share(of: f64) -> String {
    format!("{:.3}", (of * 1000.0).floor() / 1000.0)
}

/// A share: `75.0 %`.
pub(super) fn per_cent(of: f64) -> String {
    format!("{:.1} %", of * 100.0)
}

/// Three digits that count.
fn digits(of: f64) -> String {
    match of {
        of if of < 0.00995 => format!("{of:.5}"),
        of if of < 0.1 => format!("{of:.3}"),
        of if of < 10.0 => format!("{of:.2}"),
        of if of < 100.0 => format!("{of:.1}"),
        of => format!("{of:.0}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_three_digits_that_count_and_a_unit() {
        for (of, expected) in
            [(12.0, "12 B"), (1234.0, "1.23 kB"), (23_456_789.0, "23.5 MB"), (1.5e9, "1.50 GB")]
        {
            assert_eq!(bytes(of), expected);
        }
        for (of, expected) in [(0.0, "< 0.005"), (0.015, "0.015"), (1.234, "1.23"), (123.4, "123")] {
            assert_eq!(milliseconds(of), expected);
        }
        assert_eq!((times(20.12), times(f64::INFINITY)), ("×20.1".to_owned(), "–".to_owned()));
        assert_eq!(times(0.000_312), "×0.00031");
        assert_eq!((per_cent(0.75), share(0.9499)), ("75.0 %".to_owned(), "0.949".to_owned()));
    }
}
