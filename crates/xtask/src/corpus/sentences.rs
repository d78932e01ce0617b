//! The sentences that news is told in.
//!
//! Beside the slots of [`super::topics`] there are `{S}`, somebody who speaks, and `{s}`, the same one again; `{U}`,
//! somebody unnamed; `{outlet}`; `{past}`, `{fact}` (with its time), `{ahead}`, `{said}`, `{Said}` and `{We}`, clauses;
//! `{t}` and `{f}`, times past and to come; `{year}`.
//! **Invariant:** each is a whole sentence, or two that belong together. Start at [`KINDS`].

/// A kind of sentence, and how many of a hundred are of it.
pub type Kind = (u64, &'static [&'static str]);

/// The kinds; their shares add up to 100.
pub const KINDS: [Kind; 6] =
    [(20, DIRECT), (17, REPORTED), (15, FACTS), (6, AHEAD), (9, FIGURES), (33, BACKGROUND)];

/// What an article opens with.
#[rustfmt::skip]
pub const LEADS: &[&str] = &[
    "{fact}, {U} said, as {ns} in {town} waited for a {j} {n} and the {n} of the {ns} was still to be {ved}.",
    "{fact}, {body} said, in a {n} that could {v} the {j} {ns} of {land} and those who {v} them.",
    "{S} said {t} that {said}, after {past}.",
    "{fact}, according to {body}, in the most {j} {n} of its kind since {year}, with {ns} and {ns} among the {j} ones.",
    "{body} said {t} that {past}, and that the {n} of the {j} {ns} was not to be {ved} by a {n}.",
];

#[rustfmt::skip]
const DIRECT: &[&str] = &[
    "“{We}, and the {ns} have to {v} it as well,” {S} told reporters in {city} {t}.",
    "“{Said},” {S} said in a statement, “and it is up to the {ns} to {v} the {n} that they {ved}.”",
    "“{Said}, and that is a {n} to me,” said {S}, who has {ved} the {n} of {ns} since {year}.",
    "“{We},” {S} said. “It is a {n} for all of us, and {said}.”",
    "“{Said}, and {said},” {s} said of the {n}.",
    "“{We},” {s} added, when asked if the {n} would {v} the {ns} or the {j} {n} of the {ns}.",
    "In a post on X, {S} wrote: “{Said}. {We}, and you know it.”",
    "{S} described the {n} as “{j} and {j}” at a news conference with {person} and the {ns} of the {j} {n}.",
    "“{Said}, I think, and {said},” {U} said on condition of anonymity, because the {ns} of the {n} were not public.",
    "“{We},” {S} told {outlet} in an interview, “but {said}.”",
    "{S} said the {n} of {person} was “{j}”, and that it was up to the {ns} to {v} it or to {v} a {n} of their own.",
    "{S} said: \"{We}, if {said}.\"",
    "“I have never {ved} a {n} like this,” said {S}, a {n} of the {j} {ns}. “{We}.”",
];

/// What people say of themselves.
#[rustfmt::skip]
pub const WE: &[&str] = &[
    "We are ready for a {j} {n}", "We cannot {v} the {n} without {j} {ns}", "We have {ved} the {ns} that we could",
    "Our {ns} are not for sale", "I do not know what the {n} will {v}", "We do not want to {v} anybody’s {n}",
    "My {ns} were {ved} with the {n}", "You can {v} a {n}, but you cannot {v} its {ns}", "We will not {v} to any {n}",
    "We need {ns}, and we need them now", "I am {j} that we {ved} it", "We hope that the {ns} will {v} us",
    "They told us to {v} the {n}, so we {ved} it", "This is what I have always {ved}", "We see {j} {ns} and a {j} {n}",
];

/// What happens in any story.
#[rustfmt::skip]
pub const PAST: &[&str] = &[
    "{person} met {person} to {v} the {n}", "{body} {ved} a {n} of {ns}", "{person} called {person} over the {n}",
    "{count} {ns} signed a letter to {body}", "{person} left the {n} of {body}", "{body} opened an inquiry into the {n}",
    "{person} visited the {ns} of the {n}", "{person} was elected to the {n} of {body}", "{person} rejected the {j} {n}",
    "the {ns} of {person} {ved} the {j} {n}", "{body} suspended {count} of its {ns}", "{person} arrived in {city}",
];

