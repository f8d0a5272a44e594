//! When something was, in the words of a list: "Today, 9:42", "Tuesday 24 November 2026".

use leptos::prelude::*;

use crate::app::lean::view;
use crate::domain::Moment;
use crate::platform::{clock, dates};

/// The heading over the check-ins of a day.
pub fn day_heading(moment: Moment) -> String {
    match dates::Nearness::of(moment, clock::now()) {
        dates::Nearness::Today => "Today".into(),
        dates::Nearness::Yesterday => "Yesterday".into(),
        _ => full_day(moment),
    }
}

/// "Thursday 26 November 2026".
pub fn full_day(moment: Moment) -> String {
    [dates::weekday(moment), dates::day(moment)].join(" ")
}

/// "today 10:15", "21 November 2026, 10:15": within a sentence.
pub fn in_a_sentence(moment: Moment) -> String {
    dates::spoken(moment, clock::now())
}

/// "Today 10:15", "21 November 2026, 10:15": at the beginning of a sentence.
pub fn spoken(moment: Moment) -> String {
    capital(&in_a_sentence(moment))
}

/// The same words with a capital at the beginning.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// The time of day.
#[component]
pub fn Time(
    /// When.
    moment: Moment,
) -> impl IntoView {
    view! { <time>{dates::time(moment)}</time> }
}

#[cfg(test)]
mod tests {
    use super::capital;

    #[test]
    fn a_sentence_begins_with_a_capital() {
        assert_eq!(capital("yesterday 10:15"), "Yesterday 10:15");
        assert_eq!(capital("21 November"), "21 November");
        assert_eq!(capital(""), "");
    }
}
