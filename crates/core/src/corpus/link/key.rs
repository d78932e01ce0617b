//! The key of a form: forms with one key are one name.
//!
//! A key drops case, accents, dots and a leading "the", looks places and organizations up among the known variants,
//! and writes the ways in which Cyrillic and Arabic names are put into Latin letters alike.
//! **Invariant:** words of three letters or less are compared as they stand, and digits always: a transliteration
//! rule must not make `World War II` of `World War I`.
//! Start at [`Key::of`]; [`relation`] says why two forms are one.

use super::super::Form;
use super::{company, variants};
use crate::annotate::NameKind;
use crate::fold::fold;
use crate::fold::{WordList, sorted};
use crate::order::Order as _;

/// What the forms of one name have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    /// The kind of name.
    pub(super) kind: NameKind,
    /// The words; for a known variant the one name of its class.
    pub(super) words: Vec<String>,
    /// `jr`, `sr`, `iii`: another person than the one without it.
    pub(super) generation: Option<String>,
    /// Whether the reader set the form apart, so that no rule applies to it.
    pub(super) apart: bool,
}

impl Key {
    /// The key of `form`.
    pub(super) fn of(form: &Form) -> Self {
        let kind = form.kind;
        let plain = plain_words(form);
        if let Some(name) = variants::class(kind, &plain.join(" ")) {
            return Self { kind, words: vec![format!("={name}")], generation: None, apart: false };
        }
        let mut words: Vec<String> = plain.iter().map(|word| transliterated(word)).collect();
        let is_generation = |word: &String| ["jr", "sr", "ii", "iii", "iv"].contains(&word.as_str());
        let last = (kind == NameKind::Person && words.len() > 1).then(|| words.pop_if(|w| is_generation(w)));
        Self { kind, words, generation: last.flatten(), apart: false }
    }

    /// The key of a form that the reader set apart.
    pub(super) fn apart(kind: NameKind, spelling: String) -> Self {
        Self { kind, words: vec![spelling], generation: None, apart: true }
    }

    /// Whether this is the name of a known class.
    pub(super) fn is_known(&self) -> bool {
        self.words.first().is_some_and(|word| word.starts_with('='))
    }

    /// The given name, if the name has more than one word and does not begin with a particle.
    pub(super) fn given(&self) -> Option<&str> {
        let first = self.words.first().filter(|_| self.words.len() > 1)?;
        (!PARTICLES.has(first.as_str())).then_some(first.as_str())
    }

    /// Whether this can stand for `long`: the last words of it, without its given name.
    pub(super) fn is_short_for(&self, long: &Key) -> bool {
        let fits = self.given().is_none() && long.given().is_some() && long.words.ends_with(&self.words);
        fits && self.words.len() < long.words.len()
            && !(self.apart || long.apart)
            && (self.generation.is_none() || self.generation == long.generation)
    }

    /// Whether this is the given name of `long` alone.
    pub(super) fn is_given_name_of(&self, long: &Key) -> bool {
        !self.apart && self.words.len() == 1 && long.given() == self.words.first().map(String::as_str)
    }
}

/// Words that begin a family name of several words.
const PARTICLES: WordList = sorted![
    "abu", "al", "bin", "da", "de", "del", "della", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ten",
    "ter", "van", "von",
];

/// Why the two have one key, and how sure that is; `None` if they have not.
pub(super) fn relation(a: &Form, b: &Form) -> Option<(&'static str, u8)> {
    let (x, y) = (bare(&a.spelling), bare(&b.spelling));
    if x == y {
        return Some(("same-letters", 100));
    }
    let one = Key::of(a);
    if one != Key::of(b) {
        return None;
    }
    let (x, y) = (plain_words(a), plain_words(b));
    Some(if one.is_known() {
        ("known-variant", 98)
    } else if x == y && a.kind == NameKind::Organization {
        ("same-but-legal-form", 95)
    } else {
        ("transliteration", 95)
    })
}

/// What spellings of any kind have in common: the words without "the", dots and legal forms.
pub(super) fn whatever_kind(spelling: &str) -> String {
    bare(company::without_legal_form(spelling)).join(" ")
}

