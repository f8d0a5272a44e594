//! What every screen of a child's check-in has: their animal, one question, the voice, the cover, the way on.

use leptos::html;
use leptos::prelude::*;

use crate::app::art::animals;
use crate::app::art::face::Mood;
use crate::app::art::icons;
use crate::app::components::avatar::Avatar;
use crate::app::components::face::Face;
use crate::app::components::icon::Icon;
use crate::app::components::lamp::Lamp;
use crate::app::context::voice::use_voice;
use crate::app::lean::{effect, memo, view};
use crate::app::refusal_words;
use crate::domain::{Answer, Level};

use super::answering;
use super::plan::Step;
use super::telling::Telling;
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

/// A child's screen.
#[component]
pub fn Screen(
    /// The check-in.
    telling: Telling,
    /// Whose tile it shows.
    tile: Tile,
    /// Where on the way it is; nothing at the very end.
    #[prop(optional)]
    step: Option<Step>,
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
    let heading = NodeRef::<html::H1>::new();
    effect(move || {
        document().set_title("Lantern Room");
        if let Some(heading) = heading.get() {
            // A screen reader follows to the question.
            let _ = heading.focus();
        }
    });
    view! {
        <main class="ask" class:level-a=move || telling.level.get() == Level::A id="main">
            <header>
                <TilePicture tile/>
                <h1 id="question" tabindex="-1" node_ref=heading>{question}</h1>
                <div class="tools">
                    <Lamp/>
                    <Speaker aloud/>
                    <button type="button" class="round hush" aria-label=words::COVER on:click=move |_| telling.cover()>
                        <Icon path=icons::COVER/>
                    </button>
                </div>
                {step.map(|step| view! { <Way telling step/> })}
            </header>
            <section aria-labelledby="question">{children()}</section>
            <footer>
                <NotKept telling/>
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
fn Way(telling: Telling, step: Step) -> impl IntoView {
    let light = memo(move || telling.answers.with(|answers| step.light(answers)));
    view! {
        <div class="way" role="img" aria-label=move || words::question_of(light.get())>
            {move || {
                let (lit, all) = light.get();
                (0..all).map(|at| view! { <i class:lit={at < lit}></i> }).collect_view()
            }}
        </div>
    }
}

/// Says calmly that the last tap is not kept yet. It stays until a later one is.
#[component]
fn NotKept(telling: Telling) -> impl IntoView {
    view! {
        <div
            role="alert"
            class:said=move || telling.refusal.with(Option::is_none)
            style:flex-basis=move || "100%"
        >
            {move || telling.refusal.get().map(|refusal| view! {
                <p class="notice heed">
                    <strong>{words::NOT_KEPT_YET}</strong>
                    {refusal_words::sentence(&refusal)}
                </p>
            })}
        </div>
    }
}

/// "Don't know" and "pass", as large as any word.
#[component]
pub fn Passes(
    /// The check-in.
    telling: Telling,
    /// The question.
    step: Step,
    /// Called when a finger or mouse has pressed one.
    #[prop(optional, into)]
    after: Option<Callback<()>>,
) -> impl IntoView {
    let button = move |what: Pass, label: &'static str| {
        let is_pressed = move || telling.answers.with(|answers| what.is_given(step, answers));
        let press = move |event: leptos::ev::MouseEvent| {
            let now = telling.tap(|answers| {
                what.press(step, answers);
                what.is_given(step, answers)
            });
            if let (Some(after), Some(true), true) = (after, now, by_pointer(&event)) {
                after.run(());
            }
        };
        view! {
            <button type="button" class="pass" aria-pressed=move || is_pressed().to_string() on:click=press>{label}</button>
        }
    };
    (button(Pass::DontKnow, words::DONT_KNOW), button(Pass::Pass, words::PASS))
}

/// Whether a click came from a finger or a mouse. A key or a switch gives none that counts, and is never hurried on.
pub fn by_pointer(event: &leptos::ev::MouseEvent) -> bool {
    event.detail() > 0
}

#[derive(Clone, Copy)]
enum Pass {
    DontKnow,
    Pass,
}

impl Pass {
    fn answer<T>(self) -> Answer<T> {
        match self {
            Self::DontKnow => Answer::DontKnow,
            Self::Pass => Answer::Passed,
        }
    }

    fn press(self, step: Step, answers: &mut crate::domain::Answers) {
        match step {
            Step::Size => answering::press(&mut answers.size, self.answer()),
            Step::Body | Step::Sensation => answering::press(&mut answers.body, self.answer()),
            _ => answering::press(&mut answers.feeling, self.answer()),
        }
    }

    fn is_given(self, step: Step, answers: &crate::domain::Answers) -> bool {
        match step {
            Step::Size => answers.size == self.answer(),
            Step::Body | Step::Sensation => answers.body == self.answer(),
            _ => answers.feeling == self.answer(),
        }
    }
}

/// A step back.
#[component]
pub fn BackButton(
    /// The check-in.
    telling: Telling,
    /// From where.
    step: Step,
) -> impl IntoView {
    let back = move |_| {
        if let Some(before) = telling.answers.with_untracked(|answers| step.back(answers)) {
            telling.go(before);
        }
    };
    view! {
        <button type="button" class="round" aria-label=words::BACK on:click=back>
            <Icon path=icons::BACK/>
        </button>
    }
}

/// On to the next question, once this one is answered.
#[component]
pub fn NextButton(
    /// The check-in.
    telling: Telling,
    /// From where.
    step: Step,
) -> impl IntoView {
    let waits = move || telling.answers.with(|answers| !step.is_answered(answers));
    let next = move |_| telling.go(telling.answers.with_untracked(|answers| step.next(answers)));
    view! {
        <button type="button" class="main" disabled=waits on:click=next>
            {words::NEXT}
            <Icon path=icons::NEXT/>
        </button>
    }
}
