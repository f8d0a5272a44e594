//! The mark that each vault leaves outside its copies: that there is one, and how far its history has come.
//!
//! An empty database is then not taken for a beginning, and an older state not for the whole.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

use super::dynamic::{asked, property};

/// The cache of the marks. The service worker clears no cache of this name.
const MARKS: &str = "marks-of-lantern-room";
/// What a mark says, before the number of acts. The first ones said something else, without a number.
const SAYS: &str = "lantern-room mark 2: ";

/// Further than any history comes: an older state was found, and stays one, whatever is written, until somebody knows.
pub const UNTIL_SOMEBODY_KNOWS: u64 = u64::MAX;

fn address(place: &str) -> JsValue {
    ["/mark/", place].concat().into()
}

async fn marks() -> Option<JsValue> {
    asked(&property(&js_sys::global(), "caches")?, "open", &[&MARKS.into()]).await
}

/// How many acts the history of the vault in this place had at least, where there is a mark.
pub async fn of(place: &str) -> Option<u64> {
    let found = asked(&marks().await?, "match", &[&address(place)]).await.filter(|found| !found.is_undefined())?;
    let text = asked(&found, "text", &[]).await.and_then(|text| text.as_string());
    Some(text.and_then(|text| text.strip_prefix(SAYS)?.parse().ok()).unwrap_or_default())
}

/// The places of all vaults that have left a mark here.
pub async fn places() -> Vec<String> {
    let Some(marks) = marks().await else { return Vec::new() };
    let found = asked(&marks, "keys", &[]).await.and_then(|found| found.dyn_into::<Array>().ok()).unwrap_or_default();
    let addresses = found.iter().filter_map(|request| property(&request, "url")?.as_string());
    addresses.filter_map(|address| address.rsplit_once("/mark/").map(|(_, place)| place.to_owned())).collect()
}

/// Leaves a mark. A browser that will not take it has other traces.
pub async fn leave(place: &str, acts: u64) {
    let Some(marks) = marks().await else { return };
    let says = [SAYS, &acts.to_string()].concat();
    if let Ok(text) = web_sys::Response::new_with_opt_str(Some(&says)) {
        asked(&marks, "put", &[&address(place), &text]).await;
    }
}

/// The mark of the vault that is written, kept abreast of its history in the background: an act never waits for it.
pub struct Mark(Rc<Written>);

struct Written {
    place: String,
    /// How far the history has come, once that is known.
    acts: Cell<Option<u64>>,
    /// Whether the mark is being written.
    busy: Cell<bool>,
}

impl Mark {
    /// The mark of a place, of which nothing has been written yet.
    pub fn of(place: &str) -> Self {
        Self(Rc::new(Written { place: place.to_owned(), acts: Cell::default(), busy: Cell::new(false) }))
    }

    /// The history has come so far.
    pub fn come_to(&self, acts: u64) {
        let written = &self.0;
        if written.acts.replace(Some(acts)) == Some(acts) || written.busy.replace(true) {
            return;
        }
        let written = Rc::clone(written);
        spawn_local(async move {
            let mut left = None;
            while let Some(acts) = written.acts.get().filter(|acts| Some(*acts) != left) {
                leave(&written.place, acts).await;
                left = Some(acts);
            }
            written.busy.set(false);
        });
    }
}
