//! Every kind of record comes back from its bytes as it was, and the bytes that version 1 wrote are read for ever.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::session::{
    Boxed, ConcernPointer, Course, Entry, Event, Group, LineKind, Parts, Pause, Purpose, Reading, Repair, Share, Sort,
    Stage, Thought,
};
use super::{
    Amendment, Answer, Answers, Backup, BodySense, CheckIn, Drawing, Feeling, FeelingWord, Kept, Kind, Level, Moment,
    Moved, Note, NoteAmendment, OtherWay, OwnWord, PadPoint, Preferences, Prepared, Pupil, Record, RecordError,
    RecordId, Revision, School, Session, SetAside, Size, Stroke, SubjectId, YearGroup,
};

fn moment() -> impl Strategy<Value = Moment> {
    (0..1u64 << 47, -840i16..=840).prop_map(|(utc_millis, offset_minutes)| Moment { utc_millis, offset_minutes })
}

fn answer<T: std::fmt::Debug + Clone + 'static>(
    given: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Answer<T>> {
    prop_oneof![
        Just(Answer::Unasked),
        Just(Answer::Passed),
        Just(Answer::DontKnow),
        Just(Answer::NotToday),
        given.prop_map(Answer::Given),
    ]
    .boxed()
}

fn answers() -> impl Strategy<Value = Answers> {
    let word = prop_oneof![".*".prop_map(FeelingWord::Known), ".*".prop_map(FeelingWord::Own)];
    let point = (-100i8..=100, -100i8..=100).prop_map(|(pleasantness, energy)| PadPoint { pleasantness, energy });
    let feeling = (prop::collection::vec(word, 0..5), proptest::option::of(point))
        .prop_map(|(words, point)| Feeling { words, point });
    let size = prop_oneof![(1u8..=5).prop_map(Size::Picture), (0u8..=10).prop_map(Size::Number)];
    let keys = || prop::collection::vec("[a-z]{1,9}", 0..4);
    let body = (keys(), keys()).prop_map(|(places, sensations)| BodySense { places, sensations });
    let picture = ("[a-z]{1,9}", "[a-z]{1,9}").prop_map(|(way, choice)| OtherWay::Picture(way, choice));
    let drawing = any::<[u8; 16]>().prop_map(|id| OtherWay::Drawing(RecordId::from_bytes(id)));
    let other_way = prop_oneof![picture, drawing];
    (answer(feeling), answer(size), answer(body), answer(other_way), answer("[a-z-]{1,12}"))
        .prop_map(|(feeling, size, body, other_way, help)| Answers { feeling, size, body, other_way, help })
}

fn level() -> impl Strategy<Value = Level> {
    prop::sample::select(Level::ALL.to_vec())
}

fn comes_back<R: Record + Clone + PartialEq + std::fmt::Debug>(record: R) -> Result<(), TestCaseError> {
    let body = Kept::new(record.clone()).to_body();
    prop_assert_eq!(Kept::<R>::from_body(&body).map(|kept| kept.record), Ok(record));
    Ok(())
}

proptest! {
    #[test]
    fn pupils_come_back(
        name in ".{1,60}", animal in "[a-z]*", year in proptest::option::of(-1i8..=13), level in level(), archived: bool,
        added in moment(),
    ) {
        let year = year.and_then(YearGroup::from_number);
        comes_back(Pupil { name, colour: animal.clone(), animal, year, level, archived, added })?;
    }

    #[test]
    fn check_ins_come_back(
        started in moment(), finished in proptest::option::of(moment()), level in level(), answers in answers(),
    ) {
        comes_back(CheckIn { started, finished, level, answers })?;
    }

    #[test]
    fn amendments_come_back(id: [u8; 16], made in moment(), reason in proptest::option::of(".*"), answers in answers()) {
        comes_back(Amendment { check_in: RecordId::from_bytes(id), made, reason, answers })?;
    }

    #[test]
    fn household_records_come_back(
        nickname in ".*", cover in 1u8..=15, lock in 1u8..=60, mine_alone: bool, line in proptest::option::of(".*"),
    ) {
        comes_back(School { lead_name: line.clone(), policy_note: line, ..School::default() })?;
        comes_back(Preferences { nickname, cover_after_minutes: cover, lock_after_minutes: lock, mine_alone })?;
    }

    #[test]
    fn what_is_about_files_comes_back(
        at in moment(), id: [u8; 16], revision: [u8; 16], settled: Option<[u8; 16]>, kind: u16, body: Option<Vec<u8>>,
        key in proptest::option::of(".*"), brought: u32,
    ) {
        let (revision, settled) = (Revision::from_bytes(revision), settled.map(Revision::from_bytes));
        comes_back(SetAside { of: RecordId::from_bytes(id), revision, at, kind: Kind(kind), body, settled })?;
        comes_back(Backup {
            since: at, recipient: key.clone(), school: key, made: Some(at), verified: settled.map(|_| at), head: settled,
            brought,
        })?;
    }

    #[test]
    fn no_bytes_make_a_record_panic(bytes: Vec<u8>) {
        let _ = Kept::<SetAside>::from_body(&bytes);
        let _ = Kept::<Backup>::from_body(&bytes);
        let _ = Kept::<Pupil>::from_body(&bytes);
        let _ = Kept::<CheckIn>::from_body(&bytes);
        let _ = Kept::<Amendment>::from_body(&bytes);
        let _ = Kept::<Preferences>::from_body(&bytes);
        let _ = Kept::<School>::from_body(&bytes);
    }
}

