//! A newer version of the app: known when it is there, brought in when a person agrees and nothing is unsaved.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::service_worker::{Installed, News};

use super::unsaved::{Unsaved, use_unsaved};

/// The handle on the app's own copy on this device.
#[derive(Clone, Copy)]
pub struct Update {
    news: RwSignal<Option<News>>,
    put_off: RwSignal<bool>,
    installed: StoredValue<Option<Installed>, LocalStorage>,
    unsaved: Unsaved,
}

/// Puts the app on the device and provides the handle; called once, by the app, after [`super::unsaved`].
pub fn provide_update() {
    let update = Update {
        news: RwSignal::new(None),
        put_off: RwSignal::new(false),
        installed: StoredValue::new_local(None),
        unsaved: use_unsaved(),
    };
    spawn_local(async move {
        let tell = move |news| {
            update.news.set(Some(news));
            update.put_off.set(false);
        };
        let installed = Installed::register(tell).await;
        let _ = update.installed.try_update_value(|kept| *kept = installed);
    });
    provide_context(update);
}

/// The app's own copy on this device.
pub fn use_update() -> Update {
    expect_context()
}

impl Update {
    /// Whether a newer version is there.
    pub fn is_ready(self) -> bool {
        self.news.get().is_some()
    }

    /// Whether it should be offered now: it is there, nobody said "later", and nothing is unsaved.
    pub fn is_offered(self) -> bool {
        self.is_ready() && !self.put_off.get() && !self.unsaved.any()
    }

    /// "Later": not offered again until there is news, or from Settings.
    pub fn put_off(self) {
        self.put_off.set(true);
    }

    /// Brings it in; the page reloads. Nothing happens while something is unsaved.
    pub fn apply(self) {
        if self.unsaved.any_now() {
            return;
        }
        let waits = self.installed.try_with_value(|installed| installed.as_ref().is_some_and(Installed::apply_update));
        // Where no version waits any more, another page has let it in: what is missing is only the reload.
        if waits != Some(true) {
            reload();
        }
    }

    /// Looks for a newer version now; without a network nothing is found and nothing is lost.
    pub fn look(self) {
        self.installed.try_with_value(|installed| installed.as_ref().map(Installed::look_for_update));
    }
}

/// Loads the page anew.
pub fn reload() {
    // Only a document that is not active refuses.
    let _ = window().location().reload();
}
