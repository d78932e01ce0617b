//! The key of a form: forms with one key are one name.
//!
//! A key drops case, accents, dots and a leading "the", looks places and organizations up among the known variants,
//! and writes the ways in which Cyrillic and Arabic names are put into Latin letters alike.
//! **Invariant:** words of three letters or less are compared as they stand, and digits always: a transliteration
//! rule must not make `World War II` of `World War I`.
//! Start at [`Key::of`]; [`relation`] says why two forms are one.

use super::super::Form;
use super::variants;
use crate::annotate::NameKind;
use crate::fold::fold;

/// What the forms of one name have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    /// The kind of name.
    pub(super) kind: NameKind,
    /// The words; for a known variant the one name of its class.
    pub(super) words: Vec<String>,
    /// `jr`, `sr`, `iii`: another person than the one without it.
    pub(super) generation: Option<String>,
}

impl Key {
    /// The key of `form`.
    pub(super) fn of(form: &Form) -> Self {
        let plain = bare(&form.spelling);
        if let Some(name) = variants::class(form.kind, &plain.join(" ")) {
            return Self { kind: form.kind, words: vec![format!("={name}")], generation: None };
        }
        let mut words: Vec<String> = plain.iter().map(|word| transliterated(word)).collect();
        let is_generation = |word: &String| ["jr", "sr", "ii", "iii", "iv"].contains(&word.as_str());
        let last =
            (form.kind == NameKind::Person && words.len() > 1).then(|| words.pop_if(|w| is_generation(w)));
        Self { kind: form.kind, words, generation: last.flatten() }
    }

    /// The given name, if the name has more than one word and does not begin with a particle.
    pub(super) fn given(&self) -> Option<&str> {
        let first = self.words.first().filter(|_| self.words.len() > 1)?;
        (!PARTICLES.contains(&first.as_str())).then_some(first.as_str())
    }

    /// Whether this can stand for `long`: the last words of it, without its given name.
    pub(super) fn is_short_for(&self, long: &Key) -> bool {
        let fits = self.given().is_none() && long.given().is_some() && long.words.ends_with(&self.words);
        fits && self.words.len() < long.words.len()
            && (self.generation.is_none() || self.generation == long.generation)
    }

    /// Whether this is the given name of `long` alone.
    pub(super) fn is_given_name_of(&self, long: &Key) -> bool {
        self.words.len() == 1 && long.given() == self.words.first().map(String::as_str)
    }

    /// Whether this is `long` without the names in the middle.
    pub(super) fn lacks_middle_of(&self, long: &Key) -> bool {
        let ends = |key: &Key| Some((key.given()?.to_owned(), key.words.last()?.clone()));
        self.words.len() == 2
            && long.words.len() > 2
            && ends(self).is_some()
            && ends(self) == ends(long)
            && self.generation == long.generation
    }
}

/// Words that begin a family name of several words.
const PARTICLES: &[&str] = &[
    "abu", "al", "bin", "da", "de", "del", "della", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ten",
    "ter", "van", "von",
];

/// Why the two are one name, and how sure that is; `None` if they are not directly.
pub(super) fn relation(a: &Form, b: &Form) -> Option<(&'static str, u8)> {
    let (x, y) = (bare(&a.spelling), bare(&b.spelling));
    if x == y {
        return Some(("same-letters", 100));
    }
    let (one, other) = (Key::of(a), Key::of(b));
    if one == other {
        let known = variants::class(a.kind, &x.join(" ")).is_some();
        return Some(if known { ("known-variant", 98) } else { ("transliteration", 95) });
    }
    if a.kind == NameKind::Person {
        if other.is_short_for(&one) || one.is_short_for(&other) {
            return Some(("same-person-short-form", 95));
        }
        if other.lacks_middle_of(&one) || one.lacks_middle_of(&other) {
            return Some(("same-person-middle-name", 90));
        }
    }
    let acronym_of =
        |short: &Form, long: &Form| acronym(short).is_some_and(|short| initials(long).contains(&short));
    (acronym_of(a, b) || acronym_of(b, a)).then_some(("acronym-of-organization", 90))
}

/// How full a spelling is: its words, not counting initials and articles; a known variant counts as no fuller than
/// the name of its class, so that use decides between "Crimea" and "Crimean Peninsula".
pub(super) fn fullness(form: &Form) -> usize {
    let words = bare(&form.spelling);
    let own = words.iter().filter(|word| word.chars().count() > 1).count();
    variants::class(form.kind, &words.join(" ")).map_or(own, |class| own.min(class.split(' ').count()))
}

/// The letters of an organization's spelling that is an acronym: three to eight capitals, with or without dots.
pub(super) fn acronym(form: &Form) -> Option<String> {
    let letters: String = form.spelling.chars().filter(|c| *c != '.').collect();
    let is_one = form.kind == NameKind::Organization
        && (3..=8).contains(&letters.chars().count())
        && letters.chars().all(char::is_uppercase);
    is_one.then(|| fold(&letters))
}

/// The initials of an organization's spelling, with and without its small words.
pub(super) fn initials(form: &Form) -> Vec<String> {
    let words: Vec<&str> = form.spelling.split([' ', '-']).filter(|w| !w.is_empty()).collect();
    if form.kind != NameKind::Organization || words.len() < 3 {
        return Vec::new();
    }
    let of = |keep: &dyn Fn(&str) -> bool| -> String {
        let kept = words.iter().filter(|w| keep(w));
        fold(&kept.filter_map(|w| w.chars().next()).collect::<String>())
    };
    let mut initials =
        vec![of(&|w| w.chars().next().is_some_and(char::is_uppercase) && w != "The"), of(&|w| w != "The")];
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
fn transliterated(word: &str) -> String {
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
        for (a, b) in [
            ("Putin", "Vladimir Putin"),
            ("bin Salman", "Mohammed bin Salman"),
            ("Sisi", "Abdel Fattah el-Sisi"),
        ] {
            check(NameKind::Person, a, b, Some("same-person-short-form"));
        }
        check(NameKind::Person, "Donald Trump", "Donald J. Trump", Some("same-person-middle-name"));
    }

    #[test]
    fn known_variants_and_acronyms() {
        for (a, b) in [
            ("Kiev", "Kyiv"),
            ("U.S.", "the United States"),
            ("US", "USA"),
            ("Odessa", "Odesa"),
            ("UAE", "United Arab Emirates"),
        ] {
            check(NameKind::Place, a, b, Some("known-variant"));
        }
        check(
            NameKind::Organization,
            "ILO",
            "International Labour Organization",
            Some("acronym-of-organization"),
        );
        check(NameKind::Organization, "ILO", "International Law Society", None);
        check(NameKind::Place, "Georgia", "Germany", None);
    }
}
