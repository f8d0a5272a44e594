//! What the house has to say by itself: a new version is ready.

use leptos::prelude::*;

use crate::app::context::update::use_update;
use crate::app::lean::{memo, view};

use super::words;

/// Says that a new version is ready, at a moment when nothing is unsaved.
#[component]
pub fn UpdateNotice() -> impl IntoView {
    let update = use_update();
    let offered = memo(move || update.is_offered());
    move || {
        offered.get().then(|| {
            view! {
                <div class="notice cool notices" role="status">
                    <p><strong>{words::NEW_VERSION}</strong>" "{words::NEW_VERSION_COST}</p>
                    <div class="line">
                        <button type="button" on:click=move |_| update.put_off()>{words::LATER}</button>
                        <button type="button" class="main" on:click=move |_| update.apply()>{words::USE_IT_NOW}</button>
                    </div>
                </div>
            }
        })
    }
}
