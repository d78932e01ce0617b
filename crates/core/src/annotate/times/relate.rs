//! What an expression counts from: the publication, the saying it is quoted in, or a date told before it.
//!
//! **Invariant:** an answer that neither a frame nor a date told fixes is left open with its reason, never chosen.
//! Start at [`resolve`].

use jiff::civil::Date;

use super::bounds;
use super::count::{self, Counted};
use super::expression::{Expression, Shape};
use super::frame::{Frame, Reach, Told};
use super::grammar::Match;
use super::open;
use super::period;
use super::report;
use super::tense::{self, Bound, Tense};
use super::token::Token;
use super::words::{Mod, Unit};
use crate::annotate::{Time, TimeKind, Unresolved};
use crate::civil::{Certainty, Granularity, Interval, When, iso, plus_days, plus_months};
use crate::evidence::{Anchor, Evidence};
use crate::span::Span;

/// The match `m`, found at `span` among the sentence's `tokens`, as a time.
pub(super) fn resolve(m: &Match, span: Span, tokens: &[Token], frame: &Frame, reach: &Reach) -> Time {
    // Who writes before the event that is known by its date means another day.
    if let Shape::Known { year, month, day } = m.expression.shape
        && let Ok(known) = Date::new(year, month, day)
        && frame.days.is_some_and(|(_, last)| last < known)
    {
        let expression = Expression::of(Shape::Day { year: None, month, day });
        return resolve(&Match { expression, ..m.clone() }, span, tokens, frame, reach);
    }
    let expression = &m.expression;
    let bound = tense::bound(tokens, m.start, m.end);
    let lately = bounds::is_lately(expression, frame);
    let tense = match bound {
        // "Before Friday's meeting", "missed a Friday deadline", told on Saturday.
        _ if lately && tense::owns(tokens, m.end) => Tense::Past,
        Some(Bound::Since) => Tense::Past,
        // "Until Thursday they had not": the past perfect looks back on the end, too.
        Some(Bound::Until) if tense::had(tokens, m.start, m.end) => Tense::Past,
        // "By Sunday, they began to call."
        Some(Bound::Until) if m.start <= 2 && tense::tense(tokens, m.start, m.end) == Tense::Past => {
            Tense::Past
        }
        Some(Bound::Until) if matches!(expression.shape, Shape::Weekday { which: None, .. }) => {
            return until_weekday(m, span, tokens, frame);
        }
        Some(Bound::Until) => Tense::Future,
        // "Earlier Friday" has passed.
        _ if expression.modifier == Some(Mod::Before) => Tense::Past,
        // "Were to meet later Saturday", told on Sunday: the evening of the day before, not one of the week to come.
        _ if expression.modifier == Some(Mod::After) && lately => Tense::Past,
        // "Had planned to leave Thursday", told on Friday.
        None if lately && tense::was_ahead(tokens, m.start, m.end) => Tense::Past,
        _ => tense::tense(tokens, m.start, m.end),
    };
    if let Some(time) = open::without_calendar(expression, span) {
        return time;
    }
    let found = if let Shape::Nth(number) = expression.shape {
        reach.nth(number).map(|(day, span)| {
            let anchor = Anchor { what: "day told".into(), value: iso(day), passages: vec![span] };
            (period::day_of(day, "nth-day"), Some(anchor))
        })
    } else if let Shape::Period(said) = &expression.shape {
        report::period(*said, tokens, m.end, frame, reach)
    } else if let Some(found) = report::year_before(m, tokens, frame, reach) {
        Some(found)
    } else if counts_from_frame(expression) {
        from_day_here(expression, tense, reach)
            .or_else(|| from_told(m, tokens, reach))
            .or_else(|| frame.agree(expression, tense).map(|c| (c, Some(frame.anchor()))))
    } else if let Some(counted) = count::count(expression, tense, Date::constant(2000, 1, 1)) {
        Some((counted, None))
    } else {
        from_told(m, tokens, reach)
    };
    let Some((mut counted, anchor)) = found else { return open::unresolved(expression, span) };
    if let Shape::Quarter { number, .. } = expression.shape
        && let Some(to_day) = report::ended(&counted, number, tokens, m.end, frame)
    {
        counted = to_day;
    }
    let phase = bounds::early_days(tokens, m.start);
    if phase && counted.when.granularity >= Granularity::Month && expression.modifier.is_none() {
        let early = Expression { modifier: Some(Mod::Start), ..expression.clone() };
        if let Some((first, _)) = frame.days
            && let Some(soft) = count::finish(counted.clone(), &early, first)
        {
            counted = soft;
        }
    }
    if tense == Tense::Past
        && bound.is_none()
        && let Some(so_far) = bounds::so_far(&counted, m, tokens, frame)
    {
        counted = so_far;
    }
    // "Before the end of June" is by its end; how long the end is, nobody says.
    let ends = expression.modifier == Some(Mod::End) && bound == Some(Bound::Before);
    let bound = if ends { Some(Bound::Until) } else { bound };
    let bound = bound.or_else(|| bounds::since_phase(tokens, m.start, phase));
    counted.when = bounds::bounded(counted.when, bound, tokens, m.start);
    let confidence = confidence(counted.rule, expression.modifier.is_some());
    let timed = matches!(counted.when.granularity, Granularity::DayPart | Granularity::Minute);
    Time {
        span,
        kind: if timed { TimeKind::Time } else { TimeKind::Date },
        value: counted.value,
        when: Some(counted.when),
        unresolved: None,
        evidence: Evidence { rule: counted.rule.into(), anchor: anchor.map(Box::new), confidence },
    }
}