/// What may be ahead in any story.
#[rustfmt::skip]
pub const TO_COME: &[&str] = &[
    "{person} will meet {person}", "{body} is expected to {v} the {n}", "{person} plans to {v} the {j} {ns}",
    "the {n} of {person} will be {ved}", "{body} will decide on the {n}", "the inquiry into the {ns} will begin",
    "{person} is due to speak to the {ns}", "{body} will open its {n} to {ns}", "the {j} {n} is due to end",
];

/// What may be said of anything.
#[rustfmt::skip]
pub const ANYTHING: &[&str] = &[
    "it was a {j} {n} to begin with", "the {n} had been {ved} by {person}", "it would be {j} to {v} the {n} now",
    "there was more to the {n} than {ns}", "they had to {v} what was left of the {n}", "{person} was {j} about the {n}",
    "it was not the {n} of {body} to {v} {ns}", "no {n} could {v} what the {ns} had been through", "the {n} is not {j}",
    "those who {ved} the {n} would have to {v} it", "it is the {ns} who {v} the {n}", "{person} had {ved} too few {ns}",
];

#[rustfmt::skip]
const REPORTED: &[&str] = &[
    "{S} said that {said}, although the {ns} and their {ns} had {ved} the {j} {n} to the {n} of the {ns}.",
    "According to {body}, {fact}, at a time when it was to {v} the {n} of {ns} and the {ns} of the {n}.",
    "{U} said that {said} and that there was no {n} for the {ns} to {v} it.",
    "{S} told {outlet} that {said}, but would not say when the {n} of the {ns} would {v} or who was to {v} it.",
    "{s} added that {said}, and that the {ns} would {v} it with {ns} from the {n}.",
    "{body} confirmed that {past}, and said the {ns} were to be {ved} in the {n}.",
    "{S} denied that {said}, and called it a {j} {n} of {person} and the {ns} around the {n}.",
    "{body} did not immediately respond to a request for comment on the {n}.",
    "{U} told {outlet} that {ahead} {f}.",
    "{S} warned that the {n} could {v} the {ns} of {person} if they were not {ved} by the {ns} in time.",
    "{body} said that {said}, and that it had {ved} the {n} with {ns} and {ns} from {city}.",
];

#[rustfmt::skip]
const FACTS: &[&str] = &[
    "{fact}.",
    "{fact}, {ving} the {n} that the {ns} of {person} had {ved} for {years} years.",
    "{past}, and the {j} {n} was {ved} by {ns} from all over {land}.",
    "It came after {past} {t}, when {ns} {ved} the {n} for the first time.",
    "Earlier, {past}, to the {n} of {ns} who had been {ving} the {j} {n}.",
    "{fact}, but the {n} of the {ns} has not been {ved}.",
    "{person} and {person} have been at the {n} since {past} {t}.",
];

#[rustfmt::skip]
const AHEAD: &[&str] = &[
    "{ahead} {f}.",
    "{ahead} {f}, {body} said.",
    "If the {ns} {v} the {n} and the {ns}, {ahead} {f}.",
    "{S} said {ahead} {f}, a {n} that {ns} have {ved} to {v}.",
];

#[rustfmt::skip]
const FIGURES: &[&str] = &[
    "At least {count} {ns} have been {ved} by the {n}, compared with {count} of the {j} {ns} of {person}.",
    "The {n} has cost {body} {money} so far, {share} more than it had {ved} for the {ns} and the {n}.",
    "About {count} {ns} live in {town}, where one in {years} {ns} is {j} and the {n} of {body} is a {j} {n}.",
    "{body} put the {n} of the {ns} at {money}, with {ns} of {share} in the {j} {n}.",
    "In {year}, {body} had {count} {ns}, most of them from the {n} and the {j} {ns} of its {n}.",
];

