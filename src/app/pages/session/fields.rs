//! A line that may be typed into the log, and those that were.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::art::icons;
use crate::app::components::field::{Field, fault_words};
use crate::app::components::icon::Icon;
use crate::app::context::drafts::use_drafts;
use crate::app::context::unsaved::use_unsaved;
use crate::app::lean::{memo, view};
use crate::domain::session::{Event, Tap};
use crate::domain::text;

use super::running::Running;
use super::words;

/// What kind of line is typed.
#[derive(Clone, Copy)]
pub struct Typed {
    /// What its field is called.
    pub label: &'static str,
    /// What helps to fill it in.
    pub hint: &'static str,
    /// How long it may be.
    pub limit: u16,
    /// What is logged.
    pub log: fn(String) -> Event,
    /// The words of what was logged, if it is of this kind.
    pub read: fn(&Event) -> Option<&String>,
}

/// The child's own words.
pub const SAID: Typed = Typed {
    label: words::CHILDS_WORDS,
    hint: words::CHILDS_WORDS_HINT,
    limit: text::LINE_LIMIT,
    log: Event::Said,
    read: |event| if let Event::Said(said) = event { Some(said) } else { None },
};

/// What was agreed for next.
pub const NEXT: Typed = Typed {
    label: words::NEXT_STEP,
    hint: words::NEXT_STEP_HINT,
    limit: text::LINE_LIMIT,
    log: Event::Next,
    read: |event| if let Event::Next(next) = event { Some(next) } else { None },
};

/// Something that was done and is on no list.
pub const OTHER: Typed = Typed {
    label: words::SOMETHING_ELSE,
    hint: "",
    limit: text::NAME_LIMIT,
    log: Event::DidOther,
    read: |event| if let Event::DidOther(did) = event { Some(did) } else { None },
};

/// The field and its lines. The field is emptied only once the line was kept.
#[component]
pub fn TypedLines(
    /// The session.
    running: Running,
    /// What is typed.
    typed: Typed,
) -> impl IntoView {
    let field = use_drafts().field([&running.address(), "#", typed.label].concat(), String::new);
    use_unsaved().count_while(move || field.with(|field| !field.trim().is_empty()));
    let tried = RwSignal::new(false);
    let wrong = Signal::derive(move || {
        let wrong = field.with(|field| text::optional_line(field, typed.limit));
        tried.get().then(|| fault_words(wrong)).flatten()
    });
    let keep = move |event: ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let Ok(Some(line)) = field.with_untracked(|field| text::optional_line(field, typed.limit)) else { return };
        spawn_local(async move {
            let sent = field.try_get_untracked();
            if running.send(Tap::Log((typed.log)(line))).await && field.try_get_untracked() == sent {
                field.try_set(String::new());
                tried.try_set(false);
            }
        });
    };
    let lines = memo(move || {
        running.with(|session| {
            session.log.iter().filter_map(|entry| (typed.read)(&entry.event)).cloned().collect::<Vec<_>>()
        })
    });
    let line = move |line: String| {
        let taken = line.clone();
        view! {
            <li>
                <bdi>{line.clone()}</bdi>
                <button
                    type="button"
                    class="round plain"
                    aria-label=words::take_out(&line)
                    on:click=move |_| running.tap(Tap::TakeBack((typed.log)(taken.clone())))
                >
                    <Icon path=icons::CLOSE/>
                </button>
            </li>
        }
    };
    view! {
        <form class="typed" novalidate on:submit=keep>
            <Field label=typed.label hint=typed.hint value=field wrong/>
            <button type="submit">{words::ADD}</button>
        </form>
        <ul class="lines-typed" hidden=move || lines.with(Vec::is_empty)>
            {move || lines.get().into_iter().map(line).collect_view()}
        </ul>
    }
}