#[test]
fn a_size_on_no_scale_is_not_read_as_another() {
    let check_in = CheckIn::begin(Moment { utc_millis: 0, offset_minutes: 0 }, Level::A);
    let mut fields = super::Fields::parse(&Kept::new(check_in).to_body()).unwrap();
    fields.put(11, [5u8, 9]);
    assert_eq!(Kept::<CheckIn>::from_body(&fields.to_bytes()).map(|_| ()), Err(RecordError::Unexpected(11)));
}

const MONDAY: Moment = Moment { utc_millis: 1_795_428_000_000, offset_minutes: 0 };

/// The records whose bytes lie in `golden/`, one of each kind.
fn golden_answers() -> Answers {
    Answers {
        feeling: Answer::Given(Feeling {
            words: vec![FeelingWord::Known("cross".into()), FeelingWord::Own("fizzy".into())],
            point: Some(PadPoint { pleasantness: -60, energy: 70 }),
        }),
        size: Answer::Given(Size::Number(7)),
        body: Answer::Given(BodySense { places: vec!["tummy".into()], sensations: vec!["tight".into()] }),
        ..Answers::default()
    }
}

fn assert_golden<R: Record + PartialEq + std::fmt::Debug>(record: R, golden: &str) {
    let kept = Kept::new(record);
    let hex: String = kept.to_body().iter().map(|byte| format!("{byte:02x}")).collect();
    let bytes: Vec<u8> = (0..golden.trim().len() / 2)
        .map(|place| u8::from_str_radix(golden.get(place * 2..place * 2 + 2).unwrap(), 16).unwrap())
        .collect();
    assert_eq!(Kept::from_body(&bytes), Ok(kept), "this build writes {hex}");
}

#[test]
fn a_pupil_of_version_1_is_read_for_ever() {
    let pupil = Pupil {
        name: "Zoë".into(),
        animal: "otter".into(),
        colour: "moss".into(),
        year: Some(YearGroup::Year(4)),
        level: Level::B,
        archived: false,
        added: MONDAY,
    };
    assert_golden(pupil, include_str!("golden/pupil-1.hex"));
}

#[test]
fn a_check_in_of_version_1_is_read_for_ever() {
    let check_in = CheckIn { started: MONDAY, finished: Some(MONDAY), level: Level::C, answers: golden_answers() };
    assert_golden(check_in, include_str!("golden/check-in-1.hex"));
}

#[test]
fn an_amendment_of_version_1_is_read_for_ever() {
    let answers = Answers { size: Answer::Passed, body: Answer::DontKnow, ..golden_answers() };
    let reason = Some("tapped by mistake".into());
    let amendment = Amendment { check_in: RecordId::from_bytes([7; 16]), made: MONDAY, reason, answers };
    assert_golden(amendment, include_str!("golden/amendment-1.hex"));
}

#[test]
fn household_records_of_version_1_are_read_for_ever() {
    assert_golden(Preferences::new("Quiet room".into()), include_str!("golden/preferences-1.hex"));
    let school = School { lead_name: Some("A. Lead".into()), lead_reach: Some("ext. 12".into()), ..School::default() };
    assert_golden(school, include_str!("golden/school-1.hex"));
}

#[test]
fn a_check_in_with_another_way_in_is_read_for_ever() {
    let answers = Answers {
        feeling: Answer::NotToday,
        size: Answer::Unasked,
        body: Answer::Unasked,
        other_way: Answer::Given(OtherWay::Picture("weather".into(), "foggy".into())),
        help: Answer::Given("sit-with-me".into()),
    };
    let check_in = CheckIn { started: MONDAY, finished: None, level: Level::A, answers };
    assert_golden(check_in, include_str!("golden/check-in-1-other-way.hex"));
}

const LATER: Moment = Moment { utc_millis: 1_795_429_000_000, offset_minutes: 60 };
const ID: RecordId = RecordId::from_bytes([7; 16]);

