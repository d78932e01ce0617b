//! The language as a whole: tables of what is typed and how it prints, and properties over any query and any text.
//!
//! **Invariant:** the queries that are made here hold something to search for in every term.
//! Start at [`check`].

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

fn check(typed: &str, canonical: &str) {
    let query = Query::parse(typed);
    assert_eq!(query.to_string(), canonical, "for {typed}");
    assert_eq!(Query::parse(canonical), query, "for {typed}");
}

/// The parts of `typed` that are hinted at, each with the end of the hint.
fn hints(typed: &str) -> Vec<(&str, String)> {
    let (_, hints) = Query::parse_with_hints(typed);
    hints
        .iter()
        .map(|h| (h.span.of(typed), h.what.rsplit(": ").next().unwrap_or_default().to_owned()))
        .collect()
}

#[test]
fn every_kind_of_term_is_read_and_printed_in_one_order() {
    check("drones  Kyiv", "drones Kyiv");
    check("“more than 400” -oil", "\"more than 400\" -oil");
    check("person:“Steve Witkoff” war", "war person:\"Steve Witkoff\"");
    check("-place:Miami ORG:Reuters", "-place:Miami org:Reuters");
    check("publisher:dw author:\"A B\"", "publisher:dw author:\"A B\"");
    check("undated:yes scope:article", "undated:yes scope:article");
    check("scope:passage", "");
    check("war war", "war");
    check(
        "tal* \"a b\"~5 \"peace tal\"* quote:\"we are close\"",
        "tal* \"a b\"~5 \"peace tal\"* quote:\"we are close\"",
    );
    check("title:talks title:“end of war”~3 title:tal*", "title:talks title:\"end of war\"~3 title:tal*");
    check(
        "about:Kyiv speaker:“a US official” language:EN",
        "about:Kyiv speaker:\"a US official\" language:en",
    );
    check(
        "status:Claimed status:not-done voice:ONE origin:reuters",
        "status:claimed status:not-done voice:one origin:reuters",
    );
    check("dated:range incomplete:yes -voice:unnamed", "dated:range incomplete:yes -voice:unnamed");
}

#[test]
fn or_joins_its_neighbours_and_parentheses_make_one_of_several() {
    check("talks OR truce war", "talks OR truce war");
    check("war (talks OR truce)", "war talks OR truce");
    check("talks OR (peace deal) OR truce", "talks OR (peace deal) OR truce");
    check("(a OR b) OR c", "a OR b OR c");
    check("(a b) c", "a b c");
    check("-(a b)", "-(a b)");
    check("-(a OR -b)", "-(a OR -b)");
    check("-(-a)", "a");
    check("a AND b NOT c", "a b -c");
    check("or and not", "or and not");
    check("\"OR\" OR*", "\"OR\" OR*");
}

#[test]
fn fields_join_their_group_and_in_parentheses_all_of_them_hold() {
    check("person:a OR person:b", "person:a OR person:b");
    check("(person:a place:b) x", "(person:a) (place:b) x");
    check("(-person:a)", "(-person:a)");
    check("-(person:a)", "(-person:a)");
    check("person:(a OR \"b c\") org:d", "person:a OR person:\"b c\" org:d");
    check("person:(a OR place:b)", "person:a OR place:b");
    check("status:(denied OR claimed)", "status:denied OR status:claimed");
    check("(in:2026-02 OR undated:yes)", "in:2026-02 OR undated:yes");
    check("(in:2026-02)", "(in:2026-02)");
    check("(after:2026-02 before:2026-03)", "(after:2026-02-01) (before:2026-03-31)");
}

#[test]
fn dates_are_inclusive_and_print_as_the_shortest_range() {
    check("after:2026-02-01 before:2026-02-28", "in:2026-02");
    check("on:2026-02-07", "on:2026-02-07");
    check("in:2026", "in:2026");
    check("after:2026-02", "after:2026-02-01");
    check("before:2026-02", "before:2026-02-28");
    check("in:2026 until:2026-02-05", "after:2026-01-01 before:2026-02-05");
    check("in:2014 on:2026-02-05", "in:2014 on:2026-02-05");
    check("in:2014 in:2026 before:2026-02-05", "in:2014 in:2026-01-01..2026-02-05");
    check("in:2026-02-01..", "after:2026-02-01");
    check("-in:2026-02 -after:2027", "-in:2026-02 -after:2027-01-01");
    check("-undated:yes", "-undated:yes");
    check("undated:no", "-undated:yes");
    check(
        "published:2026-02 published-before:2026-02-05",
        "published-after:2026-02-01 published-before:2026-02-05",
    );
    check("published-since:2026 -published:2026-03", "-published:2026-03 published-after:2026-01-01");
    check("published:2025-01 published:2026-02-05", "published:2025-01 published:2026-02-05");
    check("after:2026-02-08 before:2026-02-07", "after:2026-02-08 before:2026-02-07");
}

