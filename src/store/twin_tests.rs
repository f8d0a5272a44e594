#![allow(clippy::unwrap_used)]

use futures_executor::block_on;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::*;
use crate::store::{DomTrouble, MemoryStore, MemoryStrip};
use crate::vault::{Envelope, KdfParams, Passphrase, VaultHeader};

type Store2 = Twin<MemoryStore, MemoryStrip>;

/// A tablet: its database's disk and its two files.
#[derive(Clone, Default)]
struct Tablet {
    database: MemoryStore,
    strips: [MemoryStrip; 2],
}

impl Tablet {
    fn open(&self) -> Store2 {
        self.try_open().unwrap()
    }

    fn try_open(&self) -> Result<Store2, StoreError> {
        block_on(Twin::open(self.database.clone(), Ok(self.strips.clone()), None))
    }

    fn wipe_journal(&self) {
        self.strips.iter().for_each(|strip| strip.put(Vec::new()));
    }
}

fn header() -> Vec<u8> {
    let params = KdfParams { memory_kib: 8, passes: 1, lanes: 1 };
    let passphrase = Passphrase::typed("a passphrase for tests only");
    match VaultHeader::create(&passphrase, params) {
        Ok((header, ..)) => header.to_bytes(),
        Err(_) => VaultHeader::create(&passphrase, KdfParams::FLOOR).unwrap().0.to_bytes(),
    }
}

fn envelope(record: u8, at: u32) -> Envelope {
    let revision = u128::from(at).to_be_bytes();
    let record = [record; 16];
    let bytes = [&[1][..], &[9; 16], &[3; 16], &record, &revision, &[8; 16], &[4; 24], &at.to_be_bytes()].concat();
    Envelope::from_bytes(&bytes).unwrap()
}

fn rows(store: &Store2) -> Vec<StoredRow> {
    let mut all = Vec::new();
    for subject in block_on(store.subjects()).unwrap() {
        all.extend(block_on(store.envelopes_of(subject)).unwrap());
    }
    all
}

/// A vault with three records, of which one was written twice.
fn kept() -> (Tablet, Vec<StoredRow>) {
    let tablet = Tablet::default();
    let store = tablet.open();
    block_on(async {
        store.commit(Act::new().header(header())).await.unwrap();
        for (record, at) in [(1, 1), (2, 2), (3, 3), (2, 4)] {
            store.commit(Act::new().envelope(envelope(record, at))).await.unwrap();
        }
    });
    let rows = rows(&store);
    (tablet, rows)
}

#[test]
fn two_copies_that_agree_are_left_alone() {
    let (tablet, kept) = kept();
    let before = (tablet.strips[0].bytes(), tablet.strips[1].bytes());
    let store = tablet.open();
    assert_eq!(rows(&store), kept);
    assert_eq!(store.condition(), Condition::default());
    assert_eq!((tablet.strips[0].bytes(), tablet.strips[1].bytes()), before);
}

#[test]
fn a_lost_database_is_put_back_from_the_journal() {
    let (tablet, kept) = kept();
    let door = block_on(tablet.open().door()).unwrap().unwrap();
    tablet.database.wipe();
    let store = tablet.open();
    assert_eq!(rows(&store), kept);
    assert_eq!(block_on(store.door()).unwrap().unwrap(), door);
    assert_eq!((store.condition().put_back, store.condition().lost), (3, false));
    assert_eq!(tablet.open().condition(), Condition::default(), "the second opening finds nothing to do");
}

#[test]
fn an_older_state_of_both_copies_is_not_taken_for_the_whole() {
    let (tablet, _) = kept();
    let reached = tablet.open().reached();
    assert_eq!(reached, 5);
    let opened = |remembered: u64| {
        let opened = Twin::open(tablet.database.clone(), Ok(tablet.strips.clone()), Some(remembered));
        block_on(opened).unwrap()
    };
    assert!((0..=reached).all(|remembered| !opened(remembered).condition().older));
    let older = opened(reached + 1);
    assert!(older.condition().older);
    older.accept_older();
    assert!(!older.condition().older);
    // Where one copy is older and the other is not, nothing is missing.
    tablet.database.wipe();
    assert_eq!((opened(reached).condition().older, opened(reached).reached()), (false, reached));
    // Making good counts as an act, and does not make up for one that is missing.
    tablet.wipe_journal();
    let mended = opened(reached + 1);
    assert_eq!((mended.condition().older, mended.reached()), (true, reached + 1));
    // Nothing at all is another matter.
    tablet.database.wipe();
    tablet.wipe_journal();
    let lost = opened(reached).condition();
    assert!(lost.lost && !lost.older);
}