/// Whether the expression means nothing without a day to count from.
pub(super) fn counts_from_frame(expression: &Expression) -> bool {
    match &expression.shape {
        Shape::Day { year, .. }
        | Shape::Run { year, .. }
        | Shape::Month { year, .. }
        | Shape::Quarter { year, .. }
        | Shape::Half { year, .. }
        | Shape::Season { year, .. }
        | Shape::FiscalYear { year, .. }
        | Shape::Feast { year, .. }
        | Shape::YearEnd(year) => year.is_none(),
        Shape::DaysFrom { shape, .. } | Shape::WeekOf(shape) => {
            counts_from_frame(&Expression::of((**shape).clone()))
        }
        Shape::InYear { .. }
        | Shape::Weekday { .. }
        | Shape::Days(_)
        | Shape::Unit { .. }
        | Shape::TheUnit(_)
        | Shape::Weekend
        | Shape::Overnight(_)
        | Shape::Clock
        | Shape::YearsBefore { .. }
        | Shape::Ago { .. }
        | Shape::FromNow { .. } => true,
        _ => false,
    }
}

/// `until Saturday`: the coming one, or today's.
fn until_weekday(m: &Match, span: Span, tokens: &[Token], frame: &Frame) -> Time {
    let mut expression = m.expression.clone();
    if let Shape::Weekday { which, .. } = &mut expression.shape {
        *which = Some(super::words::Which::This);
    }
    let Some(mut counted) = frame.agree(&expression, Tense::Open) else {
        return open::unresolved(&m.expression, span);
    };
    counted.when = bounds::bounded(counted.when, Some(Bound::Until), tokens, m.start);
    let evidence =
        Evidence { rule: "weekday-future".into(), anchor: Some(Box::new(frame.anchor())), confidence: 88 };
    Time {
        span,
        kind: TimeKind::Date,
        value: counted.value,
        when: Some(counted.when),
        unresolved: None,
        evidence,
    }
}

/// `overnight`, `45 days ago` and clock times count from the day told in their own sentence.
fn from_day_here(expression: &Expression, tense: Tense, reach: &Reach) -> Option<(Counted, Option<Anchor>)> {
    let own = match &expression.shape {
        Shape::Overnight(None) | Shape::Clock => true,
        Shape::Ago { unit, .. } => *unit <= Unit::Night,
        _ => false,
    };
    let (day, span) = reach.day_here().filter(|_| own)?;
    let counted = count::count(expression, tense, day)?;
    Some((counted, Some(Anchor { what: "day told".into(), value: iso(day), passages: vec![span] })))
}

