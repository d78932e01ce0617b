//! Names as tables: a text, and the names in it.
//!
//! **Invariant:** each function's name is a claim; a line is a case.
//! Start at [`check`].

use std::fmt::Write as _;

use super::fixture::document;
use super::*;

/// Checks the names of `text`, given as `name=p|l|o` for person, place (location), organization.
#[track_caller]
fn check(text: &str, expected: &str) {
    let document = document(text);
    let mut found = String::new();
    for mention in find(&document, &[]) {
        let kind = match mention.kind {
            NameKind::Person => 'p',
            NameKind::Place => 'l',
            NameKind::Organization => 'o',
            NameKind::Other => 'x',
        };
        let separator = if found.is_empty() { "" } else { "; " };
        let _ = write!(found, "{separator}{}={kind}", mention.span.of(&document.text));
    }
    assert_eq!(found, expected, "{text}");
}

#[test]
fn titles_are_no_part_of_a_name_but_decide_its_kind() {
    check("Yesterday US President Donald Trump spoke.", "US=l; Donald Trump=p");
    check("Kremlin spokesman Dmitry Peskov said so.", "Kremlin=o; Dmitry Peskov=p");
    check("White House Press Secretary Carolyn Leavitt agreed.", "White House=o; Carolyn Leavitt=p");
    check("Russian Foreign Minister Sergey Lavrov left.", "Sergey Lavrov=p");
    check("It was US special envoy Steve Witkoff.", "US=l; Steve Witkoff=p");
    check("It was Mr Qwxyz again.", "Qwxyz=p");
    check("Then Sen. Lindsey Graham spoke.", "Lindsey Graham=p");
    check("Former U.S. President Joe Biden came.", "U.S.=l; Joe Biden=p");
    check("Prime Minister Rishi Sunak came.", "Rishi Sunak=p");
    check("The mayor Anqwe Belopo left.", "Anqwe Belopo=p");
}

#[test]
fn possessives_end_a_name() {
    check("He met Russia’s Ministry of Defence.", "Russia=l; Ministry of Defence=o");
    check("Then Ukraine's president spoke.", "Ukraine=l");
    check(
        "Then Trump’s envoy, Steve Witkoff, and Donald Trump met.",
        "Trump=p; Steve Witkoff=p; Donald Trump=p",
    );
}

#[test]
fn the_full_form_decides_the_short_ones() {
    check("Steve Witkoff came. Witkoff left.", "Steve Witkoff=p; Witkoff=p");
    check("Boris Qwandor came. “Boris, stop!” he said.", "Boris Qwandor=p; Boris=p");
    check("Witkoff left. It was Steve Witkoff.", "Witkoff=p; Steve Witkoff=p");
}

#[test]
fn the_capital_that_opens_a_sentence_is_no_evidence() {
    check("Negotiators will return. Talks went on.", "");
    check("However, Kyiv argues. Despite this, Moscow waits.", "Kyiv=l; Moscow=l");
    check("Reporters asked. “Everybody knows,” he said.", "");
    check("Time is short. House prices rose.", "");
}

#[test]
fn peoples_days_and_months_are_no_names() {
    check("On Friday the Ukrainian army and Russians met Americans in January.", "");
    check("The European and Russian-American talks went on.", "");
    check("It was Monday, February 1, at Christmas.", "");
}

#[test]
fn everyday_words_in_capitals_are_no_names() {
    check("We will see the END to this war, and STOP it IMMEDIATELY.", "");
    check("TWO days of talks ended.", "");
    check("We will bring Peace and a Deal to all.", "");
    check("Then I’m sure it’s X that I use.", "");
}

#[test]
fn places_are_known_in_every_spelling() {
    check("From Kyiv and Kiev to Kharkov and Odesa.", "Kyiv=l; Kiev=l; Kharkov=l; Odesa=l");
    check("In the UAE, the U.K. and the United States.", "UAE=l; U.K.=l; United States=l");
    check("The United States and The United Nations agreed.", "United States=l; United Nations=o");
    check("They met in Abu Dhabi, United Arab Emirates.", "Abu Dhabi=l; United Arab Emirates=l");
    check("Ships in the Black Sea and the Strait of Hormuz.", "Black Sea=l; Strait of Hormuz=l");
    check("They flew from Washington, D.C. to Geneva.", "Washington, D.C.=l; Geneva=l");
}

#[test]
fn places_show_by_their_neighbours() {
    check("A soldier near Druzhkivka, Donetsk region", "Druzhkivka=l; Donetsk=l");
    check("They left the town of Qwertov last week.", "Qwertov=l");
    check("Fire in the Zxcvin region went on.", "Zxcvin=l");
    check("They crossed the Qwerty River.", "Qwerty River=l");
    check("Fighting in Blavotsk went on.", "Blavotsk=l");
}

