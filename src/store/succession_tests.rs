#![allow(clippy::unwrap_used)]

use futures_executor::block_on;

use super::*;
use crate::store::{DomTrouble, MemoryDatabases, MemoryStore, MemoryStrip};
use crate::vault::{Envelope, KdfParams, Passphrase};

/// A tablet: its databases and the journal's files.
#[derive(Clone, Default)]
struct Tablet {
    databases: MemoryDatabases,
    strips: [MemoryStrip; 2],
}

type Store2 = Twin<MemoryDatabases, MemoryStrip>;

impl Tablet {
    fn open(&self) -> Store2 {
        self.try_open().unwrap()
    }

    fn try_open(&self) -> Result<Store2, StoreError> {
        block_on(Twin::open(self.databases.clone(), Ok(self.strips.clone()), None))
    }

    fn there(&self) -> Vec<u32> {
        block_on(self.databases.there())
    }
}

fn damage() -> Option<StoreError> {
    let message = "Internal error opening backing store for indexedDB.open.".to_owned();
    Some(StoreError::Refused(DomTrouble { name: "UnknownError".to_owned(), message, code: 0 }))
}

fn header() -> Vec<u8> {
    let passphrase = Passphrase::typed("a passphrase for tests only");
    VaultHeader::create(&passphrase, KdfParams::FLOOR).unwrap().0.to_bytes()
}

/// An envelope of the vault with this header.
fn envelope(header: &[u8], record: u8, at: u32) -> Envelope {
    let vault = *VaultHeader::from_bytes(header).unwrap().vault.as_bytes();
    let (record, revision) = ([record; 16], u128::from(at).to_be_bytes());
    let bytes = [&[1][..], &vault, &[3; 16], &record, &revision, &[8; 16], &[4; 24], &at.to_be_bytes()].concat();
    Envelope::from_bytes(&bytes).unwrap()
}

/// What a store holds: record and revision, in order.
fn rows(store: &Store2) -> Vec<(u8, u32)> {
    let mut all = Vec::new();
    for subject in block_on(store.subjects()).unwrap() {
        for row in block_on(store.envelopes_of(subject)).unwrap() {
            let StoredRow::Envelope(envelope) = row else { continue };
            let at = u128::from_be_bytes(envelope.header.revision.to_bytes());
            all.push((envelope.header.record.as_bytes()[0], at as u32));
        }
    }
    all
}

fn write(store: &Store2, header: &[u8], record: u8, at: u32) {
    block_on(store.commit(Act::new().envelope(envelope(header, record, at)))).unwrap();
}

fn disk_rows(store: &MemoryStore) -> usize {
    store.keys().len()
}

/// A vault with three records.
fn kept() -> (Tablet, Vec<u8>) {
    let (tablet, header) = (Tablet::default(), header());
    let store = tablet.open();
    block_on(store.commit(Act::new().header(header.clone()).knocks(vec![7]))).unwrap();
    for record in 1..=3 {
        write(&store, &header, record, u32::from(record));
    }
    (tablet, header)
}

#[test]
fn a_database_that_refuses_is_followed_by_another_made_from_the_journal() {
    let (tablet, header) = kept();
    let before = block_on(tablet.open().door()).unwrap();
    tablet.databases.number(1).refuse(damage());
    let store = tablet.open();
    assert_eq!(rows(&store), [(1, 1), (2, 2), (3, 3)]);
    assert_eq!(block_on(store.door()).unwrap(), before);
    assert_eq!((store.condition().put_back, store.condition().lost), (3, false), "the person is told");
    write(&store, &header, 4, 4);
    drop(store);
    // Later starts open the new one; what was refused is still there, untouched.
    let store = tablet.open();
    assert_eq!(store.condition(), Condition::default());
    assert_eq!(rows(&store), [(1, 1), (2, 2), (3, 3), (4, 4)]);
    assert_eq!((tablet.there(), disk_rows(&tablet.databases.number(1))), (vec![1, 2], 3));
}

#[test]
fn when_both_can_be_read_the_later_one_goes_on() {
    let (tablet, header) = kept();
    tablet.databases.number(1).refuse(damage());
    write(&tablet.open(), &header, 2, 20);
    tablet.databases.number(1).refuse(None);
    let store = tablet.open();
    assert_eq!(rows(&store), [(1, 1), (2, 20), (3, 3)]);
    assert_eq!(store.condition(), Condition::default(), "the earlier one had nothing that was missing");
    // Should the journal be lost now, the right one is still the later one.
    tablet.strips.iter().for_each(|strip| strip.put(Vec::new()));
    assert_eq!(rows(&tablet.open()), [(1, 1), (2, 20), (3, 3)]);
}

