//! Spellings into entities: which forms are one person, place or organization.
//!
//! Forms with one key ([`key`]) are one name. Names are then joined: a short form with the one longer form it can
//! stand for, an acronym with the one organization whose initials it is, and whatever the reader decided.
//! **Invariant:** two different given names are never joined, nor is anything by an initial alone; a form with two
//! candidates stays by itself, unless its own document leaves only one, and then only there. Only the reader may
//! override that. Start at [`link`].

mod key;
mod person;
mod variants;

use std::collections::{BTreeMap, BTreeSet};

use super::decisions::Decisions;
use super::{Article, Corpus, Entity, Form};
use crate::annotate::NameKind;
use crate::evidence::Evidence;
use crate::fold::fold;
use key::Key;

/// The forms, entities and their mappings for `articles`; the other parts of the corpus are empty.
pub(super) fn link(articles: &[Article], decisions: &Decisions) -> Corpus {
    let hidden: BTreeSet<(NameKind, String)> =
        decisions.hide.iter().map(|h| (h.kind, plain(&h.name))).collect();
    let mut spelled = spelled(articles);
    let mut names = Names::of(&spelled, &hidden);
    person::join(&mut names, &mut spelled);
    acronyms(&mut names);
    let unused = decide(&mut names, decisions);
    assemble(&spelled, &mut names, decisions, &hidden, unused)
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

fn assemble(
    spelled: &Spelled,
    names: &mut Names,
    decisions: &Decisions,
    hidden: &BTreeSet<(NameKind, String)>,
    mut unused: Vec<String>,
) -> Corpus {
    let mut uses: BTreeMap<&Form, u32> = BTreeMap::new();
    spelled.iter().flatten().for_each(|form| *uses.entry(form).or_default() += 1);
    let forms: Vec<Form> = uses.keys().map(|form| (*form).clone()).collect();
    let counts: Vec<u32> = uses.values().copied().collect();
    for hide in &decisions.hide {
        if !forms.iter().any(|f| f.kind == hide.kind && plain(&f.spelling) == plain(&hide.name)) {
            unused.push(format!("hide {} \"{}\"", hide.kind.name(), hide.name));
        }
    }
    let mut members: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    for (at, form) in forms.iter().enumerate() {
        if let Some(name) = names.by_form.get(form).copied() {
            members.entry(names.root(name)).or_default().push(at as u32);
        }
    }
    let decided: BTreeSet<usize> = names.decided.clone().into_iter().map(|name| names.root(name)).collect();
    let mut entities: Vec<Entity> = members
        .into_iter()
        .map(|(root, members)| entity(members, &forms, &counts, decided.contains(&root).then_some(decisions)))
        .collect();
    entities.sort_by(|a, b| (a.kind, &a.name, &a.forms).cmp(&(b.kind, &b.name, &b.forms)));
    let mut form_entities = vec![None; forms.len()];
    for (at, entity) in entities.iter().enumerate() {
        for form in &entity.forms {
            if let Some(slot) = form_entities.get_mut(*form as usize) {
                *slot = Some(at as u32);
            }
        }
    }
    let shown = |form: &Form| {
        let at = forms.binary_search(form).ok()?;
        (!hidden.contains(&(form.kind, plain(&form.spelling)))).then_some(at as u32)
    };
    let mention_forms = spelled.iter().map(|mentions| mentions.iter().map(shown).collect()).collect();
    Corpus { forms, mention_forms, entities, form_entities, unused, ..Corpus::default() }
}

/// The entity of the forms `members`, under the `decisions` if the reader joined some of them.
fn entity(mut members: Vec<u32>, forms: &[Form], counts: &[u32], decisions: Option<&Decisions>) -> Entity {
    let form = |at: &u32| forms.get(*at as usize);
    let spelling = |at: &u32| form(at).map_or("", |f| f.spelling.as_str());
    let kind = members.first().and_then(form).map_or(NameKind::Person, |f| f.kind);
    let merge = decisions.and_then(|decisions| {
        let names = |m: &&super::decisions::Merge| {
            let spelled = |s: &String| members.iter().any(|at| plain(spelling(at)) == plain(s));
            m.kind == kind && std::iter::once(&m.name).chain(&m.with).any(spelled)
        };
        decisions.merge.iter().find(names)
    });
    let chosen = merge.map(|m| plain(&m.name));
    members.sort_by_key(|at| {
        let own = chosen.as_ref().is_some_and(|name| plain(spelling(at)) == *name);
        let uses = counts.get(*at as usize).copied().unwrap_or(0);
        (
            !own,
            std::cmp::Reverse(key::fullness(spelling(at))),
            std::cmp::Reverse(uses),
            spelling(at).to_owned(),
        )
    });
    let shown = members.first().map_or("", spelling).to_owned();
    let first = members.first().and_then(form);
    let merges = members.iter().skip(1).filter_map(form).map(|other| {
        let rule = first.and_then(|first| key::relation(first, other));
        match (rule, merge) {
            (Some((rule, confidence)), _) => {
                Evidence::rule(rule, confidence).from("name", shown.clone(), Vec::new())
            }
            (None, Some(merge)) => Evidence::rule("decided-by-reader", 100).from(
                "decision",
                merge.reason.clone().unwrap_or_default(),
                Vec::new(),
            ),
            (None, None) => {
                Evidence::rule("through-another-form", 80).from("name", shown.clone(), Vec::new())
            }
        }
    });
    let merges = merges.collect();
    Entity { kind, name: merge.map_or(shown, |merge| merge.name.clone()), forms: members, merges }
}

#[cfg(test)]
mod tests {
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
                "International Labour Organization = ILO (acronym)",
                "Time",
            ],
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
