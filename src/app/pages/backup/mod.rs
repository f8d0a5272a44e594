//! Backups: how it is with them, making one, and the ways to checking a file and bringing one in.

pub mod bring_in;
mod file_form;
pub mod hand_over;
mod keys;
pub mod line;
mod make;
pub mod older;
pub mod versions;
pub mod words;

use leptos::prelude::*;

use crate::app::components::back::Back;
use crate::app::components::loaded::{asked, loaded};
use crate::app::components::title::PageTitle;
use crate::app::context::house::use_house;
use crate::app::lean::view;
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::keeper::exchange::Extent;
use crate::keeper::message::BackupAsk;

use keys::Keys;
use line::{StateNotice, unless_demo};
use make::MakeFile;

/// Backups.
#[component]
pub fn BackupPage() -> impl IntoView {
    let house = use_house();
    let body = unless_demo(house, || {
        let state = asked(move || house.backup_state(BackupAsk::State));
        view! {
            <p>{words::WHY}</p>
            {loaded(state, move |shown| {
                let has_code = shown.recipient.is_some();
                view! {
                    <StateNotice state=shown.clone()/>
                    <section class="stack">
                        <h2>{words::MAKE}</h2>
                        <MakeFile extent=Extent::Vault has_code/>
                    </section>
                    <section class="stack">
                        <h2>{words::CHECK}</h2>
                        <p>{words::CHECK_WHAT}</p>
                        <div class="line"><a class="button" href=paths::CHECK_BACKUP>{words::CHECK}</a></div>
                    </section>
                    <section class="stack">
                        <h2>{words::BRING_IN}</h2>
                        <p>{words::BRING_IN_WHAT}</p>
                        <div class="line"><a class="button" href=paths::BRING_IN>{words::BRING_IN}</a></div>
                    </section>
                    <Keys state=shown changed=Callback::new(move |()| state.refetch())/>
                }
            })}
        }
    });
    view! {
        <PageTitle words=words::BACKUP/>
        <Frame>
            <Back to=paths::SETTINGS words=words::SETTINGS/>
            <header class="title"><h1>{words::BACKUP}</h1></header>
            <div class="settings">{body}</div>
        </Frame>
    }
}
