//! Another window has the vault.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::refused::Refused;
use crate::app::components::title::{PageTitle, follow_steps};
use crate::app::context::house::use_house;
use crate::app::lean::view;
use crate::keeper::message::Ask;
use crate::platform::{timer, visibility};

use super::busy::Busy;
use super::frame::DoorFrame;
use super::words::elsewhere as words;

/// When it is looked by itself whether the other still has it, in milliseconds, and how often.
const PACE: u32 = 5_000;
const LOOKS: u8 = 2;

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
    // Once the other window is gone nobody has to be asked.
    let look_again = move || {
        if busy.try_get_untracked() == Some(false) {
            house.look_again();
        }
    };
    // A page that went away may hold on a little longer. Later looks wait for somebody who looks at this window: one in the
    // background would take the vault from a window that is only loaded anew. So would one whose vault somebody has just
    // taken to the other window.
    let looks = StoredValue::new(if house.gave_way() { LOOKS } else { 0 });
    let looking = timer::every(PACE, move || {
        if looks.try_update_value(|looks| core::mem::replace(looks, looks.saturating_add(1))) < Some(LOOKS) {
            look_again();
        }
    });
    let watching = visibility::on_change(move |is_hidden| {
        if !is_hidden {
            look_again();
        }
    });
    StoredValue::new_local((looking, watching));
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
