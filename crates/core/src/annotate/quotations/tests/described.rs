//! Speakers who are described, with what stands between them and their verb, and what is said after a phrase.
//!
//! **Invariant:** each function's name is a claim; a line is a case.
//! Start at [`super::check`], which explains how a quotation is shown.

use super::check;

#[test]
fn a_clause_or_remark_may_stand_between_a_described_speaker_and_the_verb() {
    check(
        "A shipping agent, who asked not to be named, said the ships were late.",
        "?A shipping agent ~ the ships were late",
    );
    check(
        "One resident, a retired teacher, told the paper that the water came at night.",
        "?One resident ~ the water came at night",
    );
    check(
        "A spokesman for the company, which runs the port, said the gates would open.",
        "?A spokesman for the company ~ the gates would open",
    );
    check(
        "A senior diplomat, speaking on condition of anonymity, said the deal was close.",
        "?A senior diplomat ~ the deal was close",
    );
    check(
        "Another witness, 34, said the ground shook for a minute.",
        "?Another witness ~ the ground shook for a minute",
    );
    check("A weaver who asked not to be named said the mill was shut.", "?A weaver ~ the mill was shut");
    check(
        "A woman whose house burned down said the fire brigade came late.",
        "?A woman ~ the fire brigade came late",
    );
    check(
        "Two people familiar with the matter, who asked not to be named, said the bank would close.",
        "?Two people ~ the bank would close",
    );
}

#[test]
fn a_phrase_may_stand_between_the_verb_and_what_is_said() {
    check(
        "The ministry said in a statement on Monday it would open the border.",
        "#The ministry ~ it would open the border",
    );
    check("Steve Witkoff said at a briefing that it would end.", "Steve Witkoff ~ it would end");
    check(
        "The ministry said in 2024 the wall had cost too much.",
        "#The ministry ~ the wall had cost too much",
    );
}

#[test]
fn a_number_that_is_nearly_told_opens_what_is_said() {
    check(
        "Officials said at least nine ships were waiting.",
        "?Officials ~ at least nine ships were waiting",
    );
    check(
        "Officials said about 40 people were still inside.",
        "?Officials ~ about 40 people were still inside",
    );
    check("He spoke at the harbour, officials said at a briefing.", "?officials ~ He spoke at the harbour");
}

#[test]
fn what_somebody_expects_is_that_ones_word() {
    check(
        "The Ukrainian weather agency forecasts temperatures as low as -30 degrees.",
        "#The Ukrainian weather agency ~ temperatures as low as -30 degrees",
    );
    check(
        "The central bank expects inflation to fall to 2 percent by 2027.",
        "#The central bank ~ inflation to fall to 2 percent by 2027",
    );
    check("Officials expect the road to reopen on Friday.", "?Officials ~ the road to reopen on Friday");
    check("The company expects to cut 300 jobs.", "#The company ~ to cut 300 jobs");
    check("The road is expected to reopen on Friday.", "");
    check("Government forecasts were wrong about the winter.", "");
}

#[test]
fn what_somebody_denies_having_done_is_a_saying() {
    check("Steve Witkoff denied meeting the envoy on Monday.", "Steve Witkoff ~ meeting the envoy on Monday");
    check("The ministry denied any role in the attack.", "#The ministry ~ any role in the attack");
}

#[test]
fn what_somebody_is_urged_or_told_to_do_is_the_speakers_word() {
    check(
        "The ministry urged governments to submit better plans by September.",
        "#The ministry ~ governments to submit better plans by September",
    );
    check(
        "Steve Witkoff called on Russia to stop, saying it was late.",
        "Steve Witkoff ~ Russia to stop | Steve Witkoff ~ it was late",
    );
    check(
        "The army ordered troops to leave the town by Monday.",
        "#The army ~ troops to leave the town by Monday",
    );
    check("The men were ordered to leave.", "");
    check("They asked not to be named in order to speak.", "");
}

#[test]
fn what_a_court_hears_is_said_there() {
    check(
        "The court heard that the mayor had taken the money on 3 May 2021.",
        "#The court ~ the mayor had taken the money on 3 May 2021",
    );
    check("The jury heard the men had met twice.", "#The jury ~ the men had met twice");
    check("Steve Witkoff heard that it was late.", "");
}

#[test]
fn who_stands_before_the_verb_with_a_remark_speaks() {
    check(
        "An Indian negotiator, who asked not to be named, said the text “respects many points.”",
        "?An Indian negotiator: “respects many points.”",
    );
    check("One rider, a nurse from the suburb, said she had walked.", "?One rider ~ she had walked");
}

#[test]
fn a_second_verb_after_and_has_the_subject_of_the_first() {
    check(
        "The chief executive, Steve Witkoff, called it “late” and said talks could resume on Wednesday.",
        "The chief executive, Steve Witkoff: “late” | The chief executive, Steve Witkoff ~ talks could resume on Wednesday",
    );
    check("The ministry confirmed the strike and said that it was over.", "#The ministry ~ it was over");
    check("Trump and Putin said the war was over.", "Putin ~ the war was over");
}

#[test]
fn a_description_may_go_on_before_the_name_and_a_guard_is_a_body() {
    check(
        "The council’s director of public health, Karen Bright, said it would go on.",
        "Karen Bright ~ it would go on",
    );
    check("Dozens were missing, the coast guard said.", "#the coast guard ~ Dozens were missing");
    check(
        "The ministry warned last month of further cuts to staff.",
        "#The ministry ~ further cuts to staff",
    );
}
