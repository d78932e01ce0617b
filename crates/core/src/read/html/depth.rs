//! The depth of a page's elements, capped before the page is parsed.
//!
//! A parser of HTML looks through all open elements at each tag, so a page of nothing but opening tags would take
//! quadratic time; browsers stop at [`DEEPEST`] as well.
//! **Invariant:** no word of the text is lost, only tags beyond the cap; a page within it comes back untouched.
//! Start at [`shallow`].

use std::borrow::Cow;

/// How deep elements may nest; Chromium's own limit.
pub(in crate::read) const DEEPEST: usize = 512;

/// Elements that hold nothing, or end where their neighbours begin, so that they do not nest.
const FLAT: &[&str] = &[
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img",
    "input", "li", "link", "meta", "optgroup", "option", "p", "param", "source", "tbody", "td", "tfoot",
    "th", "thead", "tr", "track", "wbr",
];

/// `source` without the tags that open or close elements beyond [`DEEPEST`].
pub(super) fn shallow(source: &str) -> Cow<'_, str> {
    let (mut depth, mut kept, mut from, mut at) = (0usize, String::new(), 0, 0);
    while let Some(start) = source.get(at..).and_then(|rest| rest.find('<')).map(|i| at + i) {
        let rest = source.get(start + 1..).unwrap_or("");
        let closes = rest.starts_with('/');
        let name: String = rest
            .get(usize::from(closes)..)
            .unwrap_or("")
            .chars()
            .take(24)
            .take_while(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .collect();
        let until = match name.as_str() {
            _ if rest.starts_with("!--") => "-->",
            "script" if !closes => "</script",
            "style" if !closes => "</style",
            _ => ">",
        };
        let end = rest.find(until).map_or(source.len(), |i| start + 1 + i + usize::from(until == ">"));
        at = end.max(start + 1);
        if until != ">" || name.is_empty() || FLAT.contains(&name.as_str()) {
            continue;
        }
        let beyond = if closes {
            depth = depth.saturating_sub(1);
            depth >= DEEPEST
        } else {
            depth += 1;
            depth > DEEPEST
        };
        if beyond {
            kept.push_str(source.get(from..start).unwrap_or(""));
            from = end;
        }
    }
    if from == 0 {
        return Cow::Borrowed(source);
    }
    kept.push_str(source.get(from..).unwrap_or(""));
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_tags_beyond_the_cap_are_dropped() {
        let page = "<div>a</div><script>'<b><b>'</script><!-- <i> --><p>b<p>c";
        assert!(matches!(shallow(page), Cow::Borrowed(_)));
        let deep = format!("{}x</b>y</b>{}", "<b>".repeat(DEEPEST + 2), "</b>".repeat(DEEPEST));
        assert_eq!(shallow(&deep), format!("{}xy{}", "<b>".repeat(DEEPEST), "</b>".repeat(DEEPEST)));
    }

    #[test]
    fn broken_tags_are_left_alone() {
        for text in
            ["", "<", "</", "a < b", "<é>", "<!-- no end", "<script> no end", "<div", &"<".repeat(2_000)]
        {
            assert_eq!(shallow(text), text);
        }
    }
}
