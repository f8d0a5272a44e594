//! Passing on a concern: whom to tell, how to ask, the time, a text for the school's own system. Kept are only when, the
//! role and the outside reference.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::{ev, html};

use crate::app::art::icons;
use crate::app::components::field::{Field, fault_words};
use crate::app::components::icon::Icon;
use crate::app::components::loaded::{asked, loaded};
use crate::app::components::refused::Refused;
use crate::app::components::title::PageTitle;
use crate::app::components::when;
use crate::app::context::drafts::use_drafts;
use crate::app::context::house::use_house;
use crate::app::context::unsaved::use_unsaved;
use crate::app::lean::view;
use crate::app::pages::safeguarding::school::AtOurSchool;
use crate::app::shell::frame::Frame;
use crate::domain::session::ConcernPointer;
use crate::domain::{Moment, RecordId, SubjectId, text};
use crate::keeper::message::SessionRow;
use crate::platform::{clipboard, clock, dates};

use super::lines::{BackToSession, Ted};
use super::running::Running;
use super::words;

/// The page. The time is taken when it is opened, and comes back with it from under the cover.
#[component]
pub fn ConcernPage(
    /// Whose session.
    subject: SubjectId,
    /// Which.
    id: RecordId,
) -> impl IntoView {
    let house = use_house();
    let read = asked(move || house.session(subject, id));
    view! {
        <Frame>
            <PageTitle words=words::PASS_ON/>
            <BackToSession subject id/>
            <header class="title"><h1>{words::PASS_ON}</h1></header>
            {loaded(read, |row| view! { <Pointer row/> })}
        </Frame>
    }
}

#[component]
fn Pointer(row: SessionRow) -> impl IntoView {
    let running = Running::take_up(row);
    let key = running.part("concern#told");
    let opened = use_drafts().field(key, clock::now).get_untracked();
    let kept = RwSignal::new(None::<ConcernPointer>);
    view! {
        <p class="notice heed"><span><strong>{words::TELL_NOW}</strong></span></p>
        <p class="soft">{words::opened_at(&when::full_day(opened), &dates::time(opened))}</p>
        <div class="beside">
            <AtOurSchool/>
            <section class="card"><Ted/></section>
        </div>
        <CopyText opened/>
        {move || match kept.get() {
            Some(pointer) => view! { <Kept pointer/> },
            None => view! { <Form running opened kept/> },
        }}
    }
}

/// What is copied: a form to fill in elsewhere. No name stands in it.
fn template(day: &str, time: &str) -> String {
    let place = ["Date: ", day, "\nTime: ", time, "\nPlace: \nWho else was there: \n"].concat();
    let words = "In the child’s words: “ ”\nWhat I said: \nWhat I saw and heard: \nWhat I think (my opinion): \n";
    [&place, words, "Whom I told, and when: \n"].concat()
}

#[component]
fn CopyText(opened: Moment) -> impl IntoView {
    let text = template(&when::full_day(opened), &dates::time(opened));
    let field = NodeRef::<html::Textarea>::new();
    let said = RwSignal::new(None::<&'static str>);
    let copied = text.clone();
    let copy = move |_| {
        let text = copied.clone();
        spawn_local(async move {
            if clipboard::copy(&text).await {
                said.try_set(Some(words::COPIED));
                return;
            }
            if let Some(field) = field.get_untracked() {
                // What cannot take the focus is still there to be selected by hand.
                let _ = field.focus();
                field.select();
            }
            said.try_set(Some(words::SELECTED));
        });
    };
    view! {
        <section class="stack">
            <h2>{words::FOR_THE_SCHOOLS_SYSTEM}</h2>
            <p class="soft">{words::NOT_KEPT_HERE}</p>
            <textarea class="template" readonly rows="9" aria-label=words::TEMPLATE node_ref=field prop:value=text/>
            <div class="line">
                <button type="button" on:click=copy>
                    <Icon path=icons::COPY/>
                    {words::COPY}
                </button>
                <p role="status">{move || said.get()}</p>
            </div>
        </section>
    }
}

#[component]
fn Form(running: Running, opened: Moment, kept: RwSignal<Option<ConcernPointer>>) -> impl IntoView {
    let drafts = use_drafts();
    let role = drafts.field(running.part("concern#role"), || words::ROLES[0].to_owned());
    let reference = drafts.field(running.part("concern#reference"), String::new);
    use_unsaved().count_while(move || reference.with(|reference| !reference.trim().is_empty()));
    let tried = RwSignal::new(false);
    let wrong_role = Signal::derive(move || {
        let wrong = role.with(|role| fault_words(text::line(role, text::NAME_LIMIT)));
        tried.get().then_some(wrong).flatten()
    });
    let wrong_reference = Signal::derive(move || {
        reference.with(|reference| fault_words(text::optional_line(reference, text::NAME_LIMIT)))
    });
    let chips = words::ROLES.map(|name| {
        let pressed = move || role.with(|role| role == name).to_string();
        view! {
            <button type="button" aria-pressed=pressed on:click=move |_| role.set(name.to_owned())>{name}</button>
        }
    });
    let keep = move |event: ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let told = Some(reference.get_untracked()).filter(|reference| !reference.trim().is_empty());
        let pointer = ConcernPointer { told: opened, role: role.get_untracked(), reference: told };
        // What is wrong is said at its field.
        let Ok(pointer) = pointer.checked() else { return };
        spawn_local(async move {
            match running.house.pass_on(running.subject, running.id, pointer.clone()).await {
                Ok(row) => {
                    running.shine();
                    running.refusal.try_set(None);
                    running.row.try_set(row);
                    kept.try_set(Some(pointer));
                }
                Err(why) => drop(running.refusal.try_set(Some(why))),
            }
        });
    };
    view! {
        <form class="stack" novalidate on:submit=keep>
            <h2>{words::WHEN_TOLD}</h2>
            <p class="soft">{words::ONLY_THIS}</p>
            <div class="line">{chips.collect_view()}</div>
            <div class="beside">
                <Field label=words::ROLE hint=words::ROLE_HINT value=role wrong=wrong_role/>
                <Field label=words::REFERENCE hint=words::REFERENCE_HINT value=reference wrong=wrong_reference/>
            </div>
            <Refused refusal=running.refusal/>
            <button type="submit" class="main">{words::KEEP_POINTER}</button>
        </form>
    }
}

#[component]
fn Kept(pointer: ConcernPointer) -> impl IntoView {
    view! { <p class="notice done" role="status">{["Kept: ", &in_a_line(&pointer), "."].concat()}</p> }
}

/// "26 November 2026, 10:42 · DSL · C-118".
pub fn in_a_line(pointer: &ConcernPointer) -> String {
    let told = dates::day_and_time(pointer.told);
    let parts = [Some(told.as_str()), Some(pointer.role.as_str()), pointer.reference.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::template;

    #[test]
    fn the_text_to_copy_has_the_time_and_leaves_everything_else_blank() {
        let text = template("Thursday 26 November 2026", "10:42");
        let filled: Vec<_> = text.lines().filter(|line| !line.trim_end().ends_with([':', '”'])).collect();
        assert_eq!(filled, ["Date: Thursday 26 November 2026", "Time: 10:42"]);
    }
}
