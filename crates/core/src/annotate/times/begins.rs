//! The words with which expressions of time begin. Nearly no word is one, so each is asked this before any grammar is.
//!
//! **Invariant:** a word with which the grammar finds an expression is here, which every build with debug assertions
//! checks as it reads; a word too many costs time and nothing else. Start at [`may_begin`].

use super::token::Token;
use crate::fold::{WordSet, sorted};

/// Whether an expression may begin with `token`: with figures, with an apostrophe, with one of the words of time, or
/// with a length in one word (`yearlong`).
pub(super) fn may_begin(token: &Token) -> bool {
    token.low.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '\'' | '‘' | '’'))
        || WORDS.has(&token.low)
        || token.low.ends_with("long")
}

#[rustfmt::skip]
static WORDS: WordSet = WordSet::new(sorted![
    "a", "about", "after", "afternoon", "afternoons", "all", "almost", "an", "and", "annual", "annually", "another",
    "any", "approximately", "apr", "april", "armistice", "around", "as", "ash", "at", "aug", "august", "autumn",
    "barely", "before", "beginning", "biennial", "both", "boxing", "centuries", "century", "christmas", "close",
    "columbus", "coming", "comparable", "countless", "couple", "current", "currently", "daily", "dawn", "day", "days",
    "dec", "decade", "decades", "december", "dozen", "dozens", "during", "each", "earlier", "early", "easter",
    "eight", "eighteen", "eighteenth", "eighth", "eighties", "eighty", "eleven", "eleventh", "end", "ending",
    "evening", "evenings", "every", "exactly", "fall", "father", "feb", "february", "few", "fewer", "fifteen",
    "fifteenth", "fifth", "fifties", "fifty", "final", "financial", "first", "fiscal", "five", "following", "forties",
    "forty", "four", "fourteen", "fourteenth", "fourth", "fri", "friday", "fridays", "future", "fy", "good", "h",
    "half", "halloween", "hour", "hourly", "hours", "hundred", "hundreds", "in", "its", "jan", "january", "jul",
    "july", "jun", "june", "just", "labor", "last", "late", "lately", "later", "latest", "latter", "least", "less",
    "local", "long", "many", "mar", "march", "martin", "maundy", "may", "memorial", "mid", "midday", "middle",
    "midnight", "midweek", "midyear", "minute", "minutes", "mon", "monday", "mondays", "month", "monthly", "months",
    "more", "morning", "mornings", "most", "mother", "nearly", "new", "next", "night", "nightlong", "nightly",
    "nights", "nine", "nineteen", "nineteenth", "nineties", "ninety", "ninth", "no", "noon", "nov", "november", "now",
    "nowadays", "o", "oct", "october", "of", "on", "once", "one", "only", "or", "other", "over", "overnight", "palm",
    "past", "per", "period", "post", "pre", "previous", "prior", "q", "quarter", "quarterly", "quarters", "recent",
    "recently", "roughly", "same", "sat", "saturday", "saturdays", "second", "seconds", "sep", "sept", "september",
    "seven", "seventeen", "seventeenth", "seventh", "seventies", "seventy", "several", "shortly", "since", "six",
    "sixteen", "sixteenth", "sixth", "sixties", "sixty", "small", "so", "some", "sometime", "soon", "spring", "st",
    "start", "summer", "sun", "sunday", "sundays", "ten", "tenth", "than", "thanksgiving", "that", "the", "their",
    "these", "third", "thirteen", "thirteenth", "thirties", "thirtieth", "thirty", "this", "those", "thousand",
    "thousands", "three", "through", "thu", "thur", "thurs", "thursday", "thursdays", "till", "time", "times", "to",
    "today", "tomorrow", "tonight", "tue", "tues", "tuesday", "tuesdays", "twelfth", "twelve", "twenties",
    "twentieth", "twenty", "twice", "two", "under", "until", "up", "valentine", "very", "veterans", "wed",
    "wednesday", "wednesdays", "weds", "wee", "week", "weekend", "weekends", "weekly", "weeks", "what", "winter",
    "year", "yearly", "years", "yesterday", "zero",
]);
