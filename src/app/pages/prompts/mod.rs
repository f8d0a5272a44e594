//! Side-by-side prompts, which anyone may see: the sets, and what each of them is for.

pub mod choosing;
mod course;
pub mod lines;
pub mod set;
pub mod words;

use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::components::back::Back;
use crate::app::components::icon::Icon;
use crate::app::components::in_address::use_in_address;
use crate::app::components::level_choice::{self, LevelChoice};
use crate::app::components::title::PageTitle;
use crate::app::lean::{memo, view};
use crate::app::pages::cards::words as cards;
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::content::prompts::{self, Aim, Line, Set};

use choosing::{AIM_QUERY, AIMS};

/// All sets.
#[component]
pub fn Prompts() -> impl IntoView {
    let address = use_in_address();
    let level = level_choice::in_the_address();
    let aim = memo(move || address.read(AIM_QUERY, choosing::aim_asked));
    let shown = move || {
        let offered = choosing::offered(level.get(), aim.get());
        let none = offered.is_empty();
        let asked = address.all();
        let sets = offered.into_iter().map(|(set, line)| view! { <SetLink set line asked=asked.clone()/> });
        let sets = sets.collect_view();
        view! {
            <ul class="shelf sets">{sets}</ul>
            {none.then(|| view! { <p>{words::NONE_LEFT}</p> })}
        }
    };
    let about = prompts::about();
    view! {
        <Frame>
            <PageTitle words=words::PROMPTS/>
            <Back to=paths::CARDS words=cards::CARDS/>
            <header class="title">
                <h1>{words::PROMPTS}</h1>
                <p>{words::PROMPTS_LINE}</p>
            </header>
            <div class="line">
                <LevelChoice level may_go=true/>
                <AimChoice aim/>
            </div>
            {shown}
            <section class="card cool">
                <h2>{words::STOP}</h2>
                <p>{prompts::stop()}</p>
            </section>
            <p class="small soft">{cards::provenance(about.licence, about.source, about.reviewed_in)}</p>
        </Frame>
    }
}

#[component]
fn AimChoice(aim: Memo<Option<Aim>>) -> impl IntoView {
    let address = use_in_address();
    let choice = move |choice: Aim| {
        let chosen = move || (aim.get() == Some(choice)).to_string();
        let press = move |_| {
            let taken_back = aim.get_untracked() == Some(choice);
            address.choose(AIM_QUERY, (!taken_back).then_some(choosing::aim_word(choice)));
        };
        view! { <button type="button" aria-pressed=chosen on:click=press>{words::aim(choice)}</button> }
    };
    view! {
        <div class="words aims" role="group" aria-label=words::AIM>{AIMS.map(choice).collect_view()}</div>
    }
}

#[component]
fn SetLink(set: &'static Set, line: &'static Line, asked: String) -> impl IntoView {
    view! {
        <li>
            <a href=[paths::prompt_set(set.slug), asked].concat()>
                <strong>{set.title}</strong>
                <Icon path=icons::NEXT/>
                <span>
                    {set.aim}
                    <q>{line.say}</q>
                    <small>{words::levels(&choosing::levels(set))}</small>
                </span>
            </a>
        </li>
    }
}
