//! What an expression of time says, before it is counted from anything.
//!
//! **Invariant:** nothing here is resolved; a part that the text does not give is `None`. The grammar makes these,
//! [`super::count`] and [`super::relate`] turn them into values. Start at [`Expression`].

use jiff::civil::Weekday;

use super::feast::Feast;
use super::words::{Mod, Part, Unit, Which};

/// One expression of time as the text gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Expression {
    /// What it is.
    pub shape: Shape,
    /// A part of the day beside a day.
    pub part: Option<Part>,
    /// A clock time beside a day.
    pub clock: Option<(i8, i8)>,
    /// "Early", "mid", "the end of".
    pub modifier: Option<Mod>,
    /// Whether the clock time is Greenwich's.
    pub utc: bool,
}

impl Expression {
    /// An expression of `shape` alone.
    pub(super) fn of(shape: Shape) -> Self {
        Self { shape, part: None, clock: None, modifier: None, utc: false }
    }
}

/// The kinds of expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `February 5`, `January 24, 2026`.
    Day { year: Option<i16>, month: i8, day: i8 },
    /// `the Sept. 11 attacks`: the day by which an event is known.
    Known { year: i16, month: i8, day: i8 },
    /// `Feb. 11-15`, `11 to 15 February 2026`: from a day of a month to another.
    Run { year: Option<i16>, month: i8, day: i8, last: i8 },
    /// `June`, `last November`, `February 2022`.
    Month { year: Option<i16>, month: i8, which: Option<Which> },
    /// `January this year`, `February 4 last year`: years from the frame's.
    InYear { years: i16, month: i8, day: Option<i8> },
    /// `2021`.
    Year(i16),
    /// `the 1990s`, by its first year.
    Decade(i16),
    /// `the third quarter`, `next year's first quarter` (years from the frame's).
    Quarter { year: Option<i16>, years: Option<i16>, number: i8 },
    /// `the latest quarter`, `the year-ago period`.
    Period(Period),
    /// `fiscal 1989`, `the current fiscal year`.
    FiscalYear { year: Option<i16>, which: Which },
    /// `year-end`, `year-end 1988`.
    YearEnd(Option<i16>),
    /// `the second half of 1989`, `the first half of this year` (years from the frame's).
    Half { year: Option<i16>, years: i16, number: i8 },
    /// `this summer`, `winter 2024`.
    Season { year: Option<i16>, name: &'static str, which: Option<Which> },
    /// `Friday`, `last Friday`.
    Weekday { day: Weekday, which: Option<Which> },
    /// `today`, `yesterday`, `tomorrow`: days from the frame's day.
    Days(i64),
    /// `this week`, `next year`.
    Unit { which: Which, unit: Unit },
    /// `the weekend`, which the tense must place.
    Weekend,
    /// `45 days ago`; no number for `years ago`.
    Ago { number: Option<u32>, unit: Unit },
    /// `two weeks from now`.
    FromNow { number: u32, unit: Unit },
    /// `eight months later`, `a day earlier`; `more` for "more than", `length` its value as a duration.
    Later { number: Option<u32>, unit: Unit, back: bool, more: bool, length: String },
    /// `the same day` (0), `the following day` (1), `the day before` (-1), from the last day told.
    Told(i64),
    /// `the following week` (1), `the previous year` (-1), from the last date told.
    ToldUnit { unit: Unit, step: i8 },
    /// `in the year`: the one told, or else this one.
    TheUnit(Unit),
    /// `the previous Friday` (-1), `the following Monday` (1), from the last day told.
    ToldWeekday { day: Weekday, step: i8 },
    /// `the day before Thanksgiving`: days from another expression's day.
    DaysFrom { days: i64, shape: Box<Shape> },
    /// `30 years ago today`: years before another expression.
    YearsBefore { years: i16, shape: Box<Shape> },
    /// `the same month last year`: the unit that holds the date told, years before.
    SameBefore { unit: Unit, years: i16 },
    /// `that summer`, `that March`: the season or month of the year told.
    ThatYear(Box<Shape>),
    /// `on a Sunday`, `the Friday before the vote`: some weekday.
    SomeWeekday(Weekday),
    /// `the week of March 6`.
    WeekOf(Box<Shape>),
    /// A feast that moves or stays: `Thanksgiving Day`, `Christmas 1998`.
    Feast { feast: Feast, year: Option<i16>, which: Option<Which> },
    /// `the 19th century`, by its first year.
    Century(i16),
    /// `the previous night`.
    NightBefore,
    /// `overnight`, `overnight into Friday`.
    Overnight(Option<Weekday>),
    /// A clock time without its day.
    Clock,
    /// `24 hours`: the TIMEX3 duration.
    Length(String),
    /// `recent months`, `the coming days`: the TIMEX3 duration, around now.
    Around(String),
    /// `the second day` of something that the text may date.
    Nth(i8),
    /// `nightly`: the TIMEX3 set.
    Set(String),
    /// `the future`, `the past`: no time that anything is dated by.
    Era(&'static str),
    /// `soon`, `recently`, `now`.
    Reference(&'static str),
}

/// A reporting period, named by what is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    /// What it is called.
    pub noun: Noun,
    /// The year where the text gives it.
    pub year: Option<i16>,
    /// How many years before the one told.
    pub back: u8,
    /// Whether it is the latest one.
    pub latest: bool,
}

/// What a reporting period is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    /// A quarter.
    Quarter,
    /// `period`, or only `year-ago`: whatever was told.
    Any,
}
