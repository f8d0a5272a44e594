//! Several people, one tablet: each has a vault of their own, and the door leads from one to the other.

use leptos::prelude::*;

use crate::app::components::loaded::asked;
use crate::app::context::device::{Device, use_device};
use crate::app::context::house::{House, use_house};
use crate::app::lean::view;
use crate::platform::marks;
use crate::platform::settings::new_place;

use super::words::others as words;

/// Goes to another vault's door. What this door held goes with its keeper.
pub fn go_to(house: House, device: Device, place: &str) {
    device.choose_place(place);
    house.lock();
}

/// The other vaults on this tablet, and one more.
#[component]
pub fn Others() -> impl IntoView {
    let (house, device) = (use_house(), use_device());
    view! {
        <details>
            <summary>{words::SOMEBODY_ELSE}</summary>
            <div class="stack">
                <Doors before=words::OPEN/>
                <button type="button" class="plain" on:click=move |_| go_to(house, device, &new_place())>
                    {words::MAKE}
                </button>
                <p class="small soft">{words::MAKE_WHY}</p>
            </div>
        </details>
    }
}

/// From where there is no vault back to those that there are.
#[component]
pub fn WayBack() -> impl IntoView {
    view! { <Doors before=words::BACK/> }
}

#[component]
fn Doors(before: &'static str) -> impl IntoView {
    let (house, device) = (use_house(), use_device());
    let marked = asked(marks::places);
    let door = move |(at, (place, name)): (usize, (String, Option<String>))| {
        let name = name.unwrap_or_else(|| words::nameless(at));
        view! {
            <button type="button" class="plain" on:click=move |_| go_to(house, device, &place)>
                {before}" "<bdi>{name}</bdi>
            </button>
        }
    };
    move || {
        let doors: Vec<_> = device.others(marked.get()?).into_iter().enumerate().map(door).collect();
        (!doors.is_empty()).then(|| view! { <div class="stack">{doors}</div> })
    }
}
