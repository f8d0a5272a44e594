//! Two tablets that back up, hand over and bring in, from the page's side of the wire.

#![allow(clippy::unwrap_used, clippy::panic)]

use futures_executor::block_on;

use super::program::{self, AtHand};
use super::*;
use crate::domain::{
    Due, Level, Moment, Preferences, Pupil, RecordId, Revision, SubjectId, VaultId, YearGroup,
    session::{Course, Parts, Sort, Stage, Tap},
};
use crate::keeper::core::{Keeper, KeyCost};
use crate::keeper::message::{
    Ask, BackupAsk, BackupReply, BackupState, FileReading, FileSecret, Keep, KeysAsk, Proof, PupilPage, Purpose,
    ReadFor, Reply, Resealing, Seal, SetAsideRow, Standing, Whisper,
};
use crate::keeper::{Refusal, StorageTrouble};
use crate::platform::clock::FakeClock;
use crate::store::{DomTrouble, MemoryStore, StoreError};
use crate::vault::{KdfParams, RecoveryCode};

const MONDAY: Moment = Moment { utc_millis: 1_795_428_000_000, offset_minutes: 0 };
const MINUTE: u64 = 60_000;
const DAY: u64 = 86_400_000;
pub(super) const PASSPHRASE: &str = "lamp quiet paper dusk moss";

pub(super) struct Tablet {
    keeper: Keeper<MemoryStore, FakeClock>,
    pub(super) store: MemoryStore,
    pub(super) clock: FakeClock,
    recovery: String,
}

pub(super) fn whisper(text: &str) -> Whisper {
    Whisper::new(text.into())
}

fn typed(passphrase: &str) -> Proof {
    Proof::Passphrase(whisper(passphrase))
}

impl Tablet {
    pub(super) fn new() -> Self {
        Self::with(Box::new(AtHand))
    }

    fn with(exchange: Box<dyn Exchange>) -> Self {
        let (store, clock) = (MemoryStore::new(), FakeClock::at(MONDAY));
        let keeper =
            Keeper::new(store.clone(), clock.clone(), KeyCost::Fixed(KdfParams::CHEAP)).with_exchange(exchange);
        let mut tablet = Self { keeper, store, clock, recovery: String::new() };
        let prepare = Ask::PrepareVault { nickname: "Quiet room".into(), passphrase: whisper(PASSPHRASE) };
        let Ok(Reply::RecoverySheet { groups, ask_for }) = tablet.ask(prepare) else { panic!("no sheet") };
        tablet.recovery = groups.iter().map(Whisper::expose).collect::<Vec<_>>().join("-");
        let typed_back = ask_for.iter().map(|place| groups[usize::from(*place)].clone()).collect();
        tablet.ask(Ask::MakeVault { typed_back, cover_code: whisper("4071") }).unwrap();
        tablet
    }

    pub(super) fn ask(&mut self, ask: Ask) -> Result<Reply, Refusal> {
        block_on(self.keeper.answer(ask))
    }

    fn backup(&mut self, ask: BackupAsk) -> Result<BackupReply, Refusal> {
        match self.ask(Ask::Backup(ask))? {
            Reply::Backup(reply) => Ok(reply),
            other => panic!("{other:?}"),
        }
    }

    pub(super) fn reopen(&mut self) {
        let keeper = Keeper::new(self.store.clone(), self.clock.clone(), KeyCost::Fixed(KdfParams::CHEAP));
        self.keeper = keeper.with_exchange(Box::new(AtHand));
        let opened = self.ask(Ask::Unlock { passphrase: whisper(PASSPHRASE), cover_code: whisper("4071") });
        assert_eq!(opened, Ok(Reply::Standing(Standing::Open { demo: false })));
    }

    fn state(&mut self) -> BackupState {
        match self.backup(BackupAsk::State) {
            Ok(BackupReply::State(state)) => state,
            other => panic!("{other:?}"),
        }
    }

    pub(super) fn make(&mut self, extent: Extent, seal: Seal) -> Vec<u8> {
        match self.backup(BackupAsk::Make { proof: typed(PASSPHRASE), extent, seal }) {
            Ok(BackupReply::File(file)) => file.bytes,
            other => panic!("{other:?}"),
        }
    }

