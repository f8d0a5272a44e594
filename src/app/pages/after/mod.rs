//! After a hard session: what cannot wait, then a minute for the adult, then a note for mending.

mod note;
pub mod open;
mod pause;
pub mod repair;
pub mod words;

use leptos::prelude::*;

use crate::app::components::back::Back;
use crate::app::components::loaded::loaded;
use crate::app::components::title::PageTitle;
use crate::app::context::drafts::use_drafts;
use crate::app::context::unsaved::use_unsaved;
use crate::app::lean::view;
use crate::app::pages::cards::words as cards;
use crate::app::pages::pupils::in_address::pupil_in_address;
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::content::passages;

use note::Note;
use pause::Pause;
use repair::Answers;

/// After a hard session, with one child if the address names one.
#[component]
pub fn After() -> impl IntoView {
    let child = pupil_in_address();
    // Written before the child was chosen, it is still there.
    let answers = use_drafts().field(paths::AFTER.to_owned(), Answers::new);
    use_unsaved().count_while(move || answers.with(|answers| !answers.is_empty()));
    view! {
        <Frame>
            <PageTitle words=words::AFTER/>
            <Back to=paths::CARDS words=cards::CARDS/>
            <header class="title no-print"><h1>{words::AFTER}</h1></header>
            <div class="notice heed no-print">
                <p><strong>{passages::after().first}</strong></p>
                <a class="button" href=paths::SAFEGUARDING>{words::SAFEGUARDING}</a>
            </div>
            <Pause/>
            {loaded(child, move |child| view! { <Note child answers/> })}
        </Frame>
    }
}
