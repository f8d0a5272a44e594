//! The toast at the foot of the page.

use leptos::ev;
use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::context::house::{Known, use_house};
use crate::app::context::toast::use_toast;
use crate::app::lean::{memo, view};
use crate::app::refusal_words;

use super::icon::Icon;

/// Takes a removal back.
const UNDO: &str = "Undo";
/// Takes the toast away.
const CLOSE: &str = "Close";

/// Where a toast appears and is read out; reached by the keyboard after the page. Shown only while the vault is open.
#[component]
pub fn Toasts() -> impl IntoView {
    let (toast, house) = (use_toast(), use_house());
    let shown = memo(move || house.known().with(Known::is_open).then(|| toast.shown().get()).flatten());
    let close = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            toast.dismiss();
        }
    };
    view! {
        <div role="status">
            {move || shown.get().map(|shown| view! {
                <div
                    class="toast"
                    on:pointerenter=move |_| toast.hold(true)
                    on:pointerleave=move |_| toast.hold(false)
                    on:focusin=move |_| toast.hold(true)
                    on:focusout=move |_| toast.hold(false)
                    on:keydown=close
                >
                    <p>{shown.refusal.as_ref().map_or_else(|| shown.words.to_owned(), refusal_words::sentence)}</p>
                    <button type="button" on:click=move |_| toast.undo()>
                        <Icon path=icons::UNDO/>
                        {UNDO}
                    </button>
                    <button type="button" class="round" aria-label=CLOSE on:click=move |_| toast.dismiss()>
                        <Icon path=icons::CLOSE/>
                    </button>
                </div>
            })}
        </div>
    }
}
