//! The feeling's screen.

use leptos::prelude::*;

use crate::app::lean::view;

use super::super::plan::Step;
use super::super::screen::{NextButton, Passes, Screen, Tile};
use super::super::telling::Telling;
use super::super::words;
use super::browse::AllWords;
use super::chips::{LevelSwitch, NearWords};
use super::lantern::Lantern;
use super::pad::Pad;

/// How is it inside?
#[component]
pub fn FeelingScreen(telling: Telling, tile: Tile) -> impl IntoView {
    let lantern = Lantern::of(telling);
    let browsing = RwSignal::new(false);
    let aloud = Signal::derive(move || {
        let near: Vec<_> = lantern.offered().iter().map(|word| word.word).collect();
        [words::HOW_IS_IT, words::ONE_OF_THESE, &near.join(", "), words::DONT_KNOW, words::PASS].join(". ")
    });
    let footer = move || {
        view! {
            <Passes telling step=Step::Feeling/>
            <LevelSwitch telling/>
            <NextButton telling step=Step::Feeling/>
        }
    };
    view! {
        <Screen telling tile step=Step::Feeling question=words::HOW_IS_IT.to_owned() aloud footer>
            <div class="feel">
                <Pad telling lantern/>
                <NearWords telling lantern browsing/>
            </div>
            <AllWords telling lantern browsing/>
        </Screen>
    }
}
