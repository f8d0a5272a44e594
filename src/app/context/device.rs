//! How this tablet shows things: theme, text size, and the name on the door.

use leptos::prelude::*;

use crate::app::lean::effect;
use crate::platform::settings::{self, DeviceSettings, TextSize, Theme};

/// The handle on this tablet's settings.
#[derive(Clone, Copy)]
pub struct Device {
    settings: RwSignal<DeviceSettings>,
}

/// Reads the settings, dresses the page by them and provides the handle; called once, by the app.
pub fn provide_device() {
    let device = Device { settings: RwSignal::new(DeviceSettings::load()) };
    // The page's root element is outside the app's view, so an effect keeps it in step.
    effect(move || device.dress());
    provide_context(device);
}

/// This tablet's settings.
pub fn use_device() -> Device {
    expect_context()
}

impl Device {
    /// The theme.
    pub fn theme(self) -> Theme {
        self.settings.with(|settings| settings.theme)
    }

    /// Chooses the theme, and remembers it where the browser allows.
    pub fn choose_theme(self, theme: Theme) {
        settings::remember_theme(theme);
        self.settings.update(|settings| settings.theme = theme);
    }

    /// The size of the text.
    pub fn text_size(self) -> TextSize {
        self.settings.with(|settings| settings.text_size)
    }

    /// Chooses the size of the text, and remembers it where the browser allows.
    pub fn choose_text_size(self, size: TextSize) {
        settings::remember_text_size(size);
        self.settings.update(|settings| settings.text_size = size);
    }

    /// What the vault that was open last is called.
    pub fn nickname(self) -> Option<String> {
        self.settings.with(|settings| settings.nickname.clone())
    }

    /// Remembers what the vault that is open is called, for its door, and that it was open last.
    pub fn remember_nickname(self, nickname: &str) {
        let place = settings::place();
        settings::remember_place(&place);
        settings::remember_nickname(&place, nickname);
        self.settings.update(|settings| settings.nickname = Some(nickname.to_owned()));
    }

    /// The other vaults on this tablet: where they lie, and what they are called, if this tablet remembers it. They are
    /// `marked` where they left a mark of their own, which outlives the names.
    pub fn others(self, marked: Vec<String>) -> Vec<(String, Option<String>)> {
        let here = settings::place();
        let mut places = settings::remembered_places();
        for place in marked {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        let others = places.into_iter().filter(|place| *place != here);
        others
            .map(|place| {
                let name = settings::nickname_of(&place);
                (place, name)
            })
            .collect()
    }

    /// From now on another vault is meant; the keeper is to be started anew.
    pub fn choose_place(self, place: &str) {
        settings::remember_place(place);
        self.settings.update(|settings| settings.nickname = settings::nickname_of(place));
    }

    fn dress(self) {
        let (theme, size) = (self.theme().word(), self.text_size().word());
        if let Some(root) = document().document_element() {
            // An attribute of our own name is always taken.
            let _ = root.set_attribute("data-theme", theme);
            let _ = root.set_attribute("data-text", size);
        }
    }
}
