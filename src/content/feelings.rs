//! The feeling words: what each means to a child, where it lies on the pad, and how its face holds the brow.
//!
//! The pad has two axes, pleasantness and energy, each from -100 to 100 (after Russell’s circumplex model, 1980). A
//! child is offered the words of their level and of the levels below.

use crate::domain::Level;

use super::{ByLevel, Provenance};

/// One feeling word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FeelingWord {
    /// What is kept in a check-in; never changes.
    pub key: &'static str,
    /// The word itself.
    pub word: &'static str,
    /// The first level that has it.
    pub level: Level,
    /// From -100, feels bad, to 100, feels good.
    pub pleasantness: i8,
    /// From -100, hardly any energy, to 100, lots.
    pub energy: i8,
    /// The brow of its face: -100 pulled down and cross, 0 at rest, 100 raised in fright.
    pub brow: i8,
    /// What it means, in words for a child of its level.
    pub meaning: &'static str,
    /// When chosen, the adult is quietly reminded to think of safeguarding (`safeguarding::Page::quiet_reminder`). The
    /// child’s screen shows nothing of it, and nothing is scored.
    pub quiet_flag: bool,
}

mod written {
    use super::{FeelingWord, Level, Provenance};
    include!(concat!(env!("OUT_DIR"), "/feelings.rs"));
}

/// All words, lowest level first.
pub fn all() -> &'static [FeelingWord] {
    written::WORDS
}

/// The words offered to a child of `level`.
pub fn up_to(level: Level) -> impl Iterator<Item = &'static FeelingWord> {
    all().iter().filter(move |word| word.level <= level)
}

/// The word with this key.
pub fn find(key: &str) -> Option<&'static FeelingWord> {
    all().iter().find(|word| word.key == key)
}

/// Puts words in order, the least first; of two alike, the earlier stays the earlier.
///
/// Everything that sorts words sorts them here: a sort is compiled anew for each way of comparing.
pub fn put_in_order(words: &mut [&'static FeelingWord], by: &dyn Fn(&FeelingWord) -> i32) {
    words.sort_by_key(|word| by(word));
}

/// The `how_many` words of `level` that lie nearest to a place on the pad, nearest first; of two as near, the one that
/// stands earlier in the lists.
pub fn near(level: Level, pleasantness: i8, energy: i8, how_many: usize) -> Vec<&'static FeelingWord> {
    let mut words: Vec<_> = up_to(level).collect();
    put_in_order(&mut words, &|word| word.distance_squared(pleasantness, energy));
    words.truncate(how_many);
    words
}

/// The brow of the face at a place on the pad: each word of `level` pulls it towards its own, the nearer the harder, so
/// that the face turns smoothly from one to the next under a finger. From -100 to 100.
pub fn brow_at(level: Level, pleasantness: i8, energy: i8) -> i8 {
    /// How wide around a word its own brow holds: larger is softer.
    const SOFTNESS: i64 = 100;
    /// Keeps the weight of the farthest word on the pad above nought in whole numbers.
    const SCALE: i64 = 1 << 40;
    let (mut pull, mut weights) = (0, 0);
    for word in up_to(level) {
        let reach = i64::from(word.distance_squared(pleasantness, energy)) + SOFTNESS;
        let weight = SCALE / (reach * reach);
        pull += weight * i64::from(word.brow);
        weights += weight;
    }
    // A mean of numbers within ±100 is within ±100.
    i8::try_from(pull / weights.max(1)).unwrap_or_default()
}

/// Where the words of a level come from.
pub fn about(level: Level) -> &'static Provenance {
    ByLevel::from(written::ABOUT).at(level)
}

impl FeelingWord {
    fn distance_squared(&self, pleasantness: i8, energy: i8) -> i32 {
        let across = i32::from(self.pleasantness) - i32::from(pleasantness);
        let up = i32::from(self.energy) - i32::from(energy);
        across * across + up * up
    }
}

#[cfg(test)]
#[path = "feelings_tests.rs"]
mod tests;
