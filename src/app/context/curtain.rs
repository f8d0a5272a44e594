//! The curtain goes up only when the page knows how the vault stands: it may have been locked while nobody looked.

use leptos::task::spawn_local;

use crate::keeper::Refusal;
use crate::platform::curtain;
use crate::platform::listener::Listener;
use crate::platform::timer;

use super::house::House;

/// How long a keeper may take to say how the vault stands, in milliseconds; making a key takes a few seconds.
const PATIENCE: u32 = 12_000;

/// Watches for as long as the listeners are kept.
#[must_use = "the curtain stays down when the listeners are dropped"]
pub fn watch(house: House) -> Vec<Listener> {
    let look = move || {
        spawn_local(async move {
            if timer::within(PATIENCE, house.learn_again()).await.is_none() {
                // It was frozen or has died without a word: nothing that it kept may be shown.
                house.despair(Refusal::Gone);
            }
            curtain::lift();
        });
    };
    // The page may have come back while one program of it made way for the next.
    if curtain::is_drawn() {
        look();
    }
    curtain::on_coming_back(look)
}
