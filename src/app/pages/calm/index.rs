//! All the calm activities on one page, and the way into the lights.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use super::filter::Filter;
use super::lights::across;
use super::picture::calm_picture;
use super::words;
use crate::app::art::icons;
use crate::app::components::field::new_id;
use crate::app::components::icon::Icon;
use crate::app::components::title::PageTitle;
use crate::app::lean::{memo, view};
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::content::calm::{Activity, Aim, Kind};
use crate::domain::Level;

/// The calm activities.
#[component]
pub fn CalmIndex() -> impl IntoView {
    let search = use_location().search;
    let filter = memo(move || search.with(|search| Filter::of(search)));
    let navigate = StoredValue::new_local(use_navigate());
    let choose = move |filter: Filter| {
        let path = [paths::CALM, &filter.search()].concat();
        // What is looked for is no step of its own, and the page stays where it is.
        let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        navigate.with_value(|navigate| navigate(&path, options));
    };
    let aims =
        [(None, words::EITHER_WAY)].into_iter().chain([Aim::Down, Aim::Up].map(|aim| (Some(aim), words::aim(aim))));
    let levels = [(None, words::ANYONE)].into_iter().chain(Level::ALL.map(|level| (Some(level), words::level(level))));
    view! {
        <Frame>
            <PageTitle words=words::CALM/>
            <header class="title">
                <h1>{words::CALM}</h1>
                <p>{words::ALWAYS_HERE}</p>
            </header>
            <a class="to-lights" href=paths::LIGHTS>
                {across()}
                <strong>{words::LIGHTS}</strong>
                <span>{words::LIGHTS_LINE}</span>
                <Icon path=icons::NEXT/>
            </a>
            <div class="sieve">
                {sieve(words::WHICH_WAY, aims.map(|(aim, word)| Wish {
                    word,
                    chosen: Signal::derive(move || filter.get().aim == aim),
                    choose: Callback::new(move |()| choose(Filter { aim, ..filter.get_untracked() })),
                }))}
                {sieve(words::FOR_WHOM, levels.map(|(level, word)| Wish {
                    word,
                    chosen: Signal::derive(move || filter.get().level == level),
                    choose: Callback::new(move |()| choose(Filter { level, ..filter.get_untracked() })),
                }))}
            </div>
            {Kind::ALL.map(|kind| view! { <KindShelf kind filter/> }).collect_view()}
        </Frame>
    }
}

/// One thing to look for.
struct Wish {
    word: &'static str,
    chosen: Signal<bool>,
    choose: Callback<()>,
}

/// A quiet row of which one is chosen.
fn sieve(legend: &'static str, wishes: impl Iterator<Item = Wish>) -> AnyView {
    let name = new_id();
    let wishes = wishes.map(|Wish { word, chosen, choose }| {
        view! {
            <label>
                <input type="radio" name=name.clone() prop:checked=chosen on:change=move |_| choose.run(())/>
                <span>{word}</span>
            </label>
        }
    });
    view! {
        <fieldset>
            <legend>{legend}</legend>
            {wishes.collect_view()}
        </fieldset>
    }
}

#[component]
fn KindShelf(kind: Kind, filter: Memo<Filter>) -> impl IntoView {
    let found = move || {
        let links = filter.get().of_kind(kind).map(link).collect::<Vec<_>>();
        if links.is_empty() {
            return view! { <p class="soft">{words::NOTHING}</p> };
        }
        view! { <ul class="shelf calm-shelf">{links}</ul> }
    };
    view! {
        <section class="stack">
            <h2>{words::kind(kind)}</h2>
            <p class="soft">{words::kind_line(kind)}</p>
            {found}
        </section>
    }
}

fn link(activity: &'static Activity) -> AnyView {
    view! {
        <li>
            <a href=paths::calm_activity(activity.slug)>
                {calm_picture(activity.slug)}
                <strong>{activity.title}</strong>
                <span>{words::minutes(activity.minutes)} " · " {words::aim(activity.aim)}</span>
            </a>
        </li>
    }
}
