//! The keeper against a store in memory and clocks that jump.

#![allow(clippy::unwrap_used, clippy::panic)]

use futures_executor::block_on;

use crate::domain::{
    Answer, Answers, Feeling, FeelingWord, Level, Moment, PadPoint, Preferences, Pupil, School, Size, SubjectId,
    TextFault, YearGroup,
};
use crate::platform::clock::FakeClock;
use crate::store::{DomTrouble, MemoryStore, StoreError};
use crate::vault::KdfParams;

use super::core::{Keeper, KeyCost};
use super::message::{Ask, CheckInRow, Health, Notice, PROTOCOL, PupilPage, PupilRow, Reply, Standing, Whisper};
use super::{Refusal, StorageTrouble};

pub(super) const MONDAY: Moment = Moment { utc_millis: 1_795_428_000_000, offset_minutes: 0 };
pub(super) const PASSPHRASE: &str = "lamp quiet paper dusk moss";
pub(super) const CODE: &str = "4071";
pub(super) const MINUTE: u64 = 60_000;

pub(super) struct Room {
    pub keeper: Keeper<MemoryStore, FakeClock>,
    pub store: MemoryStore,
    pub clock: FakeClock,
    pub recovery: String,
}

impl Room {
    /// A tablet with a new vault, open.
    pub fn new() -> Self {
        let (store, clock) = (MemoryStore::new(), FakeClock::at(MONDAY));
        let keeper = Keeper::new(store.clone(), clock.clone(), KeyCost::Fixed(KdfParams::CHEAP));
        let mut room = Self { keeper, store, clock, recovery: String::new() };
        let Ok(Reply::RecoverySheet { groups, ask_for }) =
            room.ask(Ask::PrepareVault { nickname: "Quiet room".into(), passphrase: whisper(PASSPHRASE) })
        else {
            panic!("no sheet")
        };
        room.recovery = groups.iter().map(Whisper::expose).collect::<Vec<_>>().join(" ");
        let typed_back = ask_for.iter().map(|place| groups[usize::from(*place)].clone()).collect();
        let made = room.ask(Ask::MakeVault { typed_back, cover_code: whisper(CODE) });
        assert_eq!(made, Ok(Reply::Standing(Standing::Open { demo: false })));
        room
    }

    pub fn ask(&mut self, ask: Ask) -> Result<Reply, Refusal> {
        block_on(self.keeper.answer(ask))
    }

    pub fn standing(&mut self) -> Standing {
        match self.ask(Ask::Standing { protocol: PROTOCOL }) {
            Ok(Reply::Standing(standing)) => standing,
            other => panic!("{other:?}"),
        }
    }

    pub fn unlock(&mut self, passphrase: &str) -> Result<Reply, Refusal> {
        self.ask(Ask::Unlock { passphrase: whisper(passphrase), cover_code: whisper(CODE) })
    }

    /// The browser is killed and started again: a new keeper on the same disk.
    pub fn restart(&mut self) {
        self.keeper = Keeper::new(self.store.clone(), self.clock.clone(), KeyCost::Fixed(KdfParams::CHEAP));
    }

    /// A new keeper on another disk.
    pub fn moved_to(&self, store: MemoryStore) -> Self {
        let keeper = Keeper::new(store.clone(), self.clock.clone(), KeyCost::Fixed(KdfParams::CHEAP));
        Self { keeper, store, clock: self.clock.clone(), recovery: self.recovery.clone() }
    }

    pub fn reopen(&mut self) {
        self.restart();
        assert_eq!(self.unlock(PASSPHRASE), Ok(Reply::Standing(Standing::Open { demo: false })));
    }

    pub fn add(&mut self, name: &str) -> PupilRow {
        let pupil = pupil(name);
        match self.ask(Ask::AddPupil { pupil }) {
            Ok(Reply::Pupil(row)) => row,
            other => panic!("{other:?}"),
        }
    }

    pub fn check_in(&mut self, ask: Ask) -> CheckInRow {
        match self.ask(ask) {
            Ok(Reply::CheckIn(row)) => row,
            other => panic!("{other:?}"),
        }
    }

    pub fn page(&mut self, pupil: SubjectId) -> PupilPage {
        match self.ask(Ask::PupilPage { pupil }) {
            Ok(Reply::Page(page)) => page,
            other => panic!("{other:?}"),
        }
    }