#[test]
fn a_lost_journal_is_written_anew_from_the_database() {
    let (tablet, kept) = kept();
    tablet.wipe_journal();
    assert_eq!(tablet.open().condition().copied, 3);
    tablet.database.wipe();
    assert_eq!(rows(&tablet.open()), kept);
}

#[test]
fn when_both_are_lost_it_is_an_alarm_and_no_beginning() {
    let (tablet, _) = kept();
    tablet.database.wipe();
    tablet.strips.iter().for_each(|strip| strip.put(vec![0; 2048]));
    assert!(tablet.open().condition().lost);
    assert_eq!(tablet.strips[0].bytes(), vec![0; 2048], "what is left is left as it is");
    assert!(!Tablet::default().open().condition().lost);
    let headless = Tablet::default();
    headless.database.plant(&[[3; 16], [1; 16]].concat(), &envelope(1, 1).to_bytes());
    assert!(headless.open().condition().lost, "records without a header");
    let remembered = Twin::open(MemoryStore::new(), Ok([MemoryStrip::default(), MemoryStrip::default()]), Some(0));
    assert!(block_on(remembered).unwrap().condition().lost);
}

#[test]
fn without_a_place_for_a_journal_it_says_so_and_works() {
    let (tablet, kept) = kept();
    let alone = Twin::<_, MemoryStrip>::open(tablet.database.clone(), Err(NoStrips::Impossible), None);
    let store = block_on(alone).unwrap();
    assert_eq!(store.condition().second_copy, SecondCopy::Impossible);
    block_on(store.commit(Act::new().envelope(envelope(1, 9)))).unwrap();
    // The journal comes back, and with it what it missed: a row that was replaced does not show in any count.
    let store = tablet.open();
    assert_eq!(store.condition().copied, 1);
    tablet.database.wipe();
    let found = rows(&tablet.open());
    assert_eq!(found.len(), kept.len());
    assert!(found.contains(&StoredRow::Envelope(envelope(1, 9))));
}

#[test]
fn an_older_row_or_a_missing_one_is_noticed_although_everything_else_agrees() {
    let (tablet, kept) = kept();
    let key = |record: u8| [[3; 16], [record; 16]].concat();
    tablet.database.plant(&key(2), &envelope(2, 2).to_bytes());
    let store = tablet.open();
    assert_eq!(rows(&store), kept);
    assert_eq!(store.condition().put_back, 1);
    // One goes and another comes: the count stays.
    tablet.database.unplant(&key(2));
    tablet.database.plant(&[[3; 16], [0; 16]].concat(), b"rubbish");
    let found = rows(&tablet.open());
    assert!(found.contains(&StoredRow::Envelope(envelope(2, 4))));
}

#[test]
fn a_damaged_row_is_mended_and_a_newer_apps_row_is_not_touched() {
    let (tablet, kept) = kept();
    let key = |record: u8| [[3; 16], [record; 16]].concat();
    tablet.database.plant(&key(2), b"");
    assert_eq!(rows(&tablet.open()), kept);
    let newer = [&[2][..], &[7; 200]].concat();
    tablet.database.plant(&key(3), &newer);
    drop(rows(&tablet.open()));
    assert_eq!(tablet.database.bytes_at(&key(3)), Some(newer.clone()));
    // Nor does the journal let go of what it has in its place, also when it is written anew.
    block_on(tablet.database.commit(Act::new().envelope(envelope(1, 9)))).unwrap();
    tablet.database.plant(&key(4), &envelope(4, 1).to_bytes());
    let reopened = tablet.open();
    assert!(reopened.condition().copied > 0);
    assert_eq!(reopened.journal.as_ref().unwrap().contents().unwrap().rows.get(&key(3)[..]), Some(&envelope(3, 3)));
    assert_eq!(tablet.database.bytes_at(&key(3)), Some(newer));
}

#[test]
fn copies_of_different_vaults_are_not_mixed() {
    let ((one, _), (other, _)) = (kept(), kept());
    let mixed = Tablet { database: one.database.clone(), strips: other.strips.clone() };
    let before = mixed.strips[0].bytes();
    assert_eq!(mixed.try_open().err(), Some(StoreError::TwoVaults));
    assert_eq!(mixed.strips[0].bytes(), before);
}