#[test]
fn hyphens_join_names_but_not_two_countries() {
    check("The Russia-Ukraine war and the US-mediated talks.", "Russia=l; Ukraine=l; US=l");
    check("It was Jean-Pierre Blanc.", "Jean-Pierre Blanc=p");
    check("They saw Bashar al-Assad.", "Bashar al-Assad=p");
    check("The anti-Trump camp of Donald Trump.", "Trump=p; Donald Trump=p");
}

#[test]
fn particles_stand_inside_names() {
    check("It was Ursula von der Leyen.", "Ursula von der Leyen=p");
    check("It was Mohammed bin Salman.", "Mohammed bin Salman=p");
    check("It was George W. Bush.", "George W. Bush=p");
    check("It was Robert De Niro.", "Robert De Niro=p");
}

#[test]
fn organizations_show_by_their_head() {
    check("The Ministry of Foreign Affairs agreed.", "Ministry of Foreign Affairs=o");
    check("Then the Qwerty Bank failed.", "Qwerty Bank=o");
    check("It was the University of Leeds.", "University of Leeds=o");
    check("They asked the Ukrainian Air Force.", "Ukrainian Air Force=o");
    check("Then the Justice Department acted.", "Justice Department=o");
    check("Then Kansai Electric Power Co. agreed.", "Kansai Electric Power Co=o");
    check(
        "It asked the Protection Agency (EPA), Forestry Commission and Minerals Board.",
        "Protection Agency=o; EPA=o; Forestry Commission=o; Minerals Board=o",
    );
    check("“No,” said Odhikar.", "Odhikar=p");
    check("Then the UN Security Council met.", "UN Security Council=o");
    check("It was the Department of Homeland Security.", "Department of Homeland Security=o");
}

#[test]
fn a_noun_for_bodies_before_a_name_makes_it_one() {
    check("Shipping company Norlund said so.", "Norlund=o");
    check("The energy group Vantor said so. Then Vantor left.", "Vantor=o; Vantor=o");
    check("Dutch bank Qvendo reported a loss.", "Qvendo=o");
    check("The railway union Transal said no.", "Transal=o");
    check("Then it bought its rival Norska again. Norska shares rose.", "Norska=o; Norska=o");
    check("It was founded by the company John Smith left.", "John Smith=p");
}

#[test]
fn a_description_after_a_name_says_what_it_is() {
    check("They asked Norlund, a shipping company, and left.", "Norlund=o");
    check("They asked Qwandor, a retired teacher, and left.", "Qwandor=p");
    check("They asked Qwandor, the head of a bank, and left.", "Qwandor=p");
}

#[test]
fn a_name_with_an_article_is_nobody_without_more() {
    check("They died at al-Shifa hospital on the way.", "al-Shifa=l");
    check("The army shelled el-Fasher again.", "el-Fasher=l");
    check("They left al-Fasher and moved to El Obeid.", "El Obeid=l");
    check("It was President Bashar al-Assad. Then al-Assad left.", "Bashar al-Assad=p; al-Assad=p");
    check("Fighting in el-Fasher went on. They left el-Fasher.", "el-Fasher=l; el-Fasher=l");
}

#[test]
fn acronyms_and_outlets_are_organizations() {
    check("Then NATO and the IMF met.", "NATO=o; IMF=o");
    check("He told the BBC and Reuters.", "BBC=o; Reuters=o");
    check("The union, UNPO, agreed.", "UNPO=o");
    check("He wrote on Truth Social and Telegram, then on X.", "Truth Social=o; Telegram=o; X=o");
    check("In an interview with Time he agreed.", "Time=o");
}

#[test]
fn a_letter_is_a_network_where_people_post() {
    check("It was over, she wrote in a post on X.", "X=o");
    check("The firm X, formerly Twitter, sued.", "X=o; Twitter=o");
    check("They met on X day at the X axis.", "");
    check("She posted a picture of Malcolm X there.", "Malcolm X=p");
    check("He wrote it with the X-ray of a hand.", "");
}

#[test]
fn works_are_named_after_their_place() {
    check("They held the Zaporizhzhia nuclear power plant.", "Zaporizhzhia nuclear power plant=l");
    check("They held the Zaporizhzhia region.", "Zaporizhzhia=l");
    check("All Ukraine nuclear power plants stopped, and the France nuclear plant.", "Ukraine=l; France=l");
}

#[test]
fn what_a_company_makes_is_not_the_company() {
    check("It flew a Boeing 747-400 and the Airbus A380 again.", "Boeing 747-400=x; Airbus A380=x");
    check("Then Boeing’s 787 came. The 787 flew.", "Boeing=o; 787=x; 787=x");
    check("They sold the Toyota Prius and the iPhone 4S.", "Toyota Prius=x; iPhone 4S=x");
    check("Then Apple’s iTunes Music Store opened.", "Apple=o; iTunes Music Store=x");
    check("They sold the iPod nano, and the Mac OS X Lion came.", "iPod nano=x; Mac OS X Lion=x");
    check(
        "The Dow Jones Industrial Average and the FTSE 100 rose.",
        "Dow Jones Industrial Average=x; FTSE 100=x",
    );
    check("It was a Saab. It was a Saab dealer.", "Saab=x; Saab=o");
}

