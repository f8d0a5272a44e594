//! A form that does not exist yet: everything is brought into it, or nothing; what was before stays until a later start.
#![allow(clippy::unwrap_used, clippy::panic)]

use futures_executor::block_on;

use crate::domain::{Change, Kept, Kind, Pupil};
use crate::store::{Contents, Journal, MemoryStrip, SecondCopy, Store};
use crate::vault::DataKey;

use super::Refusal;
use super::earlier_tests::{FORMS, Keeper2, Records, TIMES, Tablet, ask, health, page, records, whisper};
use super::message::{Ask, Reply};
use super::schema::Step;

/// The next form, and one more: names in capitals, then with a mark.
const SECOND: &[Step] = &[in_capitals];
const THIRD: &[Step] = &[in_capitals, with_a_mark];

fn renamed(kind: Kind, body: &[u8], rename: fn(&str) -> String) -> Option<Vec<u8>> {
    let kept = Some(body).filter(|_| kind == Kind::PUPIL).map(|body| Kept::<Pupil>::from_body(body).unwrap())?;
    let name = rename(&kept.record.name);
    Some(kept.with(Pupil { name, ..kept.record.clone() }).to_body())
}

fn in_capitals(kind: Kind, body: &[u8]) -> Option<Vec<u8>> {
    renamed(kind, body, str::to_uppercase)
}

fn with_a_mark(kind: Kind, body: &[u8]) -> Option<Vec<u8>> {
    renamed(kind, body, |name| format!("{name}*"))
}

/// The records as they are in another form, but for their revisions.
fn brought_up(records: &Records, steps: &[Step]) -> Vec<Change> {
    let changed = |change: &Change| {
        steps
            .iter()
            .fold(change.body.clone(), |body, step| body.as_deref().and_then(|body| step(change.kind, body)).or(body))
    };
    let place = crate::domain::Revision::from_bytes([0; 16]);
    records.values().map(|change| Change { body: changed(change), revision: place, ..change.clone() }).collect()
}

/// A vault of the first form with its journal, closed.
fn kept() -> (Tablet, DataKey, Records) {
    let tablet = Tablet::of(FORMS[1].1);
    let key = tablet.key();
    let before = records(&tablet.open(&key).unwrap());
    (tablet, key, before)
}

fn open_with(tablet: &Tablet, key: &DataKey, steps: &'static [Step]) -> Result<Keeper2, Refusal> {
    let mut keeper = tablet.at_the_door()?;
    keeper.steps = steps;
    let key = DataKey::new(key.id(), crate::vault::KeyBytes::from_bytes(key.expose()));
    block_on(keeper.load(&tablet.header(), key, whisper("4071")))?;
    Ok(keeper)
}

/// What the file that is not written to holds, if it is whole.
fn set_aside(tablet: &Tablet) -> Option<Contents> {
    let alive = |strip: &MemoryStrip| {
        let copies = [MemoryStrip::default(), MemoryStrip::default()];
        copies[0].put(strip.bytes());
        let (_, found) = Journal::open(copies).ok()?;
        found.is_whole().then_some(found.contents)
    };
    let [one, other] = [alive(&tablet.strips[0])?, alive(&tablet.strips[1])?];
    // The earlier of the two: a header of an earlier form is shorter.
    Some(if one.header.as_ref().map(Vec::len) <= other.header.as_ref().map(Vec::len) { one } else { other })
}

/// Every byte that a tablet has: rows and files.
fn every_byte(tablet: &Tablet) -> Vec<Option<Vec<u8>>> {
    let rows = tablet.database.keys().into_iter().map(|key| tablet.database.bytes_at(&key));
    let door = block_on(tablet.database.door()).unwrap().unwrap();
    rows.chain([Some(door.header), door.knocks, door.head])
        .chain(tablet.strips.iter().map(|strip| Some(strip.bytes())))
        .collect()
}

