//! The reader's corrections: dates of publication that they set for articles which give none.
//!
//! They are kept in this browser, each page's its own, and make another pack of the one that is here; what they change
//! says everywhere that the reader has set it.
//! **Invariant:** a correction names an article by its file and its bytes, never by a number; one is kept only once it
//! has taken effect, so that a change which fails leaves everything as it was. Start at [`Explorer::set_date`].

use dateline_core::corpus::decisions::{DateOf, PublishedOn};
use dateline_core::engine::Record;
use dateline_core::engine::passage::Passage;
use dateline_core::layout::date_text::typed::{Typed, published};
use dateline_core::span::Span;
use leptos::prelude::*;

use super::{Explained, Explorer};
use crate::platform::engine::Port;
use crate::platform::{element, location, pack, preferences};
use crate::route::{Route, View};

/// The date of publication that the reader has set for an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The article.
    pub article: Passage,
    /// Its headline, on one line.
    pub title: String,
    /// The day or the month, ISO.
    pub published: String,
}

/// What becomes of a change of the corrections.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Setting {
    /// Nothing more: what is shown is under all of them.
    #[default]
    Done,
    /// It is being made.
    Going,
    /// It could not be made, and why; what is shown is under the ones before.
    Failed(String),
    /// Those that are kept could not be made when the page was opened, and why; what is shown is under none.
    Refused(String),
}

impl Correction {
    /// The date in words.
    pub fn date(&self) -> String {
        published(&self.published).map_or_else(|_| self.published.clone(), |(_, words)| words)
    }

    /// The correction as a table of `decisions.toml`.
    pub fn decision(&self) -> String {
        let published = PublishedOn::parse(&self.published);
        let decision = |published| DateOf { article: self.name(), published, reason: None }.to_string();
        published.map(decision).unwrap_or_default()
    }

    /// The name of the article.
    fn name(&self) -> String {
        format!("{}~{}", self.article.file, self.article.hash)
    }

    /// The correction in a line that was kept.
    fn of_line(line: &str) -> Option<Self> {
        let (date, rest) = line.split_once(' ')?;
        let (fragment, title) = rest.split_once(' ')?;
        let published = read(date).ok()?;
        Some(Self { article: Route::parse(fragment).view.open?, title: title.to_owned(), published })
    }

    /// The line in which it is kept: the date, the article as the end of an address, and its headline.
    fn line(&self) -> String {
        let view = View { open: Some(self.article.clone()), ..View::default() };
        let fragment = Route { view, ..Route::default() }.print();
        format!("{} {fragment} {}\n", self.published, self.title)
    }
}

/// The corrections that this browser keeps for this page; `None` where it has kept none yet, or keeps nothing.
pub fn kept() -> Option<Vec<Correction>> {
    let lines = preferences::read(&key())?;
    Some(lines.lines().filter_map(Correction::of_line).collect())
}

/// The corrections as `decisions.toml` has them.
pub fn decisions(all: &[Correction]) -> String {
    all.iter().map(Correction::decision).collect::<Vec<_>>().join("\n")
}

/// The corrections under which the pack is opened here, where there are any.
pub fn kept_decisions() -> Option<String> {
    under(&kept().unwrap_or_default())
}

/// The day or the month of publication that `text` names, ISO, or why it names none.
fn read(text: &str) -> Result<String, String> {
    let (date, words) = published(text)?;
    let known = PublishedOn::parse(&date).is_some();
    known.then_some(date).ok_or_else(|| format!("Expected a year from 1500 to 2200; found {words}."))
}

fn under(all: &[Correction]) -> Option<String> {
    (!all.is_empty()).then(|| decisions(all))
}

/// Under which key the corrections of this page are kept: pages of one site may hold other documents.
fn key() -> String {
    format!("corrections:{}", location::address(""))
}

impl Explorer {
    /// What the corpus holds.
    pub fn record(self) -> Record {
        self.port.with(Port::record)
    }

    /// Sets the date of publication of `article` to what `text` says, or tells why it says none. What can be set here
    /// takes effect in a moment, and is kept; else the lines for `decisions.toml` are given back. The focus goes to the
    /// element `then`, since the field is gone by then.
    pub fn set_date(
        self,
        (article, title): &(Passage, String),
        text: &str,
        then: &'static str,
    ) -> Result<Option<String>, String> {
        if self.setting.with_untracked(|setting| *setting == Setting::Going) {
            return Err("A date is being set just now: try again when that is done.".to_owned());
        }
        let published = read(text)?;
        let article = Passage { span: Span::default(), ..article.clone() };
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let new = Correction { article, title, published };
        if pack::may_be_corrected().is_err() {
            return Ok(Some(new.decision()));
        }
        let look = new.published.clone();
        let change = |all: &mut Vec<Correction>| {
            all.retain(|other| other.article != new.article);
            all.push(new);
        };
        self.correct(change, move || {
            self.look_at(&look);
            element::catch_focus([then, "marks"]);
        });
        Ok(None)
    }

    /// Shows the time of `published` on the timeline, unless it is there.
    pub fn look_at(self, published: &str) {
        if let (Ok(Typed::Time(time)), Some(window)) = (Typed::read(published), self.window())
            && !time.overlaps(window)
        {
            let _ = self.go_to(published);
        }
    }

    /// Takes the date that the reader has set for `article` back.
    pub fn unset_date(self, article: &Passage) {
        let change = |all: &mut Vec<Correction>| all.retain(|other| other.article != *article);
        self.correct(change, || element::catch_focus(["corrections", "reader", "marks"]));
    }

