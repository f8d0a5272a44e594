//! Settings › Keys: the ways into the vault, and how each is changed.

mod code;
mod confirm;
mod overview;
mod passkey;
mod passphrase;
mod school;
mod seen;
mod sheet;
mod words;

use leptos::prelude::*;

use crate::app::components::title::PageTitle;
use crate::app::context::house::{Known, use_house};
use crate::app::lean::view;
use crate::app::paths;
use crate::app::shell::frame::Frame;

pub use words::{OVERVIEW_LINK, OVERVIEW_WHAT, TITLE};

/// A page about keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeysPart {
    /// All the ways in.
    Overview,
    /// Another passphrase.
    Passphrase,
    /// A new recovery code.
    RecoveryCode,
    /// Somebody may have seen it.
    Seen,
    /// The tablet's passkey.
    Passkey,
    /// A way in for the school.
    School,
}

/// A page about keys.
#[component]
pub fn KeysPage(
    /// Which.
    part: KeysPart,
) -> impl IntoView {
    let demo = use_house().known().with_untracked(Known::is_demo);
    let (title, page) = match part {
        _ if demo => (words::TITLE, view! { <p class="notice">{words::DEMO}</p> }),
        KeysPart::Overview => (words::TITLE, view! { <overview::Overview/> }),
        KeysPart::Passphrase => (words::passphrase::TITLE, view! { <passphrase::ChangePassphrase/> }),
        KeysPart::RecoveryCode => (words::code::TITLE, view! { <code::NewCode/> }),
        KeysPart::Seen => (words::seen::TITLE, view! { <seen::Seen/> }),
        KeysPart::Passkey => (words::passkey::TITLE, view! { <passkey::PasskeyPage/> }),
        KeysPart::School => (words::school::TITLE, view! { <school::School/> }),
    };
    let back = if part == KeysPart::Overview { paths::SETTINGS } else { paths::KEYS };
    view! {
        <PageTitle words=title/>
        <Frame>
            <header class="title">
                <h1>{title}</h1>
            </header>
            <div class="settings keys">{page}</div>
            <div class="line">
                <a class="button plain" href=back>{words::BACK}</a>
            </div>
        </Frame>
    }
}
