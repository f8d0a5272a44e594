//! Lines that answer the feeling a child has just chosen: attune, validate, contain, soothe; and beside them one to
//! wonder with, and one that only listens, for when harm is possible.
//!
//! A word has several sets, so that the same word tomorrow is not answered with the same line.

use crate::domain::Level;

use super::{ByLevel, Provenance};

/// How much of the feeling there is in the room: what is loud is met differently from what is quiet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Energy {
    /// Loud, fast, big.
    High,
    /// Quiet, slow, turned in.
    Low,
}

/// A set of lines for one feeling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lines {
    /// For which energy it is worded; none fits both.
    pub energy: Option<Energy>,
    /// Meets how strong it is.
    pub attune: &'static str,
    /// Says that it makes sense.
    pub validate: &'static str,
    /// Says that it can be held, and what the edge is.
    pub contain: &'static str,
    /// Brings the body to where it can manage.
    pub soothe: &'static str,
    /// Wonders, without owning the answer. Never when harm is possible.
    pub wonder: &'static str,
    /// Only listens: an invitation that holds no guess.
    pub listen: &'static str,
}

mod written {
    use super::{ByLevel, Energy, Lines, Provenance};
    include!(concat!(env!("OUT_DIR"), "/lines.rs"));
}

/// A set of lines for the feeling with this key, worded for a child of `level`. `set_number` counts the times it was
/// asked for: after the last set comes the first again. None if there is no such feeling.
///
/// A word of a level below is answered in the child’s own level where that has it, and otherwise in the nearest level
/// below that has: such a word was chosen because it is plain, and so may the answer be.
pub fn for_feeling(level: Level, key: &str, energy: Energy, set_number: usize) -> Option<&'static Lines> {
    let below = Level::ALL.into_iter().rev().filter(|of| *of <= level);
    // Only a record from a time when the child had more words holds a word from above.
    let above = Level::ALL.into_iter().filter(|of| *of > level);
    pick(below.chain(above).find_map(|of| sets(of, key))?, energy, set_number)
}

/// A set of lines for a word of the child’s own, or for more words than one: it answers without naming a feeling.
pub fn for_own_word(level: Level, energy: Energy, set_number: usize) -> Option<&'static Lines> {
    pick(written::GENERAL.at(level), energy, set_number)
}

/// Where the lines of a level come from.
pub fn about(level: Level) -> &'static Provenance {
    ByLevel::from(written::ABOUT).at(level)
}

/// The sets that a level’s own file has for a feeling.
fn sets(level: Level, key: &str) -> Option<&'static [Lines]> {
    written::FEELINGS.at(level).iter().find(|(of, _)| *of == key).map(|(_, sets)| *sets)
}

/// The set with this number among those that fit, counted round and round.
fn pick(sets: &'static [Lines], energy: Energy, set_number: usize) -> Option<&'static Lines> {
    let fitting = || sets.iter().filter(|lines| lines.energy.is_none_or(|of| of == energy));
    fitting().nth(set_number.checked_rem(fitting().count())?)
}

impl Lines {
    /// Attune, validate, contain, soothe: the four steps in their order.
    pub const fn steps(&self) -> [&'static str; 4] {
        [self.attune, self.validate, self.contain, self.soothe]
    }
}

#[cfg(test)]
#[path = "lines_tests.rs"]
mod tests;
