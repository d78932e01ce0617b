//! Rows as a table that pastes into a document: date, passage, who says so, publisher, link.
//!
//! **Invariant:** the passage is quoted whole, and who says so stands in a column of its own.
//! Start at [`html`] for word processors and [`tsv`] for spreadsheets.

use super::row::Row;

/// The columns.
pub const HEAD: [&str; 5] = ["Date", "Passage", "Who says so", "Publisher, published", "Link"];

/// `rows` as an HTML table; `link` gives the address of a row's passage.
pub fn html(rows: &[Row], link: impl Fn(&Row) -> String) -> String {
    let mut out = String::from("<table><thead><tr>");
    for head in HEAD {
        out.extend(["<th>", head, "</th>"]);
    }
    out.push_str("</tr></thead><tbody>");
    for row in rows {
        out.push_str("<tr>");
        for (i, cell) in cells(row, &link).iter().enumerate() {
            let text = escape(cell);
            let text = if i == 4 { format!("<a href=\"{text}\">{text}</a>") } else { text };
            out.extend(["<td>", &text, "</td>"]);
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table>");
    out
}

/// `rows` as tab-separated values, a line a row; tabs and line breaks inside a passage become spaces.
pub fn tsv(rows: &[Row], link: impl Fn(&Row) -> String) -> String {
    let mut out = HEAD.join("\t");
    for row in rows {
        out.push('\n');
        let cells = cells(row, &link).map(|c| c.replace(['\t', '\n', '\r'], " "));
        out.push_str(&cells.join("\t"));
    }
    out
}

/// The cells of `row`.
pub fn cells(row: &Row, link: impl Fn(&Row) -> String) -> [String; 5] {
    let passage: String = row.runs.iter().map(|r| r.text.as_str()).collect();
    let mut voices: Vec<&str> = row.tags.iter().map(|t| t.text.as_str()).collect();
    // What else is said of an article is no voice.
    voices.extend(row.notes.iter().map(String::as_str).filter(|_| !row.tags.is_empty()));
    let when = if row.when_long.is_empty() { row.head.clone() } else { row.when_long.clone() };
    [when, passage, voices.join("; "), row.source.clone(), link(row)]
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::run::Run;

    fn row() -> Row {
        Row {
            when_long: "7 February 2026".into(),
            runs: vec![Run { text: "a <b>\tc".into(), ..Run::default() }],
            source: "X & Y".into(),
            ..Row::default()
        }
    }

    #[test]
    fn markup_in_a_passage_stays_text() {
        let out = html(&[row()], |_| "https://x/#a&b".into());
        assert!(out.contains("<td>a &lt;b&gt;\tc</td>") && out.contains("X &amp; Y"), "{out}");
    }

    #[test]
    fn a_row_of_tab_separated_values_is_one_line_of_five_cells() {
        let out = tsv(&[row()], |_| "l".into());
        assert_eq!(out.lines().count(), 2);
        assert_eq!(out.lines().nth(1).map(|l| l.split('\t').count()), Some(5));
    }
}
