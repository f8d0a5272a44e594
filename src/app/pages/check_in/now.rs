//! Someone is here now: a check-in begins at once, without a child being chosen.

use leptos::prelude::*;
use leptos_router::NavigateOptions;

use crate::app::components::refused::Refused;
use crate::app::components::title::PageTitle;
use crate::app::lean::view;
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::domain::Level;
use crate::keeper::Refusal;

use super::begin::use_begin;
use super::words::adult as words;

/// Begins a check-in at the middle level, which its first screen can change, and takes its own place in the history: "back"
/// never begins another.
#[component]
pub fn Now() -> impl IntoView {
    let refusal = RwSignal::new(None::<Refusal>);
    let begin = use_begin(refusal);
    let start = move || {
        refusal.set(None);
        begin(None, Level::B, NavigateOptions { replace: true, ..NavigateOptions::default() });
    };
    start();
    view! {
        <Frame>
            <PageTitle words=words::ONE_MOMENT/>
            <header class="title"><h1>{words::ONE_MOMENT}</h1></header>
            <Refused refusal/>
            {move || {
                let start = start.clone();
                refusal.with(Option::is_some).then(|| view! {
                    <div class="line">
                        <button type="button" class="main" on:click=move |_| start()>{words::TRY_AGAIN}</button>
                        <a class="button" href=paths::TODAY>{words::TODAY}</a>
                    </div>
                })
            }}
        </Frame>
    }
}
