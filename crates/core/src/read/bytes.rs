//! Bytes into text: which encoding a file is in, and whether it is text at all.
//!
//! **Invariant:** every byte string gives text or one fatal [`Problem`]; a doubtful encoding is said, not hidden.
//! The order is: byte order mark, UTF-8, UTF-8 with a few bad bytes, Windows-1252. Start at [`decode`].

use std::borrow::Cow;

use super::{MAX_BYTES, Problem};
use crate::span::Span;

/// The text of `bytes` less its byte order mark, with what is doubtful about it; or why it is no text.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, Option<Problem>), Problem> {
    begins_as_text(bytes)?;
    let (text, problem) = characters(bytes);
    is_text(&text)?;
    Ok((text, problem))
}

/// Why `text`, which needs no decoding, is no text after all.
pub(super) fn checked(text: &str) -> Result<(), Problem> {
    begins_as_text(text.as_bytes())?;
    is_text(text)
}

fn begins_as_text(bytes: &[u8]) -> Result<(), Problem> {
    if bytes.len() > MAX_BYTES {
        return Err(fatal(format!(
            "expected a file of at most {} MiB, found {} bytes: split it into one file an article",
            MAX_BYTES / (1024 * 1024),
            bytes.len()
        )));
    }
    match magic(bytes) {
        Some(kind) => {
            Err(fatal(format!("expected news text, found {kind}: save the article as text or HTML")))
        }
        None => Ok(()),
    }
}

fn is_text(text: &str) -> Result<(), Problem> {
    if text.trim().is_empty() {
        return Err(fatal("expected news text, found an empty file: check that the article was saved"));
    }
    if is_binary(text) {
        return Err(fatal("expected news text, found binary data: save the article as text or HTML"));
    }
    Ok(())
}

fn fatal(what: impl Into<Cow<'static, str>>) -> Problem {
    Problem { what: what.into(), span: None, fatal: true }
}

fn characters(bytes: &[u8]) -> (String, Option<Problem>) {
    if let Some((encoding, skip)) = encoding_rs::Encoding::for_bom(bytes) {
        let (text, bad) = encoding.decode_without_bom_handling(bytes.get(skip..).unwrap_or_default());
        let problem =
            bad.then(|| replaced(&text, &format!("expected {}, found bytes that are none", encoding.name())));
        return (text.into_owned(), problem);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), None),
        Err(_) if is_mostly_utf8(bytes) => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            let problem = replaced(&text, "expected UTF-8, found a few bytes that are none");
            (text, Some(problem))
        }
        Err(_) => {
            let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes);
            let what = "expected UTF-8, found other bytes: read as Windows-1252; save the file as UTF-8 if letters look wrong";
            (text.into_owned(), Some(Problem { what: what.into(), span: None, fatal: false }))
        }
    }
}

/// The problem that names the first replaced place in `text`.
fn replaced(text: &str, what: &str) -> Problem {
    let at = text.find(char::REPLACEMENT_CHARACTER);
    let line = text.get(..at.unwrap_or(0)).unwrap_or("").matches('\n').count() + 1;
    Problem {
        what: format!("{what} (first in line {line}): they are shown as \u{fffd}; save the file as UTF-8")
            .into(),
        span: at.map(|at| Span::new(at, at + char::REPLACEMENT_CHARACTER.len_utf8())),
        fatal: false,
    }
}

/// Whether the bytes beyond ASCII are mostly whole UTF-8 sequences: in another encoding they would hardly be.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    whole > 2 * bad
}

/// What a file that opens with well-known bytes is.
fn magic(bytes: &[u8]) -> Option<&'static str> {
    const MAGIC: &[(&[u8], &str)] = &[
        (b"\x1f\x8b", "a gzip archive"),
        (b"%!PS", "a PostScript document"),
        (b"%PDF-", "a PDF document"),
        (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
        (b"GIF8", "a GIF image"),
        (b"ID3", "an MP3 recording"),
        (b"II*\0", "a TIFF image"),
        (b"MM\0*", "a TIFF image"),
        (b"MZ\x90\0", "a Windows program"),
        (b"OggS", "an Ogg recording"),
        (b"PK\x03\x04", "a ZIP archive or an office document"),
        (b"PK\x05\x06", "an empty ZIP archive"),
        (b"Rar!", "a RAR archive"),
        (b"SQLite format 3\0", "an SQLite database"),
        (b"\0asm", "a WebAssembly module"),
        (b"\x7fELF", "a program"),
        (b"\x89PNG", "a PNG image"),
        (b"\xd0\xcf\x11\xe0", "an old office document"),
        (b"\xff\xd8\xff", "a JPEG image"),
        (b"{\\rtf", "a rich text document"),
    ];
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some("a WebP image");
    }
    MAGIC.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind)
}

/// Whether the text holds NULs, or more than one control character in twenty.
fn is_binary(text: &str) -> bool {
    let (mut all, mut control) = (0_usize, 0_usize);
    for c in text.chars() {
        if c == '\0' {
            return true;
        }
        all += 1;
        control += usize::from(c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{85}'));
    }
    control * 20 > all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8], expected: &str) -> Option<String> {
        let (text, problem) = decode(bytes).expect("text");
        assert_eq!(text, expected);
        problem.map(|p| p.what.into_owned())
    }

    fn refused(bytes: &[u8], found: &str) {
        let problem = decode(bytes).expect_err("no text");
        assert!(problem.fatal && problem.what.contains(found), "{}", problem.what);
    }

    #[test]
    fn a_byte_order_mark_decides_and_is_dropped() {
        assert_eq!(text(b"\xef\xbb\xbfKyiv", "Kyiv"), None);
        assert_eq!(text(b"\xff\xfeK\0y\0", "Ky"), None);
        assert_eq!(text(b"\xfe\xff\0K\0y", "Ky"), None);
    }

    #[test]
    fn line_ends_and_white_space_stay() {
        assert_eq!(text(" a\r\n\u{a0}b \n".as_bytes(), " a\r\n\u{a0}b \n"), None);
    }

    #[test]
    fn old_western_text_is_read_as_windows_1252_and_said() {
        assert!(text(b"caf\xe9 \x93said\x94", "café “said”").is_some_and(|p| p.contains("Windows-1252")));
    }

    #[test]
    fn broken_utf8_is_kept_with_its_place() {
        let found = text(b"\xe2\x80\x9cone\xe2\x80\x9d\n\xc3\xa9 \xe2\x80 end", "“one”\né \u{fffd} end");
        assert!(found.is_some_and(|p| p.contains("line 2")));
    }

    #[test]
    fn what_is_no_text_is_refused_by_name() {
        refused(b"\xff\xd8\xff\xe0\0", "a JPEG image");
        refused(b"\x89PNG\r\n", "a PNG image");
        refused(b"%PDF-1.7", "a PDF document");
        refused(b"PK\x03\x04", "a ZIP archive");
        refused(b"a\0b", "binary data");
        refused(b"\x01\x02\x03abc", "binary data");
        refused(b"", "an empty file");
        refused(b"\xef\xbb\xbf \r\n\t", "an empty file");
        refused(&vec![b'a'; MAX_BYTES + 1], "at most 16 MiB");
    }
}
