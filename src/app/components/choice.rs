//! One of a few: radio buttons as cards.

use leptos::prelude::*;

use crate::app::lean::view;

use super::field::new_id;

/// One thing to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer<T> {
    /// What is chosen.
    pub value: T,
    /// Its word.
    pub word: &'static str,
    /// A few words more, or none.
    pub more: &'static str,
}

/// A choice of one.
#[component]
pub fn Choice<T, F>(
    /// What is asked.
    legend: &'static str,
    /// Whether the question is only said, because a heading shows it.
    #[prop(optional)]
    said: bool,
    /// What there is to choose from.
    options: Vec<Offer<T>>,
    /// What is chosen.
    #[prop(into)]
    chosen: Signal<T>,
    /// Takes the choice.
    choose: F,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
    F: Fn(T) + Copy + 'static,
{
    let name = new_id();
    let options = options.into_iter().map(|Offer { value, word, more }| {
        view! {
            <label>
                <input
                    type="radio"
                    name=name.clone()
                    prop:checked=move || chosen.with(|chosen| *chosen == value)
                    on:change=move |_| choose(value)
                />
                <span>{word}{(!more.is_empty()).then(|| view! { <small>{more}</small> })}</span>
            </label>
        }
    });
    view! {
        <fieldset class="choices">
            <legend class:said=said>{legend}</legend>
            {options.collect_view()}
        </fieldset>
    }
}
