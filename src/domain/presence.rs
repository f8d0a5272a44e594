//! Whether the adult is still there: when the screen is to be covered, and when the vault is to be locked.
//!
//! Two clocks are read, because each can be fooled: the wall clock can be set, and the monotonic clock may stand still
//! while the tablet sleeps. The longer of the two times counts. Where the wall clock was set back nobody knows how long it
//! was: then the screen is covered at once, and what was covered is locked.

use super::Preferences;

/// The two clocks at one instant, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clocks {
    /// Since 1970 by the wall clock; can be set.
    pub wall: u64,
    /// Since some start; only grows, may sleep.
    pub steady: u64,
}

impl Clocks {
    /// How long it is since then: by whichever clock says longer.
    pub fn since(self, then: Self) -> u64 {
        let steady = self.steady.saturating_sub(then.steady);
        let wall = self.wall.saturating_sub(then.wall);
        steady.max(wall)
    }

    /// Whether the wall clock was set back since then, by more than a clock is put right by itself.
    const fn was_set_back_since(self, then: Self) -> bool {
        let steady = self.steady.saturating_sub(then.steady);
        self.wall.saturating_add(PUT_RIGHT) < then.wall.saturating_add(steady)
    }
}

/// What the watch asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing: the adult is there.
    Stay,
    /// Cover the screen.
    Cover,
    /// End it: the keys must go.
    Lock,
}

/// A clock that is put right by the network or by a change of zone moves by less than this, in milliseconds.
const PUT_RIGHT: u64 = 90_000;

/// The number of wrong codes after which a cover becomes a lock.
pub const COVER_TRIES: u8 = 5;

/// Watches one unlocked vault.
#[derive(Clone, Debug)]
pub struct Watch {
    cover_after: u64,
    lock_after: u64,
    touched: Clocks,
    /// Since when it is covered.
    covered: Option<Clocks>,
    /// The tablet is turned to the child, and how long it may lie untouched like this, in milliseconds.
    turned: Option<u64>,
    /// Tries of the short code since it was right last.
    tries_left: u8,
}

impl Watch {
    /// A watch over a vault that was unlocked just now.
    pub fn new(preferences: &Preferences, now: Clocks) -> Self {
        let mut watch =
            Self { cover_after: 0, lock_after: 0, touched: now, covered: None, turned: None, tries_left: COVER_TRIES };
        watch.follow(preferences);
        watch
    }

    /// Follows changed preferences.
    pub fn follow(&mut self, preferences: &Preferences) {
        self.cover_after = u64::from(preferences.cover_after_minutes) * 60_000;
        self.lock_after = u64::from(preferences.lock_after_minutes) * 60_000;
    }

    /// Someone touched the open screen. A touch on the cover, or one that comes too late, does not count.
    pub fn touch(&mut self, now: Clocks) {
        if self.verdict(now) == Verdict::Stay && self.covered.is_none() {
            self.touched = now;
        }
    }

    /// Covers the screen. What was covered longer ago stays so.
    pub fn cover(&mut self, now: Clocks) {
        if self.covered.is_none() {
            self.covered = Some(now);
        }
    }

    /// The tablet is turned to the child, or back to the child from under the cover. It may lie untouched for
    /// `stays` milliseconds (a lantern that burns while something is made) before the time to the lock begins.
    pub fn turn(&mut self, stays: u64, now: Clocks) {
        self.turned = Some(stays);
        self.covered = None;
        self.touched = now;
    }

    /// Whether the child has it, under the cover or not.
    pub const fn is_turned(&self) -> bool {
        self.turned.is_some()
    }

    /// Whether the screen is covered.
    pub const fn is_covered(&self) -> bool {
        self.covered.is_some()
    }

    /// How many tries are left at the cover. Going back to the child and covering again gives no new ones.
    pub const fn tries_left(&self) -> u8 {
        self.tries_left
    }

    /// What is due by now.
    pub fn verdict(&self, now: Clocks) -> Verdict {
        let idle = now.since(self.touched);
        match (self.covered, self.turned) {
            (Some(_), _) if self.tries_left == 0 => Verdict::Lock,
            (Some(since), _) if now.since(since) >= self.lock_after => Verdict::Lock,
            (Some(since), _) if now.was_set_back_since(since) => Verdict::Lock,
            (Some(_), _) => Verdict::Stay,
            // The child's side needs no cover: nothing of anybody else is there.
            (None, Some(stays)) if idle >= stays.max(self.cover_after) + self.lock_after => Verdict::Lock,
            (None, Some(_)) => Verdict::Stay,
            (None, None) if idle >= self.cover_after + self.lock_after => Verdict::Lock,
            (None, None) if idle >= self.cover_after || now.was_set_back_since(self.touched) => Verdict::Cover,
            (None, None) => Verdict::Stay,
        }
    }

