//! After a hard session: what cannot wait, then a minute for the adult, then a note for mending.

mod pause;
pub mod repair;
pub mod words;

use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::components::icon::Icon;
use crate::app::components::in_address::use_in_address;
use crate::app::components::level_choice::{self, LEVEL_QUERY, LevelChoice};
use crate::app::components::print::Print;
use crate::app::components::title::PageTitle;
use crate::app::context::drafts::use_drafts;
use crate::app::context::unsaved::use_unsaved;
use crate::app::lean::{memo, view};
use crate::app::pages::cards::words as cards;
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::content::passages;
use crate::domain::Level;

use pause::Pause;
use repair::{Answers, RepairForm};

/// After a hard session.
#[component]
pub fn After() -> impl IntoView {
    let address = use_in_address();
    let level = memo(move || address.read(LEVEL_QUERY, level_choice::asked_for).unwrap_or(Level::B));
    let answers = use_drafts().field(paths::AFTER.to_owned(), Answers::new);
    use_unsaved().count_while(move || answers.with(|answers| !answers.is_empty()));
    view! {
        <Frame>
            <PageTitle words=words::AFTER/>
            <a class="button plain back no-print" href=paths::CARDS>
                <Icon path=icons::BACK/>
                {cards::CARDS}
            </a>
            <header class="title no-print"><h1>{words::AFTER}</h1></header>
            <div class="notice heed no-print">
                <p><strong>{passages::after().first}</strong></p>
                <a class="button" href=paths::SAFEGUARDING>{words::SAFEGUARDING}</a>
            </div>
            <Pause/>
            <div class="line no-print">
                <LevelChoice level=Signal::derive(move || Some(level.get()))/>
                <Print/>
            </div>
            <p class="small soft no-print">{words::NOT_KEPT}</p>
            <RepairForm level answers/>
        </Frame>
    }
}
