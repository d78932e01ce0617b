//! Quotations as tables: a text, and who says what in it.
//!
//! **Invariant:** each function's name is a claim; a line is a case.
//! Start at [`check`], which explains how a quotation is shown.

mod described;
mod orders;
mod repeats;
mod setting;
mod withheld;

use super::*;
use crate::annotate::VoiceClass;
use crate::annotate::names;
use crate::annotate::names::fixture::document;

/// Checks the quotations of `text`, shown as `Speaker: “direct”` and `Speaker ~ reported`, joined by ` | `; `#` marks
/// an office, `?` somebody unnamed, `he=Name` whom a pronoun stands for.
#[track_caller]
pub(super) fn check(text: &str, expected: &str) {
    let document = document(text);
    let mentions = names::find(&document, &[]);
    let shown: Vec<String> = find(&document, &[], &mentions)
        .iter()
        .filter(|q| matches!(q.speech, Speech::Direct | Speech::Reported))
        .map(|q| {
            let sign = if q.is_direct() { ":" } else { " ~" };
            format!("{}{sign} {}", speaker(&document, &mentions, q), q.span.of(&document.text))
        })
        .collect();
    assert_eq!(shown.join(" | "), expected, "{text}");
}

pub(super) fn speaker(document: &Document, mentions: &[Mention], quotation: &Quotation) -> String {
    let Some(speaker) = &quotation.speaker else { return "-".to_owned() };
    let class = match speaker.class {
        VoiceClass::Person => "",
        VoiceClass::Office => "#",
        VoiceClass::Unnamed => "?",
        VoiceClass::Outlet => "!",
    };
    let said = speaker.span.of(&document.text);
    let name = speaker.mention.map_or("", |m| mentions[m as usize].span.of(&document.text));
    if said.contains(name) { format!("{class}{said}") } else { format!("{class}{said}={name}") }
}

#[test]
fn a_speaker_stands_after_the_quotation_in_either_order() {
    check("“We are ready for talks,” Zelenskyy told reporters.", "Zelenskyy: “We are ready for talks,”");
    check("“We are ready for talks,” said Zelenskyy.", "Zelenskyy: “We are ready for talks,”");
    check(
        "“We are ready for talks,” Ukrainian President Volodymyr Zelenskyy has said.",
        "Ukrainian President Volodymyr Zelenskyy: “We are ready for talks,”",
    );
    check(
        "“We are ready for talks,” said Ukrainian President Volodymyr Zelenskyy, who was in Davos.",
        "Ukrainian President Volodymyr Zelenskyy: “We are ready for talks,”",
    );
    check(
        "“We are ready for talks,” said Yuri Ushakov, a foreign policy aide to Putin.",
        "Yuri Ushakov: “We are ready for talks,”",
    );
    check(
        "“We are ready for talks,” Kremlin spokesman Dmitry Peskov said on Monday.",
        "Kremlin spokesman Dmitry Peskov: “We are ready for talks,”",
    );
    check("“Are we ready for talks?” Trump asked.", "Trump: “Are we ready for talks?”");
    check(
        "“We are ready for talks!” Trump wrote in a Truth Social post.",
        "Trump: “We are ready for talks!”",
    );
    check(
        "\"We are ready for talks,\" Trump said, attributing his request to the \"extraordinary cold.\"",
        "Trump: \"We are ready for talks,\" | Trump: \"extraordinary cold.\"",
    );
    check(
        "“We are ready for talks,” Rep. Jane Hartley (D-Ohio) said.",
        "Rep. Jane Hartley: “We are ready for talks,”",
    );
    check(
        "“We are ready for talks,” according to Kremlin spokesman Dmitry Peskov.",
        "Kremlin spokesman Dmitry Peskov: “We are ready for talks,”",
    );
    check("“We are ready for talks.” — Steve Witkoff", "Steve Witkoff: “We are ready for talks.”");
}

