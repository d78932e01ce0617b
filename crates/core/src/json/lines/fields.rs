//! The fields of a line, read from its JSON without a parser for all that JSON can be read into.
//!
//! **Invariant:** what is no JSON by RFC 8259 is refused, also in keys that are passed over; nesting deeper than
//! [`DEEPEST`] is refused too, so no line exhausts the stack. Linear in the line. Start at [`fields`].

/// What a line holds. A key may be there once.
#[derive(Default)]
pub(super) struct Fields {
    pub(super) file: Option<String>,
    pub(super) text: Option<String>,
    /// Not there as well where it is `null`.
    pub(super) date: Option<String>,
}

/// How deep the values of other keys may be nested.
const DEEPEST: u8 = 126;

type Result<T> = std::result::Result<T, &'static str>;

/// The fields of `line`, or what is wrong with it.
pub(super) fn fields(line: &[u8]) -> std::result::Result<Fields, String> {
    let text =
        std::str::from_utf8(line).map_err(|e| format!("no UTF-8 at column {}", e.valid_up_to() + 1))?;
    let mut reader = Reader { text, at: 0 };
    reader.all().map_err(|what| format!("{what} at column {}", reader.at))
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn all(&mut self) -> Result<Fields> {
        let mut fields = Fields::default();
        let mut dated = false;
        if self.next() != b'{' {
            return Err("no object");
        }
        self.each(b'}', &mut |reader| {
            let mut key = String::new();
            reader.key(Some(&mut key))?;
            let slot = match key.as_str() {
                "file" => &mut fields.file,
                "text" => &mut fields.text,
                "date" if std::mem::replace(&mut dated, true) => return Err("a second `date`"),
                "date" if reader.next() == b'n' => return reader.word("null"),
                "date" => &mut fields.date,
                _ => return reader.pass(DEEPEST),
            };
            if slot.is_some() {
                return Err("a second `file` or `text`");
            }
            reader.string(Some(slot.insert(String::new())))
        })?;
        if self.next() != 0 || self.at < self.text.len() {
            return Err("something after the object");
        }
        match &fields {
            Fields { file: None, .. } => Err("missing field `file`"),
            Fields { text: None, .. } => Err("missing field `text`"),
            _ => Ok(fields),
        }
    }

    /// The byte here; 0 at the end.
    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// The next byte that is no white space; 0 at the end.
    fn next(&mut self) -> u8 {
        while matches!(self.byte(), b' ' | b'\t' | b'\r' | b'\n') {
            self.at += 1;
        }
        self.byte()
    }

    /// Passes over the bracket here, and over what `item` reads between commas until `close`.
    fn each(&mut self, close: u8, item: &mut dyn FnMut(&mut Self) -> Result<()>) -> Result<()> {
        self.at += 1;
        if self.next() != close {
            loop {
                item(self)?;
                match self.next() {
                    b',' => self.at += 1,
                    byte if byte == close => break,
                    _ => return Err("neither a comma nor an end"),
                }
            }
        }
        self.at += 1;
        Ok(())
    }

    /// Reads a key into `out`, and its colon.
    fn key(&mut self, out: Option<&mut String>) -> Result<()> {
        self.string(out)?;
        if self.next() != b':' {
            return Err("no colon after a key");
        }
        self.at += 1;
        Ok(())
    }

    /// Passes over a value.
    fn pass(&mut self, deepest: u8) -> Result<()> {
        match self.next() {
            b'"' => self.string(None),
            b'{' | b'[' if deepest == 0 => Err("nested too deep"),
            b'{' => self.each(b'}', &mut |reader| {
                reader.key(None)?;
                reader.pass(deepest - 1)
            }),
            b'[' => self.each(b']', &mut |reader| reader.pass(deepest - 1)),
            b't' => self.word("true"),
            b'f' => self.word("false"),
            b'n' => self.word("null"),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str) -> Result<()> {
        let there = self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word));
        self.at += word.len();
        there.then_some(()).ok_or("no value")
    }

    fn number(&mut self) -> Result<()> {
        self.at += usize::from(self.byte() == b'-');
        match self.byte() {
            b'0' => self.at += 1,
            _ => self.digits()?,
        }
        if self.byte() == b'.' {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.byte(), b'e' | b'E') {
            self.at += 1;
            self.at += usize::from(matches!(self.byte(), b'+' | b'-'));
            self.digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Result<()> {
        let start = self.at;
        while self.byte().is_ascii_digit() {
            self.at += 1;
        }
        (self.at > start).then_some(()).ok_or("no value")
    }

    /// Reads a string into `out`; what is passed over may hold halves of characters.
    fn string(&mut self, mut out: Option<&mut String>) -> Result<()> {
        if self.next() != b'"' {
            return Err("no string");
        }
        self.at += 1;
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let length = rest.bytes().position(|byte| byte < b' ' || matches!(byte, b'"' | b'\\'));
            let (plain, end) = rest.split_at(length.unwrap_or(rest.len()));
            if let Some(out) = &mut out {
                out.push_str(plain);
            }
            self.at += plain.len() + usize::from(!end.is_empty());
            match end.bytes().next() {
                Some(b'"') => return Ok(()),
                Some(b'\\') => {
                    let c = self.escaped(out.is_some())?;
                    if let Some(out) = &mut out {
                        out.push(c);
                    }
                }
                Some(_) => return Err("a control character in a string"),
                None => return Err("a string without an end"),
            }
        }
    }

    /// The character that is written after a backslash; any other one for half of a character that is not `kept`.
    fn escaped(&mut self, kept: bool) -> Result<char> {
        let byte = self.byte();
        self.at += usize::from(byte.is_ascii());
        Ok(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let mut code = self.hex()?;
                if kept && (0xd800..0xdc00).contains(&code) {
                    self.word("\\u").map_err(|_| "half a character")?;
                    let low = self.hex()?;
                    if !(0xdc00..0xe000).contains(&low) {
                        return Err("half a character");
                    }
                    code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
                }
                match char::from_u32(code) {
                    None if kept => return Err("half a character"),
                    c => c.unwrap_or(char::REPLACEMENT_CHARACTER),
                }
            }
            _ => return Err("a backslash before something else than an escape"),
        })
    }

    fn hex(&mut self) -> Result<u32> {
        let mut code = 0;
        for _ in 0..4 {
            code = code * 16 + char::from(self.byte()).to_digit(16).ok_or("no four digits after `\\u`")?;
            self.at += 1;
        }
        Ok(code)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::Deserialize;
    use serde::de::IgnoredAny;

    use super::*;

    #[derive(Deserialize)]
    struct Line {
        file: String,
        text: String,
        #[serde(default)]
        date: Option<String>,
    }

    /// The line is read as the library reads it, or refused by both.
    fn check(line: &str) {
        let found = fields(line.as_bytes()).ok();
        let found = found.map(|f| (f.file.unwrap(), f.text.unwrap(), f.date));
        // The library reads lists into fields as well.
        let expected = serde_json::from_str::<Line>(line).ok().filter(|_| line.trim_start().starts_with('{'));
        assert_eq!(found, expected.map(|line| (line.file, line.text, line.date)), "{line}");
    }

    #[test]
    fn lines_are_read_as_the_library_reads_them() {
        let nested = |depth: usize| {
            format!("{{\"file\":\"\",\"text\":\"\",\"x\":{}{}}}", "[".repeat(depth), "]".repeat(depth))
        };
        for depth in [1, 126] {
            check(&nested(depth));
        }
        for depth in [127, 100_000] {
            assert!(fields(nested(depth).as_bytes()).is_err());
        }
        for line in [
            r#" { "file" : "a" , "text" : "b\n\u00e9\ud83d\ude00" , "date" : null } "#,
            r#"{"file":"a","text":"b","date":"2026-02-07","x":{"y":[1,-0.5e+3,true,false,null,"\ud800"]}}"#,
            r#"{"file":"a","text":"\ud800"}"#,
            r#"{"file":"a","text":"\ude00"}"#,
            r#"{"file":"a","text":"\ud800\u0041"}"#,
            r#"{"file":"a","text":"b","file":"c"}"#,
            r#"{"file":"a","text":"b","date":null,"date":null}"#,
            r#"{"file":"a","text":"b",}"#,
            r#"{"file":"a" "text":"b"}"#,
            r#"{"file":"a","text":null}"#,
            r#"{"file":"a","text":"b"}}"#,
            "{\"file\":\"a\",\"text\":\"b\u{1}\"}",
            "{\"file\":\"a\",\"text\":\"b\"}\u{0}",
            "",
            "[\"a\",\"b\"]",
            "{",
            "{\"file\":\"a\",\"text\":\"b",
            "{\"file\":\"a\",\"text\":\"b\\",
            "{\"file\":\"a\",\"text\":\"b\\é\"}",
        ] {
            check(line);
        }
    }

    proptest! {
        #[test]
        fn any_string_comes_back(file in any::<String>(), text in any::<String>()) {
            check(&serde_json::json!({"x": [file], "file": file, "text": text}).to_string());
        }

        #[test]
        fn any_value_is_passed_over_or_refused_as_the_library_does(
            value in r#"[\[\]{}:," ]{0,3}(-?[01]{1,2}(\.[01]?)?([eE][+-]?1?)?|true|fals|nul|"[a\\u0dn"]{0,6}"?)[\]},: ]{0,3}"#
        ) {
            check(&format!("{{\"file\":\"\",\"text\":\"\",\"x\":{value}}}"));
            let alone = serde_json::from_str::<IgnoredAny>(&value).is_ok();
            let line = format!("{{\"file\":\"\",\"text\":\"\",\"x\":[{value}]}}");
            prop_assert!(!alone || fields(line.as_bytes()).is_ok(), "{}", value);
        }
    }
}
