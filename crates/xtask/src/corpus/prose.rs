//! Sentences filled with a story's people, places and words, until there are as many words as were asked for.
//!
//! A name is given in full where it comes first and by its short form afterwards; what happened on a day is told alike
//! by all who tell it.
//! **Invariant:** no slot is left open, and every sentence begins with a capital. Start at [`article`].

use std::fmt::Write as _;

use super::chance::Chance;
use super::lexicon::{Form, adjective, noun, verb};
use super::names::Person;
use super::sentences::{
    ADVERBS, ANYTHING, CAPTIONS, KINDS, LEADS, MANY, ONE, OUTLETS, PAST, TO_COME, UNNAMED, WE,
};
use super::story::Story;
use super::when;

/// An article before it is laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// Its headline.
    pub title: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// What its picture shows, without a credit.
    pub caption: String,
}

/// About how many words a document has beside its running text, with half its last paragraph.
const AROUND: u64 = 52;

/// How many nouns of a hundred are longer than a word.
const LONGER: u64 = 27;

/// How many of the last choices are not made again.
const REMEMBERED: usize = 24;

/// The article that `chance` makes of `story` on the day of number `day`, of about `tokens` words.
pub fn article(story: &Story, day: u64, tokens: u64, chance: Chance) -> Article {
    let mut writer = Writer {
        story,
        day,
        chance,
        out: String::new(),
        people: 0,
        bodies: 0,
        speaker: 0,
        chosen: Vec::new(),
        is_short: true,
        told: 0,
    };
    let title = writer.headline();
    let caption = {
        let of = writer.chance.one_of(CAPTIONS);
        writer.sentence(of)
    };
    (writer.people, writer.bodies, writer.is_short) = (0, 0, false);
    // Half to one and a half times what was asked for, so that lengths differ; less what stands around the text, and
    // half a paragraph, since the last one is finished.
    let wanted = (tokens * (50 + writer.chance.below(101)) / 100).saturating_sub(AROUND);
    let mut paragraphs = Vec::new();
    let mut written = 0;
    while written < wanted || paragraphs.is_empty() {
        let is_lead = paragraphs.is_empty();
        let mut paragraph = String::with_capacity(400);
        for _ in 0..if is_lead { 1 } else { 1 + writer.chance.below(3) } {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            let of = if is_lead { writer.choose(LEADS) } else { writer.kind() };
            paragraph.push_str(&writer.sentence(of));
        }
        written += 1 + paragraph.bytes().filter(|b| *b == b' ').count() as u64;
        paragraphs.push(paragraph);
    }
    Article { title, paragraphs, caption }
}

struct Writer<'a> {
    story: &'a Story,
    day: u64,
    chance: Chance,
    out: String,
    /// One bit for each of the story's people that has been named in full.
    people: u64,
    /// The same of its bodies.
    bodies: u64,
    /// Who spoke last.
    speaker: usize,
    /// The templates that were chosen, so that an article does not say things twice.
    chosen: Vec<&'static str>,
    /// Whether nouns and verbs stand alone, as in headlines.
    is_short: bool,
    /// One bit for each thing of the last days that was told.
    told: u64,
}

