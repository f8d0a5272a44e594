//! One scene: three lines to pick from, and then why, for every one of them. Nothing is counted and nothing is kept.

use leptos::prelude::*;

use super::{order, words};
use crate::app::art::icons;
use crate::app::components::back::Back;
use crate::app::components::icon::Icon;
use crate::app::components::level_choice;
use crate::app::components::title::PageTitle;
use crate::app::lean::view;
use crate::app::pages::cards::words as cards_words;
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::content::cards;
use crate::content::practice::{self, Choice, Scene};

/// A scene.
#[component]
pub fn ScenePage(
    /// Which.
    slug: String,
) -> impl IntoView {
    view! {
        <Frame>
            <Back to=paths::PRACTICE words=words::PRACTICE/>
            {match practice::scene(&slug) {
                Some(scene) => view! { <Shown scene/> },
                None => view! { <NotHere/> },
            }}
        </Frame>
    }
}

#[component]
fn Shown(scene: &'static Scene) -> impl IntoView {
    let picked = RwSignal::new(None::<usize>);
    let choices = scene.choices.iter().enumerate().map(|(place, choice)| view! { <Pick choice place picked/> });
    let choices = choices.collect_view();
    let card = order::card(scene.skill).and_then(cards::find);
    view! {
        <PageTitle words=words::PRACTICE/>
        <header class="title">
            <h1>{words::skill(scene.skill)}</h1>
            <p>{words::level(level_choice::name(scene.level))}</p>
        </header>
        <p class="lead scene-told">{scene.what}</p>
        <section class="stack">
            <h2>{words::WHAT_WOULD_YOU_SAY}</h2>
            <ul class="picks">{choices}</ul>
        </section>
        <div class="line">
            {match card {
                Some(card) => view! { <a class="button" href=paths::card(card.slug)>{words::card_of(card.title)}</a> },
                None => view! { <a class="button" href=paths::SAFEGUARDING>{words::WHEN_HARM}</a> },
            }}
            {order::after(scene).map(|next| view! {
                <a class="button main end" href=paths::scene(next.slug)>
                    {words::ANOTHER_SCENE}
                    <Icon path=icons::NEXT/>
                </a>
            })}
        </div>
    }
}

/// One thing to say. Once any of them is picked, all three tell what they do.
#[component]
fn Pick(choice: &'static Choice, place: usize, picked: RwSignal<Option<usize>>) -> impl IntoView {
    let mine = move || picked.get() == Some(place);
    view! {
        <li>
            <button type="button" aria-pressed=move || mine().to_string() on:click=move |_| picked.set(Some(place))>
                {choice.say}
            </button>
            <div role="status">
                {move || picked.get().is_some().then(|| view! {
                    <p>
                        <strong>{words::does(choice)}</strong>
                        " "
                        {choice.see}
                        {mine().then(|| view! { " "<span class="word">{words::PICKED}</span> })}
                    </p>
                })}
            </div>
        </li>
    }
}

#[component]
fn NotHere() -> impl IntoView {
    view! {
        <PageTitle words=words::NO_SCENE/>
        <header class="title"><h1>{words::NO_SCENE}</h1></header>
        <p>{cards_words::NO_CARD_LINE}</p>
        <p><a class="button" href=paths::PRACTICE>{words::ALL_SCENES}</a></p>
    }
}
