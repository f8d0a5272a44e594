//! The lamp's glow: the answer to a saved tap.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::timer;

/// How long the lamp glows, in milliseconds.
const MOMENT: u32 = 1_200;

/// The handle on the lamp.
#[derive(Clone, Copy)]
pub struct Glow {
    /// How many saves are being shown.
    shining: RwSignal<u32>,
}

/// Provides the lamp; called once, by the app.
pub fn provide_glow() {
    provide_context(Glow { shining: RwSignal::new(0) });
}

/// The lamp.
pub fn use_glow() -> Glow {
    expect_context()
}

impl Glow {
    /// Something was saved: glow for a moment.
    pub fn shine(self) {
        self.shining.update(|shining| *shining += 1);
        spawn_local(async move {
            timer::sleep(MOMENT).await;
            self.shining.update(|shining| *shining = shining.saturating_sub(1));
        });
    }

    /// Whether it glows now.
    pub fn is_shining(self) -> bool {
        self.shining.get() > 0
    }
}
