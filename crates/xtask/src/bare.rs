//! Scripts and styles without what only their authors read: comments on lines of their own, and indentation.
//!
//! **Invariant:** what a browser makes of the text stays the same: lines stay lines, and a comment that shares its line
//! with anything stays too. Start at [`bare`].

/// `text`, JavaScript or CSS, without lines that are empty or comment, and without indentation. A text with a literal
/// that goes over several lines stays as it is, since there a space may mean something.
pub fn bare(text: &str) -> String {
    let over_lines = |line: &str| line.matches('`').count() % 2 == 1 || line.ends_with('\\');
    if text.lines().any(over_lines) {
        return text.to_owned();
    }
    let (mut bare, mut in_comment) = (String::with_capacity(text.len()), false);
    for line in text.lines().map(str::trim) {
        let opened = line.strip_prefix("/*").filter(|_| !in_comment);
        if let Some(comment) = opened.or(in_comment.then_some(line)) {
            match comment.split_once("*/") {
                None => in_comment = true,
                Some((_, "")) => in_comment = false,
                // Something stands behind it.
                Some(_) => return text.to_owned(),
            }
        } else if !line.is_empty() && !line.starts_with("//") {
            bare.push_str(line);
            bare.push('\n');
        }
    }
    if !text.ends_with('\n') {
        bare.pop();
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn comments_on_lines_of_their_own_and_indentation_go_and_nothing_else() {
        let check = |text: &str, expected: &str| assert_eq!(bare(text), expected, "{text}");
        check("p {\n  color: red; /* why */\n}\n", "p {\ncolor: red; /* why */\n}\n");
        check("/* one\n   two */\n\np { }\n", "p { }\n");
        check("/**\n * @param {any} a\n */\nf(a) {\n    // so\n    g();\n}\n", "f(a) {\ng();\n}\n");
        check("a = 'https://x';\nb = \"/* c */\";\n", "a = 'https://x';\nb = \"/* c */\";\n");
        check("/*/\n x */\np{}", "p{}");
        check("a{}", "a{}");
        check("", "");
    }

    #[test]
    fn a_text_whose_lines_may_not_be_touched_stays_as_it_is() {
        for text in
            ["a = `\n  // b\n`;\n", "/* a */ p {\n  b: c\n}\n", "a = 'b\\\n  c';\n", "/* a\n */ p {\n}\n"]
        {
            assert_eq!(bare(text), text);
        }
    }
}
