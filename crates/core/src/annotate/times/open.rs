//! Times without a place on the calendar: lengths, sets, words without a unit, and what could not be resolved.
//!
//! **Invariant:** every time that should have an interval and has none bears its reason. Values follow TIMEX3, with
//! `X` for each digit that is not known. Start at [`without_calendar`].

use super::expression::{Expression, Noun, Shape};
use super::feast::Feast;
use super::relate;
use super::words::{self, Unit};
use crate::annotate::{Time, TimeKind, Unresolved};
use crate::evidence::Evidence;
use crate::span::Span;

/// A length, set or reference, which no frame can place.
pub(super) fn without_calendar(expression: &Expression, span: Span) -> Option<Time> {
    let (kind, value, reason, rule) = match &expression.shape {
        Shape::Length(length) => {
            let vague = length.contains('X').then_some(Unresolved::TooVague);
            (TimeKind::Duration, length.clone(), vague, "length")
        }
        Shape::Around(length) => (TimeKind::Duration, length.clone(), Some(Unresolved::TooVague), "no-unit"),
        Shape::Set(value) => (TimeKind::Set, value.clone(), None, "repeats"),
        Shape::Era(value) => (TimeKind::Date, (*value).to_owned(), None, "no-unit"),
        Shape::Reference(value) => {
            // "Now" asks for no date; "soon" and "recently" do, and give none.
            let now = *value == "PRESENT_REF";
            (TimeKind::Date, (*value).to_owned(), (!now).then_some(Unresolved::TooVague), "no-unit")
        }
        _ => return None,
    };
    Some(Time { span, kind, value, when: None, unresolved: reason, evidence: Evidence::rule(rule, 90) })
}

/// A time that its frame does not fix.
pub(super) fn unresolved(expression: &Expression, span: Span) -> Time {
    let reason = relate::reason(expression);
    let mut value = match &expression.shape {
        Shape::Day { month, day, .. } | Shape::InYear { month, day: Some(day), .. } => {
            format!("XXXX-{month:02}-{day:02}")
        }
        Shape::Run { month, day, last, .. } => format!("XXXX-{month:02}-{day:02}/XXXX-{month:02}-{last:02}"),
        Shape::Month { month, .. } | Shape::InYear { month, day: None, .. } => format!("XXXX-{month:02}"),
        Shape::Quarter { number, .. } => format!("XXXX-Q{number}"),
        Shape::Half { number, .. } => format!("XXXX-H{number}"),
        Shape::Season { name, .. } => format!("XXXX-{name}"),
        Shape::ThatYear(shape) => {
            let inner = unresolved(&Expression::of((**shape).clone()), span);
            return Time { unresolved: Some(reason), ..inner };
        }
        Shape::Weekday { day, .. } | Shape::ToldWeekday { day, .. } | Shape::SomeWeekday(day) => {
            format!("XXXX-WXX-{}", day.to_monday_one_offset())
        }
        Shape::Weekend => "XXXX-WXX-WE".to_owned(),
        Shape::Ago { number: None, .. } => "PAST_REF".to_owned(),
        Shape::Period(said) => if said.noun == Noun::Quarter { "XXXX-QX" } else { "XXXX" }.to_owned(),
        Shape::FiscalYear { .. } | Shape::YearEnd(_) => "XXXX".to_owned(),
        Shape::WeekOf(_) => "XXXX-WXX".to_owned(),
        Shape::Feast { feast: Feast::Fixed(month, day), .. } => format!("XXXX-{month:02}-{day:02}"),
        Shape::TheUnit(unit)
        | Shape::Unit { unit, .. }
        | Shape::SameBefore { unit, .. }
        | Shape::ToldUnit { unit, .. }
        | Shape::Ago { unit, .. }
        | Shape::FromNow { unit, .. } => unit_value(*unit).to_owned(),
        Shape::Later { length, .. } => length.clone(),
        Shape::NightBefore | Shape::Overnight(_) => "XXXX-XX-XXTNI".to_owned(),
        _ => "XXXX-XX-XX".to_owned(),
    };
    if let Some((hour, minute)) = expression.clock {
        let zone = if expression.utc { "Z" } else { "" };
        value = format!("{value}T{hour:02}:{minute:02}{zone}");
    } else if let Some(part) = expression.part {
        value.push_str(words::suffix(part));
    }
    let kind = match &expression.shape {
        Shape::Later { .. } => TimeKind::Duration,
        Shape::NightBefore | Shape::Overnight(_) => TimeKind::Time,
        _ if expression.clock.is_some() || expression.part.is_some() => TimeKind::Time,
        _ => TimeKind::Date,
    };
    let rule = if reason == Unresolved::TooVague { "no-unit" } else { "no-frame" };
    Time { span, kind, value, when: None, unresolved: Some(reason), evidence: Evidence::rule(rule, 90) }
}

fn unit_value(unit: Unit) -> &'static str {
    match unit {
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Week => "XXXX-WXX",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Night => "XXXX-XX-XX",
    }
}
