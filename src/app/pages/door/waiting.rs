//! The keeper has been asked and has not answered yet.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::lamp::WaitingLamp;
use crate::app::paths;
use crate::platform::timer;

use super::frame::DoorFrame;
use super::words;

/// How long there is nothing to say, in milliseconds.
const PATIENCE: u32 = 1_500;

/// The lamp sways; only a long wait is spoken about, and then the shield and the cards are in reach.
#[component]
pub fn Waiting() -> impl IntoView {
    let long = RwSignal::new(false);
    spawn_local(async move {
        timer::sleep(PATIENCE).await;
        // The answer may have come in the meantime, and the page be gone.
        let _ = long.try_set(true);
    });
    move || {
        if long.get() {
            view! {
                <DoorFrame>
                    <div class="stack" role="status">
                        <WaitingLamp/>
                        <p>{words::OPENING}</p>
                    </div>
                    <div class="line">
                        <a class="button plain" href=paths::CARDS>{words::CARDS}</a>
                    </div>
                </DoorFrame>
            }
            .into_any()
        } else {
            view! {
                <main id="main" tabindex="-1">
                    <div class="empty">
                        <WaitingLamp/>
                    </div>
                </main>
            }
            .into_any()
        }
    }
}
