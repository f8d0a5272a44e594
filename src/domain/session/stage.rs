//! The six stages of a session. Each may be skipped, and those still to come may be put in another order.

use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};
use serde::{Deserialize, Serialize};

/// A stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    /// Coming in, settling, saying how long there is.
    Arrive,
    /// How is it today?
    CheckIn,
    /// Something done side by side.
    Activity,
    /// Looking back, and deciding together who may know what.
    Reflect,
    /// Bringing the body to where it can manage what comes next.
    CalmClose,
    /// What comes next, and when we meet again.
    BackToClass,
}

impl Stage {
    /// All stages in their usual order.
    pub const ALL: [Self; 6] =
        [Self::Arrive, Self::CheckIn, Self::Activity, Self::Reflect, Self::CalmClose, Self::BackToClass];

    /// The key by which content names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Arrive => "arrive",
            Self::CheckIn => "check-in",
            Self::Activity => "activity",
            Self::Reflect => "reflect",
            Self::CalmClose => "calm-close",
            Self::BackToClass => "back-to-class",
        }
    }

    /// The stage that content names so.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.key() == key)
    }

    /// The number that stands for it on disk: 1 to 6.
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The stage that a number on disk stands for.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.number() == number)
    }
}

/// On disk: its number.
impl<C> Encode<C> for Stage {
    fn encode<W: encode::Write>(&self, output: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        output.u8(self.number())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Stage {
    fn decode(input: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        Self::from_number(input.u8()?).ok_or_else(|| decode::Error::message("a stage of no known number"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_is_found_by_its_key_and_by_its_number() {
        for stage in Stage::ALL {
            assert_eq!(Stage::from_key(stage.key()), Some(stage));
            assert_eq!(Stage::from_number(stage.number()), Some(stage));
        }
        assert_eq!((Stage::from_key("lunch"), Stage::from_number(0), Stage::from_number(7)), (None, None, None));
    }
}
