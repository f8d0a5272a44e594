//! One life event: what may be seen, what to do, lines to say, and what is easy to slip into.

use leptos::prelude::*;

use super::words;
use crate::app::components::back::Back;
use crate::app::components::title::PageTitle;
use crate::app::lean::view;
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::content::passages::{self, LifeEvent};

/// A life event.
#[component]
pub fn LifeEventPage(
    /// Which.
    key: String,
) -> impl IntoView {
    view! {
        <Frame>
            <Back to=paths::LIFE_EVENTS words=words::LIFE_EVENTS/>
            {match passages::life_event(&key) {
                Some(event) => view! { <Shown event/> },
                None => view! { <NotHere/> },
            }}
        </Frame>
    }
}

#[component]
fn Shown(event: &'static LifeEvent) -> impl IntoView {
    view! {
        // A title is written down by the browser, and which event somebody read about may say something about a child.
        <PageTitle words=words::LIFE_EVENTS/>
        <header class="title"><h1>{event.title}</h1></header>
        <article class="reference">
            <p class="lead">{event.in_a_line}</p>
            <div class="pair">
                <div class="stack">
                    <section class="card say">
                        <h2>{words::SAY}</h2>
                        <ul>{items(event.say)}</ul>
                    </section>
                    <section class="card">
                        <h2>{words::DO}</h2>
                        <ul class="bullets">{items(event.to_do)}</ul>
                    </section>
                </div>
                <div class="stack">
                    <section class="card amber avoid">
                        <h2>{words::NOTICE}</h2>
                        <ul>{items(event.notice)}</ul>
                    </section>
                    <section class="card heed avoid">
                        <h2>{words::AVOID}</h2>
                        <ul>{items(event.avoid)}</ul>
                    </section>
                </div>
            </div>
            <div class="notice">
                <p>{words::WORRIED}</p>
                <a class="button" href=paths::SAFEGUARDING>{words::SAFEGUARDING}</a>
            </div>
        </article>
    }
}

fn items(lines: &'static [&'static str]) -> impl IntoView {
    lines.iter().map(|line| view! { <li>{*line}</li> }).collect_view()
}

#[component]
fn NotHere() -> impl IntoView {
    view! {
        <PageTitle words=words::NO_EVENT/>
        <header class="title"><h1>{words::NO_EVENT}</h1></header>
        <p><a class="button" href=paths::LIFE_EVENTS>{words::ALL_EVENTS}</a></p>
    }
}
