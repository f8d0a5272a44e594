//! The recovery code: what is printed at set-up and opens the vault when the passphrase is forgotten.
//!
//! Twenty-six symbols of Crockford's base 32 (130 random bits) and his check symbol (the number modulo 37), written as
//! nine groups of three: short enough to be looked at once and typed.

use core::str;

use subtle::ConstantTimeEq;
use thiserror::Error;

use super::{Secret, VaultError, chance};

/// Symbols that carry the secret; the check symbol follows them.
const CARRYING: usize = 26;
const SYMBOLS: usize = CARRYING + 1;
/// Symbols of a group.
const GROUP: usize = 3;
/// The 32 symbols that carry five bits each, then the five more that only a check symbol can be.
const ALPHABET: &[u8; 37] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";

/// What is wrong with a recovery code that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CodeMistake {
    /// Too few or too many symbols; 27 are needed.
    #[error("{found} symbols instead of 27")]
    Length {
        /// How many there are.
        found: usize,
    },
    /// A character that is in no code, or that only the last place may hold.
    #[error("the character in place {place} is in no recovery code")]
    Character {
        /// The character as it was typed.
        found: char,
        /// Its place among the symbols, from 1, spaces and hyphens not counted.
        place: usize,
    },
    /// One symbol is wrong or two are swapped.
    #[error("a symbol of the code is mistyped")]
    Check,
}

/// A recovery code that is well formed; whether it opens anything, the slot decides.
#[derive(Debug, PartialEq, Eq)]
pub struct RecoveryCode(Secret<SYMBOLS>);

impl RecoveryCode {
    /// How many groups a code is written in.
    pub const GROUPS: usize = SYMBOLS / GROUP;

    /// A new code.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`].
    pub fn make() -> Result<Self, VaultError> {
        Secret::written(|symbols| {
            chance::fill(symbols)?;
            // 256 is a multiple of 32: the lowest five bits favour no symbol.
            for symbol in symbols.iter_mut() {
                *symbol = ALPHABET[usize::from(*symbol & 31)];
            }
            symbols[CARRYING] = check(symbols);
            Ok(())
        })
        .map(Self)
    }

    /// Reads a code that was typed: small letters, spaces, any dashes, O for 0 and I or L for 1 are all right.
    ///
    /// # Errors
    /// [`CodeMistake`], the first in the order in which it can best be put right: a character, the length, the check.
    pub fn parse(text: &str) -> Result<Self, CodeMistake> {
        let mut found = 0;
        let code = Secret::written(|symbols: &mut [u8; SYMBOLS]| {
            for typed in text.chars().filter(|&typed| !separates(typed)) {
                found += 1;
                let place = found;
                let symbol = symbol(typed).ok_or(CodeMistake::Character { found: typed, place })?;
                if place < SYMBOLS && value(symbol) >= 32 {
                    return Err(CodeMistake::Character { found: typed, place });
                }
                if let Some(kept) = symbols.get_mut(place - 1) {
                    *kept = symbol;
                }
            }
            match found {
                SYMBOLS if symbols[CARRYING] == check(symbols) => Ok(()),
                SYMBOLS => Err(CodeMistake::Check),
                _ => Err(CodeMistake::Length { found }),
            }
        })?;
        Ok(Self(code))
    }

    /// The nine groups of three, to be shown once and printed.
    pub fn expose_groups(&self) -> [&str; Self::GROUPS] {
        let mut groups = [""; Self::GROUPS];
        for (group, symbols) in groups.iter_mut().zip(self.0.expose().chunks_exact(GROUP)) {
            *group = str::from_utf8(symbols).unwrap_or_default();
        }
        groups
    }

    /// Whether a group that was typed back is the one at this place (from 0), as tolerantly as [`RecoveryCode::parse`].
    pub fn group_matches(&self, place: usize, typed: &str) -> bool {
        let Some(group) = self.0.expose().chunks_exact(GROUP).nth(place) else { return false };
        let mut symbols = [0; GROUP];
        let mut count = 0;
        for typed in typed.chars().filter(|&typed| !separates(typed)) {
            let (Some(kept), Some(symbol)) = (symbols.get_mut(count), symbol(typed)) else { return false };
            *kept = symbol;
            count += 1;
        }
        count == GROUP && symbols.ct_eq(group).into()
    }

    /// What the wrapping key is derived from: the symbols that carry the secret, as ASCII.
    pub(super) fn expose_carrying(&self) -> &[u8] {
        self.0.expose().split_at(CARRYING).0
    }
}

/// White space and every kind of dash a keyboard may put in by itself.
fn separates(typed: char) -> bool {
    typed.is_whitespace()
        || matches!(typed, '-' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}')
}

/// The symbol that was meant.
fn symbol(typed: char) -> Option<u8> {
    let symbol = match typed.to_ascii_uppercase() {
        'O' => b'0',
        'I' | 'L' => b'1',
        other => u8::try_from(other).ok()?,
    };
    ALPHABET.contains(&symbol).then_some(symbol)
}

