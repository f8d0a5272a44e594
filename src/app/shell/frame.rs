//! The adult's frame: around every page that is neither a child's screen nor the door.

use leptos::prelude::*;

use crate::app::context::house::use_house;
use crate::app::lean::{memo, view};

use super::corners::{Away, Shield, SkipLink};
use super::notices::UpdateNotice;
use super::places::Places;
use super::words;

/// The frame: shield, cover and lock, the four places, and the page as its `<main>`.
#[component]
pub fn Frame(children: Children) -> impl IntoView {
    view! {
        <SkipLink/>
        <DemoBanner/>
        <div class="shell">
            <header>
                <Shield/>
                <Away/>
            </header>
            <Places/>
            <main id="main" tabindex="-1">
                <UpdateNotice/>
                {children()}
            </main>
        </div>
    }
}

/// Says that the children are made up, as long as they are.
#[component]
pub fn DemoBanner() -> impl IntoView {
    let house = use_house();
    let demo = memo(move || house.known().with(|known| known.is_open() && known.is_demo()));
    move || {
        demo.get().then(|| {
            view! {
                <div class="notice demo" role="region" aria-label=words::DEMO>
                    <p>{words::DEMO_SENTENCE}</p>
                    <button type="button" on:click=move |_| house.lock()>{words::LEAVE}</button>
                </div>
            }
        })
    }
}
