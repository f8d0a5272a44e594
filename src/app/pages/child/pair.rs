//! Two taps: how the body is, and how it is inside. Each of five pictures; passing is an answer.

use leptos::prelude::*;

use crate::app::art::face::Mood;
use crate::app::art::icons;
use crate::app::components::face::Face;
use crate::app::components::icon::Icon;
use crate::app::lean::{memo, view};
use crate::domain::Answer;
use crate::domain::session::{Reading, Tap};

use super::screen::ChildScreen;
use super::words;
use super::{Handle, HoldButton};

/// The lantern from a storm to quite still.
const BODIES: [Mood; 5] = [
    Mood { pleasantness: -55, energy: 100, brow: -60 },
    Mood { pleasantness: -25, energy: 55, brow: 30 },
    Mood { pleasantness: 0, energy: 15, brow: 0 },
    Mood { pleasantness: 25, energy: -15, brow: 0 },
    Mood { pleasantness: 45, energy: -50, brow: 0 },
];

/// The lantern from bad to good.
const INSIDES: [Mood; 5] = [
    Mood { pleasantness: -90, energy: -10, brow: 20 },
    Mood { pleasantness: -45, energy: 0, brow: 10 },
    Mood { pleasantness: 0, energy: 0, brow: 0 },
    Mood { pleasantness: 45, energy: 5, brow: 0 },
    Mood { pleasantness: 90, energy: 15, brow: 0 },
];

/// One of the two questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Question {
    Body,
    Inside,
    Thanks,
}

impl Question {
    /// The first that is not answered.
    fn open(reading: &Reading) -> Self {
        match reading {
            // Not today: nothing more is asked.
            Reading { calm: Answer::NotToday, .. } | Reading { good: Answer::NotToday, .. } => Self::Thanks,
            Reading { calm: Answer::Unasked, .. } => Self::Body,
            Reading { good: Answer::Unasked, .. } => Self::Inside,
            Reading { .. } => Self::Thanks,
        }
    }

    fn answer(self, reading: &mut Reading, answer: Answer<u8>) {
        match self {
            Self::Body => reading.calm = answer,
            Self::Inside => reading.good = answer,
            Self::Thanks => {}
        }
    }
}

/// The two questions of arriving or of leaving.
#[component]
pub fn Pair(
    /// The child's side.
    handle: Handle,
    /// What was answered before, if anything was.
    before: Reading,
    /// Makes a tap of a reading.
    tap: fn(Reading) -> Tap,
) -> impl IntoView {
    let reading = RwSignal::new(before);
    let question = memo(move || reading.with(Question::open));
    let answer = Callback::new(move |answer: Answer<u8>| {
        reading.update(|reading| question.get_untracked().answer(reading, answer));
        handle.tap(tap(reading.get_untracked()));
    });
    move || match question.get() {
        Question::Body => view! { <Five handle question=Question::Body answer/> },
        Question::Inside => view! { <Five handle question=Question::Inside answer/> },
        Question::Thanks => view! { <Thanks handle/> },
    }
}

#[component]
fn Five(handle: Handle, question: Question, answer: Callback<Answer<u8>>) -> impl IntoView {
    let level = handle.level();
    let (ask, labels, moods, way) = match question {
        Question::Body => (words::how_is_your_body(level), words::bodies(level), BODIES, (1, 2)),
        _ => (words::how_is_it_inside(level), words::insides(level), INSIDES, (2, 2)),
    };
    let aloud = [ask, &labels.join(", ")].join(" ");
    let button = move |(at, (label, mood)): (u8, (&'static str, Mood))| {
        view! {
            <button type="button" on:click=move |_| answer.run(Answer::Given(at))>
                <Face mood quiet=true/>
                {label}
            </button>
        }
    };
    let buttons = (1..).zip(labels.into_iter().zip(moods)).map(button).collect_view();
    let pass = move |label: &'static str, given: fn() -> Answer<u8>| {
        view! { <button type="button" class="pass" on:click=move |_| answer.run(given())>{label}</button> }
    };
    let footer = move || {
        view! {
            {pass(words::DONT_KNOW, || Answer::DontKnow)}
            {pass(words::PASS, || Answer::Passed)}
            {pass(words::NOT_TODAY, || Answer::NotToday)}
        }
    };
    view! {
        <ChildScreen
            tile=handle.tile()
            level=Signal::stored(level)
            way=Signal::stored(way)
            refusal=handle.refusal
            question=ask.to_owned()
            aloud
            footer
        >
            <div class="sizes faces" role="group" aria-labelledby="question">{buttons}</div>
        </ChildScreen>
    }
}

#[component]
fn Thanks(handle: Handle) -> impl IntoView {
    let words = words::thank_you(handle.level());
    let footer = move || view! { <BackToTheGrownUp handle/> };
    view! {
        <ChildScreen
            tile=handle.tile()
            level=Signal::stored(handle.level())
            refusal=handle.refusal
            question=words.to_owned()
            aloud=words.to_owned()
            footer
        >
            <div class="more">
                <Face mood=Mood { pleasantness: 50, energy: -10, brow: 0 }/>
            </div>
        </ChildScreen>
    }
}

/// The end of everything on the child's side: the lantern, or back to the grown-up.
#[component]
pub fn BackToTheGrownUp(
    /// The child's side.
    handle: Handle,
) -> impl IntoView {
    let house = crate::app::context::house::use_house();
    let in_session = handle.view.with_untracked(|view| view.session_id.is_some());
    view! {
        {in_session.then(|| view! {
            <button type="button" on:click=move |_| handle.rest()>
                <Icon path=icons::LANTERN/>
                {words::THE_LANTERN}
            </button>
        })}
        <HoldButton look="main" held=Callback::new(move |()| house.cover())>
            <Icon path=icons::COVER/>
            <span>{words::FOR_THE_GROWN_UP}<small>{words::PRESS_AND_HOLD}</small></span>
        </HoldButton>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn not_today_ends_it_and_a_pass_goes_on() {
        let mut reading = Reading::default();
        assert_eq!(Question::open(&reading), Question::Body);
        Question::Body.answer(&mut reading, Answer::Passed);
        assert_eq!(Question::open(&reading), Question::Inside);
        Question::Inside.answer(&mut reading, Answer::Given(3));
        assert_eq!(Question::open(&reading), Question::Thanks);
        let ended = Reading { calm: Answer::NotToday, good: Answer::Unasked };
        assert_eq!(Question::open(&ended), Question::Thanks);
    }
}
