//! The cards before and after a card, in the order of the index.

use crate::content::cards::{self, Card};

/// What stands beside a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Neighbours {
    /// The card before it; none before the first.
    pub previous: Option<&'static Card>,
    /// The card after it; none after the last.
    pub next: Option<&'static Card>,
}

impl Neighbours {
    /// Of this card.
    pub fn of(card: &Card) -> Self {
        let all = cards::all();
        let place = all.iter().position(|other| other.slug == card.slug);
        let beside = |step: fn(usize) -> Option<usize>| place.and_then(step).and_then(|place| all.get(place));
        Self { previous: beside(|place| place.checked_sub(1)), next: beside(|place| place.checked_add(1)) }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn slugs(slug: &str) -> (Option<&'static str>, Option<&'static str>) {
        let beside = Neighbours::of(cards::find(slug).unwrap());
        (beside.previous.map(|card| card.slug), beside.next.map(|card| card.slug))
    }

    #[test]
    fn the_row_of_cards_has_two_ends_and_no_gap_between_the_families() {
        assert_eq!(slugs("playfulness"), (None, Some("acceptance")));
        assert_eq!(slugs("empathy"), (Some("curiosity"), Some("attune")));
        assert_eq!(slugs("soothe-regulate"), (Some("contain"), None));
    }
}
