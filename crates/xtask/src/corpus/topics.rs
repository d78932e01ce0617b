//! What news is about: for each topic its headlines, what happens, what is ahead and what people say of it.
//!
//! A word between braces is a slot, which [`super::prose`] fills: `{n}` a noun, `{ns}` nouns, `{j}` an adjective, `{v}`
//! `{ved}` `{ving}` a verb, `{city}` `{town}` `{land}` `{of}` where, `{person}` somebody, `{body}` a body, `{count}` a
//! number, `{money}` and `{share}` amounts.
//! **Invariant:** a clause has no time and no stop, so that it fits any sentence. Start at [`TOPICS`].

/// What one kind of story is told with.
#[derive(Debug)]
pub struct Topic {
    /// Headlines.
    pub heads: &'static [&'static str],
    /// What happened.
    pub past: &'static [&'static str],
    /// What is ahead, with its verb.
    pub ahead: &'static [&'static str],
    /// What people say.
    pub said: &'static [&'static str],
}

/// All topics, from the commonest.
#[rustfmt::skip]
pub const TOPICS: [Topic; 8] = [
    Topic {
        heads: &["{of} parliament backs {j} {n} bill", "{last} rejects {n} plan as {ns} protest", "{land} votes on {n} law after {n} row", "{of} {n} faces {n} test", "{last} calls for {j} {n} in {city}"],
        past: &["the {of} parliament approved the {j} {n} bill by {count} votes", "{person} met {person} in {city}", "{body} rejected the {n} plan of the {j} {n}", "lawmakers {ved} a {j} {n} in {city}", "{count} people marched through {city} against the {n} law", "the {n} committee {ved} the {j} {ns}", "{person} resigned over the {n} affair", "{body} published its {n} on the {j} {ns}", "voters in {town} {ved} the {n}"],
        ahead: &["parliament will vote on the {n} bill", "{person} is expected to visit {city}", "{body} plans to publish the {n}", "the {n} committee will meet in {city}", "the new {n} law will take effect"],
        said: &["the {n} was never about {ns}", "{land} needs a {j} {n} now", "nobody can {v} the {n} without {j} {ns}", "nobody in {city} has {ved} this {n}", "the {ns} are not for sale", "this is a {j} day for {land}"],
    },
    Topic {
        heads: &["{land} and rebels agree {n} truce near {city}", "{of} forces strike {n} in {city}", "{last} says {n} talks in {city} made progress", "{count} killed in {city} {n} attack", "Envoys return to {city} for {n} talks"],
        past: &["{of} forces attacked a {n} in {city}", "at least {count} people were killed in an attack on a {n} in {town}", "envoys from {land} held talks on the {n} in {city}", "the two sides exchanged {count} prisoners near {town}", "{person} ordered {j} troops to {ving} the {n}", "a drone hit a {n} in {city} and wounded {count} people", "{body} accused {land} of {ving} the {n}", "soldiers {ved} the {n} in {town}", "rebels shelled the {j} {n} near {city}"],
        ahead: &["the talks in {city} will resume", "{person} will meet {person} in {city}", "both sides are expected to {v} the {n}", "{land} plans to withdraw its {ns} from {town}", "a ceasefire is due to begin"],
        said: &["the {n} in {town} must end", "both sides are ready for a {j} {n}", "{land} will not {v} its {ns}", "there is an understanding of the {n}", "its {ns} have {ved} every {n}", "peace needs {j} {ns} and not {ns}"],
    },
    Topic {
        heads: &["{name} shares fall after {n} warning", "{of} inflation slows as {n} prices drop", "{name} to cut {count} jobs at {city} {n}", "{of} {n} exports rise {share}", "Investors {v} {n} as {name} reports loss"],
        past: &["{body} cut {count} jobs at its {n} in {city}", "shares of {body} fell {share} in {city}", "the central bank raised its {n} rate to {share}", "{body} agreed to buy a {j} {n} for {money}", "{of} exports of {ns} rose {share}", "{person} sold a {n} worth {money}", "the price of {ns} dropped {share}", "{body} reported a loss of {money}", "unions {ved} the {n} offer of the {j} {n}"],
        ahead: &["{body} will publish its {n} results", "the new tariff on {ns} will take effect", "{body} plans to open a {n} in {city}", "prices of {ns} are expected to rise {share}", "workers at the {n} will strike"],
        said: &["demand for {ns} remains {j}", "the {n} market will {v} slowly", "there will be {j} {ns} this year", "the {ns} pay for the {n}", "no investor would {v} such a {n}", "the figures show a {j} {n}"],
    },
    Topic {
        heads: &["Floods in {land} leave {count} homeless", "{city} fire kills {count} in {n}", "Storm cuts power to {n} in {city}", "Rescuers search {city} {n} after quake", "{land} declares emergency over {n}"],
        past: &["a fire destroyed a {n} in {city}", "floods swept away {count} houses in {town}", "rescuers found {count} people in the {n}", "a storm {ved} the {n} and cut power to {count} homes", "{body} evacuated {count} residents from {town}", "an earthquake damaged a {j} {n} near {city}", "{person} visited the {n} in {town}", "a train carrying {ns} derailed near {town}", "the river {ved} the {j} {n}"],
        ahead: &["the river is expected to rise", "schools in {city} will stay closed", "{person} will visit {town}", "{body} plans to rebuild the {n}", "crews will {v} the {n}"],
        said: &["the water came into the {n} at night", "families lost the {n} and all of the {ns}", "nobody had been {ved} about the {n}", "the {ns} are safe", "the {j} {n} must be {ved}", "help reached {town} too late"],
    },
    Topic {
        heads: &["{city} court jails {n} chief for fraud", "Police in {city} arrest {count} over {n}", "{last} charged over {n} deal", "Judge blocks {of} {n} rule", "{name} fined {money} over {ns}"],
        past: &["police arrested {count} people in {city} over the {n}", "a court in {city} sentenced {person} to {years} years in prison", "{body} charged {person} with {ving} a {n}", "a judge {ved} the {j} {n} rule", "officers seized {count} {ns} in {town}", "{body} fined the {n} {money}", "{person} denied {ving} the {ns}", "a gunman killed {count} people at a {n} in {town}", "prosecutors {ved} the {n} of {person}"],
        ahead: &["the court will hear the {n} case", "{person} is due to appear in court in {city}", "the {n} trial will begin", "prosecutors plan to {v} the {n}", "{body} will publish the {n} report"],
        said: &["the {n} was {j} from the start", "the defendant has {ved} no {n}", "the {ns} do not prove a {n}", "justice was {ved} in {city}", "there will be an appeal against the {n}", "the {j} {n} is still missing"],
    },
    Topic {
        heads: &["{of} hospitals warn of {j} {n} wave", "Study links {n} to {n} in {land}", "{city} scientists find {j} {n}", "Vaccine for {n} passes trial in {city}", "{land} reports {count} cases of {n}"],
        past: &["{body} recorded {count} cases of the {n} in {city}", "scientists in {city} found a {j} {n} in {ns}", "doctors {ved} {count} patients in {town}", "{body} approved a vaccine against the {n}", "a study of {count} {ns} linked {ns} to the {n}", "nurses at the {n} in {city} walked out", "{person} opened a {n} laboratory in {town}", "researchers {ved} the {n} of {j} {ns}", "the {n} spread from {town} to {city}"],
        ahead: &["{body} will begin a trial of the {n}", "clinics in {city} will offer the {n}", "the {n} season is expected to peak", "{body} plans to {v} the {ns}", "the mission will launch from {town}"],
        said: &["the {n} is {j} in children", "it is not known how the {n} {ved}", "hospitals in {land} cannot {v} more {ns}", "the data show a {j} {n}", "every {n} needs {j} {ns}", "the {ns} work better than a {n}"],
    },
    Topic {
        heads: &["{city} beat {town} in {n} final", "{last} wins {of} {n} title", "{land} drop {n} coach after defeat", "{last} out for {n} with injury", "{city} sign {of} {n} for {money}"],
        past: &["{city} beat {town} in the {n} final", "{person} won the {j} {n} in {city}", "{person} scored twice against {town}", "the {n} club {ved} its coach", "{body} banned {person} for {years} matches", "{count} fans watched the {n} in {city}", "{person} signed a {n} contract worth {money}", "{land} {ved} the {j} {n} team", "the {n} broke a {j} record in {town}"],
        ahead: &["{city} will play {town}", "{person} is expected to return from injury", "the {n} season will begin in {city}", "{land} will host the {n}", "{body} plans to {v} the {n} rules"],
        said: &["the {n} gave the team {j} {ns}", "the team {ved} the {n} in the second half", "nobody {ved} this {n} before", "the {j} {n} decided the match", "the fans {ved} the whole {n}", "that was not a {n}"],
    },
    Topic {
        heads: &["{city} {n} festival draws {j} crowds", "{last} {n} film opens in {city}", "Museum in {city} returns {ns} to {land}", "{name} unveils {j} {n} app", "{of} schools to {v} {ns}"],
        past: &["a museum in {city} returned {count} {ns} to {land}", "{person} opened the {n} festival in {city}", "{body} unveiled a {j} {n} in {city}", "hackers {ved} the {n} of {body}", "{count} pupils in {town} {ved} the {n}", "the film of {person} {ved} {ns} in {land}", "{body} removed {count} {ns} from the {n}", "{person} sold the {n} to {body}", "students {ved} a {j} {n} in {town}"],
        ahead: &["the {n} exhibition will open in {city}", "{body} will release the {n}", "{person} plans to {v} the {n}", "schools in {land} will {v} {ns}", "the festival will return to {town}"],
        said: &["the {n} belongs to {land}", "children need {ns} and not {ns}", "the {n} was always a {j} {n}", "users will {v} the {n}", "the {ns} tell a {j} story", "a {n} without {ns} is no {n}"],
    },
];
