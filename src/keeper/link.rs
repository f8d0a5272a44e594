//! The page's end of the wire: starts the worker, numbers the letters, and brings each answer to the one who asked.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::platform::handover;

use super::Refusal;
use super::message::{Answer, Ask, Letter, Notice, Post};

/// Where the worker's start script lies; the build puts it beside the page.
const KEEPER_SCRIPT: &str = "/keeper_loader.js";

/// Under which names a keeper is left for the next program: one that hears, and one that is still starting.
const HEARING: &str = "keeper";
const STARTING: &str = "starting-keeper";

fn start_worker() -> Result<Worker, Refusal> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    Worker::new_with_options(KEEPER_SCRIPT, &options).map_err(|_| Refusal::Gone)
}

/// A running keeper. Clones share it.
#[derive(Clone)]
pub struct KeeperLink(Rc<Wire>);

struct Wire {
    worker: Worker,
    next: RefCell<u32>,
    outbox: Rc<RefCell<Outbox>>,
    waiting: Rc<RefCell<Waiting>>,
    // Kept so that the browser may still call them.
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(web_sys::Event)>,
}

/// What was asked before the worker could hear; nothing is held back any more once it does.
enum Outbox {
    Holding(Vec<Uint8Array>),
    Open,
}

/// Those who wait for an answer; nobody may wait any more once the keeper is gone.
#[derive(Default)]
struct Waiting {
    gone: bool,
    asked: BTreeMap<u32, oneshot::Sender<Result<Answer, Refusal>>>,
}

impl KeeperLink {
    /// Takes on the keeper that another program of this page has left, or starts one. `on_notice` hears what it says
    /// unasked, `on_failure` that it has died.
    ///
    /// # Errors
    /// [`Refusal::Gone`] when the browser starts no worker.
    pub fn take_on_or_start(
        on_notice: impl FnMut(Notice) + 'static,
        on_failure: impl FnMut() + 'static,
    ) -> Result<Self, Refusal> {
        let left = |name| handover::take(name).and_then(|left| left.dyn_into::<Worker>().ok());
        if let Some(worker) = left(HEARING) {
            return Ok(Self::attach(worker, Outbox::Open, on_notice, on_failure));
        }
        let worker = left(STARTING).map_or_else(start_worker, Ok)?;
        Ok(Self::attach(worker, Outbox::Holding(Vec::new()), on_notice, on_failure))
    }

    /// Leaves the keeper to another program of this page. Whoever still waits for an answer is told that there is none.
    pub fn leave(&self) {
        let name = match &*self.0.outbox.borrow() {
            Outbox::Open => HEARING,
            Outbox::Holding(_) => STARTING,
        };
        handover::lay_down(name, &self.0.worker);
        self.0.waiting.borrow_mut().leave();
    }

    fn attach(
        worker: Worker,
        outbox: Outbox,
        mut on_notice: impl FnMut(Notice) + 'static,
        mut on_failure: impl FnMut() + 'static,
    ) -> Self {
        let waiting = Rc::new(RefCell::new(Waiting::default()));
        let outbox = Rc::new(RefCell::new(outbox));

        let (asked, held, to) = (Rc::clone(&waiting), Rc::clone(&outbox), worker.clone());
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let bytes = Uint8Array::new(&event.data()).to_vec();
            match postcard::from_bytes(&bytes) {
                Ok(Post::Answer(number, answer)) => {
                    let asker = asked.borrow_mut().asked.remove(&number);
                    if let Some(asker) = asker {
                        // Whoever asked may have gone; the answer was only for them.
                        let _ = asker.send(answer);
                    }
                }
                Ok(Post::Ready) => {
                    if let Outbox::Holding(letters) = held.replace(Outbox::Open) {
                        for letter in letters {
                            // A worker that has just said that it hears takes every letter.
                            let _ = to.post_message(&letter);
                        }
                    }
                }
                Ok(Post::Notice(notice)) => on_notice(notice),
                // Another build's words: the page finds out by asking for the standing.
                Err(_) => {}
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));

        let asked = Rc::clone(&waiting);
        let on_error = Closure::<dyn FnMut(web_sys::Event)>::new(move |_| {
            asked.borrow_mut().leave();
            on_failure();
        });
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        // An answer to the other program's letter must not be taken for an answer to one of ours.
        let first = (js_sys::Math::random() * 4e9) as u32;
        Self(Rc::new(Wire {
            worker,
            next: RefCell::new(first),
            outbox,
            waiting,
            _on_message: on_message,
            _on_error: on_error,
        }))
    }

    /// Asks: the letter is posted when this returns, and the answer can be waited for. Letters are answered in the order in
    /// which they were sent, also when nobody waits any more: a save goes through although its screen has been left.
    ///
    /// # Errors
    /// The keeper's [`Refusal`], or [`Refusal::Gone`] when it died or was ended before it answered.
    pub fn ask(&self, ask: Ask) -> impl Future<Output = Result<Answer, Refusal>> + use<> {
        let posted = self.post(ask);
        async move { posted?.await.unwrap_or(Err(Refusal::Gone)) }
    }

    /// Whether an answer is still to come.
    pub fn is_owed(&self) -> bool {
        !self.0.waiting.borrow().asked.is_empty()
    }

    fn post(&self, ask: Ask) -> Result<oneshot::Receiver<Result<Answer, Refusal>>, Refusal> {
        let number = self.0.next.replace_with(|number| number.wrapping_add(1));
        let bytes = postcard::to_allocvec(&Letter { number, ask }).map_err(|_| Refusal::Gone)?;
        let (sender, receiver) = oneshot::channel();
        {
            let mut waiting = self.0.waiting.borrow_mut();
            if waiting.gone {
                return Err(Refusal::Gone);
            }
            waiting.asked.insert(number, sender);
        }
        let letter = Uint8Array::from(&bytes[..]);
        match &mut *self.0.outbox.borrow_mut() {
            Outbox::Holding(letters) => letters.push(letter),
            Outbox::Open => self.0.worker.post_message(&letter).map_err(|_| Refusal::Gone)?,
        }
        Ok(receiver)
    }

    /// Ends the worker, and with it every key that it held.
    pub fn end(&self) {
        self.0.worker.terminate();
        self.0.waiting.borrow_mut().leave();
    }
}

impl Waiting {
    fn leave(&mut self) {
        self.gone = true;
        for (_, asker) in core::mem::take(&mut self.asked) {
            let _ = asker.send(Err(Refusal::Gone));
        }
    }
}