impl Writer<'_> {
    fn headline(&mut self) -> String {
        let heads = self.story.topic.heads;
        let of = self.chance.one_of(heads);
        self.sentence(of)
    }

    fn kind(&mut self) -> &'static str {
        let mut drawn = self.chance.below(100);
        for (share, sentences) in KINDS {
            if drawn < share {
                return self.choose(sentences);
            }
            drawn -= share;
        }
        ""
    }

    /// One of `of`, seldom one that was chosen before.
    fn choose(&mut self, of: &[&'static str]) -> &'static str {
        let mut found = self.chance.one_of(of);
        for _ in 0..6 {
            // Where it stands tells a template apart from all others.
            if self.chosen.iter().rev().take(REMEMBERED).all(|old| !std::ptr::eq(*old, found)) {
                break;
            }
            found = self.chance.one_of(of);
        }
        self.chosen.push(found);
        found
    }

    /// One of `of`, or of what fits any story.
    fn clause(&mut self, of: &[&'static str], any: &[&'static str]) {
        let is_any = self.chance.percent(50);
        let found = self.choose(if is_any { any } else { of });
        self.fill(found);
    }

    /// The sentence of the template `of`.
    fn sentence(&mut self, of: &str) -> String {
        self.out.clear();
        self.fill(of);
        let first = self.out.find(|c: char| !matches!(c, '“' | '"')).unwrap_or(0);
        self.capital(first);
        self.out.clone()
    }

    fn capital(&mut self, at: usize) {
        if let Some(first) = self.out.get_mut(at..=at) {
            first.make_ascii_uppercase();
        }
    }

    fn fill(&mut self, of: &str) {
        let mut rest = of;
        while let Some((before, (slot, after))) =
            rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
        {
            self.out.push_str(before);
            self.slot(slot);
            rest = after;
        }
        self.out.push_str(rest);
    }

    fn slot(&mut self, slot: &str) {
        let (story, at) = (self.story, self.out.len());
        match slot {
            "n" if self.is_longer() => self.longer(ONE),
            "ns" if self.is_longer() => self.longer(MANY),
            "n" => noun(self.word(), Form::Base, &mut self.out),
            "ns" => noun(self.word(), Form::S, &mut self.out),
            "j" => adjective(self.word(), &mut self.out),
            "v" => verb(self.word(), Form::Base, &mut self.out),
            "ved" => {
                if !self.is_short && self.chance.percent(12) {
                    let adverb = self.chance.one_of(ADVERBS);
                    self.out.push_str(adverb);
                    self.out.push(' ');
                }
                verb(self.word(), Form::Ed, &mut self.out);
            }
            "ving" => verb(self.word(), Form::Ing, &mut self.out),
            "city" => self.out.push_str(story.city),
            "town" => self.out.push_str(&story.town),
            "land" => self.out.push_str(story.country.name),
            "other" => self.out.push_str(story.other.name),
            "of" => self.out.push_str(story.country.of),
            "t" => self.past(),
            "f" => when::ahead(self.day, &mut self.chance, &mut self.out),
            "person" => {
                let who = self.somebody();
                self.person(who);
            }
            "S" => {
                self.speaker = self.somebody();
                self.person(self.speaker);
            }
            "s" => self.again(),
            "last" => {
                let who = self.somebody();
                self.out.push_str(story.people.get(who).map_or("", |person| &person.last));
            }
            "body" | "name" => self.body(slot == "name"),
            "U" => {
                let of = self.chance.one_of(UNNAMED);
                self.fill(of);
            }
            "outlet" => {
                let outlet = self.chance.one_of(OUTLETS);
                self.out.push_str(outlet);
            }
            "past" | "fact" => self.fact(slot == "fact"),
            "ahead" => self.clause(story.topic.ahead, TO_COME),
            "We" => self.clause(WE, WE),
            "said" | "Said" => {
                self.clause(story.topic.said, ANYTHING);
                if slot == "Said" {
                    self.capital(at);
                }
            }
            _ => self.amount(slot),
        }
        if matches!(slot, "n" | "j" | "ving" | "ved") {
            self.article_before(at);
        }
    }

    fn is_longer(&mut self) -> bool {
        !self.is_short && self.chance.percent(LONGER)
    }

    /// Writes one of `of` for a noun; the nouns in it stay as they are.
    fn longer(&mut self, of: &[&'static str]) {
        self.is_short = true;
        let found = self.chance.one_of(of);
        self.fill(found);
        self.is_short = false;
    }

    /// Makes "a" before the word at `at` "an" where it must be.
    fn article_before(&mut self, at: usize) {
        let (before, word) = self.out.split_at(at);
        let is_article = before == "A " || before.ends_with(" a ") || before.ends_with("“A ");
        let is_vowel = word.starts_with(['a', 'e', 'i', 'o', 'u'])
            && !word.starts_with("uni")
            && !word.starts_with("us");
        if is_article && is_vowel {
            self.out.insert(at - 1, 'n');
        }
    }

    fn amount(&mut self, slot: &str) {
        let n = self.chance.below(1 << 20);
        let small = 1 + n % (9 << (n % 5));
        let _ = match slot {
            "count" if n.is_multiple_of(4) => write!(self.out, "{},{:03}", 1 + small / 9, n % 1000),
            "count" if small <= 9 => {
                let words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
                self.out.write_str(words.get(small as usize % 9).copied().unwrap_or_default())
            }
            "count" => write!(self.out, "{small}"),
            "years" => write!(self.out, "{}", 10 + small % 20),
            "share" => write!(self.out, "{}.{} percent", small % 30, n % 10),
            "money" if n.is_multiple_of(3) => write!(self.out, "€{small} million"),
            "money" => write!(self.out, "${small}.{} billion", n % 10),
            "year" => {
                write!(self.out, "{}", i64::from(when::day(self.day).year()) - 1 - (small % 24).cast_signed())
            }
            // A slot that nobody knows stays in sight; a test looks for braces.
            _ => write!(self.out, "{{{slot}}}"),
        };
    }

    /// The rank of a word: a third of them are the story's own.
    fn word(&mut self) -> u64 {
        let own = self.chance.percent(33);
        if own {
            let at = self.chance.low(self.story.words.len() as u64) as usize;
            self.story.words.get(at).copied().unwrap_or_default()
        } else {
            self.chance.rank()
        }
    }

    /// A time of the last days or weeks.
    fn past(&mut self) {
        let ago = if self.chance.percent(85) { self.chance.low(6) } else { self.chance.below(90) };
        when::past(self.day.saturating_sub(ago), self.day, &mut self.chance, &mut self.out);
    }

    /// What happened on one of the story's days, as everybody tells it; with its time where `is_timed`.
    fn fact(&mut self, is_timed: bool) {
        let story = self.story;
        let (mut ago, mut nth) = (0, 0);
        for _ in 0..6 {
            ago = self.chance.low(4).min(self.day.saturating_sub(story.start));
            nth = self.chance.low(5);
            if self.told & (1 << (ago * 5 + nth)) == 0 {
                break;
            }
        }
        self.told |= 1 << (ago * 5 + nth);
        let day = self.day - ago;
        let own = std::mem::replace(&mut self.chance, story.happening(day, nth));
        let of = if self.chance.percent(65) { story.topic.past } else { PAST };
        let of = self.chance.one_of(of);
        self.fill(of);
        self.chance = own;
        if is_timed {
            self.out.push(' ');
            when::past(day, self.day, &mut self.chance, &mut self.out);
        }
    }

    fn somebody(&mut self) -> usize {
        self.chance.low(self.story.people.len() as u64) as usize
    }

    /// Names somebody: in full, with the office, where they come first.
    fn person(&mut self, who: usize) {
        let Some(person) = self.story.people.get(who) else { return };
        if self.people & (1 << who) != 0 {
            self.out.push_str(&person.last);
            return;
        }
        self.people |= 1 << who;
        if !person.office.is_empty() {
            self.out.push_str(person.office);
            self.out.push(' ');
        }
        self.out.push_str(&person.full);
    }

    /// Whoever spoke last: "he", "she" or the last name.
    fn again(&mut self) {
        let Some(Person { last, is_her, .. }) = self.story.people.get(self.speaker) else { return };
        let is_known = self.people & (1 << self.speaker) != 0;
        if !is_known {
            self.person(self.speaker);
        } else if self.chance.percent(60) {
            self.out.push_str(if *is_her { "she" } else { "he" });
        } else {
            self.out.push_str(last);
        }
    }

    /// Names a body: in full, with its letters, where it comes first; headlines have the short name.
    fn body(&mut self, is_short: bool) {
        let which = self.chance.low(self.story.bodies.len() as u64) as usize;
        let Some(body) = self.story.bodies.get(which) else { return };
        if is_short || self.bodies & (1 << which) != 0 {
            self.out.push_str(if is_short { body.short.trim_start_matches("the ") } else { &body.short });
            return;
        }
        self.bodies |= 1 << which;
        self.out.push_str(&body.full);
        if !body.letters.is_empty() {
            let _ = write!(self.out, " ({})", body.letters);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_slot_is_left_open_and_every_paragraph_begins_with_a_capital() {
        for number in 0..200 {
            let story = Story::of(1, number, 10, number);
            let article = article(&story, story.start + 1, 400, Chance::new(number));
            for text in article.paragraphs.iter().chain([&article.title, &article.caption]) {
                assert!(!text.contains(['{', '}']), "{text}");
                let first = text.trim_start_matches(['“', '"']).chars().next();
                assert!(first.is_some_and(|c| !c.is_lowercase()), "{text}");
            }
        }
    }

    #[test]
    fn articles_are_as_long_as_was_asked_for() {
        let words = |number: u64| {
            let story = Story::of(1, number, 10, number);
            let article = article(&story, story.start, 250, Chance::new(number));
            article.paragraphs.iter().flat_map(|text| text.split(' ')).count()
        };
        let all: usize = (0..400).map(words).sum();
        assert!((180 * 400..240 * 400).contains(&all), "{}", all / 400);
    }
}
