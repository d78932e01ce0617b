//! The part of YAML that front matter is written in: `key: value` with scalars of every style, lists and nested keys.
//!
//! A whole YAML library is a tenth of the language module, for anchors, tags and several documents that no front matter
//! has. Tests hold this reader against one.
//! **Invariant:** what lies outside of that part is said with its line, never half read; nothing nests deeper than
//! [`DEEPEST`], and the time is linear in the text. Start at [`pairs`].

use std::collections::BTreeMap;

mod quoted;
mod scalar;
#[cfg(test)]
mod tests;

/// How deep lists and keys may nest.
const DEEPEST: u8 = 16;

/// What does not parse, and at which byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    pub at: usize,
    pub what: &'static str,
}

/// Each key of `source` in small letters with its value as one text: a list's items joined by commas, the `name` of
/// what has keys of its own, an Obsidian link's brackets left out. The first of equal keys counts.
pub(super) fn pairs(source: &str) -> Result<BTreeMap<String, String>, Wrong> {
    let mut reader = Reader { source, at: 0 };
    let Some((column, _)) = reader.content()? else { return Ok(BTreeMap::new()) };
    let mut found = BTreeMap::new();
    for (key, value) in reader.keys(column, DEEPEST)? {
        found.entry(key.to_lowercase()).or_insert(value);
    }
    match reader.content()? {
        Some(_) => Err(reader.wrong("a line that is indented less than the first")),
        None => Ok(found),
    }
}

/// The value of the key `name`, by which an author with keys of its own is called.
fn name_of(pairs: Vec<(String, String)>) -> String {
    pairs.into_iter().find(|(key, _)| key == "name").map_or(String::new(), |(_, value)| value)
}

fn joined(items: &[String]) -> String {
    items.iter().filter(|s| !s.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// Goes through the source from its beginning to its end.
struct Reader<'a> {
    source: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn wrong(&self, what: &'static str) -> Wrong {
        Wrong { at: self.at, what }
    }

    fn rest(&self) -> &'a str {
        self.source.get(self.at..).unwrap_or("")
    }

    /// The rest of the line, without its end.
    fn line(&self) -> &'a str {
        let rest = self.rest();
        rest.split_once('\n').map_or(rest, |(line, _)| line).trim_end_matches('\r')
    }

    fn next_line(&mut self) {
        let rest = self.rest();
        self.at += rest.find('\n').map_or(rest.len(), |end| end + 1);
    }

    /// Goes to the next thing that is no comment and no white space: its column and its line from there on.
    fn content(&mut self) -> Result<Option<(usize, &'a str)>, Wrong> {
        while !self.rest().is_empty() {
            let line = self.line();
            let spaces = line.len() - line.trim_start_matches(' ').len();
            self.at += spaces;
            let body = self.line();
            if body.starts_with('\t') && !body.trim().is_empty() {
                return Err(self.wrong("a tab where spaces are expected"));
            }
            if !body.trim().is_empty() && !body.starts_with('#') {
                let start = self.source.get(..self.at).and_then(|s| s.rfind('\n')).map_or(0, |end| end + 1);
                return Ok(Some((self.at - start, body)));
            }
            self.next_line();
        }
        Ok(None)
    }

    /// The keys in `column` with their values.
    fn keys(&mut self, column: usize, deep: u8) -> Result<Vec<(String, String)>, Wrong> {
        let deep = deep.checked_sub(1).ok_or(self.wrong("keys nested too deep"))?;
        let mut found = Vec::new();
        while let Some((here, _)) = self.content()? {
            if here < column {
                break;
            }
            if here > column {
                return Err(self.wrong("a line that is indented more than the one before"));
            }
            let Some(key) = self.key()? else { return Err(self.wrong("a line without a key")) };
            let value = self.value(column, true, deep)?;
            found.push((key, value));
        }
        Ok(found)
    }

    /// The key that stands here, and goes behind its colon.
    fn key(&mut self) -> Result<Option<String>, Wrong> {
        let body = self.line();
        if body.starts_with(['"', '\'']) {
            let (start, before) = (self.at, self.line().len());
            let key = self.quoted()?;
            let is_key = self.line().trim_start().starts_with(':') && self.at - start < before;
            if !is_key {
                self.at = start;
                return Ok(None);
            }
            self.at += self.line().find(':').map_or(0, |at| at + 1);
            return Ok(Some(key));
        }
        let Some(end) = scalar::key_end(body) else { return Ok(None) };
        self.at += end + 1;
        Ok(Some(body.get(..end).unwrap_or("").trim_end().to_owned()))
    }

    /// The items of the list in `column`.
    fn items(&mut self, column: usize, deep: u8) -> Result<String, Wrong> {
        let deep = deep.checked_sub(1).ok_or(self.wrong("lists nested too deep"))?;
        let mut found = Vec::new();
        while let Some((here, body)) = self.content()? {
            if here != column || !scalar::is_item(body) {
                break;
            }
            self.at += 1;
            found.push(self.value(column, false, deep)?);
        }
        Ok(joined(&found))
    }

    /// The value behind a colon or a dash whose key or list stands in `column`.
    fn value(&mut self, column: usize, of_key: bool, deep: u8) -> Result<String, Wrong> {
        let line = self.at + self.line().len();
        let Some((here, body)) = self.content()? else { return Ok(String::new()) };
        let below = self.at > line;
        if below && (here < column || here == column && !(of_key && scalar::is_item(body))) {
            return Ok(String::new());
        }
        if scalar::is_item(body) {
            if of_key && !below {
                return Err(self.wrong("a list in the line of its key"));
            }
            return self.items(here, deep);
        }
        if below || !of_key {
            let start = self.at;
            if self.key()?.is_some() {
                self.at = start;
                return self.keys(here, deep).map(name_of);
            }
        }
        self.scalar(column, deep)
    }
}