    fn waiting(&mut self) -> Vec<CheckInRow> {
        match self.ask(Ask::Waiting) {
            Ok(Reply::Waiting(waiting)) => waiting.check_ins,
            other => panic!("{other:?}"),
        }
    }

    pub fn health(&mut self) -> Health {
        match self.ask(Ask::Health) {
            Ok(Reply::Health(health)) => health,
            other => panic!("{other:?}"),
        }
    }

    /// A finished check-in of a pupil.
    pub fn finished(&mut self, pupil: SubjectId) -> CheckInRow {
        let row = self.check_in(Ask::BeginCheckIn { pupil: Some(pupil), level: Level::B });
        self.check_in(Ask::KeepAnswers { subject: pupil, check_in: row.id, answers: cross() });
        self.check_in(Ask::FinishCheckIn { subject: pupil, check_in: row.id })
    }
}

pub(super) fn whisper(text: &str) -> Whisper {
    Whisper::new(text.into())
}

pub(super) fn pupil(name: &str) -> Pupil {
    Pupil {
        name: name.into(),
        animal: "otter".into(),
        colour: "moss".into(),
        year: Some(YearGroup::Year(4)),
        level: Level::B,
        archived: false,
        added: MONDAY,
    }
}

pub(super) fn cross() -> Answers {
    let words = vec![FeelingWord::Known("cross".into()), FeelingWord::Own("fizzy".into())];
    let point = Some(PadPoint { pleasantness: -60, energy: 70 });
    Answers {
        feeling: Answer::Given(Feeling { words, point }),
        size: Answer::Given(Size::Picture(4)),
        body: Answer::Passed,
        ..Answers::default()
    }
}

#[test]
fn what_was_saved_is_there_after_a_kill() {
    let mut room = Room::new();
    let otter = room.add("Otter");
    let row = room.check_in(Ask::BeginCheckIn { pupil: Some(otter.subject), level: Level::B });
    let kept = room.check_in(Ask::KeepAnswers { subject: otter.subject, check_in: row.id, answers: cross() });
    room.reopen();
    assert_eq!(room.waiting(), [kept]);
    assert_eq!(room.page(otter.subject).row.pupil, Pupil { added: MONDAY, ..pupil("Otter") });
}

#[test]
fn nothing_is_answered_while_locked_or_covered() {
    let mut room = Room::new();
    room.add("Otter");
    assert_eq!(
        room.ask(Ask::Cover),
        Ok(Reply::Standing(Standing::Covered { tries_left: 5, demo: false, turned: false }))
    );
    assert_eq!(room.ask(Ask::Pupils), Err(Refusal::NotOpen));
    assert_eq!(room.ask(Ask::AddPupil { pupil: pupil("Owl") }), Err(Refusal::NotOpen));
    assert_eq!(room.ask(Ask::Uncover { code: whisper("0000") }), Err(Refusal::WrongSecret { wait_millis: 0 }));
    assert_eq!(room.ask(Ask::Uncover { code: whisper(CODE) }), Ok(Reply::Standing(Standing::Open { demo: false })));
    assert!(matches!(room.ask(Ask::Pupils), Ok(Reply::Pupils(pupils)) if pupils.len() == 1));
    assert_eq!(room.ask(Ask::Lock), Ok(Reply::Standing(Standing::Locked { wait_millis: 0 })));
    assert_eq!(room.ask(Ask::Pupils), Err(Refusal::NotOpen));
}

#[test]
fn five_wrong_codes_lock_the_vault() {
    let mut room = Room::new();
    room.ask(Ask::Cover).unwrap();
    for _ in 0..4 {
        assert!(room.ask(Ask::Uncover { code: whisper("1111") }).is_err());
    }
    let fifth = room.ask(Ask::Uncover { code: whisper("1111") });
    assert_eq!(fifth, Ok(Reply::Standing(Standing::Locked { wait_millis: 0 })));
    assert_eq!(room.ask(Ask::Uncover { code: whisper(CODE) }), Err(Refusal::NotOpen));
}

