//! Words that end in a full stop without ending a sentence; general English usage of news agencies.
//!
//! **Invariant:** the tables are sorted and in lower case without their last stop.
//! Start at [`stop_of`].

/// What a full stop after a word says about the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// It belongs to the word.
    Never,
    /// It belongs to the word, and may end the sentence too: the next word decides.
    Perhaps,
    /// It ends the sentence.
    Full,
}

/// Titles and the like: a name or a number follows, in the same sentence.
#[rustfmt::skip]
const NEVER: &[&str] = &[
    "adm", "amb", "art", "brig", "capt", "cf", "ch", "cmdr", "col", "cpl", "dr", "ed", "eds", "eg", "e.g",
    "fig", "fr", "ft", "gen", "gov", "hon", "i.e", "ie", "lt", "maj", "messrs", "mr", "mrs", "ms", "mt",
    "mx", "no", "nos", "op", "pp", "pres", "prof", "pvt", "rep", "reps", "rev", "sen", "sens", "sgt", "st",
    "ste", "v", "viz", "vol", "vs",
];

/// Abbreviations that also end sentences.
#[rustfmt::skip]
const PERHAPS: &[&str] = &[
    "a.m", "al", "apr", "assn", "aug", "ave", "bhd", "blvd", "bros", "co", "corp", "dec", "dept", "dist",
    "est", "etc", "feb", "fri", "govt", "inc", "intl", "jan", "jr", "jul", "jun", "ltd", "mar", "mon",
    "nov", "oct", "p.m", "ph.d", "plc", "rd", "sat", "sep", "sept", "sr", "sun", "thu", "thur", "thurs",
    "tue", "tues", "univ", "wed",
];

/// Words that begin a sentence far more often than they follow an abbreviation inside one.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "a", "after", "although", "an", "and", "as", "at", "before", "but", "by", "during", "earlier", "for",
    "from", "he", "her", "his", "however", "if", "in", "it", "its", "last", "later", "many", "meanwhile",
    "most", "no", "on", "one", "or", "other", "our", "she", "since", "so", "some", "such", "that", "the",
    "their", "then", "there", "these", "they", "this", "those", "to", "under", "until", "we", "what",
    "when", "while", "with", "yet", "you",
];

/// What the stop after the last word of `before` says; `next` is the word that follows it.
pub(super) fn stop_of(before: &str, next: &str) -> Stop {
    let word = before.rsplit(|c: char| !(c.is_alphanumeric() || c == '.')).next().unwrap_or("");
    let lower = word.to_lowercase();
    let is_number = next.starts_with(char::is_numeric);
    if lower == "no" || lower == "nos" {
        // "He said no." ends; "No. 10" does not.
        return if is_number { Stop::Never } else { Stop::Full };
    }
    if matches!(lower.as_str(), "p" | "pp") && is_number {
        return Stop::Never;
    }
    if NEVER.binary_search(&lower.as_str()).is_ok() || NEVER.contains(&lower.as_str()) {
        return Stop::Never;
    }
    let mut letters = word.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        // An initial; "I" after a small word is the pronoun.
        let earlier = before.get(..before.len() - word.len()).unwrap_or("");
        let after_small =
            earlier.split_whitespace().next_back().is_some_and(|w| w.starts_with(char::is_lowercase));
        return match (letter.is_uppercase(), after_small) {
            (false, _) => Stop::Full,
            (true, true) if letter == 'I' => Stop::Full,
            // "a post on X. He added" and "said J. Smith": the next word decides.
            (true, true) => Stop::Perhaps,
            (true, false) => Stop::Never,
        };
    }
    let is_dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() == 1);
    let is_short = PERHAPS.contains(&lower.as_str()) && (is_number || !is_small_word(word));
    if is_dotted || is_short {
        return if is_number { Stop::Never } else { Stop::Perhaps };
    }
    Stop::Full
}

/// Whether `word` more likely begins a sentence than goes on after an abbreviation.
pub(super) fn opens_sentence(word: &str) -> bool {
    OPENERS.contains(&word.to_lowercase().as_str())
}

/// Whether `word` is a title before a name, as sentences often begin with.
pub(super) fn is_title(word: &str) -> bool {
    matches!(word, "Dr" | "Mr" | "Mrs" | "Ms" | "Prof" | "Rev")
}

/// "sat", "sun", "mar", "wed" and "est" in small letters are words.
fn is_small_word(word: &str) -> bool {
    matches!(word, "sat" | "sun" | "mar" | "wed" | "est" | "dec" | "fri" | "mon")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops_are_told_apart() {
        let check = |before, next, expected| assert_eq!(stop_of(before, next), expected, "{before}. {next}");
        check("He met Mr", "Smith", Stop::Never);
        check("He met John F", "Kennedy", Stop::Never);
        check("in a post on X", "He", Stop::Perhaps);
        check("in the U.S", "President", Stop::Perhaps);
        check("on Jan", "24", Stop::Never);
        check("so do I", "The", Stop::Full);
        check("he said no", "The", Stop::Full);
        check("he sat", "The", Stop::Full);
        check("", "", Stop::Full);
    }
}
