//! Lengths as drawings write them.
//!
//! The standard library's way of printing floats is made to find the shortest digits that mean the same number, and is
//! a tenth of what a page waits for before it draws; a drawing needs hundredths.
//! **Invariant:** to a hundredth of a pixel, without zeros at the end. Start at [`px`] and [`path`].

/// A length in CSS pixels: `12`, `-0.5`, `7.25`.
pub fn px(length: f64) -> String {
    let mut text = String::new();
    push(&mut text, length);
    text
}

/// The commands of a path, each with its numbers: `M1 2H7.5`.
pub fn path(commands: &[(&str, &[f64])]) -> String {
    let mut text = String::new();
    for (command, numbers) in commands {
        text.push_str(command);
        for (at, number) in numbers.iter().enumerate() {
            if at > 0 {
                text.push(' ');
            }
            push(&mut text, *number);
        }
    }
    text
}

fn push(text: &mut String, length: f64) {
    let hundredths = (length * 100.0).round_ties_even() as i64;
    if hundredths < 0 {
        text.push('-');
    }
    let (whole, part) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    text.push_str(&whole.to_string());
    if part > 0 {
        text.push('.');
        text.push_str(&(part / 10).to_string());
        if part % 10 > 0 {
            text.push_str(&(part % 10).to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lengths_have_two_decimals_at_most_and_no_zeros_behind() {
        for (length, expected) in [
            (0.0, "0"),
            (12.0, "12"),
            (-0.5, "-0.5"),
            (7.25, "7.25"),
            (7.05, "7.05"),
            (-0.001, "0"),
            (99.999, "100"),
            (1e9, "1000000000"),
            (f64::NAN, "0"),
        ] {
            assert_eq!(px(length), expected);
        }
        assert_eq!(path(&[("M", &[1.0, 2.0]), ("H", &[7.5]), ("Z", &[])]), "M1 2H7.5Z");
    }

    proptest! {
        #[test]
        fn a_length_reads_as_itself_to_a_hundredth(length in -1e6f64..1e6) {
            prop_assert!((px(length).parse::<f64>().unwrap() - length).abs() <= 0.005 + 1e-9);
        }
    }
}