#[test]
fn what_only_the_earlier_one_has_is_taken_in_as_soon_as_it_can_be_read() {
    let (tablet, header) = kept();
    // Written while the journal could not be.
    let alone = Twin::<_, MemoryStrip>::open(tablet.databases.clone(), Err(crate::store::NoStrips::Refused), None);
    let alone = block_on(alone).unwrap();
    write(&alone, &header, 5, 5);
    write(&alone, &header, 1, 10);
    drop(alone);
    tablet.databases.number(1).refuse(damage());
    let store = tablet.open();
    assert_eq!(rows(&store), [(1, 1), (2, 2), (3, 3)], "the journal had not been given these two");
    write(&store, &header, 2, 20);
    drop(store);
    tablet.databases.number(1).refuse(None);
    let store = tablet.open();
    assert_eq!((rows(&store), store.condition().put_back), (vec![(1, 10), (2, 20), (3, 3), (5, 5)], 2));
    drop(store);
    // And both copies have it from then on.
    tablet.databases.lose(1);
    tablet.databases.lose(2);
    assert_eq!(rows(&tablet.open()), [(1, 10), (2, 20), (3, 3), (5, 5)]);
}

#[test]
fn an_earlier_one_is_let_go_once_there_is_nothing_in_it_that_both_copies_have_not() {
    let (tablet, header) = kept();
    tablet.databases.number(1).refuse(damage());
    write(&tablet.open(), &header, 2, 20);
    assert_eq!(tablet.there(), [1, 2], "it cannot be read yet");
    tablet.databases.number(1).refuse(None);
    tablet.databases.number(1).refuse_rows(damage());
    drop(tablet.open());
    assert_eq!(tablet.there(), [1, 2], "nor can its rows");
    tablet.databases.number(1).refuse_rows(None);
    drop(tablet.open());
    assert_eq!(tablet.there(), [2]);
    assert_eq!(rows(&tablet.open()), [(1, 1), (2, 20), (3, 3)]);
    // What is let go is missed by nobody when the other is lost.
    tablet.databases.lose(2);
    assert_eq!(rows(&tablet.open()), [(1, 1), (2, 20), (3, 3)]);
}

#[test]
fn an_earlier_one_that_is_or_may_be_more_than_a_part_of_both_copies_stays() {
    let two = |spoil: &dyn Fn(&Tablet, &[u8])| {
        let (tablet, header) = kept();
        tablet.databases.number(1).refuse(damage());
        drop(tablet.open());
        tablet.databases.number(1).refuse(None);
        spoil(&tablet, &header);
        drop(tablet.open());
        tablet.there()
    };
    assert_eq!(two(&|_, _| ()), [2]);
    // Something is missing in the later one: it is taken in now, and only the next start finds nothing more.
    let newer = |tablet: &Tablet, header: &[u8]| {
        let act = Act::new().envelope(envelope(header, 4, 4));
        block_on(tablet.databases.number(1).commit(act)).unwrap();
    };
    assert_eq!(two(&newer), [1, 2]);
    // A row that says nothing to this app.
    let unreadable = |tablet: &Tablet, _: &[u8]| tablet.databases.number(1).plant(&[[3; 16], [7; 16]].concat(), &[99]);
    assert_eq!(two(&unreadable), [1, 2]);
    // Another passphrase, which perhaps only this one knows.
    let door = |tablet: &Tablet, _: &[u8]| {
        let mut other = Act::new();
        other.header = Some(header());
        block_on(tablet.databases.number(1).commit(other)).unwrap();
    };
    assert_eq!(two(&door), [1, 2]);
    // There is no second copy just now.
    let alone = |tablet: &Tablet, _: &[u8]| {
        let alone = Twin::<_, MemoryStrip>::open(tablet.databases.clone(), Err(crate::store::NoStrips::Refused), None);
        drop(block_on(alone).unwrap());
        assert_eq!(tablet.there(), [1, 2]);
    };
    assert_eq!(two(&alone), [2]);
}