    /// Someone typed a code at the cover: opened, for the adult, when it is right and not too late.
    pub fn uncover(&mut self, right: bool, now: Clocks) -> Verdict {
        if self.verdict(now) == Verdict::Lock {
            return Verdict::Lock;
        }
        if self.covered.is_none() {
            return Verdict::Stay;
        }
        if right {
            self.covered = None;
            self.turned = None;
            self.tries_left = COVER_TRIES;
            self.touched = now;
            return Verdict::Stay;
        }
        self.tries_left = self.tries_left.saturating_sub(1);
        if self.tries_left == 0 { Verdict::Lock } else { Verdict::Cover }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MINUTE: u64 = 60_000;
    const NOON: Clocks = Clocks { wall: 1_000_000_000, steady: 5_000 };

    fn watch() -> Watch {
        Watch::new(&Preferences::new("Sam".into()), NOON)
    }

    fn later(minutes: u64) -> Clocks {
        Clocks { wall: NOON.wall + minutes * MINUTE, steady: NOON.steady + minutes * MINUTE }
    }

    #[test]
    fn two_idle_minutes_cover_and_a_quarter_of_an_hour_more_locks() {
        let mut watch = watch();
        assert_eq!(watch.verdict(later(1)), Verdict::Stay);
        assert_eq!(watch.verdict(later(2)), Verdict::Cover);
        watch.cover(later(2));
        assert_eq!(watch.verdict(later(16)), Verdict::Stay);
        assert_eq!(watch.verdict(later(17)), Verdict::Lock);
    }

    #[test]
    fn a_touch_keeps_it_open() {
        let mut watch = watch();
        watch.touch(later(1));
        assert_eq!(watch.verdict(later(2)), Verdict::Stay);
        assert_eq!(watch.verdict(later(3)), Verdict::Cover);
    }

    #[test]
    fn a_touch_after_a_long_sleep_does_not_reopen() {
        let mut watch = watch();
        watch.touch(later(60));
        assert_eq!(watch.verdict(later(60)), Verdict::Lock);
    }

    #[test]
    fn a_tablet_that_slept_locks_although_its_steady_clock_stood_still() {
        let mut watch = watch();
        watch.cover(NOON);
        let woken = Clocks { wall: NOON.wall + 20 * MINUTE, steady: NOON.steady + 1 };
        assert_eq!(watch.verdict(woken), Verdict::Lock);
        assert_eq!(watch.uncover(true, woken), Verdict::Lock);
    }

    #[test]
    fn a_wall_clock_set_back_does_not_keep_it_open() {
        let mut watch = watch();
        watch.cover(NOON);
        let set_back = Clocks { wall: 0, steady: NOON.steady + 15 * MINUTE };
        assert_eq!(watch.verdict(set_back), Verdict::Lock);
    }

    #[test]
    fn five_wrong_codes_lock_and_the_right_one_then_comes_too_late() {
        let mut watch = watch();
        watch.cover(NOON);
        for left in (1..COVER_TRIES).rev() {
            assert_eq!(watch.uncover(false, NOON), Verdict::Cover);
            assert_eq!(watch.tries_left(), left);
        }
        assert_eq!(watch.uncover(false, NOON), Verdict::Lock);
        assert_eq!(watch.uncover(true, NOON), Verdict::Lock);
    }

    #[test]
    fn covering_again_gives_no_new_tries_and_no_new_time() {
        let mut watch = watch();
        watch.cover(NOON);
        watch.uncover(false, NOON);
        watch.cover(later(10));
        assert_eq!(watch.tries_left(), COVER_TRIES - 1);
        assert_eq!(watch.verdict(later(15)), Verdict::Lock);
    }

    #[test]
    fn the_right_code_brings_the_screen_back() {
        let mut watch = watch();
        watch.cover(later(1));
        assert_eq!(watch.uncover(true, later(5)), Verdict::Stay);
        assert!(!watch.is_covered());
        assert_eq!(watch.verdict(later(6)), Verdict::Stay);
    }

    #[test]
    fn the_childs_side_is_not_covered_and_locks_only_after_its_time() {
        let mut watch = watch();
        watch.turn(30 * MINUTE, NOON);
        assert!(watch.is_turned());
        assert_eq!(watch.verdict(later(44)), Verdict::Stay);
        assert_eq!(watch.verdict(later(45)), Verdict::Lock);
    }

    #[test]
    fn only_the_code_brings_it_back_to_the_adult() {
        let mut watch = watch();
        watch.turn(0, NOON);
        assert_eq!(watch.uncover(true, NOON), Verdict::Stay);
        assert!(watch.is_turned(), "nobody had covered it");
        watch.cover(later(1));
        assert_eq!(watch.uncover(true, later(1)), Verdict::Stay);
        assert!(!watch.is_turned());
    }

    #[test]
    fn going_back_to_the_child_gives_no_new_tries() {
        let mut watch = watch();
        watch.turn(0, NOON);
        for _ in 1..COVER_TRIES {
            watch.cover(NOON);
            assert_eq!(watch.uncover(false, NOON), Verdict::Cover);
            watch.turn(0, NOON);
        }
        watch.cover(NOON);
        assert_eq!(watch.uncover(false, NOON), Verdict::Lock);
    }

    const SECOND: i64 = 1_000;
    const HOUR: i64 = 3_600 * SECOND;
    const YEAR: i64 = 8_766 * HOUR;
    const JUMPS: [i64; 8] = [-SECOND, SECOND, -HOUR, HOUR, -26 * HOUR, 26 * HOUR, -5 * YEAR, 5 * YEAR];

    /// A clock that starts in the middle of a century, so that it can jump both ways.
    const THEN: Clocks = Clocks { wall: 1_795_428_000_000, steady: 5_000 };

    /// So many milliseconds of the steady clock later, with the wall clock moved besides.
    fn jumped(passed: u64, slept: u64, jump: i64) -> Clocks {
        let wall = (THEN.wall + passed + slept).saturating_add_signed(jump);
        Clocks { wall, steady: THEN.steady + passed }
    }

    /// Eight jumps of the wall clock in eight situations: 64 cases of which none keeps it open longer than it should,
    /// and no second to and fro closes it.
    #[test]
    fn no_jump_of_the_clock_fools_the_lock() {
        let open = Watch::new(&Preferences::new("Sam".into()), THEN);
        let mut covered = open.clone();
        covered.cover(THEN);
        let mut cases = 0;
        for jump in JUMPS {
            let little = jump.abs() <= SECOND;
            let back = jump < 0 && !little;
            // In use: touched a moment ago, or a minute ago.
            for passed in [0, MINUTE] {
                let expected = match jump {
                    _ if little => Verdict::Stay,
                    _ if back => Verdict::Cover,
                    // Forward, it may as well have slept for so long.
                    _ => Verdict::Lock,
                };
                assert_eq!(open.verdict(jumped(passed, 0, jump)), expected, "{jump} in use");
                cases += 1;
            }
            // Left alone: three minutes, an hour; awake, or asleep with a steady clock that stood still.
            assert_ne!(open.verdict(jumped(3 * MINUTE, 0, jump)), Verdict::Stay, "{jump} left alone");
            assert_eq!(open.verdict(jumped(60 * MINUTE, 0, jump)), Verdict::Lock, "{jump} left for an hour");
            assert_ne!(open.verdict(jumped(0, 60 * MINUTE, jump.max(-HOUR / 2))), Verdict::Stay, "{jump} asleep");
            // Under the cover: for a minute, for a quarter of an hour, asleep.
            let expected = if little { Verdict::Stay } else { Verdict::Lock };
            assert_eq!(covered.verdict(jumped(MINUTE, 0, jump)), expected, "{jump} under the cover");
            assert_eq!(covered.verdict(jumped(15 * MINUTE, 0, jump)), Verdict::Lock, "{jump} under the cover for long");
            assert_eq!(covered.clone().uncover(true, jumped(16 * MINUTE, 0, jump)), Verdict::Lock, "{jump} too late");
            cases += 6;
        }
        assert_eq!(cases, 64);
    }

    #[test]
    fn once_it_was_covered_for_a_clock_set_back_the_code_opens_it() {
        let mut watch = Watch::new(&Preferences::new("Sam".into()), THEN);
        let now = jumped(1_000, 0, -HOUR);
        assert_eq!(watch.verdict(now), Verdict::Cover);
        watch.cover(now);
        assert_eq!(watch.uncover(true, now), Verdict::Stay);
        assert_eq!(watch.verdict(now), Verdict::Stay);
    }

    #[test]
    fn a_touch_does_not_hide_that_the_clock_was_set_back() {
        let mut watch = Watch::new(&Preferences::new("Sam".into()), THEN);
        watch.touch(jumped(1_000, 0, -HOUR));
        assert_eq!(watch.verdict(jumped(1_000, 0, -HOUR)), Verdict::Cover);
    }

    proptest! {
        /// Whatever the two clocks do, an hour of steady time without a touch never leaves it open.
        #[test]
        fn no_jump_of_the_wall_clock_keeps_an_idle_screen_open(walls in prop::collection::vec(any::<u32>(), 60)) {
            let watch = watch();
            for (minute, wall) in walls.into_iter().enumerate() {
                let now = Clocks { wall: wall.into(), steady: NOON.steady + (minute as u64 + 2) * MINUTE };
                prop_assert_ne!(watch.verdict(now), Verdict::Stay);
            }
        }
    }
}
