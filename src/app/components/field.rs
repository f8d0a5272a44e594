//! A text field: label above, hint below it, the field, then what is wrong.

use core::sync::atomic::{AtomicU32, Ordering};

use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

use crate::app::lean::view;
use crate::app::refusal_words;
use crate::domain::TextFault;

/// How a field takes what is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Words.
    Words,
    /// A telephone number or where somebody is found.
    Reach,
    /// Letters and numbers of a code, which a keyboard must leave alone.
    Code,
    /// A passphrase that exists.
    Passphrase,
    /// A passphrase that is being chosen.
    NewPassphrase,
}

impl Takes {
    const fn is_secret(self) -> bool {
        matches!(self, Self::Passphrase | Self::NewPassphrase)
    }

    const fn autocomplete(self) -> &'static str {
        match self {
            Self::Passphrase => "current-password",
            Self::NewPassphrase => "new-password",
            Self::Words | Self::Reach | Self::Code => "off",
        }
    }

    const fn capitals(self) -> &'static str {
        match self {
            Self::Code => "characters",
            Self::Words => "sentences",
            Self::Reach | Self::Passphrase | Self::NewPassphrase => "none",
        }
    }
}

/// Some browsers send what is typed away to look at its spelling.
const SPELLING: &str = "false";

/// An id that no other element of the page has.
pub fn new_id() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("f{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// One line of text.
#[component]
pub fn Field(
    /// What it is called.
    #[prop(into)]
    label: String,
    /// What is typed.
    value: RwSignal<String>,
    /// How it takes what is typed.
    #[prop(default = Takes::Words)]
    takes: Takes,
    /// What helps to fill it in.
    #[prop(optional)]
    hint: &'static str,
    /// What is wrong with what is typed.
    #[prop(optional, into)]
    wrong: Signal<Option<String>>,
    /// Whether a secret is shown.
    #[prop(optional, into)]
    shown: Signal<bool>,
    /// Whether the field is out of use for the moment.
    #[prop(optional, into)]
    still: Signal<bool>,
) -> impl IntoView {
    let id = new_id();
    let (hint_id, wrong_id) = (format!("{id}h"), format!("{id}w"));
    let kind = move || if takes.is_secret() && !shown.get() { "password" } else { "text" };
    let described = {
        let (hint_id, wrong_id) = (hint_id.clone(), wrong_id.clone());
        move || described_by(&hint_id, !hint.is_empty(), &wrong_id, wrong.with(Option::is_some))
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            {(!hint.is_empty()).then(|| view! { <p class="hint" id=hint_id>{hint}</p> })}
            <input
                id=id
                type=kind
                autocomplete=takes.autocomplete()
                autocapitalize=takes.capitals()
                {..custom_attribute("autocorrect", "off")}
                dir="auto"
                spellcheck=SPELLING
                enterkeyhint="next"
                aria-invalid=move || wrong.with(Option::is_some).then_some("true")
                aria-describedby=described
                disabled=move || still.get()
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
            {move || wrong.get().map(|words| view! { <p class="wrong" id=wrong_id.clone() role="alert">{words}</p> })}
        </div>
    }
}

/// Shows or hides what is typed into the secret fields of a form.
#[component]
pub fn ShowSwitch(
    /// Whether it is shown.
    shown: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <label class="switch">
            <span>"Show what I type"</span>
            <input
                type="checkbox"
                role="switch"
                prop:checked=move || shown.get()
                on:change=move |event| shown.set(event_target_checked(&event))
            />
        </label>
    }
}

/// What is said at a field about a text that is not taken.
pub fn fault_words(checked: Result<impl Sized, TextFault>) -> Option<String> {
    checked.err().map(refusal_words::field_sentence)
}

fn described_by(hint_id: &str, hint: bool, wrong_id: &str, wrong: bool) -> Option<String> {
    match (hint, wrong) {
        (false, false) => None,
        (true, false) => Some(hint_id.to_owned()),
        (false, true) => Some(wrong_id.to_owned()),
        (true, true) => Some(format!("{hint_id} {wrong_id}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_described_by_what_stands_at_it() {
        assert_eq!(described_by("h", false, "w", false), None);
        assert_eq!(described_by("h", true, "w", true).as_deref(), Some("h w"));
        assert_eq!(described_by("h", false, "w", true).as_deref(), Some("w"));
    }

    #[test]
    fn ids_differ() {
        assert_ne!(new_id(), new_id());
    }
}