#[test]
fn what_is_no_field_is_searched_as_text() {
    for typed in [
        "after:soon",
        "in:2026-13",
        "https://example.com",
        "colour:red",
        "status:maybe",
        "voice:two",
        "-dated:often",
        "language:\u{e9}",
        "undated:maybe",
        "w*r",
    ] {
        let (query, hints) = Query::parse_with_hints(typed);
        assert_eq!(query.to_string(), typed);
        assert_eq!((query.clauses.len(), hints.len()), (1, 1), "for {typed}");
    }
    check("undated:(tal* OR \"a b\"~2)", "tal* OR \"a b\"~2");
    check("colour:“light red”", "\"colour: light red\"");
    check("follow-up:talks", "follow-up:talks");
}

#[test]
fn what_holds_nothing_to_search_for_is_left_out_with_a_hint() {
    for typed in [
        "-",
        "—",
        "\"\"",
        "person:",
        "after:",
        "person:\"\"",
        "*",
        "()",
        "(",
        ")",
        "OR",
        "NOT",
        "a OR",
        "OR a",
        "scope:all",
        "-scope:article",
        "title:—",
        "quote:…",
        "person:()",
        "-)",
    ] {
        let (query, hints) = Query::parse_with_hints(typed);
        assert!(
            query.parts().len() <= usize::from(typed.contains('a') && typed.len() < 5),
            "for {typed}: {query}"
        );
        assert!(!hints.is_empty(), "for {typed}");
    }
}

#[test]
fn a_hint_points_at_what_it_is_about_and_says_what_was_done() {
    let (text, left_out) = ("searched as text".to_owned(), "left out".to_owned());
    assert_eq!(
        hints("war -after:soon “peace"),
        [("-after:soon", text.clone()), ("“peace", "read up to the end".to_owned())]
    );
    assert_eq!(
        hints("(war colour:red"),
        [("(war colour:red", "read up to the end".to_owned()), ("colour:red", text)]
    );
    assert_eq!(hints("a ) OR"), [(")", left_out.clone()), ("OR", left_out.clone())]);
    assert_eq!(hints(&"(".repeat(20)).len(), 3);
    assert_eq!(hints("\"a b\"~ \"c d\"~200 person:\"e\"~3").len(), 3);
    assert_eq!(
        hints("after:2026-02-08 x before:2026-02-07"),
        [("after:2026-02-08 x before:2026-02-07", "nothing is in between".to_owned())]
    );
}

#[test]
fn the_word_that_is_being_typed_is_the_beginning_of_one() {
    let check = |typed: &str, printed: &str| {
        assert_eq!(Query::parse_typing(typed).0.to_string(), printed, "for {typed}");
    };
    check("peace tal", "peace tal*");
    check("peace talks ", "peace talks");
    check("\"peace tal", "\"peace tal\"*");
    check("\"peace talks\"", "\"peace talks\"");
    check("(war OR tal", "war OR tal*");
    check("title:tal", "title:tal*");
    check("-tal", "-tal");
    check("-(war tal", "-(war tal)");
    check("person:zel", "person:zel");
    check("U.S.", "U.S.");
    check("tal*", "tal*");
}

#[test]
fn hostile_text_is_read_in_time_linear_in_it_and_gives_a_small_query() {
    for piece in [
        "(", ")", "-", "a*", "OR ", "a ", "\"", "\\", "person:(", "in:2026 ", "~", "AND NOT ", "é", "a-",
        "-(", "a:", "x OR (",
    ] {
        let text = piece.repeat(10_000 / piece.len());
        let (query, hints) = Query::parse_with_hints(&text);
        assert_eq!(Query::parse(&query.to_string()), query, "{piece}");
        assert!(
            query.parts().len() <= parse::TERMS && hints.len() <= parse::HINTS,
            "{piece}: {}",
            hints.len()
        );
    }
    let nested = format!("{}a{}", "(".repeat(500), ")".repeat(500));
    assert_eq!(Query::parse(&nested).to_string(), "a");
    let many = (0..2000).map(|i| format!("w{i}")).collect::<Vec<_>>().join(" ");
    let (query, hints) = Query::parse_with_hints(&many);
    assert_eq!((query.clauses.len(), hints.len()), (parse::TERMS, 1));
    assert_eq!(hints[0].span.of(&many), &many[many.find("w100").unwrap()..]);
}

fn value() -> impl Strategy<Value = String> {
    "[a-zA-Z0-9 \"“”\\\\:é'()*~-]{0,8}[a-z][a-zA-Z0-9 \"“”\\\\:é'()*~-]{0,8}"
        .prop_map(|s| s.trim().to_owned())
}

