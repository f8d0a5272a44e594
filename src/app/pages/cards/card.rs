//! One reference card. When to stop and listen stays in sight while the rest is read.

use leptos::prelude::*;

use super::neighbours::Neighbours;
use super::words;
use crate::app::art::icons;
use crate::app::components::back::Back;
use crate::app::components::icon::Icon;
use crate::app::components::print::Print;
use crate::app::components::read_aloud::ReadAloud;
use crate::app::components::title::PageTitle;
use crate::app::lean::view;
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::content::cards::{self, Card};

/// A reference card.
#[component]
pub fn CardPage(
    /// Which.
    slug: String,
) -> impl IntoView {
    view! {
        <Frame>
            <Back to=paths::CARDS words=words::CARDS/>
            {match cards::find(&slug) {
                Some(card) => view! { <Shown card/> },
                None => view! { <NotHere/> },
            }}
        </Frame>
    }
}

#[component]
fn Shown(card: &'static Card) -> impl IntoView {
    let headings = cards::headings();
    let about = card.about;
    view! {
        <PageTitle words=card.title/>
        <header class="title"><h1>{card.title}</h1></header>
        <article class="reference">
            <p class="lead">{card.in_a_line}</p>
            <div class="line">
                <ReadAloud text=card.spoken()/>
                <Print/>
            </div>
            <div class="pair">
                <div class="stack">
                    <section class="card say">
                        <h2>{headings.say}</h2>
                        <Lines lines=card.say/>
                    </section>
                    <section class="card heed avoid">
                        <h2>{headings.avoid}</h2>
                        <Lines lines=card.avoid/>
                    </section>
                    <section class="card">
                        <h2>{headings.means}</h2>
                        {card.means.iter().map(|paragraph| view! { <p>{*paragraph}</p> }).collect_view()}
                    </section>
                </div>
                <section class="card cool edge">
                    <h2>{headings.stop}</h2>
                    {card.stop.iter().map(|paragraph| view! { <p>{*paragraph}</p> }).collect_view()}
                    <p><a href=paths::SAFEGUARDING>{words::WORRIED}</a></p>
                </section>
            </div>
            <p class="small soft">
                {card.credit}
                " "
                {words::provenance(about.licence, about.source, about.reviewed_in)}
            </p>
        </article>
        <Others card/>
    }
}

#[component]
fn Lines(lines: &'static [&'static str]) -> impl IntoView {
    view! { <ul>{lines.iter().map(|line| view! { <li>{*line}</li> }).collect_view()}</ul> }
}

#[component]
fn Others(card: &'static Card) -> impl IntoView {
    let Neighbours { previous, next } = Neighbours::of(card);
    view! {
        <nav class="line no-print" aria-label=words::OTHER_CARDS>
            {previous.map(|card| view! {
                <a class="button" rel="prev" href=paths::card(card.slug)>
                    <Icon path=icons::BACK/>
                    {words::previous(card.title)}
                </a>
            })}
            {next.map(|card| view! {
                <a class="button end" rel="next" href=paths::card(card.slug)>
                    {words::next(card.title)}
                    <Icon path=icons::NEXT/>
                </a>
            })}
        </nav>
    }
}

#[component]
fn NotHere() -> impl IntoView {
    view! {
        <PageTitle words=words::NO_CARD/>
        <header class="title"><h1>{words::NO_CARD}</h1></header>
        <p>{words::NO_CARD_LINE}</p>
        <p><a class="button" href=paths::CARDS>{words::ALL_CARDS}</a></p>
    }
}
