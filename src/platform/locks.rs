//! One writer at a time: a lock that all pages and workers of the app share, and how to ask for it.

use std::cell::Cell;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;

use futures_channel::oneshot;
use js_sys::{Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, MessageEvent};

use super::dynamic::{call, object, of_navigator};
use super::listener::{Listener, listen};
use super::timer::sleep;

/// The channel on which the app's pages speak to each other. Never a key, never a word about a child.
const CHANNEL: &str = "lantern-room";
/// "Please let go of the lock."
const YIELD: &str = "yield";

/// Why a lock is not held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotHeld {
    /// Another page or worker holds it.
    Busy,
    /// This browser has no locks.
    Unsupported,
}

/// A lock, held until it is dropped or its page or worker ends.
#[must_use = "the lock is let go when this is dropped"]
#[derive(Debug)]
pub struct Held {
    let_go: Function,
    over: Rc<Cell<bool>>,
}

impl Held {
    /// Whether it is still held: a page that was frozen may find that another has taken the lock from it.
    pub fn is_ours(&self) -> bool {
        !self.over.get()
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let _ = self.let_go.call0(&JsValue::UNDEFINED);
    }
}

/// Takes a lock if nobody holds it.
///
/// # Errors
/// [`NotHeld`]
pub async fn acquire(name: &str) -> Result<Held, NotHeld> {
    request(name, "ifAvailable").await
}

async fn request(name: &str, manner: &str) -> Result<Held, NotHeld> {
    let locks = of_navigator("locks").ok_or(NotHeld::Unsupported)?;
    let (answer, mut answered) = oneshot::channel();
    let granted = Closure::once(move |lock: JsValue| {
        if lock.is_null() {
            let _ = answer.send(Err(NotHeld::Busy));
            return JsValue::UNDEFINED;
        }
        // The browser holds the lock for as long as this promise is open.
        let mut answer = Some(answer);
        let open = Promise::new(&mut |let_go, _| {
            if let Some(answer) = answer.take() {
                let _ = answer.send(Ok(let_go));
            }
        });
        open.into()
    });
    let options = object(&[(manner, JsValue::TRUE)]);
    let function = granted.as_ref().unchecked_ref();
    let until = call(&locks, "request", &[&name.into(), &options, function]);
    let until: Promise = until.and_then(|until| until.dyn_into().ok()).ok_or(NotHeld::Unsupported)?;
    let over = Rc::new(Cell::new(false));
    let is_over = Rc::clone(&over);
    let (ended, mut end) = oneshot::channel::<()>();
    wasm_bindgen_futures::spawn_local(async move {
        // Settled when the lock is let go of and, with an error, when it is taken away or was never to be had.
        let _ = JsFuture::from(until).await;
        is_over.set(true);
        drop(ended);
    });
    // A browser that keeps nothing refuses at once, and calls nobody.
    let let_go = poll_fn(|context| match Pin::new(&mut answered).poll(context) {
        Poll::Ready(answer) => Poll::Ready(answer.unwrap_or(Err(NotHeld::Unsupported))),
        Poll::Pending => Pin::new(&mut end).poll(context).map(|_| Err(NotHeld::Unsupported)),
    });
    Ok(Held { let_go: let_go.await?, over })
}

/// The app's other pages and workers, as far as the writer's lock goes: hears when one of them asks for it, and asks
/// them. Deaf once this is dropped.
#[must_use = "nobody listens once this is dropped"]
#[derive(Debug)]
pub struct Neighbours {
    channel: BroadcastChannel,
    _listener: Listener,
}

impl Neighbours {
    /// Calls a function when another page asks for the lock: finish what is being written, let go, and say so on
    /// screen. What is asked through this very object is not heard here, so that nobody lets go of what it has just
    /// asked for itself. Nothing in a browser without channels.
    pub fn meet(asked: impl Fn() + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(CHANNEL).ok()?;
        let listener = listen(&channel, "message", move |event| {
            if event.unchecked_into::<MessageEvent>().data() == YIELD {
                asked();
            }
        });
        Some(Self { channel, _listener: listener })
    }

    fn ask_to_yield(&self) {
        let _ = self.channel.post_message(&YIELD.into());
    }
}

impl Drop for Neighbours {
    fn drop(&mut self) {
        self.channel.close();
    }
}

/// Takes a lock, asking whoever holds it to let go and waiting up to this many milliseconds. One that does not let go
/// is frozen or stuck, or cannot be asked, and the lock is taken from it: when it wakes, [`Held::is_ours`] tells it.
///
/// # Errors
/// [`NotHeld`]
pub async fn take_over(name: &str, neighbours: Option<&Neighbours>, millis: u32) -> Result<Held, NotHeld> {
    const STEP: u32 = 100;
    let mut waited = 0;
    loop {
        match acquire(name).await {
            Err(NotHeld::Busy) if waited < millis => {}
            Err(NotHeld::Busy) => return request(name, "steal").await,
            done => return done,
        }
        if let Some(neighbours) = neighbours.filter(|_| waited == 0) {
            neighbours.ask_to_yield();
        }
        sleep(STEP).await;
        waited += STEP;
    }
}