#[rustfmt::skip]
const BACKGROUND: &[&str] = &[
    "The {n} is one of the most {j} of the {ns}, and the {ns} of {person} have long been at odds with {body} over the {n}.",
    "To the {ns} of {town}, it is a {n} between a {j} {n} and the {ns} that their {ns} had to {v}.",
    "But there are also {ns} for whom the {n} of {person} is more {j} than any {n}, and who want to {v} it.",
    "For years, {land} and {other} have been unable to {v} the {n} of {ns}, or to {v} their {j} {ns}.",
    "It is not clear to the {ns} how the {n}, which is {j} in many of the {ns}, is to {v} a {n}.",
    "{ns} in {other} have {ved} the {n} as well, with {j} {ns} and a {n} of their own to {v}.",
    "They were {ving} {ns}, {ns} and {ns} from the {n} of {body} to the {j} {n} of {person}.",
    "In {city} there was no {n} of {j} {ns} to be {ved}, only the {n} of the {n} and its {ns}.",
    "At the {n} of {body} in {city}, all of the {ns} were {j}, and some had been {ving} {ns} for more than {years} years.",
    "{person}, whose {n} {ved} the {ns} of {person}, has been at the {n} of it from the start, and is to {v} the {ns}.",
    "Under the {n}, {ns} can {v} a {n} only when they have {ved} it to the {ns} of {body} and to a {n}.",
    "Critics of {person} say the {n} is a {n} that {ns} like {person} have {ved} before, with {j} {ns} and a {n} to {v}.",
    "What the {ns} {v} is a {j} {n}, as {ns} do in the {n} of {person} and in the {ns} that {v} to it.",
    "Two of the {ns} have been {ved}, and a {n} of {ns} from {body} is {ving} the others to {other}.",
    "The {ns} of the {n} were {ved} to {v} the {ns}, but {person} and {person} {ved} a {n} to {v} them.",
    "It has been a {n} of {ns} and {ns}, of {j} {ns} from {city} and of {ns} who {v} what they can of {body}.",
];

/// What a noun may be instead, so that few runs of words come again.
#[rustfmt::skip]
pub const ONE: &[&str] = &[
    "{n} {n}", "{n} {n}", "{j} {n}", "{j} {n}", "{n} of {ns}", "{n} for the {ns}", "{n} in {city}", "{n} on {ns}", "{n} with {other}",
    "{n} from {town}", "{n} by {person}", "{n} against {ns}", "{n} at the {n}", "{n} that {ns} {v}", "{n} to {v} {ns}",
    "{n} under {person}", "{n} after the {n}", "{n} between {ns} and {ns}", "{n} about {ns}", "{n} over the {n}",
    "{n} into {ns}", "{n} without {ns}", "{n} during the {n}", "{n} of {person}", "{n} in {land}", "{n} through the {n}",
];

/// What nouns may be instead.
#[rustfmt::skip]
pub const MANY: &[&str] = &[
    "{n} {ns}", "{n} {ns}", "{j} {ns}", "{j} {ns}", "{j} and {j} {ns}", "{ns} of {body}", "{ns} from {city}", "{ns} near {town}",
    "{ns} without a {n}", "{ns} or {ns}", "{ns} who {ved} the {n}", "{ns} like {person}", "{ns} in the {n}", "{ns} and {ns}",
    "{ns} with a {n}", "{ns} on the {n}", "{ns} for {ns}", "{ns} at {body}", "{ns} in {land}", "{ns} around {person}",
    "{ns} behind the {n}", "{ns} that {v} a {n}", "many {ns}", "other {ns}",
];

/// What may stand before a verb.
#[rustfmt::skip]
pub const ADVERBS: &[&str] = &[
    "quietly", "finally", "later", "also", "then", "partly", "soon", "again", "already", "largely", "openly", "repeatedly",
    "reportedly", "briefly", "widely", "fully", "hardly", "long", "recently", "first", "slowly", "quickly", "unexpectedly",
];

/// Those who are not named.
#[rustfmt::skip]
pub const UNNAMED: &[&str] = &[
    "a senior official", "officials", "residents", "witnesses", "two people familiar with the {n}", "a spokesman", "police",
    "a {of} official", "a diplomat", "analysts", "a spokeswoman for the {n}", "local media",
];

/// Who is spoken to.
pub const OUTLETS: &[&str] =
    &["Reuters", "AFP", "the BBC", "state television", "the Financial Times", "CNN", "lawmakers"];

/// What a picture shows.
#[rustfmt::skip]
pub const CAPTIONS: &[&str] = &[
    "People walk past a {n} in {city}, {land}",
    "A {n} stands near {ns} in {town}, {land}",
    "{person} speaks at a {n} in {city}, {land}",
    "Residents look at a {ved} {n} in {town}, {land}",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shares_are_of_a_hundred() {
        assert_eq!(KINDS.iter().map(|(share, _)| share).sum::<u64>(), 100);
    }
}
