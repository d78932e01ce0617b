//! The address: a [`Query`] and a [`View`] as a URL fragment, and back.
//!
//! The fragment is the query in the language of the search box, percent-encoded, then the view's parameters:
//! `#person:"Steve%20Witkoff"&tab=quotations&open=a.txt~7467727c@12-40`.
//! **Invariant:** strings for URLs exist nowhere else; a fragment that was printed reads back as the same route, and an
//! unknown parameter is ignored.

use dateline_core::civil::Interval;
use dateline_core::engine::passage::Passage;
use dateline_core::explore::{By, Choice, Lanes, MOST_LANES, Query, Sort, Unit};
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// Where the reader is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    /// What is asked.
    pub query: Query,
    /// What is shown of it.
    pub view: View,
}

/// What is shown; never an input of the search.
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own in the address")]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// The open tab.
    pub tab: Unit,
    /// The order of the rows.
    pub sort: Sort,
    /// One line a row.
    pub compact: bool,
    /// The passage that is open in the reader.
    pub open: Option<Passage>,
    /// The timeline's window, or the one that fits.
    pub window: Option<Interval>,
    /// Whether gaps keep their width.
    pub even: bool,
    /// Whether the timeline is shown as a table.
    pub table: bool,
    /// The lanes of the timeline, or `None` for a single one.
    pub lanes: Option<Lanes>,
    /// Whether events are drawn by both clocks.
    pub clocks: bool,
}

/// What has a meaning in a fragment, or is not safe in an address that people paste.
const ENCODED: &AsciiSet =
    &CONTROLS.add(b' ').add(b'&').add(b'#').add(b'%').add(b'<').add(b'>').add(b'"').add(b'`');

impl Route {
    /// The route of `fragment`, which may be anything.
    pub fn parse(fragment: &str) -> Self {
        let mut parts = fragment.split('&').map(|p| percent_decode_str(p).decode_utf8_lossy().into_owned());
        let query = Query::parse(&parts.next().unwrap_or_default());
        let mut view = View::default();
        for part in parts {
            let (key, value) = part.split_once('=').unwrap_or((&part, ""));
            match key {
                "tab" => view.tab = unit(value),
                "sort" if value == "oldest" => view.sort = Sort::Oldest,
                "sort" if value == "best" => view.sort = Sort::Best,
                "compact" => view.compact = true,
                "open" => view.open = value.parse().ok(),
                "window" => view.window = window(value),
                "even" => view.even = true,
                "table" => view.table = true,
                "lanes" => {
                    let by = By::ALL.into_iter().find(|by| by.name() == value);
                    view.lanes = by.map(|by| Lanes { by, ..Lanes::default() });
                }
                "lane" | "folded" if !value.is_empty() => {
                    if let Some(lanes) = view.lanes.as_mut().filter(|lanes| lanes.chosen.len() < MOST_LANES) {
                        lanes.chosen.push(Choice { folded: key == "folded", ..Choice::of(value) });
                    }
                }
                "called" => {
                    if let Some(choice) = view.lanes.as_mut().and_then(|lanes| lanes.chosen.last_mut()) {
                        value.clone_into(&mut choice.called);
                    }
                }
                "others" => {
                    if let Some(lanes) = &mut view.lanes {
                        lanes.others = true;
                    }
                }
                "clocks" => view.clocks = true,
                _ => {}
            }
        }
        Self { query, view }
    }

    /// The fragment of this route, without `#`.
    pub fn print(&self) -> String {
        let mut parts = vec![self.query.to_string()];
        let view = &self.view;
        parts.extend((view.tab != Unit::Events).then(|| format!("tab={}", view.tab.name())));
        parts.extend(match view.sort {
            Sort::Newest => None,
            Sort::Oldest => Some("sort=oldest".to_owned()),
            Sort::Best => Some("sort=best".to_owned()),
        });
        parts.extend(view.compact.then(|| "compact".to_owned()));
        parts.extend(view.window.map(|w| format!("window={}..{}", w.from, w.to)));
        parts.extend(view.even.then(|| "even".to_owned()));
        parts.extend(view.table.then(|| "table".to_owned()));
        if let Some(lanes) = &view.lanes {
            parts.push(format!("lanes={}", lanes.by.name()));
            for choice in &lanes.chosen {
                parts.push(format!("{}={}", if choice.folded { "folded" } else { "lane" }, choice.value));
                parts.extend((!choice.called.is_empty()).then(|| format!("called={}", choice.called)));
            }
            parts.extend(lanes.others.then(|| "others".to_owned()));
        }
        parts.extend(view.clocks.then(|| "clocks".to_owned()));
        parts.extend(view.open.as_ref().map(|p| format!("open={p}")));
        let encoded = parts.iter().map(|p| utf8_percent_encode(p, ENCODED).to_string());
        encoded.collect::<Vec<_>>().join("&")
    }
}

fn unit(text: &str) -> Unit {
    Unit::ALL.into_iter().find(|unit| unit.name() == text).unwrap_or_default()
}

/// `FROM..TO` in civil seconds, if it is a window at all.
fn window(text: &str) -> Option<Interval> {
    let (from, to) = text.split_once("..")?;
    let window = Interval { from: from.parse().ok()?, to: to.parse().ok()? };
    (window.from < window.to && window.is_closed()).then_some(window)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(fragment: &str) {
        let route = Route::parse(fragment);
        assert_eq!(Route::parse(&route.print()), route, "{fragment}");
    }

    #[test]
    fn every_fragment_reads_back_as_the_same_route() {
        for fragment in [
            "",
            "ceasefire",
            "person:%22Steve%20Witkoff%22%20-place:Russia&tab=quotations",
            "after:2026-01-29%20before:2026-02-07&sort=oldest&compact&even&table&clocks",
            "%22a%20%26%20b%22&open=a%20b.txt~7467727c@12-40",
            "x&window=1000..2000",
            "at%20least&tab=figures",
            "x&lanes=person&lane=Steve%20Witkoff&folded=O%27Neill%20%26%20Co%3D&others",
            "&lanes=thread&lane=talks%20place:%22Abu%20Dhabi%22&called=The%20talks&folded=a%20OR%20b",
            "&lanes=article&lane=a%20b.txt~7467727c",
        ] {
            check(fragment);
        }
    }

    #[test]
    fn nonsense_is_a_search_for_words_and_unknown_parameters_are_ignored() {
        for fragment in ["%%%", "&&&&", "a&b=c&tab=no&window=9..1&open=zzz", "%FF%FE", "=&=", "\u{0}"] {
            check(fragment);
        }
        assert_eq!(Route::parse("a&window=9..1&tab=no").view, View::default());
    }

    #[test]
    fn a_view_is_no_part_of_the_query() {
        assert_eq!(Route::parse("a&tab=articles").query, Route::parse("a").query);
    }
}
