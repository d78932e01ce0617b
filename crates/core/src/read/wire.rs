//! The dateline of a dispatch at the head of its first paragraph: "WASHINGTON, July 30, 2025 (Reuters) - ".
//!
//! **Invariant:** it is told by a place in capitals, with an agency or a full date or alone before a new sentence, and a
//! dash; a sentence that only begins with capitals is left whole. Start at [`dateline`].

use super::date;
use crate::civil;

/// The longest dateline, in bytes: two cities, a date and an agency.
const LONGEST: usize = 120;

#[rustfmt::skip]
const AGENCIES: &[&str] = &[
    "AFP", "ANI", "ANSA", "AP", "Anadolu", "Associated", "BBC", "BTA", "Bloomberg", "CBS", "CNN", "CNS", "DPA", "EFE", "IANS",
    "IPS", "Interfax", "JTA", "Kyodo", "MTI", "NPR", "PA", "PAP", "PTI", "Press", "RIA", "Reuters", "TASS", "UPI", "WAFA",
    "Xinhua", "Yonhap", "dpa",
];

/// The length in bytes of the dateline that `paragraph` begins with, its dash and the white space after it included.
pub(super) fn dateline(paragraph: &str) -> Option<usize> {
    let end =
        paragraph.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|end| *end <= LONGEST).last()?;
    let head = paragraph.get(..end)?;
    let dash = [" - ", " — ", " – ", " -- "];
    let (at, length) = dash.iter().filter_map(|d| Some((head.find(d)?, d.len()))).min()?;
    let prefix = head.get(..at)?;
    let place = prefix.split([',', '(', ' ', '/']).next().unwrap_or("");
    let is_place =
        place.chars().count() >= 3 && place.chars().all(|c| c.is_uppercase() || "-.’'".contains(c));
    let agency = prefix
        .strip_suffix(')')
        .and_then(|p| p.rsplit_once('('))
        .is_some_and(|(_, name)| name.split([' ', '/']).any(|word| AGENCIES.contains(&word)));
    // "LISBEN, March 9 (Delta Wire) - ": a day without its year and an agency that is not known.
    let filed = prefix.ends_with(')')
        && prefix.split([' ', ',', '.']).any(|w| civil::month(&w.to_lowercase()).is_some());
    // "VALENCIA - The mayor": a city of some length alone, and a sentence of its own after the dash.
    let rest = head.get(at + length..).unwrap_or("");
    let alone = place == prefix && place.chars().count() >= 5 && rest.starts_with(char::is_uppercase);
    (is_place && (agency || filed || alone || !date::find(prefix).is_empty())).then_some(at + length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read;

    #[test]
    fn a_place_in_capitals_with_an_agency_or_a_date_opens_a_dispatch() {
        for (line, prefix) in [
            ("WASHINGTON, July 30, 2025 (Reuters) - The Fed held.", "WASHINGTON, July 30, 2025 (Reuters) - "),
            ("KYIV, Ukraine (AP) — Russia struck.", "KYIV, Ukraine (AP) — "),
            ("PARIS/NEW YORK, 5 May 2026 – It rose.", "PARIS/NEW YORK, 5 May 2026 – "),
            ("LISBEN, March 9 (Delta Wire) - It rose.", "LISBEN, March 9 (Delta Wire) - "),
            ("VALENCIA - The mayor resigned.", "VALENCIA - "),
            ("UNESCO - the agency - said so.", ""),
            ("NATO — the alliance — said so.", ""),
            ("UNICEF (the agency) - it said.", ""),
            ("The Fed held - again (AP) - on Monday.", ""),
            ("", ""),
        ] {
            assert_eq!(line.get(..dateline(line).unwrap_or(0)), Some(prefix));
        }
    }

    #[test]
    fn a_dispatch_is_dated_by_its_dateline_and_its_first_sentence_begins_after_it() {
        let text = "Fed holds rates\n\nWASHINGTON, July 30, 2025 (Reuters) - The Fed held its rates on Wednesday, it said.";
        let document = read("a.txt", text.as_bytes());
        let day = document.published.when.and_then(|w| w.interval.first_day()).map(|d| d.to_string());
        assert_eq!(day.as_deref(), Some("2025-07-30"));
        assert_eq!(document.published.evidence.rule, "printed-date");
        assert!(document.sentences.iter().any(|s| s.span.of(text).starts_with("The Fed held")));
    }
}
