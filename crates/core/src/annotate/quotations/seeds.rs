//! Who says what in the seeds, and quotations in any text at all.
//!
//! **Invariant:** refreshed by `UPDATE_EXPECT=1` and read in review: a wrong speaker here is a wrong speaker.
//! Start at [`ledger`].

use std::fmt::Write as _;

use super::tests::speaker;
use super::*;
use crate::annotate::names;
use crate::annotate::names::fixture::{document, seed};

const SEEDS: [&str; 5] = [
    include_str!("../../../../../seeds/000_f4d7d6a1751faa29.txt"),
    include_str!("../../../../../seeds/001_bf9ddea0df826b44.txt"),
    include_str!("../../../../../seeds/002_9fdb488ab7623215.txt"),
    include_str!("../../../../../seeds/003_3acc11cd6c52c232.txt"),
    include_str!("../../../../../seeds/004_65f930d9f114bd18.txt"),
];

/// One line a quotation: direct or reported, speaker, cue, first words.
fn ledger(text: &str) -> String {
    let document = seed(text);
    let mentions = names::find(&document, &[]);
    let mut shown = String::new();
    for q in find(&document, &mentions) {
        assert!(crate::evidence::because(&q.evidence.rule).is_some(), "{}", q.evidence.rule);
        let words: Vec<_> = q.span.of(&document.text).split_whitespace().take(6).collect();
        let cue = q.cue.map_or("", |cue| cue.of(&document.text));
        let sign = if q.direct { '"' } else { '~' };
        let _ = writeln!(shown, "{sign} {} | {cue} | {}", speaker(&document, &mentions, &q), words.join(" "));
    }
    shown
}

