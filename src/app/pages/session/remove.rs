//! Removes a session at once; the toast takes it back.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::app::art::icons;
use crate::app::components::icon::Icon;
use crate::app::context::toast::use_toast;
use crate::app::lean::view;
use crate::app::paths;

use super::running::Running;
use super::words;

/// The button.
#[component]
pub fn RemoveButton(
    /// The session.
    running: Running,
) -> impl IntoView {
    let (toast, navigate) = (use_toast(), use_navigate());
    let has_pupil = running.row.with_untracked(|row| row.pupil.is_some());
    let remove = move |_| {
        let navigate = navigate.clone();
        spawn_local(async move {
            match running.house.remove_session(running.subject, running.id).await {
                Ok(()) => {
                    running.shine();
                    toast.removed(words::DELETED);
                    let home = if has_pupil { paths::pupil(running.subject) } else { paths::TODAY.to_owned() };
                    navigate(&home, NavigateOptions { replace: true, ..NavigateOptions::default() });
                }
                Err(why) => drop(running.refusal.try_set(Some(why))),
            }
        });
    };
    view! {
        <button type="button" class="care" on:click=remove>
            <Icon path=icons::TRASH/>
            {words::DELETE}
        </button>
    }
}
