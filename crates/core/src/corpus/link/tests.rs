//! Linking by example: which names of invented texts become one, and why.
//!
//! **Invariant:** every rule of [`super`] has a case in which it joins and one in which it must not.
//! Start at [`check`].

mod products;

use super::super::decisions::{Hide, Merge, Split};
use super::super::sample::article_of;
use super::super::{Corpus, Entity};
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
    let of =
        |article, mention| corpus.entity_of(article, mention).map(|e| &corpus.entities()[e as usize].name);
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
        split: Vec::new(),
        hide: vec![
            Hide { kind: Place, name: "OSLO".to_owned(), reason: None },
            Hide { kind: Place, name: "Bergen".to_owned(), reason: None },
        ],
        date: Vec::new(),
    };
    let corpus = linked(
        &["Ann Lee. Ann Ray. Oslo."],
        &[(Person, "Ann Lee"), (Person, "Ann Ray"), (Place, "Oslo")],
        &decisions,
    );
    assert_eq!(shown(&corpus), ["Ann Ray = Ann Lee (decided-by-reader)"]);
    assert_eq!(corpus.entity_of(0, 2), None);
    assert_eq!(corpus.unused_decisions(), ["merge person \"Ann Nobody\"", "hide place \"Bergen\""]);
    let undone = Corpus::build(corpus.articles().to_vec(), &Decisions::default());
    assert_eq!(shown(&undone), ["Ann Lee", "Ann Ray", "Oslo"]);
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

#[test]
fn companies_are_one_whatever_their_legal_form_and_trade() {
    check(
        &["Norlund, Norlund, Norlund Inc, Norlund Airlines. The Vestia Company met Vestia."],
        &[
            (Organization, "Norlund Inc"),
            (Organization, "Norlund Airlines"),
            (Organization, "Norlund"),
            (Organization, "The Vestia Company"),
            (Organization, "Vestia"),
        ],
        &[
            "Norlund = Norlund Airlines (name-without-trade), Norlund Inc (same-but-legal-form)",
            "The Vestia Company = Vestia (same-but-legal-form)",
        ],
    );
}

#[test]
fn a_name_without_its_trade_is_nobody_s_where_two_have_it_but_for_a_document_that_knows_one() {
    let names = [
        (Organization, "Norlund Airlines"),
        (Organization, "Norlund Motors"),
        (Organization, "Norlund Records"),
        (Organization, "Norlund"),
    ];
    let texts = ["Norlund Airlines grew. Norlund said.", "Norlund Motors, Norlund", "Norlund Records"];
    let of = |texts: &[&str], article, mention| {
        let corpus = linked(texts, &names, &Decisions::default());
        let why = corpus.mention_evidence(article, mention).map(|e| e.rule.into_owned());
        let entity = corpus.entity_of(article, mention).map(|e| corpus.entities()[e as usize].name.clone());
        (entity.unwrap_or_default(), why)
    };
    let short = Some("short-form-in-document".to_owned());
    assert_eq!(of(&texts, 0, 1), ("Norlund Airlines".to_owned(), short.clone()));
    assert_eq!(of(&texts, 1, 1), ("Norlund Motors".to_owned(), short));
    let known = [texts[0], texts[1], "Norlund"];
    assert_eq!(of(&known, 0, 1), ("Norlund".to_owned(), None), "a name that stands by itself is one");
}

#[test]
fn a_text_defines_its_short_forms() {
    let names = [
        (Organization, "Vestia Board of Rivers"),
        (Organization, "Vetted Birds Reserve"),
        (Organization, "VBR"),
        (Organization, "Norlund Sea Watch"),
        (Organization, "NW"),
    ];
    check(
        &[
            "The Vestia Board of Rivers (VBR) met Norlund Sea Watch (NW).",
            "VBR wrote to NW and Vetted Birds Reserve.",
        ],
        &names,
        &[
            "Norlund Sea Watch = NW (defined-in-text)",
            "Vestia Board of Rivers = VBR (defined-in-text)",
            "Vetted Birds Reserve",
        ],
    );
    check(
        &["Vestia Board of Rivers, Vetted Birds Reserve, VBR, Norlund Sea Watch, NW."],
        &names,
        &["NW", "Norlund Sea Watch", "VBR", "Vestia Board of Rivers", "Vetted Birds Reserve"],
    );
}

