//! The places in a text where things begin and end: its words, and each sign that is neither word nor space.
//!
//! **Invariant:** marks are in text order and do not overlap, so a place among them takes fewer bits than its byte.
//! Start at [`Marks::of`].

/// Where the marks of a text begin and end.
#[derive(Debug, Default)]
pub(super) struct Marks {
    starts: Vec<u32>,
    ends: Vec<u32>,
}

impl Marks {
    /// The marks of `text`.
    pub(super) fn of(text: &str) -> Self {
        let mut found = Self::default();
        let mut in_word = false;
        for (at, c) in text.char_indices() {
            let was_in_word = std::mem::replace(&mut in_word, c.is_alphanumeric());
            let goes_on = was_in_word && in_word;
            if !in_word && c.is_whitespace() {
                continue;
            }
            let end = (at + c.len_utf8()) as u32;
            if let Some(last) = found.ends.last_mut().filter(|_| goes_on) {
                *last = end;
            } else {
                found.starts.push(at as u32);
                found.ends.push(end);
            }
        }
        found
    }

    /// The first mark that begins at `at` or behind it.
    pub(super) fn first(&self, at: u32) -> u32 {
        self.starts.partition_point(|start| *start < at) as u32
    }

    /// The last mark that ends at `at` or before it, plus one.
    pub(super) fn behind(&self, at: u32) -> u32 {
        self.ends.partition_point(|end| *end <= at) as u32
    }

    /// The mark that begins at `at`.
    pub(super) fn starting(&self, at: u32) -> Option<u32> {
        self.starts.binary_search(&at).ok().map(|mark| mark as u32)
    }

    /// The mark that ends at `at`.
    pub(super) fn ending(&self, at: u32) -> Option<u32> {
        self.ends.binary_search(&at).ok().map(|mark| mark as u32)
    }

    /// Where mark `mark` begins.
    pub(super) fn start(&self, mark: u32) -> Option<u32> {
        self.starts.get(mark as usize).copied()
    }

    /// Where mark `mark` ends.
    pub(super) fn end(&self, mark: u32) -> Option<u32> {
        self.ends.get(mark as usize).copied()
    }

    /// Where the sentence that goes on at `from` seems to end: behind a full stop and what closes with it, before white
    /// space; at `limit` at the latest.
    pub(super) fn stop(&self, text: &str, from: u32, limit: u32) -> u32 {
        let mut stopped = false;
        for mark in self.first(from)..self.behind(limit) {
            let (Some(start), Some(end)) = (self.start(mark), self.end(mark)) else { break };
            let sign = text.get(start as usize..end as usize).unwrap_or_default();
            stopped = match sign {
                "." | "!" | "?" | "…" => true,
                "”" | "’" | "\"" | "»" | ")" => stopped,
                _ => false,
            };
            let next = text.get(end as usize..).and_then(|rest| rest.chars().next());
            if stopped && next.is_none_or(char::is_whitespace) {
                return end;
            }
        }
        limit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_signs_are_marks_and_spaces_are_none() {
        let text = "“Ukraine’s\u{a0}27 é,”  she";
        let marks = Marks::of(text);
        let found: Vec<&str> = (0..)
            .map_while(|mark| Some(marks.start(mark)? as usize..marks.end(mark)? as usize))
            .map(|range| &text[range])
            .collect();
        assert_eq!(found, ["“", "Ukraine", "’", "s", "27", "é", ",", "”", "she"]);
    }

    #[test]
    fn a_sentence_stops_behind_its_closing_quote() {
        let text = "“Stop 2.5.” he said. No";
        let marks = Marks::of(text);
        let first = marks.stop(text, 0, text.len() as u32);
        assert_eq!(&text[..first as usize], "“Stop 2.5.”");
        assert_eq!(&text[first as usize..marks.stop(text, first, text.len() as u32) as usize], " he said.");
        assert_eq!(marks.stop(text, text.len() as u32 - 2, text.len() as u32), text.len() as u32);
    }
}
