//! Sessions, the child's side and groups, against a store in memory and a clock that is told what time it is.

#![allow(clippy::unwrap_used, clippy::panic)]

use crate::domain::session::{
    Boxed, ConcernPointer, Course, Event, Parts, Purpose, Reading, Repair, Share, Sort, Stage, Tap, Thought,
};
use crate::domain::{
    Answer, Answers, Drawing, Level, OtherWay, OwnWord, Preferences, Prepared, RecordId, School, Stroke, SubjectId,
    TextFault,
};

use super::Refusal;
use super::core_tests::{CODE, MINUTE, Room, cross, whisper};
use super::message::{Ask, ChildView, GroupRow, GroupTap, Reply, SessionRow, Side, Standing, Waiting};

const TURNED: Result<Reply, Refusal> = Ok(Reply::Standing(Standing::Turned { demo: false }));

fn half_hour() -> Course {
    Course::of(&Stage::ALL.map(|stage| (stage, 5))).unwrap()
}

impl Room {
    fn session(&mut self, ask: Ask) -> SessionRow {
        match self.ask(ask) {
            Ok(Reply::Session(row)) => row,
            other => panic!("{other:?}"),
        }
    }

    fn begin(&mut self, pupil: SubjectId) -> SessionRow {
        let (level, sort, course) = (Level::B, Sort::Planned, half_hour());
        self.session(Ask::BeginSession { pupil: Some(pupil), level, sort, course })
    }

    fn tap(&mut self, row: &SessionRow, tap: Tap) -> SessionRow {
        self.session(Ask::TapSession { subject: row.subject, session: row.id, tap })
    }

    fn child(&mut self, ask: Ask) -> ChildView {
        match self.ask(ask) {
            Ok(Reply::Child(view)) => view,
            other => panic!("{other:?}"),
        }
    }

    fn all_waiting(&mut self) -> Waiting {
        match self.ask(Ask::Waiting) {
            Ok(Reply::Waiting(waiting)) => waiting,
            other => panic!("{other:?}"),
        }
    }

    fn group(&mut self, ask: Ask) -> GroupRow {
        match self.ask(ask) {
            Ok(Reply::Group(row)) => row,
            other => panic!("{other:?}"),
        }
    }
}

fn parts(happened: &str) -> Parts {
    Parts { happened: happened.into(), own_words: "bees".into(), ..Parts::default() }
}

/// An hour with a kill in every stage: nothing that was tapped is missing, and the time of the kills counts.
#[test]
fn a_session_survives_a_kill_at_every_stage() {
    let mut room = Room::new();
    let otter = room.add("Otter").subject;
    let mut row = room.begin(otter);
    for (at, stage) in Stage::ALL.into_iter().enumerate() {
        assert_eq!(row.session.course.here(), Some(stage));
        row = room.tap(&row, Tap::Log(Event::Did(format!("thing {at}"))));
        room.clock.advance(10 * MINUTE);
        room.reopen();
        let again = room.session(Ask::Session { subject: otter, session: row.id });
        assert_eq!(again, row);
        row = room.tap(&row, Tap::GoOn);
    }
    row = room.tap(&row, Tap::End);
    assert_eq!(row.session.activities().len(), 6);
    assert_eq!(row.session.delivered_millis(row.session.started), 60 * MINUTE);
    assert_eq!(room.ask(Ask::TapSession { subject: otter, session: row.id, tap: Tap::GoOn }), Err(Refusal::Finished));
}

#[test]
fn a_paused_session_and_a_note_to_finish_wait_on_today() {
    let mut room = Room::new();
    let otter = room.add("Otter").subject;
    let row = room.begin(otter);
    room.tap(&row, Tap::Pause);
    room.reopen();
    assert_eq!(room.all_waiting().sessions.len(), 1);
    room.tap(&row, Tap::End);
    assert_eq!(room.all_waiting().sessions.len(), 1);
    room.session(Ask::KeepNote { subject: otter, session: row.id, parts: parts("Clay."), close: true });
    assert!(room.all_waiting().sessions.is_empty());
}

