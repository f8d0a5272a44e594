//! The words for passphrases: packed, because in a list in alphabetical order most letters are those of the word before.

use crate::reading::Reading;

/// Checks the list and packs it: before each word a digit, how many letters it shares with the one before.
pub fn pack(reading: &mut Reading) -> String {
    let name = "passphrase/eff_large_wordlist.txt";
    let Some(list) = reading.text(name) else { return String::new() };
    let (mut packed, mut before) = (String::new(), "");
    for word in list.lines() {
        let shared = word.bytes().zip(before.bytes()).take_while(|(one, other)| one == other).count();
        match word.split_at_checked(shared) {
            Some((_, rest))
                if shared < 10 && word > before && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') =>
            {
                packed += &format!("{shared}{rest}");
            }
            _ => reading.spot(name, word).fault("is not a word in its place in the alphabet"),
        }
        before = word;
    }
    packed
}
