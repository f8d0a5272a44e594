//! Life events: what happens in children's lives, for the adult alone.

pub mod event;
pub mod words;

use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::components::back::Back;
use crate::app::components::icon::Icon;
use crate::app::components::title::PageTitle;
use crate::app::lean::view;
use crate::app::pages::cards::words as cards;
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::content::passages::{self, LifeEvent};

/// All of them.
#[component]
pub fn LifeEvents() -> impl IntoView {
    let about = passages::about();
    view! {
        <Frame>
            <PageTitle words=words::LIFE_EVENTS/>
            <Back to=paths::CARDS words=cards::CARDS/>
            <header class="title">
                <h1>{words::LIFE_EVENTS}</h1>
                <p>{words::LIFE_EVENTS_LINE}</p>
            </header>
            <p>{words::FOR_YOU_ALONE}</p>
            <ul class="rows">
                {passages::life_events().iter().map(|event| view! { <EventLine event/> }).collect_view()}
            </ul>
            <p class="small soft">{cards::provenance(about.licence, about.source, about.reviewed_in)}</p>
        </Frame>
    }
}

#[component]
fn EventLine(event: &'static LifeEvent) -> impl IntoView {
    view! {
        <li>
            <span class="grow">
                <a href=paths::life_event(event.key)>{event.title}</a>
                <p>{event.in_a_line}</p>
            </span>
            <Icon path=icons::NEXT/>
        </li>
    }
}