#[test]
fn without_room_in_the_journal_nothing_is_kept_and_the_next_act_is() {
    let (tablet, _) = kept();
    let store = tablet.open();
    let alive = tablet.strips.iter().find(|strip| !strip.bytes().is_empty()).unwrap();
    alive.fail_after(0);
    assert!(matches!(block_on(store.commit(Act::new().envelope(envelope(5, 10)))), Err(StoreError::Full(_))));
    alive.crash(0);
    block_on(store.commit(Act::new().envelope(envelope(6, 11)))).unwrap();
    assert_eq!(tablet.open().condition(), Condition::default());
    tablet.database.wipe();
    assert_eq!(rows(&tablet.open()).len(), 4, "what was refused is in neither copy");
}

#[test]
fn what_is_taken_out_for_good_is_in_neither_file() {
    let (tablet, _) = kept();
    let old = envelope(2, 2).to_bytes();
    let holds = |tablet: &Tablet| {
        tablet.strips.iter().any(|strip| strip.bytes().windows(old.len()).any(|window| window == old))
    };
    assert!(holds(&tablet));
    block_on(tablet.open().commit(Act::new().envelope(envelope(2, 20)).erasing(true))).unwrap();
    assert!(!holds(&tablet));
}

/// A bit has turned under a row's seal: the row can be read, is of the same revision, and is not what was written.
#[test]
fn a_row_that_was_spoilt_under_its_seal_is_put_back_from_the_journal() {
    let (tablet, kept) = kept();
    let key = [[3; 16], [3; 16]].concat();
    let spoil = || {
        let mut bytes = tablet.database.bytes_at(&key).unwrap();
        *bytes.last_mut().unwrap() ^= 1;
        tablet.database.plant(&key, &bytes);
    };
    spoil();
    let store = tablet.open();
    assert_eq!(rows(&store), kept);
    assert_eq!(store.condition().put_back, 1);
    drop(store);
    // Nor does it come into the journal where the database has come further.
    spoil();
    block_on(tablet.database.commit(Act::new().envelope(envelope(1, 9)))).unwrap();
    tablet.database.plant(&[[3; 16], [4; 16]].concat(), &envelope(4, 9).to_bytes());
    let store = tablet.open();
    assert!(store.condition().copied > 0 && rows(&store).contains(&StoredRow::Envelope(envelope(3, 3))));
    assert_eq!(store.journal.as_ref().unwrap().contents().unwrap().rows.get(&key[..]), Some(&envelope(3, 3)));
}

/// The bytes of a row whose revision was raised by a bit that turned.
fn raised(database: &MemoryStore, key: &[u8]) -> Vec<u8> {
    let mut bytes = database.bytes_at(key).unwrap();
    // Behind the format, the vault, the subject and the record.
    bytes[49] ^= 1;
    bytes
}

/// A bit has turned in a row's revision, which is in the clear: it looks newer than what was written.
#[test]
fn a_row_whose_revision_was_raised_is_put_back_from_the_journal() {
    let key = [[3; 16], [3; 16]].concat();
    let good = StoredRow::Envelope(envelope(3, 3));
    let in_journal = |store: &Store2| {
        StoredRow::Envelope(store.journal.as_ref().unwrap().contents().unwrap().rows.get(&key[..]).unwrap().clone())
    };
    let (tablet, kept) = kept();
    tablet.database.plant(&key, &raised(&tablet.database, &key));
    let store = tablet.open();
    assert_eq!((rows(&store), store.condition().put_back), (kept, 1));
    assert_eq!(tablet.database.bytes_at(&key), Some(envelope(3, 3).to_bytes()));
    drop(store);
    assert_eq!(tablet.open().condition(), Condition::default());
    // The same where all is compared, since the database has a row more.
    tablet.database.plant(&key, &raised(&tablet.database, &key));
    tablet.database.plant(&[[3; 16], [4; 16]].concat(), &envelope(4, 9).to_bytes());
    let store = tablet.open();
    assert_eq!((store.condition().put_back, store.condition().copied), (1, 1));
    assert!(rows(&store).contains(&good) && rows(&store).contains(&StoredRow::Envelope(envelope(4, 9))));
    assert_eq!(in_journal(&store), good);
    drop(store);
    // The same where the journal has come further.
    let behind = Tablet { database: tablet.database.copied(), strips: tablet.strips.clone() };
    block_on(tablet.open().commit(Act::new().envelope(envelope(1, 20)))).unwrap();
    behind.database.plant(&key, &raised(&behind.database, &key));
    let store = behind.open();
    assert_eq!((store.condition().put_back, store.condition().copied), (2, 0));
    assert!(rows(&store).contains(&good) && rows(&store).contains(&StoredRow::Envelope(envelope(1, 20))));
    assert_eq!(in_journal(&store), good);
    drop(store);
    // Nor does it swallow what is written over it.
    let store = behind.open();
    behind.database.plant(&key, &raised(&behind.database, &key));
    block_on(store.commit(Act::new().envelope(envelope(3, 30)))).unwrap();
    assert!(rows(&store).contains(&StoredRow::Envelope(envelope(3, 30))));
}

