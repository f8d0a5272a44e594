//! What is logged by one tap and taken back by another.

use leptos::prelude::*;

use crate::app::lean::{memo, view};
use crate::domain::session::Event;

use super::running::Running;

/// A chip that stands for something in the log.
#[component]
pub fn LogChip(
    /// The session.
    running: Running,
    /// What it stands for.
    event: Event,
    /// Its words.
    words: &'static str,
    /// Its name, where the words alone do not say it.
    #[prop(optional, into)]
    label: Option<String>,
) -> impl IntoView {
    let here = event.clone();
    let pressed = memo(move || running.has(&here));
    view! {
        <button
            type="button"
            aria-label=label
            aria-pressed=move || pressed.get().to_string()
            on:click=move |_| running.toggle(event.clone())
        >
            {words}
        </button>
    }
}
