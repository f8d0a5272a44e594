//! Somebody with the tablet's disk changes what is on it: all of it is noticed, and the rest stays readable.

#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::store::MemoryStore;
use crate::vault::{Envelope, VaultError};

use super::core_tests::{Room, pupil};
use super::message::{Ask, Reply};
use super::{Refusal, manifest};

/// What somebody does to the disk.
#[derive(Clone, Debug)]
enum Tampering {
    /// A row goes.
    Remove(usize),
    /// A bit of a row is flipped.
    Flip(usize, usize),
    /// A row is cut short.
    Cut(usize, usize),
    /// A row is as it was at an earlier time.
    PutBack(usize, usize),
    /// Two rows change places, with their keys or with what their headers say.
    Swap(usize, usize),
    /// A row of another vault lies in the place of one of this.
    Foreign(usize),
    /// A row is laid under another key as well.
    Copy(usize, u8),
}

/// A tablet with some past, and its disk at every earlier time.
fn past() -> (Room, Vec<MemoryStore>) {
    let mut room = Room::new();
    let mut disks = Vec::new();
    for name in ["Robin", "Wren", "Heron"] {
        let row = room.add(name);
        disks.push(room.store.copied());
        for year in 1..4 {
            let mut pupil = row.pupil.clone();
            pupil.name = format!("{name} {year}");
            room.ask(Ask::AmendPupil { subject: row.subject, pupil }).unwrap();
            disks.push(room.store.copied());
        }
        room.finished(row.subject);
        disks.push(room.store.copied());
    }
    (room, disks)
}

fn apply(tampering: &Tampering, disk: &MemoryStore, past: &[MemoryStore], other: &MemoryStore) {
    let keys = disk.keys();
    let key = |at: usize| keys[at % keys.len()].clone();
    let bytes = |at: usize| disk.bytes_at(&key(at)).unwrap();
    match *tampering {
        Tampering::Remove(at) => disk.unplant(&key(at)),
        Tampering::Flip(at, place) => {
            let mut flipped = bytes(at);
            let place = place % (flipped.len() * 8);
            flipped[place / 8] ^= 1 << (place % 8);
            disk.plant(&key(at), &flipped);
        }
        Tampering::Cut(at, length) => {
            let whole = bytes(at);
            disk.plant(&key(at), &whole[..length % whole.len()]);
        }
        Tampering::PutBack(at, when) => {
            if let Some(old) = past[when % past.len()].bytes_at(&key(at)) {
                disk.plant(&key(at), &old);
            }
        }
        Tampering::Swap(one, two) => {
            let (first, second) = (bytes(one), bytes(two));
            disk.plant(&key(one), &second);
            disk.plant(&key(two), &first);
        }
        Tampering::Foreign(at) => {
            let foreign = other.keys();
            let bytes = other.bytes_at(&foreign[at % foreign.len()]).unwrap();
            disk.plant(&key(at), &bytes);
        }
        Tampering::Copy(at, to) => {
            let mut elsewhere = key(at);
            elsewhere[31] ^= to.max(1);
            disk.plant(&elsewhere, &bytes(at));
        }
    }
}

/// Whether the account that every act writes bears a format that is still to come: it might be a newer app's.
fn account_looks_newer(room: &Room) -> bool {
    let account = room.store.bytes_at(&manifest::row_key());
    account.is_some_and(|bytes| matches!(Envelope::from_bytes(&bytes), Err(VaultError::TooNew(_))))
}

/// What a newer app may have written is touched by no act; who writes is told so.
fn assert_nothing_is_written(room: &mut Room) {
    let disk = |room: &Room| room.store.keys().into_iter().map(|key| room.store.bytes_at(&key)).collect::<Vec<_>>();
    let before = disk(room);
    assert_eq!(room.ask(Ask::AddPupil { pupil: pupil("Dipper") }), Err(Refusal::NewerApp));
    assert_eq!(disk(room), before);
}

#[test]
fn an_account_from_tomorrow_is_touched_by_no_act_and_the_rest_is_readable() {
    let (room, _) = past();
    let disk = room.store.copied();
    let mut account = disk.bytes_at(&manifest::row_key()).unwrap();
    account[0] += 1;
    disk.plant(&manifest::row_key(), &account);
    let mut tampered = room.moved_to(disk);
    for _ in 0..2 {
        tampered.reopen();
        let health = tampered.health();
        assert!(health.altered, "the account of what is there is not to be had");
        let Ok(Reply::Pupils(pupils)) = tampered.ask(Ask::Pupils) else { panic!("no list") };
        assert_eq!(pupils.len(), 3);
        assert_nothing_is_written(&mut tampered);
    }
}

#[test]
fn a_thousand_tamperings_are_all_noticed_and_the_rest_is_readable() {
    let (room, past) = past();
    let (other, _) = self::past();
    let at = || any::<usize>();
    let tampering = prop_oneof![
        at().prop_map(Tampering::Remove),
        (at(), at()).prop_map(|(row, place)| Tampering::Flip(row, place)),
        (at(), at()).prop_map(|(row, length)| Tampering::Cut(row, length)),
        (at(), at()).prop_map(|(row, when)| Tampering::PutBack(row, when)),
        (at(), at()).prop_map(|(one, two)| Tampering::Swap(one, two)),
        at().prop_map(Tampering::Foreign),
        (at(), any::<u8>()).prop_map(|(row, to)| Tampering::Copy(row, to)),
    ];
    let rows = |disk: &MemoryStore| disk.keys().into_iter().map(|key| (disk.bytes_at(&key), key)).collect::<Vec<_>>();
    let mut changed = 0;
    let mut runner = TestRunner::new(Config { cases: 1_000, failure_persistence: None, ..Config::default() });
    let changes = std::cell::RefCell::new(&mut changed);
    runner
        .run(&tampering, |tampering| {
            let disk = room.store.copied();
            apply(&tampering, &disk, &past, &other.store);
            if rows(&disk) == rows(&room.store) {
                return Ok(());
            }
            **changes.borrow_mut() += 1;
            let mut tampered = room.moved_to(disk);
            tampered.reopen();
            let health = tampered.health();
            prop_assert!(health.altered || health.unreadable > 0, "{tampering:?}: {health:?}");
            // At most the two children whose rows were touched are not there as they were.
            let Ok(Reply::Pupils(pupils)) = tampered.ask(Ask::Pupils) else { panic!("no list") };
            prop_assert!(pupils.iter().any(|row| row.pupil.name.ends_with(" 3")), "{tampering:?}: {pupils:?}");
            // And it stays on record when the vault is written to and opened again.
            if account_looks_newer(&tampered) {
                assert_nothing_is_written(&mut tampered);
            } else {
                tampered.add("Dipper");
            }
            tampered.reopen();
            let health = tampered.health();
            prop_assert!(health.altered || health.unreadable > 0, "{tampering:?} is forgotten");
            Ok(())
        })
        .unwrap();
    assert!(changed > 700, "only {changed} cases changed anything");
}

#[test]
fn what_nobody_touched_is_in_order_however_often_it_is_opened() {
    let (mut room, _) = past();
    for _ in 0..3 {
        room.reopen();
        assert!(!room.health().altered);
        room.add("Dipper");
    }
}
