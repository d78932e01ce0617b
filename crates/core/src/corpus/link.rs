//! Spellings into entities: which forms are one person, place or organization.
//!
//! Forms with one key ([`key`]) are one name. Names are then joined: a short form with the one longer form it can
//! stand for, an acronym with the one organization whose initials it is, and whatever the reader decided.
//! **Invariant:** two different given names are never joined, nor is anything by an initial alone; a form with two
//! candidates stays by itself, unless its own document leaves only one, and then only there. Only the reader may
//! override that. Start at [`link`].

mod assemble;
mod key;
mod person;
mod variants;

use std::collections::{BTreeMap, BTreeSet};

use super::decisions::Decisions;
use super::{Article, Corpus, Form};
use crate::annotate::NameKind;
use crate::fold::fold;
use key::Key;

/// The forms, entities and their mappings for `articles`; the other parts of the corpus are empty.
pub(super) fn link(articles: &[Article], decisions: &Decisions) -> Corpus {
    let hidden: BTreeSet<(NameKind, String)> =
        decisions.hide.iter().map(|h| (h.kind, plain(&h.name))).collect();
    let mut spelled = spelled(articles);
    let mut names = Names::of(&spelled, &hidden);
    person::join(&mut names, &mut spelled);
    person::by_given_name(&mut names, &mut spelled);
    acronyms(&mut names);
    let unused = decide(&mut names, decisions);
    assemble::assemble(&spelled, &mut names, decisions, &hidden, unused)
}

/// For each article, for each mention, the form it has or, where its document tells, the form it stands for.
type Spelled = Vec<Vec<Form>>;

fn spelled(articles: &[Article]) -> Spelled {
    let form = |article: &Article, mention: &crate::annotate::Mention| {
        let spelling = mention.span.of(&article.document.text);
        Form { kind: mention.kind, spelling: spelling.split_whitespace().collect::<Vec<_>>().join(" ") }
    };
    articles.iter().map(|a| a.annotations.mentions.iter().map(|m| form(a, m)).collect()).collect()
}

/// Whether `short` stands for `long` in its document because it is the given name in it alone.
pub(super) fn is_given_name(short: &Form, long: &Form) -> bool {
    let (short, long) = (Key::of(short), Key::of(long));
    short.is_given_name_of(&long) && !short.is_short_for(&long)
}