#[test]
fn numbers_beside_a_company_are_no_models() {
    check("Then Boeing 300 workers lost, and Boeing 747 million.", "Boeing=o; Boeing=o");
    check("It had sold Boeing 787 jets. It has 787 people.", "Boeing 787=x");
    check("Then Toyota Europe and Ford Motor met in 2008.", "Toyota Europe=o; Ford Motor=o");
    check("In Ford County he sold Boeing 2008 bonds.", "Ford County=l; Boeing=o");
}

#[test]
fn a_company_may_be_written_as_a_product_is() {
    check("Then he sold iRobot and an iQwerty.", "iRobot=o; iQwerty=x");
    check("It was the company iQwerty.", "");
    check("In 2009 they met at Ford Qwerton.", "Ford Qwerton=o");
}

#[test]
fn a_company_that_begins_as_a_person_does_is_no_reason() {
    check("It was Lehman Brothers. Lehman lost.", "Lehman Brothers=o; Lehman=o");
    check("Philip Morris sold. “Philip, stop!” he said.", "Philip Morris=o; Philip=p");
}

#[test]
fn who_flies_a_model_did_not_make_it() {
    check("It was the Airbus A380. Then a Lufthansa A380 landed.", "Airbus A380=x; Lufthansa=o; A380=x");
}

#[test]
fn a_name_that_ends_as_a_product_does_is_left_whole() {
    check("Then Freddie Mac lost more, and he has a Mac.", "Freddie Mac=o; Mac=x");
    check("Then singer Bernie Mac left.", "Bernie Mac=p");
    check("Microsoft Office sold. Then the Home Office said so.", "Microsoft Office=x; Home Office=o");
    check("They sold the Apple Watch. Human Rights Watch said so.", "Apple Watch=x; Human Rights Watch=o");
    check("It sold the Ford Focus. Focus on it.", "Ford Focus=x");
}

#[test]
fn a_capital_and_digits_are_a_model_only_after_its_maker_or_before_a_craft() {
    check("Airbus sold A320 jets and KC-767 tankers.", "Airbus=o; A320=x; KC-767=x");
    check("Airbus showed the A380, a large aircraft. The A380 flew.", "Airbus=o; A380=x; A380=x");
    check("Then Boeing sold six A320s and the tanker KC-767.", "Boeing=o; A320s=x; KC-767=x");
    check("Airbus said the M25 was closed, and K-12 schools.", "Airbus=o");
    check("They bought the Boeing KC-767. The KC-767 flew.", "Boeing KC-767=x; KC-767=x");
}

#[test]
fn a_word_that_only_names_a_body_is_it_wherever_it_stands() {
    check("Then Lufthansa and Qwerfirm Corp met. Qwerfirm left.", "Lufthansa=o; Qwerfirm Corp=o; Qwerfirm=o");
    check("Then the Ryanair CEO left.", "Ryanair=o");
}

#[test]
fn governments_by_their_seat_are_what_the_words_say() {
    check("The Kremlin and the White House talked.", "Kremlin=o; White House=o");
    check("Moscow has long demanded it of Washington.", "Moscow=l; Washington=l");
}

#[test]
fn headline_capitals_name_only_whom_the_rest_knows() {
    check("# Missile Strikes Residential Building in Kyiv", "Kyiv=l");
    check(
        "# Trump to Meet Putin Next Week in Push for Ceasefire\nDonald Trump met Vladimir Putin.",
        "Trump=p; Putin=p; Donald Trump=p; Vladimir Putin=p",
    );
    check("# New Dawn Breaks Over Quiet River Banks", "");
}

#[test]
fn names_do_not_overlap_the_times() {
    let document = document("They met on Qwerday in Kyiv.");
    let mut time = vec![Time {
        span: crate::span::Span::new(12, 19),
        kind: crate::annotate::TimeKind::Date,
        value: String::new(),
        when: None,
        unresolved: None,
        evidence: Evidence::rule("capitalised", 1),
    }];
    assert!(find(&document, &time).iter().all(|m| m.span.of(&document.text) == "Kyiv"));
    time.clear();
    assert!(!find(&document, &time).is_empty());
}

proptest::proptest! {
    #[test]
    fn spans_fit_any_text(text in "[A-Za-z“”‘’'\"., \n\\-é]{0,200}") {
        let document = document(&text);
        let mut end = 0;
        for mention in find(&document, &[]) {
            proptest::prop_assert!(!mention.span.of(&document.text).is_empty());
            proptest::prop_assert!(mention.span.start >= end);
            end = mention.span.end;
        }
    }
}
