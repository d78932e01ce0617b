//! Scalars and what stands in brackets: plain, over several lines, literal, folded.
//!
//! **Invariant:** a scalar ends where its indentation ends; words are kept as they are written, numbers and days too,
//! and only `~` and `null` are nothing. Start at [`Reader::scalar`].

use super::{Reader, Wrong, joined, name_of};

/// Where the colon stands that ends the key at the head of `body`.
pub(super) fn key_end(body: &str) -> Option<usize> {
    let is_plain = !body.starts_with(['[', '{', '"', '\'', '#', '|', '>', '&', '*', '!', '%', '@', '`', ',']);
    let end = ends(body, false);
    (is_plain && end > 0 && body.get(end..)?.starts_with(':')).then_some(end)
}

/// Whether `body` is an item of a list.
pub(super) fn is_item(body: &str) -> bool {
    body.strip_prefix('-').is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\r']))
}

/// Where the plain scalar at the head of `line` ends: at a colon before white space, at a comment, and in brackets at
/// a comma or bracket.
fn ends(line: &str, in_brackets: bool) -> usize {
    let mut before = 'a';
    for (at, c) in line.char_indices() {
        let next = || line.get(at + 1..).and_then(|rest| rest.chars().next());
        let is_mark = |c: char| matches!(c, ',' | '[' | ']' | '{' | '}');
        let is_end = match c {
            ':' => next().is_none_or(|n| n.is_whitespace() || in_brackets && is_mark(n)),
            '#' => before.is_whitespace(),
            c => in_brackets && is_mark(c),
        };
        if is_end {
            return at;
        }
        before = c;
    }
    line.len()
}

/// A scalar's words: nothing for what means nothing.
fn said(words: &str) -> String {
    match words.trim() {
        "~" | "null" | "Null" | "NULL" => String::new(),
        words => linked(words),
    }
}

fn linked(words: &str) -> String {
    words.trim().trim_start_matches("[[").trim_end_matches("]]").to_owned()
}

