//! The reference cards: PACE and the vital relational functions, four cards each. Readable without unlocking.

use super::Provenance;

/// What a group of cards is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CardFamily {
    /// Playfulness, acceptance, curiosity, empathy (Dan Hughes).
    Pace,
    /// The vital relational functions: attune, validate, contain, soothe and regulate.
    Vrf,
}

impl CardFamily {
    /// All families, in the order in which they are shown.
    pub const ALL: [Self; 2] = [Self::Pace, Self::Vrf];
}

/// The opening words of a family of cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Family {
    /// Whose opening words these are.
    pub family: CardFamily,
    /// The family’s name on screen.
    pub title: &'static str,
    /// The family in one sentence.
    pub in_a_line: &'static str,
    /// How its cards are used together; a paragraph each.
    pub means: &'static [&'static str],
    /// The usual order of doing it, a step each.
    pub flow: &'static [&'static str],
}

/// One reference card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Card {
    /// The card’s place in an address; unique among all cards and never changed.
    pub slug: &'static str,
    /// The family it belongs to.
    pub family: CardFamily,
    /// Its name on screen.
    pub title: &'static str,
    /// The card in one sentence.
    pub in_a_line: &'static str,
    /// What it means; a paragraph each.
    pub means: &'static [&'static str],
    /// Lines that can be said to a child as they stand, in “ ”.
    pub say: &'static [&'static str],
    /// What is easy to slip into.
    pub avoid: &'static [&'static str],
    /// The safety edge: when to stop and listen. Never empty.
    pub stop: &'static [&'static str],
    /// Whose idea it is, and that the words are ours.
    pub credit: &'static str,
    /// Licence, source and review date.
    pub about: &'static Provenance,
}

/// The words above the parts of a card, on screen, on paper and read aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headings {
    /// Above [`Card::means`].
    pub means: &'static str,
    /// Above [`Card::say`].
    pub say: &'static str,
    /// Above [`Card::avoid`].
    pub avoid: &'static str,
    /// Above [`Card::stop`].
    pub stop: &'static str,
}

mod written {
    use super::{Card, CardFamily, Family, Headings, Provenance};
    include!(concat!(env!("OUT_DIR"), "/cards.rs"));
}

/// All cards, family by family, each family in its own order.
pub fn all() -> &'static [Card] {
    written::CARDS
}

/// The cards of a family, in its order.
pub fn of(family: CardFamily) -> impl Iterator<Item = &'static Card> {
    all().iter().filter(move |card| card.family == family)
}

/// The card with this slug.
pub fn find(slug: &str) -> Option<&'static Card> {
    all().iter().find(|card| card.slug == slug)
}

/// The opening words of all families, in the order of [`CardFamily::ALL`].
pub fn families() -> &'static [Family] {
    written::FAMILIES
}

/// The words above the parts of a card.
pub fn headings() -> &'static Headings {
    &written::HEADINGS
}

impl Card {
    /// The whole card as it is read aloud: every part under its heading, a line for each sentence or paragraph.
    pub fn spoken(&self) -> String {
        let headings = headings();
        let mut text = String::new();
        speak(&mut text, self.title, &[self.in_a_line]);
        speak(&mut text, headings.means, self.means);
        speak(&mut text, headings.say, self.say);
        speak(&mut text, headings.avoid, self.avoid);
        speak(&mut text, headings.stop, self.stop);
        text
    }
}

/// A heading and its lines. The full stop makes a voice pause after the heading.
fn speak(text: &mut String, heading: &str, lines: &[&str]) {
    text.push_str(heading);
    text.push_str(".\n");
    for line in lines {
        text.push_str(line);
        text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn both_families_have_their_four_cards_in_the_usual_order() {
        let slugs = |family| of(family).map(|card| card.slug).collect::<Vec<_>>();
        assert_eq!(slugs(CardFamily::Pace), ["playfulness", "acceptance", "curiosity", "empathy"]);
        assert_eq!(slugs(CardFamily::Vrf), ["attune", "validate", "contain", "soothe-regulate"]);
        assert!(families().iter().map(|family| family.family).eq(CardFamily::ALL));
    }

    #[test]
    fn a_card_is_found_by_its_slug_and_by_nothing_else() {
        for card in all() {
            assert_eq!(find(card.slug), Some(card));
        }
        assert_eq!(find("Curiosity"), None);
        assert_eq!(find(""), None);
    }

    #[test]
    fn every_card_says_when_to_stop_and_whom_to_tell() {
        for card in all() {
            let edge = card.stop.concat();
            for word in ["Tell me", "Explain", "Describe", "DSL", "in person"] {
                assert!(edge.contains(word), "{} lacks {word}", card.slug);
            }
        }
    }

    #[test]
    fn credits_name_whom_they_owe_and_claim_no_approval() {
        for card in all() {
            let owed = match card.family {
                CardFamily::Pace => "Dan Hughes",
                CardFamily::Vrf => "Thrive Approach",
            };
            assert!(card.credit.contains(owed), "{}", card.slug);
            assert!(card.credit.contains("words are ours"), "{}", card.slug);
        }
    }

    #[test]
    fn lines_to_say_are_short_enough_to_be_read_from_the_side() {
        for card in all() {
            for line in card.say {
                assert!(line.split_whitespace().count() <= 16, "{}: {line}", card.slug);
            }
        }
    }

    #[test]
    fn a_card_read_aloud_leaves_nothing_out() {
        for card in all() {
            let spoken = card.spoken();
            let parts = [card.means, card.say, card.avoid, card.stop, &[card.title, card.in_a_line]];
            for line in parts.into_iter().flatten() {
                assert!(spoken.contains(line), "{}: {line}", card.slug);
            }
            assert!(spoken.find(card.in_a_line).unwrap() < spoken.find(headings().stop).unwrap());
        }
    }
}
