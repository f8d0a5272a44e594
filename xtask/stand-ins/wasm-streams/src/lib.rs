//! Stands in for wasm-streams, so that programs which call no server carry none of it.
//!
//! Leptos always brings `server_fn` and that this crate. The registry's one exports classes to JavaScript, and what is
//! exported stays in all three of our programs, used or not. Ours exports nothing and refuses: a body read through it is
//! one error, a body sent through it is empty.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::prelude::*;

/// A stream that the browser reads or writes. Here: none.
#[derive(Debug)]
pub struct ReadableStream;

impl ReadableStream {
    /// Takes the browser's stream, and lets it go.
    pub fn from_raw(_raw: web_sys::ReadableStream) -> Self {
        Self
    }

    /// An empty stream of the browser.
    ///
    /// # Panics
    /// Where the browser has no streams.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        web_sys::ReadableStream::new().unwrap_throw()
    }

    /// Takes a stream of chunks, and lets it go.
    pub fn from_stream(_chunks: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        Self
    }

    /// One error instead of the chunks.
    pub fn into_stream(self) -> Refusal {
        Refusal { is_told: false }
    }
}

/// A stream of one error.
#[derive(Debug)]
#[must_use = "streams do nothing unless polled"]
pub struct Refusal {
    is_told: bool,
}

impl Stream for Refusal {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let is_told = std::mem::replace(&mut self.is_told, true);
        Poll::Ready((!is_told).then(|| Err(JsValue::from_str("Lantern Room calls no server"))))
    }
}
