//! A child's check-in: loads it once, and shows the step in the address.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::app::address::step_word;
use crate::app::components::loaded::{asked, loaded};
use crate::app::context::house::{House, use_house};
use crate::domain::{RecordId, SubjectId};
use crate::keeper::Refusal;
use crate::keeper::message::CheckInRow;

use super::body::{BodyScreen, SensationScreen};
use super::done::{DoneScreen, ThanksScreen};
use super::feeling::own_word::OwnWordScreen;
use super::feeling::screen::FeelingScreen;
use super::plan::{self, Step};
use super::screen::Tile;
use super::size::SizeScreen;
use super::telling::Telling;

/// A check-in under way. At every step a reload takes it up again from what the keeper has.
#[component]
pub fn CheckInFlow(
    /// Whose.
    subject: SubjectId,
    /// Which.
    id: RecordId,
) -> impl IntoView {
    let (house, path) = (use_house(), use_location().pathname);
    let row = asked(move || take_up(house, subject, id));
    loaded(row, move |(row, tile)| {
        let telling = Telling::take_up(&row);
        let check_in = StoredValue::new(row.check_in);
        let step = Memo::new(move |_| {
            let finished = telling.finished.get();
            path.with(|path| {
                if finished { Step::Done } else { check_in.with_value(|kept| plan::shown(step_word(path), kept)) }
            })
        });
        move || {
            let tile = tile.clone();
            match step.get() {
                Step::Done if telling.finished.get() => view! { <ThanksScreen telling tile/> }.into_any(),
                Step::Feeling => view! { <FeelingScreen telling tile/> }.into_any(),
                Step::OwnWord => view! { <OwnWordScreen telling tile/> }.into_any(),
                Step::Size => view! { <SizeScreen telling tile/> }.into_any(),
                Step::Body => view! { <BodyScreen telling tile/> }.into_any(),
                Step::Sensation => view! { <SensationScreen telling tile/> }.into_any(),
                Step::Done => view! { <DoneScreen telling tile/> }.into_any(),
            }
        }
    })
}

async fn take_up(house: House, subject: SubjectId, id: RecordId) -> Result<(CheckInRow, Tile), Refusal> {
    let row = house.check_in(subject, id).await?;
    let tile = if row.attached {
        let pupil = house.pupil_page(subject).await?.row.pupil;
        Tile::Animal { animal: pupil.animal, colour: pupil.colour }
    } else {
        Tile::Lantern
    };
    Ok((row, tile))
}
