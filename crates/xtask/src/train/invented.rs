//! Sentences of our own, in the style of newspapers, with invented names in them.
//!
//! Encyclopedias seldom write "Mr Okelo said" or "on Marsh Street"; newspapers do all the time, and the names in them
//! are mostly ones that no table knows.
//! **Invariant:** no word of any article; the same sentences every time. Start at [`documents`].

use super::chain::Counter;

/// Sentences; a word in braces stands for a name of its kind.
#[rustfmt::skip]
const SENTENCES: &[&str] = &[
    "Mr {S} said the plan would go ahead.", "\"We are ready,\" Ms {S} said on Monday.", "Dr {S} told reporters that the work was done.",
    "Justice {S} said the appeal had no merit.", "President {S} met Prime Minister {S} in {C}.", "Special Envoy {S} arrived in {C} on Tuesday.",
    "According to Prof {P}, the figures are wrong.", "Gen {S} denied the report.", "The minister, {P}, said prices would fall.",
    "Police spokesman {P} confirmed the arrest.", "{P}, 34, a shopkeeper from {C}, was not hurt.", "{S} added that nobody had asked him.",
    "\"It was a long night,\" {S} recalled.", "Foreign Minister {P} flew to {C} for talks with {P}.", "Sheikh {P} received the delegation.",
    "Chief Executive {P} said sales had risen.", "The coach, {P}, praised {S} after the match.", "Governor {S} and Mayor {P} opened the road.",
    "{P} and {P} were charged with fraud.", "His brother {G} still lives in {C}.", "{G} said she had never met him.",
    "The family of {P} asked for privacy.", "Under {S}, the economy grew.", "Since {S} took office, little has changed.",
    "Supporters of {S} gathered near {C}.", "Among them were {P}, {P} and {P}.", "MP {P} asked the minister about it.",
    "Sergeant {P} was the first to arrive.", "The director general, {P}, thanked the donors.", "Lawyer {P}, who represents {S}, declined to comment.",
    "{P} (left) with {P}.", "Defender {P} scored twice for {T}.", "The judge told {S} that the sentence would stand.",
    "Residents of {C} said the water was gone.", "The road from {C} to {C} is closed.", "A fire broke out in {C} on Friday.",
    "Three people were killed in {C}, a town in {R}.", "The village of {C} lies in {R} province.", "Schools in {R} and {R} will reopen.",
    "The ship left {C} for {C}.", "He was born in {C} and grew up in {C}.", "Heavy rain fell in {C}, {C} and {C}.",
    "The stalls on {C} Street were removed.", "The bus stopped at {C} Road.", "The airport at {C} handles cargo.",
    "They crossed the {C} River at dawn.", "{C} Airport was closed for an hour.", "The protest began in {C} Square.",
    "He was held at {C} Prison.", "Visitors to {C} National Park pay more.", "The {C} Bridge will be repaired.",
    "{C} district officials visited {C}.", "Farmers in {C} county lost their crops.", "The {C} area was hit hardest.",
    "The {C} mine employs 900 people.", "{C}'s mayor resigned.", "The people of {C} have waited for years.",
    "{N} and {N} signed the agreement.", "The government of {N} rejected it.", "{N} will host the games.",
    "Trade between {N} and {N} has doubled.", "He left {N} for {C}, {N}.", "{C} ({N}): Rescuers found no one.",
    "The {O} said it would appeal.", "{O} announced the results on Thursday.", "She works for {O} in {C}.",
    "The {C} {H} approved the budget.", "Officials of the {C} {H} were absent.", "The {A} Ministry rejected the claim.",
    "The Ministry of {A} said so.", "The Ministry of {A} and {A} will decide.", "The Department of {A} did not respond.",
    "The {A} and {A} Authority fined the firm.", "The {W} {A} Commission (ABX) said it had no objection.", "The National {A} Board (NXB) met on Monday.",
    "{B}, a shipping company, cut 200 jobs.", "Shares of {B} fell by 3 per cent.", "The company, {B}, is based in {C}.",
    "{B} Ltd said the deal was off.", "{B} Group will buy {B} Holdings.", "{B} Bank and {B} Insurance reported losses.",
    "The contract went to {B}.", "{B}'s chief executive, {P}, resigned.", "Workers at {B} went on strike.",
    "The firm competes with {B}, {B} and {B}.", "The newspaper {B} reported it first.", "\"He is well,\" {B} quoted him as saying.",
    "{P} told {B} News that he would stay.", "{P} told the {C} Times.", "The {C} Post reported on Sunday.",
    "The {W} Party won 40 seats.", "Leaders of the {W} {W} Party met in {C}.", "{S}'s {W} Congress lost the vote.",
    "The {W} Union of Teachers called a strike.", "The {W} Front for {A} rejected the offer.", "The {W} League denied it.",
    "The NGO {B} called for calm.", "Members of {B} were arrested.", "{T} beat {T} 2-1.",
    "{T} will play {T} in {C}.", "The striker joined {T} from {T}.", "{P} ({T}) and {P} ({T}) were injured.",
    "The University of {C} opened a campus.", "{C} University Hospital treated the wounded.", "Students of {C} College marched.",
    "The Bank of {N} raised rates.", "The Embassy of {N} in {C} was closed.", "The {N} Football Association agreed.",
    "The {D} government said no.", "{D} officials met {D} envoys.", "The {D} army moved north.",
    "{D} Prime Minister {P} resigned.", "A {D} company won the contract.", "The {D} Parliament passed the bill.",
    "The World Cup begins in June.", "The Nobel Prize was shared.", "The {W} Act was passed in 1997.",
    "The {W} Agreement came into force.", "The {W} Festival draws thousands.", "He won the {W} Award.",
    "The film {W} {W} opens today.", "Covid-19 changed everything.", "The Covid pandemic hit tourism.",
    "The Quran was read aloud.", "During Ramadan the shops close early.", "They spoke {D} at home.",
    "The Holy Book was shown.", "On May Day the {W} Highway was blocked.", "Her {W} Project has failed.",
    "Economic growth slowed.", "Meanwhile, prices rose again.", "Residents fear the worst.", "Farmers say they are ready.",
    "Parents asked for help.", "Police found nothing.", "Critics disagree.", "Lawmakers voted in March.", "Voters were unmoved.",
];

