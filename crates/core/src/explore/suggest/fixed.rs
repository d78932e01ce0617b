//! How many articles have each value of the fields that have a few fixed ones.
//!
//! **Invariant:** a count is how many articles the field finds with this value alone; all are counted in one pass over
//! the rows, once. Start at [`counted`].

use crate::annotate::Status;
use crate::explore::Unit;
use crate::explore::index::Index;
use crate::explore::query::{Field, VoiceCount};

/// The fields, each with its values and how many articles have them.
pub(super) fn counted(index: &Index) -> Vec<(Field, &'static str, u32)> {
    let mut statuses = [0; Status::ALL.len()];
    let mut voices = [0; VoiceCount::ALL.len()];
    let (mut dated, mut incomplete) = ([0; 3], [0; 2]);
    let rows = [Unit::Events, Unit::Quotations, Unit::Figures].map(|unit| index.rows(unit));
    for article in 0..index.articles() {
        let (mut held, mut rests) = (0, 0);
        for rows in rows {
            for row in rows.of_article(article) {
                held |= rows.statuses(row);
                rests |= rows.voices(row).map_or(0, |voices| 1 << voices as u32);
            }
        }
        add(&mut statuses, held);
        add(&mut voices, rests);
        let days = index.published(article).map(|when| (when.interval.first_day(), when.interval.last_day()));
        add(
            &mut dated,
            match days {
                Some((Some(first), Some(last))) if first == last => 1,
                Some(_) => 2,
                None => 4,
            },
        );
        add(&mut incomplete, if index.articles.incomplete.get(article as usize) == Some(1) { 1 } else { 2 });
    }
    let all: [(Field, &[u32]); 4] = [
        (Field::Status, &statuses),
        (Field::Voice, &voices),
        (Field::Dated, &dated),
        (Field::Incomplete, &incomplete),
    ];
    let of = |(field, counts): (Field, &[u32])| {
        field.fixed().into_iter().zip(counts.to_vec()).map(move |(value, count)| (field, value, count))
    };
    all.into_iter().flat_map(of).collect()
}

/// Counts the values whose bits are set.
fn add(counts: &mut [u32], bits: u32) {
    for (at, count) in counts.iter_mut().enumerate() {
        *count += bits >> at & 1;
    }
}
