#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use super::*;

const LEVELS: [Level; 3] = [Level::A, Level::B, Level::C];

/// Every fifth place of the pad on both axes, edges and corners included.
fn places() -> impl Iterator<Item = (i8, i8)> {
    let axis = || (-100..=100).step_by(5);
    axis().flat_map(move |pleasantness| axis().map(move |energy| (pleasantness, energy)))
}

#[test]
fn each_level_adds_its_own_words_to_those_below() {
    assert_eq!(LEVELS.map(|level| up_to(level).count()), [16, 36, 64]);
}

#[test]
fn only_the_three_words_that_may_mean_more_are_flagged() {
    let flagged: Vec<_> = all().iter().filter(|word| word.quiet_flag).map(|word| word.key).collect();
    assert_eq!(flagged, ["numb", "hopeless", "empty"]);
}

#[test]
fn a_word_is_found_by_its_key() {
    for word in all() {
        assert_eq!(find(word.key), Some(word));
    }
    assert_eq!(find("grumpy"), None);
}

#[test]
fn a_word_is_the_nearest_at_its_own_place_at_every_level_that_has_it() {
    for level in LEVELS {
        for word in up_to(level) {
            assert_eq!(near(level, word.pleasantness, word.energy, 1), [word]);
        }
    }
}

/// Where a word stands in the lists.
fn place(word: &FeelingWord) -> Option<usize> {
    all().iter().position(|other| other == word)
}

#[test]
fn near_gives_that_many_different_words_of_the_level_nearest_first() {
    for level in LEVELS {
        for (pleasantness, energy) in places() {
            let words = near(level, pleasantness, energy, 5);
            assert_eq!(words.len(), 5);
            assert!(words.iter().all(|word| word.level <= level));
            assert!(words.is_sorted_by_key(|word| (word.distance_squared(pleasantness, energy), place(word))));
            let last = words.last().unwrap().distance_squared(pleasantness, energy);
            let nearer = up_to(level).filter(|word| word.distance_squared(pleasantness, energy) < last).count();
            assert!(nearer < 5, "a nearer word was left out at {pleasantness}, {energy}");
        }
    }
}

#[test]
fn near_gives_no_more_words_than_there_are() {
    assert_eq!(near(Level::A, 0, 0, 0).len(), 0);
    assert_eq!(near(Level::A, i8::MIN, i8::MAX, 100).len(), 16);
}

/// Whoever moves the finger over the whole pad meets every word of the level among the five that are offered.
#[test]
fn every_word_of_a_level_can_be_reached_from_the_pad() {
    for level in LEVELS {
        let offered: BTreeSet<_> = places()
            .flat_map(|(pleasantness, energy)| near(level, pleasantness, energy, 5))
            .map(|word| word.key)
            .collect();
        assert_eq!(offered, up_to(level).map(|word| word.key).collect());
    }
}

/// The corners of the design: bad and lively holds anger and fright, good and lively joy, good and quiet calm, bad and
/// quiet sorrow.
#[test]
fn the_first_sixteen_words_lie_four_to_a_quarter() {
    let quarter = |pleasant: bool, lively: bool| {
        up_to(Level::A)
            .filter(|word| (word.pleasantness > 0) == pleasant && (word.energy > 0) == lively)
            .map(|word| word.key)
            .collect::<Vec<_>>()
    };
    assert_eq!(quarter(true, true), ["happy", "excited", "proud", "silly"]);
    assert_eq!(quarter(true, false), ["calm", "safe", "cosy", "loved"]);
    assert_eq!(quarter(false, true), ["cross", "scared", "worried", "mixed-up"]);
    assert_eq!(quarter(false, false), ["sad", "tired", "lonely", "bored"]);
}

#[test]
fn at_a_word_the_brow_is_close_to_the_words_own() {
    for level in LEVELS {
        for word in up_to(level) {
            let brow = brow_at(level, word.pleasantness, word.energy);
            assert!(brow.abs_diff(word.brow) <= 15, "{} at {level:?}: {brow} for {}", word.key, word.brow);
        }
    }
}

#[test]
fn the_brow_never_jumps_and_never_leaves_its_range() {
    for level in LEVELS {
        for (pleasantness, energy) in places() {
            let here = brow_at(level, pleasantness, energy);
            assert!((-100..=100).contains(&here));
            // A finger’s smallest step, in each direction: about three pixels of a tablet’s pad.
            for (p, e) in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
                let there = brow_at(level, pleasantness + p, energy + e);
                assert!(here.abs_diff(there) <= 15, "{level:?} {pleasantness}, {energy}: {here} to {there}");
            }
        }
    }
}

#[test]
fn off_the_pad_the_brow_still_has_a_value() {
    for corner in [(i8::MIN, i8::MIN), (i8::MIN, i8::MAX), (i8::MAX, i8::MIN), (i8::MAX, i8::MAX)] {
        assert!((-100..=100).contains(&brow_at(Level::C, corner.0, corner.1)));
    }
}

/// Level A is read aloud to a five-year-old: short sentences of short words.
#[test]
fn meanings_at_level_a_are_simple() {
    for word in up_to(Level::A) {
        let words: Vec<_> = word.meaning.trim_end_matches('.').split_whitespace().collect();
        let letters: usize = words.iter().map(|word| word.chars().filter(|c| c.is_alphabetic()).count()).sum();
        let longest = words.iter().map(|word| word.chars().filter(|c| c.is_alphabetic()).count()).max().unwrap();
        assert!(words.len() <= 11, "{}: {} words", word.key, words.len());
        assert!(longest <= 9, "{}: a word of {longest} letters", word.key);
        assert!(letters <= words.len() * 5, "{}: {letters} letters in {} words", word.key, words.len());
    }
}

#[test]
fn every_meaning_is_one_sentence() {
    for word in all() {
        assert!(word.meaning.ends_with('.'), "{}", word.key);
        assert_eq!(word.meaning.matches('.').count(), 1, "{}", word.key);
        assert!(word.meaning.starts_with(char::is_uppercase), "{}", word.key);
    }
}

#[test]
fn every_level_says_where_its_words_come_from() {
    for level in LEVELS {
        assert_eq!(about(level).licence, "CC BY 4.0");
        assert_eq!(about(level).reviewed_in, "November 2026");
    }
}
