//! The frame around every page: the four places, the safeguarding shield, cover and lock.

mod activity;
pub mod corners;
pub mod frame;
pub mod notices;
pub mod places;
pub mod private;
mod words;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::lean::{effect, memo, view};
use crate::keeper::message::Standing;

use super::context::device::use_device;
use super::context::house::{Known, use_house};
use super::context::unsaved::use_unsaved;
use super::context::way::provide_routed_way;
use super::routes::Pages;

/// The frame.
#[component]
pub fn Shell() -> impl IntoView {
    provide_routed_way();
    activity::watch(use_house(), use_unsaved());
    remember_the_name_on_the_door();
    view! { <Pages/> }
}

/// Once this tablet's vault is open it is known what it is called: its door says so the next time.
fn remember_the_name_on_the_door() {
    let (house, device) = (use_house(), use_device());
    let opened = memo(move || house.known().with(|known| *known == Known::Stands(Standing::Open { demo: false })));
    effect(move || {
        if opened.get() {
            spawn_local(async move {
                let kept = house.preferences().await.map(|preferences| preferences.nickname);
                // A name that cannot be read is no reason to forget the one on the door.
                if let Some(nickname) = kept.ok().filter(|nickname| !nickname.is_empty()) {
                    device.remember_nickname(&nickname);
                }
            });
        }
    });
}