    pub(super) fn read(&mut self, file: &[u8], secret: FileSecret, purpose: ReadFor) -> Result<FileReading, Refusal> {
        self.backup(BackupAsk::Read { file: file.to_vec(), secret, purpose }).map(reading)
    }

    pub(super) fn bring_in(&mut self, file: &[u8], secret: FileSecret) -> FileReading {
        let before = self.read(file, secret, ReadFor::Merging).unwrap();
        let after = self.backup(BackupAsk::Merge).map(reading).unwrap();
        assert_eq!(before, after, "what was announced is what was done");
        after
    }

    pub(super) fn versions(&mut self) -> Vec<SetAsideRow> {
        match self.backup(BackupAsk::SetAside) {
            Ok(BackupReply::SetAside(rows)) => rows,
            other => panic!("{other:?}"),
        }
    }

    pub(super) fn code(&self) -> FileSecret {
        FileSecret::RecoveryCode(whisper(&self.recovery))
    }

    pub(super) fn add(&mut self, name: &str) -> SubjectId {
        match self.ask(Ask::AddPupil { pupil: pupil(name) }) {
            Ok(Reply::Pupil(row)) => row.subject,
            other => panic!("{other:?}"),
        }
    }

    pub(super) fn rename(&mut self, subject: SubjectId, name: &str) {
        self.clock.advance(1_000);
        self.ask(Ask::AmendPupil { subject, pupil: pupil(name) }).unwrap();
    }

    pub(super) fn page(&mut self, pupil: SubjectId) -> PupilPage {
        match self.ask(Ask::PupilPage { pupil }) {
            Ok(Reply::Page(page)) => page,
            other => panic!("{other:?}"),
        }
    }

    fn name(&mut self, subject: SubjectId) -> String {
        self.page(subject).row.pupil.name
    }

    /// A child with a session and its note, and a check-in.
    pub(super) fn full_child(&mut self, name: &str) -> SubjectId {
        let subject = self.add(name);
        self.ask(Ask::BeginCheckIn { pupil: Some(subject), level: Level::B }).unwrap();
        let course = Course::of(&[(Stage::Arrive, 5), (Stage::Activity, 5)]).unwrap();
        let begin = Ask::BeginSession { pupil: Some(subject), level: Level::B, sort: Sort::Planned, course };
        let Ok(Reply::Session(row)) = self.ask(begin) else { panic!("no session") };
        self.ask(Ask::TapSession { subject, session: row.id, tap: Tap::End }).unwrap();
        let parts = Parts { happened: "We built a tower.".into(), ..Parts::default() };
        self.ask(Ask::KeepNote { subject, session: row.id, parts, close: false }).unwrap();
        subject
    }
}

fn reading(reply: BackupReply) -> FileReading {
    match reply {
        BackupReply::Reading(reading) => reading,
        other => panic!("{other:?}"),
    }
}

