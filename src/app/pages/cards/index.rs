//! All the cards on one page.

use leptos::prelude::*;

use super::faces::card_mood;
use super::words;
use crate::app::art::icons;
use crate::app::components::face::Face;
use crate::app::components::icon::Icon;
use crate::app::components::title::PageTitle;
use crate::app::lean::view;
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::content::cards::{self, Card, Family};

/// The reference cards.
#[component]
pub fn CardsIndex() -> impl IntoView {
    view! {
        <Frame>
            <PageTitle words=words::CARDS/>
            <header class="title">
                <h1>{words::CARDS}</h1>
                <p>{words::ALWAYS_HERE}</p>
            </header>
            {cards::families().iter().map(|family| view! { <FamilyShelf family/> }).collect_view()}
            <section class="stack">
                <h2>{words::WORDS_AND_SAFETY}</h2>
                <ul class="shelf">
                    <li>
                        <a href=paths::FEELINGS>
                            <strong>{words::FEELINGS}</strong>
                            <Icon path=icons::CARDS/>
                            <span>{words::FEELINGS_LINE}</span>
                        </a>
                    </li>
                    <li>
                        <a href=paths::SAFEGUARDING>
                            <strong>{words::WORRIED}</strong>
                            <Icon path=icons::SHIELD/>
                            <span>{words::WORRIED_LINE}</span>
                        </a>
                    </li>
                </ul>
            </section>
        </Frame>
    }
}

#[component]
fn FamilyShelf(family: &'static Family) -> impl IntoView {
    view! {
        <section class="stack">
            <h2>{family.title}</h2>
            <p class="soft">{family.in_a_line}</p>
            <ul class="shelf">
                {cards::of(family.family).map(|card| view! { <CardLink card/> }).collect_view()}
            </ul>
            <details class="together">
                <summary>{words::TOGETHER}</summary>
                <div class="stack">
                    {family.means.iter().map(|paragraph| view! { <p>{*paragraph}</p> }).collect_view()}
                    <ol class="numbered">
                        {family.flow.iter().map(|step| view! { <li>{*step}</li> }).collect_view()}
                    </ol>
                </div>
            </details>
        </section>
    }
}

#[component]
fn CardLink(card: &'static Card) -> impl IntoView {
    view! {
        <li>
            <a href=paths::card(card.slug)>
                <strong>{card.title}</strong>
                <Face mood=card_mood(card.slug) quiet=true/>
                <span>{card.in_a_line}</span>
            </a>
        </li>
    }
}
