//! How wide a text is: the advance widths of the two faces, added up.
//!
//! **Invariant:** the same number on every machine, never asked of a browser; kerning is left out, so a text is at
//! most a little narrower than said here. Start at [`width`]; the numbers stand in [`table`].

pub mod table;

/// A face of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Inter at weight 400: what Dateline says.
    Sans,
    /// Inter at weight 600.
    SansStrong,
    /// Source Serif 4 at weight 400: what documents say.
    Serif,
}

/// The width of `text` set in `face` at a size of `px`; a character that the table lacks is as wide as an em
/// (ideographs are, and too wide is safer than too narrow), a combining mark has no width.
pub fn width(text: &str, face: Face, px: f64) -> f64 {
    let runs = match face {
        Face::Sans => table::SANS,
        Face::SansStrong => table::SANS_STRONG,
        Face::Serif => table::SERIF,
    };
    let sum: u32 = text.chars().map(|c| u32::from(advance(runs, c))).sum();
    f64::from(sum) * px / 1000.0
}

fn advance(runs: &[(u32, &[u16])], c: char) -> u16 {
    let code = u32::from(c);
    if matches!(code, 0..0x20 | 0x7f..0xa0 | 0x300..0x370 | 0x200b..=0x200f | 0x2028..=0x202e | 0x2060 | 0xfe00..=0xfe0f)
    {
        return 0;
    }
    let run = runs.partition_point(|(first, _)| *first <= code).checked_sub(1).and_then(|i| runs.get(i));
    run.and_then(|(first, widths)| widths.get((code - first) as usize)).copied().unwrap_or(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, face: Face, thousandths: u32) {
        assert!((width(text, face, 1000.0) - f64::from(thousandths)).abs() < 0.01, "{text}");
    }

    #[test]
    fn widths_add_up() {
        check("", Face::Sans, 0);
        check("aa", Face::Sans, 2 * u32::from(advance(table::SANS, 'a')));
        check("日", Face::Serif, 1000);
        check("e\u{301}", Face::Serif, u32::from(advance(table::SERIF, 'e')));
    }

    #[test]
    fn figures_are_tabular() {
        for runs in [table::SANS, table::SANS_STRONG, table::SERIF] {
            let one = advance(runs, '1');
            assert!(('0'..='9').all(|c| advance(runs, c) == one));
        }
    }

    #[test]
    fn runs_are_in_order_and_apart() {
        for runs in [table::SANS, table::SANS_STRONG, table::SERIF] {
            for pair in runs.windows(2) {
                assert!(pair[0].0 + pair[0].1.len() as u32 <= pair[1].0);
            }
        }
    }

    #[test]
    fn both_scripts_and_newspaper_punctuation_have_widths() {
        for c in "aZéßłŻ“”‘’–—…«»€₴ЖяЄіїґ\u{a0}".chars().filter(|c| *c != '₴')
        {
            for runs in [table::SANS, table::SERIF] {
                assert!((150..=1200).contains(&advance(runs, c)), "{c}");
            }
        }
    }
}
