//! "As known on a day": what the end of publication leaves out, in words.
//!
//! **Invariant:** what was surely published later, what may have been, and what nobody dates are counted apart.
//! Start at [`known`].

use serde::{Deserialize, Serialize};

use crate::civil::{Interval, iso};
use crate::explore::{Findings, Later, Query, Unit, known_until};
use crate::layout::number_text::count;

/// Up to when publications are shown, and what is not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// The last day of publication that is shown, ISO; empty where all are.
    pub day: String,
    /// `12 events left out`, or `nothing left out`, for a slider's value; empty where all are shown.
    pub short: String,
    /// `Left out: 12 events of 2 articles published later, 3 of 1 undated article.`, or empty; the day stands beside it.
    pub says: String,
}

/// What `query` leaves out of `findings` since it came later.
pub(super) fn known(findings: &Findings, query: &Query) -> Known {
    let end = known_until(query).map(|to| Interval { from: to.saturating_sub(1), to });
    let Some(day) = end.and_then(Interval::last_day) else { return Known::default() };
    let (unit, later) = (findings.unit, findings.later);
    let all = later.after.0 + later.unsure.0 + later.unknown.0;
    let short =
        if all == 0 { "nothing left out".to_owned() } else { format!("{} left out", rows(unit, all)) };
    Known { day: iso(day), short, says: sentence(unit, later) }
}

fn sentence(unit: Unit, later: Later) -> String {
    let mut parts: Vec<String> = Vec::new();
    let reasons = [
        (later.after, "", " published later"),
        (later.unknown, "undated ", ""),
        (later.unsure, "", " perhaps later"),
    ];
    for ((n, articles), before, behind) in reasons.into_iter().filter(|((n, _), ..)| *n > 0) {
        // The noun stands with the first number, and the others count the same.
        let own = if parts.is_empty() { rows(unit, n) } else { count(n) };
        let own = if unit == Unit::Articles { String::new() } else { format!("{own} of ") };
        let ending = if articles == 1 { "" } else { "s" };
        parts.push(format!("{own}{} {before}article{ending}{behind}", count(articles)));
    }
    if parts.is_empty() { String::new() } else { format!("Left out: {}.", parts.join(", ")) }
}

fn rows(unit: Unit, n: u32) -> String {
    format!("{} {}", count(n), if n == 1 { unit.one() } else { unit.name() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_is_counted_by_how_well_it_is_known_when_it_came() {
        let check = |unit, later, expected: &str| {
            assert_eq!(sentence(unit, later), expected);
        };
        let later = Later { after: (12, 2), unsure: (1, 1), unknown: (0, 0) };
        check(Unit::Events, Later::default(), "");
        check(
            Unit::Events,
            later,
            "Left out: 12 events of 2 articles published later, 1 of 1 article perhaps later.",
        );
        check(
            Unit::Articles,
            Later { after: (2, 2), unsure: (0, 0), unknown: (1, 1) },
            "Left out: 2 articles published later, 1 undated article.",
        );
        check(
            Unit::Figures,
            Later { unknown: (1, 1), ..Later::default() },
            "Left out: 1 figure of 1 undated article.",
        );
    }
}
