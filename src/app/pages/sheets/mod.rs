//! Sheets for the staff-room wall, one page of A4 each, which anyone may print.

mod threes;
pub mod words;

use leptos::prelude::*;

use crate::app::components::back::Back;
use crate::app::components::face::Face;
use crate::app::components::level_choice::{self, LevelChoice};
use crate::app::components::print::Print;
use crate::app::components::title::PageTitle;
use crate::app::lean::{memo, view};
use crate::app::pages::cards::faces::card_mood;
use crate::app::pages::cards::words as cards_words;
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::content::cards::{self, Card, CardFamily, Family};
use crate::content::practice::{self, Scene};
use crate::domain::Level;

/// How many lines to say, and how many to avoid, a card has on the wall: what can be read from two steps away.
const LINES: (usize, usize) = (3, 2);

/// The sheets, by the word in their address.
pub const SHEETS: [(&str, &str, &str); 3] = [
    ("pace", words::PACE, words::SHEET_LINE),
    ("vrf", words::VRF, words::SHEET_LINE),
    ("practice", words::PRACTICE, words::PRACTICE_LINE),
];

/// A sheet.
#[component]
pub fn SheetPage(
    /// Which.
    word: String,
) -> impl IntoView {
    view! {
        <Frame>
            <Back to=paths::CARDS words=cards_words::CARDS/>
            {match word.as_str() {
                "pace" => view! { <OfFamily family=CardFamily::Pace title=words::PACE/> },
                "vrf" => view! { <OfFamily family=CardFamily::Vrf title=words::VRF/> },
                "practice" => view! { <OfScenes/> },
                _ => view! { <NotHere/> },
            }}
        </Frame>
    }
}

#[component]
fn OfFamily(family: CardFamily, title: &'static str) -> impl IntoView {
    view! {
        <PageTitle words=title/>
        <header class="title no-print"><h1>{title}</h1></header>
        <div class="line"><Print/></div>
        {cards::families().iter().find(|one| one.family == family).map(|family| view! { <FamilySheet family/> })}
    }
}

#[component]
fn FamilySheet(family: &'static Family) -> impl IntoView {
    let credit = cards::of(family.family).next().map(|card| card.credit);
    view! {
        <article class="wall">
            <header>
                <h2>{family.title}</h2>
                <p>{family.in_a_line}</p>
            </header>
            <div class="four">{cards::of(family.family).map(|card| view! { <Quarter card/> }).collect_view()}</div>
            <section>
                <h3>{words::IN_THIS_ORDER}</h3>
                <ol class="numbered">
                    {family.flow.iter().map(|step| view! { <li>{*step}</li> }).collect_view()}
                </ol>
            </section>
            <p class="stop"><strong>{words::STOP}</strong></p>
            <p class="small">{credit}" "{words::FROM}</p>
        </article>
    }
}

#[component]
fn Quarter(card: &'static Card) -> impl IntoView {
    let headings = cards::headings();
    let first = |lines: &'static [&'static str], many| {
        lines.iter().take(many).map(|line| view! { <li>{*line}</li> }).collect_view()
    };
    view! {
        <section>
            <header>
                <Face mood=card_mood(card.slug) quiet=true/>
                <h3>{card.title}</h3>
            </header>
            <p>{card.in_a_line}</p>
            <h4>{headings.say}</h4>
            <ul>{first(card.say, LINES.0)}</ul>
            <h4>{headings.avoid}</h4>
            <ul>{first(card.avoid, LINES.1)}</ul>
        </section>
    }
}

#[component]
fn OfScenes() -> impl IntoView {
    let asked_for = level_choice::in_the_address();
    let level = memo(move || asked_for.get().unwrap_or(Level::B));
    let turn = RwSignal::new(0_usize);
    let three = memo(move || threes::threes(level.get(), turn.get()));
    let told = move || three.get().into_iter().map(|scene| view! { <Told scene/> }).collect_view();
    let why = move || three.get().into_iter().map(|scene| view! { <Why scene/> }).collect_view();
    let about = practice::about();
    view! {
        <PageTitle words=words::PRACTICE/>
        <header class="title no-print"><h1>{words::PRACTICE}</h1></header>
        <div class="line no-print">
            <LevelChoice level=Signal::derive(move || Some(level.get()))/>
            <button type="button" on:click=move |_| turn.update(|turn| *turn += 1)>{words::ANOTHER_THREE}</button>
            <Print/>
        </div>
        <article class="wall scenes">
            <header>
                <h2>{words::PRACTICE}</h2>
                <p>{words::HOW}</p>
            </header>
            <ol class="told-scenes">{told}</ol>
            <h3 class="fold">{words::FOLD}</h3>
            <ol class="why-scenes">{why}</ol>
            <p class="stop"><strong>{words::STOP}</strong></p>
            <p class="small">
                {cards_words::provenance(about.licence, about.source, about.reviewed_in)}
                " "
                {words::FROM}
            </p>
        </article>
    }
}

#[component]
fn Told(scene: &'static Scene) -> impl IntoView {
    view! {
        <li>
            <p>{scene.what}</p>
            <ol>{scene.choices.iter().map(|choice| view! { <li>{choice.say}</li> }).collect_view()}</ol>
        </li>
    }
}

#[component]
fn Why(scene: &'static Scene) -> impl IntoView {
    view! {
        <li>
            <ol>{scene.choices.iter().map(|choice| view! { <li>{choice.see}</li> }).collect_view()}</ol>
        </li>
    }
}

#[component]
fn NotHere() -> impl IntoView {
    view! {
        <PageTitle words=words::NO_SHEET/>
        <header class="title"><h1>{words::NO_SHEET}</h1></header>
        <p>{cards_words::NO_CARD_LINE}</p>
        <p><a class="button" href=paths::CARDS>{cards_words::ALL_CARDS}</a></p>
    }
}
