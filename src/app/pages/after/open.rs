//! Notes for mending that wait, on a child's page.

use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::components::icon::Icon;
use crate::app::components::when;
use crate::app::lean::view;
use crate::app::paths;
use crate::domain::session::Repair;
use crate::domain::{RecordId, SubjectId};

use super::words;

/// What is still to be put right; each leads to where it is read whole and put away. Nothing where nothing waits.
#[component]
pub fn OpenRepairs(
    /// With whom.
    subject: SubjectId,
    /// All notes.
    repairs: Vec<(RecordId, Repair)>,
) -> impl IntoView {
    let open = repairs.into_iter().filter(|(_, note)| note.done.is_none()).map(|(_, note)| {
        let first = note.thoughts.into_iter().next().map(|thought| view! { <p dir="auto">{thought.words}</p> });
        view! {
            <li>
                <span class="grow">
                    <a href=paths::begin_session(subject)>{words::written(&when::in_a_sentence(note.made))}</a>
                    {first}
                </span>
                <Icon path=icons::NEXT/>
            </li>
        }
    });
    let open: Vec<_> = open.collect();
    (!open.is_empty()).then(|| {
        view! {
            <section class="stack">
                <h2>{words::TO_MEND}</h2>
                <ul class="rows">{open.collect_view()}</ul>
            </section>
        }
    })
}
