//! A store in memory: for tests, and for a vault that is only being tried out.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::domain::SubjectId;

use super::row::{newest_of_each, replaces, subject_of};
use super::{Act, Condition, Databases, DomTrouble, DoorRow, Store, StoreError, StoredRow};

/// What stands for the disk.
#[derive(Debug, Default)]
struct Disk {
    header: Option<Vec<u8>>,
    knocks: Option<Vec<u8>>,
    head: Option<Vec<u8>>,
    rows: BTreeMap<Vec<u8>, Vec<u8>>,
    next_failure: Option<StoreError>,
    /// How many commits it still takes before it is gone, if that is to happen.
    commits_left: Option<usize>,
    /// What every opening and every reading is refused with.
    refuses: Option<StoreError>,
    /// What the reading of rows is refused with.
    rows_refuse: Option<StoreError>,
    /// Whether it is said to be an older state than was seen before.
    older: bool,
}

/// A store in memory. A clone is a second handle on the same disk: keep one aside, close the other, and the app has
/// been closed and opened again.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore(Rc<RefCell<Disk>>);

impl MemoryStore {
    /// An empty store.
    pub fn new() -> Self {
        Self::default()
    }

    /// Lets the next commit fail, and write nothing.
    pub fn fail_next_commit(&self, error: StoreError) {
        self.0.borrow_mut().next_failure = Some(error);
    }

    /// Takes everything away, as a browser does that has lost a database.
    pub fn wipe(&self) {
        *self.0.borrow_mut() = Disk::default();
    }

    /// Takes so many more commits and then fails every one, as when the browser is killed; nothing makes it last for ever.
    pub fn fail_after(&self, commits: Option<usize>) {
        self.0.borrow_mut().commits_left = commits;
    }

    /// From now on it is as damaged as a disk can be: it does not even open. Nothing: it is whole again.
    pub fn refuse(&self, error: Option<StoreError>) {
        self.0.borrow_mut().refuses = error;
    }

    /// From now on it opens, and its rows cannot be read.
    pub fn refuse_rows(&self, error: Option<StoreError>) {
        self.0.borrow_mut().rows_refuse = error;
    }

    /// From now on it is said to be an older state than was seen before.
    pub fn call_older(&self) {
        self.0.borrow_mut().older = true;
    }

    fn refused(&self) -> Result<(), StoreError> {
        self.0.borrow().refuses.clone().map_or(Ok(()), Err)
    }

    /// Another disk with the same bytes.
    pub fn copied(&self) -> Self {
        let disk = self.0.borrow();
        let copy = Disk {
            header: disk.header.clone(),
            knocks: disk.knocks.clone(),
            head: disk.head.clone(),
            rows: disk.rows.clone(),
            ..Disk::default()
        };
        Self(Rc::new(RefCell::new(copy)))
    }

    /// Puts bytes under a key as a damaged disk or a newer app would.
    pub fn plant(&self, key: &[u8], bytes: &[u8]) {
        self.0.borrow_mut().rows.insert(key.to_vec(), bytes.to_vec());
    }

    /// The keys of all rows, in ascending order.
    pub fn keys(&self) -> Vec<Vec<u8>> {
        self.0.borrow().rows.keys().cloned().collect()
    }

    /// Takes away what is under a key.
    pub fn unplant(&self, key: &[u8]) {
        self.0.borrow_mut().rows.remove(key);
    }

    /// The bytes under a key.
    pub fn bytes_at(&self, key: &[u8]) -> Option<Vec<u8>> {
        self.0.borrow().rows.get(key).cloned()
    }
}

impl Store for MemoryStore {
    async fn door(&self) -> Result<Option<DoorRow>, StoreError> {
        self.refused()?;
        let disk = self.0.borrow();
        Ok(disk.header.clone().map(|header| DoorRow { header, knocks: disk.knocks.clone(), head: disk.head.clone() }))
    }

    async fn commit(&self, act: Act) -> Result<(), StoreError> {
        self.refused()?;
        let mut disk = self.0.borrow_mut();
        if let Some(error) = disk.next_failure.take() {
            return Err(error);
        }
        match &mut disk.commits_left {
            None => {}
            Some(0) => return Err(StoreError::Vanished),
            Some(left) => *left -= 1,
        }
        // Everything is decided before anything is written: an act that is refused leaves no trace.
        let mut written = Vec::new();
        for (key, envelope) in newest_of_each(&act.envelopes) {
            let present = disk.rows.get(&key[..]).map(|bytes| StoredRow::read(&key, bytes));
            if replaces(envelope, present.as_ref(), act.mends)? {
                written.push((key.to_vec(), envelope.to_bytes()));
            }
        }
        disk.rows.extend(written);
        disk.header = act.header.or_else(|| disk.header.take());
        disk.knocks = act.knocks.or_else(|| disk.knocks.take());
        disk.head = act.head.or_else(|| disk.head.take());
        Ok(())
    }

    async fn subjects(&self) -> Result<Vec<SubjectId>, StoreError> {
        self.refused()?;
        let mut subjects = BTreeSet::new();
        subjects.extend(self.0.borrow().rows.keys().filter_map(|key| subject_of(key)));
        Ok(subjects.into_iter().collect())
    }

    async fn envelopes_of(&self, subject: SubjectId) -> Result<Vec<StoredRow>, StoreError> {
        self.refused()?;
        let disk = self.0.borrow();
        if let Some(error) = &disk.rows_refuse {
            return Err(error.clone());
        }
        let rows = disk.rows.range(subject.as_bytes().to_vec()..);
        let of_subject = rows.take_while(|(key, _)| subject_of(key) == Some(subject));
        Ok(of_subject.map(|(key, bytes)| StoredRow::read(key, bytes)).collect())
    }

    async fn count(&self) -> Result<usize, StoreError> {
        self.refused()?;
        Ok(self.0.borrow().rows.len())
    }

    fn accept_older(&self) {
        self.0.borrow_mut().older = false;
    }

    fn condition(&self) -> Condition {
        Condition { older: self.0.borrow().older, ..Condition::default() }
    }

    async fn close(self) {}
}

/// One disk, and no room for another.
impl Databases for MemoryStore {
    type Database = Self;

    async fn there(&self) -> Vec<u32> {
        vec![1]
    }

    async fn open(&self, number: u32) -> Result<Self, StoreError> {
        if number == 1 { Ok(self.clone()) } else { Err(StoreError::Unavailable(DomTrouble::default())) }
    }

    fn let_go(&self, _: u32) {}

    fn stand_in(&self) -> Self {
        Self::new()
    }
}

/// The databases of one place in memory, for tests. A clone is a second handle on the same ones.
#[derive(Clone, Debug, Default)]
pub struct MemoryDatabases(Rc<RefCell<BTreeMap<u32, MemoryStore>>>);

impl MemoryDatabases {
    /// The one of this number, made where it is not there.
    pub fn number(&self, number: u32) -> MemoryStore {
        self.0.borrow_mut().entry(number).or_default().clone()
    }

    /// Takes one away altogether.
    pub fn lose(&self, number: u32) {
        self.0.borrow_mut().remove(&number);
    }
}

impl Databases for MemoryDatabases {
    type Database = MemoryStore;

    async fn there(&self) -> Vec<u32> {
        self.0.borrow().keys().copied().collect()
    }

    async fn open(&self, number: u32) -> Result<MemoryStore, StoreError> {
        let store = self.number(number);
        store.refused().map(|()| store)
    }

    fn let_go(&self, number: u32) {
        self.lose(number);
    }

    fn stand_in(&self) -> MemoryStore {
        MemoryStore::new()
    }
}
