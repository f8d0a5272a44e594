//! One writer at a time: a lock that all windows of this browser share, and a polite way to ask for it.
//!
//! The Web Locks API frees a lock when its holder dies, so a killed window never leaves the vault shut. It is spoken to
//! by reflection: its types in `web-sys` are still behind an unstable flag.

use std::cell::Cell;
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, MessageEvent};

/// The name of the lock that allows to write.
pub const WRITER: &str = "lantern-room-writer";
const CHANNEL: &str = "lantern-room";
const YIELD: &str = "yield";

/// A held lock; dropping it lets go.
pub struct Held {
    let_go: Option<oneshot::Sender<()>>,
    over: Rc<Cell<bool>>,
}

impl Held {
    /// Whether it is still held: a window that was frozen may find that another has taken it.
    pub fn is_ours(&self) -> bool {
        !self.over.get()
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(let_go) = self.let_go.take() {
            // The waiting end may be gone already when the worker is ending.
            let _ = let_go.send(());
        }
    }
}

/// Whether the lock could be had.
pub enum Acquired {
    /// It is ours.
    Held(Held),
    /// Another window has it.
    Busy,
    /// This browser has no locks. There is then nobody to share with that we could know of.
    NoLocks,
}

/// How to ask for a lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Take it if it is free.
    IfFree,
    /// Take it from whoever has it. Only after asking: the holder may be frozen and unable to answer.
    Steal,
}

/// Tries to get a lock.
pub async fn acquire(name: &str, manner: Manner) -> Acquired {
    let Some(manager) = manager() else { return Acquired::NoLocks };
    let (answer, granted) = oneshot::channel::<bool>();
    let (let_go, wait) = oneshot::channel::<()>();
    let mut once = Some((answer, wait));
    // The lock is held until the promise that this returns is settled.
    let on_grant = Closure::<dyn FnMut(JsValue) -> Promise>::new(move |lock: JsValue| {
        let Some((answer, wait)) = once.take() else { return Promise::resolve(&JsValue::UNDEFINED) };
        let is_ours = !lock.is_null();
        let _ = answer.send(is_ours);
        if !is_ours {
            return Promise::resolve(&JsValue::UNDEFINED);
        }
        wasm_bindgen_futures::future_to_promise(async move {
            // Held until it is let go or its holder is dropped.
            let _ = wait.await;
            Ok(JsValue::UNDEFINED)
        })
    });
    let Ok(request) = request(&manager, name, manner, on_grant.as_ref()) else { return Acquired::NoLocks };
    let over = Rc::new(Cell::new(false));
    let is_over = Rc::clone(&over);
    wasm_bindgen_futures::spawn_local(async move {
        // Kept alive until the request is over: let go of, refused or, with an error, stolen.
        let _keep = on_grant;
        let _ = JsFuture::from(request).await;
        is_over.set(true);
    });
    match granted.await {
        Ok(true) => Acquired::Held(Held { let_go: Some(let_go), over }),
        _ => Acquired::Busy,
    }
}

/// `navigator.locks`, in a page or in a worker.
fn manager() -> Option<JsValue> {
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into()).ok()?;
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    (!locks.is_undefined()).then_some(locks)
}

/// `locks.request(name, {ifAvailable | steal: true}, on_grant)`
fn request(manager: &JsValue, name: &str, manner: Manner, on_grant: &JsValue) -> Result<Promise, JsValue> {
    let options = Object::new();
    let option = match manner {
        Manner::IfFree => "ifAvailable",
        Manner::Steal => "steal",
    };
    Reflect::set(&options, &option.into(), &JsValue::TRUE)?;
    let request: Function = Reflect::get(manager, &"request".into())?.dyn_into()?;
    request.call3(manager, &name.into(), &options, on_grant)?.dyn_into()
}

/// Asks whichever window has the lock to let go of it.
pub fn ask_to_yield() {
    if let Ok(channel) = BroadcastChannel::new(CHANNEL) {
        let _ = channel.post_message(&YIELD.into());
        channel.close();
    }
}

/// Hears when another window asks; stops hearing when dropped.
pub struct YieldRequests {
    channel: BroadcastChannel,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
}

impl YieldRequests {
    /// Calls back each time another window asks for the lock. Nothing where the browser has no channels.
    pub fn listen(mut on_request: impl FnMut() + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(CHANNEL).ok()?;
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if event.data().as_string().as_deref() == Some(YIELD) {
                on_request();
            }
        });
        channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        Some(Self { channel, _on_message: on_message })
    }
}

impl Drop for YieldRequests {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}
