//! Both ends of the bridge between the keeper and the exchange program, which run in one worker but are two modules with a
//! memory each: if the program runs out of memory or fails, the keeper hears an error and lives on.

use core::cell::Cell;

use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::platform::timer;

use super::errand::{Errand, Exchange, Outcome, Running};
use super::{FileTrouble, program};

/// Under which name the program waits, in the worker's scope.
const WAITING: &str = "lanternRoomExchange";
/// What fetches it: a line of the keeper's start script, because only a script can import another.
const FETCH: &str = "lanternRoomFetchExchange";

/// How long it is waited for, in milliseconds: without the network it comes from the tablet itself.
const PATIENCE: u32 = 20_000;

/// The program's end: waits for errands. Called once, by its binary.
pub fn wait_for_errands() {
    let run = Closure::<dyn Fn(Uint8Array) -> Uint8Array>::new(|letter: Uint8Array| {
        let mut letter = letter.to_vec();
        let answer = program::run_letter(&letter);
        zeroize::Zeroize::zeroize(&mut letter);
        Uint8Array::from(&answer[..])
    });
    // A worker's scope takes every property; it waits for as long as the worker lives.
    let _ = Reflect::set(&js_sys::global(), &WAITING.into(), &run.into_js_value());
}

/// The keeper's end.
#[derive(Default)]
pub struct Bridge {
    /// Whether the program is there.
    ready: Cell<bool>,
    /// How often it has failed: one that has is never used again, and a fresh one is fetched under another address.
    failed: Cell<u32>,
}

impl Bridge {
    async fn send(&self, errand: Errand) -> Result<Outcome, FileTrouble> {
        let letter = program::letter(&errand).map(zeroize::Zeroizing::new).ok_or(FileTrouble::Program)?;
        drop(errand);
        if !self.ready.get() {
            self.fetch().await.ok_or(FileTrouble::Program)?;
            self.ready.set(true);
        }
        let answer = call(WAITING, &Uint8Array::from(&letter[..]));
        let Some(answer) = answer else {
            self.ready.set(false);
            self.failed.set(self.failed.get().wrapping_add(1));
            return Err(FileTrouble::Program);
        };
        let answer = zeroize::Zeroizing::new(Uint8Array::new(&answer).to_vec());
        postcard::from_bytes(&answer).unwrap_or(Err(FileTrouble::Program))
    }

    async fn fetch(&self) -> Option<()> {
        let fresh = match self.failed.get() {
            0 => String::new(),
            times => ["?", &times.to_string()].concat(),
        };
        let promise: Promise = call(FETCH, &fresh.into())?.dyn_into().ok()?;
        timer::within(PATIENCE, JsFuture::from(promise)).await?.ok().map(drop)
    }
}

impl Exchange for Bridge {
    fn run(&self, errand: Errand) -> Running<'_> {
        Box::pin(self.send(errand))
    }
}

/// Calls a function of the worker's scope; nothing where there is none or it throws.
fn call(name: &str, argument: &JsValue) -> Option<JsValue> {
    let global = js_sys::global();
    let function: Function = Reflect::get(&global, &name.into()).ok()?.dyn_into().ok()?;
    function.call1(&JsValue::UNDEFINED, argument).ok()
}