#[test]
fn another_vaults_rows_are_not_taken_in() {
    let ((tablet, header), (other, _)) = (kept(), kept());
    let disk = other.databases.number(1);
    for key in disk.keys() {
        let bytes = disk.bytes_at(&key).unwrap();
        tablet.databases.number(1).plant(&[&[9][..], &key[1..]].concat(), &bytes);
    }
    tablet.databases.number(2).wipe();
    tablet
        .databases
        .number(1)
        .plant(&[[3; 16], [7; 16]].concat(), &disk.bytes_at(&[[3; 16], [1; 16]].concat()).unwrap());
    assert_eq!(rows(&tablet.open()), [(1, 1), (2, 2), (3, 3)]);
    assert_eq!(disk_rows(&tablet.databases.number(2)), 3);
    drop(header);
}

#[test]
fn rows_that_can_no_longer_be_read_are_had_from_the_journal_and_writing_goes_on() {
    let (tablet, header) = kept();
    let store = tablet.open();
    tablet.databases.number(1).refuse_rows(damage());
    assert_eq!(rows(&store), [(1, 1), (2, 2), (3, 3)]);
    assert_eq!(store.condition().put_back, 3);
    write(&store, &header, 4, 4);
    assert_eq!(disk_rows(&tablet.databases.number(2)), 4);
    drop(store);
    assert_eq!(rows(&tablet.open()), [(1, 1), (2, 2), (3, 3), (4, 4)]);
}

/// A vault whose last act is in the journal alone.
fn kept_apart() -> (Tablet, Vec<u8>) {
    let (tablet, header) = kept();
    let alone = block_on(Twin::open(NoneOpens, Ok(tablet.strips.clone()), None)).unwrap();
    block_on(alone.commit(Act::new().envelope(envelope(&header, 4, 4)))).unwrap();
    (tablet, header)
}

#[test]
fn rows_that_cannot_be_read_while_the_copies_are_apart_are_had_from_the_journal() {
    let (tablet, header) = kept_apart();
    tablet.databases.number(1).refuse_rows(damage());
    let store = tablet.open();
    assert_eq!(rows(&store), [(1, 1), (2, 2), (3, 3), (4, 4)]);
    assert_eq!((store.condition().put_back, store.condition().second_copy), (4, SecondCopy::Kept));
    write(&store, &header, 5, 5);
    drop(store);
    let store = tablet.open();
    assert_eq!((store.condition(), rows(&store).len()), (Condition::default(), 5));
    assert_eq!(tablet.there(), [1, 2], "what could not be read is still there");
    drop(store);
    // It can be read again: both copies have all of it by now.
    tablet.databases.number(1).refuse_rows(None);
    assert_eq!(rows(&tablet.open()).len(), 5);
    assert_eq!(tablet.there(), [2]);
}

#[test]
fn what_refuses_once_while_the_copies_are_apart_stays() {
    let (tablet, _) = kept_apart();
    tablet.databases.number(1).fail_next_commit(damage().unwrap());
    let store = tablet.open();
    assert_eq!((rows(&store).len(), store.condition().put_back), (4, 1));
    assert_eq!(tablet.there(), [1]);
}

#[test]
fn rows_that_cannot_be_read_are_not_given_up_where_the_journal_is_not_whole_or_nothing_else_opens() {
    let (tablet, header) = kept_apart();
    tablet.databases.number(1).refuse_rows(damage());
    let alone = Twin::open(tablet.databases.number(1), Ok(tablet.strips.clone()), None);
    let store = block_on(alone).unwrap();
    assert_eq!(store.condition().second_copy, SecondCopy::Alone);
    assert_eq!(block_on(store.door()).unwrap().unwrap().header, header);
    assert_eq!(block_on(store.count()).unwrap(), 4);
    drop(store);
    tablet.strips.iter().for_each(|strip| {
        let mut bytes = strip.bytes();
        if let Some(byte) = bytes.get_mut(100) {
            *byte ^= 1;
        }
        strip.put(bytes);
    });
    assert_eq!(tablet.try_open().err(), damage());
    assert_eq!(tablet.there(), [1]);
}

