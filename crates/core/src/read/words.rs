//! Small tables of English words by which lines of news text are told apart; general knowledge of the language.
//!
//! **Invariant:** every table is in lower case; none names a person, a story or a file.
//! What furniture says is in [`super::cues`].

use crate::fold::{WordSet, sorted};

/// Words without a subject of their own.
#[rustfmt::skip]
static STOP: WordSet = WordSet::new(sorted![
    "a", "about", "after", "all", "also", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can",
    "could", "did", "do", "for", "from", "had", "has", "have", "he", "her", "his", "how", "if", "in",
    "into", "is", "it", "its", "more", "my", "no", "not", "of", "on", "or", "our", "out", "over", "said",
    "say", "says", "she", "so", "than", "that", "the", "their", "them", "there", "they", "this", "to", "up",
    "us", "was", "we", "were", "what", "when", "which", "who", "will", "with", "would", "you", "your",
]);

/// Verbs of saying, as news prints them.
#[rustfmt::skip]
static SAYING: WordSet = WordSet::new(sorted![
    "added", "adds", "announced", "asked", "asks", "claimed", "confirmed", "continued", "cried", "declared",
    "explained", "insisted", "noted", "posted", "remarked", "replied", "reported", "said", "say", "says",
    "shouted", "stated", "stressed", "told", "tweeted", "urged", "warned", "wrote",
]);

/// Past forms that do not end in "-ed".
#[rustfmt::skip]
static PAST: WordSet = WordSet::new(sorted![
    "became", "been", "began", "broke", "brought", "built", "burst", "came", "caught", "chose", "cut",
    "dealt", "did", "drew", "drove", "fed", "fell", "felt", "fled", "flew", "fought", "found", "gave",
    "got", "grew", "had", "heard", "held", "hit", "hurt", "kept", "killed", "knew", "laid", "lay", "led",
    "left", "lost", "made", "meant", "met", "overthrew", "overtook", "paid", "put", "quit", "ran", "rose",
    "said", "sank", "sat", "saw", "sent", "set", "shook", "shot", "showed", "shut", "slept", "sold",
    "spent", "split", "spoke", "spread", "stole", "stood", "struck", "swept", "swore", "taught", "thought",
    "threw", "told", "took", "understood", "was", "went", "were", "withdrew", "woke", "won", "wrote",
]);

/// Words that look ahead.
#[rustfmt::skip]
static AHEAD: WordSet = WordSet::new(sorted![
    "aim", "aims", "by", "coming", "due", "expect", "expected", "expects", "expire", "expires", "forecast",
    "hope", "hopes", "intends", "later", "ll", "may", "might", "next", "plan", "planned", "planning",
    "plans", "poised", "scheduled", "shall", "should", "slated", "start", "starts", "this", "until",
    "upcoming", "wants", "will", "would",
]);

/// What people do in a photograph, as captions put it.
#[rustfmt::skip]
static SCENE: WordSet = WordSet::new(sorted![
    "arrive", "arrives", "attend", "attends", "carries", "carry", "cheer", "cheers", "comfort",
    "demonstrate", "embrace", "examine", "extinguish", "flies", "fly", "gather", "gathers", "gesture",
    "gestures", "greet", "greets", "hang", "hangs", "hold", "holds", "hug", "inspect", "inspects", "listen",
    "listens", "mourn", "pose", "poses", "pray", "push", "queue", "react", "reacts", "rescue", "ride",
    "shake", "shout", "sit", "sits", "speak", "speaks", "stand", "stands", "take", "takes", "tend", "wait",
    "waits", "walk", "walks", "watches", "wear", "wears", "weep", "work", "works",
]);

/// Whom captions open with.
#[rustfmt::skip]
static SUBJECT: WordSet = WordSet::new(sorted![
    "a", "an", "children", "demonstrators", "employees", "fans", "fighters", "firefighters", "men",
    "migrants", "mourners", "officers", "passengers", "pedestrians", "people", "police", "protesters",
    "refugees", "rescuers", "residents", "servicemen", "smoke", "soldiers", "students", "supporters",
    "tourists", "troops", "volunteers", "women", "workers",
]);

/// Photograph agencies and what stands in a credit.
#[rustfmt::skip]
static CREDIT: WordSet = WordSet::new(sorted![
    "aap", "afp", "alamy", "anadolu", "ap", "apa", "bloomberg", "courtesy", "dpa", "efe", "epa", "file",
    "getty", "handout", "ians", "image", "images", "imago", "kyodo", "magnum", "nurphoto", "pa", "photo",
    "photograph", "photographs", "photos", "picture", "pool", "pti", "reuters", "ritzau", "screengrab",
    "shutterstock", "sipa", "sputnik", "tass", "ukrinform", "unian", "upi", "xinhua", "yonhap", "zuma",
]);

/// Words that newspapers, agencies and stations are named by.
#[rustfmt::skip]
static OUTLET: WordSet = WordSet::new(sorted![
    "advertiser", "argus", "bulletin", "chronicle", "citizen", "courier", "daily", "dispatch", "echo",
    "economist", "examiner", "express", "gazette", "globe", "guardian", "herald", "independent", "inquirer",
    "journal", "ledger", "mail", "media", "mercury", "mirror", "monitor", "news", "newspaper", "observer",
    "pilot", "post", "press", "radio", "record", "register", "report", "reporter", "review", "scotsman",
    "sentinel", "standard", "star", "sun", "telegraph", "times", "today", "tribune", "tv", "week", "weekly",
    "world",
]);

/// Posts that job advertisements offer.
#[rustfmt::skip]
static JOB: WordSet = WordSet::new(sorted![
    "administrator", "advisor", "analyst", "apprentice", "assistant", "coordinator", "executive", "intern",
    "lecturer", "manager", "officer", "organiser", "organizer", "recruitment", "salary", "specialist",
    "technician", "vacancies", "vacancy",
]);

/// Whether the folded `word` has no subject of its own.
pub(super) fn is_stop(word: &str) -> bool {
    STOP.has(word)
}

/// Whether `word` is a verb of saying.
pub(super) fn is_saying(word: &str) -> bool {
    SAYING.has(word)
}

/// Whether the folded `word` is, or may well be, a verb in the past.
pub(super) fn is_past(word: &str) -> bool {
    PAST.has(word)
        || (word.len() > 4
            && word.ends_with("ed")
            && !matches!(word, "united" | "hundred" | "indeed" | "exceed"))
}

/// Whether the folded `word` looks ahead.
pub(super) fn is_ahead(word: &str) -> bool {
    AHEAD.has(word)
}

/// Whether the folded `word` says what people do in a photograph.
pub(super) fn is_scene(word: &str) -> bool {
    SCENE.has(word)
}

/// Whether captions open with the folded `word`.
pub(super) fn is_subject(word: &str) -> bool {
    SUBJECT.has(word)
}

/// Whether the folded `word` stands in a photograph's credit.
pub(super) fn is_credit(word: &str) -> bool {
    CREDIT.has(word)
}

/// Whether outlets are named by the folded `word`.
pub(super) fn is_outlet(word: &str) -> bool {
    OUTLET.has(word)
}

/// Whether job advertisements offer the folded `word`.
pub(super) fn is_job(word: &str) -> bool {
    JOB.has(word)
}
