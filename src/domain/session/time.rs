//! The time of a session: pauses, minutes really delivered, and how much light the lantern still has.

use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};
use serde::{Deserialize, Serialize};

use crate::domain::Moment;

/// How many minutes before the end "five minutes left, then …" is said.
pub const SOON: u16 = 5;

const MINUTE: u64 = 60_000;

/// A break in a session, from when to when; to nothing while it lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// When it began.
    pub from: Moment,
    /// When the session went on.
    pub to: Option<Moment>,
}

/// On disk: [from, to or null].
impl<C> Encode<C> for Pause {
    fn encode<W: encode::Write>(&self, output: &mut Encoder<W>, c: &mut C) -> Result<(), encode::Error<W::Error>> {
        output.array(2)?.encode_with(self.from, c)?.encode_with(self.to, c)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Pause {
    fn decode(input: &mut Decoder<'b>, c: &mut C) -> Result<Self, decode::Error> {
        if input.array()? != Some(2) {
            return Err(decode::Error::message("a pause is two moments"));
        }
        Ok(Self { from: Decode::decode(input, c)?, to: Decode::decode(input, c)? })
    }
}

/// How the lantern burns: what a child can read instead of a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Burn {
    /// How much of its light is left, of a thousand parts.
    pub left: u16,
    /// Whole minutes left, counted up: one until the very end.
    pub minutes_left: u16,
    /// Whether "five minutes left" has been reached and it is not over yet.
    pub is_soon: bool,
    /// Whether the time that was meant for it is over. Nothing happens then: the adult ends a session.
    pub is_over: bool,
}

impl Burn {
    /// How it burns after so many milliseconds of so many minutes.
    pub fn after(delivered_millis: u64, minutes: u16) -> Self {
        let whole = u64::from(minutes) * MINUTE;
        let rest = whole.saturating_sub(delivered_millis);
        let left = (rest * 1000).checked_div(whole).unwrap_or(0);
        let minutes_left = u16::try_from(rest.div_ceil(MINUTE)).unwrap_or(u16::MAX);
        Self {
            left: u16::try_from(left).unwrap_or(1000),
            minutes_left,
            is_soon: rest > 0 && minutes_left <= SOON,
            is_over: rest == 0,
        }
    }
}

/// Milliseconds from one moment to another without the pauses. A clock that was set back makes a stretch count as
/// nothing, never as less than nothing.
pub fn delivered_millis(started: Moment, until: Moment, pauses: &[Pause]) -> u64 {
    let whole = until.utc_millis.saturating_sub(started.utc_millis);
    let paused: u64 = pauses
        .iter()
        .map(|pause| {
            let from = pause.from.utc_millis.max(started.utc_millis);
            let to = pause.to.unwrap_or(until).utc_millis.min(until.utc_millis);
            to.saturating_sub(from)
        })
        .sum();
    whole.saturating_sub(paused)
}

/// Whole minutes of so many milliseconds, to the nearest: what is counted towards the hours that a plan promised.
pub fn minutes_of(millis: u64) -> u32 {
    u32::try_from((millis + MINUTE / 2) / MINUTE).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: u64) -> Moment {
        Moment { utc_millis: 1_795_428_000_000 + minute * MINUTE, offset_minutes: 0 }
    }

    #[test]
    fn pauses_do_not_count() {
        let pauses = [Pause { from: at(10), to: Some(at(25)) }, Pause { from: at(40), to: None }];
        assert_eq!(delivered_millis(at(0), at(50), &pauses), 25 * MINUTE);
    }

    #[test]
    fn a_clock_set_back_takes_nothing_away() {
        assert_eq!(delivered_millis(at(30), at(10), &[]), 0);
        assert_eq!(delivered_millis(at(0), at(30), &[Pause { from: at(20), to: Some(at(5)) }]), 30 * MINUTE);
    }

    #[test]
    fn the_lantern_burns_down_and_says_when_it_is_soon() {
        let burn = |minute: u64| Burn::after(minute * MINUTE, 30);
        assert_eq!(burn(0), Burn { left: 1000, minutes_left: 30, is_soon: false, is_over: false });
        assert_eq!(burn(15).left, 500);
        assert!(!burn(24).is_soon && burn(25).is_soon && burn(29).is_soon);
        assert_eq!(burn(30), Burn { left: 0, minutes_left: 0, is_soon: false, is_over: true });
        assert!(burn(90).is_over);
        assert_eq!(Burn::after(29 * MINUTE + 59_000, 30).minutes_left, 1);
    }

    #[test]
    fn a_session_without_planned_minutes_has_no_light_to_burn() {
        assert!(Burn::after(0, 0).is_over);
    }

    #[test]
    fn minutes_are_counted_to_the_nearest() {
        assert_eq!([0, 29_999, 30_000, 89_999, 90_000].map(minutes_of), [0, 0, 1, 1, 2]);
    }
}
