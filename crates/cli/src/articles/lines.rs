//! The lines of a stream, one at a time, with their numbers.
//!
//! **Invariant:** no more than one line is held, however long the stream; a line that is too long is passed over
//! without being held, and an error of reading ends the stream and is kept. Lines of white space are none.
//! Start at [`Lines`].

use std::io::{self, BufRead, Read as _};

use dateline_core::read;

/// The longest line that is read: a largest text in which every character is escaped.
const MAX_LINE: u64 = 6 * read::MAX_BYTES as u64 + 65_536;

/// A line.
#[derive(Debug, PartialEq, Eq)]
pub struct Numbered {
    /// Its number, from 1.
    pub number: u64,
    /// The line, or why it cannot be had.
    pub bytes: Result<Vec<u8>, String>,
}

/// The lines of `R` that hold something.
#[derive(Debug)]
pub struct Lines<R> {
    input: R,
    number: u64,
    failed: Option<String>,
}

impl<R: BufRead> Lines<R> {
    /// The lines of `input`.
    pub fn new(input: R) -> Self {
        Self { input, number: 0, failed: None }
    }

    /// Why there are no more lines, where that is not because the stream has ended.
    pub fn failed(self) -> Option<String> {
        self.failed
    }

    fn line(&mut self) -> io::Result<Option<Result<Vec<u8>, String>>> {
        let mut bytes = Vec::new();
        loop {
            self.number += 1;
            let length = self.input.by_ref().take(MAX_LINE).read_until(b'\n', &mut bytes)?;
            if length == 0 {
                return Ok(None);
            }
            if length as u64 == MAX_LINE && !bytes.ends_with(b"\n") {
                self.input.skip_until(b'\n')?;
                return Ok(Some(Err(format!(
                    "expected at most {MAX_LINE} bytes, found more: split the text"
                ))));
            }
            if self.number == 1 && bytes.starts_with(b"\xef\xbb\xbf") {
                bytes.drain(..3);
            }
            if !bytes.trim_ascii().is_empty() {
                return Ok(Some(Ok(bytes)));
            }
            bytes.clear();
        }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Numbered;

    fn next(&mut self) -> Option<Numbered> {
        if self.failed.is_some() {
            return None;
        }
        match self.line() {
            Ok(bytes) => Some(Numbered { number: self.number, bytes: bytes? }),
            Err(error) => {
                self.failed = Some(format!("line {}: expected to read it, found: {error}", self.number));
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &[u8]) -> Vec<(u64, Vec<u8>)> {
        Lines::new(text).map(|line| (line.number, line.bytes.unwrap())).collect()
    }

    #[test]
    fn lines_are_numbered_as_an_editor_numbers_them() {
        let line = |number, text: &[u8]| (number, text.to_vec());
        assert_eq!(of(b""), []);
        assert_eq!(of(b"\n \r\n"), []);
        assert_eq!(of(b"a\n\nb"), [line(1, b"a\n"), line(3, b"b")]);
        assert_eq!(of(b"\xef\xbb\xbfa\r\n"), [line(1, b"a\r\n")]);
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over_and_the_next_one_is_read() {
        let most = usize::try_from(MAX_LINE).unwrap();
        let long = [vec![b'a'; most + 100], b"\nb\n".to_vec()].concat();
        let found: Vec<Numbered> = Lines::new(long.as_slice()).collect();
        assert!(found[0].bytes.as_ref().is_err_and(|what| what.starts_with("expected at most ")));
        assert_eq!(found[1], Numbered { number: 2, bytes: Ok(b"b\n".to_vec()) });
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn an_error_ends_the_lines_and_is_kept() {
        struct Broken;
        impl io::Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("no more"))
            }
        }
        let mut lines = Lines::new(io::BufReader::new(b"a\n".chain(Broken)));
        assert_eq!(lines.by_ref().count(), 1);
        assert_eq!(lines.failed().as_deref(), Some("line 2: expected to read it, found: no more"));
    }
}
