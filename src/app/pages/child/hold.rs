//! A button that is held: a tap does nothing, so that a child does not come upon it.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::lean::view;
use crate::platform::timer;

/// How long it is held, in milliseconds; `style/child.css` fills it in the same time.
const HELD: u32 = 900;

/// The button. A key or a switch does it at once: what comes next asks for the code anyway.
#[component]
pub fn HoldButton(
    /// What is called when it was held.
    held: Callback<()>,
    /// Its name, where only a sign is shown.
    #[prop(optional)]
    label: Option<&'static str>,
    /// How it looks: `main`, `round` or nothing.
    #[prop(optional)]
    look: &'static str,
    children: Children,
) -> impl IntoView {
    let pressed = RwSignal::new(false);
    let times = StoredValue::new(0_u32);
    let press = move |event: ev::PointerEvent| {
        if !event.is_primary() || event.button() > 0 {
            return;
        }
        pressed.set(true);
        times.update_value(|times| *times = times.wrapping_add(1));
        let time = times.get_value();
        spawn_local(async move {
            timer::sleep(HELD).await;
            if times.try_get_value() == Some(time) && pressed.try_get_untracked() == Some(true) {
                pressed.set(false);
                held.run(());
            }
        });
    };
    let let_go = move |_| {
        pressed.try_set(false);
    };
    let click = move |event: ev::MouseEvent| {
        if event.detail() == 0 {
            held.run(());
        }
    };
    view! {
        <button
            type="button"
            class=["hold ", look].concat()
            class:held=move || pressed.get()
            aria-label=label
            on:pointerdown=press
            on:pointerup=let_go
            on:pointerleave=let_go
            on:pointercancel=let_go
            on:contextmenu=|event| event.prevent_default()
            on:click=click
        >
            {children()}
        </button>
    }
}
