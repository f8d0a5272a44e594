//! Which words the page of feelings shows.

use crate::content::feelings::{self, FeelingWord};
use crate::domain::Level;

/// The words of a level that hold what was typed, in the word or in its meaning; those whose word begins with it first.
pub fn shown(level: Level, typed: &str) -> Vec<&'static FeelingWord> {
    let typed = plain(typed);
    let mut words: Vec<_> = feelings::up_to(level)
        .filter(|word| plain(word.word).contains(&typed) || plain(word.meaning).contains(&typed))
        .collect();
    feelings::put_in_order(&mut words, &|word| i32::from(!plain(word.word).starts_with(&typed)));
    words
}

/// All the words with their meanings, a line each, as they are read aloud.
pub fn spoken(words: &[&FeelingWord]) -> String {
    words.iter().map(|word| said(word)).collect::<Vec<_>>().join("\n")
}

/// A word and its meaning. The full stop makes a voice pause after the word.
pub fn said(word: &FeelingWord) -> String {
    format!("{}. {}", word.word, word.meaning)
}

/// Small letters, single spaces, a straight apostrophe: as people type.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_ascii_lowercase().replace('’', "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(level: Level, typed: &str) -> Vec<&'static str> {
        shown(level, typed).into_iter().map(|word| word.key).collect()
    }

    #[test]
    fn with_nothing_typed_a_level_shows_all_its_words_in_their_order() {
        for level in Level::ALL {
            let all: Vec<_> = feelings::up_to(level).map(|word| word.key).collect();
            assert_eq!(keys(level, ""), all);
            assert_eq!(keys(level, "  "), all);
        }
    }

    #[test]
    fn a_word_is_found_by_its_letters_however_they_are_typed() {
        assert_eq!(keys(Level::A, "WORR").first(), Some(&"worried"));
        assert_eq!(keys(Level::A, " mixed-up "), ["mixed-up"]);
        assert!(keys(Level::A, "furious").is_empty());
        assert_eq!(keys(Level::C, "furious").first(), Some(&"furious"));
    }

    #[test]
    fn a_meaning_finds_its_word_with_a_straight_apostrophe_too() {
        assert!(keys(Level::A, "can't keep still").contains(&"excited"));
        assert!(keys(Level::A, "can’t keep still").contains(&"excited"));
    }

    #[test]
    fn the_word_itself_goes_before_words_that_only_mean_it() {
        for word in feelings::all() {
            assert!(plain(shown(Level::C, word.word)[0].word).starts_with(&plain(word.word)), "{}", word.word);
        }
    }

    #[test]
    fn what_is_read_aloud_is_what_is_shown() {
        let words = shown(Level::A, "worr");
        let spoken = spoken(&words);
        for word in words {
            assert!(spoken.contains(word.word) && spoken.contains(word.meaning), "{}", word.key);
        }
    }
}
