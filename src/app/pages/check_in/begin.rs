//! Beginning a check-in: from a child's page, from the list, or for someone who is here now.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::app::context::house::use_house;
use crate::app::lean::view;
use crate::app::pages::pupils::words;
use crate::app::paths;
use crate::domain::{Level, SubjectId};
use crate::keeper::Refusal;
use crate::keeper::message::Side;

/// Begins a check-in and goes there. A second call before the first has been answered does nothing.
pub fn use_begin(refusal: RwSignal<Option<Refusal>>) -> impl Fn(Option<SubjectId>, Level, NavigateOptions) + Clone {
    let (house, navigate) = (use_house(), use_navigate());
    let busy = StoredValue::new(false);
    move |pupil, level, how| {
        if busy.get_value() {
            return;
        }
        busy.set_value(true);
        let navigate = navigate.clone();
        spawn_local(async move {
            let begun = house.begin_check_in(pupil, level).await;
            busy.try_update_value(|busy| *busy = false);
            match begun {
                Ok(row) => {
                    navigate(&paths::check_in_under_way(row.subject, row.id), how);
                    // Should it not be turned, the page there offers it again.
                    let _ = house.turn(row.subject, None, Side::CheckIn(row.id)).await;
                }
                Err(why) => drop(refusal.try_set(Some(why))),
            }
        });
    }
}

/// The button that begins a check-in with a child.
#[component]
pub fn CheckInButton(
    /// With whom.
    subject: SubjectId,
    /// Their language level.
    level: Level,
    /// Where it is said if it cannot be begun.
    refusal: RwSignal<Option<Refusal>>,
    /// Whether it is the main action of its screen.
    #[prop(optional)]
    main: bool,
    /// The child's name, where several such buttons stand together.
    #[prop(optional)]
    name: Option<String>,
) -> impl IntoView {
    let begin = use_begin(refusal);
    let label = name.map(|name| words::check_in_with(&name));
    view! {
        <button
            type="button"
            class:main=main
            aria-label=label
            on:click=move |_| begin(Some(subject), level, NavigateOptions::default())
        >
            {words::CHECK_IN}
        </button>
    }
}
