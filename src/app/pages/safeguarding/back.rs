//! The way back to the screen on which the shield was pressed.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::words;
use crate::app::art::icons;
use crate::app::components::icon::Icon;
use crate::app::lean::view;
use crate::app::paths;

/// Goes back, or to Today where there is nothing to go back to: a window that was opened here.
#[component]
pub fn Back() -> impl IntoView {
    let navigate = use_navigate();
    let back = move |_| {
        let history = window().history().ok().filter(|history| history.length().is_ok_and(|pages| pages > 1));
        let gone = history.is_some_and(|history| history.back().is_ok());
        if !gone {
            navigate(paths::TODAY, NavigateOptions::default());
        }
    };
    view! {
        <button type="button" class="plain back" on:click=back>
            <Icon path=icons::BACK/>
            {words::BACK}
        </button>
    }
}