fn pupil(name: &str) -> Pupil {
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

#[test]
fn a_backup_brings_everything_to_a_new_tablet() {
    let mut first = Tablet::new();
    let (otter, owl) = (first.full_child("Otter"), first.full_child("Owl"));
    let pages = [first.page(otter), first.page(owl)];
    let file = first.make(Extent::Vault, Seal::Code);
    let code = first.code();

    let mut second = Tablet::new();
    let brought = second.bring_in(&file, code.clone());
    // Two children with four records each. How the first tablet covers and locks is its own.
    assert_eq!((brought.summary.new, brought.summary.both, brought.own, brought.pupils.len()), (8, 0, false, 2));
    assert_eq!([second.page(otter), second.page(owl)], pages);
    second.reopen();
    assert_eq!([second.page(otter), second.page(owl)], pages);
    let again = second.bring_in(&file, code);
    assert!(!again.summary.brings_something(), "{:?}", again.summary);
    assert_eq!(again.summary.same, 8);
    // What is written from now on is newer than all of it, whatever the clock says.
    second.clock.set(Moment { utc_millis: MONDAY.utc_millis - 300 * DAY, ..MONDAY });
    // A clock that was set back has covered the vault.
    second.reopen();
    second.rename(otter, "Little Otter");
    second.reopen();
    assert_eq!(second.name(otter), "Little Otter");
}

#[test]
fn a_backup_counts_once_it_was_read_back_whole() {
    let mut tablet = Tablet::new();
    let otter = tablet.add("Otter");
    tablet.clock.advance(8 * DAY);
    tablet.reopen();
    let before = tablet.state();
    assert_eq!((before.due, before.changed, before.verified), (Due::Soon, 2, None));
    let file = tablet.make(Extent::Vault, Seal::Code);
    let made = tablet.state();
    assert_eq!((made.due, made.verified, made.made.is_some()), (Due::Soon, None, true));
    // To bring it in is not to check it.
    let code = tablet.code();
    tablet.bring_in(&file, code.clone());
    assert_eq!(tablet.state().verified, None);
    assert!(tablet.read(&file, code.clone(), ReadFor::Checking).unwrap().verified);
    let checked = tablet.state();
    assert_eq!((checked.due, checked.changed, checked.verified), (Due::Quiet, 0, made.made));
    tablet.rename(otter, "Little Otter");
    assert_eq!(tablet.state().changed, 1);
    tablet.reopen();
    assert_eq!((tablet.state().changed, tablet.state().verified), (1, made.made));
    // An older file takes nothing back.
    let newer = tablet.make(Extent::Vault, Seal::Code);
    assert!(tablet.read(&newer, code.clone(), ReadFor::Checking).unwrap().verified);
    let newest = tablet.state().verified;
    tablet.read(&file, code, ReadFor::Checking).unwrap();
    assert_eq!(tablet.state().verified, newest);
}

#[test]
fn a_child_who_is_brought_in_waits_for_the_next_backup_however_old_the_file_is() {
    let (mut first, mut second) = (Tablet::new(), Tablet::new());
    let otter = first.full_child("Otter");
    let handed = first.make(Extent::Child(otter), Seal::Passphrase(whisper("the geese came back")));
    let secret = || FileSecret::Passphrase(whisper("the geese came back"));
    second.clock.advance(8 * DAY);
    second.reopen();
    second.add("Owl");
    let (file, code) = (second.make(Extent::Vault, Seal::Code), second.code());
    assert!(second.read(&file, code.clone(), ReadFor::Checking).unwrap().verified);
    assert_eq!(second.state().changed, 0);
    second.bring_in(&handed, secret());
    assert_eq!(second.state().changed, 4);
    // The same again brings nothing more, and nothing is forgotten when it locks.
    second.bring_in(&handed, secret());
    second.reopen();
    assert_eq!(second.state().changed, 4);
    // What was backed up before lacks them; the next one has them.
    assert!(!second.read(&file, code.clone(), ReadFor::Checking).unwrap().verified);
    second.clock.advance(MINUTE);
    let file = second.make(Extent::Vault, Seal::Code);
    assert!(second.read(&file, code, ReadFor::Checking).unwrap().verified);
    assert_eq!(second.state().changed, 0);
}

#[test]
fn a_file_that_lacks_something_does_not_count() {
    let mut tablet = Tablet::new();
    let otter = tablet.full_child("Otter");
    let whole = tablet.make(Extent::Vault, Seal::Passphrase(whisper("the geese came back")));
    let key = FileKey::Typed("the geese came back".into());
    let Ok(Outcome::Content(mut content)) = program::run(Errand::Open { file: whole, key }) else { panic!() };
    let lowest = content.changes.iter().map(|change| change.revision).min();
    content.changes.retain(|change| Some(change.revision) != lowest);
    let to = SealTo::Passphrase("the geese came back".into());
    let Ok(Outcome::File(partly)) = program::run(Errand::Seal { content, to }) else { panic!() };
    let secret = FileSecret::Passphrase(whisper("the geese came back"));
    let found = tablet.read(&partly, secret.clone(), ReadFor::Checking).unwrap();
    assert_eq!((found.verified, found.missing), (false, 1));
    let child = tablet.make(Extent::Child(otter), Seal::Passphrase(whisper("the geese came back")));
    assert!(!tablet.read(&child, secret, ReadFor::Checking).unwrap().verified);
    assert_eq!(tablet.state().verified, None);
}

#[test]
fn nothing_leaves_without_the_passphrase() {
    let mut tablet = Tablet::new();
    tablet.add("Otter");
    let make = |passphrase: &str| BackupAsk::Make { proof: typed(passphrase), extent: Extent::Vault, seal: Seal::Code };
    for _ in 0..3 {
        assert_eq!(tablet.backup(make("something else that is long")), Err(Refusal::WrongSecret { wait_millis: 0 }));
    }
    assert_eq!(tablet.backup(make("something else that is long")), Err(Refusal::WrongSecret { wait_millis: 5_000 }));
    assert_eq!(tablet.backup(make(PASSPHRASE)), Err(Refusal::TooSoon { wait_millis: 5_000 }));
    tablet.clock.advance(5_000);
    assert!(tablet.backup(make(PASSPHRASE)).is_ok());
    let key = BackupAsk::KeepSchoolKey { proof: typed("not the one, but long"), key: String::new() };
    assert_eq!(tablet.backup(key), Err(Refusal::WrongSecret { wait_millis: 0 }));
    tablet.ask(Ask::Cover).unwrap();
    assert_eq!(tablet.backup(make(PASSPHRASE)), Err(Refusal::NotOpen));
    assert_eq!(tablet.backup(BackupAsk::State), Err(Refusal::NotOpen));
}

#[test]
fn one_child_is_handed_over_and_nobody_else() {
    let (mut first, mut second) = (Tablet::new(), Tablet::new());
    let (otter, owl) = (first.full_child("Otter"), first.full_child("Owl"));
    let fox = second.full_child("Fox");
    let their_key = second.state().recipient.unwrap();
    let file = first.make(Extent::Child(otter), Seal::Key(their_key));
    let code = first.code();
    assert_eq!(first.read(&file, code, ReadFor::Checking), Err(FileTrouble::WrongKey.into()));
    let code = second.code();
    let brought = second.bring_in(&file, code);
    assert_eq!((brought.extent, brought.summary.new), (Extent::Child(otter), 4));
    assert_eq!(second.page(otter), first.page(otter));
    assert_eq!(second.ask(Ask::PupilPage { pupil: owl }), Err(Refusal::NotFound));
    assert_eq!(second.name(fox), "Fox");
    assert_eq!(
        first.backup(BackupAsk::Make {
            proof: typed(PASSPHRASE),
            extent: Extent::Child(otter),
            seal: Seal::Passphrase(whisper("short")),
        }),
        Err(Refusal::ShortPassphrase { missing: 10 })
    );
}

#[test]
fn a_child_who_goes_to_and_fro_brings_no_disagreement_unless_there_is_one() {
    let (mut first, mut second) = (Tablet::new(), Tablet::new());
    let otter = first.full_child("Otter");
    let seal = || Seal::Passphrase(whisper("the geese came back"));
    let secret = || FileSecret::Passphrase(whisper("the geese came back"));
    let there = first.make(Extent::Child(otter), seal());
    second.bring_in(&there, secret());
    second.rename(otter, "Oskar Otter");
    // The same file again where it was gone on with.
    let again = second.bring_in(&there, secret());
    assert_eq!((again.summary.both, again.summary.older, second.name(otter).as_str()), (0, 1, "Oskar Otter"));
    let back = second.make(Extent::Child(otter), seal());
    let brought = first.bring_in(&back, secret());
    assert_eq!((brought.summary.newer, brought.summary.both, first.name(otter).as_str()), (1, 0, "Oskar Otter"));

    // Both go on.
    first.rename(otter, "First");
    second.clock.advance(10_000);
    second.rename(otter, "Second");
    let back = second.make(Extent::Child(otter), seal());
    let brought = first.bring_in(&back, secret());
    assert_eq!((brought.summary.both, first.name(otter).as_str()), (1, "Second"));
    assert_eq!(first.state().to_choose, 1);
    first.reopen();
    let rows = first.versions();
    let [row] = &rows[..] else { panic!("{rows:?}") };
    assert_eq!(row.present.as_ref().unwrap().words, ["Second"]);
    assert_eq!(row.other.words, ["First"]);
    let choose = BackupAsk::Choose { subject: otter, place: row.place, keep: Keep::Other };
    assert_eq!(first.backup(choose), Ok(BackupReply::SetAside(Vec::new())));
    assert_eq!((first.name(otter).as_str(), first.state().to_choose), ("First", 0));
    // Chosen is chosen: here, after the same file again, and on the other tablet.
    let again = first.bring_in(&back, secret());
    assert_eq!((again.summary.both, first.name(otter).as_str()), (0, "First"));
    let there = first.make(Extent::Child(otter), seal());
    let brought = second.bring_in(&there, secret());
    assert_eq!((brought.summary.both, brought.summary.newer, second.name(otter).as_str()), (0, 1, "First"));
}

#[test]
fn nobody_elses_file_says_how_this_tablet_covers_and_locks() {
    let (mut first, mut second) = (Tablet::new(), Tablet::new());
    first.clock.advance(DAY);
    let theirs = Preferences {
        cover_after_minutes: 15,
        lock_after_minutes: 60,
        mine_alone: true,
        ..Preferences::new("Theirs".into())
    };
    first.reopen();
    first.ask(Ask::KeepPreferences { preferences: theirs }).unwrap();
    let (file, code) = (first.make(Extent::Vault, Seal::Code), first.code());
    let before = second.ask(Ask::Preferences);
    second.bring_in(&file, code);
    assert_eq!(second.ask(Ask::Preferences), before);
    second.reopen();
    assert_eq!(second.ask(Ask::Preferences), before);
}

#[test]
fn what_belongs_to_the_house_does_not_come_in_as_a_childs() {
    let mut tablet = Tablet::new();
    let revision = Revision::from_bytes([0; 16]);
    for kind in [Kind::PREFERENCES, Kind::SCHOOL, Kind::GROUP] {
        let secret = FileSecret::Passphrase(whisper("the geese came back"));
        let read = tablet.read(&forged(revision, kind, MONDAY), secret, ReadFor::Merging);
        assert_eq!(read, Err(FileTrouble::Mixed.into()), "{kind:?}");
    }
}

#[test]
fn what_an_older_state_had_lost_is_kept_beside_what_was_written_since() {
    for back in [false, true] {
        let mut tablet = Tablet::new();
        let (otter, owl) = (tablet.add("First"), tablet.add("Owl"));
        let older = tablet.store.copied();
        tablet.clock.advance(MINUTE);
        tablet.rename(otter, "Second");
        tablet.rename(owl, "Little Owl");
        let (file, code) = (tablet.make(Extent::Vault, Seal::Code), tablet.code());
        // A disk that was put back; perhaps the clock with it.
        if back {
            tablet.clock.set(MONDAY);
        }
        older.call_older();
        tablet.store = older;
        tablet.reopen();
        tablet.rename(otter, "Third");
        tablet.reopen();
        let brought = tablet.bring_in(&file, code.clone());
        assert_eq!((brought.summary.both, brought.summary.newer), (1, 1), "{:?}", brought.summary);
        assert_eq!(tablet.name(owl), "Little Owl");
        let names = if back { ["Second", "Third"] } else { ["Third", "Second"] };
        assert_eq!(tablet.name(otter), names[0]);
        let [row] = &tablet.versions()[..] else { panic!() };
        assert_eq!(row.other.words, [names[1]]);
        // It is said once more at the next opening, and brings nothing new.
        tablet.reopen();
        assert!(!tablet.bring_in(&file, code).summary.brings_something());
    }
}

#[test]
fn the_same_change_on_two_tablets_is_nothing_to_choose() {
    let (mut first, mut second) = (Tablet::new(), Tablet::new());
    let otter = first.full_child("Otter");
    let secret = || FileSecret::Passphrase(whisper("the geese came back"));
    let there = first.make(Extent::Child(otter), Seal::Passphrase(whisper("the geese came back")));
    second.bring_in(&there, secret());
    first.rename(otter, "Little Otter");
    second.rename(otter, "Little Otter");
    let back = second.make(Extent::Child(otter), Seal::Passphrase(whisper("the geese came back")));
    assert_eq!(first.bring_in(&back, secret()).summary.both, 0);
    assert_eq!((first.state().to_choose, first.versions()), (0, Vec::new()));
}

impl Tablet {
    /// "Someone may have seen it": a new vault key, and everything sealed again.
    fn seal_again(&mut self) {
        let next = "seven slow barges at noon";
        let mut keys = |ask: KeysAsk| self.ask(ask.fold().unwrap());
        keys(KeysAsk::Confirm { proof: Proof::Passphrase(whisper(PASSPHRASE)), purpose: Purpose::Rotation }).unwrap();
        let sheet = keys(KeysAsk::PrepareRotation { passphrase: whisper(next) });
        let Ok(Reply::RecoverySheet { groups, ask_for }) = sheet else { panic!("{sheet:?}") };
        let typed_back = ask_for.iter().map(|place| groups[usize::from(*place)].clone()).collect();
        keys(KeysAsk::Rotate { typed_back }).unwrap();
        for _ in 0..50 {
            block_on(self.keeper.tick());
        }
        let Ok(Reply::Keys(state)) = self.ask(KeysAsk::State.fold().unwrap()) else { panic!() };
        assert_eq!(state.resealing, Resealing::Nothing);
        // So that the other helpers know it.
        let change = KeysAsk::ChangePassphrase { present: whisper(next), passphrase: whisper(PASSPHRASE) };
        self.ask(change.fold().unwrap()).unwrap();
    }
}

#[test]
fn sealing_again_is_no_edit_and_beats_none() {
    let (mut first, mut second) = (Tablet::new(), Tablet::new());
    let (otter, owl) = (first.full_child("Otter"), first.full_child("Owl"));
    let seal = || Seal::Passphrase(whisper("the geese came back"));
    let secret = || FileSecret::Passphrase(whisper("the geese came back"));
    let there = first.make(Extent::Vault, seal());
    second.bring_in(&there, secret());
    second.rename(otter, "Oskar Otter");
    let back = second.make(Extent::Child(otter), seal());
    assert!(first.read(&there, secret(), ReadFor::Checking).unwrap().verified);
    assert_eq!(first.state().changed, 0);
    // Long after the other tablet's edit.
    first.clock.advance(MINUTE);
    first.seal_again();
    assert_eq!(first.state().changed, 9, "every file until now opens with the old code");

    // A file from before it still holds all that was there.
    let found = first.read(&there, secret(), ReadFor::Checking).unwrap();
    assert_eq!((found.missing, found.summary.both, found.summary.brings_something()), (0, 0, false));
    // The edit is the later one, here and there.
    first.bring_in(&back, secret());
    assert_eq!((first.name(otter).as_str(), first.name(owl).as_str()), ("Oskar Otter", "Owl"));
    // What it followed has another revision now, so it is kept beside it: nobody can tell that it is the same.
    let rows = first.versions();
    let [row] = &rows[..] else { panic!("{rows:?}") };
    assert_eq!(
        (&row.present.as_ref().unwrap().words[..], &row.other.words[..]),
        (&["Oskar Otter".into()][..], &["Otter".into()][..])
    );
    let there = first.make(Extent::Vault, seal());
    second.bring_in(&there, secret());
    assert_eq!(second.name(otter), "Oskar Otter");
    // And what is written from now on is later than both, even with a clock that was set back.
    first.clock.set(Moment { utc_millis: MONDAY.utc_millis - 300 * DAY, ..MONDAY });
    first.reopen();
    first.rename(otter, "Little Otter");
    first.reopen();
    assert_eq!(first.name(otter), "Little Otter");
}

#[test]
fn a_removal_in_a_file_is_shown_and_not_done() {
    let (mut first, mut second) = (Tablet::new(), Tablet::new());
    let otter = first.full_child("Otter");
    let secret = || FileSecret::Passphrase(whisper("the geese came back"));
    let there = first.make(Extent::Child(otter), Seal::Passphrase(whisper("the geese came back")));
    second.bring_in(&there, secret());
    let check_in = first.page(otter).check_ins[0].id;
    first.clock.advance(1_000);
    first.ask(Ask::RemoveCheckIn { subject: otter, check_in }).unwrap();
    let there = first.make(Extent::Child(otter), Seal::Passphrase(whisper("the geese came back")));
    let brought = second.bring_in(&there, secret());
    assert_eq!((brought.summary.both, second.page(otter).check_ins.len()), (1, 1));
    let rows = second.versions();
    assert!(rows[0].other.removed);
    second.backup(BackupAsk::Choose { subject: otter, place: rows[0].place, keep: Keep::Other }).unwrap();
    assert_eq!((second.page(otter).check_ins.len(), second.versions().len()), (0, 0));
}

#[test]
fn a_file_is_brought_in_whole_or_not_at_all() {
    let mut first = Tablet::new();
    let otter = first.full_child("Otter");
    let file = first.make(Extent::Vault, Seal::Code);
    let code = first.code();
    let mut second = Tablet::new();
    assert_eq!(second.backup(BackupAsk::Merge), Err(FileTrouble::NothingRead.into()));
    second.read(&file, code.clone(), ReadFor::Merging).unwrap();
    second.store.fail_next_commit(StoreError::Full(DomTrouble::default()));
    assert_eq!(second.backup(BackupAsk::Merge), Err(Refusal::Storage(StorageTrouble::Full)));
    assert_eq!(second.ask(Ask::PupilPage { pupil: otter }), Err(Refusal::NotFound));
    second.reopen();
    assert_eq!(second.ask(Ask::PupilPage { pupil: otter }), Err(Refusal::NotFound));
    // A file that was read and cut, changed or is not the one: nothing, and the vault is as it was.
    for bad in [&file[..file.len() - 1], &file[1..], &[&file[..], b"x"].concat(), &[&file[..], &file].concat(), b""] {
        assert!(second.read(bad, code.clone(), ReadFor::Merging).is_err());
        assert_eq!(second.backup(BackupAsk::Merge), Err(FileTrouble::NothingRead.into()));
    }
    assert_eq!(second.bring_in(&file, code).summary.new, 4);
    assert_eq!(second.page(otter), first.page(otter));
}

/// A file as nobody's app would make it.
fn forged(revision: Revision, kind: Kind, made: Moment) -> Vec<u8> {
    let change = Change {
        subject: SubjectId::from_bytes([9; 16]),
        id: RecordId::from_bytes([8; 16]),
        revision,
        at: MONDAY,
        kind,
        body: Some(vec![0xa1, 0x00, 0x01]),
    };
    let header = Header {
        app: "9.9.9".into(),
        vault: VaultId::from_bytes([3; 16]),
        made,
        extent: Extent::Vault,
        head: Some(revision),
    };
    let content = Content { header, changes: vec![change], unreadable: None };
    let to = SealTo::Passphrase("the geese came back".into());
    age_file::seal(&lines::write(&content).unwrap(), &to).unwrap()
}

#[test]
fn a_file_from_the_future_does_not_spoil_the_clock() {
    let mut tablet = Tablet::new();
    let secret = || FileSecret::Passphrase(whisper("the geese came back"));
    let last = Revision::from_bytes([0xff; 16]);
    assert_eq!(
        tablet.read(&forged(last, Kind::PUPIL, MONDAY), secret(), ReadFor::Merging),
        Err(FileTrouble::Ahead.into())
    );
    let later = Moment { utc_millis: MONDAY.utc_millis + 2 * DAY, ..MONDAY };
    let file = forged(Revision::from_bytes([1; 16]), Kind(4000), later);
    let never = Moment { utc_millis: MONDAY.utc_millis + 200 * 366 * DAY, ..MONDAY };
    let of_never = forged(Revision::from_bytes([1; 16]), Kind(4000), never);
    assert_eq!(tablet.read(&of_never, secret(), ReadFor::Checking), Err(FileTrouble::Ahead.into()));
    assert!(tablet.read(&file, secret(), ReadFor::Checking).unwrap().ahead);
    tablet.clock.advance(DAY);
    tablet.reopen();
    assert!(!tablet.read(&file, secret(), ReadFor::Checking).unwrap().ahead);
}

/// The year was wrong once; all that came after is dated after that. A new tablet, whose date is right, must take it all the
/// same, and go on from there.
#[test]
fn a_clock_that_once_stood_years_ahead_keeps_nobody_from_their_backup() {
    let mut old = Tablet::new();
    let subject = old.add("Otter Brook");
    old.clock.advance(9 * 366 * DAY);
    old.reopen();
    old.rename(subject, "Otter Ahead");
    let file = old.make(Extent::Vault, Seal::Code);
    assert!(old.read(&file, old.code(), ReadFor::Checking).unwrap().verified);
    old.clock.set(Moment { utc_millis: MONDAY.utc_millis + DAY, ..MONDAY });
    old.reopen();
    old.rename(subject, "Otter Again");
    // What was checked in those years does not stand in the way of what is made now.
    let now = old.make(Extent::Vault, Seal::Code);
    assert!(old.read(&now, old.code(), ReadFor::Checking).unwrap().verified);
    assert_eq!(old.state().changed, 0);

    let mut new = Tablet::new();
    let read = new.bring_in(&now, old.code());
    assert_eq!(new.name(subject), "Otter Again");
    assert!(read.ahead && read.summary.new > 0, "it is said");
    assert!(new.read(&now, old.code(), ReadFor::Merging).is_ok_and(|again| !again.ahead), "the clock has followed");
    new.rename(subject, "Otter Later");
    assert_eq!(new.name(subject), "Otter Later");
    new.reopen();
    assert_eq!(new.name(subject), "Otter Later", "an edit after it counts as the later one");
}

#[test]
fn what_a_newer_app_wrote_goes_through_untouched() {
    let mut tablet = Tablet::new();
    let secret = || FileSecret::Passphrase(whisper("the geese came back"));
    let revision = Revision::from_bytes([1; 16]);
    tablet.bring_in(&forged(revision, Kind(4000), MONDAY), secret());
    tablet.reopen();
    let file = tablet.make(Extent::Vault, Seal::Passphrase(whisper("the geese came back")));
    let key = FileKey::Typed("the geese came back".into());
    let Ok(Outcome::Content(content)) = program::run(Errand::Open { file, key }) else { panic!() };
    let kept = content.changes.iter().find(|change| change.kind == Kind(4000)).unwrap();
    assert_eq!((kept.revision, kept.body.as_deref()), (revision, Some(&[0xa1, 0x00, 0x01][..])));
}

#[test]
fn the_school_opens_backups_once_it_has_a_key() {
    let mut tablet = Tablet::new();
    let otter = tablet.add("Otter");
    let school = RecoveryCode::parse("000-000-000-000-000-000-000-000-011").unwrap();
    let secret = school.backup_secret().unwrap();
    let Ok(Outcome::Recipient(key)) = program::run(Errand::Recipient { secret: *secret.expose() }) else { panic!() };
    let keep = |key: &str| BackupAsk::KeepSchoolKey { proof: typed(PASSPHRASE), key: key.into() };
    assert_eq!(tablet.backup(keep("age1nonsense")), Err(FileTrouble::OddRecipient.into()));
    tablet.backup(keep(&key)).unwrap();
    assert_eq!(tablet.state().school, Some(key));
    let file = tablet.make(Extent::Vault, Seal::Code);
    let typed = age_file::secret_key(secret.expose()).unwrap();
    let by_school = FileSecret::Passphrase(whisper(&typed));
    let mut other = Tablet::new();
    other.bring_in(&file, by_school.clone());
    assert_eq!(other.name(otter), "Otter");
    let code = tablet.code();
    assert!(tablet.read(&file, code, ReadFor::Checking).unwrap().verified);
    tablet.backup(keep("  ")).unwrap();
    let file = tablet.make(Extent::Vault, Seal::Code);
    assert_eq!(tablet.read(&file, by_school, ReadFor::Checking), Err(FileTrouble::WrongKey.into()));
}

#[test]
fn a_vault_made_without_the_program_learns_its_code_later() {
    let mut tablet = Tablet::with(Box::new(NoExchange));
    assert_eq!(tablet.state().recipient, None);
    tablet.keeper.exchange = Box::new(AtHand);
    let make = BackupAsk::Make { proof: typed(PASSPHRASE), extent: Extent::Vault, seal: Seal::Code };
    assert_eq!(tablet.backup(make), Err(FileTrouble::NoRecipient.into()));
    let learn = |code: &str| BackupAsk::LearnCode { recovery_code: whisper(code) };
    assert_eq!(tablet.backup(learn("000")), Err(Refusal::MistypedCode));
    let another = "000-000-000-000-000-000-000-000-011";
    assert_eq!(tablet.backup(learn(another)), Err(Refusal::WrongSecret { wait_millis: 0 }));
    let code = tablet.recovery.clone();
    tablet.backup(learn(&code)).unwrap();
    let file = tablet.make(Extent::Vault, Seal::Code);
    let code = tablet.code();
    assert!(tablet.read(&file, code, ReadFor::Checking).unwrap().verified);
}
