//! A child's check-in: loads it once, and shows the step in the address.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::app::address::step_word;
use crate::app::components::loaded::asked;
use crate::app::components::refused::Refused;
use crate::app::components::title::PageTitle;
use crate::app::context::house::{House, use_house};
use crate::app::lean::{effect, memo, view};
use crate::app::paths;
use crate::app::shell::frame::Frame;
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
use super::words;

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
    let show = move |(row, tile): (CheckInRow, Tile)| {
        let telling = Telling::take_up(&row);
        // The end stands at its own address; at another, an adult has come back to what is over.
        let is_over = row.check_in.is_finished() && path.with_untracked(|path| step_word(path) != Step::Done.word());
        effect(move || {
            if is_over {
                telling.go_home();
            }
        });
        let check_in = StoredValue::new(row.check_in);
        let step = memo(move || {
            let finished = telling.finished.get();
            path.with(|path| {
                if finished { Step::Done } else { check_in.with_value(|kept| plan::shown(step_word(path), kept)) }
            })
        });
        move || {
            let tile = tile.clone();
            match step.get() {
                Step::Done if telling.finished.get() => view! { <ThanksScreen telling tile/> },
                Step::Feeling => view! { <FeelingScreen telling tile/> },
                Step::OwnWord => view! { <OwnWordScreen telling tile/> },
                Step::Size => view! { <SizeScreen telling tile/> },
                Step::Body => view! { <BodyScreen telling tile/> },
                Step::Sensation => view! { <SensationScreen telling tile/> },
                Step::Done => view! { <DoneScreen telling tile/> },
            }
        }
    };
    move || {
        row.get().map(|answer| match answer {
            Ok(found) => show(found).into_any(),
            Err(refusal) => view! { <Lost refusal/> },
        })
    }
}

/// There is no such check-in, or it cannot be read: for the adult, with a way on.
#[component]
fn Lost(refusal: Refusal) -> impl IntoView {
    view! {
        <Frame>
            <PageTitle words=words::adult::CHECK_IN/>
            <header class="title"><h1>{words::adult::CHECK_IN}</h1></header>
            <Refused refusal=Signal::stored(Some(refusal))/>
            <div class="line"><a class="button main" href=paths::TODAY>{words::adult::TODAY}</a></div>
        </Frame>
    }
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
