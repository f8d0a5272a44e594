#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use super::*;
use crate::content::feelings;
use crate::content::rules::{leading, listening};

const ENERGIES: [Energy; 2] = [Energy::High, Energy::Low];

/// All sets of a level, those for words of the child’s own included.
fn of(level: Level) -> impl Iterator<Item = &'static Lines> {
    let answers = written::FEELINGS.at(level).iter().flat_map(|(_, sets)| *sets);
    answers.chain(written::GENERAL.at(level))
}

/// Every line of a set.
fn each(lines: &Lines) -> Vec<&'static str> {
    lines.steps().into_iter().chain([lines.wonder, lines.listen]).collect()
}

#[test]
fn every_feeling_is_answered_at_its_level_and_above_in_all_four_steps() {
    for level in Level::ALL {
        for word in feelings::up_to(level) {
            for energy in ENERGIES {
                let lines = for_feeling(level, word.key, energy, 0).unwrap();
                assert!(lines.steps().iter().all(|line| !line.is_empty()), "{} at {level:?}", word.key);
                assert!(lines.energy.is_none_or(|of| of == energy));
            }
        }
    }
}

#[test]
fn a_word_of_the_level_is_answered_in_the_words_of_the_level() {
    for word in feelings::all() {
        let own = sets(word.level, word.key).unwrap();
        assert!(own.contains(for_feeling(word.level, word.key, Energy::Low, 0).unwrap()), "{}", word.key);
    }
}

#[test]
fn a_word_from_above_is_answered_too() {
    let word = feelings::all().last().unwrap();
    assert_eq!(word.level, Level::C);
    assert_eq!(for_feeling(Level::A, word.key, Energy::High, 1), for_feeling(Level::C, word.key, Energy::High, 1));
}

#[test]
fn a_word_of_the_childs_own_has_no_key_and_is_answered_all_the_same() {
    for level in Level::ALL {
        assert_eq!(for_feeling(level, "grumbly", Energy::High, 0), None);
        for energy in ENERGIES {
            let answers: Vec<_> = (0..2).map(|number| for_own_word(level, energy, number).unwrap()).collect();
            assert_ne!(answers[0], answers[1], "{level:?} {energy:?}");
        }
    }
}

/// Nobody knows what a child’s own word means: an answer to it names no feeling.
#[test]
fn an_answer_to_an_own_word_names_no_feeling() {
    for level in Level::ALL {
        for line in written::GENERAL.at(level).iter().flat_map(each) {
            let words = line.split(|c: char| !c.is_alphabetic() && c != '’').map(str::to_lowercase);
            // “Safe” is what the room is, also where nobody feels it.
            for word in words.filter(|word| word != "safe" && word != "calm") {
                assert_eq!(feelings::find(&word).map(|word| word.key), None, "{level:?}: {line}");
            }
        }
    }
}

#[test]
fn after_the_last_set_comes_the_first_again() {
    for word in feelings::all() {
        for energy in ENERGIES {
            let at = |number| for_feeling(word.level, word.key, energy, number).unwrap();
            let count = sets(word.level, word.key).unwrap();
            let count = count.iter().filter(|lines| lines.energy.is_none_or(|of| of == energy)).count();
            assert_eq!(at(count), at(0), "{}", word.key);
            assert_eq!(at(usize::MAX), at(usize::MAX % count), "{}", word.key);
            let different: BTreeSet<_> = (0..count).map(|number| at(number).attune).collect();
            assert_eq!(different.len(), count, "{}", word.key);
        }
    }
}

#[test]
fn nothing_leads_where_a_child_may_begin_to_tell() {
    for lines in Level::ALL.into_iter().flat_map(of) {
        assert_eq!(leading(lines.wonder), Ok(()));
        assert_eq!(listening(lines.listen), Ok(()));
    }
}
