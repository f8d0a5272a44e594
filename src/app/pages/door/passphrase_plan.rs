//! What is said about a passphrase that somebody is choosing.

use crate::vault::{Passphrase, Strength, Weakness};

use super::words::passphrase as words;

/// How a passphrase looks: a number from 0 to 4 for the meter, and words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// 0 is not accepted yet; 4 is as good as this hint can tell.
    pub level: u8,
    /// The same in words.
    pub words: String,
}

impl Hint {
    /// The hint on what is typed.
    pub fn on(typed: &str) -> Self {
        match Passphrase::typed(typed).strength() {
            Strength::TooShort { missing } => Self { level: 0, words: words::missing(missing) },
            Strength::Weak(Weakness::Common) => Self { level: 1, words: words::COMMON.into() },
            Strength::Weak(Weakness::Repeats) => Self { level: 1, words: words::REPEATS.into() },
            Strength::Weak(Weakness::Sequence) => Self { level: 1, words: words::SEQUENCE.into() },
            Strength::Fair => Self { level: 3, words: words::FAIR.into() },
            Strength::Good => Self { level: 4, words: words::GOOD.into() },
        }
    }

    /// Whether the vault takes it.
    pub const fn is_accepted(&self) -> bool {
        self.level > 0
    }
}

/// How the second typing goes with the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// The same.
    Same,
    /// As far as it goes.
    OnTheWay,
    /// Something else.
    Different,
}

impl Again {
    /// Compares the two.
    pub fn of(first: &str, second: &str) -> Self {
        let (first, second) = (Passphrase::typed(first), Passphrase::typed(second));
        if first == second {
            Self::Same
        } else if first.expose().starts_with(second.expose()) {
            Self::OnTheWay
        } else {
            Self::Different
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_short_is_not_accepted_and_says_how_much_is_missing() {
        let hint = Hint::on("the geese came");
        assert!(!hint.is_accepted());
        assert_eq!(hint.words, "One more character, and it is long enough.");
        assert_eq!(Hint::on("").words, "15 more characters, and it is long enough.");
    }

    #[test]
    fn a_weak_passphrase_is_accepted_with_a_word_of_warning() {
        for weak in ["password password password", "aaaaaaaaaaaaaaaaaaaaa", "abcdefghijklmnopqrst"] {
            let hint = Hint::on(weak);
            assert_eq!(hint.level, 1, "{weak}");
            assert!(hint.is_accepted());
        }
    }

    #[test]
    fn a_sentence_of_ones_own_is_good() {
        assert_eq!(Hint::on("nine tired geese came back in the rain").level, 4);
    }

    #[test]
    fn the_second_typing_is_only_different_once_it_is() {
        let first = "the geese came back";
        for (second, again) in [
            ("", Again::OnTheWay),
            ("the geese", Again::OnTheWay),
            (" the geese  came back ", Again::Same),
            ("the geese came bakc", Again::Different),
            ("The geese came back", Again::Different),
        ] {
            assert_eq!(Again::of(first, second), again, "{second}");
        }
    }
}