#[test]
fn a_speaker_stands_before_the_quotation() {
    check("Trump said: “We are ready for talks.”", "Trump: “We are ready for talks.”");
    check("Trump said that “we are ready for talks.”", "Trump: “we are ready for talks.”");
    check(
        "Steve Witkoff, who led the team alongside Jared Kushner, Trump’s son-in-law, said the talks were “very good indeed.”",
        "Steve Witkoff ~ the talks were “very good indeed.” | Steve Witkoff: “very good indeed.”",
    );
    check(
        "Yuri Ushakov, a foreign policy aide to Putin, called the meeting “productive.”",
        "Yuri Ushakov: “productive.”",
    );
    check(
        "Serhiy Leshchenko, an adviser in the office, told the BBC that the comments were “counterproductive.”",
        "Serhiy Leshchenko ~ the comments were “counterproductive.” | Serhiy Leshchenko: “counterproductive.”",
    );
    check(
        "Donald Trump condemned the strikes, telling reporters in the Oval Office on Thursday that “I didn’t like last night.”",
        "Donald Trump: “I didn’t like last night.”",
    );
    check(
        "Donald Trump issued a rare rebuke of Putin, telling his Russian counterpart, “Vladimir, STOP!”",
        "Donald Trump: “Vladimir, STOP!”",
    );
    check(
        "Zelenskyy reiterated his stance Thursday, saying there was “nothing to talk about” at all.",
        "Zelenskyy ~ there was “nothing to talk about” at all | Zelenskyy: “nothing to talk about”",
    );
    check(
        "It drew an angry reaction from Trump, who on social media Wednesday accused Zelenskyy of making “inflammatory statements.”",
        "Trump: “inflammatory statements.”",
    );
    check(
        "Donald Trump, meanwhile, said the plan was “ready to go”.",
        "Donald Trump ~ the plan was “ready to go” | Donald Trump: “ready to go”",
    );
    check("In a statement, Ushakov said: “We will go on with it.”", "Ushakov: “We will go on with it.”");
    check(
        "The Kremlin called the talks “positive and constructive” but gave no details.",
        "#The Kremlin: “positive and constructive”",
    );
    check(
        "According to Kremlin spokesman Dmitry Peskov, Trump \"did indeed make a personal request to Putin.\"",
        "Kremlin spokesman Dmitry Peskov ~ Trump \"did indeed make a personal request to Putin.\" | Kremlin spokesman Dmitry Peskov: \"did indeed make a personal request to Putin.\"",
    );
    check(
        "“Crimea is ours,” Putin said. He said Crimea “will stay with Russia.”",
        "Putin: “Crimea is ours,” | He=Putin: “will stay with Russia.”",
    );
}

#[test]
fn one_attribution_covers_what_goes_on_from_it() {
    check(
        "“It is crucial,” Zelenskyy wrote in a post on X. “Moscow must be deprived of it.”",
        "Zelenskyy: “It is crucial,” | Zelenskyy: “Moscow must be deprived of it.”",
    );
    check(
        "“It’s not fair,” Klitschko added, “but for the peace, maybe it can be a solution.”",
        "Klitschko: “It’s not fair,” | Klitschko: “but for the peace, maybe it can be a solution.”",
    );
    check("“First we talk.” “Then we sign,” said Trump.", "Trump: “First we talk.” | Trump: “Then we sign,”");
    check(
        "Hartley continued:\n“The harbour was always going to be the hardest part.”",
        "Hartley: “The harbour was always going to be the hardest part.”",
    );
    check(
        "“We begin with this,” Trump said.\n“And we end with that other thing.”",
        "Trump: “We begin with this,” | Trump: “And we end with that other thing.”",
    );
    check(
        "“This paragraph does not close.\n“But this one does,” Trump said.",
        "Trump: “This paragraph does not close. | Trump: “But this one does,”",
    );
    check(
        "Two days of talks ended with “constructive” discussions on “possible parameters” for ending it, Zelensky said.",
        "Zelensky ~ Two days of talks ended with “constructive” discussions on “possible parameters” for ending it | Zelensky: “constructive” | Zelensky: “possible parameters”",
    );
}