#[test]
fn an_idle_vault_covers_and_then_locks_and_says_so() {
    let mut room = Room::new();
    room.clock.advance(MINUTE);
    assert_eq!(block_on(room.keeper.tick()), None);
    room.clock.advance(MINUTE);
    let covered = Notice::Standing(Standing::Covered { tries_left: 5, demo: false, turned: false });
    assert_eq!(block_on(room.keeper.tick()), Some(covered));
    assert_eq!(block_on(room.keeper.tick()), None);
    room.clock.advance(15 * MINUTE);
    assert_eq!(block_on(room.keeper.tick()), Some(Notice::Standing(Standing::Locked { wait_millis: 0 })));
}

#[test]
fn a_touch_after_the_tablet_slept_finds_it_locked() {
    let mut room = Room::new();
    room.clock.set(Moment { utc_millis: MONDAY.utc_millis + 40 * MINUTE, ..MONDAY });
    assert_eq!(room.ask(Ask::Touch), Ok(Reply::Done));
    assert_eq!(room.ask(Ask::Pupils), Err(Refusal::NotOpen));
    assert_eq!(room.standing(), Standing::Locked { wait_millis: 0 });
}

#[test]
fn wrong_passphrases_wait_longer_and_longer_also_after_a_restart() {
    let mut room = Room::new();
    room.restart();
    for _ in 0..3 {
        assert_eq!(room.unlock("not the passphrase"), Err(Refusal::WrongSecret { wait_millis: 0 }));
    }
    assert_eq!(room.unlock("not the passphrase"), Err(Refusal::WrongSecret { wait_millis: 5_000 }));
    room.restart();
    assert_eq!(room.standing(), Standing::Locked { wait_millis: 5_000 });
    assert_eq!(room.unlock(PASSPHRASE), Err(Refusal::TooSoon { wait_millis: 5_000 }));
    room.clock.advance(5_000);
    assert!(room.unlock(PASSPHRASE).is_ok());
    room.restart();
    assert_eq!(room.standing(), Standing::Locked { wait_millis: 0 });
}

#[test]
fn a_wall_clock_set_back_does_not_shorten_the_wait() {
    let mut room = Room::new();
    room.restart();
    for _ in 0..4 {
        room.unlock("not the passphrase").unwrap_err();
    }
    room.clock.set(Moment { utc_millis: 1_000, ..MONDAY });
    assert_eq!(room.unlock(PASSPHRASE), Err(Refusal::TooSoon { wait_millis: 5_000 }));
}

#[test]
fn a_forgotten_passphrase_is_replaced_by_the_recovery_code() {
    let mut room = Room::new();
    let otter = room.add("Otter");
    room.restart();
    let new = "another five quiet words here";
    let replace = |code: &str| Ask::ReplacePassphrase {
        recovery_code: whisper(code),
        passphrase: whisper(new),
        cover_code: whisper(CODE),
    };
    assert_eq!(room.ask(replace("ABC DEF")), Err(Refusal::MistypedCode));
    let recovery = room.recovery.to_lowercase();
    assert!(room.ask(replace(&recovery)).is_ok());
    assert_eq!(room.page(otter.subject).row, otter);
    room.restart();
    assert_eq!(room.unlock(PASSPHRASE), Err(Refusal::WrongSecret { wait_millis: 0 }));
    assert!(room.unlock(new).is_ok());
}

#[test]
fn a_vault_is_not_made_before_the_code_is_typed_back() {
    let (store, clock) = (MemoryStore::new(), FakeClock::at(MONDAY));
    let mut keeper = Keeper::new(store.clone(), clock.clone(), KeyCost::Fixed(KdfParams::CHEAP));
    let prepare = Ask::PrepareVault { nickname: "Room".into(), passphrase: whisper(PASSPHRASE) };
    let Ok(Reply::RecoverySheet { groups, ask_for }) = block_on(keeper.answer(prepare)) else { panic!("no sheet") };
    let right: Vec<_> = ask_for.iter().map(|place| groups[usize::from(*place)].clone()).collect();
    let mut wrong = right.clone();
    wrong[1] = whisper("QQQ");
    for typed_back in [vec![], wrong] {
        let make = Ask::MakeVault { typed_back, cover_code: whisper(CODE) };
        assert_eq!(block_on(keeper.answer(make)), Err(Refusal::GroupsDiffer));
    }
    let make = |code: &str| Ask::MakeVault { typed_back: right.clone(), cover_code: whisper(code) };
    for odd in ["12", "123456789", "12a4", ""] {
        assert_eq!(block_on(keeper.answer(make(odd))), Err(Refusal::OddCode));
    }
    let standing = Ask::Standing { protocol: PROTOCOL };
    assert_eq!(block_on(keeper.answer(standing.clone())), Ok(Reply::Standing(Standing::NoVault)));

    // A disk that refuses leaves nothing behind, and the sheet is still good for the next try.
    store.fail_next_commit(StoreError::Full(DomTrouble::default()));
    assert_eq!(block_on(keeper.answer(make(CODE))), Err(Refusal::Storage(StorageTrouble::Full)));
    assert_eq!(block_on(keeper.answer(standing)), Ok(Reply::Standing(Standing::NoVault)));
    assert!(block_on(keeper.answer(make(CODE))).is_ok());
}