/// Fields of government.
const FIELDS: &[&str] = &[
    "Health",
    "Education",
    "Transport",
    "Energy",
    "Agriculture",
    "Trade",
    "Finance",
    "Justice",
    "Labour",
    "Tourism",
    "Water",
    "Environment",
    "Housing",
    "Industry",
    "Defence",
    "Culture",
    "Sports",
    "Planning",
    "Fisheries",
    "Communications",
];
/// Words that name parties, acts and other works.
const QUALITIES: &[&str] = &[
    "National",
    "Democratic",
    "People's",
    "United",
    "Progressive",
    "New",
    "Free",
    "Liberal",
    "Islamic",
    "Workers",
    "Green",
    "Freedom",
    "Unity",
    "Central",
    "Republican",
    "Reform",
    "Independent",
    "General",
    "Social",
    "Popular",
];
/// Peoples.
const PEOPLES: &[&str] = &[
    "Kenyan",
    "French",
    "Chinese",
    "Indian",
    "Brazilian",
    "Egyptian",
    "Turkish",
    "Nigerian",
    "Korean",
    "Mexican",
    "German",
    "Saudi",
    "Iranian",
    "Polish",
    "Thai",
    "Ghanaian",
    "Peruvian",
    "Russian",
    "Japanese",
    "Pakistani",
];
/// Heads of bodies of a town.
const HEADS: &[&str] = &[
    "City Council",
    "Municipal Council",
    "High Court",
    "Police Department",
    "Chamber of Commerce",
    "Development Authority",
    "Water Board",
    "Regional Council",
    "County Government",
    "Stock Exchange",
    "Medical Association",
    "Court of Appeal",
];
/// Parts of names, in the manner of many languages.
const FIRST: &[&str] = &[
    "Ba", "Oko", "Kwa", "Mo", "Ha", "Sha", "Ra", "Pra", "Dje", "Tan", "Wu", "Lim", "Yil", "Kar", "Ive",
    "Pet", "Nov", "Gar", "Fer", "Lo", "Mar", "Che", "Zul", "Nko", "Ade", "Bou", "Ter", "Van", "Kow", "Sze",
    "Hor", "Bel", "Ni", "Jo", "Sa", "Ghe", "Thi", "Ma",
];
const MIDDLE: &[&str] = &[
    "ra", "li", "nde", "mi", "so", "ka", "ro", "tu", "ve", "dri", "ba", "ne", "go", "", "", "lo", "she", "ni",
];
const PERSON_LAST: &[&str] = &[
    "wu", "man", "ov", "ez", "ani", "adi", "son", "mba", "tti", "sky", "ng", "oglu", "ahi", "ius", "eira",
    "shi", "nkwo", "el", "ck",
];
const PLACE_LAST: &[&str] = &[
    "pur", "abad", "stan", "vka", "grad", "ville", "ton", "nagar", "ito", "ka", "ba", "mo", "shahr", "burg",
    "lla", "ra", "tan", "ni",
];
const BODY_LAST: &[&str] = &[
    "ex", "tel", "corp", "gas", "nor", "tek", "bank", "sa", "co", "lia", "ia", "ra", "na", "ma", "on", "us",
    "is",
];