/// The words of `form` by which names of its kind are compared, before transliteration.
fn plain_words(form: &Form) -> Vec<String> {
    let plain = bare(&form.spelling);
    let known = variants::class(form.kind, &plain.join(" ")).is_some();
    if form.kind != NameKind::Organization || known {
        return plain;
    }
    let mut words = Vec::new();
    for (at, word) in bare(company::without_legal_form(&form.spelling)).into_iter().enumerate() {
        match company::first_in_full(&word).filter(|_| at == 0 && plain.len() > 1) {
            Some(full) => words.extend(full.iter().map(|word| (*word).to_owned())),
            None => words.push(company::american(&word).map_or(word, str::to_owned)),
        }
    }
    words
}

/// How full a spelling is: its words, not counting initials and articles; a known variant counts as no fuller than
/// the name of its class, so that use decides between "Crimea" and "Crimean Peninsula", and an organization as no
/// fuller for its legal form and its trade.
pub(super) fn fullness(form: &Form) -> usize {
    let mut words = plain_words(form);
    if let Some(class) = variants::class(form.kind, &words.join(" ")) {
        return long_words(&words).min(class.split(' ').count());
    }
    if form.kind == NameKind::Organization {
        words.truncate(company::without_trade(&words).max(1));
    }
    long_words(&words)
}

fn long_words(words: &[String]) -> usize {
    words.iter().filter(|word| word.chars().count() > 1).count()
}

/// The letters of a spelling that is an acronym: two to eight letters, capitals but for a small one inside, with or
/// without dots.
pub(super) fn acronym(form: &Form) -> Option<String> {
    let letters: String = form.spelling.chars().filter(|c| *c != '.').collect();
    let all = letters.chars().count();
    let capitals = letters.chars().filter(|c| c.is_uppercase()).count();
    let is_one = form.kind != NameKind::Person
        && (2..=8).contains(&all)
        && capitals >= 2
        && capitals + 1 >= all
        && letters.chars().all(char::is_alphabetic);
    is_one.then(|| fold(&letters))
}

/// The initials of an organization's spelling, with and without its small words and its legal form.
pub(super) fn initials(form: &Form) -> Vec<String> {
    let mut initials = Vec::new();
    if form.kind != NameKind::Organization {
        return initials;
    }
    for name in [form.spelling.as_str(), company::without_legal_form(&form.spelling)] {
        let words: Vec<&str> = name.split([' ', '-']).filter(|w| !w.is_empty() && *w != "The").collect();
        if words.len() < 3 {
            continue;
        }
        let of = |keep: &dyn Fn(&str) -> bool| -> String {
            let kept = words.iter().filter(|w| keep(w));
            fold(&kept.filter_map(|w| w.chars().next()).collect::<String>())
        };
        initials.push(of(&|w| w.chars().next().is_some_and(char::is_uppercase)));
        initials.push(of(&|_| true));
    }
    initials.order();
    initials.dedup();
    initials
}

/// The words of a spelling, folded, without dots and a leading "the".
fn bare(spelling: &str) -> Vec<String> {
    let folded: String = fold(spelling).chars().filter(|c| *c != '.' && *c != ',').collect();
    let mut words: Vec<String> = Vec::new();
    // Signs alone are no word; a spelling of nothing else keeps them, so that it is like no other.
    if !folded.contains(char::is_alphanumeric) {
        return vec![spelling.to_owned()];
    }
    for word in folded.split_whitespace() {
        match word.split_once('-') {
            Some((first, rest)) if ["al", "el"].contains(&first) => {
                words.extend([first.to_owned(), rest.to_owned()]);
            }
            _ => words.push(word.replace('-', "")),
        }
    }
    if words.len() > 1 && words.first().is_some_and(|word| word == "the") {
        words.remove(0);
    }
    words
}

