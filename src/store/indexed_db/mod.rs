//! The store in the browser's own database. Works in a page and in a worker.
//!
//! Nothing but database requests is awaited while a transaction is open: anything else would end it half-way.

mod connection;
mod numbered;
mod rows;
mod schema;
mod trouble;
mod v1;

pub use connection::Opening;
pub use numbered::IndexedDatabases;

use std::cell::RefCell;
use std::rc::Rc;

use indexed_db_futures::database::Database;

use crate::domain::SubjectId;

use super::{Act, DomTrouble, DoorRow, Store, StoreError, StoredRow};
use connection::{Connection, Expect};

/// How often one piece of work may reopen a lost connection before it gives up.
const REOPENINGS: u8 = 3;

/// The store in IndexedDB.
pub struct IndexedDbStore {
    opening: Opening,
    connection: RefCell<Rc<Connection>>,
}

impl IndexedDbStore {
    /// Opens the database, creating or upgrading it where needed.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`], [`StoreError::OpenTimedOut`], [`StoreError::Blocked`], [`StoreError::NewerApp`],
    /// [`StoreError::Full`], or [`StoreError::Refused`] where the database is damaged.
    pub async fn open(opening: Opening) -> Result<Self, StoreError> {
        let connection = Connection::open(&opening, Expect::Anything).await?;
        Ok(Self { opening, connection: RefCell::new(Rc::new(connection)) })
    }

    fn live(&self) -> Option<Rc<Connection>> {
        Some(self.connection.borrow().clone()).filter(|connection| !connection.is_lost())
    }

    async fn reopened(&self) -> Result<Rc<Connection>, StoreError> {
        let fresh = Rc::new(Connection::open(&self.opening, Expect::Existing).await?);
        // Other work may have been quicker; then there is one connection too many, and it closes here.
        Ok(self.live().unwrap_or_else(|| {
            self.connection.replace(fresh.clone());
            fresh
        }))
    }

    /// Does a piece of work, and does it again on a new connection where the old one was lost. Every piece of work can
    /// be repeated without harm: a revision that is already there is left out.
    async fn work<T>(&self, work: impl AsyncFn(&Database) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let mut trouble = DomTrouble::named("InvalidStateError", "the connection is closed");
        let mut reopenings = 0;
        loop {
            let connection = match self.live() {
                Some(connection) => connection,
                None if reopenings == REOPENINGS => return Err(StoreError::ConnectionLost(trouble)),
                None => {
                    reopenings += 1;
                    self.reopened().await?
                }
            };
            match work(connection.database()).await {
                Err(StoreError::ConnectionLost(why)) => trouble = why,
                Err(StoreError::Refused(why)) if connection.is_lost() => trouble = why,
                done => return done,
            }
            connection.lose();
        }
    }
}

impl Store for IndexedDbStore {
    async fn door(&self) -> Result<Option<DoorRow>, StoreError> {
        self.work(rows::door).await
    }

    async fn commit(&self, act: Act) -> Result<(), StoreError> {
        self.work(async |database| rows::commit(database, &act).await).await
    }

    async fn subjects(&self) -> Result<Vec<SubjectId>, StoreError> {
        self.work(rows::subjects).await
    }

    async fn envelopes_of(&self, subject: SubjectId) -> Result<Vec<StoredRow>, StoreError> {
        self.work(async |database| rows::of_subject(database, subject).await).await
    }

    async fn count(&self) -> Result<usize, StoreError> {
        self.work(rows::count).await
    }

    async fn close(self) {}
}
