//! Whether the app is on the home screen, and the browser's offer to put it there.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::install::{self, InstallOffer};

/// The handle on the browser's offer.
#[derive(Clone, Copy)]
pub struct Install {
    offered: RwSignal<bool>,
    offer: StoredValue<Rc<InstallOffer>, LocalStorage>,
    standalone: bool,
    ios: bool,
}

/// Waits for the browser's offer and provides the handle; called once, by the app.
pub fn provide_install() {
    let offered = RwSignal::new(false);
    let offer = InstallOffer::watch(move |is_there| offered.set(is_there));
    provide_context(Install {
        offered,
        offer: StoredValue::new_local(Rc::new(offer)),
        standalone: install::is_standalone(),
        ios: install::is_ios(),
    });
}

/// The browser's offer.
pub fn use_install() -> Install {
    expect_context()
}

impl Install {
    /// Whether the app runs in a window of its own.
    pub const fn is_installed(self) -> bool {
        self.standalone
    }

    /// Whether it must be put on the home screen before a vault is made: an iPhone or iPad keeps a tab's data apart, and
    /// not for long.
    pub const fn comes_first(self) -> bool {
        self.ios && !self.standalone
    }

    /// Whether the browser would ask now.
    pub fn is_offered(self) -> bool {
        self.offered.get() && !self.standalone
    }

    /// Lets the browser ask. Called from a tap; one offer asks once.
    pub fn ask(self) {
        let Some(offer) = self.offer.try_get_value() else { return };
        spawn_local(async move {
            offer.ask().await;
            self.offered.set(false);
        });
    }
}
