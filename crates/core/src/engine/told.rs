//! What stands at marks of the drawing, told in full: each with who says so, the whole passage, its source, and why it
//! stands there.
//!
//! **Invariant:** a thing is told as a row of the results tells it, verbatim and whole. Start at [`Engine::told`].

use super::decided::counted;
use super::row::{self, Row};
use super::voice::{self, Tag};
use super::{Ask, Engine, run};
use crate::evidence::because;
use crate::explore::{self, Ranking};
use crate::layout::timeline::{Form, ItemId};

impl Engine {
    /// The things `ids`, each with why it has its time as its only note; those that there are not are left out.
    pub fn told(&self, ids: &[ItemId]) -> Vec<Row> {
        let hits = run::Hits::default();
        let making = self.making(&hits);
        let told = |id: &ItemId| {
            let opened = self.pack.article(id.article)?;
            let article = &opened.article;
            let Some(event) = id.event else {
                let rule = &article.document.published.evidence.rule;
                let tag = Tag { form: Form::Published, text: "Published".to_owned() };
                let notes = because(rule).map(str::to_owned).into_iter().collect();
                return Some(Row { tags: vec![tag], notes, ..row::whole(making, &opened) });
            };
            let event = opened.event(event)?;
            let time = event.time.and_then(|time| article.annotations.times.get(time as usize));
            let counted = counted(article, event).map_or(String::new(), |counted| format!(", {counted}"));
            let notes =
                time.and_then(|time| because(&time.evidence.rule)).map(|why| format!("{why}{counted}"));
            let undated = row::undated_head(event.undated.unwrap_or(crate::annotate::Undated::NoTimeGiven));
            Some(Row {
                tags: vec![voice::tag(&self.pack, &opened, event, true)],
                notes: notes.into_iter().collect(),
                ..row::base(making, &opened, event.span, event.when.as_ref(), undated)
            })
        };
        ids.iter().filter_map(told).collect()
    }

    /// The rows of `ask` from the one with the index `from` on, at most as many as it wants: a page of a long table.
    pub fn page(&self, ask: &Ask, from: u32) -> Vec<Row> {
        let matched = explore::matched(&self.pack, &self.index, &ask.query, ask.unit);
        let hits = run::Hits::of(&self.pack, &self.index, &ask.query);
        let making = self.making(&hits);
        let ranking = Ranking::of(&self.index, &ask.query, ask.unit, &matched, ask.sort);
        let (from, most) = (from as usize, ask.rows as usize);
        let first = ranking.first(&matched, from.saturating_add(most));
        first.into_iter().skip(from).map(|row| row::row(making, ask.unit, row)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{ask, engine};
    use super::*;
    use crate::explore::{Sort, Unit};

    #[test]
    fn the_pages_of_a_table_are_the_rows_of_the_answer() {
        let engine = engine();
        for unit in Unit::ALL {
            for sort in [Sort::Newest, Sort::Oldest, Sort::Best] {
                for query in ["", "talks", "person:berg", "nothing like it"] {
                    let all = engine.ask(&Ask { sort, ..ask(query, unit) }).rows;
                    let some = Ask { sort, rows: 2, ..ask(query, unit) };
                    let pages = (0..=all.len() as u32).step_by(2).map(|from| engine.page(&some, from));
                    assert_eq!(pages.flatten().collect::<Vec<_>>(), all, "{query} {unit:?} {sort:?}");
                }
            }
        }
        assert_eq!(engine.page(&ask("", Unit::Events), u32::MAX), Vec::new());
    }

    #[test]
    fn a_mark_is_told_with_who_says_so_its_whole_passage_and_why() {
        let engine = engine();
        let answer = engine.ask(&ask("", Unit::Events));
        for mark in &answer.timeline.marks {
            for row in engine.told(&mark.ids) {
                assert!(
                    !row.tags.is_empty() && !row.when_long.is_empty() && !row.source.is_empty(),
                    "{row:?}"
                );
                let found = row.passage.find(engine.pack(), &engine.index).unwrap().1;
                let text: String = row.runs.iter().map(|run| run.text.as_str()).collect();
                assert_eq!(text, row.passage.span.of(&found.article.document.text));
                assert!(row.notes.len() <= 1);
            }
            assert_eq!(engine.told(&mark.ids).len(), mark.ids.len());
        }
        let none = ItemId { article: 99, event: Some(3) };
        assert_eq!(engine.told(&[none]), Vec::new());
    }

    #[test]
    fn a_sentence_of_a_sheet_knows_the_marks_of_its_events() {
        let engine = engine();
        let answer = engine.ask(&ask("", Unit::Events));
        for mark in answer.timeline.marks.iter().zip(&answer.marks) {
            let (Some(id), passage) = (mark.0.ids.first().filter(|id| id.event.is_some()), &mark.1.passage)
            else {
                continue;
            };
            let sheet = engine.sheet(passage, &ask("", Unit::Events).query).unwrap();
            assert_eq!(sheet.article, id.article);
            let pieces = sheet.blocks.iter().flat_map(|block| &block.pieces);
            let own = |(from, to): (u32, u32)| id.event.is_some_and(|event| (from..to).contains(&event));
            let holding: Vec<_> = pieces.filter(|piece| own(piece.numbers)).collect();
            assert!(holding.len() == 1 && passage.span.contains(holding[0].span), "{holding:?}");
        }
    }
}
