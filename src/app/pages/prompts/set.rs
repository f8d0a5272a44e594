//! One set of lines on a page of its own.

use leptos::prelude::*;

use super::choosing::{self, AIM_QUERY};
use super::lines::PromptCards;
use super::words;
use crate::app::art::icons;
use crate::app::components::icon::Icon;
use crate::app::components::in_address::use_in_address;
use crate::app::components::level_choice::{self, LevelChoice};
use crate::app::components::title::PageTitle;
use crate::app::lean::{memo, view};
use crate::app::pages::cards::words as cards;
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::content::prompts::{self, Set};
use crate::domain::Level;

/// A set of lines.
#[component]
pub fn PromptSet(
    /// Which.
    slug: String,
) -> impl IntoView {
    let address = use_in_address();
    view! {
        <Frame>
            <a class="button plain back" href=move || [paths::PROMPTS, &address.all()].concat()>
                <Icon path=icons::BACK/>
                {words::PROMPTS}
            </a>
            {match prompts::set(&slug) {
                Some(set) => view! { <Shown set/> },
                None => view! { <NotHere/> },
            }}
        </Frame>
    }
}

#[component]
fn Shown(set: &'static Set) -> impl IntoView {
    let address = use_in_address();
    let asked_for = level_choice::in_the_address();
    let level = memo(move || choosing::level_shown(set, asked_for.get()));
    let begin = untrack(move || address.read(AIM_QUERY, choosing::aim_asked));
    view! {
        <SetTitle set level/>
        <PromptCards set level begin/>
        <section class="card">
            <h2>{words::BEFORE_YOU_BEGIN}</h2>
            <p>{set.aim}</p>
            <p>{set.note}</p>
        </section>
    }
}

/// The heading of a set, with the choice of its levels.
#[component]
pub fn SetTitle(
    /// Which.
    set: &'static Set,
    /// The level that is shown.
    level: Memo<Level>,
    /// What else stands beside it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <PageTitle words=set.title/>
        <header class="title">
            <h1>{set.title}</h1>
            <LevelChoice level=Signal::derive(move || Some(level.get())) offered=choosing::levels(set)/>
            {children.map(|children| children())}
        </header>
    }
}

/// There is no such set.
#[component]
pub fn NotHere() -> impl IntoView {
    view! {
        <PageTitle words=words::NO_SET/>
        <header class="title"><h1>{words::NO_SET}</h1></header>
        <p>{cards::NO_CARD_LINE}</p>
        <p><a class="button" href=paths::PROMPTS>{words::ALL_SETS}</a></p>
    }
}
