//! Shapes as the text of an SVG, for drawings of hundreds of shapes that change with every answer.
//!
//! As elements of a view each shape would be compared and set by itself, attribute by attribute; as one text they are read
//! by the browser at once. Only what nobody focuses or clicks is drawn so.
//! **Invariant:** whatever a text or a value holds, it stays text. Start at [`Svg::add`].

use super::px::px;

/// Shapes, one after the other.
#[derive(Debug, Default)]
pub struct Svg(String);

impl Svg {
    /// Adds the element `name` with `attributes`, and `text` in it.
    pub fn add(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.escaped(text);
        self.close(name);
    }

    /// Adds a rectangle `[x, y, width, height]` with corners of radius `rx`.
    pub fn rect(&mut self, class: &str, at: [f64; 4], rx: f64) {
        let [x, y, width, height] = at.map(px);
        let corner = px(rx);
        let mut attributes =
            vec![("class", class), ("x", &*x), ("y", &*y), ("width", &*width), ("height", &*height)];
        if rx > 0.0 {
            attributes.push(("rx", &corner));
        }
        self.add("rect", &attributes, "");
    }

    /// Opens the element `name` with `attributes`: what is added before it is closed lies in it.
    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes {
            for text in [" ", name, "=\""] {
                self.0.push_str(text);
            }
            self.escaped(value);
            self.0.push('"');
        }
        self.0.push('>');
    }

    /// Adds shapes that are text already.
    pub fn put(&mut self, shapes: &str) {
        self.0.push_str(shapes);
    }

    /// Closes the element `name`.
    pub fn close(&mut self, name: &str) {
        for text in ["</", name, ">"] {
            self.0.push_str(text);
        }
    }

    /// The text.
    pub fn finish(self) -> String {
        self.0
    }

    fn escaped(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                other => self.0.push(other),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_an_element_stays_text() {
        let mut svg = Svg::default();
        svg.open("g", &[("class", "a\" onload=\"b")]);
        svg.add("text", &[("x", "1")], "<b> & </text><script>");
        svg.close("g");
        let expected = "<g class=\"a&quot; onload=&quot;b\">\
                        <text x=\"1\">&lt;b&gt; &amp; &lt;/text&gt;&lt;script&gt;</text></g>";
        assert_eq!(svg.finish(), expected);
    }
}
