//! Theme and size of the text: remembered on this tablet at once, without a vault.

use leptos::prelude::*;

use crate::app::components::choice::{Choice, Offer};
use crate::app::context::device::use_device;
use crate::app::lean::view;
use crate::platform::settings::{TextSize, Theme};

use super::words;

/// Theme and size.
#[component]
pub fn Light() -> impl IntoView {
    let device = use_device();
    let themes = Theme::ALL.map(|value| {
        let (word, more) = words::theme(value);
        Offer { value, word, more }
    });
    let sizes = TextSize::ALL.map(|value| Offer { value, word: words::text_size(value), more: "" });
    view! {
        <section>
            <h2>{words::LIGHT}</h2>
            <Choice
                legend=words::THEME
                options=themes.to_vec()
                chosen=Signal::derive(move || device.theme())
                choose=move |theme| device.choose_theme(theme)
            />
            <Choice
                legend=words::TEXT
                options=sizes.to_vec()
                chosen=Signal::derive(move || device.text_size())
                choose=move |size| device.choose_text_size(size)
            />
        </section>
    }
}
