//! What every store must do, whatever it keeps its rows in. Run against memory natively, and against memory and
//! IndexedDB in a browser, in a page and in a worker.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

use lantern_room::domain::{RecordId, Revision, SubjectId};
use lantern_room::store::{Act, DoorRow, Store, StoreError, StoredRow};
use lantern_room::vault::Envelope;

/// One disk of its own, empty when it is made.
pub trait Bench {
    /// The store under test.
    type Home: Store;

    /// Opens the store on this disk, for the first time or again.
    async fn open(&self) -> Self::Home;

    /// Puts bytes under a key, past the store.
    async fn plant(&self, key: &[u8], bytes: &[u8]);

    /// The bytes under a key, past the store.
    async fn bytes_at(&self, key: &[u8]) -> Option<Vec<u8>>;
}

/// Hands the names of all points to a macro that makes tests of them.
#[macro_export]
macro_rules! every_point {
    ($make:ident) => {
        $make! {
            a_fresh_store_is_empty,
            what_was_committed_is_there_after_reopening,
            an_act_is_written_as_a_whole,
            an_act_that_is_refused_writes_nothing,
            a_newer_revision_replaces_the_row,
            an_older_revision_is_left_out,
            the_newest_of_one_act_wins_in_any_order,
            the_same_revision_twice_changes_nothing,
            an_empty_act_changes_nothing,
            a_subject_has_exactly_its_own_rows,
            rows_come_in_order_of_record,
            an_unreadable_row_is_kept_and_told,
            a_newer_format_is_kept_and_told,
            a_row_under_a_foreign_key_is_told,
            an_unreadable_row_is_never_overwritten,
            a_key_of_odd_length_is_told,
            the_header_is_replaced,
            knocks_are_kept_beside_the_header,
            a_thousand_envelopes_in_one_act,
            a_big_envelope_keeps_every_byte,
            subjects_are_listed_once_and_in_order,
            concurrent_commits_lose_nothing,
            two_stores_on_one_disk_see_each_other,
        }
    };
}

pub const EDGES: [[u8; 16]; 6] = [[0; 16], edge(0, 1), edge(1, 0), [0x7f; 16], edge(0xff, 0xfe), [0xff; 16]];

const fn edge(fill: u8, last: u8) -> [u8; 16] {
    let mut bytes = [fill; 16];
    bytes[15] = last;
    bytes
}

pub fn subject(number: u8) -> SubjectId {
    SubjectId::from_bytes(edge(7, number))
}

pub fn record(number: u16) -> RecordId {
    let mut bytes = [0; 16];
    bytes[..2].copy_from_slice(&number.to_be_bytes());
    RecordId::from_bytes(bytes)
}

fn revision(number: u32) -> Revision {
    Revision::from_bytes(u128::from(number).to_be_bytes())
}

pub fn key(subject: SubjectId, record: RecordId) -> Vec<u8> {
    [&subject.as_bytes()[..], record.as_bytes()].concat()
}

pub fn envelope_bytes(subject: SubjectId, record: RecordId, at: u32, sealed: &[u8]) -> Vec<u8> {
    let revision = revision(at).to_bytes();
    [&[1][..], &[9; 16], subject.as_bytes(), record.as_bytes(), &revision, &[8; 16], &[4; 24], sealed].concat()
}

pub fn envelope(subject: SubjectId, record: RecordId, at: u32, sealed: &[u8]) -> Envelope {
    Envelope::from_bytes(&envelope_bytes(subject, record, at, sealed)).unwrap()
}

