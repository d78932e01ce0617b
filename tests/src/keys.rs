//! Keys, as the `DevTools` protocol names them.

/// A key: its name, its code, and the text that it writes.
pub(crate) struct Key {
    pub(crate) name: String,
    pub(crate) code: u32,
    pub(crate) text: Option<String>,
}

/// The key `name`: `Tab`, `Enter`, `ArrowRight`… or the character that it writes.
pub(crate) fn key(name: &str) -> Key {
    let (code, text) = match name {
        "Tab" => (9, None),
        "Enter" => (13, Some("\r")),
        "Escape" => (27, None),
        " " => (32, Some(" ")),
        "PageUp" => (33, None),
        "PageDown" => (34, None),
        "End" => (35, None),
        "Home" => (36, None),
        "ArrowLeft" => (37, None),
        "ArrowUp" => (38, None),
        "ArrowRight" => (39, None),
        "ArrowDown" => (40, None),
        written => (written.chars().next().map_or(0, |c| u32::from(c.to_ascii_uppercase())), Some(written)),
    };
    Key { name: name.to_owned(), code, text: text.map(str::to_owned) }
}
