//! Events that several articles tell of, as one thing to draw.
//!
//! **Invariant:** only what a rule has joined, at the same time and in the same form, is one thing: who claims it and who
//! reports it stay two marks. Likeness of texts says nothing of where they come from; a credit does.
//! Start at [`joined`]; [`says`] puts it into words.

use crate::annotate::CreditKind;
use crate::corpus::pack::Pack;
use crate::explore::Index;
use crate::fold::fold;
use crate::layout::number_text::count;
use crate::layout::timeline::{Item, ItemId};
use crate::order::Order as _;

/// `items` with those that tell of one event as one: the first that matches, which names the others.
pub(super) fn joined(pack: &Pack, index: &Index, items: Vec<Item>) -> Vec<Item> {
    let clusters = clusters(pack, index, &items);
    if clusters.is_empty() {
        return items;
    }
    let cluster_of = |id: ItemId| {
        let at = clusters.binary_search_by_key(&id, |(own, _)| *own).ok()?;
        clusters.get(at).map(|(_, cluster)| *cluster)
    };
    let mut out: Vec<Item> = Vec::with_capacity(items.len());
    // Where the first of each cluster, time and form stands.
    let mut firsts: Vec<(u32, usize)> = Vec::new();
    for item in items {
        let Some(cluster) = cluster_of(item.id) else {
            out.push(item);
            continue;
        };
        let like = |own: &Item| own.when == item.when && own.form == item.form;
        let first = firsts.iter().filter(|(own, _)| *own == cluster).map(|(_, at)| *at);
        let first = first.into_iter().find(|at| out.get(*at).is_some_and(like));
        let Some(first) = first.and_then(|at| out.get_mut(at)) else {
            firsts.push((cluster, out.len()));
            out.push(item);
            continue;
        };
        let mut other = if item.matched && !first.matched { std::mem::replace(first, item) } else { item };
        first.also.push(other.id);
        first.also.append(&mut other.also);
        first.count = (first.count.0 + other.count.0, first.count.1 + other.count.1);
    }
    for item in out.iter_mut().filter(|item| !item.also.is_empty()) {
        item.articles = articles(item.also.iter().chain([&item.id])).len() as u32;
    }
    out
}

/// The articles of `ids`, each once.
fn articles<'a>(ids: impl Iterator<Item = &'a ItemId>) -> Vec<u32> {
    let mut articles: Vec<u32> = ids.map(|id| id.article).collect();
    articles.order();
    articles.dedup();
    articles
}

/// Each event of `items` that is in a cluster, with the number of that cluster's first report.
fn clusters(pack: &Pack, index: &Index, items: &[Item]) -> Vec<(ItemId, u32)> {
    let mut known = Vec::new();
    for article in articles(items.iter().filter(|item| item.id.event.is_some()).map(|item| &item.id)) {
        for report in index.reports_of(article) {
            let Some(told) = pack.cluster_of(report) else { continue };
            let Some(first) = told.reports.first().copied() else { continue };
            let own = told.reports.iter().zip(&told.events).filter(|(other, _)| **other == report);
            known.extend(own.map(|(_, event)| (ItemId { article, event: Some(*event) }, first)));
        }
    }
    known.order();
    known
}

/// `, told in 3 articles, one origin: Reuters`, for the things `ids` that are one event.
pub(super) fn says(pack: &Pack, ids: &[ItemId], articles: u32) -> String {
    if articles < 2 {
        return String::new();
    }
    let origin = one_origin(pack, &self::articles(ids.iter()))
        .map_or(String::new(), |origin| format!(", one origin: {origin}"));
    format!(", told in {} articles{origin}", count(articles))
}

/// Whom all of `articles` name as where they have it from, or are.
fn one_origin(pack: &Pack, articles: &[u32]) -> Option<String> {
    let origins = |article: u32| {
        let opened = pack.article(article)?;
        let article = &opened.article;
        // What a credit says of one fact says nothing of another one in the same text.
        let whole = article.annotations.credits.iter().filter(|credit| credit.kind == CreditKind::Article);
        let mut names: Vec<String> =
            whole.map(|credit| credit.origin.of(&article.document.text).to_owned()).collect();
        let credited = !names.is_empty();
        names.extend(article.document.publisher.as_ref().map(|publisher| publisher.value.clone()));
        Some((names, credited))
    };
    let all: Vec<(Vec<String>, bool)> = articles.iter().filter_map(|article| origins(*article)).collect();
    let ((first, _), others) = all.split_first()?;
    let named = |name: &&String| {
        let name = fold(name);
        others.iter().all(|(names, _)| names.iter().any(|own| fold(own) == name))
    };
    // That one publisher has several articles is no origin: a credit says so in one of them at least.
    let credited = all.len() == articles.len() && all.iter().any(|(_, credited)| *credited);
    first.iter().find(named).filter(|_| credited).cloned()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{ask, engine_of};
    use crate::explore::Unit;
    use crate::layout::timeline::Form;

    const FIRST: &str = "Anna Berg met Tom Hale in Oslo on Thursday to discuss fishing rights.";
    const SECOND: &str = "The meeting of Anna Berg and Tom Hale about fishing was held in Oslo on Thursday.";

    /// The events drawn of two articles with these last lines: in how many articles each is, and what its mark says.
    fn check(last: [&str; 2], expected: &[(u32, &str)]) {
        let text = |publisher: &str, body: &str, last: &str| {
            format!(
                "---\ntitle: Fishing\npublisher: {publisher}\npublished: 2026-03-13\n---\n{body}\n\n{last}\n"
            )
        };
        let files = [text("The Herald", FIRST, last[0]), text("Reuters", SECOND, last[1])];
        let engine = engine_of(&[("a.md", &files[0]), ("b.md", &files[1])]);
        let answer = engine.ask(&ask("", Unit::Events));
        let marks = answer.timeline.marks.iter().zip(&answer.marks);
        let told = marks.filter(|(mark, _)| mark.form != Form::Published);
        let told: Vec<(u32, &str)> = told.map(|(mark, name)| (mark.articles, &*name.name)).collect();
        let same =
            |(own, wanted): (&(u32, &str), &(u32, &str))| own.0 == wanted.0 && own.1.ends_with(wanted.1);
        assert!(told.len() == expected.len() && told.iter().zip(expected).all(same), "{last:?} {told:?}");
    }

    #[test]
    fn what_two_articles_tell_of_one_event_is_one_mark_with_their_number() {
        check(["", ""], &[(2, ", told in 2 articles")]);
    }

    #[test]
    fn one_origin_is_said_where_a_credit_says_so() {
        check(["Source: Tass", "Source: Tass"], &[(2, ", told in 2 articles, one origin: Tass")]);
        check(["Source: Tass", ""], &[(2, ", told in 2 articles")]);
        check(["Source: Reuters", ""], &[(2, ", told in 2 articles, one origin: Reuters")]);
        check(["Source: Reuters", "Source: Tass"], &[(2, ", told in 2 articles, one origin: Reuters")]);
    }
}