/// Each copy was written while the other could not be: the journal has come further, and has not come past the database.
#[test]
fn what_only_the_database_was_given_is_kept_though_the_journal_has_come_further() {
    let (tablet, _) = kept();
    let database = tablet.database.copied();
    let without = Twin::<_, MemoryStrip>::open(database.clone(), Err(NoStrips::Refused), None);
    block_on(async { without.await.unwrap().commit(Act::new().envelope(envelope(2, 50))).await }).unwrap();
    let store = tablet.open();
    for at in 60..63 {
        block_on(store.commit(Act::new().envelope(envelope(1, at)))).unwrap();
    }
    drop(store);
    let apart = Tablet { database, strips: tablet.strips };
    let store = apart.open();
    assert_eq!((store.condition().put_back, store.condition().copied), (1, 1));
    let expected = [envelope(1, 62), envelope(2, 50), envelope(3, 3)].map(StoredRow::Envelope);
    assert_eq!(rows(&store), expected);
    drop(store);
    apart.database.wipe();
    assert_eq!(rows(&apart.open()), expected);
}

/// A bit has turned at the door: the journal's header bears a sum, the database's bears none.
#[test]
fn a_spoilt_door_is_put_right_from_the_journal_whichever_byte_it_is() {
    let key = [[3; 16], [2; 16]].concat();
    let (tablet, kept) = kept();
    block_on(tablet.open().commit(Act::new().knocks(vec![1, 2, 3]))).unwrap();
    let good = block_on(tablet.open().door()).unwrap().unwrap();
    let assert_good = |what: String| {
        let store = tablet.open();
        assert_eq!(block_on(store.door()).unwrap().unwrap(), good, "{what}");
        assert_eq!(block_on(tablet.database.door()).unwrap().unwrap(), good, "{what}, on the disk");
        assert_eq!(rows(&store), kept, "{what}");
        assert_eq!(store.journal.as_ref().unwrap().contents().unwrap().header.as_ref(), Some(&good.header), "{what}");
        assert_eq!(tablet.open().condition(), Condition::default(), "the second opening finds nothing to do");
    };
    for (byte, loses) in (0..good.header.len()).flat_map(|byte| [(byte, false), (byte, true)]) {
        let mut spoilt = good.header.clone();
        spoilt[byte] ^= 1;
        block_on(tablet.database.commit(Act::new().header(spoilt))).unwrap();
        if loses {
            tablet.database.unplant(&key);
        }
        assert_good(format!("byte {byte}, {loses}"));
    }
    block_on(tablet.database.commit(Act::new().knocks(vec![1, 2, 7]))).unwrap();
    assert_good("the count of wrong guesses".to_owned());
}

#[test]
fn a_journal_whose_first_start_was_cut_off_is_begun_at_the_next() {
    for operations in 0..8 {
        let tablet = Tablet::default();
        tablet.strips.iter().for_each(|strip| strip.fail_after(operations));
        drop(tablet.try_open());
        tablet.strips.iter().for_each(|strip| strip.crash(operations * 7));
        let store = tablet.open();
        block_on(store.commit(Act::new().header(header()).envelope(envelope(1, 1)))).unwrap();
        assert_eq!(store.condition(), Condition::default(), "{operations}");
        drop(store);
        tablet.database.wipe();
        assert_eq!(rows(&tablet.open()), [StoredRow::Envelope(envelope(1, 1))], "{operations}");
    }
}

#[test]
fn an_old_way_in_that_could_not_be_taken_out_goes_with_the_next_act_after_a_start() {
    let (tablet, _) = kept();
    let store = tablet.open();
    let old = block_on(store.door()).unwrap().unwrap().header;
    let holds = || tablet.strips.iter().any(|strip| strip.bytes().windows(old.len()).any(|window| window == old));
    let spare = tablet.strips.iter().find(|strip| strip.bytes().is_empty()).unwrap();
    spare.fail_after(1);
    block_on(store.commit(Act::new().header(header()))).unwrap();
    assert!(holds());
    drop(store);
    tablet.strips.iter().for_each(|strip| strip.crash(0));
    let store = tablet.open();
    block_on(store.commit(Act::new().envelope(envelope(7, 70)))).unwrap();
    assert!(!holds(), "who is shut out still has a way in");
}

