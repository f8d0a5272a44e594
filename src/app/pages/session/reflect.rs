//! Reflect: a line in the child's own words, and what the two decided on together.

use leptos::prelude::*;

use crate::app::lean::{memo, view};
use crate::content::passages;
use crate::domain::Level;
use crate::domain::session::{Boxed, Share};

use super::fields::{SAID, TypedLines};
use super::running::Running;
use super::words;

/// The panel.
#[component]
pub fn Reflect(
    /// The session.
    running: Running,
) -> impl IntoView {
    view! {
        <TypedLines running typed=SAID/>
        <Decided running/>
    }
}

/// Box by box what was decided.
#[component]
fn Decided(running: Running) -> impl IntoView {
    let level = running.row.with_untracked(|row| row.session.level);
    let boxes = memo(move || running.with(|session| session.boxes.clone()));
    view! {
        <h3>{words::BOXES}</h3>
        {move || boxes.with(|boxes| view! { <Boxes level boxes=boxes.clone()/> })}
    }
}

/// Lines under the name of their box; a box that is empty is not shown.
#[component]
pub fn Boxes(
    /// How the boxes are called.
    level: Level,
    /// The lines.
    boxes: Vec<Boxed>,
) -> impl IntoView {
    if boxes.is_empty() {
        return view! { <p class="soft">{words::NO_BOXES}</p> };
    }
    let group = |share: Share| {
        let lines: Vec<_> = boxes.iter().filter(|boxed| boxed.share == share).collect();
        (!lines.is_empty()).then(|| {
            let lines = lines.into_iter().map(|boxed| view! { <li><bdi>{boxed.line.clone()}</bdi></li> });
            view! {
                <dt>{box_name(level, share)}</dt>
                <dd><ul>{lines.collect_view()}</ul></dd>
            }
        })
    };
    let groups = Share::ALL.map(group).into_iter().flatten().collect_view();
    view! { <dl class="facts">{groups}</dl> }
}

/// What stands on a box.
fn box_name(level: Level, share: Share) -> &'static str {
    let boxes = passages::boxes(level);
    match share {
        Share::WithUs => boxes.stays.label,
        Share::Teacher => boxes.teacher.label,
        Share::Meeting => boxes.meeting.label,
    }
}
