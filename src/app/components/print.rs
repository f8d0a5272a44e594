//! A button that prints the page; the style sheet makes paper of it.

use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::lean::view;

use super::icon::Icon;

const PRINT: &str = "Print";

/// Prints the page.
#[component]
pub fn Print() -> impl IntoView {
    let print = move |_| {
        // A browser that cannot print has no dialogue to show, and nothing is lost.
        let _ = window().print();
    };
    view! {
        <button type="button" on:click=print>
            <Icon path=icons::PRINT/>
            {PRINT}
        </button>
    }
}
