//! One after another: lets one task through at a time and keeps the others waiting.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::task::{Poll, Waker};

/// Lets one task through at a time.
#[derive(Debug, Default)]
pub(super) struct Turnstile {
    busy: Cell<bool>,
    waiting: RefCell<Vec<Waker>>,
}

/// The leave to go through; the next one gets it when this is dropped.
#[must_use = "the next one is let through when this is dropped"]
pub(super) struct Pass<'a>(&'a Turnstile);

impl Turnstile {
    /// Waits until nobody else is inside.
    pub(super) async fn enter(&self) -> Pass<'_> {
        poll_fn(|context| {
            if self.busy.get() {
                self.waiting.borrow_mut().push(context.waker().clone());
                return Poll::Pending;
            }
            self.busy.set(true);
            Poll::Ready(Pass(self))
        })
        .await
    }
}

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        self.0.busy.set(false);
        for waker in self.0.waiting.take() {
            waker.wake();
        }
    }
}
