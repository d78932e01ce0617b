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
    let plain = plain(face);
    let sum: u32 = if text.is_ascii() {
        text.bytes().filter_map(|byte| plain.get(usize::from(byte))).map(|width| u32::from(*width)).sum()
    } else {
        text.chars().map(|c| u32::from(advance(face, c))).sum()
    };
    f64::from(sum) * px / 1000.0
}

/// The width of `c` in thousandths of an em.
pub(super) fn advance(face: Face, c: char) -> u16 {
    match plain(face).get(c as usize) {
        Some(width) => *width,
        None => looked_up(runs(face), c),
    }
}

/// The widths of ASCII, in which nearly all letters are: long texts are measured for every drawing.
pub(super) fn plain(face: Face) -> &'static [u16; 128] {
    match face {
        Face::Sans => &PLAIN[0],
        Face::SansStrong => &PLAIN[1],
        Face::Serif => &PLAIN[2],
    }
}

/// The widths of ASCII in each face.
static PLAIN: [[u16; 128]; 3] = [of_ascii(table::SANS), of_ascii(table::SANS_STRONG), of_ascii(table::SERIF)];

const fn of_ascii(runs: &[(u32, &[u16])]) -> [u16; 128] {
    let (mut widths, mut at) = ([0; 128], 0);
    let (first, given) = (runs[0].0 as usize, runs[0].1);
    while at < given.len() && first + at < 127 {
        widths[first + at] = given[at];
        at += 1;
    }
    widths
}

const fn runs(face: Face) -> &'static [(u32, &'static [u16])] {
    match face {
        Face::Sans => table::SANS,
        Face::SansStrong => table::SANS_STRONG,
        Face::Serif => table::SERIF,
    }
}

fn looked_up(runs: &[(u32, &[u16])], c: char) -> u16 {
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
        check("aa", Face::Sans, 2 * u32::from(advance(Face::Sans, 'a')));
        check("日", Face::Serif, 1000);
        check("e\u{301}", Face::Serif, u32::from(advance(Face::Serif, 'e')));
    }

    #[test]
    fn ascii_is_as_wide_as_the_table_says() {
        for face in [Face::Sans, Face::SansStrong, Face::Serif] {
            for c in (0..128_u8).map(char::from) {
                assert_eq!(advance(face, c), looked_up(runs(face), c), "{c:?}");
            }
        }
    }

    #[test]
    fn figures_are_tabular() {
        for runs in [table::SANS, table::SANS_STRONG, table::SERIF] {
            let one = looked_up(runs, '1');
            assert!(('0'..='9').all(|c| looked_up(runs, c) == one));
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
                assert!((150..=1200).contains(&looked_up(runs, c)), "{c}");
            }
        }
    }
}
