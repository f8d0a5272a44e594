//! One of something for each language level.

use crate::domain::Level;

/// The same thing in three languages: of a child of five, of nine, and of somebody nearly grown up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ByLevel<T> {
    /// For level A.
    pub a: T,
    /// For level B.
    pub b: T,
    /// For level C.
    pub c: T,
}

impl<T> From<[T; 3]> for ByLevel<T> {
    fn from([a, b, c]: [T; 3]) -> Self {
        Self { a, b, c }
    }
}

impl<T: Copy> ByLevel<T> {
    /// What there is for `level`.
    pub const fn at(&self, level: Level) -> T {
        match level {
            Level::A => self.a,
            Level::B => self.b,
            Level::C => self.c,
        }
    }
}
