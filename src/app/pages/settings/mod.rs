//! Settings: how this tablet shows things, how the vault is kept, and how it is with what is kept.

mod kept;
pub mod keys;
mod light;
mod preferences;
mod school;
mod words;

use leptos::prelude::*;

use crate::app::components::title::PageTitle;
use crate::app::lean::view;
use crate::app::pages::backup::line::BackupSection;
use crate::app::paths;
use crate::app::shell::frame::Frame;

/// Saves a form. It stays in reach when there is nothing to save, so that the focus is not lost with the last save.
#[component]
fn SaveButton(dirty: Memo<bool>) -> impl IntoView {
    view! { <button aria-disabled=move || (!dirty.get()).then_some("true")>{words::SAVE}</button> }
}

/// Settings.
#[component]
pub fn Settings() -> impl IntoView {
    view! {
        <PageTitle words=words::TITLE/>
        <Frame>
            <header class="title">
                <h1>{words::TITLE}</h1>
            </header>
            <div class="settings">
                <light::Light/>
                <preferences::CoverAndLock/>
                <section>
                    <h2>{keys::TITLE}</h2>
                    <p class="soft">{keys::OVERVIEW_WHAT}</p>
                    <div class="line">
                        <a class="button" href=paths::KEYS>{keys::OVERVIEW_LINK}</a>
                    </div>
                </section>
                <school::SchoolDetails/>
                <BackupSection/>
                <kept::Kept/>
            </div>
        </Frame>
    }
}
