//! The words of time: units, numerals, seasons, parts of the day, modifiers, holidays.
//!
//! The tables are general knowledge of English. **Invariant:** words only; what they mean in a sentence is the
//! grammar's to judge, and all input is lower case. Start at [`unit()`].

/// A unit of the calendar or the clock, from fine to coarse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Weekend,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    EarlyHours,
    Morning,
    Afternoon,
    Evening,
    Night,
}

/// Which third of an interval, or how exact a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mod {
    Start,
    Mid,
    End,
    /// "Earlier this week": inside it, before today.
    Before,
    /// "Later this week": inside it, after today.
    After,
    About,
}

/// "Last", "this", "next".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    Last,
    This,
    Next,
}

/// The unit named by `word`, and whether it is a plural.
pub(super) fn unit(word: &str) -> Option<(Unit, bool)> {
    Some(match word {
        "second" => (Unit::Second, false),
        "seconds" => (Unit::Second, true),
        "minute" => (Unit::Minute, false),
        "minutes" => (Unit::Minute, true),
        "hour" => (Unit::Hour, false),
        "hours" => (Unit::Hour, true),
        "day" => (Unit::Day, false),
        "days" => (Unit::Day, true),
        "night" => (Unit::Night, false),
        "nights" => (Unit::Night, true),
        "weekend" => (Unit::Weekend, false),
        "weekends" => (Unit::Weekend, true),
        "week" => (Unit::Week, false),
        "weeks" => (Unit::Week, true),
        "month" => (Unit::Month, false),
        "months" => (Unit::Month, true),
        "quarter" => (Unit::Quarter, false),
        "quarters" => (Unit::Quarter, true),
        "year" => (Unit::Year, false),
        "years" => (Unit::Year, true),
        "decade" => (Unit::Decade, false),
        "decades" => (Unit::Decade, true),
        "century" => (Unit::Century, false),
        "centuries" => (Unit::Century, true),
        _ => return None,
    })
}

/// The number named by one word, up to ninety.
pub(super) fn numeral(word: &str) -> Option<u32> {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let small = SMALL.iter().position(|w| *w == word).map(|n| n as u32);
    small.or_else(|| TENS.iter().position(|w| *w == word).map(|n| (n as u32 + 2) * 10))
}

/// The ordinal named by `word`, first to twentieth.
pub(super) fn ordinal(word: &str) -> Option<i8> {
    const ORDINALS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    ORDINALS.iter().position(|w| *w == word).map(|n| n as i8 + 1)
}

/// The first year of the decade named by `word`: `nineties`.
pub(super) fn decade(word: &str) -> Option<i16> {
    const DECADES: [(&str, i16); 8] = [
        ("twenties", 1920),
        ("thirties", 1930),
        ("forties", 1940),
        ("fifties", 1950),
        ("sixties", 1960),
        ("seventies", 1970),
        ("eighties", 1980),
        ("nineties", 1990),
    ];
    DECADES.iter().find(|(name, _)| *name == word).map(|(_, year)| *year)
}

/// The TIMEX3 ending of a part of the day.
pub(super) fn suffix(part: Part) -> &'static str {
    match part {
        Part::EarlyHours | Part::Morning => "TMO",
        Part::Afternoon => "TAF",
        Part::Evening => "TEV",
        Part::Night => "TNI",
    }
}

/// The season named by `word`, as TIMEX3 writes it.
pub(super) fn season(word: &str) -> Option<&'static str> {
    Some(match word {
        "spring" => "SP",
        "summer" => "SU",
        "autumn" | "fall" => "FA",
        "winter" => "WI",
        _ => return None,
    })
}

/// The part of the day named by `word`.
pub(super) fn part(word: &str) -> Option<Part> {
    Some(match word {
        "morning" => Part::Morning,
        "afternoon" => Part::Afternoon,
        "evening" => Part::Evening,
        "night" => Part::Night,
        _ => return None,
    })
}

/// "Last", "this", "next" and their like.
pub(super) fn which(word: &str) -> Option<Which> {
    Some(match word {
        "last" => Which::Last,
        "this" => Which::This,
        "next" => Which::Next,
        _ => return None,
    })
}

/// A modifier that stands directly before its date: `early May`, `mid-January`, `late on Friday`.
pub(super) fn modifier(word: &str) -> Option<Mod> {
    Some(match word {
        "early" => Mod::Start,
        "mid" => Mod::Mid,
        "late" => Mod::End,
        "earlier" => Mod::Before,
        "later" => Mod::After,
        _ => return None,
    })
}

/// The noun of `the beginning of`, `the end of`.
pub(super) fn phase(word: &str) -> Option<Mod> {
    Some(match word {
        "beginning" | "start" | "dawn" => Mod::Start,
        "middle" => Mod::Mid,
        "end" | "close" => Mod::End,
        _ => return None,
    })
}

/// The TIMEX3 value of a recurring time in one word; an "annual meeting" is a kind of meeting, not a time.
pub(super) fn set(word: &str) -> Option<&'static str> {
    Some(match word {
        "daily" => "P1D",
        "hourly" => "PT1H",
        "nightly" => "XXXX-XX-XXTNI",
        "weekly" => "P1W",
        "monthly" => "P1M",
        "annually" | "yearly" => "P1Y",
        _ => return None,
    })
}

/// The TIMEX3 reference of a word without a calendar unit.
pub(super) fn reference(word: &str) -> Option<&'static str> {
    Some(match word {
        "now" | "current" | "currently" | "nowadays" => "PRESENT_REF",
        "recently" | "lately" => "PAST_REF",
        "soon" | "shortly" => "FUTURE_REF",
        _ => return None,
    })
}

/// What a year before it dates: `the disputed 2019 elections`.
#[rustfmt::skip]
pub(super) const DATED: &[&str] = &[
    "accord", "agreement", "attack", "attacks", "budget", "campaign", "census", "championship", "championships", "coup",
    "crash", "crisis", "deal", "earnings", "earthquake", "edition", "election", "elections", "fiscal", "games", "general",
    "invasion", "law", "midterm", "midterms", "olympics", "presidential", "primaries", "primary", "profit", "race",
    "referendum", "report", "results", "revenue", "revolution", "sales", "season", "summit", "tournament", "treaty",
    "uprising", "vote", "war", "world",
];

/// Makes of car: the year before one is a model's.
pub(super) const MAKES: &[&str] = &[
    "bmw",
    "buick",
    "cadillac",
    "chevrolet",
    "chevy",
    "chrysler",
    "dodge",
    "ford",
    "honda",
    "jeep",
    "mercedes",
    "toyota",
];

/// Words after a weekday that make it part of a title: `Sunday Times`.
pub(super) const TITLES_AFTER: &[&str] = &[
    "express",
    "herald",
    "independent",
    "mail",
    "mirror",
    "post",
    "star",
    "sun",
    "telegraph",
    "times",
    "tribune",
];

/// Words before a weekday that make it the name of a feast or an event: `Black Friday`.
pub(super) const TITLES_BEFORE: &[&str] = &[
    "ash", "black", "bloody", "cyber", "easter", "giving", "good", "holy", "maundy", "palm", "super", "usa",
];
