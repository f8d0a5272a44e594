//! Beginnings, gaps and endings: first words, days away, the last sessions, goodbye. For the adult, and for paper.

mod blanks;
mod filled;
mod paper;
mod part;
pub mod words;

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::app::address::part_word;
use crate::app::components::avatar::Avatar;
use crate::app::components::back::Back;
use crate::app::components::in_address::use_in_address;
use crate::app::components::level_choice::{self, LevelChoice};
use crate::app::components::loaded::loaded;
use crate::app::components::print::Print;
use crate::app::components::title::PageTitle;
use crate::app::lean::{memo, view};
use crate::app::pages::cards::words as cards;
use crate::app::pages::pupils::in_address::pupil_in_address;
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::domain::Level;
use crate::keeper::message::PupilRow;

use filled::{FillIn, Filled};
use paper::Paper;
use part::Part;

/// Beginnings and endings, for one child if the address names one.
#[component]
pub fn Beginnings() -> impl IntoView {
    let read = pupil_in_address();
    view! {
        <Frame>
            <PageTitle words=words::BEGINNINGS/>
            <Back to=paths::CARDS words=cards::CARDS/>
            {loaded(read, |row| view! { <Book row/> })}
        </Frame>
    }
}

#[component]
fn Book(row: Option<PupilRow>) -> impl IntoView {
    let path = use_location().pathname;
    let (subject, pupil) = match row {
        Some(row) => (row.subject.to_string(), Some(row.pupil)),
        None => (String::new(), None),
    };
    let usual = pupil.as_ref().map_or(Level::B, |pupil| pupil.level);
    let asked_for = level_choice::in_the_address();
    let level = memo(move || asked_for.get().unwrap_or(usual));
    let part = memo(move || path.with(|path| Part::of(part_word(path))));
    let texts = memo(move || part.get().texts(level.get()));
    let filled = Filled::keep(&subject, pupil.as_ref().map(|pupil| pupil.name.clone()));
    let tile = pupil.clone().map(|pupil| view! { <Avatar animal=pupil.animal colour=pupil.colour/> });
    view! {
        <header class="title no-print">
            {tile}
            <h1>{words::BEGINNINGS}</h1>
        </header>
        <Parts part/>
        <p class="no-print">{move || words::note(part.get())}</p>
        <div class="line no-print">
            <LevelChoice level=Signal::derive(move || Some(level.get()))/>
            <Print/>
        </div>
        <div class="filling">
            <FillIn filled texts/>
            {move || view! { <Paper part=part.get() level=level.get() filled pupil=pupil.clone()/> }}
        </div>
    }
}

#[component]
fn Parts(part: Memo<Part>) -> impl IntoView {
    let address = use_in_address();
    let link = move |other: Part| {
        view! {
            <a
                class="button"
                href=move || [paths::beginnings(other.word()), address.all()].concat()
                aria-current=move || (part.get() == other).then_some("page")
            >
                {words::part(other)}
            </a>
        }
    };
    view! { <nav class="parts no-print" aria-label=words::PARTS>{Part::ALL.map(link).collect_view()}</nav> }
}
