//! Numbers as they are read: digits in threes, where there are more than four.
//!
//! **Invariant:** every count that a reader sees is written by [`count`], so that one number looks the same everywhere;
//! a year and other numbers of four digits stay together. Nothing is rounded.

/// `107,225`; `2026`.
pub fn count(number: u32) -> String {
    grouped(&number.to_string())
}

/// `107,225` for the digits `107225`.
pub fn grouped(digits: &str) -> String {
    if digits.len() < 5 {
        return digits.to_owned();
    }
    let mut out = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_digits_and_more_stand_in_threes() {
        for (number, shown) in [
            (0, "0"),
            (9999, "9999"),
            (10_000, "10,000"),
            (107_225, "107,225"),
            (1_000_000, "1,000,000"),
            (u32::MAX, "4,294,967,295"),
        ] {
            assert_eq!(count(number), shown);
        }
    }
}
