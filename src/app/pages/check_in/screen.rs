//! The frame of a question of the check-in, and the buttons below it.

use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::components::icon::Icon;
use crate::app::lean::{memo, view};
use crate::app::pages::child::screen::ChildScreen;
use crate::domain::Answer;

use super::answering;
use super::plan::Step;
use super::telling::Telling;
use super::words;

pub use crate::app::pages::child::screen::Tile;

/// A question's screen.
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
    let light = memo(move || {
        let help = telling.asks_help();
        telling.answers.with(|answers| step.map_or((1, 1), |step| step.light(answers, help)))
    });
    let way = step.map(|_| Signal::from(light));
    view! {
        <ChildScreen tile level=telling.level nostrip:way refusal=telling.refusal question aloud footer>
            {children()}
        </ChildScreen>
    }
}

/// "Don't know", "pass" and "not today", as large as any word.
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
    let button = move |what: Instead, label: &'static str| {
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
    (
        button(Instead::DontKnow, words::DONT_KNOW),
        button(Instead::Pass, words::PASS),
        button(Instead::NotToday, words::NOT_TODAY),
    )
}

/// The same three where nothing needs to be chosen: what was chosen before stays, and the way goes on; "not today" ends it.
#[component]
pub fn WaysPast(
    /// The check-in.
    telling: Telling,
    /// The question.
    step: Step,
) -> impl IntoView {
    let on = move |label: &'static str| {
        view! { <button type="button" class="pass" on:click=move |_| telling.go_on(step)>{label}</button> }
    };
    view! {
        {on(words::DONT_KNOW)}
        {on(words::PASS)}
        <button type="button" class="pass" on:click=move |_| telling.finish()>{words::NOT_TODAY}</button>
    }
}

/// Whether a click came from a finger or a mouse. A key or a switch gives none that counts, and is never hurried on.
pub fn by_pointer(event: &leptos::ev::MouseEvent) -> bool {
    event.detail() > 0
}

#[derive(Clone, Copy)]
enum Instead {
    DontKnow,
    Pass,
    NotToday,
}

impl Instead {
    fn answer<T>(self) -> Answer<T> {
        match self {
            Self::DontKnow => Answer::DontKnow,
            Self::Pass => Answer::Passed,
            Self::NotToday => Answer::NotToday,
        }
    }

    fn press(self, step: Step, answers: &mut crate::domain::Answers) {
        match step {
            Step::Size => answering::press(&mut answers.size, self.answer()),
            Step::Help => answering::press(&mut answers.help, self.answer()),
            Step::Body | Step::Sensation => answering::press(&mut answers.body, self.answer()),
            _ => answering::press(&mut answers.feeling, self.answer()),
        }
    }

    fn is_given(self, step: Step, answers: &crate::domain::Answers) -> bool {
        match step {
            Step::Size => answers.size == self.answer(),
            Step::Help => answers.help == self.answer(),
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
    view! {
        <button type="button" class="round" aria-label=words::BACK on:click=move |_| telling.go_back(step)>
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
    view! {
        <button type="button" class="main" disabled=waits on:click=move |_| telling.go_on(step)>
            {words::NEXT}
            <Icon path=icons::NEXT/>
        </button>
    }
}
