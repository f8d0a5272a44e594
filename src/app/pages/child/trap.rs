//! "Back" while a child has the tablet: it comes back to the same page.
//!
//! The child's side stands before every page anyway; this keeps "back" from leaving the app, and the address where the
//! adult's page is.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use crate::platform::listener::listen;
use crate::platform::timer;

/// Holds the history for as long as the component stands.
pub fn hold_the_history() {
    let (location, navigate) = (use_location(), use_navigate());
    let home = [location.pathname.get_untracked(), location.search.get_untracked()].join("?");
    let home = StoredValue::new(home.trim_end_matches('?').to_owned());
    push(home);
    let heard = listen(&window(), "popstate", move |_| {
        let navigate = navigate.clone();
        spawn_local(async move {
            // The router hears of it too: it goes first.
            timer::sleep(0).await;
            let Some(address) = home.try_get_value() else { return };
            if is_at(&address) {
                push(home);
            } else {
                navigate(&address, NavigateOptions::default());
            }
        });
    });
    StoredValue::new_local(heard);
}

fn is_at(address: &str) -> bool {
    let location = window().location();
    let here = location.pathname().and_then(|path| location.search().map(|search| [path, search].concat()));
    here.is_ok_and(|here| here == address)
}

/// Another step in the history at the same address, for "back" to take.
fn push(home: StoredValue<String>) {
    if let (Ok(history), Some(address)) = (window().history(), home.try_get_value()) {
        // An address of our own origin is always taken.
        let _ = history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address));
    }
}
