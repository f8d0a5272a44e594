//! A button that reads a text aloud, and one that says a single word. Neither is shown where the device has no voice.

use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::context::voice::use_voice;
use crate::app::lean::{memo, view};

use super::icon::Icon;

const READ: &str = "Read aloud";
const STOP: &str = "Stop reading";

/// Reads a text aloud, and falls silent when it is pressed again or taken from the screen.
#[component]
pub fn ReadAloud(
    /// What is read.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let voice = use_voice();
    let reading = memo(move || text.with(|text| voice.is_reading(text)));
    on_cleanup(move || voice.stop());
    let press =
        move |_| if reading.get_untracked() { voice.stop() } else { text.with_untracked(|text| voice.speak(text)) };
    view! {
        {move || voice.available().then(|| view! {
            <button type="button" on:click=press>
                <Icon path=icons::SPEAKER/>
                {move || if reading.get() { STOP } else { READ }}
            </button>
        })}
    }
}

/// Says one thing aloud: a small round button beside it.
#[component]
pub fn Hear(
    /// What is said.
    text: String,
    /// The button's name, for instance "Hear happy".
    name: String,
) -> impl IntoView {
    let voice = use_voice();
    let (text, name) = (StoredValue::new(text), StoredValue::new(name));
    view! {
        {move || voice.available().then(|| view! {
            <button
                type="button"
                class="round"
                aria-label=name.get_value()
                on:click=move |_| text.with_value(|text| voice.speak(text))
            >
                <Icon path=icons::SPEAKER/>
            </button>
        })}
    }
}
