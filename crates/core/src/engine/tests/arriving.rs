//! A pack that comes in pieces: the same as at once, and numbers before the articles.

use super::*;

/// The story as the bytes of a pack.
fn packed() -> Vec<u8> {
    explore::write(&corpus())
}

/// What comes of `bytes` in pieces of `size`: the stages that were reached, and the engine, or what is wrong.
fn arrive(bytes: &[u8], size: usize) -> (Vec<Stage>, Result<Arrival, PackError>) {
    let (mut arrival, mut stages) = (Arrival::default(), vec![Stage::Begun]);
    for piece in bytes.chunks(size) {
        match arrival.add(piece) {
            Ok(stage) if stages.last() != Some(&stage) => stages.push(stage),
            Ok(_) => {}
            Err(error) => return (stages, Err(error)),
        }
    }
    let whole = arrival.engine().is_some_and(Engine::is_whole);
    let arrived = if whole { Ok(arrival) } else { Err(arrival.cut_short()) };
    (stages, arrived)
}

#[test]
fn a_pack_in_pieces_of_any_size_is_the_pack_as_a_whole() {
    let (packed, ask) = (packed(), ask("talks", Unit::Events));
    let expected = Engine::open(packed.clone()).unwrap().ask(&ask);
    for size in [1, 7, 31, 64, 1000, packed.len()] {
        let (stages, arrival) = arrive(&packed, size);
        assert_eq!(arrival.unwrap().engine().unwrap().ask(&ask), expected, "pieces of {size}");
        let all = [Stage::Begun, Stage::Head, Stage::Whole];
        let once = [Stage::Begun, Stage::Whole];
        assert!(stages == all || (stages == once && size > 64), "pieces of {size}: {stages:?}");
    }
}

#[test]
fn a_pack_in_pieces_is_refused_as_it_would_be_as_a_whole() {
    let (packed, ask) = (packed(), ask("talks", Unit::Events));
    for at in 0..packed.len() {
        let mut damaged = packed.clone();
        damaged[at] ^= 0x81;
        let (_, arrived) = arrive(&damaged, 100);
        match (Engine::open(damaged), arrived) {
            (Ok(whole), Ok(arrival)) => {
                assert_eq!(arrival.engine().unwrap().ask(&ask), whole.ask(&ask), "byte {at}");
            }
            (whole, arrived) => {
                let refused = whole.err().zip(arrived.err());
                let (whole, arrived) = refused.unwrap_or_else(|| panic!("byte {at} is refused once"));
                assert!(arrived.to_string().contains("expected"), "byte {at}: {arrived}, {whole}");
            }
        }
    }
}

#[test]
fn a_pack_that_is_cut_short_anywhere_says_how_much_was_expected() {
    let packed = packed();
    for length in 0..packed.len() {
        let (stages, arrived) = arrive(&packed[..length], 500);
        assert!(!stages.contains(&Stage::Whole), "{length} bytes");
        let error = arrived.err().unwrap_or_else(|| panic!("{length} bytes are no pack")).to_string();
        let said = error.contains("cut short") || (length < 8 && error.contains("begins with"));
        assert!(said && error.contains("found"), "{length} bytes: {error}");
    }
}

#[test]
fn numbers_come_before_the_articles_and_are_those_that_stay() {
    let mut text = "Talks in Geneva\n\n2026-03-14\n\n".to_owned();
    for n in 0..=MOST_MARKS {
        let said = format!("Anna Berg said on {} March 2025 that ship {n} had left Oslo.\n\n", n % 28 + 1);
        text.push_str(&said);
    }
    let document = read("a.txt", text.as_bytes());
    let annotations = annotate(&document);
    let packed =
        explore::write(&Corpus::build(vec![Article { document, annotations }], &Decisions::default()));
    let whole = Engine::open(packed.clone()).unwrap();
    let mut arrival = Arrival::default();
    let mut pieces = packed.chunks(512);
    while arrival.add(pieces.next().unwrap()).unwrap() < Stage::Head {}
    let early = |query| arrival.engine().unwrap().ask_early(&ask(query, Unit::Events));
    for query in ["", "ship", "person:\"Anna Berg\" oslo", "on:2025-03-07", "-ship", "zzz"] {
        let expected = whole.ask(&ask(query, Unit::Events));
        let without_rows = Answer { rows: Vec::new(), place: None, coming: true, ..expected };
        assert!(early(query) == Some(without_rows), "{query}");
    }
    // The order of words is read in the articles.
    assert!(early("\"had left\"").is_none());
    for piece in pieces {
        arrival.add(piece).unwrap();
    }
    let expected = whole.ask(&ask("\"had left\"", Unit::Events));
    assert!(expected.matched > 0 && !expected.rows.is_empty());
    let now = arrival.engine().unwrap().ask_early(&ask("\"had left\"", Unit::Events));
    assert!(now == Some(expected), "once they are there they are read");
}