impl Reader<'_> {
    /// The scalar or bracket that stands here, below a key or list in `column`; goes to the line behind it.
    pub(super) fn scalar(&mut self, column: usize, deep: u8) -> Result<String, Wrong> {
        let body = self.line();
        let value = match body.chars().next() {
            Some('|') => return self.block(column, false),
            Some('>') => return self.block(column, true),
            Some('"' | '\'') => linked(&self.quoted()?),
            Some('[' | '{') => self.bracket(deep)?,
            _ => {
                self.begins_plain()?;
                return self.plain(column);
            }
        };
        let behind = self.line();
        if !behind.trim().is_empty() && !behind.trim_start().starts_with('#') {
            return Err(self.wrong("something behind the end of a value"));
        }
        self.next_line();
        Ok(value)
    }

    /// What must not begin a plain scalar.
    fn begins_plain(&self) -> Result<(), Wrong> {
        let body = self.line();
        match body.chars().next() {
            Some('&' | '*' | '!') => Err(self.wrong("an anchor, alias or tag")),
            Some('@' | '`' | '%' | ',' | ']' | '}' | '|' | '>') => {
                Err(self.wrong("a value that begins with a mark of YAML's own"))
            }
            Some('?' | ':' | '-')
                if body.get(1..).is_some_and(|b| b.is_empty() || b.starts_with([' ', '\t'])) =>
            {
                Err(self.wrong("a key or list that is not written in lines of its own"))
            }
            _ => Ok(()),
        }
    }

    /// A plain scalar, which may go on in lines that are indented more than `column`.
    fn plain(&mut self, column: usize) -> Result<String, Wrong> {
        let mut words = String::new();
        loop {
            let line = self.line();
            let end = ends(line, false);
            if line.get(end..).is_some_and(|rest| rest.starts_with(':')) {
                self.at += end;
                return Err(self.wrong("a second colon in one line"));
            }
            words.push_str(line.get(..end).unwrap_or("").trim());
            self.next_line();
            // Nothing goes on after a comment.
            if end < line.len() {
                return Ok(said(&words));
            }
            let breaks = self.empty_lines();
            let line = self.line();
            let body = line.trim_start_matches(' ');
            let here = line.len() - body.len();
            if here <= column || body.starts_with('#') {
                return Ok(said(&words));
            }
            self.at += here;
            words.push_str(if breaks == 0 { " " } else { "\n" });
            (1..breaks).for_each(|_| words.push('\n'));
        }
    }

    /// Goes over empty lines, and says how many.
    fn empty_lines(&mut self) -> usize {
        let mut found = 0;
        while !self.rest().is_empty() && self.line().trim().is_empty() {
            found += 1;
            self.next_line();
        }
        found
    }

    /// A literal or folded scalar below `column`.
    fn block(&mut self, column: usize, folded: bool) -> Result<String, Wrong> {
        let head = self.line().get(1..).unwrap_or("");
        let (marks, comment) = head.split_once(' ').unwrap_or((head, ""));
        let is_mark = |c: char| matches!(c, '+' | '-' | '1'..='9');
        let comment = comment.trim();
        if !marks.trim_end().chars().all(is_mark) || !comment.is_empty() && !comment.starts_with('#') {
            return Err(self.wrong("words behind the mark of a block"));
        }
        let digit = marks.bytes().find(u8::is_ascii_digit);
        let mut indent = digit.map(|digit| column + usize::from(digit - b'0'));
        self.next_line();
        let mut words = String::new();
        let mut apart = true;
        loop {
            let breaks = self.empty_lines();
            let line = self.line();
            let here = line.len() - line.trim_start_matches(' ').len();
            if self.rest().is_empty() || here < *indent.get_or_insert(here.max(column + 1)) {
                return Ok(linked(&words));
            }
            let part = line.get(indent.unwrap_or(0)..).unwrap_or("");
            // A line that is indented more keeps its line breaks.
            let more = part.starts_with([' ', '\t']);
            if folded && !apart && !more {
                words.push_str(if breaks == 0 { " " } else { "\n" });
                (1..breaks).for_each(|_| words.push('\n'));
            } else {
                (0..=breaks).for_each(|_| words.push('\n'));
            }
            words.push_str(part);
            apart = more;
            self.next_line();
        }
    }

    /// What stands in brackets here; goes behind the closing one.
    fn bracket(&mut self, deep: u8) -> Result<String, Wrong> {
        let deep = deep.checked_sub(1).ok_or(self.wrong("brackets nested too deep"))?;
        let close = if self.rest().starts_with('[') { ']' } else { '}' };
        self.at += 1;
        let (mut items, mut named) = (Vec::new(), Vec::new());
        loop {
            self.blank()?;
            if self.rest().starts_with(close) {
                self.at += 1;
                return Ok(if close == ']' { joined(&items) } else { name_of(named) });
            }
            let item = self.flow(deep)?;
            self.blank()?;
            let value = if self.rest().starts_with(':') {
                self.at += 1;
                self.blank()?;
                let is_nothing = self.rest().starts_with([',', '}', ']']);
                Some(if is_nothing { String::new() } else { self.flow(deep)? })
            } else {
                None
            };
            match (close, value) {
                (']', None) => items.push(item),
                (']', Some(value)) => items.push(name_of(vec![(item, value)])),
                (_, value) => named.push((item, value.unwrap_or_default())),
            }
            self.blank()?;
            if self.rest().starts_with(',') {
                self.at += 1;
            } else if !self.rest().starts_with(close) {
                return Err(self.wrong("a bracket that is not closed"));
            }
        }
    }

    /// A scalar or bracket within brackets.
    fn flow(&mut self, deep: u8) -> Result<String, Wrong> {
        match self.rest().chars().next() {
            Some('[' | '{') => return self.bracket(deep),
            Some('"' | '\'') => return self.quoted().map(|words| linked(&words)),
            _ => self.begins_plain()?,
        }
        let mut words = String::new();
        loop {
            let line = self.line();
            let end = ends(line, true);
            words.push_str(line.get(..end).unwrap_or("").trim());
            self.at += end;
            let from = self.rest();
            self.blank()?;
            if end < line.len() || self.rest().starts_with([',', ']', '}', ':', '[', '{']) {
                return Ok(said(&words));
            }
            // A line that goes on is a space, and each empty one between is a new line.
            let between = from.get(..from.len() - self.rest().len()).unwrap_or_default();
            let empty = between.matches('\n').count().saturating_sub(1);
            words.push_str(&if empty == 0 { " ".to_owned() } else { "\n".repeat(empty) });
        }
    }

    /// Goes over white space, line ends and comments within brackets.
    fn blank(&mut self) -> Result<(), Wrong> {
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start().len();
            if !self.rest().starts_with('#') {
                break;
            }
            self.next_line();
        }
        if self.rest().is_empty() { Err(self.wrong("a bracket that is not closed")) } else { Ok(()) }
    }
}
