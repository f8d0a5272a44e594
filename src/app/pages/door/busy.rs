//! What is shown while a key is being made from a passphrase.

use leptos::prelude::*;

use crate::app::components::lamp::WaitingLamp;
use crate::app::lean::view;

/// The lamp sways; the words say what for.
#[component]
pub fn Busy(
    /// What is being done.
    #[prop(into)]
    what: String,
    /// Why it takes a while.
    why: &'static str,
) -> impl IntoView {
    view! {
        <div class="stack" role="status">
            <WaitingLamp/>
            <h1>{what}</h1>
            <p class="soft">{why}</p>
        </div>
    }
}
