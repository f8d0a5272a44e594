//! The passphrase: how it is read, how short it may be, and how a good one is proposed.

use zeroize::Zeroize;

use super::{SecretText, VaultError, chance};

/// A passphrase, normalised: outer white space is gone, every inner run of white space is one space. Capitals count.
///
/// Composed and decomposed letters (é as one or two characters) are told apart here: whoever reads an input field
/// gives it in Unicode's NFC form, which every browser can make of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Passphrase(SecretText);

impl Passphrase {
    /// The fewest characters, counted as Unicode scalar values after normalising, of a passphrase of one's own choice.
    pub const MIN_CHARACTERS: usize = 15;

    /// What was typed to unlock: whatever its length, only the slot decides.
    pub fn typed(text: &str) -> Self {
        // Never longer than what was typed, so that nothing is left behind by growing.
        let mut normal = String::with_capacity(text.len());
        for word in text.split_whitespace() {
            if !normal.is_empty() {
                normal.push(' ');
            }
            normal.push_str(word);
        }
        Self(SecretText::new(normal))
    }

    /// A passphrase that somebody chooses for a new slot.
    ///
    /// # Errors
    /// [`VaultError::TooShort`].
    pub fn chosen(text: &str) -> Result<Self, VaultError> {
        let passphrase = Self::typed(text);
        passphrase.long_enough()?;
        Ok(passphrase)
    }

    /// The normalised text: to derive a key from it, or to show a proposed one.
    pub fn expose(&self) -> &str {
        self.0.expose()
    }

    /// How many characters are missing, if any.
    pub(super) fn long_enough(&self) -> Result<(), VaultError> {
        match Self::MIN_CHARACTERS.saturating_sub(self.expose().chars().count()) {
            0 => Ok(()),
            missing => Err(VaultError::TooShort { missing }),
        }
    }
}

/// Proposes a passphrase of `how_many` words, each drawn without bias from the `total` words of the source.
///
/// Five words of a list of 7,776 are 64.6 bits.
///
/// # Errors
/// [`VaultError::NoWords`] when the source is empty or does not hold `total` words, [`VaultError::TooShort`] when so
/// few words are no passphrase, [`VaultError::NoRandomness`].
pub fn suggest(
    words: impl Fn(u16) -> Option<&'static str>,
    total: u16,
    how_many: usize,
) -> Result<Passphrase, VaultError> {
    let mut drawn = Vec::with_capacity(how_many);
    for _ in 0..how_many {
        let place = below(total, || chance::random().map(u16::from_be_bytes))?;
        drawn.push(words(place).ok_or(VaultError::NoWords)?);
    }
    let mut text = drawn.join(" ");
    let passphrase = Passphrase::chosen(&text);
    text.zeroize();
    passphrase
}

/// A number below `total`, each as likely as the others: draws that would favour the small ones are thrown away.
fn below(total: u16, mut draw: impl FnMut() -> Result<u16, VaultError>) -> Result<u16, VaultError> {
    if total == 0 {
        return Err(VaultError::NoWords);
    }
    let even = u32::from(total) * ((1 << 16) / u32::from(total));
    loop {
        let drawn = draw()?;
        if u32::from(drawn) < even {
            return Ok(drawn % total);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn white_space_does_not_count_but_capitals_do() {
        let plain = Passphrase::typed("quiet otter paints the moon");
        for same in [" quiet  otter paints the moon\n", "quiet\u{a0}otter\tpaints the\u{2003}moon"] {
            assert_eq!(Passphrase::typed(same), plain, "{same:?}");
        }
        assert_ne!(Passphrase::typed("Quiet otter paints the moon"), plain);
        assert_ne!(Passphrase::typed("quietotter paints the moon"), plain);
        assert_eq!(Passphrase::typed(" \n").expose(), "");
    }

    #[test]
    fn fifteen_characters_are_enough_and_spaces_at_the_ends_do_not_help() {
        assert!(Passphrase::chosen("åäö åäö åäö åäö").is_ok());
        assert_eq!(Passphrase::chosen("   four teen char     ").unwrap_err(), VaultError::TooShort { missing: 1 });
        assert_eq!(Passphrase::chosen("").unwrap_err(), VaultError::TooShort { missing: 15 });
    }

    #[test]
    fn every_draw_below_the_even_part_is_used_and_the_rest_thrown_away() {
        let mut counts = [0u32; 7];
        let mut thrown = 0;
        for first in 0..=u16::MAX {
            let mut draws = [first, 3].into_iter();
            let place = below(7, || draws.next().ok_or(VaultError::NoRandomness)).unwrap();
            if draws.next().is_some() { counts[usize::from(place)] += 1 } else { thrown += 1 }
        }
        assert_eq!(counts, [9362; 7]);
        assert_eq!(thrown, 65_536 - 7 * 9362);
    }

    #[test]
    fn a_proposal_is_made_of_words_of_the_source() {
        const WORDS: [&str; 4] = ["heron", "kettle", "ladder", "pebble"];
        let source = |place: u16| WORDS.get(usize::from(place)).copied();
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..50 {
            let passphrase = suggest(source, 4, 5).unwrap();
            let words: Vec<_> = passphrase.expose().split(' ').collect();
            assert_eq!(words.len(), 5);
            for word in words {
                assert!(WORDS.contains(&word), "{word}");
                seen.insert(word.to_owned());
            }
        }
        assert_eq!(seen.len(), 4);
    }

    #[test]
    fn a_source_that_has_not_the_words_it_said_is_refused() {
        assert_eq!(suggest(|_| None, 10, 5).unwrap_err(), VaultError::NoWords);
        assert_eq!(suggest(|_| Some("heron"), 0, 5).unwrap_err(), VaultError::NoWords);
        assert_eq!(suggest(|_| Some("heron"), 9, 2).unwrap_err(), VaultError::TooShort { missing: 4 });
    }
}
