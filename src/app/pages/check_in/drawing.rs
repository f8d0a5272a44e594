//! Drawing it with a finger. It is kept stroke by stroke, as the child's own picture.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::drawing::Sheet;
use crate::app::lean::view;
use crate::domain::Stroke;

use super::plan::Step;
use super::screen::{BackButton, NextButton, Screen, Tile, WaysPast};
use super::telling::Telling;
use super::words;

/// A sheet, ten colours, and the last stroke taken back.
#[component]
pub fn DrawingScreen(telling: Telling, tile: Tile) -> impl IntoView {
    let strokes = RwSignal::new(Vec::<Stroke>::new());
    spawn_local(async move {
        // Whoever was quicker than the keeper draws on.
        if let Ok(before) = telling.drawn_before().await
            && strokes.try_with_untracked(Vec::is_empty) == Some(true)
        {
            strokes.try_set(before);
        }
    });
    let keep = Callback::new(move |()| {
        let drawn = strokes.get_untracked();
        if !drawn.is_empty() {
            telling.draw(drawn);
        }
    });
    let footer = move || {
        view! {
            <BackButton telling step=Step::Drawing/>
            <WaysPast telling step=Step::Drawing/>
            <NextButton telling step=Step::Drawing/>
        }
    };
    view! {
        <Screen
            telling
            tile
            step=Step::Drawing
            question=words::DRAW_IT_HOW_YOU_LIKE.to_owned()
            aloud=words::DRAW_IT_HOW_YOU_LIKE.to_owned()
            footer
        >
            <Sheet strokes keep/>
        </Screen>
    }
}
