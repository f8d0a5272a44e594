//! "Someone may have seen it": a new vault key, and everything sealed again, with the browser killed at every point.
#![allow(clippy::unwrap_used, clippy::panic)]

use futures_executor::block_on;
use proptest::prelude::*;

use crate::domain::{Change, Kept, RecordId, SubjectId, VaultId};
use crate::store::{MemoryStore, Store, StoreError, StoredRow};
use crate::vault::{self, DataKey, Envelope, Passphrase, RecoveryCode, VaultHeader};

use super::Refusal;
use super::core::Stage;
use super::core_tests::{CODE, MINUTE, MONDAY, PASSPHRASE, Room, whisper};
use super::keys_tests::{NEXT, sheet};
use super::message::{Ask, KeysAsk, Purpose, Reply, Resealing, Standing};
use super::subject_key::SubjectKey;

const OPEN: Result<Reply, Refusal> = Ok(Reply::Standing(Standing::Open { demo: false }));

impl Room {
    /// Prepares a new vault key; the new recovery code.
    fn rotate(&mut self, present: &str, next: &str) -> String {
        self.confirm(present, Purpose::Rotation).unwrap();
        let (code, typed_back) = sheet(self.keys(KeysAsk::PrepareRotation { passphrase: whisper(next) }));
        assert_eq!(self.keys(KeysAsk::Rotate { typed_back }), Ok(Reply::Done));
        code
    }

    /// One small act of sealing again; whether there was one to do.
    fn step(&mut self) -> Result<bool, Refusal> {
        let Stage::Open(opened) = &mut self.keeper.stage else { panic!("not open") };
        block_on(opened.vault.reseal_some(&self.store, MONDAY))
    }

    fn finish(&mut self) {
        for _ in 0..10_000 {
            if !self.step().unwrap() {
                return;
            }
        }
        panic!("it never ends");
    }

    /// The tablet after a kill: a new keeper on a copy of the disk.
    fn after_a_kill(&self, passphrase: &str) -> Self {
        let store = self.store.copied();
        let mut room = Room::new();
        (room.store, room.clock, room.recovery) = (store, self.clock.clone(), self.recovery.clone());
        room.restart();
        assert_eq!(room.unlock(passphrase), OPEN);
        assert!(!room.health().altered, "sealing again must not look like tampering");
        room
    }
}

fn rows(store: &MemoryStore) -> Vec<StoredRow> {
    let subjects = block_on(store.subjects()).unwrap();
    subjects.into_iter().flat_map(|subject| block_on(store.envelopes_of(subject)).unwrap()).collect()
}

fn envelopes(store: &MemoryStore) -> Vec<Envelope> {
    rows(store)
        .into_iter()
        .filter_map(|row| match row {
            StoredRow::Envelope(envelope) => Some(envelope),
            StoredRow::Unreadable { .. } => None,
        })
        .collect()
}

/// Every key that opens anything on a disk: the vault's and the subjects'.
fn keys_on(store: &MemoryStore, header: &VaultHeader, passphrase: &str) -> Vec<DataKey> {
    let key = header.unlock_with_passphrase(&Passphrase::typed(passphrase)).unwrap();
    let mut keys = header.former_keys(&key);
    keys.insert(0, key);
    let mut subjects = Vec::new();
    for envelope in block_on(store.envelopes_of(SubjectId::KEYRING)).unwrap() {
        let StoredRow::Envelope(envelope) = envelope else { continue };
        let Some(change) = keys.iter().find_map(|key| vault::open(&envelope, key).ok()) else { continue };
        if let Some(kept) = change.body.and_then(|body| Kept::<SubjectKey>::from_body(&body).ok()) {
            subjects.push(kept.record.key);
            subjects.extend(kept.record.formers);
        }
    }
    keys.extend(subjects);
    keys
}

