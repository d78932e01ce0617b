//! The language of a document: by its letters, by the small words of its text, else as the file names it.
//!
//! **Invariant:** the text decides where it is long enough to tell, since sites often bear the tag of another edition;
//! a short text without a tag has none. What is not English is said, and stays as it is. Start at [`language`].

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::stated::field;
use super::{Block, BlockKind, Field, Problem};
use crate::evidence::Evidence;
use crate::fold;
use crate::order::Order as _;

/// Frequent words of languages in Latin letters, folded; words that are as frequent in English are left out.
#[rustfmt::skip]
const SMALL_WORDS: &[(&str, &[&str])] = &[
    ("cs", &["ale", "byl", "bylo", "jako", "jeho", "je", "jsou", "ktera", "ktere", "ktery", "na", "podle", "pro", "se", "ve", "z", "ze"]),
    ("da", &["af", "at", "blev", "de", "den", "der", "det", "efter", "en", "er", "et", "fra", "har", "ikke", "med", "og", "til", "var"]),
    ("de", &["am", "auf", "das", "dem", "den", "der", "die", "ein", "eine", "es", "hat", "ist", "mit", "nach", "nicht", "sich", "und", "von", "zu"]),
    ("en", &["and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "he", "his", "in", "is", "it", "of", "on", "said", "she", "that", "the", "their", "they", "this", "to", "was", "were", "who", "will", "with"]),
    ("es", &["al", "como", "con", "de", "del", "el", "en", "es", "ha", "la", "las", "los", "mas", "no", "para", "por", "que", "se", "su", "un", "una", "y"]),
    ("fi", &["ei", "etta", "han", "ja", "joka", "kun", "mukaan", "myos", "oli", "olisi", "on", "ovat", "se", "sen", "tai"]),
    ("fr", &["a", "au", "aux", "avec", "ce", "dans", "de", "des", "du", "en", "est", "et", "il", "la", "le", "les", "ont", "par", "pour", "que", "qui", "sa", "son", "sur", "un", "une"]),
    ("hu", &["a", "az", "de", "egy", "es", "ez", "hogy", "is", "meg", "mint", "mar", "nem", "szerint", "volt"]),
    ("id", &["akan", "bahwa", "dan", "dari", "dengan", "di", "dalam", "ini", "itu", "kata", "ke", "oleh", "pada", "tidak", "untuk", "yang"]),
    ("it", &["alla", "anche", "che", "con", "dal", "dei", "del", "della", "di", "e", "gli", "ha", "i", "il", "in", "la", "le", "nel", "non", "per", "sono", "un", "una"]),
    ("nl", &["aan", "als", "bij", "dat", "de", "die", "door", "een", "en", "er", "heeft", "het", "hij", "is", "met", "naar", "niet", "om", "ook", "op", "te", "uit", "van", "voor", "werd", "zijn"]),
    ("no", &["av", "ble", "de", "den", "det", "en", "er", "et", "etter", "for", "fra", "har", "ikke", "med", "og", "pa", "som", "til", "var"]),
    ("pl", &["by", "do", "jest", "ktora", "ktore", "ktory", "na", "nie", "o", "od", "oraz", "po", "przez", "sie", "w", "z", "za", "ze"]),
    ("pt", &["a", "ao", "as", "com", "como", "da", "das", "de", "do", "dos", "e", "em", "foi", "mais", "na", "nao", "no", "o", "os", "para", "por", "que", "se", "um", "uma"]),
    ("ro", &["a", "al", "au", "ca", "care", "ce", "cu", "de", "din", "este", "fost", "in", "la", "mai", "nu", "o", "pe", "pentru", "sa", "si", "un"]),
    ("sv", &["att", "av", "de", "den", "det", "efter", "en", "ett", "for", "fran", "har", "inte", "med", "och", "om", "pa", "sig", "som", "till", "var"]),
    ("tr", &["bir", "bu", "da", "daha", "de", "degil", "gibi", "icin", "ile", "ise", "kadar", "olan", "olarak", "oldu", "sonra", "ve"]),
];

/// The language of the story in `blocks`; `stated` is the file's own word for it.
pub(super) fn language(
    text: &str,
    stated: Option<Field>,
    blocks: &[Block],
    problems: &mut Vec<Problem>,
) -> Option<Field> {
    let stated = stated.and_then(|given| {
        let tag = tag(&given.value)?;
        let span = given.span.filter(|s| s.of(text) == tag);
        Some(Field { value: tag, span, evidence: given.evidence })
    });
    let found = by_text(text, blocks).or(stated);
    if let Some(other) = found.as_ref().filter(|f| f.value != "en") {
        let what = format!(
            "expected English, found a text in \u{201c}{}\u{201d}: its text is here, but Dateline reads English only",
            other.value
        );
        problems.push(Problem { what: what.into(), span: None, fatal: false });
    }
    found
}

/// The language subtag of `en-GB`, `en_US` or `English`.
fn tag(value: &str) -> Option<String> {
    const NAMES: &[(&str, &str)] = &[
        ("arabic", "ar"),
        ("english", "en"),
        ("french", "fr"),
        ("german", "de"),
        ("russian", "ru"),
        ("spanish", "es"),
        ("ukrainian", "uk"),
    ];
    let first = value.trim().split(['-', '_', ',', ' ']).next()?.to_ascii_lowercase();
    if let Some((_, tag)) = NAMES.iter().find(|(name, _)| *name == first) {
        return Some((*tag).to_owned());
    }
    let is_tag = (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_lowercase());
    is_tag.then_some(first)
}

/// How many letters and words are looked at: more of one text says the same.
const ENOUGH: usize = 2000;

fn by_text(text: &str, blocks: &[Block]) -> Option<Field> {
    let story = || blocks.iter().filter(|b| matches!(b.kind, BlockKind::Paragraph | BlockKind::List));
    let letters = story().flat_map(|b| b.span.of(text).chars()).filter(|c| c.is_alphabetic()).take(ENOUGH);
    let (mut all, mut scripts) = (0_usize, BTreeMap::<&str, usize>::new());
    let (mut is_ukrainian, mut plain) = (false, 0);
    for letter in letters {
        all += 1;
        is_ukrainian |= matches!(letter, 'і' | 'ї' | 'є' | 'ґ');
        // Most letters of most texts are these, and they stand for no language of their own.
        plain += usize::from(letter.is_ascii());
        if !letter.is_ascii() {
            *scripts.entry(script(letter)).or_default() += 1;
        }
    }
    if plain > 0 {
        *scripts.entry("").or_default() += plain;
    }
    let (most, count) = scripts.into_iter().max_by_key(|(_, count)| *count)?;
    if !most.is_empty() && all >= 40 && count * 2 > all {
        let most = if most == "ru" && is_ukrainian { "uk" } else { most };
        let evidence =
            Evidence::rule("foreign-letters", 85).from("share of letters", percent(count, all), Vec::new());
        return field(most, None, "foreign-letters").map(|f| Field { evidence, ..f });
    }
    by_small_words(story().flat_map(|b| fold::words(b.span.of(text))).map(|(_, word)| word).take(ENOUGH))
}

/// The languages that have a small word, by their places in [`SMALL_WORDS`].
static LANGUAGES: LazyLock<FxHashMap<&str, Vec<usize>>> = LazyLock::new(|| {
    let mut languages = FxHashMap::<&str, Vec<usize>>::default();
    for (at, (_, words)) in SMALL_WORDS.iter().enumerate() {
        for word in *words {
            languages.entry(word).or_default().push(at);
        }
    }
    languages
});

fn by_small_words<'a>(words: impl Iterator<Item = Cow<'a, str>>) -> Option<Field> {
    let mut counts = vec![0_usize; SMALL_WORDS.len()];
    let mut all = 0;
    for word in words {
        all += 1;
        let of = LANGUAGES.get(&*word).into_iter().flatten();
        of.for_each(|language| counts.iter_mut().skip(*language).take(1).for_each(|count| *count += 1));
    }
    let mut ranked: Vec<(usize, &str)> =
        counts.into_iter().zip(SMALL_WORDS).map(|(n, (tag, _))| (n, *tag)).collect();
    ranked.order_by_key(|(n, tag)| (std::cmp::Reverse(*n), *tag));
    let [(first, tag), (second, _), ..] = ranked.as_slice() else { return None };
    // A sixth of running text is such words; neighbours such as Danish and Norwegian share many of theirs.
    let is_clear =
        all >= 25 && first * 7 >= all && (first * 4 >= second * 5 || *tag != "en" && first > second);
    let evidence =
        Evidence::rule("small-words", 90).from("share of small words", percent(*first, all), Vec::new());
    is_clear.then(|| field(tag, None, "small-words")).flatten().map(|f| Field { evidence, ..f })
}

fn percent(part: usize, all: usize) -> String {
    format!("{} per cent", part * 100 / all.max(1))
}

/// The language that a letter points to, or "" for Latin letters.
fn script(letter: char) -> &'static str {
    match u32::from(letter) {
        0x0370..=0x03ff => "el",
        0x0400..=0x052f => "ru",
        0x0530..=0x058f => "hy",
        0x0590..=0x05ff => "he",
        0x0600..=0x06ff | 0x0750..=0x077f => "ar",
        0x0900..=0x097f => "hi",
        0x0980..=0x09ff => "bn",
        0x0e00..=0x0e7f => "th",
        0x10a0..=0x10ff => "ka",
        0x3040..=0x30ff => "ja",
        0x3400..=0x9fff => "zh",
        0xac00..=0xd7af => "ko",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use crate::read::read;

    fn check(text: &str, expected: &str) {
        let d = read("a.txt", text.as_bytes());
        assert_eq!(d.language.as_ref().map_or("", |f| f.value.as_str()), expected, "{text}");
        let said = d.problems.iter().any(|p| !p.fatal && p.what.contains("reads English only"));
        assert_eq!(said, !matches!(expected, "" | "en"), "{text}");
        assert!(!d.blocks.is_empty());
    }

    const ENGLISH: &str = "The harbour was closed on Friday, and the mayor of the town said that ferries would not sail before the storm had passed and the pier had been looked at by an engineer from the port.";

    #[test]
    fn the_small_words_of_a_text_tell_its_language() {
        check(ENGLISH, "en");
        check(
            "Der Hafen wurde am Freitag geschlossen, und die Bürgermeisterin der Stadt sagte, dass die Fähren nicht fahren, bevor der Sturm sich gelegt hat und das Ufer von einem Ingenieur geprüft ist.",
            "de",
        );
        check(
            "Le port a été fermé vendredi, et la maire de la ville a dit que les bateaux ne partiront pas avant la fin de la tempête et la visite du quai par un ingénieur qui vient de la capitale.",
            "fr",
        );
        check(
            "El puerto fue cerrado el viernes, y la alcaldesa de la ciudad dijo que los barcos no saldrán hasta que pase la tormenta y un ingeniero revise el muelle de la terminal con su equipo.",
            "es",
        );
    }

    #[test]
    fn letters_tell_it_too_and_a_short_text_does_not() {
        check(
            "Порт закрыли в пятницу, сообщила мэр города, и паромы не выйдут в море до конца недели.",
            "ru",
        );
        check("Порт закрили у п’ятницю, повідомила міська голова, і пороми не вийдуть у море.", "uk");
        check("Harbour closed.", "");
    }

    #[test]
    fn a_tag_counts_where_the_text_cannot_tell() {
        check("---\nlang: en-GB\n---\nHarbour closed.", "en");
        check("---\nlang: fr\n---\nPort fermé.", "fr");
        check(&format!("---\nlang: de\n---\n{ENGLISH}"), "en");
    }
}