#[test]
fn a_second_vault_is_not_made_over_the_first() {
    let mut room = Room::new();
    room.restart();
    let prepare = Ask::PrepareVault { nickname: "Room".into(), passphrase: whisper(PASSPHRASE) };
    assert_eq!(room.ask(prepare), Err(Refusal::VaultExists));
}

#[test]
fn names_are_kept_or_refused_with_their_reason() {
    let mut room = Room::new();
    assert_eq!(room.add(" عمر 🦔 ").pupil.name, "عمر 🦔");
    assert_eq!(room.ask(Ask::AddPupil { pupil: pupil("   ") }), Err(Refusal::Text(TextFault::Empty)));
    let long = Ask::AddPupil { pupil: pupil(&"x".repeat(10_000)) };
    assert_eq!(room.ask(long), Err(Refusal::Text(TextFault::TooLong { limit: 60, over: 9_940 })));
}

#[test]
fn a_failed_save_changes_nothing_and_can_be_tried_again() {
    let mut room = Room::new();
    let otter = room.add("Otter");
    let row = room.check_in(Ask::BeginCheckIn { pupil: Some(otter.subject), level: Level::B });
    let keep = Ask::KeepAnswers { subject: otter.subject, check_in: row.id, answers: cross() };
    room.store.fail_next_commit(StoreError::Full(DomTrouble::default()));
    assert_eq!(room.ask(keep.clone()), Err(Refusal::Storage(StorageTrouble::Full)));
    assert_eq!(room.check_in(Ask::CheckIn { subject: otter.subject, check_in: row.id }), row);
    assert_eq!(room.check_in(keep).check_in.answers, cross());
}

#[test]
fn a_finished_check_in_is_amended_and_keeps_its_first_answers() {
    let mut room = Room::new();
    let otter = room.add("Otter").subject;
    let first = room.finished(otter);
    let keep = Ask::KeepAnswers { subject: otter, check_in: first.id, answers: Answers::default() };
    assert_eq!(room.ask(keep), Err(Refusal::Finished));
    let answers = Answers { size: Answer::DontKnow, ..cross() };
    room.check_in(Ask::AmendCheckIn {
        subject: otter,
        check_in: first.id,
        answers: answers.clone(),
        reason: Some("tapped by mistake".into()),
    });
    room.reopen();
    let row = room.check_in(Ask::CheckIn { subject: otter, check_in: first.id });
    assert_eq!(row.check_in.answers, cross());
    assert_eq!(*row.answers(), answers);
    assert_eq!(row.amendments[0].reason.as_deref(), Some("tapped by mistake"));
}

#[test]
fn a_removed_check_in_comes_back_with_its_history() {
    let mut room = Room::new();
    let otter = room.add("Otter").subject;
    let row = room.finished(otter);
    room.check_in(Ask::AmendCheckIn { subject: otter, check_in: row.id, answers: cross(), reason: None });
    let before = room.page(otter);
    assert_eq!(room.ask(Ask::RemoveCheckIn { subject: otter, check_in: row.id }), Ok(Reply::Done));
    assert_eq!(room.page(otter).check_ins, []);
    assert_eq!(room.ask(Ask::UndoRemoval), Ok(Reply::Done));
    assert_eq!(room.page(otter), before);
    assert_eq!(room.ask(Ask::UndoRemoval), Err(Refusal::NotFound));
    room.ask(Ask::RemoveCheckIn { subject: otter, check_in: row.id }).unwrap();
    room.reopen();
    assert_eq!(room.page(otter).check_ins, []);
    assert_eq!(room.health().unreadable, 0);
}