#[test]
fn pronouns_stand_for_the_last_salient_person() {
    check(
        "Volodymyr Zelenskyy came to Kyiv. “We are ready for talks,” he said.",
        "he=Volodymyr Zelenskyy: “We are ready for talks,”",
    );
    check(
        "Yuri Ushakov met Steve Witkoff. “It went well today,” he added.",
        "he=Yuri Ushakov: “It went well today,”",
    );
    check(
        "Ursula von der Leyen met Donald Trump. “It went very well,” she said.",
        "she=Ursula von der Leyen: “It went very well,”",
    );
    check(
        "Donald Trump spoke to Vladimir Putin. He said that the war would end.",
        "He=Donald Trump ~ the war would end",
    );
    check("“We are all ready,” he said.", "?he: “We are all ready,”");
    check("They said the talks would go on.", "?They ~ the talks would go on");
}

#[test]
fn those_who_are_not_named_speak_too() {
    check(
        "“We are ready for talks,” a senior US official said.",
        "?a senior US official: “We are ready for talks,”",
    );
    check(
        "Ukrainian officials said Russia had struck the grid.",
        "?Ukrainian officials ~ Russia had struck the grid",
    );
    check(
        "Talks will go on, according to a US official who described the meetings as upbeat.",
        "?a US official ~ Talks will go on",
    );
    check("The meetings went well, said the official.", "?the official ~ The meetings went well");
    check(
        "Russia is hesitant to give it up, according to regional analysts.",
        "?regional analysts ~ Russia is hesitant to give it up",
    );
    check("“It is a mistake to do so,” critics say.", "?critics: “It is a mistake to do so,”");
    check(
        "A spokesman for the Kremlin said the call took place.",
        "?A spokesman for the Kremlin ~ the call took place",
    );
}

#[test]
fn bodies_and_capitals_speak_as_offices() {
    check(
        "The Kremlin said on Friday that Putin had received a request.",
        "#The Kremlin ~ Putin had received a request",
    );
    check("Moscow has long demanded Ukraine cede Donetsk.", "#Moscow ~ Ukraine cede Donetsk");
    check(
        "Russia claimed it was targeting drone storage sites.",
        "#Russia ~ it was targeting drone storage sites",
    );
    check(
        "Kyiv argues that Russia is continuing to prioritise war.",
        "#Kyiv ~ Russia is continuing to prioritise war",
    );
    check(
        "Drones hit the city overnight, the Ukrainian air force said.",
        "#the Ukrainian air force ~ Drones hit the city overnight",
    );
    check(
        "Russia’s Ministry of Defence said the exchange took place.",
        "#Russia’s Ministry of Defence ~ the exchange took place",
    );
    check(
        "According to Reuters, Trump has indicated that the meeting could take place.",
        "#Reuters ~ Trump has indicated that the meeting could take place",
    );
}

#[test]
fn a_reported_clause_is_what_follows_or_precedes_its_verb() {
    check(
        "On January 29, Trump said Putin had agreed to halt strikes.",
        "Trump ~ Putin had agreed to halt strikes",
    );
    check(
        "The United States has set a deadline, Ukrainian President Volodymyr Zelenskyy has said.",
        "Ukrainian President Volodymyr Zelenskyy ~ The United States has set a deadline",
    );
    check(
        "Ukraine’s energy minister, Denys Shmyhal, said 200 crews were working.",
        "Ukraine’s energy minister, Denys Shmyhal ~ 200 crews were working",
    );
    check(
        "Ukrainian Air Force spokesperson Yurii Ihnat said only 38 missiles were shot down, as many were ballistic.",
        "Ukrainian Air Force spokesperson Yurii Ihnat ~ only 38 missiles were shot down, as many were ballistic",
    );
    check(
        "Drone attacks wounded 27 people, Kharkiv regional head Oleh Syniehubov said Saturday.",
        "Kharkiv regional head Oleh Syniehubov ~ Drone attacks wounded 27 people",
    );
    check(
        "Putin told a Russian state TV reporter on Monday that he was open to talks.",
        "Putin ~ he was open to talks",
    );
    check(
        "Dmitry Peskov confirmed on Friday that Trump had made the appeal but did not divulge the answer.",
        "Dmitry Peskov ~ Trump had made the appeal",
    );
    check("However, Zelenskyy added that the date could change.", "Zelenskyy ~ the date could change");
    check(
        "While Zelensky said in Davos, Switzerland, on Thursday that a deal was “nearly ready,” certain points remain open.",
        "Zelensky ~ a deal was “nearly ready,” | Zelensky: “nearly ready,”",
    );
    check("# Kremlin says Trump asked Putin not to hit Kyiv", "#Kremlin ~ Trump asked Putin not to hit Kyiv");
    check(
        "# US has given Ukraine and Russia June deadline: Zelenskyy\nIt came from Volodymyr Zelenskyy.",
        "Zelenskyy ~ US has given Ukraine and Russia June deadline",
    );
    check(
        "Vitali Klitschko, one of the politicians, has conceded that his country may lose land.",
        "Vitali Klitschko ~ his country may lose land",
    );
}