/// The number a symbol stands for.
fn value(symbol: u8) -> u32 {
    ALPHABET.iter().zip(0..).find(|&(&known, _)| known == symbol).map_or(0, |(_, value)| value)
}

/// Crockford's check symbol: the number that the carrying symbols write, modulo 37.
fn check(symbols: &[u8; SYMBOLS]) -> u8 {
    let carrying = symbols.split_at(CARRYING).0;
    let rest = carrying.iter().fold(0, |rest, &symbol| (rest * 32 + value(symbol)) % 37);
    ALPHABET.get(rest as usize).copied().unwrap_or(b'0')
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Twenty-five times 0 and a 1: the number 1, whose check symbol is 1.
    const ONE: &str = "000-000-000-000-000-000-000-000-011";

    #[test]
    fn a_made_code_is_read_back_from_its_groups() {
        for _ in 0..2_000 {
            let code = RecoveryCode::make().unwrap();
            assert_eq!(RecoveryCode::parse(&code.expose_groups().join("-")).as_ref(), Ok(&code));
        }
    }

    #[test]
    fn every_symbol_occurs_in_made_codes() {
        let seen: std::collections::BTreeSet<_> =
            (0..200).flat_map(|_| RecoveryCode::make().unwrap().expose_carrying().to_vec()).collect();
        assert_eq!(seen.len(), 32);
    }

    #[test]
    fn it_is_read_as_people_type() {
        let one = RecoveryCode::parse(ONE).unwrap();
        for same in [
            "000 000 000 000 000 000 000 000 011",
            "oOoOoOoOoOoOoOoOoOoOoOoOoiL",
            " 000–000—000−000 000000000000011\n",
            "0000000000000000000000000ll",
        ] {
            assert_eq!(RecoveryCode::parse(same).as_ref(), Ok(&one), "{same}");
        }
        assert_eq!(one.expose_groups(), ["000", "000", "000", "000", "000", "000", "000", "000", "011"]);
    }

    #[test]
    fn the_check_symbol_is_crockfords() {
        // 10 in base 32 is 32; 32 mod 37 is the symbol *; 33, 34, 35, 36 are ~ $ = U.
        for (end, check) in [("10", '*'), ("11", '~'), ("12", '$'), ("13", '='), ("14", 'u'), ("15", '0'), ("1A", '5')]
        {
            let typed = format!("{}{end}{check}", "0".repeat(24));
            assert!(RecoveryCode::parse(&typed).is_ok(), "{typed}");
        }
    }

    #[test]
    fn each_mistake_has_its_name() {
        let parse = |text: &str| RecoveryCode::parse(text).unwrap_err();
        assert_eq!(parse(""), CodeMistake::Length { found: 0 });
        assert_eq!(parse("000-000"), CodeMistake::Length { found: 6 });
        assert_eq!(parse(&format!("{ONE}1")), CodeMistake::Length { found: 28 });
        assert_eq!(parse("00-é00"), CodeMistake::Character { found: 'é', place: 3 });
        assert_eq!(parse("0U"), CodeMistake::Character { found: 'U', place: 2 });
        assert_eq!(parse(&ONE.replace("011", "0*1")), CodeMistake::Character { found: '*', place: 26 });
        assert_eq!(parse(&ONE.replace("011", "012")), CodeMistake::Check);
        assert_eq!(parse(&ONE.replace("011", "021")), CodeMistake::Check);
        assert_eq!(parse(&ONE.replace("011", "01U")), CodeMistake::Check);
    }

    #[test]
    fn one_wrong_symbol_or_two_swapped_are_always_noticed() {
        let code = RecoveryCode::make().unwrap();
        let symbols: Vec<char> = code.expose_groups().concat().chars().collect();
        for place in 0..SYMBOLS {
            for &other in ALPHABET.iter().map(|&symbol| symbol as char).collect::<Vec<_>>().iter() {
                let mut typed = symbols.clone();
                typed[place] = other;
                let right = other == symbols[place];
                assert_eq!(RecoveryCode::parse(&typed.iter().collect::<String>()).is_ok(), right);
            }
            let mut typed = symbols.clone();
            typed.swap(place, place.saturating_sub(1));
            let same = typed == symbols;
            assert_eq!(RecoveryCode::parse(&typed.iter().collect::<String>()).is_ok(), same);
        }
    }

    #[test]
    fn a_group_typed_back_must_be_the_one_at_its_place() {
        let code = RecoveryCode::parse("000-000-000-000-000-000-000-000-1A5").unwrap();
        assert!(code.group_matches(8, "1a5") && code.group_matches(8, " l-A 5") && code.group_matches(0, "ooo"));
        for (place, typed) in [(8, "1A"), (8, "1A55"), (8, "1A6"), (0, "1A5"), (8, ""), (8, "1Aé"), (9, "000")] {
            assert!(!code.group_matches(place, typed), "{place} {typed}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in ".{0,60}") {
            if let Ok(code) = RecoveryCode::parse(&text) {
                prop_assert_eq!(RecoveryCode::parse(&code.expose_groups().concat()), Ok(code));
            }
        }
    }
}