#[test]
fn what_belongs_to_a_state_is_short_for_it_in_a_document_that_names_one_state_s() {
    let names =
        [(Organization, "French Air Force"), (Organization, "Polish Air Force"), (Organization, "Air Force")];
    let corpus = linked(
        &["French Air Force. The Air Force flew.", "French Air Force, Polish Air Force, Air Force"],
        &names,
        &Decisions::default(),
    );
    let of = |article, mention| {
        corpus.entity_of(article, mention).map(|e| corpus.entities()[e as usize].name.as_str())
    };
    assert_eq!((of(0, 1), of(1, 2)), (Some("French Air Force"), Some("Air Force")));
}

#[test]
fn joe_is_joseph_but_nobody_else() {
    check(
        &["Joe Orlov, Joseph Orlov, Jim Orlov, Joe Ivanov, Joseph Ivanov Jr., Orlov"],
        &[
            (Person, "Joe Orlov"),
            (Person, "Joseph Orlov"),
            (Person, "Jim Orlov"),
            (Person, "Joe Ivanov"),
            (Person, "Joseph Ivanov Jr."),
            (Person, "Orlov"),
        ],
        &[
            "Jim Orlov",
            "Joe Ivanov",
            "Joe Orlov = Joseph Orlov (same-given-name-short)",
            "Joseph Ivanov Jr.",
            "Orlov",
        ],
    );
}

#[test]
fn an_unsure_kind_follows_a_sure_one_elsewhere() {
    let mut articles = vec![
        article_of("a.txt", "Norlund grew", &[(Organization, "Norlund")]),
        article_of("b.txt", "Norlund said so", &[(Person, "Norlund")]),
        article_of("c.txt", "in Norlund", &[(Place, "Norlund")]),
    ];
    articles[1].annotations.mentions[0].evidence.confidence = 65;
    let kinds = |articles: &[crate::corpus::Article]| {
        let corpus = Corpus::build(articles.to_vec(), &Decisions::default());
        let kinds: Vec<_> = (0..articles.len() as u32).map(|a| corpus.kind_of(a, 0)).collect();
        (kinds, corpus.mention_evidence(1, 0).map(|e| e.rule.into_owned()))
    };
    let (two, why) = kinds(&articles[..2]);
    assert_eq!(two, [Some(Organization), Some(Organization)]);
    assert_eq!(why.as_deref(), Some("kind-elsewhere"));
    let (three, why) = kinds(&articles);
    assert_eq!(three, [Some(Organization), Some(Person), Some(Place)], "a name that is surely two things");
    assert_eq!(why, None);
}

#[test]
fn a_split_undoes_every_rule() {
    for (text, kind, names, apart) in [
        ("Ann Lee. Lee.", Person, &["Ann Lee", "Lee"][..], "Lee"),
        ("Zelenskyy, Zelensky", Person, &["Zelenskyy", "Zelensky"], "Zelensky"),
        ("Robert F. Ray, Robert Ray", Person, &["Robert F. Ray", "Robert Ray"], "Robert Ray"),
        ("Joe Ray, Joseph Ray", Person, &["Joe Ray", "Joseph Ray"], "Joe Ray"),
        ("Boris Orlov. Boris.", Person, &["Boris Orlov", "Boris"], "Boris"),
        ("Ann Lee, Bob Lee", Person, &["Ann Lee", "Bob Lee"], "Bob Lee"),
        ("Kyiv, Kiev", Place, &["Kyiv", "Kiev"], "Kiev"),
        ("Norlund Inc, Norlund", Organization, &["Norlund Inc", "Norlund"], "Norlund Inc"),
        ("Norlund Motors, Norlund", Organization, &["Norlund Motors", "Norlund"], "Norlund"),
        ("Norlund Sea Watch (NSW)", Organization, &["Norlund Sea Watch", "NSW"], "NSW"),
        ("Norlund Sea Watch, NSW", Organization, &["Norlund Sea Watch", "NSW"], "NSW"),
        ("French Air Force, Air Force", Organization, &["French Air Force", "Air Force"], "Air Force"),
    ] {
        let named: Vec<_> = names.iter().map(|name| (kind, *name)).collect();
        let split = Split { kind, name: names[0].to_owned(), without: vec![apart.to_owned()], reason: None };
        let decisions = Decisions { split: vec![split], ..Decisions::default() };
        let corpus = linked(&[text], &named, &decisions);
        let mut own: Vec<_> = names.iter().map(|name| (*name).to_owned()).collect();
        own.sort();
        assert_eq!(shown(&corpus), own, "{text}");
        assert!(corpus.unused_decisions().is_empty());
    }
}
