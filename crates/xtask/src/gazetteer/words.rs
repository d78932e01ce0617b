//! Everyday words, peoples, bodies and clubs, from the word list of `compromise`.
//!
//! **Invariant:** phrasal verbs and marks are left out; a word keeps every kind that the list gives it.
//! Start at [`words`].

use std::path::Path;

use dateline_core::annotate::names::gazetteer::lexicon::Word;

/// Adds every word in `from` to the lexicon.
pub(super) fn words(from: &Path, add: &mut dyn FnMut(&str, Word)) -> Result<(), String> {
    let list = super::json(&from.join("compromise.json"))?;
    let list = list.as_object().ok_or("compromise.json: expected an object of words")?;
    for (word, tags) in list {
        let tags: Vec<&str> = match tags {
            serde_json::Value::Array(tags) => tags.iter().filter_map(|tag| tag.as_str()).collect(),
            tag => tag.as_str().into_iter().collect(),
        };
        for kind in tags.iter().filter_map(|tag| kind_of(tag, word)) {
            add(word, kind);
        }
    }
    Ok(())
}

fn kind_of(tag: &str, word: &str) -> Option<Word> {
    let single = !word.contains(' ') && word.chars().count() > 1;
    Some(match tag {
        "FemaleName" => Word::WOMAN,
        "MaleName" => Word::MAN,
        "FirstName" => Word::GIVEN,
        "LastName" => Word::SURNAME,
        "Gerund" | "PastTense" | "PresentTense" | "Infinitive" | "Participle" | "Verb" if single => {
            Word::VERB
        }
        "Plural" | "Singular" | "Uncountable" | "Noun" | "Unit" | "Duration" if single => Word::NOUN,
        "Adjective" | "Comparative" | "Superlative" if single => Word::ADJECTIVE,
        "Adverb" | "Preposition" | "Conjunction" | "Determiner" | "Pronoun" | "Modal" | "Ordinal"
        | "Cardinal" | "QuestionWord" | "Possessive" | "TextValue" | "Expression" | "Copula" | "Negative"
            if single =>
        {
            Word::FUNCTION
        }
        "Actor" | "Honorific" => Word::HUMAN,
        "Demonym" => Word::DEMONYM,
        "Organization" if word.chars().count() > 2 => Word::BODY,
        "SportsTeam" => Word::TEAM,
        "Region" | "Place" if word.chars().count() > 4 => Word::PLACE,
        _ => return None,
    })
}
