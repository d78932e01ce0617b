//! Quotations without a plain verb of saying beside them: by nouns, colons, deeds, paragraphs and capitalised words.
//!
//! **Invariant:** each function's name is a claim; a line is a case.
//! Start at [`super::check`], which explains how a quotation is shown.

use super::check;

#[test]
fn a_noun_with_an_owner_is_a_saying() {
    check(
        "The paper looked at Steve Witkoff’s claim that the harbour held “hundreds of ships”.",
        "Steve Witkoff: “hundreds of ships”",
    );
    check(
        "Steve Witkoff drew fire over his warning that the ships would be “the last to leave”.",
        "his=Steve Witkoff: “the last to leave”",
    );
    check("“It is a failure,” in Anna Berg’s view.", "Anna Berg: “It is a failure,”");
    check(
        "Steve Witkoff called Anna Berg’s remarks “a gift to the other side”.",
        "Steve Witkoff: “a gift to the other side”",
    );
}

#[test]
fn a_colon_follows_who_speaks() {
    check("More from Anna Berg: “The ships are late again.”", "Anna Berg: “The ships are late again.”");
    check("Added Anna Berg: “The ships are late again.”", "Anna Berg: “The ships are late again.”");
    check(
        "When the mill closed, Anna Berg went even further: “It will never open again.”",
        "Anna Berg: “It will never open again.”",
    );
    check(
        "Anna Berg released a statement:\n“The ships are late again.”",
        "Anna Berg: “The ships are late again.”",
    );
}

#[test]
fn any_verb_speaks_behind_the_comma_of_a_whole_quotation() {
    check("“The ships are late,” Anna Berg thundered on.", "Anna Berg: “The ships are late,”");
    check("“The ships are late,” Anna Berg shot back.", "Anna Berg: “The ships are late,”");
}

#[test]
fn what_somebody_vows_to_do_is_quoted() {
    check("Anna Berg vowed to “fight for every ship”.", "Anna Berg: “fight for every ship”");
    check(
        "Anna Berg met them in May and told them that she’d “never give up”.",
        "Anna Berg ~ she’d “never give up” | Anna Berg: “never give up”",
    );
}

#[test]
fn a_paragraph_of_its_own_goes_on_from_what_was_told() {
    check(
        "Anna Berg praised the crews at the harbour.\n“They worked day and night for us.”",
        "Anna Berg: “They worked day and night for us.”",
    );
    check(
        "Anna Berg said the crews had done well. “They worked day and night for us.”",
        "Anna Berg ~ the crews had done well | Anna Berg: “They worked day and night for us.”",
    );
    check(
        "The harbour was full.\n“They worked day and night for us.”",
        "-: “They worked day and night for us.”",
    );
}

#[test]
fn whether_somebody_thinks_so_is_not_that_ones_word() {
    check("Asked if he thought the ship was lost, Steve Witkoff left.", "");
}

#[test]
fn a_participle_has_the_subject_of_its_clause() {
    check(
        "Anna Berg cheered with supporters, declaring it “a day to remember for all”.",
        "Anna Berg: “a day to remember for all”",
    );
    check(
        "After saying the ship was “as good as lost”, Anna Berg left the room.",
        "Anna Berg ~ the ship was “as good as lost” | Anna Berg: “as good as lost”",
    );
    check(
        "He was asked in an interview with the BBC, saying that “it is over for us”.",
        "?He: “it is over for us”",
    );
}

#[test]
fn marks_of_two_kinds_and_years_without_their_century_are_told_apart() {
    check("\"It is late,” Anna Berg said.", "Anna Berg: \"It is late,”");
    check("In ‘08 the ships were late. “It is ‘over’,” Anna Berg said.", "Anna Berg: “It is ‘over’,”");
}

#[test]
fn a_passive_names_its_speaker_behind_by() {
    check(
        "The new bridge was praised by Anna Berg as “the best in the world”.",
        "Anna Berg: “the best in the world”",
    );
}