/// The spelling by which a decision finds a form.
fn plain(spelling: &str) -> String {
    fold(&spelling.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The names of a corpus, joined step by step.
struct Names {
    keys: Vec<Key>,
    by_key: BTreeMap<Key, usize>,
    by_form: BTreeMap<Form, usize>,
    parent: Vec<usize>,
    /// The names that the reader joined.
    decided: BTreeSet<usize>,
}

impl Names {
    fn of(spelled: &Spelled, hidden: &BTreeSet<(NameKind, String)>) -> Self {
        let mut names = Self {
            keys: Vec::new(),
            by_key: BTreeMap::new(),
            by_form: BTreeMap::new(),
            parent: Vec::new(),
            decided: BTreeSet::new(),
        };
        let forms: BTreeSet<&Form> = spelled.iter().flatten().collect();
        for form in forms {
            if hidden.contains(&(form.kind, plain(&form.spelling))) {
                continue;
            }
            let key = Key::of(form);
            let next = names.keys.len();
            let name = *names.by_key.entry(key.clone()).or_insert(next);
            if name == next {
                names.keys.push(key);
                names.parent.push(next);
            }
            names.by_form.insert(form.clone(), name);
        }
        names
    }

    fn root(&mut self, mut name: usize) -> usize {
        while let Some(&up) = self.parent.get(name).filter(|up| **up != name) {
            let above = self.parent.get(up).copied().unwrap_or(up);
            if let Some(parent) = self.parent.get_mut(name) {
                *parent = above;
            }
            name = above;
        }
        name
    }

    /// The smaller number stays the root, so that the order of joining does not show.
    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if let Some(parent) = self.parent.get_mut(a.max(b)) {
            *parent = a.min(b);
        }
    }
}

/// Joins each acronym with the one organization whose initials it is.
fn acronyms(names: &mut Names) {
    let mut by_initials: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let forms: Vec<(Form, usize)> = names.by_form.iter().map(|(f, n)| (f.clone(), *n)).collect();
    for (form, name) in &forms {
        for initials in key::initials(form) {
            by_initials.entry(initials).or_default().insert(names.root(*name));
        }
    }
    for (form, name) in forms {
        let full = key::acronym(&form).and_then(|short| by_initials.get(&short));
        if let Some(full) = full.filter(|full| full.len() == 1).and_then(BTreeSet::first) {
            names.join(*full, name);
        }
    }
}

/// Joins what the reader decided; gives the decisions that name nothing here.
fn decide(names: &mut Names, decisions: &Decisions) -> Vec<String> {
    let mut unused = Vec::new();
    let mut by_plain: BTreeMap<(NameKind, String), usize> = BTreeMap::new();
    for (form, name) in &names.by_form {
        by_plain.entry((form.kind, plain(&form.spelling))).or_insert(*name);
    }
    for merge in &decisions.merge {
        let mut found = Vec::new();
        for spelling in std::iter::once(&merge.name).chain(&merge.with) {
            match by_plain.get(&(merge.kind, plain(spelling))) {
                Some(name) => found.push(*name),
                None => unused.push(format!("merge {} \"{spelling}\"", merge.kind.name())),
            }
        }
        if let Some((first, others)) = found.split_first() {
            for other in others {
                names.join(*first, *other);
            }
            names.decided.extend(found);
        }
    }
    unused
}

#[cfg(test)]
mod tests {
    use super::super::Entity;
    use super::super::decisions::{Hide, Merge};
    use super::super::sample::article_of;
    use super::*;
    use NameKind::{Organization, Person, Place};

    fn linked(texts: &[&str], names: &[(NameKind, &str)], decisions: &Decisions) -> Corpus {
        let article = |(i, text): (usize, &&str)| article_of(&format!("{i}.txt"), text, names);
        Corpus::build(texts.iter().enumerate().map(article).collect(), decisions)
    }

    /// The entities as `name = form, form (rule)`.
    fn shown(corpus: &Corpus) -> Vec<String> {
        let form = |at: &u32| corpus.forms()[*at as usize].spelling.clone();
        let entity = |e: &Entity| {
            let others: Vec<String> = e
                .forms
                .iter()
                .skip(1)
                .zip(&e.merges)
                .map(|(f, why)| format!("{} ({})", form(f), why.rule))
                .collect();
            if others.is_empty() { e.name.clone() } else { format!("{} = {}", e.name, others.join(", ")) }
        };
        corpus.entities().iter().map(entity).collect()
    }

    fn check(texts: &[&str], names: &[(NameKind, &str)], expected: &[&str]) {
        assert_eq!(shown(&linked(texts, names, &Decisions::default())), expected);
    }

    #[test]
    fn one_man_in_two_spellings_and_a_short_form_is_one() {
        check(
            &[
                "Volodymyr Zelenskyy met. Zelenskyy said.",
                "Volodymyr Zelensky wrote. Zelensky left. Volodymyr Zelenskyy",
            ],
            &[
                (Person, "Volodymyr Zelenskyy"),
                (Person, "Volodymyr Zelensky"),
                (Person, "Zelenskyy"),
                (Person, "Zelensky"),
            ],
            &[
                "Volodymyr Zelenskyy = Volodymyr Zelensky (transliteration), Zelensky (same-person-short-form), Zelenskyy (same-person-short-form)",
            ],
        );
    }

    #[test]
    fn a_short_form_with_two_candidates_stays_by_itself_but_not_in_a_document_with_one() {
        let texts = ["Ann Lee spoke. Lee left.", "Bob Lee spoke. Lee left.", "Lee spoke."];
        let names = [(Person, "Ann Lee"), (Person, "Bob Lee"), (Person, "Lee")];
        check(&texts, &names, &["Ann Lee", "Bob Lee", "Lee"]);
        let corpus = linked(&texts, &names, &Decisions::default());
        let of = |article| corpus.entity_of(article, 1).map(|e| corpus.entities()[e as usize].name.as_str());
        assert_eq!((of(0), of(1)), (Some("Ann Lee"), Some("Bob Lee")));
        assert_eq!(corpus.entity_of(2, 0), Some(2));
        assert_eq!(
            corpus.mention_evidence(0, 1).map(|e| e.rule.into_owned()).as_deref(),
            Some("same-person-short-form")
        );
        assert_eq!(corpus.mention_evidence(0, 0), None);
    }

    #[test]
    fn a_given_name_alone_is_the_one_person_who_is_named_so_in_its_document() {
        let texts = ["Boris Orlov spoke. “Boris, stop!”", "Boris Orlov, Boris Ivanov, Boris", "Boris left."];
        let names = [(Person, "Boris Orlov"), (Person, "Boris Ivanov"), (Person, "Boris")];
        let corpus = linked(&texts, &names, &Decisions::default());
        let of = |article, mention| {
            corpus.entity_of(article, mention).map(|e| &corpus.entities()[e as usize].name)
        };
        assert_eq!(of(0, 1).map(String::as_str), Some("Boris Orlov"));
        assert_eq!(of(1, 2).map(String::as_str), Some("Boris"));
        assert_eq!(of(2, 0).map(String::as_str), Some("Boris"));
        let rule = |article, mention| corpus.mention_evidence(article, mention).map(|e| e.rule.into_owned());
        assert_eq!(rule(0, 1).as_deref(), Some("given-name-in-document"));
        assert_eq!(rule(1, 2), None);
    }

    #[test]
    fn a_given_name_alone_is_nobody_s_where_it_is_somebody_s_last_name() {
        let names = [(Person, "Martin Ray"), (Person, "Ann Martin"), (Person, "Martin")];
        check(
            &["Martin Ray met Ann Martin. Then Martin left."],
            &names,
            &["Ann Martin = Martin (same-person-short-form)", "Martin Ray"],
        );
    }

    #[test]
    fn initials_alone_join_nobody() {
        check(
            &["John Smith and J. Smith, and K. Smith"],
            &[(Person, "John Smith"), (Person, "J. Smith"), (Person, "K. Smith")],
            &["J. Smith", "John Smith", "K. Smith"],
        );
        check(
            &["George W. Bush, George H. W. Bush, George Bush"],
            &[(Person, "George W. Bush"), (Person, "George H. W. Bush"), (Person, "George Bush")],
            &["George Bush", "George H. W. Bush", "George W. Bush"],
        );
    }

    #[test]
    fn an_initial_does_not_hide_the_man_it_fits() {
        check(
            &["Donald Trump, D. Trump, Trump"],
            &[(Person, "Donald Trump"), (Person, "D. Trump"), (Person, "Trump")],
            &["D. Trump", "Donald Trump = Trump (same-person-short-form)"],
        );
    }

    #[test]
    fn places_bodies_and_kinds() {
        check(
            &[
                "Kyiv, Kyiv, Kiev, U.S., the United States. International Labour Organization; ILO; Time and Time.",
            ],
            &[
                (Place, "Kyiv"),
                (Place, "Kiev"),
                (Place, "U.S."),
                (Place, "United States"),
                (Organization, "International Labour Organization"),
                (Organization, "ILO"),
                (Organization, "Time"),
            ],
            &[
                "Kyiv = Kiev (known-variant)",
                "United States = U.S. (known-variant)",
                "International Labour Organization = ILO (acronym-of-organization)",
                "Time",
            ],
        );
        check(
            &["Crimea, Crimea, Crimean Peninsula"],
            &[(Place, "Crimean Peninsula"), (Place, "Crimea")],
            &["Crimea = Crimean Peninsula (known-variant)"],
        );
        check(
            &["Paris met Paris-Match"],
            &[(Organization, "Paris-Match"), (Place, "Paris")],
            &["Paris", "Paris-Match"],
        );
    }

    #[test]
    fn the_reader_overrides_every_rule_and_hides() {
        let merge = |name: &str, with: &[&str]| Merge {
            kind: Person,
            name: name.to_owned(),
            with: with.iter().map(|s| (*s).to_owned()).collect(),
            reason: Some("married".to_owned()),
        };
        let decisions = Decisions {
            merge: vec![merge("Ann Ray", &["Ann Lee", "Ann Nobody"])],
            hide: vec![
                Hide { kind: Place, name: "OSLO".to_owned(), reason: None },
                Hide { kind: Place, name: "Bergen".to_owned(), reason: None },
            ],
        };
        let corpus = linked(
            &["Ann Lee. Ann Ray. Oslo."],
            &[(Person, "Ann Lee"), (Person, "Ann Ray"), (Place, "Oslo")],
            &decisions,
        );
        assert_eq!(shown(&corpus), ["Ann Ray = Ann Lee (decided-by-reader)"]);
        assert_eq!(corpus.entity_of(0, 2), None);
        assert_eq!(corpus.unused_decisions(), ["merge person \"Ann Nobody\"", "hide place \"Bergen\""]);
        assert_eq!(shown(&corpus.decided(&Decisions::default())), ["Ann Lee", "Ann Ray", "Oslo"]);
    }

    #[test]
    fn a_name_is_found_by_any_spelling_else_by_its_words() {
        let corpus = linked(
            &["Ann Lee, Bob Lee, Kyiv, Kiev"],
            &[(Person, "Ann Lee"), (Person, "Bob Lee"), (Place, "Kyiv"), (Place, "Kiev")],
            &Decisions::default(),
        );
        for (kind, text, found) in [
            (Person, "ann lee", vec![0]),
            (Person, "Lee", vec![0, 1]),
            (Place, "KIEV", vec![2]),
            (Person, "Kyiv", vec![]),
            (Person, "", vec![]),
        ] {
            assert_eq!(corpus.entity_named(kind, text), found, "{text}");
        }
    }

    #[test]
    fn the_order_of_the_files_given_does_not_show() {
        let names = [(Person, "Ann Lee"), (Person, "Lee")];
        let articles = || vec![article_of("b.txt", "Lee", &names), article_of("a.txt", "Ann Lee", &names)];
        let backwards = articles().into_iter().rev().collect();
        assert_eq!(
            Corpus::build(articles(), &Decisions::default()),
            Corpus::build(backwards, &Decisions::default())
        );
    }
}