/// `word` with the usual ways of putting a name into Latin letters written alike: y, yy, i, iy, ii; kh, h; zh, j;
/// ie, ye, e; single and doubled letters.
pub(super) fn transliterated(word: &str) -> String {
    if word.chars().count() <= 3 {
        return word.to_owned();
    }
    let alike = word.replace("kh", "h").replace("zh", "j").replace('y', "i");
    let mut single = String::with_capacity(alike.len());
    for c in alike.chars() {
        if !(c.is_alphabetic() && single.ends_with(c)) {
            single.push(c);
        }
    }
    single.replace("ie", "e")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(kind: NameKind, spelling: &str) -> Form {
        Form { kind, spelling: spelling.to_owned() }
    }

    #[test]
    fn acronyms_are_capitals_and_initials_leave_small_words_and_legal_forms_out() {
        for (spelling, letters) in [
            ("ILO", Some("ilo")),
            ("U.S.A.F.", Some("usaf")),
            ("NRAs", Some("nras")),
            ("Nato", None),
            ("A", None),
        ] {
            assert_eq!(acronym(&form(NameKind::Organization, spelling)).as_deref(), letters, "{spelling}");
        }
        for (spelling, letters) in [
            ("International Labour Organization", &["ilo"][..]),
            ("Union for the Rivers of Norland", &["uftron", "urn"]),
            ("Northern Rail Works Company", &["nrw", "nrwc"]),
            ("Rail Works", &[]),
        ] {
            assert_eq!(initials(&form(NameKind::Organization, spelling)), letters, "{spelling}");
        }
    }

    fn check(kind: NameKind, a: &str, b: &str, rule: Option<&str>) {
        assert_eq!(relation(&form(kind, a), &form(kind, b)).map(|(rule, _)| rule), rule, "{a} / {b}");
    }

    #[test]
    fn the_usual_transliterations_of_a_name_are_one() {
        for (a, b) in [
            ("Zelensky", "Zelenskyy"),
            ("Zelenskiy", "Zelensky"),
            ("Serhiy Leshchenko", "Serhii Leshchenko"),
            ("Yuri Ushakov", "Yury Ushakov"),
            ("Dmitriev", "Dmitriyev"),
            ("Yevgeny Popov", "Evgeny Popov"),
            ("Mikhail Orlov", "Mihail Orlov"),
            ("Mohammed Ali", "Mohamed Ali"),
        ] {
            check(NameKind::Person, a, b, Some("transliteration"));
        }
        check(NameKind::Place, "Druzhkivka", "Drujkivka", Some("transliteration"));
        check(NameKind::Person, "José Peña", "Jose Pena", Some("same-letters"));
    }

    #[test]
    fn other_people_are_others() {
        for (a, b) in [
            ("John Smith", "Jane Smith"),
            ("J. Smith", "John Smith"),
            ("Robert Kennedy", "Robert Kennedy Jr."),
            ("George W. Bush", "George H. W. Bush"),
            ("Lee", "Le"),
            ("Maria Garcia", "Ana Maria Garcia"),
            ("Donald", "Donald Trump"),
        ] {
            check(NameKind::Person, a, b, None);
        }
    }

    #[test]
    fn short_forms_keep_the_end_of_the_name() {
        let key = |spelling| Key::of(&form(NameKind::Person, spelling));
        for (short, long, fits) in [
            ("Putin", "Vladimir Putin", true),
            ("bin Salman", "Mohammed bin Salman", true),
            ("Sisi", "Abdel Fattah el-Sisi", true),
            ("Donald", "Donald Trump", false),
            ("Ann Lee", "Mary Ann Lee", false),
        ] {
            assert_eq!(key(short).is_short_for(&key(long)), fits, "{short} {long}");
        }
    }

    #[test]
    fn known_variants_and_legal_forms() {
        for (a, b) in [
            ("Kiev", "Kyiv"),
            ("U.S.", "the United States"),
            ("US", "USA"),
            ("Odessa", "Odesa"),
            ("UAE", "United Arab Emirates"),
        ] {
            check(NameKind::Place, a, b, Some("known-variant"));
        }
        for (a, b) in [
            ("Norlund Inc.", "Norlund"),
            ("The Norlund Company", "Norlund Corp"),
            ("Norlund Labour Organisation", "Norlund Labor Organization"),
            ("US Air Force", "United States Air Force"),
        ] {
            check(NameKind::Organization, a, b, Some("same-but-legal-form"));
        }
        check(NameKind::Organization, "Norlund Records", "Norlund", None);
        check(NameKind::Organization, "US", "United States Air Force", None);
        check(NameKind::Place, "Georgia", "Germany", None);
    }
}
