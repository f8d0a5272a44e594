//! A hint on a passphrase of one's own choice. It knows the worst habits and claims no more than that: no list and no
//! count can tell how easily somebody guesses a sentence that means something to its author.

use std::collections::BTreeSet;

use zeroize::Zeroizing;

use super::{Passphrase, VaultError};

/// How a passphrase of one's own choice looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// Not accepted yet.
    TooShort {
        /// How many characters more are needed.
        missing: usize,
    },
    /// Accepted, but among the first that anybody would try.
    Weak(Weakness),
    /// Nothing is plainly wrong with it.
    Fair,
    /// Long, and of several different words or many different characters.
    Good,
}

/// What makes a passphrase one of the first to be tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// It is mostly made of what everybody uses.
    Common,
    /// It says the same thing over and over.
    Repeats,
    /// It mostly runs along the alphabet, the digits or a row of keys.
    Sequence,
}

/// What everybody uses, without spaces; longer ones first where one holds another.
const COMMON: [&str; 28] = [
    "correcthorsebatterystaple",
    "thequickbrownfoxjumpsoverthelazydog",
    "thequickbrownfox",
    "tobeornottobe",
    "thatisthequestion",
    "onceuponatime",
    "maytheforcebewithyou",
    "twinkletwinklelittlestar",
    "liverpoolfootballclub",
    "manchesterunited",
    "lanternroom",
    "passphrase",
    "passw0rd",
    "password",
    "letmein",
    "iloveyou",
    "sunshine",
    "princess",
    "football",
    "liverpool",
    "welcome",
    "qwerty",
    "monkey",
    "dragon",
    "school",
    "teacher",
    "mentor",
    "admin",
];

/// Rows along which a hand runs: the alphabet, the digits, and the keys of a British keyboard.
const ROWS: [&str; 5] = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

/// What is left of a passphrase when the common parts are taken out must be at least so long.
const OWN_CHARACTERS: usize = 8;

impl Passphrase {
    /// A hint for whoever chooses this passphrase.
    pub fn strength(&self) -> Strength {
        if let Err(VaultError::TooShort { missing }) = self.long_enough() {
            return Strength::TooShort { missing };
        }
        let words = Zeroizing::new(self.expose().to_lowercase());
        let letters = Zeroizing::new(words.split(' ').collect::<String>());
        let characters = Zeroizing::new(letters.chars().collect::<Vec<_>>());
        let distinct = different(characters.iter());
        if mostly_common(&letters) {
            Strength::Weak(Weakness::Common)
        } else if distinct < 6 || repeats(&characters) || repeats_words(&words) {
            Strength::Weak(Weakness::Repeats)
        } else if mostly_sequence(&characters) {
            Strength::Weak(Weakness::Sequence)
        } else if characters.len() >= 20 && (several_words(&words) || distinct >= 14) {
            Strength::Good
        } else {
            Strength::Fair
        }
    }
}

/// Whether little but digits and signs is left without the common parts.
fn mostly_common(letters: &str) -> bool {
    let mut rest = Zeroizing::new(letters.to_owned());
    for common in COMMON {
        if rest.contains(common) {
            rest = Zeroizing::new(rest.replace(common, " "));
        }
    }
    rest.len() != letters.len() && rest.chars().filter(|left| left.is_alphabetic()).count() < OWN_CHARACTERS
}

/// How many different ones there are. Put in one by one: to collect them at once would bring a sort of their own along.
fn different<T: Ord>(all: impl Iterator<Item = T>) -> usize {
    let mut seen = BTreeSet::new();
    seen.extend(all);
    seen.len()
}

/// Whether it is one piece over and over; the last one may be cut short.
fn repeats(characters: &[char]) -> bool {
    (1..=characters.len() / 2).any(|period| characters.iter().zip(characters.iter().skip(period)).all(|(a, b)| a == b))
}

/// Whether at least half of its words were there before.
fn repeats_words(words: &str) -> bool {
    let count = words.split(' ').count();
    count >= 2 && different(words.split(' ')) * 2 <= count
}

/// Whether more than half of the steps from one character to the next go to its neighbour in a row.
fn mostly_sequence(characters: &[char]) -> bool {
    let pairs = characters.iter().zip(characters.iter().skip(1));
    let steps = pairs.filter(|&(&from, &to)| neighbours(from, to) || neighbours(to, from)).count();
    steps * 2 > characters.len()
}

fn neighbours(from: char, to: char) -> bool {
    ROWS.iter().any(|row| row.chars().zip(row.chars().skip(1)).any(|pair| pair == (from, to)))
}

/// Four or more different words of at least three characters.
fn several_words(words: &str) -> bool {
    different(words.split(' ').filter(|word| word.chars().count() >= 3)) >= 4
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn strength(text: &str) -> Strength {
        Passphrase::typed(text).strength()
    }

    #[test]
    fn short_ones_say_how_much_is_missing() {
        assert_eq!(strength(""), Strength::TooShort { missing: 15 });
        assert_eq!(strength("quiet otters"), Strength::TooShort { missing: 3 });
    }

    #[test]
    fn the_worst_habits_are_named() {
        for text in [
            "Password Password 1",
            "passphrase-2026!!",
            "qwerty school 12345",
            "Correct Horse Battery Staple",
            "LetMeIn LetMeIn!",
        ] {
            assert_eq!(strength(text), Strength::Weak(Weakness::Common), "{text}");
        }
        for text in [
            "aaaaaaaaaaaaaaaa",
            "kettle kettle kettle",
            "abcxyzqabcxyzqabcxy",
            "abab cdcd abab cdcd",
            "moon moon otter moon",
        ] {
            assert_eq!(strength(text), Strength::Weak(Weakness::Repeats), "{text}");
        }
        for text in
            ["abcdefghijklmnopq", "123456789012345", "987654321 9876543", "asdfghjkl zxcvbnm", "abcdefgh87654321"]
        {
            assert_eq!(strength(text), Strength::Weak(Weakness::Sequence), "{text}");
        }
    }

    #[test]
    fn several_different_words_are_good() {
        for text in ["quiet otter paints the moon", "heron kettle ladder pebble cloak", "vK4-pq9x&Zt7uLm2/hWs"] {
            assert_eq!(strength(text), Strength::Good, "{text}");
        }
        for text in ["quiet otter moon", "my dog eats socks", "old school kettle moves on"] {
            assert!(matches!(strength(text), Strength::Fair | Strength::Good), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_hint_is_given_on_anything(text in ".{0,80}") {
            let short = Passphrase::chosen(&text).is_err();
            prop_assert_eq!(short, matches!(strength(&text), Strength::TooShort { .. }));
        }
    }
}
