//! The words a passphrase is suggested from: the EFF large word list, 7,776 words (CC BY 3.0 US, see `NOTICE.md`).
//!
//! Five words drawn evenly are worth 64.6 bits. 33 kB of text: only what draws passphrases should link it.

use std::sync::OnceLock;

/// The list in alphabetical order: before each word a digit, how many letters it shares with the one before.
const PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/wordlist.txt"));

/// How many words there are: six to the power of five.
pub const COUNT: u16 = 7776;

/// The word at `index`, from 0 to `COUNT - 1`.
pub fn word(index: u16) -> Option<&'static str> {
    // All of it is unpacked at the first draw: nothing in memory then tells which words were drawn.
    static LIST: OnceLock<String> = OnceLock::new();
    LIST.get_or_init(unpacked).lines().nth(index.into())
}

/// The list, a word to a line.
fn unpacked() -> String {
    let (mut list, mut word) = (String::with_capacity(usize::from(COUNT) * 8), String::new());
    for letter in PACKED.chars() {
        match letter.to_digit(10) {
            Some(shared) => {
                list += &word;
                if !word.is_empty() {
                    list.push('\n');
                }
                word.truncate(shared as usize);
            }
            None => word.push(letter),
        }
    }
    list + &word
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use sha2::{Digest, Sha256};

    use super::*;

    /// The list as it was published.
    const EFF: &str = include_str!("passphrase/eff_large_wordlist.txt");

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
        assert!(unpacked().lines().eq(EFF.lines()));
        assert_eq!((word(0), word(COUNT - 1), word(COUNT)), (Some("abacus"), Some("zoom"), None));
    }

    #[test]
    fn a_word_is_typed_with_small_letters_and_hyphens_alone() {
        assert!(EFF.lines().all(|word| (3..=9).contains(&word.len())));
        assert!(EFF.lines().flat_map(str::chars).all(|c| c.is_ascii_lowercase() || c == '-'));
    }
}