#[test]
fn a_closed_note_is_only_added_to() {
    let mut room = Room::new();
    let otter = room.add("Otter").subject;
    let row = room.begin(otter);
    let keep = |text: &str, close| Ask::KeepNote { subject: otter, session: row.id, parts: parts(text), close };
    assert_eq!(room.ask(keep("Too early.", false)), Err(Refusal::NotFound));
    room.tap(&row, Tap::End);
    room.session(keep("Clay.", false));
    let open = room.session(keep("Clay and the wall.", false));
    assert_eq!(open.note.as_ref().map(|note| note.parts().happened.as_str()), Some("Clay and the wall."));
    room.session(keep("Clay and the wall.", true));
    assert_eq!(room.ask(keep("Changed.", false)), Err(Refusal::Finished));
    let amend = |reason: &str| Ask::AmendNote {
        subject: otter,
        session: row.id,
        parts: parts("Dough, not clay."),
        reason: reason.into(),
    };
    assert_eq!(room.ask(amend(" ")), Err(Refusal::Text(TextFault::Empty)));
    room.session(amend("mixed up"));
    room.reopen();
    let note = room.session(Ask::Session { subject: otter, session: row.id }).note.unwrap();
    assert_eq!(note.note.parts.happened, "Clay and the wall.");
    assert_eq!(note.parts().happened, "Dough, not clay.");
}

#[test]
fn a_removed_session_comes_back_with_its_note() {
    let mut room = Room::new();
    let otter = room.add("Otter").subject;
    let row = room.begin(otter);
    room.tap(&row, Tap::End);
    room.session(Ask::KeepNote { subject: otter, session: row.id, parts: parts("Clay."), close: true });
    let before = room.page(otter);
    assert_eq!(room.ask(Ask::RemoveSession { subject: otter, session: row.id }), Ok(Reply::Done));
    assert!(room.page(otter).sessions.is_empty());
    assert_eq!(room.ask(Ask::UndoRemoval), Ok(Reply::Done));
    assert_eq!(room.page(otter), before);
}

#[test]
fn of_a_concern_only_when_whom_and_where_is_kept() {
    let mut room = Room::new();
    let otter = room.add("Otter").subject;
    let row = room.begin(otter);
    let pointer = ConcernPointer { told: row.session.started, role: "DSL".into(), reference: Some("C-118".into()) };
    let row = room.session(Ask::PassOn { subject: otter, session: row.id, pointer: pointer.clone() });
    assert!(matches!(row.session.log.last().map(|entry| &entry.event), Some(Event::Concern(_))));
    room.tap(&row, Tap::End);
    // Afterwards too.
    room.session(Ask::PassOn { subject: otter, session: row.id, pointer: pointer.clone() });
    room.reopen();
    assert_eq!(room.page(otter).concerns, [pointer.clone(), pointer]);
}

#[test]
fn a_session_after_which_an_end_is_in_sight_counts_down() {
    let mut room = Room::new();
    let otter = room.add("Otter").subject;
    let prepared = Prepared { sessions_left: Some(1), ..Prepared::default() };
    room.ask(Ask::Prepare { subject: otter, prepared }).unwrap();
    for _ in 0..2 {
        let row = room.begin(otter);
        room.tap(&row, Tap::End);
    }
    assert_eq!(room.page(otter).prepared.sessions_left, Some(0));
}

#[test]
fn calmer_after_clay_is_counted() {
    let mut room = Room::new();
    let otter = room.add("Otter").subject;
    for left in [4, 5, 2, 4, 3] {
        let row = room.begin(otter);
        let calm = |tap| Reading { calm: Answer::Given(tap), good: Answer::Passed };
        room.tap(&row, Tap::Arrived(calm(2)));
        room.tap(&row, Tap::Log(Event::Did("clay".into())));
        room.tap(&row, Tap::Left(calm(left)));
        room.tap(&row, Tap::End);
    }
    let after = room.page(otter).after;
    assert_eq!((after.len(), after[0].calmer, after[0].of), (1, 4, 5));
}

