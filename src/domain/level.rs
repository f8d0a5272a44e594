//! How much language a child is shown: it follows the child's language, never their age.

use serde::{Deserialize, Serialize};

/// The three language levels; each holds the words of the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Level {
    /// Pictures and read-aloud, about sixteen words; often four to seven.
    A,
    /// Short sentences; often seven to eleven.
    B,
    /// As one speaks to a young adult; often eleven and over.
    C,
}

impl Level {
    /// All levels, from the fewest words to the most.
    pub const ALL: [Self; 3] = [Self::A, Self::B, Self::C];

    /// The number that stands for the level on disk: 1, 2 or 3.
    pub const fn number(self) -> u8 {
        match self {
            Self::A => 1,
            Self::B => 2,
            Self::C => 3,
        }
    }

    /// The level that a number on disk stands for.
    pub const fn from_number(number: u8) -> Option<Self> {
        match number {
            1 => Some(Self::A),
            2 => Some(Self::B),
            3 => Some(Self::C),
            _ => None,
        }
    }
}
