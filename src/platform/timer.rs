//! Waiting, in a page and in a worker alike.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::{Context, Poll};

use futures_channel::oneshot;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::WorkerGlobalScope;

/// The global object. A window has the timer methods under the same names, so it is called a worker's scope here.
fn scope() -> WorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// Milliseconds as the browser counts them for timers: what is longer than 24 days is 24 days.
fn whole(millis: u32) -> i32 {
    i32::try_from(millis).unwrap_or(i32::MAX)
}

/// Ready when its time has passed; dropped earlier, its timer is cleared.
#[must_use = "a sleep does nothing until it is awaited"]
#[derive(Debug)]
pub struct Sleep {
    id: Option<i32>,
    woken: oneshot::Receiver<()>,
    _callback: Closure<dyn FnMut()>,
}

/// Waits for this many milliseconds. Without a timer to be had it is ready at once.
pub fn sleep(millis: u32) -> Sleep {
    let (wake, woken) = oneshot::channel();
    let callback = Closure::once(move || {
        let _ = wake.send(());
    });
    let function = callback.as_ref().unchecked_ref();
    let id = scope().set_timeout_with_callback_and_timeout_and_arguments_0(function, whole(millis)).ok();
    Sleep { id, woken, _callback: callback }
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.id.is_none() {
            return Poll::Ready(());
        }
        Pin::new(&mut self.woken).poll(context).map(|_| ())
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        if let Some(id) = self.id {
            scope().clear_timeout_with_handle(id);
        }
    }
}

/// What work gives, or `None` if it has not finished within this many milliseconds. The work is then dropped.
pub async fn within<T>(millis: u32, work: impl Future<Output = T>) -> Option<T> {
    let mut work = pin!(work);
    let mut limit = sleep(millis);
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => Pin::new(&mut limit).poll(context).map(|()| None),
    })
    .await
}

/// Calls a function again and again until it is dropped.
#[must_use = "an interval ends when it is dropped"]
#[derive(Debug)]
pub struct Interval {
    id: Option<i32>,
    _callback: Closure<dyn FnMut()>,
}

/// Calls `tick` every so many milliseconds for as long as the answer is kept.
pub fn every(millis: u32, tick: impl FnMut() + 'static) -> Interval {
    let callback: Closure<dyn FnMut()> = Closure::new(tick);
    let function = callback.as_ref().unchecked_ref();
    let id = scope().set_interval_with_callback_and_timeout_and_arguments_0(function, whole(millis)).ok();
    Interval { id, _callback: callback }
}

impl Drop for Interval {
    fn drop(&mut self) {
        if let Some(id) = self.id {
            scope().clear_interval_with_handle(id);
        }
    }
}
