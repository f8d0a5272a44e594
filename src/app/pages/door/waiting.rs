//! The keeper has been asked and has not answered yet.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::lamp::WaitingLamp;
use crate::app::lean::view;
use crate::app::paths;
use crate::platform::timer;

use super::frame::DoorFrame;
use super::words;

/// How long there is nothing to say, in milliseconds.
const PATIENCE: u32 = 1_500;

/// The lamp sways; only a long wait is spoken about.
#[component]
pub fn Waiting() -> impl IntoView {
    let long = RwSignal::new(false);
    spawn_local(async move {
        timer::sleep(PATIENCE).await;
        // The answer may have come in the meantime, and the page be gone.
        let _ = long.try_set(true);
    });
    view! {
        <DoorFrame>
            <div class="stack" role="status">
                <WaitingLamp/>
                {move || long.get().then(|| view! { <p>{words::OPENING}</p> })}
            </div>
            {move || long.get().then(|| view! {
                <div class="line">
                    <a class="button plain" href=paths::CARDS>{words::CARDS}</a>
                </div>
            })}
        </DoorFrame>
    }
}