#[test]
fn a_database_that_goes_away_while_it_is_written_is_followed_at_once() {
    for error in [damage().unwrap(), StoreError::Vanished] {
        let (tablet, header) = kept();
        let store = tablet.open();
        tablet.databases.number(1).refuse(Some(error.clone()));
        write(&store, &header, 4, 4);
        assert_eq!(rows(&store), [(1, 1), (2, 2), (3, 3), (4, 4)]);
        drop(store);
        tablet.databases.number(1).refuse(None);
        assert_eq!(rows(&tablet.open()), [(1, 1), (2, 2), (3, 3), (4, 4)], "{error}");
        // Nor is anything called written while there is nothing to write to.
        let (tablet, header) = kept();
        let store = tablet.open();
        tablet.databases.number(1).refuse(Some(error.clone()));
        tablet.databases.number(2).refuse(Some(error.clone()));
        let act = || Act::new().envelope(envelope(&header, 5, 5));
        assert_eq!(block_on(store.commit(act())).err(), Some(error.clone()));
        tablet.databases.number(2).refuse(None);
        block_on(store.commit(act())).unwrap();
        drop(store);
        assert_eq!(rows(&tablet.open()).len(), 4);
    }
}

#[test]
fn a_database_that_says_no_once_stays() {
    let (tablet, header) = kept();
    let store = tablet.open();
    tablet.databases.number(1).fail_next_commit(damage().unwrap());
    write(&store, &header, 4, 4);
    assert_eq!((tablet.there(), disk_rows(&tablet.databases.number(1))), (vec![1], 4));
}

#[test]
fn what_the_journal_had_no_room_for_is_in_no_database_either() {
    let (tablet, header) = kept();
    let store = tablet.open();
    tablet.strips.iter().for_each(|strip| strip.fail_after(0));
    assert!(block_on(store.commit(Act::new().envelope(envelope(&header, 4, 4)))).is_err());
    tablet.strips.iter().for_each(|strip| strip.fail_after(usize::MAX));
    tablet.databases.number(1).refuse(damage());
    write(&store, &header, 5, 5);
    assert_eq!(rows(&store), [(1, 1), (2, 2), (3, 3), (5, 5)]);
    drop(store);
    tablet.databases.lose(2);
    assert_eq!(rows(&tablet.open()).len(), 4, "the journal has what the database has");
}

#[test]
fn it_goes_on_to_a_third_and_a_tenth() {
    let (tablet, header) = kept();
    for number in 1..10 {
        tablet.databases.number(number).refuse(damage());
        let store = tablet.open();
        write(&store, &header, 2, 100 + number);
        drop(store);
        assert_eq!(rows(&tablet.open()), [(1, 1), (2, 100 + number), (3, 3)]);
        assert_eq!(tablet.there().last(), Some(&(number + 1)));
    }
}

struct NoneOpens;

impl Databases for NoneOpens {
    type Database = MemoryStore;

    async fn there(&self) -> Vec<u32> {
        vec![1]
    }

    async fn open(&self, number: u32) -> Result<MemoryStore, StoreError> {
        if number == 1 { Err(damage().unwrap()) } else { Err(StoreError::Blocked) }
    }

    fn let_go(&self, _: u32) {}

    fn stand_in(&self) -> MemoryStore {
        MemoryStore::new()
    }
}

#[test]
fn without_a_whole_journal_or_for_any_other_reason_nothing_is_made() {
    let trouble = |name: &str| DomTrouble { name: name.to_owned(), ..DomTrouble::default() };
    let others = [
        StoreError::Blocked,
        StoreError::OpenTimedOut,
        StoreError::NewerApp { supported: 1, trouble: trouble("VersionError") },
        StoreError::Unavailable(trouble("SecurityError")),
        StoreError::Full(trouble("QuotaExceededError")),
        StoreError::ConnectionLost(trouble("InvalidStateError")),
    ];
    for other in others {
        let (tablet, _) = kept();
        tablet.databases.number(1).refuse(Some(other.clone()));
        assert_eq!(tablet.try_open().err(), Some(other));
        assert_eq!(tablet.there(), [1]);
    }
    let (tablet, _) = kept();
    tablet.databases.number(1).refuse(damage());
    tablet.strips.iter().for_each(|strip| {
        let mut bytes = strip.bytes();
        if let Some(byte) = bytes.get_mut(100) {
            *byte ^= 1;
        }
        strip.put(bytes);
    });
    assert_eq!(tablet.try_open().err(), damage());
    assert_eq!(tablet.there(), [1]);
    // Nor where there never was a vault.
    let fresh = Tablet::default();
    fresh.databases.number(1).refuse(damage());
    assert_eq!(fresh.try_open().err(), damage());
}

