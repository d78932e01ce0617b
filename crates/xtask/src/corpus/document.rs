//! The documents of a corpus, each made by its index: which story, which day, whose paper, and what is odd about it.
//!
//! Of a hundred documents about twenty are an agency’s text with changes, seven are undated, three tell only their
//! month and three only a week, three are in another language, and one in two hundred is broken.
//! **Invariant:** a document depends on the seed, the number of documents, their length and its index, and on nothing
//! that was made before it. Start at [`Model::document`].

use super::chance::Chance;
use super::layout::{Dating, Sheet, html, plain};
use super::names::{PUBLISHERS, Publisher};
use super::prose::{self, Article};
use super::story::Story;
use super::{tongues, when};

/// How many documents there are to a story, on average.
const PER_STORY: u64 = 12;

/// What a corpus is made from.
#[derive(Clone, Copy, Debug)]
pub struct Model {
    /// How many documents it has.
    pub docs: u64,
    /// What its chance starts from.
    pub seed: u64,
    /// How many words a document has, on average.
    pub tokens: u64,
}

/// A document of a corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its path: a folder for each thousand, so that a million are no burden.
    pub file: String,
    /// Its text, sound in every line of JSON; of a broken document what it was before, or what little there is.
    pub text: String,
    /// Its bytes as a file: those of the text, or a page, or whatever is left of it.
    pub bytes: Vec<u8>,
    /// The publisher's name, where a reader is told.
    pub publisher: Option<String>,
    /// The number of the day that it is of, whether it says so or not.
    pub day: u64,
    /// What it tells of that day.
    pub dating: Dating,
    /// Whether it is broken.
    pub is_broken: bool,
}

impl Model {
    /// The document of `index`, from 0.
    pub fn document(&self, index: u64) -> Document {
        let mut chance = Chance::of(&[self.seed, self.docs, self.tokens, index]);
        let stories = (self.docs / PER_STORY).max(1);
        // One in seven is told once and never again; a story's number says how many documents it has.
        let is_alone = chance.percent(14);
        let number = if is_alone { stories + index } else { chance.low(stories) };
        let expected =
            if is_alone { 1 } else { (self.docs / (2 * ((number + 1) * stories).isqrt()).max(1)).max(1) };
        let publisher = Publisher::of(chance.low(PUBLISHERS));
        let is_wire = !is_alone && chance.percent(20);
        // An agency spells as an agency does.
        let spelling = if is_wire { 0 } else { publisher.number };
        let story = Story::of(self.seed, number, expected, spelling);
        let mut day = story.start + chance.low(story.life);
        let is_foreign = chance.percent(3);
        let article = if is_foreign {
            tongues::article(&story, self.tokens, Chance::new(chance.draw()))
        } else if is_wire {
            let mut wire = Chance::of(&[story.seed, 12, chance.below(1 + expected / 20)]);
            day = story.start + wire.low(story.life);
            let own = Chance::new(wire.draw());
            reprinted(prose::article(&story, day, self.tokens, own), &mut chance)
        } else {
            prose::article(&story, day, self.tokens, Chance::new(chance.draw()))
        };
        let dating = match chance.below(100) {
            0..=6 => Dating::None,
            7..=9 => Dating::Month,
            10..=12 => Dating::Range,
            _ => Dating::Day,
        };
        let author = if chance.percent(80) { publisher.author(chance.draw()) } else { String::new() };
        let sheet = Sheet {
            article: &article,
            publisher: &publisher,
            author: &author,
            day,
            dating,
            city: story.city,
        };
        let text = plain(&sheet, &mut chance);
        let is_page = !is_foreign && dating != Dating::Range && chance.percent(15);
        let ending = if is_page { "html" } else { "txt" };
        let mut document = Document {
            file: format!("{:04}/{index:07}.{ending}", index / 1000),
            bytes: if is_page { html(&sheet).into_bytes() } else { text.clone().into_bytes() },
            publisher: (publisher.number % 4 < 2 || dating == Dating::Month).then_some(publisher.name),
            text,
            day,
            dating,
            is_broken: false,
        };
        if chance.below(200) == 0 {
            document.break_it(&mut chance);
        }
        document
    }
}

/// The text of an agency as another paper prints it: another headline, a paragraph less, one sentence moved.
fn reprinted(mut article: Article, chance: &mut Chance) -> Article {
    let last = article.paragraphs.len() as u64;
    if chance.percent(40) {
        article.title = article.title.split(" in ").next().unwrap_or_default().to_owned();
    }
    if last > 3 && chance.percent(60) {
        article.paragraphs.remove(1 + chance.below(last - 1) as usize);
    }
    if last > 4 && chance.percent(30) {
        article.paragraphs.swap(2, 3);
    }
    if chance.percent(50) {
        let word = chance.one_of(&[
            ("officials", "authorities"),
            ("told reporters", "said"),
            ("At least", "More than"),
        ]);
        for paragraph in &mut article.paragraphs {
            *paragraph = paragraph.replace(word.0, word.1);
        }
    }
    if chance.percent(30) {
        article.paragraphs.push("The agency’s report could not be verified independently.".to_owned());
    }
    article
}

impl Document {
    /// Makes it one of the files that every large folder has: cut, emptied, or no text at all.
    fn break_it(&mut self, chance: &mut Chance) {
        self.is_broken = true;
        // Some lie between the first bytes of a letter and its last.
        let cut = |bytes: &mut Vec<u8>, chance: &mut Chance| {
            let keep = bytes.len() / 4 + chance.below(bytes.len() as u64 / 2) as usize;
            bytes.truncate(keep);
        };
        match chance.below(6) {
            0 => {
                self.text.clear();
                self.bytes.clear();
            }
            1 => {
                " \n\n".clone_into(&mut self.text);
                self.bytes = self.text.clone().into_bytes();
            }
            2 => self.bytes = (0..512).map(|_| chance.draw().to_le_bytes()[0]).collect(),
            3 => {
                cut(&mut self.bytes, chance);
                self.bytes.extend_from_slice("“".as_bytes());
                self.bytes.pop();
            }
            4 => {
                let page = format!("<html><body><article><h1>Cut</h1><p>{}", self.text);
                self.bytes = page.into_bytes();
                cut(&mut self.bytes, chance);
                self.file = self.file.replace(".txt", ".html");
            }
            _ => {
                cut(&mut self.bytes, chance);
                let whole = String::from_utf8_lossy(&self.bytes).into_owned();
                // Where the file was a page, its text stays what it was.
                if self.file.ends_with("txt") {
                    whole.trim_end_matches('\u{fffd}').clone_into(&mut self.text);
                }
            }
        }
    }

    /// Its day.
    pub fn date(&self) -> jiff::civil::Date {
        when::day(self.day)
    }
}
