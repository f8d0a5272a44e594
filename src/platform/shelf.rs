//! What is known of this tablet's vaults without opening any: which places have one, and that there was one.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::dynamic::{asked, call, of_navigator, property};

/// The cache in which each vault leaves a mark, so that an empty database is not taken for a beginning. The service worker
/// clears no cache of this name.
const MARKS: &str = "marks-of-lantern-room";
/// The directory of all journals.
const JOURNALS: &str = "lantern-room";

fn mark(place: &str) -> JsValue {
    ["/mark/", place].concat().into()
}

async fn marks() -> Option<JsValue> {
    asked(&property(&js_sys::global(), "caches")?, "open", &[&MARKS.into()]).await
}

/// Leaves the mark that there is a vault in this place. A browser that will not take it has other traces.
pub async fn leave_mark(place: &str) {
    let Some(marks) = marks().await else { return };
    if let Ok(text) = web_sys::Response::new_with_opt_str(Some("There is a vault here.")) {
        asked(&marks, "put", &[&mark(place), &text]).await;
    }
}

/// Whether a vault has left its mark in this place.
pub async fn is_marked(place: &str) -> bool {
    let Some(marks) = marks().await else { return false };
    asked(&marks, "match", &[&mark(place)]).await.is_some_and(|found| !found.is_undefined())
}

/// The places of all vaults that have left a mark here.
pub async fn marked() -> Vec<String> {
    let Some(marks) = marks().await else { return Vec::new() };
    let found = asked(&marks, "keys", &[]).await.and_then(|found| found.dyn_into::<Array>().ok()).unwrap_or_default();
    let addresses = found.iter().filter_map(|request| property(&request, "url")?.as_string());
    addresses.filter_map(|address| address.rsplit_once("/mark/").map(|(_, place)| place.to_owned())).collect()
}

/// The names of all databases here, where the browser tells.
pub async fn databases() -> Vec<String> {
    let listed = match property(&js_sys::global(), "indexedDB") {
        Some(factory) => asked(&factory, "databases", &[]).await,
        None => None,
    };
    let listed = listed.and_then(|listed| listed.dyn_into::<Array>().ok()).unwrap_or_default();
    listed.iter().filter_map(|entry| property(&entry, "name")?.as_string()).collect()
}

/// The names of all journals' directories here.
pub async fn journals() -> Vec<String> {
    names_of_journals().await.unwrap_or_default()
}

async fn names_of_journals() -> Option<Vec<String>> {
    let root = asked(&of_navigator("storage")?, "getDirectory", &[]).await?;
    let all = asked(&root, "getDirectoryHandle", &[&JOURNALS.into()]).await?;
    let names = call(&all, "keys", &[])?;
    let next: Function = property(&names, "next")?.dyn_into().ok()?;
    let mut found = Vec::new();
    loop {
        let step: Promise = next.call0(&names).ok()?.dyn_into().ok()?;
        let step = JsFuture::from(step).await.ok()?;
        if property(&step, "done") == Some(JsValue::TRUE) {
            return Some(found);
        }
        found.extend(property(&step, "value").and_then(|name| name.as_string()));
    }
}
