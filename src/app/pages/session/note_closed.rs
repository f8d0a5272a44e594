//! A closed note: read, and added to with a reason. What it said first stays.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::art::icons;
use crate::app::components::field::{Field, fault_words};
use crate::app::components::icon::Icon;
use crate::app::components::refused::Refused;
use crate::app::components::when;
use crate::app::context::drafts::use_drafts;
use crate::app::context::unsaved::use_unsaved;
use crate::app::lean::view;
use crate::app::paths;
use crate::domain::session::Parts;
use crate::domain::{Moment, text};
use crate::keeper::message::NoteRow;

use super::foot::ConcernLink;
use super::note::{Fields, FourFields};
use super::remove::RemoveButton;
use super::running::Running;
use super::words;

/// The page of a closed note.
#[component]
pub fn ClosedNote(
    /// Its session.
    running: Running,
) -> impl IntoView {
    let amending = use_drafts().field(running.part("note#amending"), || false);
    let parts = move || running.row.with(|row| row.note.as_ref().map(|note| note.parts().clone()).unwrap_or_default());
    // Somebody without a name has no page on which a note for mending could wait.
    let named = running.row.with_untracked(|row| row.pupil.is_some());
    let after = move || if named { paths::after_with(running.subject) } else { paths::AFTER.to_owned() };
    view! {
        <p class="soft">{words::NOTE_CLOSED}</p>
        {move || if amending.get() {
            view! { <AmendForm running parts=untrack(parts) amending/> }
        } else {
            view! {
                <FourParts parts=parts()/>
                <div class="line">
                    <a class="button main" href=after>{words::A_MINUTE_FOR_ME}</a>
                    <button type="button" on:click=move |_| amending.set(true)>
                        <Icon path=icons::EDIT/>
                        {words::AMEND}
                    </button>
                    <ConcernLink running/>
                    <RemoveButton running/>
                </div>
                <Refused refusal=running.refusal/>
            }
        }}
        {move || running.row.with(|row| row.note.clone()).map(|note| view! { <History note/> })}
    }
}

/// The four parts as they read.
#[component]
fn FourParts(parts: Parts) -> impl IntoView {
    let part = |name: &'static str, text: String| {
        let inside = if text.trim().is_empty() {
            view! { <p class="soft">{words::EMPTY_PART}</p> }
        } else {
            view! { <p class="typed-text" dir="auto">{text}</p> }
        };
        view! { <section><h2>{name}</h2>{inside}</section> }
    };
    view! {
        <article class="card four">
            {part(words::HAPPENED, parts.happened)}
            {part(words::OWN_WORDS, parts.own_words)}
            {part(words::THINKING, parts.thinking)}
            {part(words::NEXT, parts.next)}
        </article>
    }
}

#[component]
fn AmendForm(running: Running, parts: Parts, amending: RwSignal<bool>) -> impl IntoView {
    let key = running.part("note#amend");
    let fields = Fields::of(&key, &parts);
    let reason = use_drafts().field([&key, "#why"].concat(), String::new);
    use_unsaved().count_while(move || fields.parts() != parts || reason.with(|reason| !reason.trim().is_empty()));
    let tried = RwSignal::new(false);
    let wrong = Signal::derive(move || {
        let wrong = reason.with(|reason| fault_words(text::line(reason, text::LINE_LIMIT)));
        tried.get().then_some(wrong).flatten()
    });
    let keep = move |event: ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        if reason.with_untracked(|reason| text::line(reason, text::LINE_LIMIT).is_err()) {
            return;
        }
        let (parts, reason) = (untrack(|| fields.parts()), reason.get_untracked());
        spawn_local(async move {
            match running.house.amend_note(running.subject, running.id, parts, reason).await {
                Ok(row) => {
                    running.shine();
                    running.refusal.try_set(None);
                    running.row.try_set(row);
                    amending.try_set(false);
                }
                Err(why) => drop(running.refusal.try_set(Some(why))),
            }
        });
    };
    view! {
        <form class="stack wide" novalidate on:submit=keep>
            <FourFields fields/>
            <Field label=words::WHY value=reason wrong/>
            <Refused refusal=running.refusal/>
            <div class="line">
                <button type="submit" class="main">{words::KEEP_AMENDMENT}</button>
                <button type="button" class="plain" on:click=move |_| amending.set(false)>{words::CANCEL}</button>
            </div>
        </form>
    }
}

/// What it said when it was closed and after every change, newest first.
#[component]
fn History(note: NoteRow) -> impl IntoView {
    let entry = |moment: Moment, how: &'static str, why: Option<String>, parts: Parts| {
        view! {
            <li>
                <details>
                    <summary>{[&when::spoken(moment), ", ", how].concat()}</summary>
                    <FourParts parts/>
                </details>
                {why.map(|why| view! { <p>"“"<bdi>{why}</bdi>"”"</p> })}
            </li>
        }
    };
    let closed = note.note.closed.unwrap_or(note.note.begun);
    let later = note
        .amendments
        .into_iter()
        .rev()
        .map(|later| entry(later.made, words::AMENDED, Some(later.reason), later.parts));
    let later = later.collect_view();
    view! {
        <section class="stack">
            <h2>{words::HISTORY}</h2>
            <ol class="history">
                {later}
                {entry(closed, words::CLOSED_ON, None, note.note.parts)}
            </ol>
        </section>
    }
}