/// What is on a disk, opened: all of it but places in time and keys.
fn contents(room: &Room, passphrase: &str) -> Vec<(SubjectId, RecordId, Change)> {
    let keys = keys_on(&room.store, &room.header(), passphrase);
    let (mut all, mut destroyed) = (Vec::new(), vec![SubjectId::KEYRING]);
    for envelope in envelopes(&room.store).into_iter().filter(|one| one.header.subject == SubjectId::KEYRING) {
        let change = keys.iter().find_map(|key| vault::open(&envelope, key).ok()).unwrap();
        destroyed.extend(change.body.is_none().then(|| SubjectId::from_bytes(*change.id.as_bytes())));
    }
    for envelope in envelopes(&room.store).into_iter().filter(|one| !destroyed.contains(&one.header.subject)) {
        let change = keys.iter().find_map(|key| vault::open(&envelope, key).ok());
        let change = change.unwrap_or_else(|| panic!("{} cannot be read", envelope.header.record));
        all.push((change.subject, change.id, Change { revision: vault_revision(), ..change }));
    }
    all
}

fn vault_revision() -> crate::domain::Revision {
    crate::domain::Revision::from_bytes([0; 16])
}

/// A vault with so many children and check-ins each; a visitor who became a child leaves a destroyed key behind.
fn furnished(children: usize, check_ins: usize) -> Room {
    let mut room = Room::new();
    for child in 0..children {
        let subject = room.add(&format!("Child {child}")).subject;
        for _ in 0..check_ins {
            room.finished(subject);
        }
    }
    let level = crate::domain::Level::B;
    let visitor = room.check_in(Ask::BeginCheckIn { pupil: None, level });
    let otter = room.add("Otter").subject;
    let attach = Ask::AttachCheckIn { visitor: visitor.subject, check_in: visitor.id, pupil: otter };
    room.ask(attach).unwrap();
    room
}

fn nothing_opens_with(keys: &[DataKey], store: &MemoryStore) {
    for envelope in envelopes(store) {
        for key in keys {
            assert!(vault::open(&envelope, key).is_err(), "{} opens with an old key", envelope.header.record);
            let renamed = DataKey::new(envelope.header.key, crate::vault::KeyBytes::from_bytes(key.expose()));
            assert!(vault::open(&envelope, &renamed).is_err(), "an old key goes on under another name");
        }
    }
}

#[test]
fn after_it_nothing_opens_with_an_old_key_and_all_is_as_it_was() {
    let mut room = furnished(4, 30);
    let (old_keys, before) = (keys_on(&room.store, &room.header(), PASSPHRASE), contents(&room, PASSPHRASE));
    let old_code = RecoveryCode::parse(&room.recovery).unwrap();
    let health = room.health();
    assert_eq!(room.state().resealing, Resealing::Nothing);
    let new_code = room.rotate(PASSPHRASE, NEXT);
    let Resealing::UnderWay { left } = room.state().resealing else { panic!() };
    assert!(left as usize >= before.len());

    // By the keeper's own clock, while the vault is used.
    let late = room.add("Late");
    let mut ticks = 0;
    while room.state().resealing != Resealing::Nothing {
        block_on(room.keeper.tick());
        room.finished(late.subject);
        ticks += 1;
        assert!(ticks < 100);
    }
    let after = contents(&room, NEXT);
    for kept in &before {
        assert!(after.contains(kept), "{} is another", kept.1);
    }
    nothing_opens_with(&old_keys, &room.store);
    let header = room.header();
    assert!(!header.is_rotating());
    assert!(header.unlock_with_passphrase(&Passphrase::typed(PASSPHRASE)).is_err());
    assert!(header.unlock_with_recovery(&old_code).is_err());
    assert!(header.unlock_with_recovery(&RecoveryCode::parse(&new_code).unwrap()).is_ok());
    room.restart();
    assert_eq!(room.unlock(NEXT), OPEN);
    assert_eq!(room.health().unreadable, health.unreadable);
    assert_eq!(room.page(late.subject).check_ins.len(), ticks);
}

