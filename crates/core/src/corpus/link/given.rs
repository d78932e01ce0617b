//! Given names that have a short form of their own: Joe is Joseph.
//!
//! General knowledge of English usage. **Invariant:** a short form is here only if it is short for one name; "Alex",
//! "Pat" and "Chris" are not. Folded, sorted. Start at [`in_full`].

/// The full form of `given`, folded, also of one that is full itself; `None` for names without a known short form.
pub(super) fn in_full(given: &str) -> Option<&'static str> {
    let at = SHORT.binary_search_by(|(short, _)| (*short).cmp(given));
    match at {
        Ok(at) => SHORT.get(at).map(|(_, full)| *full),
        Err(_) => SHORT.iter().map(|(_, full)| *full).find(|full| *full == given),
    }
}

/// Short form, full form, as keys write them: y as i, doubled letters once.
#[rustfmt::skip]
const SHORT: &[(&str, &str)] = &[
    ("abe", "abraham"), ("andi", "andrew"), ("ben", "benjamin"), ("berne", "bernard"), ("bil", "wiliam"),
    ("bob", "robert"), ("bobi", "robert"), ("chuck", "charles"), ("dan", "danel"), ("dani", "danel"),
    ("dave", "david"), ("dick", "richard"), ("doug", "douglas"), ("fred", "frederick"), ("greg", "gregori"),
    ("jef", "jefrei"), ("jim", "james"), ("jimi", "james"), ("joe", "joseph"), ("ken", "keneth"),
    ("lari", "lawrence"), ("mat", "mathew"), ("mike", "michael"), ("mitch", "mitchel"), ("nick", "nicholas"),
    ("pete", "peter"), ("phil", "philip"), ("rick", "richard"), ("rob", "robert"), ("ron", "ronald"),
    ("stan", "stanlei"), ("steve", "steven"), ("sue", "susan"), ("tim", "timothi"), ("tom", "thomas"),
    ("toni", "anthoni"), ("vince", "vincent"),
];

#[cfg(test)]
mod tests {
    use super::super::key::transliterated;
    use super::*;

    #[test]
    fn the_table_is_sorted_and_written_as_keys_are() {
        assert!(SHORT.windows(2).all(|w| w[0].0 < w[1].0));
        assert!(
            SHORT
                .iter()
                .all(|(short, full)| transliterated(short) == *short && transliterated(full) == *full)
        );
    }

    #[test]
    fn a_short_form_and_its_full_form_are_one_and_others_are_not() {
        let full = |given: &str| in_full(&transliterated(given));
        for (a, b) in [("joe", "joseph"), ("bill", "william"), ("mike", "michael")] {
            assert_eq!(full(a), full(b), "{a} {b}");
        }
        assert_ne!(full("joe"), full("jim"));
        assert_eq!(full("alex"), None);
    }
}