#[test]
fn a_check_in_changes_its_language_until_it_is_finished() {
    let mut room = Room::new();
    let begun = room.check_in(Ask::BeginCheckIn { pupil: None, level: Level::B });
    let (subject, check_in) = (begun.subject, begun.id);
    room.check_in(Ask::KeepAnswers { subject, check_in, answers: cross() });
    let changed = room.check_in(Ask::ChangeLevel { subject, check_in, level: Level::A });
    assert_eq!((changed.check_in.level, changed.check_in.answers), (Level::A, cross()));
    room.check_in(Ask::FinishCheckIn { subject, check_in });
    assert_eq!(room.ask(Ask::ChangeLevel { subject, check_in, level: Level::C }), Err(Refusal::Finished));
}

#[test]
fn someone_is_here_now_and_is_named_later() {
    let mut room = Room::new();
    let otter = room.add("Otter").subject;
    let row = room.check_in(Ask::BeginCheckIn { pupil: None, level: Level::A });
    assert!(!row.attached);
    room.check_in(Ask::KeepAnswers { subject: row.subject, check_in: row.id, answers: cross() });
    room.check_in(Ask::FinishCheckIn { subject: row.subject, check_in: row.id });
    room.reopen();
    assert_eq!(room.waiting().len(), 1);
    let attach = Ask::AttachCheckIn { visitor: row.subject, check_in: row.id, pupil: otter };
    assert_eq!(room.ask(attach.clone()), Ok(Reply::Done));
    let attached = room.check_in(Ask::CheckIn { subject: otter, check_in: row.id });
    assert_eq!((attached.subject, attached.attached, attached.answers()), (otter, true, &cross()));
    assert_eq!(room.ask(attach), Err(Refusal::NotFound));
    room.reopen();
    assert_eq!(room.waiting(), []);
    assert_eq!(room.page(otter).check_ins, [attached]);
    assert_eq!(room.health().unreadable, 0);
}

#[test]
fn a_row_that_does_not_open_is_counted_and_left_alone() {
    let mut room = Room::new();
    let otter = room.add("Otter");
    let key: Vec<u8> = otter.subject.as_bytes().iter().copied().chain([9; 16]).collect();
    room.store.plant(&key, b"not an envelope");
    let mut newer = key.clone();
    newer[31] = 10;
    room.store.plant(&newer, &[2; 200]);
    room.reopen();
    let health = room.health();
    assert_eq!((health.unreadable, health.too_new), (2, 1));
    assert_eq!(room.page(otter.subject).row, otter);
    assert_eq!(room.store.bytes_at(&key).as_deref(), Some(&b"not an envelope"[..]));
}

#[test]
fn a_tablet_whose_clock_was_set_back_still_saves() {
    let mut room = Room::new();
    let otter = room.add("Otter");
    room.clock.set(Moment { utc_millis: 1_000_000, ..MONDAY });
    room.reopen();
    let renamed = Ask::AmendPupil { subject: otter.subject, pupil: pupil("Ottoline") };
    room.ask(renamed).unwrap();
    room.reopen();
    assert_eq!(room.page(otter.subject).row.pupil.name, "Ottoline");
}

#[test]
fn preferences_and_the_schools_details_are_kept() {
    let mut room = Room::new();
    let new = Preferences::new("Room 4".into());
    let preferences = Preferences { cover_after_minutes: 5, lock_after_minutes: 200, ..new };
    let kept = Preferences { lock_after_minutes: 60, ..preferences.clone() };
    assert_eq!(room.ask(Ask::KeepPreferences { preferences }), Ok(Reply::Preferences(kept.clone())));
    let school = School { lead_name: Some("Ms Okafor".into()), ..School::default() };
    assert_eq!(room.ask(Ask::KeepSchool { school: school.clone() }), Ok(Reply::School(school.clone())));
    room.clock.advance(4 * MINUTE);
    assert_eq!(room.standing(), Standing::Open { demo: false });
    room.reopen();
    assert_eq!(room.ask(Ask::Preferences), Ok(Reply::Preferences(kept)));
    assert_eq!(room.ask(Ask::School), Ok(Reply::School(school)));
}

#[test]
fn a_page_of_another_build_is_told_so() {
    let mut room = Room::new();
    assert_eq!(room.ask(Ask::Standing { protocol: PROTOCOL + 1 }), Err(Refusal::OtherBuild));
}