#[test]
fn a_kill_at_every_act_leaves_everything_readable_and_it_goes_on() {
    let mut kills = 0;
    for round in 0..3 {
        let mut room = furnished(3, 20 * round);
        let (old_keys, before) = (keys_on(&room.store, &room.header(), PASSPHRASE), contents(&room, PASSPHRASE));
        room.recovery = room.rotate(PASSPHRASE, NEXT);
        loop {
            let mut killed = room.after_a_kill(NEXT);
            kills += 1;
            assert_eq!(contents(&killed, NEXT), before);
            assert_eq!(killed.health().unreadable, 0);
            killed.finish();
            assert_eq!(contents(&killed, NEXT), before);
            assert_eq!(killed.state().resealing, Resealing::Nothing);
            nothing_opens_with(&old_keys, &killed.store);
            if !room.step().unwrap() {
                break;
            }
        }
    }
    assert!(kills >= 25, "{kills}");
}

#[test]
fn a_kill_before_the_new_key_is_written_leaves_the_old_one() {
    for commits in 0..25 {
        let mut room = furnished(1, 3);
        let before = contents(&room, PASSPHRASE);
        room.confirm(PASSPHRASE, Purpose::Rotation).unwrap();
        let (_, typed_back) = sheet(room.keys(KeysAsk::PrepareRotation { passphrase: whisper(NEXT) }));
        let wrong = vec![whisper("000"); typed_back.len()];
        assert_eq!(room.keys(KeysAsk::Rotate { typed_back: wrong }), Err(Refusal::GroupsDiffer));
        room.store.fail_after(Some(commits % 2));
        let rotated = room.keys(KeysAsk::Rotate { typed_back }).is_ok();
        room.store.fail_after(None);
        assert_eq!(rotated, commits % 2 == 1);
        let (right, wrong) = if rotated { (NEXT, PASSPHRASE) } else { (PASSPHRASE, NEXT) };
        room.restart();
        assert!(room.unlock(wrong).is_err());
        assert_eq!(room.unlock(right), OPEN);
        assert_eq!(contents(&room, right), before);
    }
}

#[test]
fn a_failed_commit_is_tried_again() {
    let mut room = furnished(2, 5);
    let before = contents(&room, PASSPHRASE);
    room.rotate(PASSPHRASE, NEXT);
    let mut refused = 0;
    for round in 0.. {
        if round % 2 == 0 {
            room.store.fail_next_commit(StoreError::Full(crate::store::DomTrouble::default()));
        }
        match room.step() {
            Ok(false) => break,
            Ok(true) => {}
            Err(_) => refused += 1,
        }
        assert_eq!(contents(&room, NEXT), before);
    }
    assert!(refused > 3, "{refused}");
    assert_eq!(room.state().resealing, Resealing::Nothing);
}

#[test]
fn what_cannot_be_opened_is_left_and_keeps_its_key() {
    let mut room = furnished(2, 4);
    let subject = room.add("Damaged").subject;
    let check_in = room.finished(subject).id;
    let place = [&subject.as_bytes()[..], check_in.as_bytes()].concat();
    let whole = room.store.bytes_at(&place).unwrap();
    let mut spoilt = whole.clone();
    *spoilt.last_mut().unwrap() ^= 1;
    room.store.plant(&place, &spoilt);
    // Written by a newer app.
    let newer = [&subject.as_bytes()[..], &[9; 16]].concat();
    room.store.plant(&newer, &[2; 200]);
    room.rotate(PASSPHRASE, NEXT);
    room.finish();
    assert_eq!(room.state().resealing, Resealing::AllButTheUnreadable);
    assert_eq!(room.store.bytes_at(&place).unwrap(), spoilt);
    assert_eq!(room.store.bytes_at(&newer).unwrap(), [2; 200]);
    assert!(!room.header().is_rotating(), "the vault key itself is done with");

    // The row is mended from elsewhere: it can be read after all, and is then sealed again like the others.
    room.store.plant(&place, &whole);
    room.restart();
    assert_eq!(room.unlock(NEXT), OPEN);
    assert_eq!(room.page(subject).check_ins.len(), 1);
    room.finish();
    // A second change of key has two former ones to keep.
    room.rotate(NEXT, PASSPHRASE);
    room.finish();
    assert_eq!(room.page(subject).check_ins.len(), 1);
    assert_eq!(room.store.bytes_at(&newer).unwrap(), [2; 200]);
    assert_eq!(room.state().resealing, Resealing::AllButTheUnreadable);
}

