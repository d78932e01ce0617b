//! Given names and surnames of many languages, from the providers of `Faker`.
//!
//! A provider is a Python file whose lists are literals; they are read by line, without a Python.
//! **Invariant:** only names in Latin letters, and of no language so many that the others drown.
//! Start at [`names`].

use std::fs;
use std::path::Path;

use dateline_core::annotate::names::gazetteer::lexicon::Word;

/// The most names of one list that are taken; the lists stand in the order of use or of the alphabet.
const MOST: usize = 320;

/// Adds every name in `from` to the lexicon.
pub(super) fn names(from: &Path, add: &mut dyn FnMut(&str, Word)) -> Result<(), String> {
    let folder = from.join("faker/providers/person");
    let entries = fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut locales: Vec<_> = entries.filter_map(Result::ok).map(|e| e.path().join("__init__.py")).collect();
    locales.retain(|path| path.is_file() && !path.parent().is_some_and(|p| p.ends_with("en")));
    locales.sort();
    for path in locales {
        let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        provider(&text, add);
    }
    Ok(())
}

fn provider(text: &str, add: &mut dyn FnMut(&str, Word)) {
    let mut kind = None;
    let mut left = 0;
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("    ").filter(|rest| !rest.starts_with([' ', ')'])) {
            let name = rest.split([':', ' ', '=']).next().unwrap_or("");
            kind = kind_of(name).filter(|_| rest.contains(" = "));
            left = MOST;
        }
        let Some(kind) = kind else { continue };
        for name in line.split('"').skip(1).step_by(2).filter(|name| is_latin(name)) {
            if left > 0 {
                add(name, kind);
                left -= 1;
            }
        }
    }
}

/// What the list called `name` holds.
fn kind_of(name: &str) -> Option<Word> {
    if name.starts_with("last_name") {
        return Some(Word::SURNAME);
    }
    let first = name.starts_with("first_name");
    first.then_some(match name {
        n if n.contains("female") => Word::WOMAN,
        n if n.contains("male") => Word::MAN,
        _ => Word::GIVEN,
    })
}

fn is_latin(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let latin = |c: char| c.is_ascii() || ('\u{c0}'..'\u{250}').contains(&c) || "’ʻʼ".contains(c);
    letters > 1 && name.starts_with(char::is_uppercase) && name.chars().all(latin) && !name.contains('{')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_names_are_read_from_python() {
        let mut found = Vec::new();
        let text = "class Provider:\n    formats = (\"{{first_name}}\",)\n    first_names_female: A = (\n        \
                    \"Ada\",\n        \"Юля\",\n    )\n    last_names = OrderedDict(\n        (\"Ode\", 0.5),\n    )\n";
        provider(text, &mut |name, kind| found.push((name.to_owned(), kind)));
        assert_eq!(found, [("Ada".to_owned(), Word::WOMAN), ("Ode".to_owned(), Word::SURNAME)]);
    }
}
