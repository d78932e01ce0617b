//! A figure in plain words: `at least 157 prisoners of war`, `about 40 billion USD`.
//!
//! **Invariant:** the digits are the figure's, grouped or shortened without rounding; nothing is converted.
//! Start at [`words`].

use crate::annotate::Figure;
use crate::layout::number_text::grouped;

/// The figure as it was read: its bound, its number, its unit and what is counted in `text`.
pub fn words(text: &str, figure: &Figure) -> String {
    let mut number = digits(&figure.value);
    if let Some(upto) = &figure.upto {
        number = format!("{number} to {}", digits(upto));
    }
    let number = if figure.unit == "%" { format!("{number}%") } else { number };
    // UCUM's codes for degrees are not what a reader writes.
    let unit = match figure.unit.as_str() {
        "%" => "",
        "Cel" => "°C",
        "[degF]" => "°F",
        unit => unit,
    };
    let counted = figure.counted.map_or("", |span| span.of(text));
    let parts = [figure.qualifier.words(), number.as_str(), unit, counted];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// `40 billion` for 40000000000, `1.25 million`, `12,400`; what is no number stays as it is.
fn digits(value: &str) -> String {
    let (whole, part) = value.split_once('.').unwrap_or((value, ""));
    if whole.is_empty() || !whole.bytes().chain(part.bytes()).all(|b| b.is_ascii_digit()) {
        return value.to_owned();
    }
    let rounds = [(12, "trillion"), (9, "billion"), (6, "million")];
    for (zeros, word) in rounds.into_iter().filter(|_| part.is_empty()) {
        let Some((head, tail)) = whole.len().checked_sub(zeros).and_then(|at| whole.split_at_checked(at))
        else {
            continue;
        };
        let tail = tail.trim_end_matches('0');
        if !head.is_empty() && tail.len() <= 2 {
            let point = if tail.is_empty() { "" } else { "." };
            return format!("{}{point}{tail} {word}", grouped(head));
        }
    }
    let point = if part.is_empty() { "" } else { "." };
    format!("{}{point}{part}", grouped(whole))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::{Qualifier, Voice};
    use crate::evidence::Evidence;
    use crate::span::Span;

    const TEXT: &str = "prisoners of war";

    fn check(qualifier: Qualifier, value: &str, upto: Option<&str>, unit: &str, counted: bool, words: &str) {
        let figure = Figure {
            span: Span::new(0, 0),
            value: value.to_owned(),
            upto: upto.map(str::to_owned),
            qualifier,
            unit: unit.to_owned(),
            counted: counted.then(|| Span::new(0, TEXT.len())),
            voice: Voice::OUTLET,
            event: None,
            evidence: Evidence::rule("no-date", 100),
        };
        assert_eq!(super::words(TEXT, &figure), words);
    }

    #[test]
    fn a_figure_says_its_bound_its_number_and_what_it_counts() {
        use Qualifier::{About, AtLeast, Exactly, MoreThan};
        check(AtLeast, "157", None, "", true, "at least 157 prisoners of war");
        check(Exactly, "10", Some("20"), "", true, "10 to 20 prisoners of war");
        check(MoreThan, "2.5", None, "%", false, "more than 2.5%");
        check(About, "40000000000", None, "USD", false, "about 40 billion USD");
    }

    #[test]
    fn a_number_is_grouped_or_shortened_and_never_rounded() {
        for (value, shown) in [
            ("2026", "2026"),
            ("12400", "12,400"),
            ("1250000", "1.25 million"),
            ("1234567", "1,234,567"),
            ("1500000.5", "1,500,000.5"),
            ("0", "0"),
            ("1000000000000000", "1000 trillion"),
            ("many", "many"),
            ("", ""),
        ] {
            assert_eq!(digits(value), shown);
        }
    }
}