/// A room with two children, the tablet turned to the first in the middle of a check-in.
fn turned() -> (Room, SessionRow, RecordId) {
    let mut room = Room::new();
    let (otter, owl) = (room.add("Otter").subject, room.add("Owl").subject);
    room.begin(owl);
    let row = room.begin(otter);
    room.tap(&row, Tap::Log(Event::Thought("tired".into())));
    let check_in = room.check_in(Ask::BeginCheckIn { pupil: Some(otter), level: Level::B }).id;
    assert_eq!(room.ask(Ask::Turn { subject: otter, session: Some(row.id), side: Side::CheckIn(check_in) }), TURNED);
    (room, row, check_in)
}

fn drawing() -> Drawing {
    let strokes = vec![Stroke { colour: "red".into(), points: vec![1, 2, 3, 4] }];
    Drawing { made: crate::domain::Moment { utc_millis: 0, offset_minutes: 0 }, strokes }
}

/// Every question that there is, about another child or about more than the child's side needs.
fn everything_else(otter: SubjectId, other: SubjectId, session: RecordId, check_in: RecordId) -> Vec<Ask> {
    let parts = parts("x");
    let pointer = ConcernPointer {
        told: crate::domain::Moment { utc_millis: 0, offset_minutes: 0 },
        role: "DSL".into(),
        reference: None,
    };
    let repair =
        Repair { made: pointer.told, thoughts: vec![Thought { key: "what".into(), words: "x".into() }], done: None };
    let tap = |subject, tap| Ask::TapSession { subject, session, tap };
    vec![
        Ask::Pupils,
        Ask::PupilPage { pupil: otter },
        Ask::PupilPage { pupil: other },
        Ask::BeginCheckIn { pupil: Some(otter), level: Level::A },
        Ask::CheckIn { subject: other, check_in },
        Ask::KeepAnswers { subject: other, check_in, answers: Answers::default() },
        Ask::AmendCheckIn { subject: otter, check_in, answers: Answers::default(), reason: None },
        Ask::RemoveCheckIn { subject: otter, check_in },
        Ask::AttachCheckIn { visitor: otter, check_in, pupil: other },
        Ask::UndoRemoval,
        Ask::Waiting,
        Ask::Preferences,
        Ask::KeepPreferences { preferences: Preferences::new("x".into()) },
        Ask::School,
        Ask::KeepSchool { school: School::default() },
        Ask::Health,
        Ask::Session { subject: otter, session },
        Ask::Session { subject: other, session },
        tap(otter, Tap::End),
        tap(otter, Tap::GoOn),
        tap(otter, Tap::Log(Event::Said("x".into()))),
        tap(other, Tap::Arrived(Reading::default())),
        Ask::BeginSession { pupil: Some(otter), level: Level::A, sort: Sort::DropIn, course: half_hour() },
        Ask::KeepNote { subject: otter, session, parts: parts.clone(), close: true },
        Ask::AmendNote { subject: otter, session, parts, reason: "x".into() },
        Ask::RemoveSession { subject: otter, session },
        Ask::PassOn { subject: otter, session, pointer },
        Ask::KeepRepair { subject: otter, repair: None, note: repair },
        Ask::Prepare { subject: otter, prepared: Prepared::default() },
        Ask::BeginGroup { purpose: Purpose::Bricks, members: vec![otter, other], course: half_hour() },
        Ask::Group { group: session },
        Ask::TapGroup { group: session, tap: GroupTap::End },
        Ask::KeepDrawing { subject: other, check_in, drawing: drawing() },
        Ask::KeepOwnWord { subject: other, check_in, word: OwnWord { word: "x".into(), ..OwnWord::default() } },
        Ask::Drawing { subject: other, drawing: session },
        Ask::Turn { subject: other, session: None, side: Side::Rest },
    ]
}

#[test]
fn from_the_childs_side_nothing_else_is_answered() {
    let (mut room, row, check_in) = turned();
    let other = SubjectId::from_bytes([9; 16]);
    for ask in everything_else(row.subject, other, row.id, check_in) {
        assert_eq!(room.ask(ask.clone()), Err(Refusal::NotOpen), "{ask:?}");
    }
    assert_eq!(room.ask(Ask::TurnBack), TURNED);
    assert_eq!(room.standing(), Standing::Turned { demo: false });
}

