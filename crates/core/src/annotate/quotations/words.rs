//! Small words by what they do around a verb of saying: auxiliaries, adverbs, times, pronouns, joints of a clause.
//!
//! General knowledge of the language.
//! **Invariant:** every word is given in lower case with straight apostrophes. Start anywhere.

use crate::annotate::times::verbs;

/// Words between a subject and its verb.
pub(crate) fn is_between(word: &str) -> bool {
    is_auxiliary(word)
        || is_time(word)
        || (word.ends_with("ly")
            && !matches!(
                word,
                "family" | "ally" | "italy" | "july" | "reply" | "assembly" | "rally" | "bully"
            ))
        || matches!(
            word,
            "also"
                | "then"
                | "later"
                | "again"
                | "once"
                | "still"
                | "already"
                | "now"
                | "even"
                | "just"
                | "first"
                | "long"
                | "soon"
                | "often"
                | "ever"
                | "further"
                | "always"
                | "sometimes"
                | "simply"
                | "earlier"
                | "afterwards"
                | "afterward"
                | "instead"
                | "too"
                | "both"
                | "all"
                | "himself"
                | "herself"
                | "themselves"
                | "meanwhile"
                | "however"
                | "therefore"
                | "thus"
                | "though"
                | "to"
                | "never"
                | "not"
                | "about"
                | "ago"
        )
}

/// Auxiliary verbs.
pub(crate) fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "has"
            | "have"
            | "had"
            | "is"
            | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "being"
            | "will"
            | "would"
            | "could"
            | "should"
            | "may"
            | "might"
            | "must"
            | "can"
            | "did"
            | "does"
            | "do"
            | "am"
            | "shall"
            | "cannot"
            | "'s"
            | "'d"
            | "'ve"
            | "'ll"
            | "he's"
            | "he'd"
            | "going"
            | "used"
            | "continued"
            | "went"
            | "sought"
    ) || word.ends_with("n't")
}

/// Words that turn a saying into none.
pub(crate) fn is_negation(word: &str) -> bool {
    matches!(
        word,
        "not"
            | "never"
            | "cannot"
            | "refused"
            | "declined"
            | "failed"
            | "refusing"
            | "declining"
            | "failing"
            | "without"
            | "neither"
            | "nor"
            | "nobody"
            | "stopped"
            | "refuses"
            | "declines"
            | "refuse"
            | "decline"
    ) || word.ends_with("n't")
}

/// Days, months and words of time.
pub(crate) fn is_time(word: &str) -> bool {
    matches!(
        word,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "today"
            | "yesterday"
            | "tomorrow"
            | "tonight"
            | "january"
            | "february"
            | "march"
            | "april"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "jan"
            | "feb"
            | "aug"
            | "sept"
            | "oct"
            | "nov"
            | "dec"
            | "morning"
            | "afternoon"
            | "evening"
            | "night"
            | "earlier"
            | "later"
            | "recently"
            | "overnight"
    )
}

/// Personal pronouns that may speak; `who` too.
pub(crate) fn is_pronoun(word: &str) -> bool {
    matches!(
        word,
        "he" | "she" | "they" | "it" | "i" | "we" | "you" | "who" | "one" | "others" | "some" | "many"
    )
}

/// Prepositions.
pub(crate) fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "of" | "for"
            | "from"
            | "in"
            | "at"
            | "to"
            | "with"
            | "on"
            | "by"
            | "over"
            | "about"
            | "against"
            | "between"
            | "during"
            | "after"
            | "before"
            | "via"
            | "through"
            | "into"
            | "under"
            | "near"
            | "among"
            | "amid"
            | "towards"
            | "toward"
            | "across"
            | "since"
            | "without"
            | "within"
            | "alongside"
            | "including"
            | "like"
            | "upon"
            | "behind"
            | "beyond"
            | "despite"
            | "following"
            | "per"
            | "around"
            | "than"
            | "until"
            | "inside"
            | "outside"
    )
}

/// Articles and other words that begin a description.
pub(crate) fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the"
            | "his"
            | "her"
            | "their"
            | "its"
            | "our"
            | "my"
            | "this"
            | "these"
            | "those"
            | "another"
            | "several"
            | "some"
            | "many"
            | "two"
            | "three"
            | "four"
            | "five"
            | "no"
            | "one"
            | "other"
            | "each"
            | "every"
            | "most"
            | "both"
            | "any"
            | "dozens"
            | "your"
    )
}

/// Words that end a description to their right: joints of clauses, and verbs.
pub(crate) fn is_joint(word: &str) -> bool {
    is_preposition(word)
        || is_auxiliary(word) && !word.starts_with('\'')
        || is_time(word)
        || matches!(
            word,
            "and"
                | "or"
                | "but"
                | "that"
                | "which"
                | "who"
                | "whom"
                | "whose"
                | "while"
                | "when"
                | "where"
                | "as"
                | "if"
                | "because"
                | "although"
                | "though"
                | "so"
                | "then"
                | "yet"
                | "however"
                | "meanwhile"
                | "what"
                | "how"
                | "why"
                | "whether"
                | "not"
                | "also"
                | "he"
                | "she"
                | "they"
                | "it"
                | "we"
                | "i"
                | "you"
                | "there"
                | "ago"
                | "still"
                | "once"
                | "instead"
                | "unless"
                | "nor"
                | "just"
                | "even"
        )
}

/// Where and in what something is said: "in a statement", "at a briefing".
pub(crate) fn is_venue(word: &str) -> bool {
    VENUES.contains(&word)
}

/// Numbers in words.
pub(crate) fn is_number(word: &str) -> bool {
    NUMBERS.contains(&word)
}

/// Past forms that stand as nouns or adjectives as often.
fn is_also_noun(word: &str) -> bool {
    matches!(
        word,
        "beat"
            | "bit"
            | "bound"
            | "cut"
            | "fed"
            | "hurt"
            | "lay"
            | "lit"
            | "lost"
            | "split"
            | "spread"
            | "wound"
    )
}

/// Whether `word` looks like a finite verb.
pub(crate) fn is_verb(word: &str) -> bool {
    is_auxiliary(word)
        || super::cues::verb(word).is_some_and(|v| v.form != super::cues::Form::Participle)
        || verbs::is_past(word) && !is_also_noun(word)
        || matches!(
            word,
            "lost"
                | "set"
                | "wants"
                | "plans"
                | "needs"
                | "seeks"
                | "hopes"
                | "goes"
                | "comes"
                | "takes"
                | "makes"
                | "became"
                | "becomes"
                | "remains"
                | "faces"
                | "wins"
                | "meets"
                | "plan"
                | "want"
                | "need"
                | "welcomes"
                | "forgoes"
                | "backs"
        )
}

#[rustfmt::skip]
const VENUES: &[&str] = &[
    "address", "announcement", "blog", "briefing", "broadcast", "bulletin", "call", "conference",
    "court", "email", "filing", "hearing", "interview", "letter", "media", "meeting", "memo", "message",
    "newsletter", "note", "post", "rally", "release", "remarks", "report", "speech", "statement",
    "television", "tweet", "twitter", "update", "video",
];

#[rustfmt::skip]
const NUMBERS: &[&str] = &[
    "a", "dozens", "eight", "eighty", "eleven", "fifteen", "fifty", "five", "forty", "four", "half",
    "hundreds", "nine", "ninety", "one", "seven", "seventy", "six", "sixty", "ten", "thirty",
    "thousands", "three", "twelve", "twenty", "two",
];
