//! Said on Today until somebody has taken note: what is here is an older state.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::context::house::use_house;
use crate::app::lean::view;
use crate::app::paths;

use super::words;

/// What happened, the way to a backup, and that it was understood.
#[component]
pub fn OlderState(
    /// It was understood.
    understood: Callback<()>,
) -> impl IntoView {
    let house = use_house();
    // Where it cannot be noted, it is said again.
    let understand = move |_| {
        spawn_local(async move {
            let _ = house.accept_older().await;
            understood.run(());
        });
    };
    view! {
        <div class="notice amber">
            <p><strong>{words::OLDER}</strong>" "{words::OLDER_MORE}</p>
            <div class="line">
                <a class="button" href=paths::BRING_IN>{words::BRING_IN}</a>
                <button type="button" on:click=understand>{words::OLDER_UNDERSTOOD}</button>
            </div>
        </div>
    }
}