/// `the same day`, `eight months later`, `Hours earlier`: counted from the date told before.
fn from_told(m: &Match, tokens: &[Token], reach: &Reach) -> Option<(Counted, Option<Anchor>)> {
    let expression = &m.expression;
    let hours = matches!(expression.shape, Shape::Later { unit: Unit::Hour | Unit::Minute, .. });
    let told = reach.near(hours && m.start == 0)?;
    let counted = match &expression.shape {
        Shape::Told(days) => {
            // "The same day he was quoted" points forward to its own clause.
            let same = tokens.get(m.start..m.end).is_some_and(|own| own.iter().any(|w| w.low == "same"));
            let forward = same
                && tokens.get(m.end).is_some_and(|n| {
                    n.capital
                        || matches!(
                            n.low.as_str(),
                            "he" | "she" | "it" | "they" | "that" | "as" | "when" | "the" | "a" | "we" | "i"
                        )
                });
            let day = told.when.interval.first_day().filter(|_| told.when.granularity <= Granularity::Day)?;
            if *days == 0 && forward {
                return None;
            }
            period::day_of(plus_days(day, *days)?, "day-told")
        }
        Shape::NightBefore => {
            let day = told.when.interval.first_day().filter(|_| told.when.granularity <= Granularity::Day)?;
            period::night(plus_days(day, -1)?, "day-told")
        }
        Shape::ToldUnit { unit, step } => {
            let day = told.when.interval.first_day().filter(|_| told.explicit)?;
            let n = i32::from(*step);
            match unit {
                Unit::Week if told.when.granularity <= Granularity::Week => {
                    period::week_of(plus_days(day, i64::from(n) * 7)?, "after-told")?
                }
                Unit::Month if told.when.granularity <= Granularity::Month => {
                    let day = plus_months(day.first_of_month(), n.into())?;
                    period::month_of(day.year(), day.month(), "after-told")?
                }
                Unit::Weekend if told.when.granularity <= Granularity::Week => {
                    period::unit_of(super::words::Which::This, Unit::Weekend, day)?
                }
                Unit::Year => period::year_of(day.year().checked_add(i16::from(*step))?, "after-told")?,
                _ => return None,
            }
        }
        Shape::TheUnit(unit) => {
            let day = told.when.interval.first_day().filter(|_| told.explicit)?;
            match unit {
                Unit::Year => period::year_of(day.year(), "after-told")?,
                Unit::Month if told.when.granularity <= Granularity::Month => {
                    period::month_of(day.year(), day.month(), "after-told")?
                }
                Unit::Week if told.when.granularity <= Granularity::Week => {
                    period::week_of(day, "after-told")?
                }
                _ => return None,
            }
        }
        Shape::ThatYear(shape) => {
            let year = Some(told.when.interval.first_day().filter(|_| told.explicit)?.year());
            let shape = match &**shape {
                Shape::Season { name, which, .. } => Shape::Season { year, name, which: *which },
                Shape::Month { month, which, .. } => Shape::Month { year, month: *month, which: *which },
                _ => return None,
            };
            let day = told.when.interval.first_day()?;
            Counted { rule: "after-told", ..count::count(&Expression::of(shape), Tense::Open, day)? }
        }
        Shape::SameBefore { unit, years } => {
            let granularity = match unit {
                Unit::Day => Granularity::Day,
                Unit::Week => Granularity::Week,
                _ => Granularity::Month,
            };
            let day = told.when.interval.first_day().filter(|_| told.when.granularity <= granularity)?;
            Counted { rule: "after-told", ..count::years_before(day, *years, granularity)? }
        }
        Shape::ToldWeekday { day: weekday, step } => {
            let day = told.when.interval.first_day().filter(|_| told.when.granularity <= Granularity::Day)?;
            let (ahead, back) = (weekday.since(day.weekday()), day.weekday().since(*weekday));
            let days = match step {
                1 => i64::from(if ahead == 0 { 7 } else { ahead }),
                -1 => -i64::from(if back == 0 { 7 } else { back }),
                _ => i64::from(weekday.to_monday_zero_offset() - day.weekday().to_monday_zero_offset()),
            };
            period::day_of(plus_days(day, days)?, "after-told")
        }
        Shape::Later { number, unit, back, more, .. } => later(*number, *unit, *back, *more, told)?,
        _ => return None,
    };
    let counted = count::finish(
        counted,
        &Expression { modifier: None, ..expression.clone() },
        told.when.interval.first_day()?,
    )?;
    Some((
        counted,
        Some(Anchor { what: "date told".into(), value: told.value.clone(), passages: vec![told.span] }),
    ))
}

