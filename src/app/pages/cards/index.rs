//! All the cards on one page.

use leptos::prelude::*;

use super::faces::card_mood;
use super::words;
use crate::app::art::icons;
use crate::app::components::face::Face;
use crate::app::components::icon::Icon;
use crate::app::components::title::PageTitle;
use crate::app::context::house::{Known, use_house};
use crate::app::lean::{memo, view};
use crate::app::pages::after::words as after;
use crate::app::pages::beginnings::words as beginnings;
use crate::app::pages::life_events::words as life_events;
use crate::app::pages::practice::words as practice;
use crate::app::pages::prompts::words as prompts;
use crate::app::pages::sheets::{self, SHEETS};
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::content::cards::{self, Card, Family};

/// The reference cards.
#[component]
pub fn CardsIndex() -> impl IntoView {
    let house = use_house();
    let open = memo(move || house.known().with(Known::is_open));
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
                    <Entry href=paths::FEELINGS word=words::FEELINGS line=words::FEELINGS_LINE sign=icons::CARDS/>
                    <Entry href=paths::SAFEGUARDING word=words::WORRIED line=words::WORRIED_LINE sign=icons::SHIELD/>
                </ul>
            </section>
            <section class="stack">
                <h2>{words::BESIDE_A_CHILD}</h2>
                <ul class="shelf">
                    <Entry href=paths::PROMPTS word=prompts::PROMPTS line=words::PROMPTS_LINE sign=icons::CHILDREN/>
                    <Entry href=paths::PRACTICE word=practice::PRACTICE line=words::PRACTICE_LINE sign=icons::QUESTION/>
                </ul>
            </section>
            <section class="stack">
                <h2>{sheets::words::SHEETS}</h2>
                <ul class="shelf">
                    {SHEETS.map(|(word, title, line)| view! {
                        <Entry href=paths::sheet(word) word=title line sign=icons::PRINT/>
                    }).collect_view()}
                </ul>
            </section>
            {move || open.get().then(|| view! { <ForYouAlone/> })}
        </Frame>
    }
}

/// What is there for the adult while the vault is open.
#[component]
fn ForYouAlone() -> impl IntoView {
    view! {
        <section class="stack">
            <h2>{words::FOR_YOU_ALONE}</h2>
            <ul class="shelf">
                <Entry
                    href=paths::BEGINNINGS
                    word=beginnings::BEGINNINGS
                    line=words::BEGINNINGS_LINE
                    sign=icons::TODAY
                />
                <Entry
                    href=paths::LIFE_EVENTS
                    word=life_events::LIFE_EVENTS
                    line=words::LIFE_EVENTS_LINE
                    sign=icons::CLOCK
                />
                <Entry href=paths::AFTER word=after::AFTER line=words::AFTER_LINE sign=icons::CALM/>
            </ul>
        </section>
    }
}

/// A page, as an entry of a shelf.
#[component]
fn Entry(#[prop(into)] href: String, word: &'static str, line: &'static str, sign: &'static str) -> impl IntoView {
    view! {
        <li>
            <a href=href>
                <strong>{word}</strong>
                <Icon path=sign/>
                <span>{line}</span>
            </a>
        </li>
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
