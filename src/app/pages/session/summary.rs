//! A session that is over, in a few facts, with the way to its note.

use leptos::prelude::*;

use crate::app::components::refused::Refused;
use crate::app::components::when;
use crate::app::lean::view;
use crate::app::paths;
use crate::domain::session::{Session, minutes_of};
use crate::platform::dates;

use super::foot::ConcernLink;
use super::reflect::Boxes;
use super::remove::RemoveButton;
use super::running::Running;
use super::{sentences, words};

/// Whole minutes really delivered; of one that is not over, none yet.
pub fn minutes(session: &Session) -> u32 {
    session.ended.map_or(0, |ended| minutes_of(session.delivered_millis(ended)))
}

/// "28 minutes · Clay or dough, Drawing".
pub fn in_a_line(session: &Session) -> String {
    let done = sentences::done(session).join(", ");
    let minutes = words::minutes(minutes(session));
    if done.is_empty() { minutes } else { [&minutes, " · ", &done].concat() }
}

/// The page of a session that is over.
#[component]
pub fn Summary(
    /// The session.
    running: Running,
) -> impl IntoView {
    let row = running.row.get_untracked();
    let session = &row.session;
    let begun = [when::full_day(session.started), dates::time(session.started)].join(", ");
    let (word, class) = if row.is_closed() { (words::READ_NOTE, "") } else { (words::WRITE_NOTE, "main") };
    view! {
        <section class="card">
            <h2>{words::OVER}</h2>
            <p class="soft">{begun}</p>
            <p>{in_a_line(session)}</p>
            <Boxes level=session.level boxes=session.boxes.clone()/>
            <div class="line">
                <a class=["button ", class].concat() href=running.part(paths::NOTE)>{word}</a>
                <a class="button" href=running.part(paths::LINES)>{words::LINES}</a>
                <ConcernLink running/>
            </div>
            <Refused refusal=running.refusal/>
        </section>
        <div class="line"><RemoveButton running/></div>
    }
}