fn later(number: Option<u32>, unit: Unit, back: bool, more: bool, told: &Told) -> Option<Counted> {
    let interval = told.when.interval;
    let (first, last) = (interval.first_day()?, interval.last_day()?);
    if unit == Unit::Hour || unit == Unit::Minute {
        let day = told.when.granularity <= Granularity::Day;
        let (from, to) = if back { (plus_days(first, -1)?, last) } else { (first, plus_days(last, 1)?) };
        let short = number.is_none_or(|n| n <= 24);
        return (day && short).then(|| range(from, to, Granularity::Days));
    }
    if !told.explicit || more {
        return None;
    }
    let n = i64::from(number?) * if back { -1 } else { 1 };
    let shift = |day: Date| -> Option<Date> {
        match unit {
            Unit::Day => plus_days(day, n),
            Unit::Week => plus_days(day, n.checked_mul(7)?),
            Unit::Month => plus_months(day, n),
            Unit::Year => plus_months(day, n.checked_mul(12)?),
            _ => None,
        }
    };
    let (from, to) = (shift(first)?, shift(last)?);
    match (told.when.granularity, unit) {
        (Granularity::Minute | Granularity::DayPart | Granularity::Day, Unit::Day) => {
            Some(period::day_of(from, "after-told"))
        }
        (Granularity::Minute | Granularity::DayPart | Granularity::Day, Unit::Week) => {
            Some(about(period::week_of(from, "after-told")?))
        }
        (g, Unit::Month) if g <= Granularity::Month => {
            Some(about(period::month_of(from.year(), from.month(), "after-told")?))
        }
        (g, Unit::Year) if g <= Granularity::Year => Some(about(period::year_of(from.year(), "after-told")?)),
        (Granularity::Year, Unit::Month) => {
            Some(range(from.first_of_month(), to.last_of_month(), Granularity::Month))
        }
        _ => None,
    }
}

fn about(mut counted: Counted) -> Counted {
    counted.when.certainty = Certainty::About;
    counted
}

/// Somewhere between two days, both included; months are written as months.
fn range(from: Date, to: Date, granularity: Granularity) -> Counted {
    let value = if granularity == Granularity::Month {
        format!("{:04}-{:02}/{:04}-{:02}", from.year(), from.month(), to.year(), to.month())
    } else {
        format!("{}/{}", iso(from), iso(to))
    };
    let when = When { interval: Interval::days(from, to), granularity, certainty: Certainty::Within };
    Counted { value, when, rule: "after-told" }
}

fn confidence(rule: &str, modified: bool) -> u8 {
    let base: u8 = match rule {
        "date-given" => 98,
        "event-known" => 85,
        "counted" | "so-far" | "night-into" | "day-told" | "nth-day" => 92,
        "date-past" | "date-future" | "weekday-past" => 90,
        "weekday-future" | "night-before" => 88,
        "weekday-named" | "after-told" | "period-told" => 80,
        "clock-day" => 65,
        _ => 72,
    };
    if modified { base.saturating_sub(3) } else { base }
}

/// Whether the expression can carry a reason of its own where it counts from something told.
pub(super) fn reason(expression: &Expression) -> Unresolved {
    match &expression.shape {
        Shape::Told(_)
        | Shape::ToldUnit { .. }
        | Shape::ToldWeekday { .. }
        | Shape::SameBefore { .. }
        | Shape::ThatYear(_)
        | Shape::Period(_)
        | Shape::Nth(_)
        | Shape::NightBefore
        | Shape::Later { .. } => Unresolved::NoAnchor,
        Shape::Ago { number: None, .. } | Shape::SomeWeekday(_) | Shape::Reference(_) | Shape::Length(_) => {
            Unresolved::TooVague
        }
        _ => Unresolved::NoArticleDate,
    }
}
