//! The sixty-second note: four fields, half of them written from what was tapped, saved as they are typed.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::field::new_id;
use crate::app::components::loaded::{asked, loaded};
use crate::app::components::refused::Refused;
use crate::app::components::title::PageTitle;
use crate::app::context::as_typed::use_as_typed;
use crate::app::context::drafts::use_drafts;
use crate::app::context::house::use_house;
use crate::app::context::unsaved::use_unsaved;
use crate::app::lean::{memo, view};
use crate::app::pages::pupils::person::SmallTile;
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::content::safeguarding;
use crate::domain::session::Parts;
use crate::domain::{RecordId, SubjectId};
use crate::keeper::message::SessionRow;

use super::foot::ConcernLink;
use super::lines::BackToSession;
use super::note_closed::ClosedNote;
use super::remove::RemoveButton;
use super::running::Running;
use super::{sentences, summary, words};

/// The page.
#[component]
pub fn NotePage(
    /// Whose session.
    subject: SubjectId,
    /// Which.
    id: RecordId,
) -> impl IntoView {
    let house = use_house();
    let read = asked(move || house.session(subject, id));
    view! {
        <Frame>
            <PageTitle words=words::NOTE/>
            <BackToSession subject id/>
            {loaded(read, |row| view! { <Note row/> })}
        </Frame>
    }
}

#[component]
fn Note(row: SessionRow) -> impl IntoView {
    let running = Running::take_up(row);
    let closed = memo(move || running.row.with(SessionRow::is_closed));
    let row = running.row.get_untracked();
    if !row.session.is_ended() {
        return view! { <p class="notice">{words::UNDER_WAY}</p> };
    }
    view! {
        <header class="title">
            {row.pupil.map(|pupil| view! { <SmallTile pupil/> })}
            <h1>{words::NOTE}</h1>
            <p>{summary::in_a_line(&row.session)}</p>
        </header>
        {move || if closed.get() {
            view! { <ClosedNote running/> }
        } else {
            view! { <OpenNote running/> }
        }}
    }
}

/// The four fields while they are typed.
#[derive(Clone, Copy)]
pub struct Fields {
    happened: RwSignal<String>,
    own_words: RwSignal<String>,
    thinking: RwSignal<String>,
    next: RwSignal<String>,
}

impl Fields {
    /// What they begin with, or what was typed when the cover came. Called in a component.
    pub fn of(key: &str, parts: &Parts) -> Self {
        let drafts = use_drafts();
        let field = |name: &str, text: &String| drafts.field([key, "#", name].concat(), || text.clone());
        Self {
            happened: field("happened", &parts.happened),
            own_words: field("own", &parts.own_words),
            thinking: field("thinking", &parts.thinking),
            next: field("next", &parts.next),
        }
    }

    /// As they are typed; followed.
    pub fn parts(self) -> Parts {
        Parts {
            happened: self.happened.get(),
            own_words: self.own_words.get(),
            thinking: self.thinking.get(),
            next: self.next.get(),
        }
    }

    /// The same where the page may be gone by now.
    fn parts_still_there(self) -> Option<Parts> {
        Some(Parts {
            happened: self.happened.try_get_untracked()?,
            own_words: self.own_words.try_get_untracked()?,
            thinking: self.thinking.try_get_untracked()?,
            next: self.next.try_get_untracked()?,
        })
    }
}

/// The four fields on the page.
#[component]
pub fn FourFields(
    /// What is typed.
    fields: Fields,
) -> impl IntoView {
    let field = |label: &'static str, hint: &'static str, value: RwSignal<String>, rows: &'static str| {
        let id = new_id();
        let hint_id = [&id, "h"].concat();
        view! {
            <div class="field">
                <label for=id.clone()>{label}</label>
                <p class="hint" id=hint_id.clone()>{hint}</p>
                <textarea id=id rows=rows dir="auto" autocomplete="off" spellcheck="false" aria-describedby=hint_id bind:value=value/>
            </div>
        }
    };
    view! {
        <div class="four">
            {field(words::HAPPENED, words::HAPPENED_HINT, fields.happened, "6")}
            {field(words::OWN_WORDS, words::OWN_WORDS_HINT, fields.own_words, "6")}
            {field(words::THINKING, words::THINKING_HINT, fields.thinking, "3")}
            {field(words::NEXT, words::NEXT_HINT, fields.next, "3")}
        </div>
    }
}

#[component]
fn OpenNote(running: Running) -> impl IntoView {
    let begun = running
        .row
        .with_untracked(|row| row.note.as_ref().map_or_else(|| sentences::draft(row), |note| note.parts().clone()));
    let fields = Fields::of(&running.part(paths::NOTE), &begun);
    let kept = RwSignal::new(begun.clone());
    let dirty = memo(move || kept.with(|kept| fields.parts() != *kept));
    use_unsaved().count_while(move || dirty.get());
    // What the keeper was asked to keep last, unless it refused.
    let sent = StoredValue::new(Some(begun));
    let send = move |parts: Parts, close: bool| {
        sent.try_set_value(Some(parts.clone()));
        let answer = running.house.keep_note(running.subject, running.id, parts.clone(), close);
        spawn_local(async move {
            match answer.await {
                Ok(row) => {
                    running.shine();
                    running.refusal.try_set(None);
                    running.row.try_set(row);
                    kept.try_set(parts);
                }
                Err(why) => {
                    running.refusal.try_set(Some(why));
                    sent.try_update_value(|sent| drop(sent.take_if(|sent| *sent == parts)));
                }
            }
        });
    };
    let is_unsent = move |parts: &Parts| sent.try_with_value(|sent| sent.as_ref() != Some(parts)) == Some(true);
    use_as_typed().keep(
        move || is_unsent(&fields.parts()),
        move || {
            let closed = running.row.try_with_untracked(SessionRow::is_closed);
            if let Some(parts) = fields.parts_still_there().filter(|parts| closed == Some(false) && is_unsent(parts)) {
                send(parts, false);
            }
        },
    );
    let close = move |_| {
        if let Some(parts) = fields.parts_still_there() {
            send(parts, true);
        }
    };
    view! {
        <p class="soft">{words::NOTE_WHAT}</p>
        <FourFields fields/>
        <p class="small soft">{safeguarding::page().concern_elsewhere}</p>
        <div class="line"><RemoveButton running/></div>
        <footer class="foot">
            <Refused refusal=running.refusal/>
            <div class="line">
                <button type="button" class="main" on:click=close>{words::CLOSE_NOTE}</button>
                <a class="button" href=paths::TODAY>{words::LATER}</a>
                <ConcernLink running/>
            </div>
        </footer>
    }
}