fn days() -> impl Strategy<Value = Days> {
    let day = || {
        proptest::option::of((1900i16..2100, 1i8..=12, 1i8..=31))
            .prop_map(|ymd| ymd.and_then(|(y, m, d)| jiff::civil::Date::new(y, m, d).ok()))
    };
    (day(), day())
        .prop_filter("a range has an end", |(a, b)| a.is_some() || b.is_some())
        .prop_map(|(from, to)| Days { from, to })
}

fn pattern() -> impl Strategy<Value = Pattern> {
    let word =
        ("[a-zé]{1,6}", any::<bool>()).prop_map(|(text, prefix)| Pattern { prefix, ..Pattern::word(&text) });
    let phrase = (value(), 0u8..4, any::<bool>()).prop_map(|(text, slop, prefix)| Pattern {
        slop,
        prefix: prefix && slop == 0,
        ..Pattern::phrase(&text)
    });
    prop_oneof![word, phrase]
}

fn field_value() -> impl Strategy<Value = (Field, String)> {
    let free = (proptest::sample::select(&Field::ALL[..]), value())
        .prop_filter_map("not free", |(field, value)| {
            field.value(&value).ok().filter(|kept| *kept == value).map(|value| (field, value))
        });
    let fixed = proptest::sample::select(vec![
        (Field::Status, "claimed"),
        (Field::Voice, "unnamed"),
        (Field::Dated, "none"),
        (Field::Dated, "set"),
        (Field::Incomplete, "yes"),
        (Field::Language, "en"),
    ]);
    prop_oneof![free, fixed.prop_map(|(field, value)| (field, value.to_owned()))]
}

fn leaf() -> impl Strategy<Value = Clause> {
    prop_oneof![
        4 => pattern().prop_map(Leaf::Text),
        1 => pattern().prop_map(Leaf::Title),
        1 => value().prop_map(Leaf::Quotation),
        3 => field_value().prop_map(|(field, value)| Leaf::Value(field, value)),
        1 => days().prop_map(Leaf::During),
        1 => days().prop_map(Leaf::Published),
        1 => Just(Leaf::Undated),
    ]
    .prop_map(Clause::from)
}

fn clause() -> impl Strategy<Value = Clause> {
    leaf().prop_recursive(4, 16, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(Clause::negated),
            vec(inner.clone(), 1..4).prop_map(|all| Clause::and(all).unwrap()),
            vec(inner, 1..4).prop_map(|all| Clause::or(all).unwrap()),
        ]
    })
}

prop_compose! {
    fn any_query()(
        clauses in vec(clause(), 0..4),
        fields in vec((field_value(), any::<bool>()), 0..6),
        ranges in vec(days(), 0..4), published in vec(days(), 0..4),
        undated in any::<bool>(), article in any::<bool>(),
    ) -> Query {
        let mut query = Query {
            clauses: match Clause::and(clauses) {
                Some(Clause::And(all)) => all,
                one => one.into_iter().collect(),
            },
            ranges: clause::distinct(ranges),
            published: clause::distinct(published),
            undated,
            scope: if article { Scope::Article } else { Scope::Passage },
            ..Query::default()
        };
        for ((field, value), excluded) in clause::distinct(fields) {
            match (field, field.kind()) {
                (_, Some(kind)) => query.names.push(NameTerm { kind, name: value, excluded }),
                (Field::Publisher, _) => query.publishers.push(ValueTerm { value, excluded }),
                (Field::Author, _) => query.authors.push(ValueTerm { value, excluded }),
                (field, _) => query.fields.push(FieldTerm { field, value, excluded }),
            }
        }
        query
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_printed_query_parses_to_itself(query in any_query()) {
        prop_assert_eq!(Query::parse(&query.to_string()), query);
    }

    #[test]
    fn any_text_is_a_query_that_comes_back(text in "\\PC*") {
        let query = Query::parse(&text);
        prop_assert_eq!(Query::parse(&query.to_string()), query);
    }

    #[test]
    fn text_made_of_the_language_s_own_signs_comes_back(
        text in "([a-c]|\"|”|\\\\|:|-|\\*|~|~2| | OR |AND|NOT |\\(|\\)|person:|title:|quote:|status:said|after:2025|in:2026|in:2024..|published:2026|undated:|yes|scope:article|-){0,16}",
        typing in any::<bool>(),
    ) {
        let (query, hints) = if typing { Query::parse_typing(&text) } else { Query::parse_with_hints(&text) };
        prop_assert!(hints.iter().all(|h| !h.span.is_empty() && !h.span.of(&text).is_empty()));
        prop_assert!(hints.windows(2).all(|two| two[0].span.start <= two[1].span.start));
        prop_assert_eq!(Query::parse(&query.to_string()), query.clone());
        for part in query.parts() {
            let rest = query.without(&part);
            prop_assert_ne!(&rest, &query);
            prop_assert_eq!(Query::parse(&rest.to_string()), rest);
        }
    }
}
