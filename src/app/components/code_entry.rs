//! A short code while it is typed.

use core::fmt;

use zeroize::Zeroizing;

use crate::keeper::message::Whisper;

/// The fewest numbers of a short code.
pub const FEWEST: usize = 4;
/// The most.
pub const MOST: usize = 8;

/// The numbers typed so far; wiped when they are cleared or dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct CodeEntry(Zeroizing<String>);

impl Default for CodeEntry {
    fn default() -> Self {
        // Never longer than this, so that nothing is left behind by growing.
        Self(Zeroizing::new(String::with_capacity(MOST)))
    }
}

impl CodeEntry {
    /// Adds a number, 0 to 9, while one fits.
    pub fn press(&mut self, number: u8) {
        if self.len() < MOST && number <= 9 {
            self.0.push(char::from(b'0' + number));
        }
    }

    /// Takes the last number away.
    pub fn delete(&mut self) {
        self.0.pop();
    }

    /// Takes all of them away.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// How many numbers there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this can be a short code.
    pub fn is_enough(&self) -> bool {
        self.len() >= FEWEST
    }

    /// The code for the keeper.
    pub fn whisper(&self) -> Whisper {
        Whisper::new(String::clone(&self.0))
    }
}

impl fmt::Debug for CodeEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CodeEntry(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_and_go_at_the_end_and_no_more_than_eight_stay() {
        let mut entry = CodeEntry::default();
        entry.delete();
        for number in [2, 4, 6, 8, 10, 1, 3, 5, 7, 9] {
            entry.press(number);
        }
        assert_eq!(entry.whisper().expose(), "24681357");
        entry.delete();
        assert_eq!(entry.whisper().expose(), "2468135");
        entry.clear();
        assert!(entry.is_empty());
    }

    #[test]
    fn four_numbers_are_enough_and_three_are_not() {
        let mut entry = CodeEntry::default();
        for number in [0, 0, 7] {
            entry.press(number);
        }
        assert!(!entry.is_enough());
        entry.press(0);
        assert!(entry.is_enough());
        assert_eq!(entry.whisper().expose(), "0070");
    }

    #[test]
    fn a_log_shows_nothing_of_it() {
        let mut entry = CodeEntry::default();
        entry.press(7);
        assert!(!format!("{entry:?}").contains('7'));
    }
}
