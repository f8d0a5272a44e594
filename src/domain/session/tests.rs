//! A session from the knock to the note, against a clock that is told what time it is.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::domain::{Answer, SubjectId};

const MINUTE: u64 = 60_000;

fn at(minute: u64) -> Moment {
    Moment { utc_millis: 1_795_428_000_000 + minute * MINUTE, offset_minutes: 0 }
}

fn half_hour() -> Course {
    let minutes = [3, 4, 13, 3, 4, 3];
    Course::of(&Stage::ALL.into_iter().zip(minutes).collect::<Vec<_>>()).unwrap()
}

/// Thirty minutes with a fire drill of ten in the middle.
fn told() -> Session {
    let mut session = Session::begin(at(0), Level::B, Sort::Planned, half_hour());
    session.arrived = Reading { calm: Answer::Given(2), good: Answer::Passed };
    session.go_on(at(3));
    session.note_down(at(4), Event::CheckIn(RecordId::from_bytes([3; 16])));
    session.note_down(at(5), Event::Line { feeling: "worried".into(), line: LineKind::Validate });
    session.go_on(at(7));
    session.note_down(at(8), Event::Did("clay".into()));
    session.note_down(at(9), Event::Said("it is like bees".into()));
    session.pause(at(10));
    session.resume(at(20));
    session.note_down(at(21), Event::Did("clay".into()));
    session.course.skip(Stage::Reflect, true);
    session.go_on(at(30));
    session.note_down(at(31), Event::Calm("push-the-wall".into()));
    session.left = Reading { calm: Answer::Given(4), good: Answer::Given(3) };
    session.note_down(at(33), Event::Next("Sit by the window in maths".into()));
    session.end(at(38));
    session
}

#[test]
fn the_log_writes_half_of_the_note() {
    let session = told();
    let draft = Draft::of(&session);
    assert_eq!(
        draft.facts,
        [
            Fact::Minutes { delivered: 28, planned: 30 },
            Fact::Arrived(session.arrived.clone()),
            Fact::CheckIn(RecordId::from_bytes([3; 16])),
            Fact::Did("clay".into()),
            Fact::Calm("push-the-wall".into()),
            Fact::LeftOut(Stage::Reflect),
            Fact::Left(session.left.clone()),
        ]
    );
    assert_eq!(draft.own_words, ["it is like bees"]);
    assert_eq!(draft.next, ["Sit by the window in maths"]);
    assert!(draft.thoughts.is_empty());
}

#[test]
fn skipping_went_past_the_skipped_stage() {
    assert_eq!(told().course.here(), Some(Stage::CalmClose));
}

#[test]
fn a_session_that_is_over_takes_nothing_more() {
    let mut session = told();
    let before = session.clone();
    session.note_down(at(50), Event::Said("later".into()));
    session.go_on(at(50));
    session.pause(at(50));
    session.end(at(60));
    assert_eq!(session, before);
}

#[test]
fn a_pause_that_never_ended_was_the_end() {
    let mut session = Session::begin(at(0), Level::A, Sort::DropIn, half_hour());
    session.pause(at(12));
    session.pause(at(13));
    session.end(at(500));
    assert_eq!(session.pauses.len(), 1);
    assert_eq!(minutes_of(session.delivered_millis(at(900))), 12);
}

#[test]
fn the_lantern_stands_still_during_a_pause() {
    let mut session = Session::begin(at(0), Level::A, Sort::Planned, half_hour());
    session.pause(at(15));
    assert_eq!(session.burn(at(15)), session.burn(at(300)));
    session.resume(at(300));
    assert_eq!(session.burn(at(310)).minutes_left, 5);
}

#[test]
fn what_was_done_counts_for_the_pair() {
    let session = told();
    let found: Vec<_> = after_each(std::iter::once((&session.arrived, &session.left, session.activities()))).collect();
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|after| after.calmer == 1 && after.of == 1 && !after.is_enough()));
}

#[test]
fn a_closed_note_is_only_amended_with_a_reason() {
    let amendment = |reason: &str| NoteAmendment {
        note: RecordId::from_bytes([1; 16]),
        made: at(0),
        reason: reason.into(),
        parts: Parts::default(),
    };
    assert!(amendment("  ").checked().is_err());
    assert_eq!(amendment(" wrong day ").checked().map(|amendment| amendment.reason), Ok("wrong day".to_owned()));
}

fn comes_back<R: Record + Clone + PartialEq + std::fmt::Debug>(record: R) {
    let mut fields = Fields::parse(&crate::domain::Kept::new(record.clone()).to_body()).unwrap();
    // A newer app may have added something: it stays beside what is read.
    fields.put(900, "newer");
    let kept = crate::domain::Kept::<R>::from_body(&fields.to_bytes()).unwrap();
    assert_eq!(kept.record, record);
    assert_eq!(kept.to_body(), fields.to_bytes());
}

#[test]
fn every_record_of_a_session_comes_back_with_what_a_newer_app_added() {
    let mut session = told();
    session.group = Some(RecordId::from_bytes([9; 16]));
    session.boxes = vec![Boxed { line: "the bees".into(), share: Share::WithUs }];
    session.log.push(Entry { at: at(2), event: Event::Newer(vec![0x82, 0x18, 0x63, 0x01]) });
    comes_back(session);
    let parts = Parts { happened: "Clay.\n\nThe wall.".into(), own_words: "bees".into(), ..Parts::default() };
    comes_back(Note {
        session: RecordId::from_bytes([2; 16]),
        begun: at(38),
        closed: Some(at(40)),
        parts: parts.clone(),
    });
    comes_back(NoteAmendment { note: RecordId::from_bytes([1; 16]), made: at(90), reason: "wrong day".into(), parts });
    comes_back(ConcernPointer { told: at(12), role: "DSL".into(), reference: Some("C-118".into()) });
    let members = vec![SubjectId::from_bytes([2; 16]), SubjectId::from_bytes([3; 16])];
    comes_back(Group::begin(at(0), Purpose::Bricks, members).unwrap());
}

proptest::proptest! {
    #[test]
    fn no_bytes_make_a_record_of_a_session_panic(bytes: Vec<u8>) {
        let _ = crate::domain::Kept::<Session>::from_body(&bytes);
        let _ = crate::domain::Kept::<Note>::from_body(&bytes);
        let _ = crate::domain::Kept::<NoteAmendment>::from_body(&bytes);
        let _ = crate::domain::Kept::<ConcernPointer>::from_body(&bytes);
        let _ = crate::domain::Kept::<Group>::from_body(&bytes);
    }
}
