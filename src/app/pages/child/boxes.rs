//! The three boxes: child and adult decide together who may know what, one line at a time.

use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::components::icon::Icon;
use crate::app::lean::{memo, view};
use crate::content::passages::{self, OneBox};
use crate::domain::session::{Boxed, Share, Tap};

use super::Handle;
use super::pair::BackToTheGrownUp;
use super::screen::ChildScreen;
use super::{lines, words};

/// One line after another; the end shows what lies in which box.
#[component]
pub fn BoxesSide(
    /// The child\'s side.
    handle: Handle,
) -> impl IntoView {
    let found = handle
        .view
        .with_untracked(|view| view.session.as_ref().map(|session| lines::of(session, &view.told)).unwrap_or_default());
    let lines = StoredValue::new(found);
    let count = lines.with_value(Vec::len);
    // A line that was decided on before is not asked about again.
    let first = untrack(|| {
        handle.of_session(|session| {
            lines.with_value(|lines| {
                let decided = |line: &String| session.boxes.iter().any(|boxed| boxed.line == *line);
                lines.iter().position(|line| !decided(line)).unwrap_or(count)
            })
        })
    });
    let at = RwSignal::new(first.unwrap_or(0));
    move || match lines.with_value(|lines| lines.get(at.get()).cloned()) {
        Some(line) => view! { <OneLine handle line at count/> },
        None => view! { <Sorted handle at count/> },
    }
}

fn named(handle: Handle) -> [(Share, OneBox); 3] {
    let boxes = passages::boxes(handle.level());
    [(Share::WithUs, boxes.stays), (Share::Teacher, boxes.teacher), (Share::Meeting, boxes.meeting)]
}

#[component]
fn OneLine(handle: Handle, line: String, at: RwSignal<usize>, count: usize) -> impl IntoView {
    let boxes = passages::boxes(handle.level());
    let kept = line.clone();
    let chosen = memo(move || {
        let found =
            handle.of_session(|session| session.boxes.iter().find(|boxed| boxed.line == kept).map(|boxed| boxed.share));
        found.flatten()
    });
    let into = line.clone();
    let put = Callback::new(move |share: Share| {
        handle.tap(Tap::Box(Boxed { line: into.clone(), share }));
        at.update(|at| *at += 1);
    });
    let button = move |(share, one): (Share, OneBox)| {
        view! {
            <button
                type="button"
                aria-pressed=move || (chosen.get() == Some(share)).to_string()
                on:click=move |_| put.run(share)
            >
                <span>{one.label}<small>{one.say}</small></span>
            </button>
        }
    };
    let aloud =
        [boxes.ask, &line, boxes.stays.label, boxes.teacher.label, boxes.meeting.label, boxes.exception].join(" ");
    let here = at.get_untracked();
    let footer = move || {
        view! {
            {(here > 0).then(|| view! {
                <button
                    type="button"
                    class="round"
                    aria-label=words::BACK
                    on:click=move |_| at.update(|at| *at = at.saturating_sub(1))
                >
                    <Icon path=icons::BACK/>
                </button>
            })}
            // What is not decided on stays with us.
            <button type="button" class="pass" on:click=move |_| put.run(Share::WithUs)>{words::DONT_KNOW}</button>
            <button type="button" class="pass" on:click=move |_| put.run(Share::WithUs)>{words::PASS}</button>
            <button type="button" class="pass" on:click=move |_| at.set(count)>{words::NOT_TODAY}</button>
        }
    };
    view! {
        <ChildScreen
            tile=handle.tile()
            level=Signal::stored(handle.level())
            way=Signal::stored((here + 1, count + 1))
            refusal=handle.refusal
            question=boxes.ask.to_owned()
            aloud
            footer
        >
            <div class="boxes">
                <p class="line-to-sort"><bdi>{line}</bdi></p>
                <div class="three">{named(handle).map(button).collect_view()}</div>
                <p class="small">{boxes.exception}</p>
            </div>
        </ChildScreen>
    }
}

#[component]
fn Sorted(handle: Handle, at: RwSignal<usize>, count: usize) -> impl IntoView {
    let boxes = passages::boxes(handle.level());
    let in_box = move |(share, one): (Share, OneBox)| {
        let lines = handle.of_session(|session| {
            let in_it = session.boxes.iter().filter(|boxed| boxed.share == share);
            in_it.map(|boxed| view! { <li><bdi>{boxed.line.clone()}</bdi></li> }).collect_view()
        });
        view! {
            <section class="card">
                <h2>{one.label}</h2>
                <ul>{lines}</ul>
            </section>
        }
    };
    let footer = move || {
        view! {
            {(count > 0).then(|| view! {
                <button
                    type="button"
                    class="round"
                    aria-label=words::BACK
                    on:click=move |_| at.set(count.saturating_sub(1))
                >
                    <Icon path=icons::BACK/>
                </button>
            })}
            <BackToTheGrownUp handle/>
        }
    };
    let question = if count == 0 { words::NOTHING_TO_SHARE } else { words::THATS_ALL };
    view! {
        <ChildScreen
            tile=handle.tile()
            level=Signal::stored(handle.level())
            refusal=handle.refusal
            question=question.to_owned()
            aloud=[question, boxes.exception].join(" ")
            footer
        >
            <div class="boxes">
                <div class="three">{move || named(handle).map(in_box).collect_view()}</div>
                <p class="small">{boxes.exception}</p>
            </div>
        </ChildScreen>
    }
}
