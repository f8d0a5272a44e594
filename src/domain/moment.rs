//! When something happened, as the clock on the wall showed it.

use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};
use serde::{Deserialize, Serialize};

/// An instant together with the wall clock's distance from UTC at that instant, so that a check-in recorded at
/// ten past nine still says ten past nine after the tablet has travelled or the clocks have changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Moment {
    /// Milliseconds since 1 January 1970, UTC.
    pub utc_millis: u64,
    /// Minutes to add to UTC to get the wall clock's time: 60 in British summer.
    pub offset_minutes: i16,
}

impl Moment {
    /// The wall clock's reading, in milliseconds since 1 January 1970 by that clock.
    pub const fn wall_millis(self) -> u64 {
        self.utc_millis.saturating_add_signed(self.offset_minutes as i64 * 60_000)
    }

    /// Whole days by the wall clock since 1 January 1970: equal for two moments of the same calendar day.
    pub const fn wall_day(self) -> u64 {
        self.wall_millis() / 86_400_000
    }
}

/// On disk: an array of the two numbers.
impl<C> Encode<C> for Moment {
    fn encode<W: encode::Write>(&self, output: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        output.array(2)?.u64(self.utc_millis)?.i16(self.offset_minutes)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Moment {
    fn decode(input: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        match input.array()? {
            Some(2) => Ok(Self { utc_millis: input.u64()?, offset_minutes: input.i16()? }),
            _ => Err(decode::Error::message("a moment is two numbers")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wall_clock_decides_the_day() {
        let half_past_midnight_bst = Moment { utc_millis: 86_400_000 - 1_800_000, offset_minutes: 60 };
        assert_eq!(half_past_midnight_bst.wall_day(), 1);
        assert_eq!(Moment { offset_minutes: 0, ..half_past_midnight_bst }.wall_day(), 0);
    }

    #[test]
    fn a_clock_west_of_greenwich_at_the_epoch_does_not_underflow() {
        assert_eq!(Moment { utc_millis: 0, offset_minutes: -60 }.wall_millis(), 0);
    }
}
