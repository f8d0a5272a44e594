//! Another window has the vault.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::refused::Refused;
use crate::app::components::title::{PageTitle, follow_steps};
use crate::app::context::house::use_house;
use crate::app::lean::view;
use crate::keeper::message::Ask;

use super::busy::Busy;
use super::frame::DoorFrame;
use super::words::elsewhere as words;

/// Another window has the vault; it can be had here.
#[component]
pub fn Elsewhere() -> impl IntoView {
    let house = use_house();
    let busy = RwSignal::new(false);
    let refusal = RwSignal::new(None);
    let take_over = move |_| {
        busy.set(true);
        refusal.set(None);
        spawn_local(async move {
            let answer = house.ask(Ask::TakeOver).await;
            // With an answer this page may be gone already.
            let _ = busy.try_set(false);
            let _ = refusal.try_set(answer.err());
        });
    };
    follow_steps(move || busy.get());
    view! {
        <PageTitle words=words::TITLE/>
        <DoorFrame>
            {move || {
                if busy.get() {
                    view! { <Busy what=words::TAKING why=words::TAKING_WHY/> }
                } else {
                    view! {
                        <h1>{words::TITLE}</h1>
                        <p>{words::WHAT}</p>
                        <Refused refusal/>
                        <div class="stack">
                            <button type="button" class="main" on:click=take_over>{words::HERE}</button>
                            <p class="small soft">{words::CONSEQUENCE}</p>
                        </div>
                    }
                }
            }}
        </DoorFrame>
    }
}
