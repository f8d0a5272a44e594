//! The lantern that is left on: what a child sees while something else is done. It burns down with the session.

use leptos::prelude::*;

use crate::app::art::face::Mood;
use crate::app::components::face::Face;
use crate::app::lean::view;
use crate::content::room;
use crate::domain::session::Burn;
use crate::platform::clock;
use crate::platform::timer;

use super::Handle;
use super::screen::ChildScreen;
use super::words;

/// How often the lantern is looked at, in milliseconds.
const LOOK: u32 = 15_000;

/// The lantern.
#[component]
pub fn RestSide(
    /// The child\'s side.
    handle: Handle,
) -> impl IntoView {
    let level = handle.level();
    let now = RwSignal::new(clock::now());
    let _looking = StoredValue::new_local(timer::every(LOOK, move || {
        now.try_set(clock::now());
    }));
    let burn = move || handle.of_session(|session| session.burn(now.get()));
    let (here, then) = untrack(|| {
        handle.of_session(|session| (session.course.here(), session.course.ahead().next())).unwrap_or_default()
    });
    let question = here.and_then(|stage| room::stage(stage.key())).map_or("", |stage| stage.for_child.at(level));
    let below = move || match burn() {
        Some(Burn { is_soon: true, .. }) => words::soon(then, level),
        Some(Burn { is_over: true, .. }) => words::TIME_IS_NEARLY_UP.to_owned(),
        _ => String::new(),
    };
    let aloud = Signal::derive(move || [question, &below()].join(" "));
    let mood = Signal::derive(move || {
        // Quieter as it burns down; it never looks worried about it.
        let left = burn().map_or(500, |burn| burn.left);
        Mood { pleasantness: 45, energy: i16::try_from(left / 12).unwrap_or(0) - 70, brow: 0 }
    });
    view! {
        <ChildScreen
            tile=handle.tile()
            level=Signal::stored(level)
            refusal=handle.refusal
            question=question.to_owned()
            aloud
            footer=|| ()
        >
            <div class="more">
                <Face mood/>
                <p class="lead" role="status">{below}</p>
            </div>
        </ChildScreen>
    }
}
