//! What is prepared for a child: what could help, the child's own words and what they are linked to, words that are not
//! shown, and how many sessions are still to come. Every change is kept at once.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::drawing::DrawingPicture;
use crate::app::components::loaded::{asked, loaded};
use crate::app::components::refused::Refused;
use crate::app::components::title::PageTitle;
use crate::app::context::glow::use_glow;
use crate::app::context::house::use_house;
use crate::app::lean::{memo, view};
use crate::app::shell::frame::Frame;
use crate::content::{feelings, room};
use crate::domain::prepared::HELPS;
use crate::domain::{Drawing, Level, OwnWord, Prepared, RecordId, SubjectId};
use crate::keeper::Refusal;
use crate::keeper::message::PupilPage;

use super::person::BackToPupil;
use super::words::prepared as words;

/// As many sessions ahead as are counted.
const FARTHEST: u8 = 12;

/// The page.
#[component]
pub fn PreparedPage(
    /// For whom.
    subject: SubjectId,
) -> impl IntoView {
    let house = use_house();
    let page = asked(move || house.pupil_page(subject));
    view! {
        <Frame>
            <PageTitle words=words::TITLE/>
            {loaded(page, |page| view! { <Page page/> })}
        </Frame>
    }
}

/// The handle on what is prepared.
#[derive(Clone, Copy)]
struct Preparing {
    prepared: RwSignal<Prepared>,
    change: Callback<Prepared>,
}

impl Preparing {
    fn update(self, change: impl FnOnce(&mut Prepared)) {
        let mut next = self.prepared.get_untracked();
        change(&mut next);
        self.change.run(next);
    }
}

#[component]
fn Page(page: PupilPage) -> impl IntoView {
    let (house, glow) = (use_house(), use_glow());
    let refusal = RwSignal::new(None::<Refusal>);
    let prepared = RwSignal::new(page.prepared);
    let subject = page.row.subject;
    let change = Callback::new(move |next: Prepared| {
        prepared.set(next.clone());
        spawn_local(async move {
            let kept = house.prepare(subject, next).await;
            if kept.is_ok() {
                glow.shine();
            }
            refusal.try_set(kept.err());
        });
    });
    let preparing = Preparing { prepared, change };
    let level = page.row.pupil.level;
    view! {
        <BackToPupil subject name=page.row.pupil.name/>
        <header class="title"><h1>{words::TITLE}</h1></header>
        <Refused refusal/>
        <Helps preparing level/>
        <OwnWords preparing drawings=page.drawings/>
        <Shown preparing level/>
        <StillToCome preparing/>
    }
}

/// At most four choices for "What would help?".
#[component]
fn Helps(preparing: Preparing, level: Level) -> impl IntoView {
    let full = memo(move || preparing.prepared.with(|prepared| prepared.helps.len() >= HELPS));
    let chip = move |help: &'static room::Help| {
        let chosen = memo(move || preparing.prepared.with(|prepared| prepared.helps.iter().any(|key| key == help.key)));
        let press = move |_| {
            preparing.update(|prepared| match prepared.helps.iter().position(|key| key == help.key) {
                Some(at) => drop(prepared.helps.remove(at)),
                None => prepared.helps.push(help.key.to_owned()),
            });
        };
        view! {
            <button
                type="button"
                aria-pressed=move || chosen.get().to_string()
                disabled=move || full.get() && !chosen.get()
                on:click=press
            >
                {help.words.at(level)}
            </button>
        }
    };
    view! {
        <section class="stack">
            <h2>{words::WHAT_COULD_HELP}</h2>
            <p>{words::AT_MOST_FOUR}</p>
            <div class="words">{room::help_choices().iter().map(chip).collect_view()}</div>
        </section>
    }
}

/// The child's own words, each with the shared word it is linked to.
#[component]
fn OwnWords(preparing: Preparing, drawings: Vec<(RecordId, Drawing)>) -> impl IntoView {
    let drawings = StoredValue::new(drawings);
    let line = move |(at, own): (usize, OwnWord)| {
        let linked = own.linked.clone().unwrap_or_default();
        let link = move |event| {
            let key: String = event_target_value(&event);
            preparing.update(|prepared| {
                if let Some(own) = prepared.own_words.get_mut(at) {
                    own.linked = Some(key).filter(|key| !key.is_empty());
                }
            });
        };
        let option = |word: &'static feelings::FeelingWord| {
            view! { <option value=word.key selected={word.key == linked}>{word.word}</option> }
        };
        let options = feelings::up_to(Level::C).map(option).collect_view();
        let strokes = own.drawing.and_then(|id| {
            drawings.with_value(|all| all.iter().find(|(of, _)| *of == id).map(|(_, drawing)| drawing.strokes.clone()))
        });
        let label = words::linked_to(&own.word);
        view! {
            <li>
                {own.colour.map(|colour| view! { <span class="swatch" data-paint=colour></span> })}
                <span class="grow"><strong>"‘"<bdi>{own.word}</bdi>"’"</strong></span>
                {strokes.map(|strokes| view! {
                    <span class="thumb"><DrawingPicture strokes label=words::THEIR_DRAWING/></span>
                })}
                <select aria-label=label on:change=link>
                    <option value="">{words::NOT_LINKED}</option>
                    {options}
                </select>
            </li>
        }
    };
    let lines = move || {
        let own_words = preparing.prepared.with(|prepared| prepared.own_words.clone());
        if own_words.is_empty() {
            return view! { <p>{words::NO_OWN_WORDS}</p> };
        }
        view! { <ul class="rows">{own_words.into_iter().enumerate().map(line).collect_view()}</ul> }
    };
    view! {
        <section class="stack">
            <h2>{words::OWN_WORDS}</h2>
            <p>{words::THE_CHILD_KEEPS_SEEING}</p>
            {lines}
        </section>
    }
}

/// Which words of the level this child is shown.
#[component]
fn Shown(preparing: Preparing, level: Level) -> impl IntoView {
    let chip = move |word: &'static feelings::FeelingWord| {
        let hidden =
            memo(move || preparing.prepared.with(|prepared| prepared.hidden.iter().any(|key| key == word.key)));
        let press = move |_| {
            preparing.update(|prepared| match prepared.hidden.iter().position(|key| key == word.key) {
                Some(at) => drop(prepared.hidden.remove(at)),
                None => prepared.hidden.push(word.key.to_owned()),
            });
        };
        view! {
            <button type="button" aria-pressed=move || (!hidden.get()).to_string() on:click=press>{word.word}</button>
        }
    };
    view! {
        <section class="stack">
            <h2>{words::WORDS_SHOWN}</h2>
            <p>{words::TAP_TO_HIDE}</p>
            <div class="words">{feelings::up_to(level).map(chip).collect_view()}</div>
        </section>
    }
}

/// How many sessions there will still be, when an end is in sight.
#[component]
fn StillToCome(preparing: Preparing) -> impl IntoView {
    let left = preparing.prepared.with_untracked(|prepared| prepared.sessions_left);
    let choose = move |event| {
        let chosen: String = event_target_value(&event);
        preparing.update(|prepared| prepared.sessions_left = chosen.parse().ok());
    };
    let options = (0..=FARTHEST).map(|count| {
        view! { <option value=count.to_string() selected={left == Some(count)}>{count.to_string()}</option> }
    });
    view! {
        <section class="stack">
            <h2>{words::STILL_TO_COME}</h2>
            <p>{words::COUNTED_DOWN}</p>
            <select aria-label=words::STILL_TO_COME on:change=choose>
                <option value="">{words::NO_END_IN_SIGHT}</option>
                {options.collect_view()}
            </select>
        </section>
    }
}
