//! Choosing how much language: three letters in a row, kept in the address of the page.

use leptos::prelude::*;

use super::in_address::use_in_address;
use crate::app::lean::{memo, view};
use crate::domain::Level;

/// The name of the level in an address.
const LEVEL_QUERY: &str = "level";

const LEVEL: &str = "Level";

/// The level that an address asks for, if it asks for one that there is.
fn asked_for(word: Option<&str>) -> Option<Level> {
    Level::ALL.into_iter().find(|level| word == Some(in_words(*level)))
}

/// The level in the address of the page that is shown, followed. Called in a component.
pub fn in_the_address() -> Memo<Option<Level>> {
    let address = use_in_address();
    memo(move || address.read(LEVEL_QUERY, asked_for))
}

/// The level as it is written in an address.
pub const fn in_words(level: Level) -> &'static str {
    match level {
        Level::A => "a",
        Level::B => "b",
        Level::C => "c",
    }
}

/// A level's name.
pub const fn name(level: Level) -> &'static str {
    match level {
        Level::A => "A",
        Level::B => "B",
        Level::C => "C",
    }
}

/// A choice of levels.
#[component]
pub fn LevelChoice(
    /// The one that is chosen.
    #[prop(into)]
    level: Signal<Option<Level>>,
    /// Those that there are to choose from; all of them if nothing is said.
    #[prop(optional)]
    offered: Option<Vec<Level>>,
    /// Whether a second press takes the choice back.
    #[prop(optional)]
    may_go: bool,
) -> impl IntoView {
    let address = use_in_address();
    let choice = move |choice: Level| {
        let chosen = move || level.get() == Some(choice);
        let press = move |_| {
            let taken_back = may_go && level.get_untracked() == Some(choice);
            address.choose(LEVEL_QUERY, (!taken_back).then_some(in_words(choice)));
        };
        view! {
            <button type="button" aria-pressed=move || chosen().to_string() on:click=press>{name(choice)}</button>
        }
    };
    view! {
        <div class="words no-print" role="group" aria-label=LEVEL>
            {offered.unwrap_or_else(|| Level::ALL.to_vec()).into_iter().map(choice).collect_view()}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_a_level_or_none() {
        for level in Level::ALL {
            assert_eq!(asked_for(Some(in_words(level))), Some(level));
        }
        for word in [None, Some(""), Some("d"), Some("A")] {
            assert_eq!(asked_for(word), None);
        }
    }
}
