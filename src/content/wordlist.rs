//! The words a passphrase is suggested from: the EFF large word list, 7,776 words (CC BY 3.0 US, see `NOTICE.md`).
//!
//! Five words drawn evenly are worth 64.6 bits. 62 kB of text: only what draws passphrases should link it.

/// The list, a word to a line, in alphabetical order.
pub const EFF: &str = include_str!("passphrase/eff_large_wordlist.txt");

/// How many words there are: six to the power of five.
pub const COUNT: u16 = 7776;

/// The word at `index`, from 0 to `COUNT - 1`.
pub fn word(index: u16) -> Option<&'static str> {
    EFF.lines().nth(index.into())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn the_list_is_the_one_that_the_notice_describes() {
        let digest: String = Sha256::digest(EFF).iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(include_str!("NOTICE.md").contains(&digest));
    }

    #[test]
    fn all_words_are_there_once() {
        let words: BTreeSet<_> = EFF.lines().collect();
        assert_eq!(words.len(), usize::from(COUNT));
        assert_eq!(EFF.lines().count(), usize::from(COUNT));
        assert_eq!((word(0), word(COUNT - 1), word(COUNT)), (Some("abacus"), Some("zoom"), None));
    }

    #[test]
    fn a_word_is_typed_with_small_letters_and_hyphens_alone() {
        assert!(EFF.lines().all(|word| (3..=9).contains(&word.len())));
        assert!(EFF.lines().flat_map(str::chars).all(|c| c.is_ascii_lowercase() || c == '-'));
    }
}