#[test]
fn the_childs_side_holds_no_name_and_nothing_that_the_adult_wrote() {
    let (mut room, ..) = turned();
    let view = room.child(Ask::ChildSide);
    let said = format!("{view:?}");
    for hidden in ["Otter", "Owl", "tired"] {
        assert!(!said.contains(hidden), "{hidden}: {said}");
    }
    assert_eq!(view.tile, Some(("otter".into(), "moss".into())));
}

#[test]
fn a_child_answers_draws_and_rests() {
    let (mut room, row, check_in) = turned();
    let subject = row.subject;
    room.check_in(Ask::KeepAnswers { subject, check_in, answers: cross() });
    let Ok(Reply::Kept(id)) = room.ask(Ask::KeepDrawing { subject, check_in, drawing: drawing() }) else {
        panic!("not kept")
    };
    let other_way = Answer::Given(OtherWay::Drawing(id));
    room.check_in(Ask::KeepAnswers { subject, check_in, answers: Answers { other_way, ..cross() } });
    // Drawn on, it is still one picture.
    assert_eq!(room.ask(Ask::KeepDrawing { subject, check_in, drawing: drawing() }), Ok(Reply::Kept(id)));
    let word = OwnWord { word: "fizzy".into(), linked: Some("calm".into()), ..OwnWord::default() };
    room.ask(Ask::KeepOwnWord { subject, check_in, word }).unwrap();
    room.check_in(Ask::FinishCheckIn { subject, check_in });
    assert_eq!(room.child(Ask::Rest).side, Side::Rest);
    assert_eq!(
        room.ask(Ask::KeepAnswers { subject, check_in, answers: cross() }),
        Err(Refusal::NotOpen),
        "the questions are over"
    );
    let tap = Tap::Box(Boxed { line: "the bees".into(), share: Share::Teacher });
    room.child(Ask::TapSession { subject, session: row.id, tap });
    room.ask(Ask::Cover).unwrap();
    assert_eq!(room.ask(Ask::Uncover { code: whisper(CODE) }), Ok(Reply::Standing(Standing::Open { demo: false })));
    let page = room.page(subject);
    assert_eq!(page.drawings.len(), 1);
    assert_eq!(page.prepared.own("fizzy").unwrap().linked, None);
    let session = room.session(Ask::Session { subject, session: row.id });
    assert_eq!(session.check_ins.len(), 1);
    assert_eq!(session.session.boxes.len(), 1);
}

#[test]
fn from_under_the_cover_the_child_gets_it_back_without_a_code_and_the_adult_only_with_it() {
    let (mut room, ..) = turned();
    let covered = |tries_left| Standing::Covered { tries_left, demo: false, turned: true };
    assert_eq!(room.ask(Ask::Cover), Ok(Reply::Standing(covered(5))));
    assert_eq!(room.ask(Ask::ChildSide), Err(Refusal::NotOpen));
    room.ask(Ask::Uncover { code: whisper("0000") }).unwrap_err();
    assert_eq!(room.ask(Ask::TurnBack), TURNED);
    assert_eq!(room.ask(Ask::Cover), Ok(Reply::Standing(covered(4))));
    assert_eq!(room.ask(Ask::Uncover { code: whisper(CODE) }), Ok(Reply::Standing(Standing::Open { demo: false })));
    assert_eq!(room.ask(Ask::TurnBack), Ok(Reply::Standing(Standing::Open { demo: false })));
    assert_eq!(room.ask(Ask::ChildSide), Err(Refusal::NotOpen));
}

#[test]
fn left_untouched_in_a_session_the_lantern_comes_up_for_the_child() {
    let mut room = Room::new();
    let otter = room.add("Otter").subject;
    let row = room.begin(otter);
    room.clock.advance(2 * MINUTE);
    assert_eq!(room.standing(), Standing::Turned { demo: false });
    assert_eq!(room.child(Ask::ChildSide).side, Side::Rest);
    // It burns as long as the session was meant to be, and is locked a while after that.
    room.clock.advance(40 * MINUTE);
    assert_eq!(room.standing(), Standing::Turned { demo: false });
    room.clock.advance(5 * MINUTE);
    assert!(matches!(room.standing(), Standing::Locked { .. }));
    room.reopen();
    room.session(Ask::Session { subject: otter, session: row.id });
}

