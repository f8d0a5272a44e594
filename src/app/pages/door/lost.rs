//! There was a vault here, and nothing of it is left in this browser: an alarm, and every way on.

use leptos::prelude::*;

use crate::app::components::title::PageTitle;
use crate::app::context::device::use_device;
use crate::app::context::house::use_house;
use crate::app::lean::view;
use crate::app::paths;
use crate::platform::settings::new_place;

use super::frame::DoorFrame;
use super::others::{WayBack, go_to};
use super::words::{self, lost};

/// What was kept here is missing.
#[component]
pub fn Lost() -> impl IntoView {
    let (house, device) = (use_house(), use_device());
    view! {
        <PageTitle words=lost::TITLE/>
        <DoorFrame>
            <h1>{lost::TITLE}</h1>
            <p>{lost::WHAT}</p>
            <div class="notice amber"><p>{lost::DO}</p></div>
            <div class="stack">
                <button type="button" class="main" on:click=move |_| house.lock()>{lost::AGAIN}</button>
                // No page of the app: it must work when the app does not.
                <a class="button" href=paths::RECOVERY_PAGE target="_self" rel="external">{lost::SAVE}</a>
                <p class="small soft">{lost::SAVE_WHY}</p>
                <button type="button" class="plain" on:click=move |_| go_to(house, device, &new_place())>
                    {lost::ANEW}
                </button>
                <p class="small soft">{lost::ANEW_WHY}</p>
                <WayBack/>
                <a class="button plain" href=paths::CARDS>{words::CARDS}</a>
            </div>
        </DoorFrame>
    }
}
