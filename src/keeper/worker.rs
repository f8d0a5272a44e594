//! The worker: takes the page's letters in order and gives them to the keeper of this tablet's vault, or to the keeper
//! of the made-up children.

use futures_channel::mpsc::{self, UnboundedReceiver};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::platform::clock::BrowserClock;
use crate::platform::locks::{self, Held, Neighbours, NotHeld};
use crate::platform::marks::{self, Mark};
use crate::platform::{shelf, timer};
use crate::store::{Home, IndexedDatabases, OpfsStrip, Place, Store, StoreError, Twin};

use super::core::{Keeper, KeyCost};
use super::exchange::bridge::Bridge;
use super::message::{Answer, Ask, Letter, Notice, Post, Reply, Standing};
use super::{Refusal, demo};

/// The lock that allows to write.
const WRITER: &str = "lantern-room-writer";
/// How often the clocks are looked at, in milliseconds.
const TICK: u32 = 5_000;
/// How long another window is given to let go before the vault is taken from it, in milliseconds.
const PATIENCE: u32 = 3_000;
/// How long a lock that is about to be free is waited for, in milliseconds, and how often it is looked at.
const GRACE: u32 = 1_000;
const STEP: u32 = 50;

/// What comes to the worker, in order.
enum Event {
    Letter(Box<Letter>),
    Tick,
    AskedToYield,
}

