//! Scalars in quotation marks, with their escapes and folded lines.
//!
//! **Invariant:** a scalar that is not closed, or an escape that YAML does not have, is said and never guessed.
//! Start at [`Reader::quoted`].

use std::iter::{Peekable, Skip};
use std::str::CharIndices;

use super::{Reader, Wrong};

impl Reader<'_> {
    /// The words in the quotation marks that open here; goes behind the closing one.
    pub(super) fn quoted(&mut self) -> Result<String, Wrong> {
        let start = self.at;
        let rest = self.rest();
        let single = rest.starts_with('\'');
        let mut words = String::new();
        let mut chars = rest.char_indices().skip(1).peekable();
        while let Some((at, c)) = chars.next() {
            match c {
                '\'' if single && chars.next_if(|(_, next)| *next == '\'').is_none() => {
                    self.at = start + at + 1;
                    return Ok(words);
                }
                '"' if !single => {
                    self.at = start + at + 1;
                    return Ok(words);
                }
                '\n' => {
                    // A line break is a space, and each empty line behind it a break.
                    words.truncate(words.trim_end_matches([' ', '\t', '\r']).len());
                    let mut empty = 0;
                    while let Some((_, c)) = chars.next_if(|(_, c)| c.is_whitespace()) {
                        empty += usize::from(c == '\n');
                    }
                    words.push_str(if empty == 0 { " " } else { "\n" });
                    (1..empty).for_each(|_| words.push('\n'));
                }
                '\\' if !single => {
                    let what = escape(&mut chars, &mut words);
                    what.map_err(|what| Wrong { at: start + at, what })?;
                }
                c => words.push(c),
            }
        }
        Err(self.wrong("a quotation mark that is not closed"))
    }
}

/// Reads the escape behind a backslash into `words`.
fn escape(chars: &mut Peekable<Skip<CharIndices>>, words: &mut String) -> Result<(), &'static str> {
    let (_, mark) = chars.next().ok_or("a quotation mark that is not closed")?;
    let digits = match mark {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        '\n' | '\r' => {
            while chars.next_if(|(_, c)| c.is_whitespace()).is_some() {}
            return Ok(());
        }
        mark => {
            words.push(escaped(mark).ok_or("an escape that does not exist")?);
            return Ok(());
        }
    };
    let mut code = 0;
    for _ in 0..digits {
        let digit = chars.next().and_then(|(_, c)| c.to_digit(16));
        code = code << 4 | digit.ok_or("an escape without its digits")?;
    }
    words.push(char::from_u32(code).ok_or("an escape of no character")?);
    Ok(())
}

fn escaped(mark: char) -> Option<char> {
    Some(match mark {
        '"' | '\\' | '/' | ' ' | '\t' => mark,
        '0' => '\0',
        'a' => '\x07',
        'b' => '\x08',
        't' => '\t',
        'n' => '\n',
        'v' => '\x0b',
        'f' => '\x0c',
        'r' => '\r',
        'e' => '\x1b',
        'N' => '\u{85}',
        '_' => '\u{a0}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        _ => return None,
    })
}
