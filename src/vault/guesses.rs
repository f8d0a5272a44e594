//! The growing pause after wrong passphrases.
//!
//! It is there for decency, against somebody who sits at the tablet: whoever holds its files is slowed down by the key
//! derivation alone. A pause is never endless and nothing is ever wiped, or a child could destroy a year's work.

use super::VaultError;

/// The first byte of stored knocks.
const FORMAT: u8 = 1;
const SECONDS: [u64; 9] = [0, 0, 0, 5, 15, 30, 60, 120, 300];
const CAP_SECONDS: u64 = 900;

/// Wrong passphrases in a row. Kept on disk, so that a reload does not forget them; a right passphrase resets them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Knocks {
    /// How many in a row.
    pub failed: u32,
    /// When the last one was, in milliseconds since 1970 by the tablet's clock.
    pub last_millis: u64,
}

impl Knocks {
    /// When the next try is welcome, in milliseconds since 1970: `now` or earlier means at once, and it is never more
    /// than a quarter of an hour from `now`.
    ///
    /// A clock that reads before the last wrong try was set back: the pause then starts afresh, and `last_millis`
    /// becomes `now`. Save the knocks when they changed.
    pub fn wait_until(&mut self, now: u64) -> u64 {
        self.last_millis = self.last_millis.min(now);
        self.last_millis.saturating_add(self.pause_millis())
    }

    /// Takes note of a wrong passphrase.
    pub fn after_failure(&mut self, now: u64) {
        self.failed = self.failed.saturating_add(1);
        self.last_millis = now;
    }

    /// How long the pause is that these wrong tries have earned.
    fn pause_millis(self) -> u64 {
        let seconds = match self.failed.checked_sub(1) {
            None => 0,
            Some(place) => SECONDS.get(place as usize).copied().unwrap_or(CAP_SECONDS),
        };
        seconds * 1000
    }

    /// One byte of format, 4 of count, 8 of time, big-endian.
    pub fn to_bytes(self) -> [u8; 13] {
        let mut bytes = [FORMAT; 13];
        bytes[1..5].copy_from_slice(&self.failed.to_be_bytes());
        bytes[5..].copy_from_slice(&self.last_millis.to_be_bytes());
        bytes
    }

    /// Reads stored knocks.
    ///
    /// # Errors
    /// [`VaultError::TooNew`] or, for anything else, [`VaultError::NotAnEnvelope`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, VaultError> {
        let (&format, rest) = bytes.split_first().ok_or(VaultError::NotAnEnvelope)?;
        if format > FORMAT {
            return Err(VaultError::TooNew(format.into()));
        }
        let (failed, rest) = rest.split_first_chunk().ok_or(VaultError::NotAnEnvelope)?;
        let last_millis = rest.try_into().map_err(|_| VaultError::NotAnEnvelope)?;
        if format != FORMAT {
            return Err(VaultError::NotAnEnvelope);
        }
        Ok(Self { failed: u32::from_be_bytes(*failed), last_millis: u64::from_be_bytes(last_millis) })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_pause_grows_after_the_third_wrong_one_and_then_stays() {
        let mut knocks = Knocks::default();
        assert_eq!(knocks.wait_until(7), 0);
        let mut pauses = Vec::new();
        for round in 1..=12 {
            let now = round * 10_000_000;
            knocks.after_failure(now);
            pauses.push((knocks.wait_until(now) - now) / 1000);
        }
        assert_eq!(pauses, [0, 0, 0, 5, 15, 30, 60, 120, 300, 900, 900, 900]);
    }

    #[test]
    fn the_pause_passes_with_the_clock() {
        let mut knocks = Knocks { failed: 5, last_millis: 1_000_000 };
        for now in [1_000_000, 1_007_000, 1_014_999, 1_015_000, 9_000_000] {
            assert_eq!(knocks.wait_until(now), 1_015_000);
        }
    }

    #[test]
    fn a_clock_set_back_begins_the_pause_again_but_only_once() {
        let mut knocks = Knocks { failed: 10, last_millis: 900_000_000 };
        assert_eq!(knocks.wait_until(5_000), 905_000);
        assert_eq!(knocks.wait_until(400_000), 905_000, "the pause passes although the clock is still behind");
        assert_eq!(knocks.wait_until(905_000), 905_000);
    }

    #[test]
    fn the_count_does_not_overflow() {
        let mut knocks = Knocks { failed: u32::MAX, last_millis: u64::MAX };
        knocks.after_failure(u64::MAX);
        assert_eq!(knocks.failed, u32::MAX);
        assert_eq!(knocks.wait_until(u64::MAX), u64::MAX);
    }

    proptest! {
        #[test]
        fn whatever_the_clock_does_the_pause_is_never_longer_than_the_cap(
            failed: u32, last: u64, clock in prop::collection::vec(0u64..1 << 50, 1..20),
        ) {
            let mut knocks = Knocks { failed, last_millis: last };
            for now in clock {
                let before = knocks;
                let until = knocks.wait_until(now);
                prop_assert!(until <= now + 900_000);
                if now < before.last_millis {
                    prop_assert_eq!(until - now, knocks.pause_millis(), "set back: the whole pause from now");
                }
            }
        }

        #[test]
        fn knocks_survive_their_bytes(failed: u32, last_millis: u64) {
            let knocks = Knocks { failed, last_millis };
            prop_assert_eq!(Knocks::from_bytes(&knocks.to_bytes()), Ok(knocks));
        }

        #[test]
        fn no_bytes_make_it_panic(bytes: Vec<u8>) {
            if let Ok(knocks) = Knocks::from_bytes(&bytes) {
                prop_assert_eq!(knocks.to_bytes().to_vec(), bytes);
            }
        }
    }

    #[test]
    fn other_bytes_are_refused() {
        let bytes = Knocks::default().to_bytes();
        assert_eq!(Knocks::from_bytes(&[]), Err(VaultError::NotAnEnvelope));
        assert_eq!(Knocks::from_bytes(&bytes[..12]), Err(VaultError::NotAnEnvelope));
        assert_eq!(Knocks::from_bytes(&[2]), Err(VaultError::TooNew(2)));
        assert_eq!(Knocks::from_bytes(&[0; 13]), Err(VaultError::NotAnEnvelope));
    }
}