/// The first byte of a name, the one after its last, and its kind.
pub type Span = (u32, u32, &'static str);

/// Invented documents: each a text with the spans and kinds of its names.
pub fn documents(names: &Names, many: usize) -> Vec<(String, Vec<Span>)> {
    let mut counter = Counter(11);
    (0..many).map(|_| document(names, &mut counter)).collect()
}

/// Names that the tables know, so that known and unknown ones stand in the same sentences.
pub struct Names {
    /// Given names.
    pub given: Vec<&'static str>,
    /// Cities and regions.
    pub places: Vec<&'static str>,
    /// Countries.
    pub countries: Vec<&'static str>,
}

fn document(names: &Names, counter: &mut Counter) -> (String, Vec<Span>) {
    let (mut text, mut spans) = (String::new(), Vec::new());
    for _ in 0..8 {
        let mut rest = pick(SENTENCES, counter);
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (slot, tail) = after.split_once('}').unwrap_or((after, ""));
            let start = text.len() as u32;
            let (name, kind) = fill(slot, names, counter);
            text.push_str(&name);
            if let Some(kind) = kind {
                spans.push((start, text.len() as u32, kind));
            }
            rest = tail;
        }
        text.push_str(rest);
        text.push_str(if counter.draw().is_multiple_of(3) { "\n\n" } else { " " });
    }
    widen(&text, &mut spans);
    (text, spans)
}

/// Takes the words that make a name with the one in the slot into it: "Marsh Street", "Ministry of Health".
fn widen(text: &str, spans: &mut Vec<Span>) {
    const AFTER: &[(&str, &str)] = &[
        (" Street", "place"),
        (" Road", "place"),
        (" River", "place"),
        (" Airport", "place"),
        (" Square", "place"),
        (" Prison", "place"),
        (" National Park", "place"),
        (" Bridge", "place"),
        (" Ltd", "organization"),
        (" Group", "organization"),
        (" Holdings", "organization"),
        (" Bank", "organization"),
        (" Insurance", "organization"),
        (" News", "organization"),
        (" Times", "organization"),
        (" Post", "organization"),
        (" Congress", "organization"),
        (" Party", "organization"),
        (" Union of Teachers", "organization"),
        (" League", "organization"),
        (" University Hospital", "organization"),
        (" College", "organization"),
        (" Football Association", "organization"),
        (" Ministry", "organization"),
        (" Authority", "organization"),
        (" Commission", "organization"),
        (" Board", "organization"),
        (" Parliament", "organization"),
    ];
    const BEFORE: &[&str] =
        &["University of ", "Bank of ", "Embassy of ", "Ministry of ", "Department of ", "National "];
    for span in spans.iter_mut() {
        if let Some((word, kind)) =
            AFTER.iter().find(|(word, _)| text.get(span.1 as usize..).is_some_and(|t| t.starts_with(word)))
            && span.2 != "people"
        {
            *span = (span.0, span.1 + word.len() as u32, kind);
        }
        if let Some(word) =
            BEFORE.iter().find(|w| text.get(..span.0 as usize).is_some_and(|t| t.ends_with(**w)))
            && span.2 != "person"
        {
            *span = (span.0 - word.len() as u32, span.1, "organization");
        }
    }
    // "Ministry of Health and Trade", "Health and Trade Authority", "Democratic Front for Reform", "Kivu High Court".
    let mut joined: Vec<Span> = Vec::new();
    for span in spans.drain(..) {
        let near = joined.last().and_then(|last| text.get(last.1 as usize..span.0 as usize));
        let body = |kind: &str| matches!(kind, "field" | "quality" | "head" | "organization");
        let join = match near {
            Some(" and " | " Front for ") => {
                joined.last().is_some_and(|l| body(l.2)) && body(span.2) && span.2 != "head"
            }
            Some(" ") => joined.last().is_some_and(|l| body(l.2) || l.2 == "place") && body(span.2),
            _ => false,
        };
        match joined.last_mut() {
            Some(last) if join && (last.2 != "organization" || span.2 == "field" || near == Some(" ")) => {
                let kind = if span.2 == "head"
                    || span.2 == "organization"
                    || last.2 == "organization"
                    || near == Some(" Front for ")
                {
                    "organization"
                } else {
                    last.2
                };
                *last = (last.0, span.1, kind);
            }
            _ => joined.push(span),
        }
    }
    joined.retain(|(.., kind)| matches!(*kind, "person" | "place" | "organization"));
    *spans = joined;
}