#[test]
fn a_paused_session_is_covered_like_everything_else() {
    let mut room = Room::new();
    let otter = room.add("Otter").subject;
    let row = room.begin(otter);
    room.tap(&row, Tap::Pause);
    room.clock.advance(2 * MINUTE);
    assert!(matches!(room.standing(), Standing::Covered { turned: false, .. }));
}

#[test]
fn a_group_leaves_no_trace_of_one_child_with_another() {
    let mut room = Room::new();
    let (otter, owl) = (room.add("Otter").subject, room.add("Owl").subject);
    let group =
        room.group(Ask::BeginGroup { purpose: Purpose::Bricks, members: vec![otter, owl], course: half_hour() });
    assert_eq!(group.sessions.len(), 2);
    let tap = |tap| Ask::TapGroup { group: group.id, tap };
    room.group(tap(GroupTap::NextRound));
    let row = room.group(tap(GroupTap::Everyone(Tap::Log(Event::Did("building".into())))));
    assert!(row.sessions.iter().all(|row| row.session.activities() == ["building"]));
    room.tap(&group.sessions[0], Tap::Log(Event::Said("only Otter said this".into())));
    // What one said is nobody else's, even if a page asked for it.
    room.group(tap(GroupTap::Everyone(Tap::Log(Event::Said("for all".into())))));
    let row = room.group(tap(GroupTap::End));
    assert!(row.group.ended.is_some() && row.sessions.iter().all(|row| row.session.is_ended()));
    assert_eq!(row.group.rounds, 1);
    room.session(Ask::KeepNote {
        subject: otter,
        session: row.sessions[0].id,
        parts: parts("with a friend"),
        close: true,
    });
    room.reopen();
    let owls = format!("{:?}", room.page(owl));
    let otters_id = format!("{otter:?}");
    for trace in ["Otter", "only Otter", "with a friend", "for all", otters_id.as_str()] {
        assert!(!owls.contains(trace), "{trace} in {owls}");
    }
    assert_eq!(room.ask(tap(GroupTap::NextRound)), Err(Refusal::Finished));
    assert_eq!(room.health().unreadable, 0);
}

#[test]
fn a_repair_note_waits_until_it_is_done() {
    let mut room = Room::new();
    let otter = room.add("Otter").subject;
    let note = |words: &str| Repair {
        made: crate::domain::Moment { utc_millis: 0, offset_minutes: 0 },
        thoughts: vec![Thought { key: "what".into(), words: words.into() }],
        done: None,
    };
    let keep = |repair, note| Ask::KeepRepair { subject: otter, repair, note };
    assert_eq!(room.ask(keep(None, note(" "))), Err(Refusal::Text(TextFault::Empty)));
    room.ask(keep(None, note("I was short with you"))).unwrap();
    let (id, kept) = room.page(otter).repairs[0].clone();
    assert!(kept.made.utc_millis > 0);
    let done = Some(kept.made);
    room.ask(keep(Some(id), Repair { done, ..kept })).unwrap();
    room.reopen();
    assert_eq!(room.page(otter).repairs[0].1.done, done);
}

#[test]
fn what_a_visitor_brought_moves_to_the_child_with_their_words() {
    let mut room = Room::new();
    let otter = room.add("Otter").subject;
    let (level, sort) = (Level::B, Sort::DropIn);
    let row = room.session(Ask::BeginSession { pupil: None, level, sort, course: half_hour() });
    let subject = row.subject;
    let check_in = room.check_in(Ask::BeginCheckIn { pupil: None, level: Level::B });
    let word = OwnWord { word: "fizzy".into(), ..OwnWord::default() };
    room.ask(Ask::KeepOwnWord { subject: check_in.subject, check_in: check_in.id, word }).unwrap();
    for (visitor, record) in [(subject, row.id), (check_in.subject, check_in.id)] {
        let attach = Ask::AttachCheckIn { visitor, check_in: record, pupil: otter };
        assert_eq!(room.ask(attach), Ok(Reply::Done));
    }
    room.reopen();
    let page = room.page(otter);
    assert_eq!((page.sessions.len(), page.check_ins.len()), (1, 1));
    assert!(page.prepared.own("fizzy").is_some());
    assert_eq!(room.health().unreadable, 0);
}
