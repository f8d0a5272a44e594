//! Three made-up children with a term of check-ins, as data from which a vault for looking around is built. Nobody here
//! exists.

use crate::domain::Level;

use super::Provenance;

/// A made-up child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Child {
    /// A nickname; never the full name of anybody.
    pub nickname: &'static str,
    /// The key of an animal.
    pub animal: &'static str,
    /// The key of a colour.
    pub colour: &'static str,
    /// The school year in England, 1 to 13.
    pub year: u8,
    /// Which words the child is offered.
    pub level: Level,
    /// Oldest first.
    pub check_ins: &'static [CheckIn],
}

/// One made-up check-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckIn {
    /// Days before the last school day. Mostly sevens, so that it stays a weekday.
    pub days_ago: u16,
    /// Minute of the day on the tablet’s clock: 570 is half past nine.
    pub minute: u16,
    /// Keys of feeling words of the child’s level.
    pub feelings: &'static [&'static str],
    /// A word of the child’s own.
    pub own_word: Option<&'static str>,
    /// An answer that is no feeling; only where there are no words.
    pub answer: Option<Answer>,
    /// 1 to 5 at levels A and B, 0 to 10 at level C.
    pub size: Option<u8>,
    /// Keys of places in the body.
    pub places: &'static [&'static str],
    /// Keys of sensations.
    pub sensations: &'static [&'static str],
}

/// An answer that stands in for words, and is worth as much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// “Pass”.
    Pass,
    /// “Don’t know”.
    DontKnow,
}

mod written {
    use super::{Answer, CheckIn, Child, Level, Provenance};
    include!(concat!(env!("OUT_DIR"), "/demo.rs"));
}

/// The made-up children.
pub fn children() -> &'static [Child] {
    written::CHILDREN
}

/// Where they come from.
pub fn about() -> &'static Provenance {
    written::ABOUT
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;

    use super::super::{body, feelings};
    use super::*;

    fn check_ins() -> impl Iterator<Item = (&'static Child, &'static CheckIn)> {
        children().iter().flat_map(|child| child.check_ins.iter().map(move |check_in| (child, check_in)))
    }

    #[test]
    fn there_is_a_child_of_every_level_with_a_term_behind_them() {
        assert!(children().iter().map(|child| child.level).eq([Level::A, Level::B, Level::C]));
        for child in children() {
            assert!((10..=14).contains(&child.check_ins.len()), "{}", child.nickname);
            assert!(child.check_ins.is_sorted_by_key(|check_in| (Reverse(check_in.days_ago), check_in.minute)));
        }
        assert!(about().source.contains("Invented"));
    }

    #[test]
    fn every_key_is_one_that_this_child_could_have_chosen() {
        for (child, check_in) in check_ins() {
            for key in check_in.feelings {
                assert!(feelings::up_to(child.level).any(|word| word.key == *key), "{}: {key}", child.nickname);
            }
            assert!(check_in.places.iter().all(|key| body::place(key).is_some()), "{}", child.nickname);
            assert!(check_in.sensations.iter().all(|key| body::sensation(key).is_some()), "{}", child.nickname);
        }
    }

    #[test]
    fn sizes_fit_the_level() {
        for (child, check_in) in check_ins() {
            let fits = match (child.level, check_in.size) {
                (_, None) => true,
                (Level::C, Some(size)) => size <= 10,
                (_, Some(size)) => (1..=5).contains(&size),
            };
            assert!(fits, "{}", child.nickname);
        }
    }

    #[test]
    fn pass_do_not_know_own_words_and_several_words_all_happen() {
        assert!(check_ins().any(|(_, check_in)| check_in.answer == Some(Answer::Pass)));
        assert!(check_ins().any(|(_, check_in)| check_in.answer == Some(Answer::DontKnow)));
        assert!(check_ins().any(|(_, check_in)| check_in.own_word.is_some()));
        assert!(check_ins().any(|(_, check_in)| check_in.feelings.len() > 1));
    }

    #[test]
    fn they_come_within_school_hours() {
        assert!(check_ins().all(|(_, check_in)| (8 * 60..16 * 60).contains(&check_in.minute)));
    }
}
