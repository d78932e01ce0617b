//! What each status is called and how it is drawn, over one sentence that is told in every way there is.
//!
//! **Invariant:** what was denied, called off or made to depend on something never reads as if it had happened.
//! Start at [`check`].

use crate::annotate::{Event, Plan, Status, Voice, VoiceClass};
use crate::civil::{Certainty, Interval, When};
use crate::corpus::decisions::Decisions;
use crate::corpus::sample::article_of;
use crate::corpus::{Article, Corpus};
use crate::engine::voice::{form, label, tag};
use crate::evidence::Evidence;
use crate::layout::timeline::Form;
use crate::span::Span;

const TEXT: &str = "Anna Berg opened the bridge.";

fn told(status: Status, plan: Option<Plan>) -> (Corpus, Event) {
    let mut article: Article = article_of("a.txt", TEXT, &[(crate::annotate::NameKind::Person, "Anna Berg")]);
    let voice = Voice { class: VoiceClass::Person, mention: Some(0), span: Some(Span::new(0, 9)) };
    let evidence = Evidence::rule("no-date", 100);
    let event = Event { plan, ..Event::new(Span::new(0, TEXT.len()), status, voice, evidence) };
    article.annotations.events.push(event.clone());
    (Corpus::build(vec![article], &Decisions::default()), event)
}

fn check(status: Status, plan: Option<Plan>, shape: Form, tag_text: &str, label_text: &str) {
    let (corpus, event) = told(status, plan);
    assert_eq!(form(&event), shape, "{status:?}");
    let engine = super::opened(&corpus);
    let article = engine.pack().article(0).unwrap();
    assert_eq!(tag(engine.pack(), &article, &event, true).text, tag_text);
    assert_eq!(label(&article, &event), label_text);
}

#[test]
fn every_status_has_words_of_its_own() {
    check(Status::Said, None, Form::Said, "Said by Anna Berg", "Berg:");
    check(Status::Happened, None, Form::Happened, "Happened, according to Anna Berg", "Berg:");
    check(Status::Ongoing, None, Form::Ongoing, "Going on, according to Anna Berg", "Berg:");
    check(Status::Claimed, None, Form::Claimed, "Claimed by Anna Berg, one voice", "Claimed by Berg:");
    check(
        Status::Conditional,
        None,
        Form::Conditional,
        "Only on a condition, according to Anna Berg",
        "On a condition, Berg:",
    );
    check(Status::Denied, None, Form::Denied, "Denied by Anna Berg", "Denied by Berg:");
    check(Status::Withheld, None, Form::Withheld, "Not said, according to Anna Berg", "Not said, Berg:");
    check(
        Status::NotDone,
        None,
        Form::NotDone,
        "Did not happen, according to Anna Berg",
        "Did not happen, Berg:",
    );
}

#[test]
fn what_is_ahead_says_how_it_was_announced() {
    let ahead = Status::Announced;
    check(ahead, None, Form::Announced, "Announced, according to Anna Berg", "Announced, Berg:");
    for (plan, form, word) in [
        (Plan::Planned, Form::Announced, "Planned"),
        (Plan::Proposed, Form::Announced, "Proposed"),
        (Plan::Expected, Form::Announced, "Expected"),
        (Plan::Deadline, Form::Deadline, "Due"),
    ] {
        let (tag, label) = (format!("{word}, according to Anna Berg"), format!("{word}, Berg:"));
        check(ahead, Some(plan), form, &tag, &label);
    }
}

#[test]
fn what_lasts_until_a_day_is_no_deadline_and_what_lies_before_it_is_one() {
    let until = |certainty: Certainty| {
        let day = When::day(jiff::civil::date(2026, 2, 1));
        let interval = Interval { from: Interval::PAST, ..day.interval };
        let (_, event) = told(Status::Announced, Some(Plan::Proposed));
        form(&Event { when: Some(When { interval, certainty, ..day }), ..event })
    };
    assert_eq!(until(Certainty::Exact), Form::Announced);
    assert_eq!(until(Certainty::Within), Form::Deadline);
    assert_eq!(until(Certainty::About), Form::Deadline);
}

#[test]
fn no_two_statuses_share_a_shape() {
    let mut forms: Vec<Form> = Status::ALL.iter().map(|s| form(&told(*s, None).1)).collect();
    forms.sort_unstable();
    forms.dedup();
    assert_eq!(forms.len(), Status::ALL.len());
}