#[test]
fn what_is_not_said_is_no_saying() {
    check("Peskov did not reveal when the request was made.", "");
    check("Representatives for Russia did not immediately respond to requests for comment.", "");
    check("American officials did not state what action they would take.", "");
    check("Peskov declined to say that the call took place.", "");
    check("Trump never said that the war would end.", "");
}

#[test]
fn doubtful_marks_and_other_words_are_no_quotation() {
    check("The so-called “deep state” is at work.", "");
    check("The workers' rights and the '90s are gone.", "");
    check("The report was long, and his claims were many.", "");
    check("Trump agreed to halt the strikes.", "");
    check("The mayor was told that the war would end.", "");
}

#[test]
fn single_quotation_marks_count() {
    check(
        "# Zelensky welcomes ‘constructive’ negotiations with Russia\nIt came from Volodymyr Zelensky.",
        "Zelensky: ‘constructive’",
    );
    check(
        "# Trump calls on Russia and Ukraine to hold direct talks 'at very high levels'\nIt came from Donald Trump.",
        "Trump ~ Russia and Ukraine to hold direct talks 'at very high levels' | Trump: 'at very high levels'",
    );
    check(
        "‘We don’t want the workers’ rights to go,’ Klitschko said.",
        "Klitschko: ‘We don’t want the workers’ rights to go,’",
    );
    check("“We should meet to ‘finish it off,’” Trump wrote.", "Trump: “We should meet to ‘finish it off,’”");
}

#[test]
fn a_remark_set_off_at_the_end_is_not_the_speakers() {
    check(
        "Klitschko conceded that his country may give up land — a departure from the policy.",
        "Klitschko ~ his country may give up land",
    );
    check(
        "Zelenskyy said that the land — a fifth of the country — was theirs.",
        "Zelenskyy ~ the land — a fifth of the country — was theirs",
    );
}

#[test]
fn something_stands_for_what_was_said_before() {
    check(
        "Trump said Putin had agreed to halt strikes, something the Kremlin confirmed.",
        "Trump ~ Putin had agreed to halt strikes | #the Kremlin ~ Putin had agreed to halt strikes",
    );
    check(
        "Trump said Putin had agreed to halt something big.",
        "Trump ~ Putin had agreed to halt something big",
    );
}

#[test]
fn a_second_verb_shares_the_speaker() {
    check(
        "Trump conceded that it was an exaggeration but still maintains that he can broker a deal.",
        "Trump ~ it was an exaggeration | Trump ~ he can broker a deal",
    );
}

#[test]
fn what_is_threatened_is_reported() {
    check(
        "Donald Trump has also threatened secondary tariffs on countries that buy oil.",
        "Donald Trump ~ secondary tariffs on countries that buy oil",
    );
    check("Donald Trump warned of imposing new tariffs on Monday.", "Donald Trump ~ imposing new tariffs");
    check("The storm threatens.", "");
}

#[test]
fn what_somebody_is_accused_of_is_reported() {
    check(
        "The army was calm. On Monday, it had accused Hezbollah of shelling a market, killing two.",
        "#it ~ shelling a market, killing two",
    );
    check("Critics accused Hezbollah of “lies”.", "?Critics: “lies”");
}

#[test]
fn a_saying_to_come_is_no_saying() {
    check(
        "According to a person familiar with the matter, Jane Powell will testify before Congress.",
        "?a person ~ Jane Powell will testify before Congress",
    );
}

#[test]
fn no_may_open_what_is_said() {
    check("Anna Berg said no plane had been involved.", "Anna Berg ~ no plane had been involved");
    check("Anna Berg said no to the offer.", "");
}
