//! The four places of the house, and which of them an address belongs to.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::app::art::icons;
use crate::app::components::icon::Icon;
use crate::app::components::lamp::Lamp;
use crate::app::lean::{memo, view};
use crate::app::paths;

use super::words;

/// One of the four places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Today, and the check-in of someone who is here now.
    Today,
    /// The children, and everything about one.
    Pupils,
    /// The cards.
    Cards,
    /// The calm activities.
    Calm,
}

impl Place {
    /// The places, in the order of the rail.
    pub const ALL: [Self; 4] = [Self::Today, Self::Pupils, Self::Cards, Self::Calm];

    /// The place that an address belongs to, if any.
    pub fn of(path: &str) -> Option<Self> {
        let (_, rest) = path.split_once('/')?;
        match rest.split('/').next()? {
            "" | "now" | "session" => Some(Self::Today),
            "children" | "check-in" | "groups" => Some(Self::Pupils),
            "calm" => Some(Self::Calm),
            "cards" | "beginnings" | "life-events" | "after" => Some(Self::Cards),
            _ => None,
        }
    }

    const fn path(self) -> &'static str {
        match self {
            Self::Today => paths::TODAY,
            Self::Pupils => paths::PUPILS,
            Self::Cards => paths::CARDS,
            Self::Calm => paths::CALM,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Today => words::TODAY,
            Self::Pupils => words::CHILDREN,
            Self::Cards => words::CARDS,
            Self::Calm => words::CALM,
        }
    }

    const fn sign(self) -> &'static str {
        match self {
            Self::Today => icons::TODAY,
            Self::Pupils => icons::CHILDREN,
            Self::Cards => icons::CARDS,
            Self::Calm => icons::CALM,
        }
    }
}

/// The rail: a link to each place, and the lamp.
#[component]
pub fn Places() -> impl IntoView {
    let path = use_location().pathname;
    let here = memo(move || path.with(|path| Place::of(path)));
    let link = move |place: Place| {
        view! {
            <li>
                <a href=place.path() aria-current=move || (here.get() == Some(place)).then_some("page")>
                    <Icon path=place.sign()/>
                    <span>{place.word()}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav aria-label=words::PLACES>
            <ul>{Place::ALL.map(link).collect_view()}</ul>
            <Lamp/>
        </nav>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_its_own_address_and_keeps_what_lies_under_it() {
        for place in Place::ALL {
            assert_eq!(Place::of(place.path()), Some(place));
        }
        for (path, place) in [
            ("/now", Some(Place::Today)),
            ("/children/0123/check-ins/4567/amend", Some(Place::Pupils)),
            ("/check-in/0123/4567/whose", Some(Place::Pupils)),
            ("/session/0123/4567/note", Some(Place::Today)),
            ("/groups/new", Some(Place::Pupils)),
            ("/cards/playful", Some(Place::Cards)),
            ("/calm/lights", Some(Place::Calm)),
            ("/cards/prompts/walking", Some(Place::Cards)),
            ("/beginnings/goodbye", Some(Place::Cards)),
            ("/life-events/move", Some(Place::Cards)),
            ("/after", Some(Place::Cards)),
            ("/safeguarding", None),
            ("/settings", None),
            ("/cardsharp", None),
            ("", None),
        ] {
            assert_eq!(Place::of(path), place, "{path}");
        }
    }
}