/// A session with every event that version 1 knows.
fn golden_session() -> Session {
    let words = |words: &str| words.to_owned();
    let events = [
        Event::Began(Stage::Arrive),
        Event::Paused,
        Event::WentOn,
        Event::CheckIn(ID),
        Event::Did(words("clay")),
        Event::DidOther(words("Kite")),
        Event::Calm(words("push-the-wall")),
        Event::Line { feeling: words("cross"), line: LineKind::Validate },
        Event::Prompt(words("film")),
        Event::Helped(words("drink")),
        Event::Said(words("bees")),
        Event::Thought(words("tired")),
        Event::Next(words("window seat")),
        Event::Concern(ID),
    ];
    Session {
        ended: Some(LATER),
        pauses: vec![Pause { from: MONDAY, to: Some(LATER) }],
        arrived: Reading { calm: Answer::Given(2), good: Answer::Passed },
        left: Reading { calm: Answer::Given(4), good: Answer::NotToday },
        log: events.into_iter().map(|event| Entry { at: MONDAY, event }).collect(),
        boxes: Share::ALL.map(|share| Boxed { line: format!("{share:?}"), share }).to_vec(),
        group: Some(ID),
        ..Session::begin(MONDAY, Level::B, Sort::DropIn, Course::of(&Stage::ALL.map(|stage| (stage, 5))).unwrap())
    }
}

#[test]
fn records_of_a_session_of_version_1_are_read_for_ever() {
    assert_golden(golden_session(), include_str!("golden/session-1.hex"));
    let parts = Parts {
        happened: "Clay.".into(),
        own_words: "bees".into(),
        thinking: "Tired?".into(),
        next: "Window seat.".into(),
    };
    let note = Note { session: ID, begun: MONDAY, closed: Some(LATER), parts: parts.clone() };
    assert_golden(note, include_str!("golden/note-1.hex"));
    let amendment = NoteAmendment { note: ID, made: LATER, reason: "mixed up".into(), parts };
    assert_golden(amendment, include_str!("golden/note-amendment-1.hex"));
    let pointer = ConcernPointer { told: MONDAY, role: "DSL".into(), reference: Some("C-118".into()) };
    assert_golden(pointer, include_str!("golden/concern-pointer-1.hex"));
    let members = vec![SubjectId::from_bytes([2; 16]), SubjectId::from_bytes([3; 16])];
    let group = Group { rounds: 2, ended: Some(LATER), ..Group::begin(MONDAY, Purpose::Bricks, members).unwrap() };
    assert_golden(group, include_str!("golden/group-1.hex"));
    let thoughts = vec![Thought { key: "what".into(), words: "I was short.".into() }];
    assert_golden(Repair { made: MONDAY, thoughts, done: Some(LATER) }, include_str!("golden/repair-1.hex"));
}

#[test]
fn what_is_prepared_and_drawn_of_version_1_is_read_for_ever() {
    let own = OwnWord {
        word: "fizzy".into(),
        point: Some(PadPoint { pleasantness: -10, energy: 80 }),
        colour: Some("pink".into()),
        drawing: Some(ID),
        linked: Some("agitated".into()),
    };
    let prepared = Prepared {
        own_words: vec![own, OwnWord { word: "meh".into(), ..OwnWord::default() }],
        hidden: vec!["furious".into()],
        helps: vec!["drink".into(), "space".into()],
        sessions_left: Some(3),
    };
    assert_golden(prepared, include_str!("golden/prepared-1.hex"));
    let strokes = vec![Stroke { colour: "blue".into(), points: vec![0, 0, 500, 1000] }];
    assert_golden(Drawing { made: MONDAY, strokes }, include_str!("golden/drawing-1.hex"));
}

#[test]
fn a_version_set_aside_of_version_1_is_read_for_ever() {
    let revision = Revision::from_bytes([5; 16]);
    let aside = SetAside {
        of: RecordId::from_bytes([4; 16]),
        revision,
        at: MONDAY,
        kind: Kind::NOTE,
        body: Some(vec![0xa1, 0x00, 0x01]),
        settled: Some(Revision::from_bytes([1; 16])),
    };
    // Where it lies is part of the format too: both tablets must come to the same place.
    assert_eq!(aside.id().to_string(), "4c7951f168798a3c605f58c07ba7be3c");
    assert_golden(aside, include_str!("golden/set-aside-1.hex"));
}

#[test]
fn preferences_beyond_what_can_be_chosen_are_held_within_it() {
    let wild = Preferences { cover_after_minutes: 255, lock_after_minutes: 0, ..Preferences::new("Quiet room".into()) };
    let read = Kept::<Preferences>::from_body(&Kept::new(wild).to_body()).unwrap().record;
    assert_eq!((read.cover_after_minutes, read.lock_after_minutes), (15, 1));
}

#[test]
fn a_named_visitor_of_version_1_is_read_for_ever() {
    assert_golden(Moved { from: SubjectId::from_bytes([2; 16]) }, include_str!("golden/moved-1.hex"));
}

#[test]
fn a_backup_record_of_version_1_is_read_for_ever() {
    let backup = Backup {
        since: MONDAY,
        recipient: Some("age1recipient".into()),
        school: Some("age1school".into()),
        made: Some(MONDAY),
        verified: Some(MONDAY),
        head: Some(Revision::from_bytes([5; 16])),
        brought: 0,
    };
    assert_golden(backup, include_str!("golden/backup-1.hex"));
}
