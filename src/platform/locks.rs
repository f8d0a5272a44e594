//! One writer at a time: a lock that all pages and workers of the app share, and how to ask for it.

use futures_channel::oneshot;
use js_sys::{Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
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
pub struct Held(Function);

impl Drop for Held {
    fn drop(&mut self) {
        let _ = self.0.call0(&JsValue::UNDEFINED);
    }
}

/// Takes a lock if nobody holds it.
///
/// # Errors
/// [`NotHeld`]
pub async fn acquire(name: &str) -> Result<Held, NotHeld> {
    let locks = of_navigator("locks").ok_or(NotHeld::Unsupported)?;
    let (answer, answered) = oneshot::channel();
    let granted = Closure::once(move |lock: JsValue| {
        if lock.is_null() {
            let _ = answer.send(Err(NotHeld::Busy));
            return JsValue::UNDEFINED;
        }
        // The browser holds the lock for as long as this promise is open.
        let mut answer = Some(answer);
        let open = Promise::new(&mut |let_go, _| {
            if let Some(answer) = answer.take() {
                let _ = answer.send(Ok(Held(let_go)));
            }
        });
        open.into()
    });
    let options = object(&[("ifAvailable", JsValue::TRUE)]);
    let function = granted.as_ref().unchecked_ref();
    call(&locks, "request", &[&name.into(), &options, function]).ok_or(NotHeld::Unsupported)?;
    answered.await.unwrap_or(Err(NotHeld::Unsupported))
}

/// Takes a lock, asking whoever holds it to let go and waiting up to this many milliseconds.
///
/// # Errors
/// [`NotHeld`]: whoever holds it did not let go in time.
pub async fn take_over(name: &str, millis: u32) -> Result<Held, NotHeld> {
    const STEP: u32 = 100;
    let mut waited = 0;
    loop {
        match acquire(name).await {
            Err(NotHeld::Busy) if waited < millis => {}
            done => return done,
        }
        if waited == 0 {
            ask_to_yield();
        }
        sleep(STEP).await;
        waited += STEP;
    }
}

/// Asks every other page and worker to let go of the lock.
pub fn ask_to_yield() {
    if let Ok(channel) = BroadcastChannel::new(CHANNEL) {
        let _ = channel.post_message(&YIELD.into());
        channel.close();
    }
}

/// Hears when another page asks for the lock, until it is dropped.
#[must_use = "nobody listens once this is dropped"]
#[derive(Debug)]
pub struct YieldWatch {
    channel: BroadcastChannel,
    _listener: Listener,
}

/// Calls a function when another page asks for the lock: finish what is being written, let go, and say so on screen.
pub fn on_yield(asked: impl Fn() + 'static) -> Option<YieldWatch> {
    let channel = BroadcastChannel::new(CHANNEL).ok()?;
    let listener = listen(&channel, "message", move |event| {
        if event.unchecked_into::<MessageEvent>().data() == YIELD {
            asked();
        }
    });
    Some(YieldWatch { channel, _listener: listener })
}

impl Drop for YieldWatch {
    fn drop(&mut self) {
        self.channel.close();
    }
}
