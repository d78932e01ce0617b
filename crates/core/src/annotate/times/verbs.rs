//! Verbs that tell the tense of a clause, for resolving bare weekdays and months.
//!
//! The tables are general knowledge of English: common irregular past forms, base forms that follow `to`, and words
//! that announce. **Invariant:** words only; nothing here knows a document. Each table is
//! sorted, and keeps several words a line, which the formatter would spread over hundreds.

use crate::fold::{WordSet, sorted};

/// Whether `word` (lower case) reads as a past form.
pub(crate) fn is_past(word: &str) -> bool {
    PAST.has(word) || word.len() > 4 && word.ends_with("ed") && !NOT_PAST.has(word)
}

/// Whether `word` is a common base form, as it stands after `to`.
pub(crate) fn is_base(word: &str) -> bool {
    BASE.has(word)
}

/// Whether `word` says by itself that what follows is still to come.
pub(crate) fn is_future(word: &str) -> bool {
    FUTURE.has(word)
}

/// Whether `word` makes its clause a possibility or an aim.
pub(crate) fn is_possible(word: &str) -> bool {
    POSSIBLE.has(word)
}

/// Whether `to` after `word` begins an infinitive: `agreed to`, `ready to`.
pub(crate) fn governs_infinitive(word: &str) -> bool {
    GOVERNORS.has(word)
}

/// Whether `word` in the present tense says what a schedule holds: `talks begin on Monday`, `it opens Friday`.
pub(crate) fn is_scheduled(word: &str) -> bool {
    SCHEDULED.has(word)
}

/// Whether an infinitive of `word` says what the clause before it is for: `gathered to mark Friday's signing`.
pub(crate) fn is_purpose(word: &str) -> bool {
    PURPOSE.has(word)
}

/// Whether an infinitive after `word` tells what did happen: `failed to`, `began to`.
pub(crate) fn is_carried_out(word: &str) -> bool {
    CARRIED_OUT.has(word)
}

#[rustfmt::skip]
static CARRIED_OUT: WordSet = WordSet::new(sorted![
    "able", "appeared", "began", "begun", "came", "continued", "continues", "failed", "failing", "fails",
    "forced", "got", "helped", "helping", "led", "managed", "refused", "seemed", "started", "used", "went",
]);

#[rustfmt::skip]
static SCHEDULED: WordSet = WordSet::new(sorted![
    "arrives", "begins", "closes", "convenes", "departs", "ends", "faces", "goes", "heads", "hosts", "kicks", "leaves", "meets",
    "opens", "resumes", "returns", "starts", "takes", "travels", "visits",
]);

#[rustfmt::skip]
static PURPOSE: WordSet = WordSet::new(sorted!["celebrate", "commemorate", "honor", "honour", "mark", "mourn", "protest"]);

#[rustfmt::skip]
static NOT_PAST: WordSet = WordSet::new(sorted![
    "alleged", "armed", "biased", "breed", "crooked", "embed", "exceed", "greed", "hatred", "hundred",
    "indeed", "limited", "naked", "need", "proceed", "rugged", "sacred", "seed", "speed", "succeed", "ted",
    "united", "weed", "wicked",
]);

#[rustfmt::skip]
static FUTURE: WordSet = WordSet::new(sorted![
    "'ll", "awaits", "deadline", "deadlines", "due", "effective", "expected", "expects", "expires",
    "expiring", "forecast", "looming", "payable", "planned", "poised", "scheduled", "shall",
    "slated", "supposed", "upcoming", "will", "would",
]);

#[rustfmt::skip]
static POSSIBLE: WordSet = WordSet::new(sorted![
    "can", "could", "intends", "may", "might", "must", "proposed", "proposes", "proposing", "should",
]);