#[test]
fn everything_is_brought_into_the_newer_form_and_the_earlier_one_stays_until_a_later_start() {
    for (steps, name) in [(SECOND, "OTTER BROOK"), (THIRD, "OTTER BROOK*")] {
        let (tablet, key, before) = kept();
        let rows = Journal::open(tablet.strips.clone()).unwrap().1.contents;
        let mut keeper = open_with(&tablet, &key, steps).unwrap();
        assert_eq!(page(&mut keeper, name).row.pupil.name, name);
        assert!(!health(&mut keeper).altered);
        assert_eq!(brought_up(&records(&keeper), &[]), brought_up(&before, steps));
        assert_eq!(usize::from(tablet.header().schema), steps.len() + 1);
        // It is written to meanwhile, and what was set aside is what was there.
        for minutes in 1..15 {
            let mut preferences = crate::domain::Preferences::new("Quiet room".into());
            preferences.cover_after_minutes = minutes;
            ask(&mut keeper, Ask::KeepPreferences { preferences });
        }
        drop(keeper);
        assert_eq!(set_aside(&tablet).unwrap().rows, rows.rows);
        // Opening the store is not enough: it goes once everything was read.
        drop(tablet.at_the_door().unwrap());
        assert!(set_aside(&tablet).is_some());
        drop(open_with(&tablet, &key, steps).unwrap());
        assert_eq!(set_aside(&tablet), None);
        assert_eq!(tablet.strips.iter().filter(|strip| strip.bytes().is_empty()).count(), 1);
    }
}

#[test]
fn what_can_then_not_be_read_keeps_what_was_set_aside() {
    fn spoilt(kind: Kind, _: &[u8]) -> Option<Vec<u8>> {
        (kind == Kind::PUPIL).then(|| vec![0xff])
    }
    const BAD: &[Step] = &[spoilt];
    let (tablet, key, before) = kept();
    drop(open_with(&tablet, &key, BAD));
    for _ in 0..3 {
        let mut keeper = open_with(&tablet, &key, BAD).unwrap();
        assert!(health(&mut keeper).unreadable > 0);
    }
    let kept = set_aside(&tablet).unwrap();
    let pupils = before.values().filter(|change| change.kind == Kind::PUPIL);
    assert!(pupils.into_iter().all(|pupil| kept.rows.values().any(|row| row.header.record == pupil.id)));
}

#[test]
fn an_app_of_an_earlier_form_says_so_and_touches_nothing() {
    let (tablet, key, _) = kept();
    drop(open_with(&tablet, &key, SECOND).unwrap());
    drop(tablet.at_the_door().unwrap());
    let before = every_byte(&tablet);
    let mut keeper = tablet.at_the_door().unwrap();
    for passphrase in [tablet.passphrase.as_str(), "not the passphrase"] {
        let unlock = Ask::Unlock { passphrase: whisper(passphrase), cover_code: whisper("4071") };
        assert_eq!(block_on(keeper.answer(unlock)), Err(Refusal::NewerApp));
    }
    let replace = Ask::ReplacePassphrase {
        recovery_code: whisper(&tablet.recovery),
        passphrase: whisper("seven slow barges at noon"),
        cover_code: whisper("4071"),
    };
    assert_eq!(block_on(keeper.answer(replace)), Err(Refusal::NewerApp));
    drop(keeper);
    assert_eq!(every_byte(&tablet), before);
}

#[test]
fn what_is_taken_out_for_good_is_not_kept_in_what_was_set_aside() {
    let (tablet, key, _) = kept();
    let mut keeper = open_with(&tablet, &key, SECOND).unwrap();
    assert!(set_aside(&tablet).is_some());
    let change = Ask::Waiting;
    assert!(matches!(ask(&mut keeper, change), Reply::Waiting(_)));
    block_on(keeper.store.commit(crate::store::Act::new().knocks(vec![1]).erasing(true))).unwrap();
    assert_eq!(set_aside(&tablet), None);
}