#[test]
fn where_no_database_opens_the_journal_goes_on_alone() {
    let (Tablet { databases, strips }, header) = kept();
    for at in 10..13 {
        let store = block_on(Twin::open(NoneOpens, Ok(strips.clone()), None)).unwrap();
        assert_eq!(store.condition().second_copy, SecondCopy::Alone);
        assert_eq!(block_on(store.door()).unwrap().unwrap().header, header);
        assert_eq!(block_on(store.count()).unwrap(), 3);
        block_on(store.commit(Act::new().envelope(envelope(&header, 2, at)))).unwrap();
        assert!(!block_on(store.set_aside()).unwrap(), "nothing is brought into another form meanwhile");
    }
    // The databases answer again: what was written in the meantime goes into them.
    let tablet = Tablet { databases, strips };
    let store = tablet.open();
    assert_eq!(rows(&store), [(1, 1), (2, 12), (3, 3)]);
    assert_eq!((store.condition().second_copy, store.condition().put_back), (SecondCopy::Kept, 1));
    assert_eq!(tablet.open().condition(), Condition::default());
}

/// A file that somebody takes away and puts back.
#[derive(Clone, Default)]
struct Fickle(MemoryStrip, Rc<std::cell::Cell<bool>>);

impl Fickle {
    fn checked(&self) -> Result<(), StoreError> {
        if self.1.get() { Err(StoreError::Vanished) } else { Ok(()) }
    }
}

impl Strip for Fickle {
    fn read(&self) -> Result<Vec<u8>, StoreError> {
        self.0.read()
    }

    fn write(&self, at: u64, bytes: &[u8]) -> Result<(), StoreError> {
        self.checked().and_then(|()| self.0.write(at, bytes))
    }

    fn cut(&self, length: u64) -> Result<(), StoreError> {
        self.checked().and_then(|()| self.0.cut(length))
    }

    fn flush(&self) -> Result<(), StoreError> {
        self.checked().and_then(|()| self.0.flush())
    }
}

#[test]
fn alone_it_says_no_rather_than_keep_nothing() {
    let (Tablet { strips, .. }, header) = kept();
    let gone = Rc::default();
    let open = || {
        let strips = strips.each_ref().map(|strip| Fickle(strip.clone(), Rc::clone(&gone)));
        block_on(Twin::open(NoneOpens, Ok(strips), None)).unwrap()
    };
    let store = open();
    gone.set(true);
    let refused = block_on(store.commit(Act::new().envelope(envelope(&header, 4, 4))));
    assert_eq!(refused, Err(StoreError::Vanished), "what is nowhere is called saved");
    gone.set(false);
    block_on(store.commit(Act::new().envelope(envelope(&header, 5, 5)))).unwrap();
    assert_eq!(block_on(open().count()).unwrap(), 4, "what was refused is not there, and the next is");
}

#[test]
fn whatever_it_dies_in_the_midst_of_all_is_there_at_the_next_start() {
    for commits in 0..2 {
        for journal_is_lost in [false, true] {
            let (tablet, header) = kept();
            tablet.databases.number(1).refuse(damage());
            tablet.databases.number(2).fail_after(Some(commits));
            assert_eq!(tablet.try_open().is_err(), commits == 0);
            tablet.databases.number(2).fail_after(None);
            if journal_is_lost {
                // One copy must be left: the earlier database answers again.
                tablet.strips.iter().for_each(|strip| strip.put(Vec::new()));
                tablet.databases.number(1).refuse(None);
            }
            let store = tablet.open();
            assert_eq!(rows(&store), [(1, 1), (2, 2), (3, 3)], "{commits} {journal_is_lost}");
            assert_eq!(block_on(store.door()).unwrap().unwrap().header, header);
            assert!(!store.condition().lost);
            write(&store, &header, 1, 30);
            drop(store);
            assert_eq!(rows(&tablet.open()), [(1, 30), (2, 2), (3, 3)]);
        }
    }
}

#[test]
fn an_empty_follower_beside_one_that_still_refuses_is_an_alarm() {
    let (tablet, _) = kept();
    tablet.databases.number(1).refuse(damage());
    tablet.databases.number(2).wipe();
    tablet.strips.iter().for_each(|strip| strip.put(Vec::new()));
    assert!(tablet.open().condition().lost);
}
