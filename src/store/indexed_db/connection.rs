//! One connection to the database: opened with a time limit, watched while it lives, closed when it is dropped.

use std::cell::Cell;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;

use futures_channel::oneshot;
use indexed_db_futures::database::{Database, VersionChangeEvent};
use indexed_db_futures::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::EventTarget;

use crate::platform::listener::listen;
use crate::platform::timer;
use crate::store::StoreError;

use super::schema::{self, Version};
use super::trouble::{no_opening, refusal};

/// How to open the database, and whom to tell of what happens to it.
#[derive(Clone)]
#[must_use = "nothing is opened yet"]
pub struct Opening {
    name: Rc<str>,
    limit_millis: u32,
    on_blocked: Rc<dyn Fn()>,
    on_superseded: Rc<dyn Fn()>,
}

impl Opening {
    /// Opens the database of this name; it is created if it does not exist.
    pub fn of(name: &str) -> Self {
        Self { name: name.into(), limit_millis: 5000, on_blocked: Rc::new(|| {}), on_superseded: Rc::new(|| {}) }
    }

    /// Is told when another page holds an older database open; opening goes on waiting until the time limit.
    pub fn on_blocked(mut self, tell: impl Fn() + 'static) -> Self {
        self.on_blocked = Rc::new(tell);
        self
    }

    /// Is told when another page needs the database for a newer version: it has been closed here, and the page should
    /// offer to reload.
    pub fn on_superseded(mut self, tell: impl Fn() + 'static) -> Self {
        self.on_superseded = Rc::new(tell);
        self
    }

    /// How long to wait for an answer, in milliseconds; five seconds if nothing is said. A damaged database may never
    /// answer.
    pub fn answer_within(mut self, millis: u32) -> Self {
        self.limit_millis = millis;
        self
    }
}

/// Whether there must be a database already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expect {
    /// It may be the first time.
    Anything,
    /// It was open a moment ago: to find none now is an alarm, and none is made in its place.
    Existing,
}

/// A database that closes when it is dropped, wherever that happens.
struct Held(Database);

impl Drop for Held {
    fn drop(&mut self) {
        self.0.clone().close();
    }
}

/// An open connection.
pub(super) struct Connection {
    held: Held,
    lost: Rc<Cell<bool>>,
    /// Dropped with the connection, and the watch on its events ends.
    _watched: oneshot::Sender<()>,
}

impl Connection {
    /// Opens the database, upgrading it where needed.
    pub(super) async fn open(opening: &Opening, expect: Expect) -> Result<Self, StoreError> {
        let blocked = Rc::new(Cell::new(false));
        let vanished = Rc::new(Cell::new(false));
        // To throw is the only way to take an upgrade back. It must not look as if the whole worker had failed.
        let is_ours = vanished.clone();
        let _thrown = listen(&js_sys::global().unchecked_into::<EventTarget>(), "error", move |event| {
            if is_ours.get() {
                event.prevent_default();
            }
        });
        let request = Database::open(opening.name.to_string())
            .with_version(Version::NEWEST.number())
            .with_on_blocked({
                let (blocked, tell) = (blocked.clone(), opening.on_blocked.clone());
                move |_| {
                    blocked.set(true);
                    tell();
                    Ok(())
                }
            })
            .with_on_upgrade_needed({
                let vanished = vanished.clone();
                move |event: VersionChangeEvent, database: Database| {
                    let old = event.old_version() as u32;
                    if old == Version::Nothing.number() && expect == Expect::Existing {
                        vanished.set(true);
                        return Err(js_sys::Error::new("the database has vanished").into());
                    }
                    schema::upgrade(&database, old)
                }
            })
            .build()
            .map_err(no_opening)?;
        // The request cannot be taken back: should it be answered after the time limit, somebody must still be there to
        // close what it opened, or no other page could ever upgrade the database.
        let (answer, arrival) = oneshot::channel();
        spawn_local(async move {
            let _ = answer.send(request.await.map(Held));
        });
        match timer::within(opening.limit_millis, arrival).await {
            Some(Ok(Ok(held))) => Self::watched(held, opening),
            Some(Ok(Err(_))) if vanished.get() => Err(StoreError::Vanished),
            Some(Ok(Err(error))) => Err(no_opening(error)),
            _ if blocked.get() => Err(StoreError::Blocked),
            _ => Err(StoreError::OpenTimedOut),
        }
    }

    fn watched(held: Held, opening: &Opening) -> Result<Self, StoreError> {
        let lost = Rc::new(Cell::new(false));
        let mut events = held.0.version_changes().map_err(refusal)?;
        let (watched, mut dropped) = oneshot::channel::<()>();
        let connection = Self { held, lost: lost.clone(), _watched: watched };
        let (database, tell) = (connection.held.0.clone(), opening.on_superseded.clone());
        spawn_local(async move {
            let event = poll_fn(|context| match Pin::new(&mut dropped).poll(context) {
                Poll::Ready(_) => Poll::Ready(None),
                Poll::Pending => events.poll_recv(context).map(Some),
            });
            match event.await {
                None => {}
                Some(None) => lost.set(true),
                Some(Some(_)) => {
                    lost.set(true);
                    // Work that has begun still ends well: closing waits for open transactions.
                    database.close();
                    tell();
                }
            }
        });
        Ok(connection)
    }

    /// The database to work on.
    pub(super) fn database(&self) -> &Database {
        &self.held.0
    }

    /// Whether the browser or another page has ended this connection.
    pub(super) fn is_lost(&self) -> bool {
        self.lost.get()
    }

    /// Takes note that this connection is of no more use.
    pub(super) fn lose(&self) {
        self.lost.set(true);
    }
}
