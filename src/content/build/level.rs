//! The three language levels, and words that are there for each of them.

use serde::Deserialize;

use crate::reading::Spot;

/// A language level, as the files name it.
#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Very short words.
    A,
    /// Short sentences.
    B,
    /// As one speaks to a young adult.
    C,
}

impl Level {
    /// All of them, from the fewest words to the most.
    pub const ALL: [Self; 3] = [Self::A, Self::B, Self::C];
}

/// One of something for each level: `{ A = …, B = …, C = … }`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "UPPERCASE")]
pub struct ByLevel<T> {
    a: T,
    b: T,
    c: T,
}

impl<T> ByLevel<T> {
    /// The three, lowest level first.
    pub fn all(&self) -> [&T; 3] {
        [&self.a, &self.b, &self.c]
    }
}

impl ByLevel<String> {
    /// Checks the three texts and gives the Rust for them.
    pub fn texts(&self, spot: &mut Spot<'_>, field: &str, most: usize) -> String {
        for value in self.all() {
            spot.short(field, value, most);
        }
        let Self { a, b, c } = self;
        format!("ByLevel {{ a: {a:?}, b: {b:?}, c: {c:?} }}")
    }
}

/// Checks for which levels something is worded and gives the Rust for it.
pub fn ages(spot: &mut Spot<'_>, ages: &[Level]) -> String {
    if ages.is_empty() || !ages.is_sorted_by(|one, next| one < next) {
        spot.fault("ages are levels, each once, from the lowest to the highest");
    }
    let levels: Vec<_> = ages.iter().map(|level| format!("Level::{level:?}")).collect();
    format!("&[{}]", levels.join(", "))
}

/// Puts the Rust of entries, one for each level, together. A child of any level must find one.
pub fn one_for_each(spot: &mut Spot<'_>, entries: &[(Level, String)]) -> String {
    if !entries.iter().map(|(level, _)| *level).eq(Level::ALL) {
        spot.fault("must be there for A, B and C, once each and in that order");
    }
    let [a, b, c] = Level::ALL
        .map(|level| entries.iter().find(|(of, _)| *of == level).map(|(_, rust)| rust.as_str()).unwrap_or_default());
    format!("ByLevel {{\n    a: &{a},\n    b: &{b},\n    c: &{c},\n}}")
}
