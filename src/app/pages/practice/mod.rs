//! Practice for adults, which anyone may see: short scenes, sorted by what is practised.

mod order;
pub mod scene;
pub mod words;

use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::components::back::Back;
use crate::app::components::icon::Icon;
use crate::app::components::level_choice;
use crate::app::components::title::PageTitle;
use crate::app::lean::view;
use crate::app::pages::cards::words as cards;
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::content::practice::{self, Scene, Skill};

use order::{GROUPS, Group};

/// All scenes.
#[component]
pub fn Practice() -> impl IntoView {
    let about = practice::about();
    view! {
        <Frame>
            <PageTitle words=words::PRACTICE/>
            <Back to=paths::CARDS words=cards::CARDS/>
            <header class="title">
                <h1>{words::PRACTICE}</h1>
                <p>{words::PRACTICE_LINE}</p>
            </header>
            <p class="soft">{words::NO_SCORE}</p>
            {GROUPS.map(|group| view! { <GroupShelf group/> }).collect_view()}
            <p class="small soft">{cards::provenance(about.licence, about.source, about.reviewed_in)}</p>
        </Frame>
    }
}

#[component]
fn GroupShelf(group: Group) -> impl IntoView {
    view! {
        <section class="stack">
            <h2>{words::group(group)}</h2>
            {group.skills().iter().map(|skill| view! { <SkillRows skill=*skill/> }).collect_view()}
        </section>
    }
}

#[component]
fn SkillRows(skill: Skill) -> impl IntoView {
    view! {
        <h3>{words::skill(skill)}</h3>
        <ul class="rows">{order::of(skill).map(|scene| view! { <SceneLine scene/> }).collect_view()}</ul>
    }
}

#[component]
fn SceneLine(scene: &'static Scene) -> impl IntoView {
    view! {
        <li>
            <span class="grow">
                <a href=paths::scene(scene.slug)>{order::first_sentence(scene)}</a>
            </span>
            <span class="small soft">{words::level(level_choice::name(scene.level))}</span>
            <Icon path=icons::NEXT/>
        </li>
    }
}