    /// The date that the reader has set for the article of `passage`.
    pub fn set_for(self, passage: &Passage) -> Option<Correction> {
        let of = |c: &&Correction| c.article.file == passage.file && c.article.hash == passage.hash;
        self.corrections.with(|all| all.iter().find(of).cloned())
    }

    /// Changes the corrections and calls `then` when what is shown is under the new ones: the pack is opened again, and all
    /// stays as it is until then.
    fn correct(self, change: impl FnOnce(&mut Vec<Correction>), then: impl FnOnce() + 'static) {
        if self.setting.with_untracked(|setting| *setting == Setting::Going) {
            return;
        }
        // Another window may have changed them since.
        let stored = kept().filter(|_| !self.unkept.get_value());
        let mut all = stored.unwrap_or_else(|| self.corrections.get_untracked());
        let refused = self.setting.with_untracked(|setting| matches!(setting, Setting::Refused(_)));
        change(&mut all);
        self.setting.set(Setting::Going);
        pack::open(under(&all), move |opened| match opened {
            Ok((port, None)) => {
                let lines = all.iter().map(Correction::line).collect::<String>();
                self.corrections.set(all);
                self.take(port);
                let is_kept = preferences::keep(&key(), &lines);
                self.unkept.set_value(!is_kept);
                let unkept =
                    || "This browser keeps nothing: dates that you set are here until the page closes.";
                self.setting.set(if is_kept { Setting::Done } else { Setting::Failed(unkept().to_owned()) });
                self.when_answered(then);
            }
            Ok((_, Some(why))) | Err(why) if refused => self.setting.set(Setting::Refused(why)),
            Ok((_, Some(why))) | Err(why) => self.setting.set(Setting::Failed(why)),
        });
    }

    /// Goes on with another engine: everything is asked again, and what bears numbers of the old one is closed.
    fn take(self, port: Port) {
        self.row.set(None);
        self.noted.set(None);
        self.named.set(None);
        self.bundle.set(Vec::new());
        self.newest.set(Vec::new());
        // Names and times of the open document have other numbers now.
        let published = self.explained.get_untracked().filter(|what| *what == Explained::Published);
        self.explained.set(Some(published.unwrap_or(Explained::Passage)));
        self.port.set(port);
        let (open, query) = self.route.with_untracked(|r| (r.view.open.clone(), r.query.clone()));
        self.fetch(open.as_ref(), &query);
    }

    /// Whether a date that the reader has set is not in effect, and why, for its row: no article here bears it, or this page
    /// cannot set it.
    pub fn out_of_effect(self, correction: &Correction) -> Option<&'static str> {
        if self.setting.with(|setting| matches!(setting, Setting::Refused(_))) {
            return Some("Not in effect");
        }
        // Its file has other bytes now, or has gone.
        let unused = self.record().unused.contains(&format!("date \"{}\"", correction.name()));
        unused.then_some("Not among these articles")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn correction(file: &str, title: &str) -> Correction {
        let article = Passage { file: file.to_owned(), hash: "1f3a90bc".to_owned(), span: Span::default() };
        Correction { article, title: title.to_owned(), published: "2026-02-05".to_owned() }
    }

    #[test]
    fn what_is_kept_comes_back_whatever_the_file_is_called() {
        for (file, title) in [
            ("000_a.txt", "Talks to resume"),
            ("a b/c&d#e%20\n.txt", "“Out of the question” & more"),
            ("\u{fc}ber.md", ""),
        ] {
            let one = correction(file, title);
            assert_eq!(Correction::of_line(one.line().trim_end_matches('\n')), Some(one.clone()), "{file}");
            assert_eq!(one.line().lines().count(), 1);
        }
        assert_eq!(Correction::of_line("2026 x y"), None);
        assert_eq!(Correction::of_line("1400-02 &open=a.txt~1f3a90bc@0-0 x"), None);
        assert_eq!(Correction::of_line(""), None);
    }

    #[test]
    fn corrections_are_written_as_the_build_reads_them() {
        assert_eq!(
            decisions(&[correction("000_a.txt", "A"), correction("a \"b\"\\\n.txt", "B")]),
            "[[date]]\narticle = \"000_a.txt~1f3a90bc\"\npublished = \"2026-02-05\"\n\n\
             [[date]]\narticle = \"a \\\"b\\\"\\\\\\u000A.txt~1f3a90bc\"\npublished = \"2026-02-05\"\n"
        );
    }

    #[test]
    fn a_date_that_was_set_is_told_in_words() {
        assert_eq!(correction("a", "").date(), "5 February 2026");
        assert_eq!(
            Correction { published: "2026-02".to_owned(), ..correction("a", "") }.date(),
            "February 2026"
        );
    }

    #[test]
    fn a_year_that_no_file_of_corrections_takes_is_told_back() {
        let check = |text: &str, expected: Result<&str, &str>| {
            assert_eq!(read(text), expected.map(str::to_owned).map_err(str::to_owned), "{text}");
        };
        check("5 feb 2026", Ok("2026-02-05"));
        check("feb 1500", Ok("1500-02"));
        check("feb 1400", Err("Expected a year from 1500 to 2200; found February 1400."));
        check("1 mar 2300", Err("Expected a year from 1500 to 2200; found 1 March 2300."));
    }
}
