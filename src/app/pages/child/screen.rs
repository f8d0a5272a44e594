//! What every screen of the child's side has: their animal, one question, the voice, the way back for the adult.

use leptos::html;
use leptos::prelude::*;

use crate::app::art::animals;
use crate::app::art::face::Mood;
use crate::app::art::icons;
use crate::app::components::avatar::Avatar;
use crate::app::components::face::Face;
use crate::app::components::icon::Icon;
use crate::app::components::lamp::Lamp;
use crate::app::context::house::use_house;
use crate::app::context::voice::use_voice;
use crate::app::lean::{effect, view};
use crate::app::refusal_words;
use crate::domain::Level;
use crate::keeper::Refusal;

use super::HoldButton;
use super::words;

/// By what a child knows that it is theirs: an animal and a colour, or the lantern. Never a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tile {
    /// A child of the list.
    Animal {
        /// The animal's key.
        animal: String,
        /// The colour's key.
        colour: String,
    },
    /// Someone who is not known yet.
    Lantern,
}

impl Tile {
    /// The tile of these two keys, or the lantern.
    pub fn of(keys: Option<(String, String)>) -> Self {
        keys.map_or(Self::Lantern, |(animal, colour)| Self::Animal { animal, colour })
    }
}

/// A child's screen.
#[component]
pub fn ChildScreen(
    /// Whose tile it shows.
    tile: Tile,
    /// How much language.
    #[prop(into)]
    level: Signal<Level>,
    /// Which of how many lights on the way are lit, if it is on one.
    #[prop(optional, into)]
    way: Option<Signal<(usize, usize)>>,
    /// Why the last tap is not kept, if it is not.
    #[prop(into)]
    refusal: Signal<Option<Refusal>>,
    /// The question, as a heading.
    #[prop(into)]
    question: Signal<String>,
    /// What the voice reads.
    #[prop(into)]
    aloud: Signal<String>,
    /// The footer: what stands in thumb's reach.
    #[prop(into)]
    footer: ViewFn,
    children: Children,
) -> impl IntoView {
    let house = use_house();
    let heading = NodeRef::<html::H1>::new();
    effect(move || {
        document().set_title("Lantern Room");
        if let Some(heading) = heading.get() {
            // A screen reader follows to the question.
            let _ = heading.focus();
        }
    });
    view! {
        <main class="ask" class:level-a=move || level.get() == Level::A id="main">
            <header>
                <TilePicture tile/>
                <h1 id="question" tabindex="-1" node_ref=heading>{question}</h1>
                <div class="tools">
                    <Lamp/>
                    <Speaker aloud/>
                    <HoldButton
                        look="round hush"
                        label=words::HOLD_FOR_THE_GROWN_UP
                        held=Callback::new(move |()| house.cover())
                    >
                        <Icon path=icons::COVER/>
                    </HoldButton>
                </div>
                {way.map(|way| view! { <Way way/> })}
            </header>
            <section aria-labelledby="question">{children()}</section>
            <footer>
                <NotKept refusal/>
                {footer.run()}
            </footer>
        </main>
    }
}

#[component]
fn TilePicture(tile: Tile) -> impl IntoView {
    match tile {
        Tile::Animal { animal, colour } => {
            let name = animals::find(&animal).map(|animal| animal.name);
            view! { <span role="img" aria-label=name><Avatar animal=animal colour=colour/></span> }
        }
        Tile::Lantern => view! {
            <span class="avatar">
                <Face mood=Mood { pleasantness: 20, ..Mood::default() } quiet=true/>
            </span>
        },
    }
}

/// Reads the screen aloud, where the tablet has a voice of its own.
#[component]
fn Speaker(aloud: Signal<String>) -> impl IntoView {
    let voice = use_voice();
    on_cleanup(move || voice.stop());
    let press = move |_| {
        if voice.is_speaking() {
            voice.stop();
        } else {
            voice.speak(&aloud.get_untracked());
        }
    };
    let label = move || if voice.is_speaking() { words::STOP_READING } else { words::READ_ALOUD };
    move || {
        voice.available().then(|| {
            view! {
                <button type="button" class="round" aria-label=label on:click=press>
                    <Icon path=icons::SPEAKER/>
                </button>
            }
        })
    }
}

/// The lights along the way.
#[component]
fn Way(way: Signal<(usize, usize)>) -> impl IntoView {
    view! {
        <div class="way" role="img" aria-label=move || words::question_of(way.get())>
            {move || {
                let (lit, all) = way.get();
                (0..all).map(|at| view! { <i class:lit={at < lit}></i> }).collect_view()
            }}
        </div>
    }
}

/// Says calmly that the last tap is not kept yet. It stays until a later one is.
#[component]
fn NotKept(refusal: Signal<Option<Refusal>>) -> impl IntoView {
    view! {
        <div role="alert" class:said=move || refusal.with(Option::is_none) style:flex-basis=move || "100%">
            {move || refusal.get().map(|refusal| view! {
                <p class="notice heed">
                    <strong>{words::NOT_KEPT_YET}</strong>
                    {refusal_words::sentence(&refusal)}
                </p>
            })}
        </div>
    }
}
