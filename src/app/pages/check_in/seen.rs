//! What was chosen by a tap is seen for a moment before the next question comes.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::timer;

use super::plan::Step;
use super::telling::Telling;

/// How long, in milliseconds.
const SEEN: u32 = 450;

/// Goes on from this question once the choice was seen. Called in the component of its screen.
pub fn go_on_once_seen(telling: Telling, step: Step) -> Callback<()> {
    let here = StoredValue::new(());
    Callback::new(move |()| {
        spawn_local(async move {
            timer::sleep(SEEN).await;
            // Only if nobody has left this screen meanwhile, and the choice is kept.
            if here.try_get_value().is_some() && telling.refusal.with_untracked(Option::is_none) {
                telling.go_on(step);
            }
        });
    })
}