/// Runs the worker; called once, by its binary.
pub fn run() {
    let (sender, events) = mpsc::unbounded();
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();

    let letters = sender.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let bytes = Uint8Array::new(&event.data()).to_vec();
        // A letter of another build cannot be answered, for its number cannot be read; the page waits no longer than
        // its first question, which every build understands.
        if let Ok(letter) = postcard::from_bytes(&bytes) {
            let _ = letters.unbounded_send(Event::Letter(Box::new(letter)));
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    let ticks = sender.clone();
    let ticking = timer::every(TICK, move || drop(ticks.unbounded_send(Event::Tick)));
    let neighbours = Neighbours::meet(move || drop(sender.unbounded_send(Event::AskedToYield)));

    wasm_bindgen_futures::spawn_local(async move {
        // What was posted before now had nobody to hear it.
        post(&scope, &Post::Ready);
        // All of them live as long as the worker.
        let _kept = (on_message, ticking);
        serve(events, neighbours, &scope).await;
    });
}

async fn serve(
    mut events: UnboundedReceiver<Event>,
    neighbours: Option<Neighbours>,
    scope: &DedicatedWorkerGlobalScope,
) {
    let mut office = Office { neighbours, held: None, desk: Desk::Shut, place: None, remembered: false, mark: None };
    loop {
        let Ok(event) = events.recv().await else { return };
        let mut ends = false;
        let answer = match event {
            Event::Letter(letter) => {
                ends = matches!(letter.ask, Ask::Lock);
                let reply = office.answer(letter.ask).await;
                Some(Post::Answer(letter.number, reply.and_then(|reply| Answer::fold(&reply))))
            }
            Event::Tick => office.tick().await.map(Post::Notice),
            Event::AskedToYield => office.let_go().then_some(Post::Notice(Notice::Standing(Standing::Elsewhere))),
        };
        if let Some(answer) = answer {
            post(scope, &answer);
        }
        if ends {
            // A page that is left hears no answer any more and cannot end this worker, which holds the lock.
            scope.close();
            return;
        }
    }
}

fn post(scope: &DedicatedWorkerGlobalScope, post: &Post) {
    if let Ok(bytes) = postcard::to_allocvec(post) {
        // Only a page that is gone takes no post.
        let _ = scope.post_message(&Uint8Array::from(&bytes[..]));
    }
}

/// Who answers.
enum Desk {
    /// Nobody yet: the store has not been opened, or could not be.
    Shut,
    /// Another window has the vault.
    Elsewhere,
    /// The keeper of this tablet's vault, or of the made-up children.
    Manned(Box<Keeper<Home, BrowserClock>>),
}

/// Takes the lock if it is free, or becomes so in a moment: a page that was just reloaded finds its own former keeper
/// still ending.
async fn acquire_soon() -> Result<Held, NotHeld> {
    let mut lock = locks::acquire(WRITER).await;
    for _ in 0..GRACE / STEP {
        if !matches!(lock, Err(NotHeld::Busy)) {
            break;
        }
        timer::sleep(STEP).await;
        lock = locks::acquire(WRITER).await;
    }
    lock
}

/// Opens both copies of what is kept in a place.
async fn open_both(place: &Place, remembered: bool) -> Result<Twin<IndexedDatabases, OpfsStrip>, StoreError> {
    let remembered = marks::of(place.word()).await.or(remembered.then_some(0));
    Twin::open(IndexedDatabases::of(&place.database()), OpfsStrip::pair(place.word()).await, remembered).await
}

/// Every place with traces of a vault.
async fn places() -> Vec<Place> {
    let mut places = Vec::new();
    let databases = shelf::databases().await;
    let journals = shelf::journals().await;
    let of_databases = databases.iter().filter_map(|name| Place::of_database(name));
    for place in of_databases.chain(journals.iter().filter_map(|word| Place::named(word))) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places
}

struct Office {
    /// The keepers of other windows.
    neighbours: Option<Neighbours>,
    held: Option<Held>,
    desk: Desk,
    /// Which vault is meant; nothing before a page has said so.
    place: Option<Place>,
    /// Whether the page remembers a vault there.
    remembered: bool,
    /// The mark of the vault that is open; made-up children leave none.
    mark: Option<Mark>,
}

impl Office {
    async fn answer(&mut self, ask: Ask) -> Result<Reply, Refusal> {
        if self.was_robbed() {
            self.let_go();
        }
        let opens = matches!(
            ask,
            Ask::MakeVault { .. } | Ask::Unlock { .. } | Ask::UnlockWithPasskey { .. } | Ask::ReplacePassphrase { .. }
        );
        match &ask {
            Ask::OpenDemo => {
                self.let_go();
                self.mark = None;
                self.desk = Desk::Manned(Box::new(demo::keeper(BrowserClock).await?));
            }
            Ask::At { place, remembered, .. } => {
                if self.place.is_none() {
                    self.place.clone_from(place);
                }
                self.remembered |= *remembered;
            }
            Ask::TakeOver => {
                let taken = locks::take_over(WRITER, self.neighbours.as_ref(), PATIENCE).await;
                self.open(taken).await?;
            }
            _ => {}
        }
        let asks_how_it_stands = ask.asks_how_it_stands();
        // Whoever is about to open may stand at a door whose lock was taken and is free again.
        if (asks_how_it_stands || opens) && matches!(self.desk, Desk::Shut | Desk::Elsewhere) {
            let lock = acquire_soon().await;
            self.open(lock).await?;
        }
        let reply = match &mut self.desk {
            Desk::Manned(keeper) => keeper.answer(ask).await,
            Desk::Elsewhere if asks_how_it_stands || matches!(ask, Ask::TakeOver) => {
                Ok(Reply::Standing(Standing::Elsewhere))
            }
            Desk::Elsewhere | Desk::Shut => Err(Refusal::NotOpen),
        };
        self.leave_mark(opens && matches!(reply, Ok(Reply::Standing(Standing::Open { .. }))));
        reply
    }

    /// Notes outside the store how far its history has come, or that it has lost some of it.
    fn leave_mark(&self, is_vault: bool) {
        if let (Desk::Manned(keeper), Some(mark)) = (&self.desk, &self.mark) {
            let acts = keeper.store.reached();
            if keeper.store.condition().older {
                mark.come_to(marks::UNTIL_SOMEBODY_KNOWS);
            } else if acts > 0 || is_vault {
                mark.come_to(acts);
            }
        }
    }

    /// The place that is meant: what the page said, or where there is a vault.
    async fn here(&mut self) -> Place {
        if let Some(place) = &self.place {
            return place.clone();
        }
        let found = places().await;
        let place = found.iter().find(|place| **place == Place::first()).or(found.first()).cloned();
        self.place.insert(place.unwrap_or_else(Place::first)).clone()
    }

    /// Whether another window has taken the lock from this one, which was frozen or stuck: nothing is written any more.
    fn was_robbed(&self) -> bool {
        self.held.as_ref().is_some_and(|held| !held.is_ours())
    }

    async fn tick(&mut self) -> Option<Notice> {
        if self.was_robbed() {
            // Whoever stands at the door is told when they unlock: the lock may be free again by then.
            let has_keys = matches!(&self.desk, Desk::Manned(keeper) if keeper.has_keys());
            return (has_keys && self.let_go()).then_some(Notice::Standing(Standing::Elsewhere));
        }
        let notice = match &mut self.desk {
            Desk::Manned(keeper) => keeper.tick().await,
            Desk::Shut | Desk::Elsewhere => None,
        };
        self.leave_mark(false);
        notice
    }

    /// Lets go of keys, store and lock; whether there was a vault to let go of.
    fn let_go(&mut self) -> bool {
        if self.held.is_none() && matches!(self.desk, Desk::Manned(_)) {
            // Made-up children are nobody else's, and without locks nobody else can be known of.
            return false;
        }
        let had = matches!(core::mem::replace(&mut self.desk, Desk::Elsewhere), Desk::Manned(_));
        // The store closes before the lock is free.
        self.held = None;
        had
    }

    /// Opens the store, if the lock allows it. A browser without locks has nobody to share with that we could know of.
    async fn open(&mut self, lock: Result<Held, NotHeld>) -> Result<(), Refusal> {
        if lock.as_ref().is_err_and(|not_held| *not_held == NotHeld::Busy) {
            self.desk = Desk::Elsewhere;
            return Ok(());
        }
        self.held = lock.ok();
        let place = self.here().await;
        let store = match open_both(&place, self.remembered).await {
            Ok(store) => store,
            Err(error) => {
                self.held = None;
                self.desk = Desk::Shut;
                return Err(error.into());
            }
        };
        self.mark = Some(Mark::of(place.word()));
        let keeper = Keeper::new(Home::Disk(Box::new(store)), BrowserClock, KeyCost::Measured);
        self.desk = Desk::Manned(Box::new(keeper.with_exchange(Box::new(Bridge::default()))));
        Ok(())
    }
}
