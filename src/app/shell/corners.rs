//! The corners of every screen: the shield at the top left; settings, cover and lock at the top right.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use crate::app::art::icons;
use crate::app::components::icon::Icon;
use crate::app::components::title::{focus_main, follow_steps};
use crate::app::context::house::{House, Known, use_house};
use crate::app::lean::{memo, view};
use crate::app::paths;
use crate::keeper::message::Standing;

use super::words;

/// Jumps over everything that stands before the page.
#[component]
pub fn SkipLink() -> impl IntoView {
    let jump = move |event: leptos::ev::MouseEvent| {
        // The router would take the address for a page.
        event.prevent_default();
        focus_main();
    };
    view! { <a class="skip" href="#main" on:click=jump>{words::SKIP}</a> }
}

/// The shield: to the safeguarding page, from anywhere, unlocked or not.
#[component]
pub fn Shield() -> impl IntoView {
    view! {
        <a class="corner button round shield" href=paths::SAFEGUARDING aria-label=words::SHIELD>
            <Icon path=icons::SHIELD/>
        </a>
    }
}

/// Whether anyone may see the page at this address.
pub fn is_public(path: &str) -> bool {
    let below = |place: &str| path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    path == paths::SAFEGUARDING || below(paths::CARDS) || below(paths::CALM)
}

/// Settings, cover and lock while the vault is open; otherwise the way back to its door.
#[component]
pub fn Away() -> impl IntoView {
    let house = use_house();
    let way = memo(move || house.known().with(Way::of));
    // The button that was pressed may be the one that goes.
    follow_steps(move || way.get());
    view! {
        <div class="away">
            {move || match way.get() {
                Way::Open => view! { <Corner house/> },
                Way::Back { word, to } => view! {
                    <a class="button" href=to aria-label=word>
                        <Icon path=icons::LOCK/>
                        <span class="button-word">{word}</span>
                    </a>
                },
            }}
        </div>
    }
}

#[component]
fn Corner(house: House) -> impl IntoView {
    let navigate = use_navigate();
    let path = use_location().pathname;
    let at_settings = move || path.with(|path| path == paths::SETTINGS).then_some("page");
    let cover = move |_| {
        // A page that anyone may see stays when the vault is covered, so the cover comes to it.
        let public = path.with_untracked(|path| is_public(path));
        house.cover();
        if public {
            navigate(paths::COVER, NavigateOptions::default());
        }
    };
    view! {
        <a class="button round" href=paths::SETTINGS aria-label=words::SETTINGS aria-current=at_settings>
            <Icon path=icons::SETTINGS/>
        </a>
        // On a phone only the signs are shown, so the names do not rest on the words.
        <button type="button" aria-label=words::COVER on:click=cover>
            <Icon path=icons::COVER/>
            <span class="button-word">{words::COVER}</span>
        </button>
        <button type="button" class="round" aria-label=words::LOCK on:click=move |_| house.lock()>
            <Icon path=icons::LOCK/>
        </button>
    }
}

/// What the top right offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// Settings, cover and lock.
    Open,
    /// A link.
    Back { word: &'static str, to: &'static str },
}

impl Way {
    fn of(known: &Known) -> Self {
        match known {
            Known::Stands(Standing::Open { .. }) => Self::Open,
            Known::Stands(Standing::Covered { .. } | Standing::Turned { .. }) => {
                Self::Back { word: words::UNCOVER, to: paths::COVER }
            }
            Known::Stands(Standing::NoVault) => Self::Back { word: words::START, to: paths::TODAY },
            Known::Asking
            | Known::Stands(Standing::Lost | Standing::Locked { .. } | Standing::Elsewhere)
            | Known::Trouble(_) => Self::Back { word: words::UNLOCK, to: paths::TODAY },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_cards_calm_and_the_safeguarding_page_are_for_anyone() {
        for path in
            ["/cards", "/cards/feelings", "/cards/playful", "/calm", "/calm/lights", "/calm/a/go", "/safeguarding"]
        {
            assert!(is_public(path), "{path}");
        }
        for path in ["/", "/children", "/now", "/settings", "/cardsharp", "/calmer", "/create"] {
            assert!(!is_public(path), "{path}");
        }
    }

    #[test]
    fn only_an_open_vault_can_be_covered_or_locked() {
        assert_eq!(Way::of(&Known::Stands(Standing::Open { demo: false })), Way::Open);
        for known in [
            Known::Asking,
            Known::Stands(Standing::NoVault),
            Known::Stands(Standing::Locked { wait_millis: 0 }),
            Known::Stands(Standing::Covered { tries_left: 5, demo: true, turned: false }),
            Known::Stands(Standing::Elsewhere),
        ] {
            assert_ne!(Way::of(&known), Way::Open, "{known:?}");
        }
    }
}
