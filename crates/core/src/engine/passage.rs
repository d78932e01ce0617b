//! Stable names of passages: a file, the first digits of its SHA-256, and a byte span.
//!
//! **Invariant:** no index leaves the process; a passage of a changed or missing file is not found rather than
//! found wrong. Written `FILE~7467727c@120-264`. Start at [`Passage`].

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::corpus::Article;
use crate::corpus::pack::{Opened, Pack};
use crate::explore::Index;
use crate::span::Span;

/// A passage of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Passage {
    /// The file, as the corpus names it.
    pub file: String,
    /// The first 8 hexadecimal digits of the SHA-256 of its bytes.
    pub hash: String,
    /// Where it stands; the empty span at 0 names the whole document.
    pub span: Span,
}

impl Passage {
    /// The passage `span` of `article`.
    pub fn of(article: &Article, span: Span) -> Self {
        let document = &article.document;
        Self { file: document.file.clone(), hash: hash8(&document.sha256), span }
    }

    /// The article it names, if the corpus holds that file with those bytes.
    pub fn find(&self, pack: &Pack, index: &Index) -> Option<(u32, Arc<Opened>)> {
        crate::explore::article_named(pack, index, &self.file, &self.hash)
    }
}

impl fmt::Display for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}~{}@{}-{}", self.file, self.hash, self.span.start, self.span.end)
    }
}

/// What a passage name should have looked like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAPassage;

impl fmt::Display for NotAPassage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a passage like `file.txt~7467727c@120-264`")
    }
}

impl std::error::Error for NotAPassage {}

impl FromStr for Passage {
    type Err = NotAPassage;

    fn from_str(text: &str) -> Result<Self, NotAPassage> {
        let (name, span) = text.rsplit_once('@').ok_or(NotAPassage)?;
        let (file, hash) = name.rsplit_once('~').ok_or(NotAPassage)?;
        let (start, end) = span.split_once('-').ok_or(NotAPassage)?;
        let number = |s: &str| s.parse::<u32>().map_err(|_| NotAPassage);
        let span = Span { start: number(start)?, end: number(end)? };
        let sane = hash.len() == 8 && hash.bytes().all(|b| b.is_ascii_hexdigit()) && span.start <= span.end;
        if sane && !file.is_empty() {
            Ok(Self { file: file.to_owned(), hash: hash.to_owned(), span })
        } else {
            Err(NotAPassage)
        }
    }
}

/// All 64 hexadecimal digits of a SHA-256.
pub fn hex(sha256: &[u8; 32]) -> String {
    use fmt::Write as _;
    sha256.iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

fn hash8(sha256: &[u8; 32]) -> String {
    hex(sha256)[..8].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_reads_back_even_with_odd_file_names() {
        for file in ["a.txt", "b~c@d-e.md", "sub/Ünï code.txt"] {
            let span = Span { start: 3, end: 40 };
            let passage = Passage { file: file.into(), hash: "7467727c".into(), span };
            assert_eq!(passage.to_string().parse(), Ok(passage));
        }
    }

    #[test]
    fn what_is_no_passage_is_refused() {
        for text in ["", "a.txt", "a.txt~1234@1-2", "a.txt~7467727c@9-2", "~7467727c@1-2", "a~7467727c@x-2"] {
            assert_eq!(text.parse::<Passage>(), Err(NotAPassage), "{text}");
        }
    }
}