fn pick<T: Copy>(list: &[T], counter: &mut Counter) -> T {
    list[counter.draw() as usize % list.len()]
}

fn invented(last: &[&str], counter: &mut Counter) -> String {
    format!("{}{}{}", pick(FIRST, counter), pick(MIDDLE, counter), pick(last, counter))
}

fn surname(counter: &mut Counter) -> String {
    match counter.draw() % 12 {
        0 => format!("Al-{}", invented(PERSON_LAST, counter)),
        1 => format!("{}-{}", invented(PERSON_LAST, counter), invented(PERSON_LAST, counter)),
        2 => format!(
            "{} {}",
            pick(&["de", "van", "bin", "Al", "Abu", "Ben"], counter),
            invented(PERSON_LAST, counter)
        ),
        _ => invented(PERSON_LAST, counter),
    }
}

fn given(names: &Names, counter: &mut Counter) -> String {
    if counter.draw().is_multiple_of(2) {
        pick(&names.given, counter).to_owned()
    } else {
        invented(PERSON_LAST, counter)
    }
}

fn fill(slot: &str, names: &Names, counter: &mut Counter) -> (String, Option<&'static str>) {
    let known = counter.draw().is_multiple_of(2);
    match slot {
        "S" => (surname(counter), Some("person")),
        "G" => (given(names, counter), Some("person")),
        "P" if counter.draw().is_multiple_of(9) => {
            let short = |c: &mut Counter| {
                pick(&["Kim", "Chen", "Wang", "Lee", "Park", "Tsai", "Lin", "Cho", "Ma"], c)
            };
            let tail =
                pick(&["Ki-Sun", "Mei-hsiu", "Young-jin", "Wei", "Xiaoming", "Teng-hui", "Ka-chiu"], counter);
            (format!("{} {tail}", short(counter)), Some("person"))
        }
        "P" => (format!("{} {}", given(names, counter), surname(counter)), Some("person")),
        "C" | "R" if known => (pick(&names.places, counter).to_owned(), Some("place")),
        "C" | "R" if counter.draw().is_multiple_of(6) => {
            let first = pick(&["San", "New", "Port", "El", "Al", "Santa", "Upper", "North"], counter);
            (format!("{first} {}", invented(PLACE_LAST, counter)), Some("place"))
        }
        "C" | "R" => (invented(PLACE_LAST, counter), Some("place")),
        "N" => (pick(&names.countries, counter).to_owned(), Some("place")),
        "B" => (invented(BODY_LAST, counter), Some("organization")),
        "O" if known => {
            (invented(BODY_LAST, counter).to_uppercase().chars().take(4).collect(), Some("organization"))
        }
        "O" => (
            format!(
                "{} {}",
                pick(QUALITIES, counter),
                pick(&["Council", "Commission", "Court", "Agency", "Institute", "Union"], counter)
            ),
            Some("organization"),
        ),
        "T" if known => (
            format!(
                "{} {}",
                pick(&names.places, counter),
                pick(&["United", "FC", "Rovers", "City", "Stars"], counter)
            ),
            Some("organization"),
        ),
        "T" => (invented(PLACE_LAST, counter), Some("organization")),
        "A" => (pick(FIELDS, counter).to_owned(), Some("field")),
        "W" => (pick(QUALITIES, counter).to_owned(), Some("quality")),
        "H" => (pick(HEADS, counter).to_owned(), Some("head")),
        _ => (pick(PEOPLES, counter).to_owned(), Some("people")),
    }
}
