#![allow(clippy::unwrap_used)]

use super::*;
use crate::domain::session::{Course, Event, Sort, Stage, Tap};
use crate::domain::{CheckIn, Feeling, FeelingWord, Moment, Size, SubjectId};

const NOON: Moment = Moment { utc_millis: 1_795_428_000_000, offset_minutes: 0 };

fn later(minutes: u64) -> Moment {
    Moment { utc_millis: NOON.utc_millis + minutes * 60_000, ..NOON }
}

fn row(taps: &[Tap], minutes: u64) -> SessionRow {
    let course = Course::of(&Stage::ALL.map(|stage| (stage, 5))).unwrap();
    let mut session = Session::begin(NOON, Level::B, Sort::Planned, course);
    for tap in taps {
        session.take(NOON, tap.clone());
    }
    session.take(later(minutes), Tap::End);
    SessionRow {
        subject: SubjectId::from_bytes([7; 16]),
        pupil: None,
        id: RecordId::from_bytes([8; 16]),
        session,
        note: None,
        check_ins: Vec::new(),
    }
}

fn log(event: Event) -> Tap {
    Tap::Log(event)
}

#[test]
fn everything_tapped_becomes_a_fact_and_nothing_else_does() {
    let check_in = RecordId::from_bytes([3; 16]);
    let mut row = row(
        &[
            Tap::Arrived(Reading { calm: Answer::Given(2), good: Answer::Passed }),
            log(Event::CheckIn(check_in)),
            log(Event::Did("clay".into())),
            log(Event::DidOther("the bug hotel".into())),
            log(Event::Did("clay".into())),
            log(Event::Line { feeling: "cross".into(), line: crate::domain::session::LineKind::Attune }),
            log(Event::Said("the bees know me".into())),
            log(Event::Thought("tired after lunch".into())),
            log(Event::Prompt("walking".into())),
            log(Event::Calm("breathing-light-short".into())),
            log(Event::Next("ask about the swimming bag".into())),
            log(Event::Concern(RecordId::from_bytes([4; 16]))),
            Tap::Skip(Stage::Reflect, true),
            Tap::Left(Reading { calm: Answer::Given(4), good: Answer::Given(3) }),
        ],
        28,
    );
    let feeling =
        Feeling { words: vec![FeelingWord::Known("cross".into()), FeelingWord::Own("fizzy".into())], point: None };
    let answers = Answers {
        feeling: Answer::Given(feeling),
        size: Answer::Given(Size::Picture(4)),
        help: Answer::Given("drink".into()),
        ..Answers::default()
    };
    row.check_ins.push(CheckInRow {
        subject: row.subject,
        attached: true,
        id: check_in,
        check_in: CheckIn { answers, ..CheckIn::begin(NOON, Level::B) },
        amendments: Vec::new(),
    });
    let parts = draft(&row);
    assert_eq!(
        parts.happened,
        "28 minutes; 30 were planned.\n\
         On arriving: body calm 2 of 5, inside good: passed.\n\
         Check-in: cross and ‘fizzy’ · big · would help: A drink of water.\n\
         Together: Clay or dough; the bug hotel.\n\
         Side by side: Walking.\n\
         Calm: Breathing light: short.\n\
         A concern was passed on.\n\
         Left out this time: Reflect.\n\
         On leaving: body calm 4 of 5, inside good 3 of 5."
    );
    assert_eq!(parts.own_words, "“fizzy”\n“the bees know me”");
    assert_eq!(parts.thinking, "tired after lunch");
    assert_eq!(parts.next, "ask about the swimming bag");
    assert!(!parts.happened.contains("tired") && !parts.happened.contains("bees"));
}

#[test]
fn an_empty_session_is_a_note_of_its_minutes() {
    assert_eq!(draft(&row(&[], 30)), Parts { happened: "30 minutes.".into(), ..Parts::default() });
    assert_eq!(draft(&row(&[], 1)).happened, "1 minute; 30 were planned.");
}

#[test]
fn what_was_done_is_named_once() {
    let row = row(
        &[log(Event::Did("clay".into())), log(Event::Calm("shake-it-out".into())), log(Event::Did("clay".into()))],
        9,
    );
    assert_eq!(done(&row.session).len(), 2);
    assert_eq!(done(&row.session)[0], "Clay or dough");
    assert_eq!(activity_name("the bug hotel"), "the bug hotel");
}

#[test]
fn another_way_in_is_said_as_it_was_chosen() {
    let answers = Answers {
        feeling: Answer::Passed,
        other_way: Answer::Given(OtherWay::Picture("weather".into(), "mixed".into())),
        ..Answers::default()
    };
    assert_eq!(told(Level::A, &answers), "passed · Weather: sun and rain");
}
