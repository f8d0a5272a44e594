//! The lamp in the corner: it glows for a moment when something has been saved, and sways while something is awaited.

use leptos::prelude::*;

use crate::app::context::glow::use_glow;
use crate::app::lean::view;

/// The lamp. A screen reader hears "Saved".
#[component]
pub fn Lamp() -> impl IntoView {
    let glow = use_glow();
    view! {
        <div class="lamp" class:glows=move || glow.is_shining() role="status">
            <LampPicture/>
            <span class="said">{move || glow.is_shining().then_some("Saved")}</span>
        </div>
    }
}

/// The lamp that sways while something is awaited. Decoration: the words beside it say what.
#[component]
pub fn WaitingLamp() -> impl IntoView {
    view! {
        <div class="lamp waits">
            <LampPicture/>
        </div>
    }
}

#[component]
fn LampPicture() -> impl IntoView {
    view! {
        <svg viewBox="0 0 24 24" aria-hidden="true">
            <path class="flame" d="M12 10c1.8 2 2.6 3.2 2.6 4.6a2.6 2.6 0 0 1-5.2 0C9.4 13.2 10.2 12 12 10z"/>
            <path d="M9 6.5a3 3 0 0 1 6 0M7.5 6.8h9M8 7c-1.6 1.5-2 3-2 6s.4 4.8 2 6.5h8c1.6-1.7 2-3.5 2-6.5s-.4-4.5-2-6M7 20.5h10"/>
        </svg>
    }
}
