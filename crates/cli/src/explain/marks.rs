//! The text of a sentence with its times, names and quotations marked: by colour, or by brackets.
//!
//! **Invariant:** taking the marks away gives the text back, its white space and what could steer a terminal aside.
//! Start at [`marked`].

use std::fmt::Write as _;

use dateline_core::annotate::Annotations;
use dateline_core::span::Span;

use crate::wording::line;

/// How marks are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// By the colours of a terminal.
    Colours,
    /// By brackets, wherever the text goes.
    Brackets,
}

/// How each thing is drawn: its label, its brackets, its colour.
const STYLES: [(&str, &str, &str, &str); 3] =
    [("time", "[", "]", "33"), ("name", "{", "}", "36"), ("quotation", "<", ">", "32")];

impl Ink {
    /// `text` as what stands back.
    pub fn quiet(self, text: &str) -> String {
        self.drawn("2", text)
    }

    /// `text` as what stands out.
    pub fn strong(self, text: &str) -> String {
        self.drawn("1", text)
    }

    /// `text` in the colour of `label`.
    pub fn of(self, label: &str, text: &str) -> String {
        let style = STYLES.iter().find(|style| style.0 == label);
        style.map_or_else(|| text.to_owned(), |style| self.drawn(style.3, text))
    }

    fn drawn(self, code: &str, text: &str) -> String {
        match self {
            Self::Colours => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
            Self::Brackets => text.to_owned(),
        }
    }
}

/// The part `part` of `text` on one line, with everything marked that starts in it.
pub fn marked(text: &str, part: Span, annotations: &Annotations, ink: Ink) -> String {
    let lists = [
        annotations.times.iter().map(|time| time.span).collect::<Vec<_>>(),
        annotations.mentions.iter().map(|mention| mention.span).collect(),
        annotations.quotations.iter().map(|quotation| quotation.span).collect(),
    ];
    // An opening mark is drawn before the shorter ones that open there, and a closing one after them.
    let mut marks: Vec<(u32, bool, u32, usize)> = Vec::new();
    for (style, spans) in lists.iter().enumerate() {
        let first = spans.partition_point(|span| span.start < part.start);
        for span in spans.iter().skip(first).take_while(|span| span.start < part.end) {
            marks.push((span.start, true, u32::MAX - span.end, style));
            marks.push((span.end.min(part.end), false, u32::MAX - span.start, style));
        }
    }
    marks.sort_unstable();
    let mut drawn = String::new();
    let mut at = part.start;
    let mut open: Vec<usize> = Vec::new();
    for (place, opens, _, style) in marks {
        drawn.push_str(&shown(text, Span { start: at, end: place.max(at) }));
        at = place.max(at);
        let (_, before, after, _) = STYLES[style];
        if opens {
            open.push(style);
        } else if let Some(last) = open.iter().rposition(|other| *other == style) {
            open.remove(last);
        }
        match ink {
            Ink::Brackets => drawn.push_str(if opens { before } else { after }),
            Ink::Colours => {
                drawn.push_str("\u{1b}[0m");
                for style in &open {
                    let _ = write!(drawn, "\u{1b}[{}m", STYLES[*style].3);
                }
            }
        }
    }
    drawn.push_str(&shown(text, Span { start: at, end: part.end }));
    format!("  {}", drawn.trim())
}

/// A piece of text on one line, with white space at its ends as one space.
fn shown(text: &str, span: Span) -> String {
    let piece = span.of(text);
    let space = |there: bool| if there { " " } else { "" };
    let inside = line(piece);
    if inside.is_empty() {
        return space(!piece.is_empty()).to_owned();
    }
    let (before, after) = (piece.starts_with(char::is_whitespace), piece.ends_with(char::is_whitespace));
    format!("{}{inside}{}", space(before), space(after))
}

#[cfg(test)]
mod tests {
    use dateline_core::annotate::annotate;
    use dateline_core::read::read;

    use super::*;

    fn drawn(text: &str, ink: Ink) -> String {
        let document = read("a.txt", text.as_bytes());
        let span = Span { start: 0, end: document.text.len() as u32 };
        marked(&document.text, span, &annotate(&document), ink)
    }

    #[test]
    fn marks_nest_and_white_space_is_one_space() {
        let text = "The minister, Anna Berg,\u{a0} said: “We met in Paris on Friday.”";
        assert_eq!(
            drawn(text, Ink::Brackets),
            "  The minister, {Anna Berg}, said: <“We met in {Paris} [on Friday].”>"
                .replace("[on Friday]", "on [Friday]")
        );
    }

    #[test]
    fn a_colour_inside_another_gives_way_to_it_again() {
        let drawn = drawn("“We met in Paris last year,” the minister Anna Berg said.", Ink::Colours);
        assert!(drawn.contains("\u{1b}[36mParis\u{1b}[0m\u{1b}[32m "), "{drawn:?}");
        assert!(
            drawn.contains("\u{1b}[0m the minister \u{1b}[0m\u{1b}[36mAnna Berg\u{1b}[0m said."),
            "{drawn:?}"
        );
    }

    #[test]
    fn nothing_in_a_text_steers_a_terminal() {
        assert!(
            !drawn("Talks \u{1b}[31m went on. \u{202e}Then they ended.", Ink::Brackets)
                .contains(['\u{1b}', '\u{202e}'])
        );
    }
}
