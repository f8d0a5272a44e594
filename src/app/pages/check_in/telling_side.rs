//! A child's check-in: shows the step that it is at.

use leptos::prelude::*;

use crate::app::lean::view;
use crate::app::pages::child::Handle;
use crate::keeper::message::Side;

use super::body::{BodyScreen, SensationScreen};
use super::done::{DoneScreen, ThanksScreen};
use super::drawing::DrawingScreen;
use super::feeling::own_word::OwnWordScreen;
use super::feeling::screen::FeelingScreen;
use super::help::HelpScreen;
use super::other_way::{OtherWayScreen, PictureScreen};
use super::plan::Step;
use super::size::SizeScreen;
use super::telling::Telling;

/// The questions. At every step a reload takes them up again from what the keeper has.
#[component]
pub fn CheckInSide(
    /// The child\'s side.
    handle: Handle,
) -> impl IntoView {
    let found = handle.view.with_untracked(|view| match (view.side, &view.check_in) {
        (Side::CheckIn(id), Some(check_in)) => Some(Telling::take_up(view, id, check_in)),
        _ => None,
    });
    let Some(telling) = found else { return ().into_any() };
    let tile = handle.tile();
    (move || {
        let tile = tile.clone();
        if telling.finished.get() {
            return view! { <ThanksScreen telling tile handle/> };
        }
        match telling.step.get() {
            Step::Feeling => view! { <FeelingScreen telling tile/> },
            Step::OwnWord => view! { <OwnWordScreen telling tile/> },
            Step::OtherWay => view! { <OtherWayScreen telling tile/> },
            Step::Picture(way) => view! { <PictureScreen telling tile way/> },
            Step::Drawing => view! { <DrawingScreen telling tile/> },
            Step::Size => view! { <SizeScreen telling tile/> },
            Step::Help => view! { <HelpScreen telling tile/> },
            Step::Body => view! { <BodyScreen telling tile/> },
            Step::Sensation => view! { <SensationScreen telling tile/> },
            Step::Done => view! { <DoneScreen telling tile/> },
        }
    })
    .into_any()
}
