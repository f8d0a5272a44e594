//! What this browser keeps for the app, by name: databases and journals.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::dynamic::{asked, call, of_navigator, property};

/// The directory of all journals.
const JOURNALS: &str = "lantern-room";

/// The names of all databases here, where the browser tells.
pub async fn databases() -> Vec<String> {
    let listed = match property(&js_sys::global(), "indexedDB") {
        Some(factory) => asked(&factory, "databases", &[]).await,
        None => None,
    };
    let listed = listed.and_then(|listed| listed.dyn_into::<Array>().ok()).unwrap_or_default();
    listed.iter().filter_map(|entry| property(&entry, "name")?.as_string()).collect()
}

/// Deletes a database as soon as nobody has it open; nothing waits for it.
pub fn delete_database(name: &str) {
    if let Some(factory) = property(&js_sys::global(), "indexedDB") {
        call(&factory, "deleteDatabase", &[&name.into()]);
    }
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