/// Killed at every step, ten times each: all in the earlier form or all in the newer one, and with the newer one, what was
/// before is there as well, until a later start has read everything.
#[test]
fn a_kill_at_every_step_leaves_the_earlier_form_or_the_newer_one() {
    let (whole, key, before) = kept();
    let rows = Journal::open(whole.strips.clone()).unwrap().1.contents.rows;
    let (earlier, newer) = (brought_up(&before, &[]), brought_up(&before, SECOND));
    let (mut seen_earlier, mut seen_newer, mut kills) = (0, 0, 0);
    for step in 0.. {
        let mut went_through = true;
        for time in 0..TIMES {
            let tablet = whole.copied();
            if time % 2 == 0 {
                tablet.database.fail_after(Some(step));
            } else {
                tablet.strips.iter().for_each(|strip| strip.fail_after(step));
            }
            went_through &=
                open_with(&tablet, &key, SECOND).is_ok_and(|keeper| keeper.store.condition() == Default::default());
            tablet.restart([0, 1, 7, 40, 4_000][time / 2]);
            kills += 1;
            // The door alone: both copies are compared, nothing is brought up or let go.
            drop(tablet.at_the_door().unwrap());
            let schema = tablet.header().schema;
            if schema == 1 {
                seen_earlier += 1;
                let keeper = tablet.open(&key).unwrap();
                assert_eq!(brought_up(&records(&keeper), &[]), earlier, "step {step}, {time}");
            } else {
                seen_newer += 1;
                assert_eq!(set_aside(&tablet).map(|kept| kept.rows).as_ref(), Some(&rows), "step {step}, {time}");
            }
            for _ in 0..2 {
                let mut keeper = open_with(&tablet, &key, SECOND).unwrap();
                assert_eq!(brought_up(&records(&keeper), &[]), newer, "step {step}, {time}");
                assert!(!health(&mut keeper).altered, "step {step}, {time}");
            }
            assert_eq!(set_aside(&tablet), None, "step {step}, {time}");
        }
        if went_through {
            break;
        }
        assert!(step < 60, "it never goes through");
    }
    assert!(seen_earlier > TIMES && seen_newer > TIMES && kills >= 3 * TIMES, "{seen_earlier} {seen_newer} {kills}");
}

/// In the days in which the earlier form is still kept the journal is damaged in many places, with the battery dying in
/// each step of the start that makes it good.
#[test]
fn a_damaged_journal_is_made_good_beside_what_was_set_aside() {
    let (tablet, key, before) = kept();
    let rows = Journal::open(tablet.strips.clone()).unwrap().1.contents.rows;
    let newer = brought_up(&before, SECOND);
    // What is written next goes into the file that is empty now.
    let alive = tablet.strips.iter().position(|strip| strip.bytes().is_empty()).unwrap();
    drop(open_with(&tablet, &key, SECOND).unwrap());
    let bytes = tablet.strips[alive].bytes();
    let is_kept = |keeper: &Keeper2| keeper.store.condition().second_copy == SecondCopy::Kept;
    let (mut whole, mut kept_aside) = (0, 0);
    for place in (0..bytes.len()).step_by(bytes.len() / 12) {
        for step in 0..20 {
            let tablet = tablet.copied();
            let mut spoilt = bytes.clone();
            spoilt[place] ^= 4;
            tablet.strips[alive].put(spoilt);
            tablet.strips.iter().for_each(|strip| strip.fail_after(step));
            whole += usize::from(tablet.at_the_door().is_ok_and(|keeper| is_kept(&keeper)));
            tablet.restart([0, 40, 4_000][step % 3]);
            drop(tablet.at_the_door().unwrap());
            kept_aside += usize::from(set_aside(&tablet).is_some_and(|kept| kept.rows == rows));
            let mut keeper = open_with(&tablet, &key, SECOND).unwrap();
            assert_eq!(brought_up(&records(&keeper), &[]), newer, "{place}, {step}");
            assert!(!health(&mut keeper).altered, "{place}, {step}");
        }
    }
    // A battery that dies in the one moment in which the damaged file is cut and nothing is in its place yet.
    assert!(whole > 0 && kept_aside >= 12 * 18, "{whole} {kept_aside}");
}
