//! The step on which the short code for this time is chosen.

use leptos::prelude::*;

use crate::app::components::code_entry::CodeEntry;
use crate::app::components::keypad::{Dots, Keys};
use crate::app::lean::{memo, view};

use super::words;

/// Chooses a short code.
#[component]
pub fn ChooseCode(
    /// What is typed.
    entry: RwSignal<CodeEntry>,
    /// The word on the button.
    word: &'static str,
    /// Goes on with the code.
    #[prop(into)]
    done: Callback<()>,
    /// Goes a step back.
    #[prop(into)]
    back: Callback<()>,
) -> impl IntoView {
    let enough = memo(move || entry.with(CodeEntry::is_enough));
    let go_on = move || {
        if enough.get_untracked() {
            done.run(());
        }
    };
    view! {
        <h1>{words::code::HEADING}</h1>
        <p>{words::code::WHAT}</p>
        <div class="keypad">
            <Dots entry length=Signal::stored(None)/>
            <Keys entry enter=Callback::new(move |()| go_on())/>
        </div>
        <div class="line">
            <button type="button" class="main" disabled=move || !enough.get() on:click=move |_| go_on()>{word}</button>
            <button type="button" class="plain" on:click=move |_| back.run(())>{words::BACK}</button>
        </div>
    }
}