/// Waits for two futures that run side by side.
pub async fn both<A, B>(a: impl Future<Output = A>, b: impl Future<Output = B>) -> (A, B) {
    let (mut a, mut b) = (pin!(a), pin!(b));
    let (mut first, mut second) = (None, None);
    poll_fn(|context| {
        if first.is_none()
            && let Poll::Ready(value) = a.as_mut().poll(context)
        {
            first = Some(value);
        }
        if second.is_none()
            && let Poll::Ready(value) = b.as_mut().poll(context)
        {
            second = Some(value);
        }
        if first.is_some() && second.is_some() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    (first.unwrap(), second.unwrap())
}

/// The door's header and knocks; how far the history has come is each store's own affair.
async fn door(store: &impl Store) -> Option<(Vec<u8>, Option<Vec<u8>>)> {
    store.door().await.unwrap().map(|DoorRow { header, knocks, .. }| (header, knocks))
}

async fn rows(store: &impl Store, of: SubjectId) -> Vec<StoredRow> {
    store.envelopes_of(of).await.unwrap()
}

fn readable(envelopes: impl IntoIterator<Item = Envelope>) -> Vec<StoredRow> {
    envelopes.into_iter().map(StoredRow::Envelope).collect()
}

pub async fn a_fresh_store_is_empty(bench: &impl Bench) {
    let store = bench.open().await;
    assert_eq!(store.door().await, Ok(None));
    assert_eq!(store.subjects().await, Ok(vec![]));
    assert_eq!(store.envelopes_of(subject(1)).await, Ok(vec![]));
    store.close().await;
}

pub async fn what_was_committed_is_there_after_reopening(bench: &impl Bench) {
    let kept = envelope(subject(1), record(1), 1, b"sealed");
    let store = bench.open().await;
    store.commit(Act::new().header(vec![1, 2]).knocks(vec![3]).envelope(kept.clone())).await.unwrap();
    store.close().await;
    for _ in 0..3 {
        let store = bench.open().await;
        assert_eq!(door(&store).await, Some((vec![1, 2], Some(vec![3]))));
        assert_eq!(rows(&store, subject(1)).await, readable([kept.clone()]));
        store.close().await;
    }
}

pub async fn an_act_is_written_as_a_whole(bench: &impl Bench) {
    let store = bench.open().await;
    let both_subjects = [envelope(subject(1), record(1), 1, b"a"), envelope(subject(2), record(2), 1, b"b")];
    store.commit(Act::new().header(vec![1]).envelopes(both_subjects.clone())).await.unwrap();
    let [a, b] = both_subjects;
    assert_eq!(rows(&store, subject(1)).await, readable([a]));
    assert_eq!(rows(&store, subject(2)).await, readable([b]));
    assert_eq!(store.door().await.unwrap().unwrap().header, vec![1]);
    store.close().await;
}

pub async fn an_act_that_is_refused_writes_nothing(bench: &impl Bench) {
    let store = bench.open().await;
    let before = envelope(subject(1), record(1), 1, b"before");
    store.commit(Act::new().header(vec![1]).knocks(vec![1]).envelope(before.clone())).await.unwrap();
    bench.plant(&key(subject(1), record(5)), b"garbage").await;
    let act = Act::new().header(vec![2]).knocks(vec![2]).envelopes([
        envelope(subject(1), record(1), 2, b"after"),
        envelope(subject(1), record(5), 2, b"refused"),
        envelope(subject(1), record(9), 2, b"new"),
    ]);
    let refused = StoreError::RowUnreadable { subject: subject(1), record: record(5), newer: false };
    assert_eq!(store.commit(act).await, Err(refused));
    store.close().await;

    let store = bench.open().await;
    assert_eq!(door(&store).await, Some((vec![1], Some(vec![1]))));
    let unreadable = StoredRow::Unreadable { key: key(subject(1), record(5)), bytes_len: 7, newer: false };
    assert_eq!(rows(&store, subject(1)).await, vec![StoredRow::Envelope(before), unreadable]);
    store.close().await;
}

pub async fn a_newer_revision_replaces_the_row(bench: &impl Bench) {
    let store = bench.open().await;
    let newer = envelope(subject(1), record(1), 2, b"newer");
    store.commit(Act::new().envelope(envelope(subject(1), record(1), 1, b"older"))).await.unwrap();
    store.commit(Act::new().envelope(newer.clone())).await.unwrap();
    assert_eq!(rows(&store, subject(1)).await, readable([newer]));
    store.close().await;
}

pub async fn an_older_revision_is_left_out(bench: &impl Bench) {
    let store = bench.open().await;
    let newer = envelope(subject(1), record(1), 0x0100_0000, b"newer");
    store.commit(Act::new().envelope(newer.clone())).await.unwrap();
    let beside = envelope(subject(1), record(2), 1, b"beside");
    let act = Act::new().envelope(envelope(subject(1), record(1), 0xffff, b"older")).envelope(beside.clone());
    store.commit(act).await.unwrap();
    assert_eq!(rows(&store, subject(1)).await, readable([newer, beside]));
    store.close().await;
}

pub async fn the_newest_of_one_act_wins_in_any_order(bench: &impl Bench) {
    let store = bench.open().await;
    let of = |at: u32| envelope(subject(1), record(1), at, &at.to_be_bytes());
    store.commit(Act::new().envelopes([of(2), of(5), of(3)])).await.unwrap();
    assert_eq!(rows(&store, subject(1)).await, readable([of(5)]));
    store.close().await;
}

pub async fn the_same_revision_twice_changes_nothing(bench: &impl Bench) {
    let store = bench.open().await;
    let first = envelope(subject(1), record(1), 3, b"sealed once");
    store.commit(Act::new().envelope(first.clone())).await.unwrap();
    store.commit(Act::new().envelope(first.clone())).await.unwrap();
    store.commit(Act::new().envelope(envelope(subject(1), record(1), 3, b"sealed again"))).await.unwrap();
    assert_eq!(rows(&store, subject(1)).await, readable([first]));
    store.close().await;
}

pub async fn an_empty_act_changes_nothing(bench: &impl Bench) {
    let store = bench.open().await;
    store.commit(Act::new()).await.unwrap();
    assert_eq!(store.door().await, Ok(None));
    store.commit(Act::new().header(vec![1]).knocks(vec![2])).await.unwrap();
    store.commit(Act::new()).await.unwrap();
    assert_eq!(door(&store).await, Some((vec![1], Some(vec![2]))));
    store.close().await;
}

pub async fn a_subject_has_exactly_its_own_rows(bench: &impl Bench) {
    let store = bench.open().await;
    let own = |of: [u8; 16]| {
        let of = SubjectId::from_bytes(of);
        EDGES.map(|record| envelope(of, RecordId::from_bytes(record), 1, of.as_bytes()))
    };
    // Neighbours, from the very first identifier to the very last.
    store.commit(Act::new().envelopes(EDGES.into_iter().flat_map(own))).await.unwrap();
    for of in EDGES {
        assert_eq!(rows(&store, SubjectId::from_bytes(of)).await, readable(own(of)), "{of:x?}");
    }
    assert_eq!(rows(&store, SubjectId::from_bytes(edge(0, 2))).await, vec![]);
    assert_eq!(rows(&store, SubjectId::from_bytes(edge(0xff, 0xfd))).await, vec![]);
    assert_eq!(store.subjects().await, Ok(EDGES.map(SubjectId::from_bytes).to_vec()));
    store.close().await;
}

pub async fn rows_come_in_order_of_record(bench: &impl Bench) {
    let store = bench.open().await;
    for number in [300, 2, 255, 256, 1] {
        store.commit(Act::new().envelope(envelope(subject(1), record(number), 1, b""))).await.unwrap();
    }
    let expected = [1, 2, 255, 256, 300].map(|number| envelope(subject(1), record(number), 1, b""));
    assert_eq!(rows(&store, subject(1)).await, readable(expected));
    store.close().await;
}

pub async fn an_unreadable_row_is_kept_and_told(bench: &impl Bench) {
    let store = bench.open().await;
    let readable_one = envelope(subject(1), record(2), 1, b"fine");
    store.commit(Act::new().envelope(readable_one.clone())).await.unwrap();
    let cut = &envelope_bytes(subject(1), record(1), 1, b"")[..90];
    bench.plant(&key(subject(1), record(1)), cut).await;
    bench.plant(&key(subject(2), record(1)), b"").await;
    let told = StoredRow::Unreadable { key: key(subject(1), record(1)), bytes_len: 90, newer: false };
    assert_eq!(rows(&store, subject(1)).await, vec![told, StoredRow::Envelope(readable_one)]);
    let told = StoredRow::Unreadable { key: key(subject(2), record(1)), bytes_len: 0, newer: false };
    assert_eq!(rows(&store, subject(2)).await, vec![told]);
    assert_eq!(store.subjects().await, Ok(vec![subject(1), subject(2)]));
    store.close().await;
    assert_eq!(bench.bytes_at(&key(subject(1), record(1))).await.as_deref(), Some(cut));
}

pub async fn a_newer_format_is_kept_and_told(bench: &impl Bench) {
    let mut bytes = envelope_bytes(subject(1), record(1), 1, b"from tomorrow");
    bytes[0] = 2;
    let store = bench.open().await;
    bench.plant(&key(subject(1), record(1)), &bytes).await;
    let told = StoredRow::Unreadable { key: key(subject(1), record(1)), bytes_len: bytes.len(), newer: true };
    assert_eq!(rows(&store, subject(1)).await, vec![told]);
    let mut mending = Act::new().envelope(envelope(subject(1), record(1), u32::MAX, b"over it"));
    mending.mends = true;
    let refused = StoreError::RowUnreadable { subject: subject(1), record: record(1), newer: true };
    assert_eq!(store.commit(mending).await, Err(refused));
    store.close().await;
    assert_eq!(bench.bytes_at(&key(subject(1), record(1))).await, Some(bytes));
}

pub async fn a_row_under_a_foreign_key_is_told(bench: &impl Bench) {
    let store = bench.open().await;
    let moved = envelope_bytes(subject(1), record(1), 1, b"moved");
    bench.plant(&key(subject(1), record(2)), &moved).await;
    let told = StoredRow::Unreadable { key: key(subject(1), record(2)), bytes_len: moved.len(), newer: false };
    assert_eq!(rows(&store, subject(1)).await, vec![told]);
    store.close().await;
}

pub async fn an_unreadable_row_is_never_overwritten(bench: &impl Bench) {
    let store = bench.open().await;
    bench.plant(&key(subject(1), record(1)), b"garbage").await;
    let refused = StoreError::RowUnreadable { subject: subject(1), record: record(1), newer: false };
    let act = Act::new().envelope(envelope(subject(1), record(1), u32::MAX, b"new"));
    assert_eq!(store.commit(act).await, Err(refused));
    assert_eq!(bench.bytes_at(&key(subject(1), record(1))).await.as_deref(), Some(&b"garbage"[..]));
    store.commit(Act::new().envelope(envelope(subject(1), record(2), 1, b"new"))).await.unwrap();
    assert_eq!(rows(&store, subject(1)).await.len(), 2);
    store.close().await;
}

pub async fn a_key_of_odd_length_is_told(bench: &impl Bench) {
    let store = bench.open().await;
    let last = SubjectId::from_bytes([0xff; 16]);
    for of in [subject(1), last] {
        let long = [&key(of, RecordId::from_bytes([0xff; 16]))[..], &[0xff]].concat();
        bench.plant(&long, b"odd").await;
        assert_eq!(rows(&store, of).await, vec![StoredRow::Unreadable { key: long, bytes_len: 3, newer: false }]);
        bench.plant(of.as_bytes(), b"short").await;
        assert_eq!(rows(&store, of).await.len(), 2);
    }
    bench.plant(b"no subject", b"x").await;
    assert_eq!(store.subjects().await, Ok(vec![subject(1), last]));
    store.close().await;
}

pub async fn the_header_is_replaced(bench: &impl Bench) {
    let store = bench.open().await;
    store.commit(Act::new().header(vec![1; 300])).await.unwrap();
    store.commit(Act::new().header(vec![2])).await.unwrap();
    assert_eq!(door(&store).await, Some((vec![2], None)));
    store.close().await;
}

pub async fn knocks_are_kept_beside_the_header(bench: &impl Bench) {
    let store = bench.open().await;
    store.commit(Act::new().header(vec![1])).await.unwrap();
    store.commit(Act::new().knocks(vec![0, 1])).await.unwrap();
    store.close().await;
    let store = bench.open().await;
    assert_eq!(door(&store).await, Some((vec![1], Some(vec![0, 1]))));
    store.commit(Act::new().header(vec![2])).await.unwrap();
    store.commit(Act::new().knocks(vec![])).await.unwrap();
    assert_eq!(door(&store).await, Some((vec![2], Some(vec![]))));
    store.close().await;
}

pub async fn a_thousand_envelopes_in_one_act(bench: &impl Bench) {
    let store = bench.open().await;
    let all: Vec<_> =
        (0..1000).map(|number| envelope(subject(1), record(number), 1, &number.to_be_bytes().repeat(200))).collect();
    store.commit(Act::new().envelopes(all.clone())).await.unwrap();
    store.close().await;
    let store = bench.open().await;
    assert!(rows(&store, subject(1)).await == readable(all), "not the thousand that were written");
    store.close().await;
}

pub async fn a_big_envelope_keeps_every_byte(bench: &impl Bench) {
    let store = bench.open().await;
    let sealed: Vec<u8> = (0..32 * 1024u32).map(|place| (place % 251) as u8).collect();
    let big = envelope(subject(1), record(1), 1, &sealed);
    store.commit(Act::new().envelope(big.clone())).await.unwrap();
    store.close().await;
    let store = bench.open().await;
    assert!(rows(&store, subject(1)).await == readable([big]), "not the bytes that were written");
    store.close().await;
}

pub async fn subjects_are_listed_once_and_in_order(bench: &impl Bench) {
    let store = bench.open().await;
    let of = [3, 1, 3, 2, 1, 255, 0];
    let all = of.into_iter().zip(1..).map(|(of, number)| envelope(subject(of), record(number), 1, b""));
    store.commit(Act::new().envelopes(all)).await.unwrap();
    let expected: Vec<_> = [0, 1, 2, 3, 255].into_iter().map(subject).collect();
    assert_eq!(store.subjects().await, Ok(expected));
    store.close().await;
}

pub async fn concurrent_commits_lose_nothing(bench: &impl Bench) {
    let store = bench.open().await;
    for round in 0..10 {
        let (low, high) = (round * 2 + 1, round * 2 + 2);
        let of = |at: u32| {
            let common = envelope(subject(1), record(0), at, &at.to_be_bytes());
            let own = envelope(subject(1), record(at as u16), 1, b"own");
            store.commit(Act::new().envelope(common).envelope(own))
        };
        // The newer one starts first in one round and second in the next.
        let (a, b) = if round % 2 == 0 { (low, high) } else { (high, low) };
        assert_eq!(both(of(a), of(b)).await, (Ok(()), Ok(())));
        let kept = rows(&store, subject(1)).await;
        assert_eq!(kept.len(), high as usize + 1);
        assert_eq!(kept[0], StoredRow::Envelope(envelope(subject(1), record(0), high, &high.to_be_bytes())));
    }
    store.close().await;
}

pub async fn two_stores_on_one_disk_see_each_other(bench: &impl Bench) {
    let (one, other) = (bench.open().await, bench.open().await);
    let of = |number: u16| envelope(subject(1), record(number), 1, b"");
    let (a, b) = both(one.commit(Act::new().envelope(of(1))), other.commit(Act::new().envelope(of(2)))).await;
    assert_eq!((a, b), (Ok(()), Ok(())));
    assert_eq!(rows(&one, subject(1)).await, readable([of(1), of(2)]));
    one.close().await;
    assert_eq!(rows(&other, subject(1)).await, readable([of(1), of(2)]));
    other.close().await;
}