#[test]
fn the_first_seed_says_this() {
    expect_test::expect![[r#"
        ~ Ukrainian President Volodymyr Zelenskyy | said | The United States has given Ukraine
        " Zelenskyy | told | “The Americans are proposing the parties
        ~ He=Zelenskyy | added | President Donald Trump’s administration has insisted
        ~ #Ukraine | confirmed | it will attend
        ~ Trump | boasted | he would end the war in
        ~ #The Kremlin | demanded | Ukraine withdraw from the heavily industrialised
        ~ ?officials from Ukraine | confirming | the exchange had taken place on
        ~ Zelenskyy | added | prisoner-of-war swaps will continue with Russia
        ~ US special envoy Steve Witkoff | said | while “significant work remains” in peace
        " US special envoy Steve Witkoff | said | “significant work remains”
        " US special envoy Steve Witkoff | said | “sustained diplomatic engagement is delivering tangible
        ~ #Kyiv | argues | Russia is continuing to prioritise war
        ~ Zelenskyy | said | Russia launched “more than 400 drones
        " Zelenskyy | said | “more than 400 drones and around
        ~ He=Zelenskyy | said | Russia could choose real diplomacy every
        " he=Zelenskyy | wrote | “It is crucial that everyone who
        " he=Zelenskyy | wrote | “Moscow must be deprived of the
        ~ Russia’s negotiator Kirill Dmitriev | told | negotiations were moving forward in a
        " Russia’s negotiator Kirill Dmitriev | told | “good, positive direction”
        ~ ?Ukrainian officials | said | Russia had struck energy infrastructure 217
        ~ Ukraine’s energy minister, Denys Shmyhal | said | 200 emergency crews were working to
        ~ Trump | said | Putin had agreed to halt strikes
        ~ The Ukrainian Air Force spokesperson Yurii Ihnat | said | only 38 missiles were shot down,
        ~ #Russia | claimed | it was targeting drone storage sites,
    "#]]
    .assert_eq(&ledger(SEEDS[0]));
}

#[test]
fn the_second_seed_says_this() {
    expect_test::expect![[r#"
        ~ #Kremlin | says | Trump asked Putin not to hit
        ~ #Kremlin | says | Trump asked Putin not to hit
        ~ #The Kremlin | said | Russian President Vladimir Putin had received
        ~ Kremlin spokesman Dmitry Peskov | According to | Trump "did indeed make a personal
        " Kremlin spokesman Dmitry Peskov | According to | "did indeed make a personal request
        ~ US President Donald Trump | said | he had asked Putin to refrain
        " Trump | said | "I personally asked President Putin not
        " Trump | said | "extraordinary cold."
        ~ Ukrainian President Volodymyr Zelenskyy | said | it will reciprocate if Russia forgoes
        ~ Zelenskyy | said | the date or location could change
        ~ Zelenskyy | says | Ukraine is ready for limited ceasefire
        ~ President Volodymyr Zelenskyy | said | Ukraine would stop attacking Russian targets
        " he=Volodymyr Zelenskyy | told | "If Russia doesn't fire on our
        ~ he=Volodymyr Zelenskyy | added | no such assurances had been received
        ~ Zelenskyy | said | the proposal for a limited ceasefire
        ~ He=Zelenskyy | added | there had been no direct contact
        ~ Kremlin spokesman Dmitry Peskov | confirmed | US President Donald Trump had made
        ~ Zelenskyy | said | the teams negotiating an end to
        " he=Zelenskyy | told | "So far, we have been unable
        ~ #Moscow | demanded | Ukraine cede Donetsk — over two
        ~ Zelenskyy | said | further talks between Russian and Ukrainian
        ~ he=Zelenskyy | added | the date and venue could still
    "#]]
    .assert_eq(&ledger(SEEDS[1]));
}

#[test]
fn the_third_seed_says_this() {
    expect_test::expect![[r#"
        ~ Former U.S. President Donald Trump | says | he plans to meet Russian President
        ~ #Reuters | According to | Trump has indicated that the meeting
        ~ He=Trump | telling | he may meet Putin directly in
        ~ Trump | saying | there had been “progress” in the
        " Trump | saying | “progress”
        " #The Kremlin | called | “positive and constructive”
        ~ #Reuters | According to | Trump favors a possible trilateral meeting
        " Trump | said | “The talks are very likely to
        ~ White House Press Secretary Carolyn Leavitt | confirmed | the Russian side had requested a
        " Leavitt | told | “They’ve proposed a face-to-face meeting. Our
        ~ ?some international news outlets | report | if a meeting with Putin is
    "#]]
    .assert_eq(&ledger(SEEDS[2]));
}

#[test]
fn the_fourth_seed_says_this() {
    expect_test::expect![[r#"
        " Zelensky | welcomes | ‘constructive’
        ~ Ukrainian President Volodymyr Zelensky | said | TWO days of talks involving representatives
        " Ukrainian President Volodymyr Zelensky | said | “constructive”
        " Ukrainian President Volodymyr Zelensky | said | “possible parameters”
        ~ ?a US official | according to | Negotiators will return to the United
        " President Zelensky | wrote | “All parties agreed to report to
        ~ ?the official | said | The meetings covered a broad range
        ~ President Zelensky | said | there was “an understanding of the
        " President Zelensky | said | “an understanding of the need for
        ~ President Zelensky | According to | Russia sent military intelligence and army
        ~ President Zelensky | said | a potential peace deal was “nearly
        " President Zelensky | said | “nearly ready,”
        ~ the city’s military administration head Tymur Tkachenko | according to | The second day of talks came
        ~ Kharkiv regional head Oleh Syniehubov | said | In Ukraine’s second-largest city, Kharkiv, drone
    "#]].assert_eq(&ledger(SEEDS[3]));
}

#[test]
fn the_fifth_seed_says_this() {
    expect_test::expect![[r#"
        " Trump | calls | 'at very high levels'
        ~ he=Trump | said | Crimea “will stay with Russia,”
        " he=Trump | said | “will stay with Russia,”
        ~ ?the mayor of Kyiv | conceded | his country may have to give
        " Trump | wrote | “A good day in talks and
        " Trump | wrote | “We will be wherever is necessary
        " Yuri Ushakov | called | “productive.”
        " Ushakov | said | “This conversation allowed to bring positions
        " he=Ushakov | added | “I would like to note that
        ~ Putin | told | he was open to resuming ceasefire
        ~ Ukrainian President Volodymyr Zelenskyy | said | Ukraine “was ready for any conversation”
        " Ukrainian President Volodymyr Zelenskyy | said | “was ready for any conversation”
        " he=Trump | saying | “Crimea will stay with Russia,”
        " Trump | said | “Zelenskyy understands that,”
        " Trump | said | “Everybody understands that it’s been with
        ~ former boxing champion Vitali Klitschko | conceded | his country may have to give
        " Klitschko | told | “one of the scenarios is to
        " he=Klitschko | added | “It’s not fair,”
        " he=Klitschko | added | “but for the peace, temporary peace,
        ~ Serhiy Leshchenko | told | the comments on ceding territory earlier
        " Serhiy Leshchenko | told | “counterproductive.”
        ~ Zelenskyy | said | it was “clear” at least one
        " Zelenskyy | said | “clear”
        " Zelenskyy | said | “a ballistic missile from North Korea.”
        ~ Zelenskyy | said | while Ukraine had agreed to the
        " Zelenskyy | said | “Russia rejects all of this. That
        " Trump | insisted | “you don’t know what pressure I’m
        ~ Russian Foreign Minister Sergey Lavrov | said | the Kremlin was “ready to reach
        " Russian Foreign Minister Sergey Lavrov | said | “ready to reach a deal”
        " Russian Foreign Minister Sergey Lavrov | said | “fine-tuned.”
        ~ Trump | conceded | his campaign promise to end the
        " Trump | conceded | “in jest,”
        " Trump | said | “If somebody else is president, no
        ~ ?regional analysts | according to | Russia is hesitant to give up
        ~ Zelenskyy | saying | there was “nothing to talk about”
        " Zelenskyy | saying | “nothing to talk about”
        " he=Zelenskyy | said | “It is our land, the land
        " Trump | accused | “inflammatory statements”
        ~ #the Ukrainian air force | said | The Kremlin launched more than 100
        ~ ?officials | according to | As rescuers had only just finished
        " Trump | telling | “I didn’t like last night. I
        " Trump | telling | “Vladimir, STOP!”
        ~ Trump | said | Ukraine hadn’t yet signed an agreement
        " Trump | wrote | “It is at least three weeks
        " Trump | wrote | “Hopefully, it will be signed IMMEDIATELY.
    "#]]
    .assert_eq(&ledger(SEEDS[4]));
}

proptest::proptest! {
    #[test]
    fn spans_lie_inside_one_block_of_any_text(
        words in proptest::collection::vec("said|that|according to|,|\\.|“|”|\"|'|‘|’|he|Trump|the US|officials|\n|who|’s|:|é|\\(|\\)|with|saying|— ", 0..60)
    ) {
        let text = words.join(" ");
        for text in [text.clone(), text.replace(' ', ""), text.replace(" ”", "”").replace("“ ", "“")] {
            let document = document(&text);
            let mentions = names::find(&document, &[]);
            for q in find(&document, &mentions) {
                let inside = |span: Span| document.blocks.iter().any(|b| b.span.contains(span));
                proptest::prop_assert!(inside(q.span) && !q.span.of(&text).is_empty());
                proptest::prop_assert!(q.cue.is_none_or(inside));
                if let Some(speaker) = q.speaker {
                    proptest::prop_assert!(inside(speaker.span) && !speaker.span.of(&text).is_empty());
                    proptest::prop_assert!(speaker.mention.is_none_or(|m| (m as usize) < mentions.len()));
                }
            }
        }
    }
}