#[test]
fn a_damaged_row_of_the_keyring_keeps_the_former_vault_key() {
    let mut room = furnished(2, 4);
    let subject = room.add("Damaged").subject;
    room.finished(subject);
    let place = [&SubjectId::KEYRING.as_bytes()[..], subject.as_bytes()].concat();
    let whole = room.store.bytes_at(&place).unwrap();
    let mut spoilt = whole.clone();
    *spoilt.last_mut().unwrap() ^= 1;
    room.store.plant(&place, &spoilt);
    room.rotate(PASSPHRASE, NEXT);
    room.finish();
    assert_eq!(room.state().resealing, Resealing::AllButTheUnreadable);
    assert!(room.header().is_rotating());
    room.store.plant(&place, &whole);
    room.restart();
    assert_eq!(room.unlock(NEXT), OPEN);
    assert_eq!(room.page(subject).check_ins.len(), 1);
    room.finish();
    assert_eq!(room.state().resealing, Resealing::Nothing);
    assert!(!room.header().is_rotating());
    assert_eq!(room.page(subject).check_ins.len(), 1);
}

#[test]
fn it_is_not_begun_again_before_it_ends() {
    let mut room = furnished(1, 1);
    room.rotate(PASSPHRASE, NEXT);
    room.confirm(NEXT, Purpose::Rotation).unwrap();
    let again = room.keys(KeysAsk::PrepareRotation { passphrase: whisper(PASSPHRASE) });
    assert_eq!(again, Err(Refusal::StillResealing));
    room.finish();
    room.rotate(NEXT, PASSPHRASE);
    room.finish();
    assert_eq!(room.state().resealing, Resealing::Nothing);
}

#[test]
fn it_goes_on_under_the_cover_and_with_the_child_but_not_when_locked() {
    let mut room = furnished(2, 2);
    room.rotate(PASSPHRASE, NEXT);
    room.ask(Ask::Cover).unwrap();
    for _ in 0..10 {
        block_on(room.keeper.tick());
    }
    room.ask(Ask::Uncover { code: whisper(CODE) }).unwrap();
    assert_eq!(room.state().resealing, Resealing::Nothing);
    room.clock.advance(60 * MINUTE);
    block_on(room.keeper.tick());
    assert!(matches!(room.standing(), Standing::Locked { .. }));
    block_on(room.keeper.tick());
    assert_ne!(room.header().vault, VaultId::from_bytes([0; 16]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(25))]

    /// Whatever is done in between, and wherever it is killed, as often as it likes.
    #[test]
    fn any_number_of_kills_in_any_place(
        children in 1usize..4, check_ins in 0usize..60, kills in prop::collection::vec((0usize..9, any::<bool>()), 1..6),
    ) {
        let mut room = furnished(children, check_ins);
        let old_keys = keys_on(&room.store, &room.header(), PASSPHRASE);
        let mut expected = contents(&room, PASSPHRASE);
        room.recovery = room.rotate(PASSPHRASE, NEXT);
        for (steps, writes) in kills {
            for _ in 0..steps {
                room.step().unwrap();
            }
            if writes {
                let subject = room.add("New").subject;
                room.finished(subject);
                expected = contents(&room, NEXT);
            }
            room.store.fail_after(Some(0));
            let _ = room.step();
            room.store.fail_after(None);
            room = room.after_a_kill(NEXT);
            prop_assert_eq!(&contents(&room, NEXT), &expected);
        }
        room.finish();
        prop_assert_eq!(contents(&room, NEXT), expected);
        prop_assert_eq!(room.state().resealing, Resealing::Nothing);
        nothing_opens_with(&old_keys, &room.store);
    }
}