#[rustfmt::skip]
static GOVERNORS: WordSet = WordSet::new(sorted![
    "agreed", "agreement", "aim", "aimed", "aims", "asked", "attempt", "bid", "deadline", "deal", "decided",
    "decision", "hope", "hoped", "hopes", "hoping", "intend", "intended", "invited", "offer", "offered",
    "opportunity", "ordered", "permission", "plan", "planning", "plans", "pledged", "prepared", "preparing",
    "promise", "promised", "promises", "proposal", "ready", "request", "seek", "seeking", "threatened", "tried",
    "try", "trying", "urged", "vowed", "want", "wanted", "wants", "willing",
]);

#[rustfmt::skip]
static PAST: WordSet = WordSet::new(sorted![
    "ate", "beat", "became", "began", "bit", "blew", "bought", "bound", "broke", "brought", "built",
    "burnt", "came", "caught", "chose", "crept", "cut", "dealt", "did", "didn", "died", "drank", "drew",
    "drove", "dug", "fed", "fell", "felt", "fled", "flew", "forbade", "forgot", "fought", "found", "froze",
    "gave", "got", "grew", "had", "hadn", "heard", "held", "hid", "hit", "hung", "hurt", "kept", "killed",
    "knew", "laid", "lay", "led", "left", "lent", "lied", "lit", "lost", "made", "meant", "met", "overcame",
    "owed", "paid", "put", "quit", "ran", "rang", "rebuilt", "rode", "rose", "said", "sang", "sank", "sat",
    "saw", "sent", "set", "shook", "shot", "shut", "slept", "slid", "sold", "sought", "spent", "split",
    "spoke", "spread", "stole", "stood", "struck", "stuck", "sued", "swam", "swept", "swore", "swung",
    "taught", "thought", "threw", "tied", "told", "took", "tore", "understood", "undertook", "used", "was",
    "wasn", "went", "were", "weren", "withdrew", "withstood", "woke", "won", "wore", "wound", "wrote",
]);

#[rustfmt::skip]
static BASE: WordSet = WordSet::new(sorted![
    "accept", "acquire", "add", "address", "adopt", "agree", "announce", "appear", "approve", "arrive",
    "attack", "attend", "ban", "be", "beat", "become", "begin", "bid", "block", "boost", "brief", "bring",
    "build", "buy", "call", "carry", "cast", "change", "close", "collect", "come", "complete", "conclude",
    "consider", "continue", "convene", "create", "cut", "debate", "decide", "deliver", "develop", "discuss",
    "distribute", "drop", "elect", "eliminate", "end", "enter", "establish", "evacuate", "expand", "expire",
    "explore", "extend", "face", "fight", "file", "finish", "fly", "form", "free", "gather", "get", "give",
    "go", "halt", "hand", "happen", "have", "head", "hear", "help", "hire", "hit", "hold", "host", "hurt",
    "implement", "impose", "increase", "introduce", "invest", "issue", "join", "keep", "kill", "land", "launch",
    "lead", "leave", "let", "lift", "make", "mark", "meet", "merge", "move", "negotiate", "observe", "obtain",
    "occur", "offer", "open", "operate", "pass", "pay", "play", "present", "produce", "protect", "provide",
    "publish", "purchase", "put", "quit", "raise", "ratify", "reach", "rebuild", "receive", "redeem", "reduce",
    "reject", "release", "remove", "renew", "reopen", "repay", "replace", "report", "resign", "respond",
    "restore", "resume", "retire", "return", "reveal", "review", "rule", "run", "sail", "save", "see", "sell",
    "send", "serve", "set", "settle", "show", "shut", "sign", "sit", "speak", "spend", "split", "spread",
    "start", "stay", "step", "stop", "strike", "submit", "support", "surrender", "swap", "take", "talk",
    "target", "testify", "trade", "transfer", "travel", "try", "unveil", "visit", "vote", "win", "withdraw",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn united_is_no_verb_and_launched_is_one() {
        assert!(is_past("launched") && is_past("said") && !is_past("united") && !is_past("need"));
    }
}
