//! Rows of the Quotations and Figures tabs: words given or kept back, and numbers, each in its whole sentence.
//!
//! **Invariant:** a number never stands without whose it is, and what was denied or is only claimed says so beside it.
//! Start at [`quotation`] and [`figure`].

use super::{Making, Row, about};
use crate::annotate::{Figure, Quotation, Speech, VoiceClass};
use crate::civil::{Interval, When};
use crate::corpus::Article;
use crate::corpus::pack::{Opened, Pack};
use crate::engine::amount;
use crate::engine::decided::{counted, counted_at};
use crate::engine::voice::{self, Tag};
use crate::explore::{measured, said, said_at};
use crate::layout::date_text;
use crate::layout::timeline::Form;

/// The row of quotation `own` of `opened`.
pub(super) fn quotation(making: Making, opened: &Opened, own: u32) -> Option<Row> {
    let article = &opened.article;
    let quotation = article.annotations.quotations.get(own as usize)?;
    let when = said(article, quotation);
    let kept = quotation.speech == Speech::Withheld;
    let form = if kept { Form::Withheld } else { Form::Said };
    let again = article.quoted_again(own);
    let mut notes: Vec<String> = free(article, quotation).into_iter().collect();
    notes.extend(counted_at(article, said_at(article, quotation)).map(str::to_owned));
    notes.extend(again.headline.then(|| "also the headline".to_owned()));
    notes.extend(again.text.then(|| "also elsewhere in the article".to_owned()));
    let made = about(making, opened, quotation.span, kept, &when);
    let text = given(making.pack, opened, quotation);
    Some(Row { tags: vec![Tag { form, text }], notes, ..made })
}

/// The row of figure `own` of `opened`.
pub(super) fn figure(making: Making, opened: &Opened, own: u32) -> Option<Row> {
    let article = &opened.article;
    let figure = article.annotations.figures.get(own as usize)?;
    let when = measured(article, figure);
    let made = about(making, opened, figure.span, true, &when);
    let event = figure.event.and_then(|event| opened.event(event));
    let notes = event.and_then(|event| counted(article, event)).map(str::to_owned).into_iter().collect();
    Some(Row { tags: figure_tags(making.pack, opened, figure), notes, ..made })
}

/// The number with whose it is; where its event is somebody else's word, or is no plain report, that too.
fn figure_tags(pack: &Pack, opened: &Opened, figure: &Figure) -> Vec<Tag> {
    let words = voice::capital(&amount::words(&opened.article.document.text, figure));
    let event = figure.event.and_then(|event| opened.event(event));
    let own = match figure.voice.class {
        VoiceClass::Outlet => Form::Happened,
        _ => Form::Said,
    };
    match event {
        Some(event) if event.voice == figure.voice => {
            let tag = voice::tag(pack, opened, event, true);
            vec![Tag { text: format!("{words}: {}", voice::lower(&tag.text)), ..tag }]
        }
        other => {
            let text = format!("{words}, according to {}", voice::of(pack, opened, &figure.voice));
            let tags = [Tag { form: own, text }];
            tags.into_iter().chain(other.map(|event| voice::tag(pack, opened, event, true))).collect()
        }
    }
}

/// `Said by Anna Berg to parliament, in a post on X`; `No words from the ministry: “declined to say”`.
pub(in crate::engine) fn given(pack: &Pack, opened: &Opened, quotation: &Quotation) -> String {
    let text = opened.article.document.text.as_str();
    let who = quotation.speaker.as_ref().map(|s| voice::speaker(pack, opened, s));
    if quotation.speech == Speech::Withheld {
        let from = who.map_or_else(|| "No words given".to_owned(), |who| format!("No words from {who}"));
        return quotation.cue.map_or(from.clone(), |cue| format!("{from}: “{}”", cue.of(text)));
    }
    let mut out = match who {
        Some(who) => format!("Said by {who}"),
        None => "The text does not tell who says this".to_owned(),
    };
    if let Some(to) = quotation.addressee {
        out = format!("{out}, to {}", voice::addressee(pack, opened, &to));
    }
    if let Some(medium) = quotation.medium {
        out = format!("{out}, “{}”", medium.of(text));
    }
    out
}

/// From when the words were free to print, where the text says so.
pub(in crate::engine) fn free(article: &Article, quotation: &Quotation) -> Option<String> {
    let time = article.annotations.times.get(quotation.free? as usize)?;
    let words = || format!("“{}”", time.span.of(&article.document.text));
    // Under embargo until a day is free on it.
    let day = |when: &When| match when.interval.last_day() {
        Some(day) if when.interval.from == Interval::PAST => date_text::long(&When::day(day)),
        _ => date_text::long(when),
    };
    Some(format!("free to print {}", time.when.as_ref().map_or_else(words, day)))
}
