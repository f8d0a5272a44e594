//! The parts of the page, each with an address of its own.

use crate::content::passages::{self, GapKind};
use crate::domain::Level;

/// A part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Who I am, and what I cannot keep to myself.
    FirstWords,
    /// A card for a gap.
    Gap(GapKind),
    /// The last sessions, counted down.
    LastSessions,
    /// The goodbye card.
    Goodbye,
}

impl Part {
    /// All parts, in the order in which they are needed.
    pub const ALL: [Self; 6] = [
        Self::FirstWords,
        Self::Gap(GapKind::Away),
        Self::Gap(GapKind::Absence),
        Self::Gap(GapKind::Back),
        Self::LastSessions,
        Self::Goodbye,
    ];

    /// The part that an address names; the first without one, or with one that there is not.
    pub fn of(word: &str) -> Self {
        Self::ALL.into_iter().find(|part| part.word() == word).unwrap_or(Self::FirstWords)
    }

    /// The part as it is written in an address.
    pub const fn word(self) -> &'static str {
        match self {
            Self::FirstWords => "first-words",
            Self::Gap(GapKind::Away) => "away",
            Self::Gap(GapKind::Absence) => "absence",
            Self::Gap(GapKind::Back) => "back",
            Self::LastSessions => "last-sessions",
            Self::Goodbye => "goodbye",
        }
    }

    /// Everything that it says to a child.
    pub fn texts(self, level: Level) -> Vec<&'static str> {
        match self {
            Self::FirstWords => {
                let opening = passages::opening(level);
                [opening.say, &[opening.again]].concat()
            }
            Self::Gap(kind) => {
                let gap = passages::gap(kind, level);
                [&[gap.title], gap.say].concat()
            }
            Self::LastSessions => COUNTS
                .into_iter()
                .filter_map(|left| passages::countdown(left, level))
                .flat_map(|one| one.say)
                .copied()
                .collect(),
            Self::Goodbye => {
                let card = passages::goodbye(level);
                [&[card.title], card.lines, &[card.draw, card.close]].concat()
            }
        }
    }
}

/// The last sessions, the one with the most still to come first.
pub const COUNTS: [u8; 3] = [3, 2, 1];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_an_address_and_no_address_leads_nowhere() {
        for part in Part::ALL {
            assert_eq!(Part::of(part.word()), part);
        }
        assert_eq!((Part::of(""), Part::of("nowhere")), (Part::FirstWords, Part::FirstWords));
    }

    #[test]
    fn every_part_has_words_at_every_level() {
        for part in Part::ALL {
            for level in Level::ALL {
                assert!(part.texts(level).iter().all(|text| !text.is_empty()), "{part:?}");
                assert!(part.texts(level).len() >= 3, "{part:?} {level:?}");
            }
        }
    }

    #[test]
    fn the_first_words_say_what_cannot_be_kept() {
        for level in Level::ALL {
            assert!(Part::FirstWords.texts(level).concat().contains("I must tell"), "{level:?}");
        }
    }
}
