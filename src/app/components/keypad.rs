//! The keypad for a short code: large keys for fingers, and the number keys of a keyboard.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::app::art::icons;
use crate::app::lean::{memo, view};
use crate::platform::listener::listen;

use super::code_entry::{CodeEntry, FEWEST};
use super::icon::Icon;

const KEYPAD: &str = "Keypad";
const CLEAR: &str = "Clear";
const DELETE: &str = "Delete the last number";

/// How many numbers are typed: a dot each.
#[component]
pub fn Dots(
    /// The code being typed.
    entry: RwSignal<CodeEntry>,
    /// How many numbers the code has, if that is known.
    #[prop(into)]
    length: Signal<Option<usize>>,
) -> impl IntoView {
    let typed = memo(move || entry.with(CodeEntry::len));
    view! {
        <div class="dots" role="img" aria-label=move || typed_words(typed.get(), length.get())>
            {move || {
                (0..length.get().unwrap_or(FEWEST).max(typed.get()))
                    .map(|dot| view! { <i class:lit=move || dot < typed.get()></i> })
                    .collect_view()
            }}
        </div>
    }
}

/// The keys. Those of a keyboard do the same while the keypad is on screen: numbers, Backspace, Escape, Enter.
#[component]
pub fn Keys(
    /// The code being typed.
    entry: RwSignal<CodeEntry>,
    /// Whether the keys are out of use for the moment.
    #[prop(optional, into)]
    still: Signal<bool>,
    /// What Enter does.
    #[prop(optional, into)]
    enter: Option<Callback<()>>,
) -> impl IntoView {
    let press = move |number| entry.update(|entry| entry.press(number));
    let on_key = move |event: web_sys::Event| {
        let event: web_sys::KeyboardEvent = event.unchecked_into();
        if still.try_get_untracked() != Some(false) || event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        match Key::of(&event.key()) {
            Some(Key::Number(number)) => press(number),
            Some(Key::Delete) => entry.update(CodeEntry::delete),
            Some(Key::Clear) => entry.update(CodeEntry::clear),
            // On a button or a link, Enter is its own.
            Some(Key::Enter) if !on_a_control(&event) => {
                if let Some(enter) = enter {
                    enter.run(());
                }
            }
            Some(Key::Enter) | None => return,
        }
        event.prevent_default();
    };
    // Heard everywhere, because nothing on this screen takes text.
    let _heard = StoredValue::new_local(listen(&document(), "keydown", on_key));
    let number = move |number: u8| {
        view! { <button type="button" disabled=move || still.get() on:click=move |_| press(number)>{number}</button> }
    };
    view! {
        <div class="keys" role="group" aria-label=KEYPAD>
            {(1..=9).map(number).collect_view()}
            <button
                type="button"
                class="word"
                disabled=move || still.get()
                on:click=move |_| entry.update(CodeEntry::clear)
            >
                {CLEAR}
            </button>
            {number(0)}
            <button
                type="button"
                class="word"
                aria-label=DELETE
                disabled=move || still.get()
                on:click=move |_| entry.update(CodeEntry::delete)
            >
                <Icon path=icons::BACK/>
            </button>
        </div>
    }
}

/// What a key of a keyboard does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Number(u8),
    Delete,
    Clear,
    Enter,
}

impl Key {
    /// By the browser's name for the key.
    fn of(name: &str) -> Option<Self> {
        match name {
            "Backspace" | "Delete" => Some(Self::Delete),
            "Escape" => Some(Self::Clear),
            "Enter" => Some(Self::Enter),
            _ => match name.as_bytes() {
                [digit @ b'0'..=b'9'] => Some(Self::Number(digit - b'0')),
                _ => None,
            },
        }
    }
}

fn on_a_control(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|element| matches!(element.tag_name().as_str(), "BUTTON" | "A" | "INPUT" | "SUMMARY"))
}

fn typed_words(typed: usize, length: Option<usize>) -> String {
    match (typed, length) {
        (typed, Some(length)) => format!("{typed} of {length} numbers typed"),
        (1, None) => "1 number typed".into(),
        (typed, None) => format!("{typed} numbers typed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_a_keyboard_are_told_by_their_names() {
        assert_eq!(Key::of("7"), Some(Key::Number(7)));
        assert_eq!(Key::of("Backspace"), Some(Key::Delete));
        assert_eq!(Key::of("Escape"), Some(Key::Clear));
        for other in ["a", "F1", "12", "٣", "Tab", ""] {
            assert_eq!(Key::of(other), None, "{other}");
        }
    }

    #[test]
    fn what_is_typed_is_counted_in_words_and_never_read_out() {
        assert_eq!(typed_words(2, Some(4)), "2 of 4 numbers typed");
        assert_eq!(typed_words(1, None), "1 number typed");
        assert_eq!(typed_words(0, None), "0 numbers typed");
    }
}