/// Acts, failures and losses in any order: what was acknowledged is there after two restarts, of which the first writes
/// as well.
#[test]
fn whatever_happens_to_one_copy_nothing_acknowledged_is_lost() {
    #[derive(Clone, Debug)]
    enum Step {
        Write(u8),
        FailFiles(usize),
        FailDatabase,
        Crash(usize),
        LoseDatabase,
        LoseJournal,
        TearJournal(usize),
        FlipJournal(usize),
    }
    let step = prop_oneof![
        6 => (0u8..12).prop_map(Step::Write),
        1 => (0usize..4).prop_map(Step::FailFiles),
        1 => Just(Step::FailDatabase),
        2 => (0usize..200).prop_map(Step::Crash),
        1 => Just(Step::LoseDatabase),
        1 => Just(Step::LoseJournal),
        1 => (1usize..600).prop_map(Step::TearJournal),
        1 => any::<usize>().prop_map(Step::FlipJournal),
    ];
    let full = || StoreError::Full(DomTrouble::default());
    let mut runner = TestRunner::new(Config { cases: 1_000, ..Config::default() });
    let header = header();
    let outcome = runner.run(&prop::collection::vec(step, 1..40), |steps| {
        let tablet = Tablet::default();
        let mut store = tablet.open();
        block_on(store.commit(Act::new().header(header.clone()))).unwrap();
        let mut acknowledged = std::collections::BTreeMap::new();
        let mut at = 0;
        let check = |store: &Store2, acknowledged: &std::collections::BTreeMap<u8, u32>| {
            let rows = rows(store);
            for (record, revision) in acknowledged {
                let found = rows.iter().any(|row| {
                    let StoredRow::Envelope(found) = row else { return false };
                    let expected = envelope(*record, *revision).header;
                    found.header.record == expected.record && found.header.revision >= expected.revision
                });
                prop_assert!(found, "record {record} at {revision} is gone");
            }
            prop_assert!(block_on(store.door()).unwrap().is_some());
            Ok(())
        };
        for step in steps {
            match step {
                Step::Write(record) => {
                    at += 1;
                    if block_on(store.commit(Act::new().envelope(envelope(record, at)))).is_ok() {
                        acknowledged.insert(record, at);
                    } else {
                        // What was refused is nowhere: the next act builds on what there was before.
                        prop_assert!(!rows(&store).contains(&StoredRow::Envelope(envelope(record, at))));
                    }
                    continue;
                }
                Step::FailFiles(operations) => {
                    tablet.strips.iter().for_each(|strip| strip.fail_after(operations));
                    continue;
                }
                Step::FailDatabase => {
                    at += 1;
                    tablet.database.fail_next_commit(full());
                    prop_assert!(block_on(store.commit(Act::new().envelope(envelope(98, at)))).is_err());
                    // Where the journal said no before, the database has not been asked.
                    let _ = block_on(tablet.database.commit(Act::new()));
                    continue;
                }
                Step::Crash(lucky) => tablet.strips.iter().for_each(|strip| strip.crash(lucky)),
                // Of the losses only one copy at a time: the other is whole, because every opening has mended it.
                Step::LoseDatabase => {
                    drop(std::mem::replace(&mut store, Tablet::default().open()));
                    tablet.strips.iter().for_each(|strip| strip.crash(0));
                    drop(tablet.try_open());
                    tablet.database.wipe();
                }
                Step::LoseJournal => tablet.wipe_journal(),
                Step::TearJournal(bytes) => tablet.strips.iter().for_each(|strip| {
                    let all = strip.bytes();
                    strip.put(all[..all.len().saturating_sub(bytes)].to_vec());
                }),
                Step::FlipJournal(place) => tablet.strips.iter().for_each(|strip| {
                    let mut all = strip.bytes();
                    if let Some(length) = std::num::NonZeroUsize::new(all.len()) {
                        all[place % length] ^= 4;
                    }
                    strip.put(all);
                }),
            }
            // The process is gone and with it whatever was asked to fail.
            drop(std::mem::replace(&mut store, Tablet::default().open()));
            tablet.strips.iter().for_each(|strip| strip.crash(0));
            for _ in 0..2 {
                store = tablet.open();
                check(&store, &acknowledged)?;
                at += 1;
                block_on(store.commit(Act::new().envelope(envelope(99, at)))).unwrap_or_default();
            }
        }
        check(&store, &acknowledged)
    });
    outcome.unwrap();
}
