//! Verbs of saying, in all their forms.
//!
//! General knowledge of the language, about a hundred and fifty verbs of English-language news.
//! **Invariant:** a form has one lemma; forms that are mostly nouns ("report", "state") are told by their use, not
//! here. Start at [`verb`].

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// A form of a verb of saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Verb {
    /// The verb.
    pub lemma: &'static str,
    /// Which form of it.
    pub form: Form,
    /// What may follow it.
    pub takes: Takes,
    /// Whether whom it is said to follows: "told reporters".
    pub addressed: bool,
}

/// What may follow a verb of saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Takes {
    /// A clause, with or without "that": "said it was".
    Clause,
    /// A clause with "that" only.
    That,
    /// No clause, but words may be quoted: "called it “productive”".
    Words,
}

impl Verb {
    /// Whether a clause may follow it.
    pub fn clause(self) -> bool {
        self.takes != Takes::Words
    }

    /// Whether it may stand before its subject: "said Trump".
    pub fn inverts(self) -> bool {
        self.clause() && self.lemma != "tell"
    }
}

/// The forms of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// "say".
    Base,
    /// "says".
    Present,
    /// "said".
    Past,
    /// "saying".
    Participle,
}

/// The form of a verb of saying that `word` is.
pub(crate) fn verb(word: &str) -> Option<Verb> {
    if word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        return VERBS.get(word).copied();
    }
    VERBS.get(word.to_lowercase().as_str()).copied()
}

/// Whether `word` is a present or past form of one.
pub(crate) fn is_saying(word: &str) -> bool {
    verb(word).is_some_and(|v| matches!(v.form, Form::Past | Form::Present) && v.clause())
}

/// Whether `word` is one that may stand before its subject.
pub(crate) fn inverts(word: &str) -> bool {
    verb(word).is_some_and(Verb::inverts)
}

/// A clause may follow without "that", and they may stand before their subject.
const PLAIN: &str = "say add claim argue insist note warn explain write confirm announce believe think reckon suggest \
    conclude predict acknowledge admit concede maintain stress report declare assert reply respond answer \
    complain joke quip remark recall observe vow promise estimate swear hope fear contend allege caution continue demand hear";
/// A clause with "that" may follow, and they may stand before their subject.
const THAT: &str = "affirm agree announce ask boast comment counter cry deny disclose elaborate emphasize emphasise \
    echo exclaim highlight hint imply indicate inform lament mention muse opine pledge posit proclaim point_out \
    propose protest reaffirm reason recount reiterate repeat reveal scoff charge shout shrug signal speculate state stipulate \
    tweet underline underscore urge vent wonder yell testify tell remind assure notify convince advise \
    request require recommend signal rule_out post relay retort rejoin snap fume gush grumble gripe mutter murmur whisper plead scream opine bellow rule object concur thunder marvel bemoan \
    pray guess figure realize discover understand know decide learn testify certify attest avow";
/// No clause follows, but a quotation may: "called it “productive”".
const OTHER: &str = "accuse address applaud attack blame blast brand call characterize characterise cheer chide cite \
    commend condemn congratulate criticize criticise decry defend denounce deride describe deem dismiss dub encourage \
    endorse express fault hail implore interject invoke label laud mock name plead portray praise pronounce quote \
    rail rebuke refer reject scold slam speak sum_up thank threaten title tout trumpet welcome challenge \
    brag tease sing chant read go_on ridicule liken compare coin expect forecast anticipate foresee project \
    order instruct invite exhort";
const ADDRESSED: &str = "tell inform remind assure notify convince advise warn ask urge promise";
const IRREGULAR: &[(&str, &str)] = &[
    ("say", "said"),
    ("tell", "told"),
    ("write", "wrote written"),
    ("think", "thought"),
    ("swear", "swore sworn"),
    ("speak", "spoke spoken"),
    ("understand", "understood"),
    ("know", "knew known"),
    ("sing", "sang sung"),
    ("read", "read"),
    ("learn", "learned learnt"),
    ("admit", "admitted"),
    ("refer", "referred"),
    ("quip", "quipped"),
    ("snap", "snapped"),
    ("dub", "dubbed"),
    ("brag", "bragged"),
    ("hear", "heard"),
    ("forecast", "forecast forecasted"),
    ("foresee", "foresaw foreseen"),
    ("slam", "slammed"),
    ("shrug", "shrugged"),
    ("remind", "reminded"),
];

static VERBS: LazyLock<FxHashMap<String, Verb>> = LazyLock::new(|| {
    let mut verbs = FxHashMap::default();
    for (table, takes) in [(OTHER, Takes::Words), (THAT, Takes::That), (PLAIN, Takes::Clause)] {
        for lemma in table.split_whitespace().filter(|lemma| !lemma.contains('_')) {
            let addressed = ADDRESSED.split_whitespace().any(|other| other == lemma);
            for (form, word) in forms(lemma) {
                verbs.insert(word, Verb { lemma, form, takes, addressed });
            }
        }
    }
    verbs
});

fn forms(lemma: &'static str) -> Vec<(Form, String)> {
    let stem = lemma.strip_suffix('e').unwrap_or(lemma);
    let past = IRREGULAR.iter().find(|(verb, _)| *verb == lemma).map(|(_, past)| *past);
    let doubled = past.and_then(|p| p.split(' ').next()).and_then(|p| p.strip_suffix("ed"));
    let soft = lemma.ends_with('y') && !lemma.ends_with("ay") && !lemma.ends_with("ey");
    let present = match lemma {
        _ if soft => format!("{}ies", lemma.trim_end_matches('y')),
        _ if ["s", "sh", "ch", "x"].iter().any(|end| lemma.ends_with(end)) => format!("{lemma}es"),
        _ => format!("{lemma}s"),
    };
    let regular = if soft { format!("{}ied", lemma.trim_end_matches('y')) } else { format!("{stem}ed") };
    let participle = if lemma.ends_with("ee") { lemma } else { doubled.unwrap_or(stem) };
    let mut forms = vec![
        (Form::Base, lemma.to_owned()),
        (Form::Present, present),
        (Form::Participle, format!("{participle}ing")),
    ];
    match past {
        Some(past) => forms.extend(past.split(' ').map(|word| (Form::Past, word.to_owned()))),
        None => forms.push((Form::Past, regular)),
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_told_from_each_other() {
        for (word, lemma, form) in [
            ("said", "say", Form::Past),
            ("says", "say", Form::Present),
            ("denies", "deny", Form::Present),
            ("denied", "deny", Form::Past),
            ("writing", "write", Form::Participle),
            ("admitting", "admit", Form::Participle),
            ("conceded", "concede", Form::Past),
            ("agreeing", "agree", Form::Participle),
            ("stresses", "stress", Form::Present),
            ("Wrote", "write", Form::Past),
        ] {
            assert_eq!(verb(word).map(|v| (v.lemma, v.form)), Some((lemma, form)), "{word}");
        }
        assert_eq!(verb("walked"), None);
    }
}
