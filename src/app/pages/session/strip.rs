//! The row of stages: where it is, what is still to come, and a few words to change that.

use leptos::prelude::*;

use crate::app::lean::{memo, view};
use crate::domain::session::{Course, Stage, Step, Tap};

use super::burning::stage_name;
use super::running::Running;
use super::words;

/// Where a stage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Behind,
    Here,
    Ahead,
}

/// All stages with where they are.
fn places(course: &Course) -> Vec<(Step, Place)> {
    let here = course.here();
    let at = course.steps().iter().position(|step| Some(step.stage) == here).unwrap_or_default();
    let place = |number: usize| match number.cmp(&at) {
        core::cmp::Ordering::Less => Place::Behind,
        core::cmp::Ordering::Equal => Place::Here,
        core::cmp::Ordering::Greater => Place::Ahead,
    };
    course.steps().iter().enumerate().map(|(number, step)| (*step, place(number))).collect()
}

/// The strip.
#[component]
pub fn Strip(
    /// The session.
    running: Running,
) -> impl IntoView {
    let opened = RwSignal::new(None::<Stage>);
    let course = memo(move || running.with(|session| session.course.clone()));
    let stage = move |(step, place): (Step, Place)| {
        let name = stage_name(step.stage);
        let aside = match (step.skipped, place) {
            (true, _) => Some(words::LEFT_OUT),
            (false, Place::Behind) => Some(words::BEHIND),
            _ => None,
        };
        let aside = aside.map(|aside| view! { <span class="said">{[", ", aside].concat()}</span> });
        let is_open = move || (opened.get() == Some(step.stage)).to_string();
        let open = move |_| opened.update(|opened| *opened = Some(step.stage).filter(|stage| *opened != Some(*stage)));
        let inside = match place {
            Place::Ahead => view! {
                <button type="button" aria-expanded=is_open aria-controls="change-stage" on:click=open>{name}{aside}</button>
            },
            Place::Behind | Place::Here => view! { <span>{name}{aside}</span> },
        };
        view! {
            <li
                class:behind=place == Place::Behind
                class:out=step.skipped
                aria-current=(place == Place::Here).then_some("step")
            >
                {inside}
            </li>
        }
    };
    let change = move |tap: Tap, words: &'static str| {
        let press = move |_| {
            opened.set(None);
            running.tap(tap.clone());
        };
        view! { <button type="button" on:click=press>{words}</button> }
    };
    let changes = move || {
        let stage = opened.get()?;
        let (step, _) =
            course.with(places).into_iter().find(|(step, place)| step.stage == stage && *place == Place::Ahead)?;
        let is_next = course.with(|course| course.ahead().next()) == Some(stage);
        let skip = if step.skipped { words::TAKE_BACK_IN } else { words::SKIP };
        Some(view! {
            <strong>{stage_name(stage)}</strong>
            {(!is_next).then(|| change(Tap::BringNext(stage), words::BRING_NEXT))}
            {change(Tap::Skip(stage, !step.skipped), skip)}
        })
    };
    view! {
        <nav class="stages" aria-label=words::STAGES>
            <ol>{move || course.with(places).into_iter().map(stage).collect_view()}</ol>
            <div class="line" id="change-stage">{changes}</div>
        </nav>
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn what_lies_behind_is_not_to_be_changed() {
        let mut course = Course::of(&Stage::ALL.map(|stage| (stage, 5))).unwrap();
        course.go_on();
        course.skip(Stage::Reflect, true);
        let places: Vec<_> = places(&course).into_iter().map(|(step, place)| (place, step.skipped)).collect();
        assert_eq!(places[0], (Place::Behind, false));
        assert_eq!(places[1], (Place::Here, false));
        assert_eq!(places[3], (Place::Ahead, true));
    }
}
