//! A record's place in time that two tablets can agree on: a hybrid logical clock.
//!
//! Kulkarni et al., *Logical Physical Clocks* (2014): wall time where it can be trusted, a counter where it cannot, so
//! that a later edit is always the greater one even when the tablet's clock was set back in between.

use serde::{Deserialize, Serialize};

/// Orders the changes of a record: the highest revision wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Revision {
    /// Milliseconds since 1970 by the greatest clock seen; 48 bits.
    millis: u64,
    /// Tells changes of the same millisecond apart.
    counter: u16,
    /// A random number of the vault on this tablet, so that no two tablets make the same revision.
    author: u64,
}

impl Revision {
    const MILLIS_MAX: u64 = (1 << 48) - 1;

    /// Which vault on which tablet made it.
    pub const fn author(self) -> u64 {
        self.author
    }

    /// Milliseconds since 1970 by the greatest clock that was seen.
    pub const fn millis(self) -> u64 {
        self.millis
    }

    /// The first revision after this one that an author can give to the very same value. It stays behind every edit that
    /// came later, on whichever tablet.
    #[must_use]
    pub fn same_value_by(self, author: u64) -> Self {
        match self.counter.checked_add(1) {
            Some(counter) => Self { counter, author, ..self },
            None => Self { millis: self.millis + 1, counter: 0, author },
        }
    }

    /// Sixteen bytes whose order is the revisions' order: 6 of millis, 2 of counter, 8 of author, big-endian.
    pub fn to_bytes(self) -> [u8; 16] {
        let time = u128::from(self.millis & Self::MILLIS_MAX) << 80;
        (time | u128::from(self.counter) << 64 | u128::from(self.author)).to_be_bytes()
    }

    /// The revision that these bytes stand for; every value is a revision.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        let all = u128::from_be_bytes(bytes);
        Self { millis: (all >> 80) as u64, counter: (all >> 64) as u16, author: all as u64 }
    }
}

/// Gives out revisions that only ever grow.
#[derive(Clone, Debug)]
pub struct HybridClock {
    last: Revision,
}

impl HybridClock {
    /// A clock for one author; `author` is random and made once per vault and tablet.
    pub const fn new(author: u64) -> Self {
        Self { last: Revision { millis: 0, counter: 0, author } }
    }

    /// The next revision, given the wall clock's milliseconds: greater than every one seen or given before.
    pub fn tick(&mut self, now_millis: u64) -> Revision {
        let now = now_millis & Revision::MILLIS_MAX;
        if now > self.last.millis {
            self.last.millis = now;
            self.last.counter = 0;
        } else if let Some(next) = self.last.counter.checked_add(1) {
            self.last.counter = next;
        } else {
            self.last.millis += 1;
            self.last.counter = 0;
        }
        self.last
    }

    /// The same clock in another author's hands.
    #[must_use]
    pub const fn passed_to(self, author: u64) -> Self {
        Self { last: Revision { author, ..self.last } }
    }

    /// Whose revisions it gives out.
    pub const fn author(&self) -> u64 {
        self.last.author
    }

    /// The greatest milliseconds that were seen or given.
    pub const fn millis(&self) -> u64 {
        self.last.millis
    }

    /// Takes note of a revision read from disk or from another tablet.
    pub fn observe(&mut self, seen: Revision) {
        if (seen.millis, seen.counter) > (self.last.millis, self.last.counter) {
            self.last.millis = seen.millis;
            self.last.counter = seen.counter;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn revisions_grow_whatever_the_wall_clock_does(walls in prop::collection::vec(0u64..1 << 47, 1..200)) {
            let mut clock = HybridClock::new(7);
            let mut last = None;
            for wall in walls {
                let next = clock.tick(wall);
                prop_assert!(Some(next) > last);
                last = Some(next);
            }
        }

        #[test]
        fn the_order_of_bytes_is_the_order_of_revisions(a: [u8; 16], b: [u8; 16]) {
            let (left, right) = (Revision::from_bytes(a), Revision::from_bytes(b));
            prop_assert_eq!(left.to_bytes(), a);
            prop_assert_eq!(left.cmp(&right), a.cmp(&b));
        }
    }

    #[test]
    fn a_change_after_one_read_from_disk_is_the_later_one() {
        let from_disk = HybridClock::new(1).tick(5_000);
        let mut here = HybridClock::new(2);
        here.observe(from_disk);
        assert!(here.tick(10) > from_disk);
    }

    #[test]
    fn the_same_value_again_is_later_than_it_was_and_earlier_than_any_later_edit() {
        let (mut here, mut there) = (HybridClock::new(1), HybridClock::new(2));
        let first = here.tick(5_000);
        there.observe(first);
        let later = there.tick(5_001);
        let again = first.same_value_by(here.author());
        assert!(first < again && again < later && again.author() == 1);
        // Nothing else here can be given the same one, even while the clock stands.
        here.observe(again);
        assert!(here.tick(5_000) > again);
        let full = Revision { counter: u16::MAX, ..first };
        assert!(full.same_value_by(1) > full);
    }

    #[test]
    fn a_full_counter_borrows_a_millisecond() {
        let mut clock = HybridClock::new(1);
        let mut last = clock.tick(1);
        for _ in 0..70_000 {
            let next = clock.tick(1);
            assert!(next > last);
            last = next;
        }
    }
}
