//! There is no such page.

use leptos::prelude::*;

use crate::app::components::title::PageTitle;
use crate::app::lean::view;
use crate::app::paths;
use crate::app::shell::frame::Frame;

const TITLE: &str = "There is nothing here";
const WHAT: &str = "The address may be mistyped, or what stood here has moved. Nothing is lost by it.";
const TODAY: &str = "Go to Today";
const CARDS: &str = "Open the cards";

/// There is no such page: what may be seen by anyone, and the ways on.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <PageTitle words=TITLE/>
        <Frame>
            <header class="title">
                <h1>{TITLE}</h1>
            </header>
            <p>{WHAT}</p>
            <div class="line">
                <a class="button main" href=paths::TODAY>{TODAY}</a>
                <a class="button" href=paths::CARDS>{CARDS}</a>
            </div>
        </Frame>
    }
}
