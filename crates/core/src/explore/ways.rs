//! Ways on from a query that finds little: what it could leave out, and what its words may have been meant for.
//!
//! Every way differs from the query in one part, so what each clause finds is asked once, and joined from both ends
//! ([`Others`]): a hundred clauses with twenty ways cost as much as the query itself, and less where nothing is left.
//! **Invariant:** the count of a way is what its query finds. Start at [`ways`].

use std::cmp::Reverse;

use super::matching::Asked;
use super::query::{Clause, Leaf, Part, Pattern, Sought};
use super::set::Set;
use super::{Correction, Index, Query, Relaxation, Unit};
use crate::corpus::pack::Pack;
use crate::order::Order as _;

/// How many terms are offered for a word that finds little.
const MOST_MEANT: usize = 5;
/// Of a query of more parts so many are tried: nobody reads on, and each is a question of its own.
const MOST_TRIED: usize = 20;

/// The query without each of its parts, and with one of its words replaced by a term that it is near to, for each that
/// finds something; those that find most first.
pub(super) fn ways(
    pack: &Pack,
    index: &Index,
    query: &Query,
    unit: Unit,
) -> (Vec<Relaxation>, Vec<Correction>) {
    let ground = Ground { pack, index, unit };
    let others = Others::of(ground, query);
    (relaxations(ground, query, &others), corrections(ground, query, &others))
}

#[derive(Clone, Copy)]
struct Ground<'a> {
    pack: &'a Pack,
    index: &'a Index,
    unit: Unit,
}

impl Ground<'_> {
    fn found(self, query: &Query) -> Set {
        Asked::of(self.pack, self.index, query, self.unit).all()
    }

    /// The rows of which `clause` of `query` holds.
    fn held(self, query: &Query, clause: &Clause) -> Set {
        self.found(&Query { clauses: vec![clause.clone()], scope: query.scope, ..Query::default() })
    }
}

/// The rows of which the other clauses hold.
struct Others {
    /// For each of the first clauses the rows of which all other parts of the query hold.
    but_for: Vec<Set>,
    /// The rows of which all clauses hold.
    clauses: Set,
}

impl Others {
    fn of(ground: Ground<'_>, query: &Query) -> Self {
        let all = &query.clauses;
        let tried = all.len().min(MOST_TRIED);
        let (first, last) = all.split_at(tried);
        let mut clauses = Set::all(ground.index.rows(ground.unit).len() as usize);
        let and = |rows: &mut Set, clause: &Clause| {
            // Nothing can be added to nothing.
            if !rows.is_empty() {
                rows.and(&ground.held(query, clause));
            }
        };
        for clause in last {
            and(&mut clauses, clause);
        }
        let mut but_for = Vec::with_capacity(tried);
        for clause in first {
            but_for.push(clauses.clone());
            and(&mut clauses, clause);
        }
        let mut after = ground.found(&Query { clauses: Vec::new(), ..query.clone() });
        for (before, clause) in but_for.iter_mut().zip(first).rev() {
            before.and(&after);
            and(&mut after, clause);
        }
        Self { but_for, clauses }
    }
}

fn relaxations(ground: Ground<'_>, query: &Query, others: &Others) -> Vec<Relaxation> {
    let relaxed = |part: &Part| {
        let relaxed = query.without(part);
        let rows = match part {
            Part::Clause(clause) => {
                let at = query.clauses.iter().position(|own| own == clause);
                at.and_then(|at| others.but_for.get(at)).map_or(0, Set::len)
            }
            // It says where every word must occur.
            Part::Scope(_) => ground.found(&relaxed).len(),
            _ if others.clauses.is_empty() => 0,
            _ => {
                let mut rows = ground.found(&Query { clauses: Vec::new(), ..relaxed.clone() });
                rows.and(&others.clauses);
                rows.len()
            }
        };
        Relaxation { without: part.to_string(), query: relaxed, count: rows }
    };
    let mut relaxations: Vec<Relaxation> = query.parts().iter().take(MOST_TRIED).map(relaxed).collect();
    relaxations.order_by_key(|relaxation| Reverse(relaxation.count));
    relaxations
}

fn corrections(ground: Ground<'_>, query: &Query, others: &Others) -> Vec<Correction> {
    let mut corrections: Vec<Correction> = Vec::new();
    for (at, (clause, others)) in query.clauses.iter().zip(&others.but_for).enumerate() {
        let Clause::Leaf(Leaf::Text(pattern)) = clause else { continue };
        if others.is_empty() {
            continue;
        }
        let Some(word) = Sought::of(pattern).filter(|s| s.words.len() == 1).and_then(|mut s| s.words.pop())
        else {
            continue;
        };
        for meant in ground.index.near(&word, MOST_MEANT) {
            let clause = Clause::from(Leaf::Text(Pattern::word(&meant)));
            let mut rows = ground.held(query, &clause);
            rows.and(others);
            let count = rows.len();
            if count > 0 {
                let mut query = query.clone();
                query.clauses.get_mut(at).into_iter().for_each(|own| *own = clause.clone());
                corrections.push(Correction { word: pattern.text.clone(), meant, query, count });
            }
        }
    }
    corrections.order_by_key(|correction| Reverse(correction.count));
    corrections.truncate(MOST_MEANT);
    corrections
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Corpus;
    use crate::corpus::decisions::Decisions;
    use crate::corpus::sample::article_of;
    use crate::explore::{explore, open};

    fn check(asked: &str, expected: &[(&str, u32)], meant: &[(&str, u32)]) {
        let texts = ["talks in oslo", "truce in oslo", "talks and truce", "war"];
        let articles = (0..).zip(texts).map(|(at, text)| article_of(&format!("{at}.txt"), text, &[]));
        let corpus = Corpus::build(articles.collect(), &Decisions::default());
        let (pack, index) = open(&corpus).unwrap();
        let found = explore(&pack, &index, &Query::parse(asked), Unit::Articles);
        let ways: Vec<_> = found.relaxations.iter().map(|way| (way.without.as_str(), way.count)).collect();
        assert_eq!(ways, expected, "{asked}");
        let offered: Vec<_> = found.corrections.iter().map(|way| (way.meant.as_str(), way.count)).collect();
        assert_eq!(offered, meant, "{asked}");
        for (query, count) in found.relaxations.iter().map(|way| (&way.query, way.count)) {
            assert_eq!(explore(&pack, &index, query, Unit::Articles).matched.len(), count, "{query}");
        }
    }

    #[test]
    fn a_way_finds_what_its_query_finds() {
        check("talks oslo", &[("talks", 2), ("oslo", 2)], &[]);
        check("talks oslo truce", &[("talks", 1), ("oslo", 1), ("truce", 1)], &[]);
        check("talks nothing", &[("nothing", 2), ("talks", 0)], &[]);
        check("nothing never", &[("nothing", 0), ("never", 0)], &[]);
        check("talks -oslo undated:yes", &[("talks", 2), ("-oslo", 2), ("undated:yes", 1)], &[]);
        check("talk* truse", &[("truse", 2), ("talk*", 0)], &[("truce", 1)]);
    }

    #[test]
    fn of_a_long_query_the_first_parts_are_tried_and_the_others_hold() {
        let long = (0..30).map(|at| format!("-none{at}")).collect::<Vec<_>>().join(" ");
        let ways: Vec<String> = (0..MOST_TRIED).map(|at| format!("-none{at}")).collect();
        let expected: Vec<(&str, u32)> = ways.iter().map(|way| (way.as_str(), 1)).collect();
        check(&format!("{long} talks oslo"), &expected, &[]);
    }
}
