//! The silent log of a session: everything that was tapped, with its time. Half of the note is made of it.

use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};
use serde::{Deserialize, Serialize};

use crate::domain::answers::record_id;
use crate::domain::{Moment, RecordId};

use super::Stage;

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When it happened.
    pub at: Moment,
    /// What happened.
    pub event: Event,
}

/// What is logged. Keys are those of content; one that a build does not know is shown as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// A stage began.
    Began(Stage),
    /// The session was left for a while.
    Paused,
    /// It went on.
    WentOn,
    /// A check-in was made; it is a record of its own.
    CheckIn(RecordId),
    /// Something was done together: an activity's key.
    Did(String),
    /// Something was done that is on no list, in the adult's words.
    DidOther(String),
    /// A calm activity was used: its slug.
    Calm(String),
    /// A line for the feeling of the moment was said: the feeling's key and which line it was.
    Line {
        /// The feeling's key, or the child's own word.
        feeling: String,
        /// Which of the lines.
        line: LineKind,
    },
    /// A set of side-by-side prompts was used: its slug.
    Prompt(String),
    /// "What would help?": the child chose this key.
    Helped(String),
    /// The child's own words, as they were said.
    Said(String),
    /// What the adult makes of it.
    Thought(String),
    /// What is to come of it.
    Next(String),
    /// A concern was passed on; what is kept of that is a record of its own.
    Concern(RecordId),
    /// Something that a newer app logged, carried along as it is.
    Newer(Vec<u8>),
}

/// Which of the lines that answer a feeling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LineKind {
    /// Meet it.
    Attune,
    /// Say that it makes sense.
    Validate,
    /// Hold it together.
    Contain,
    /// Bring the body back.
    Soothe,
    /// Be curious.
    Wonder,
    /// Only listen: what takes the place of wondering where harm may be involved.
    Listen,
}

impl LineKind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Self; 6] = [Self::Attune, Self::Validate, Self::Contain, Self::Soothe, Self::Wonder, Self::Listen];

    fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| *kind as u8 == number)
    }
}

// On disk an event is [number, …]. The numbers are never used again for anything else.
impl<C> Encode<C> for Event {
    fn encode<W: encode::Write>(&self, output: &mut Encoder<W>, c: &mut C) -> Result<(), encode::Error<W::Error>> {
        match self {
            Self::Began(stage) => output.array(2)?.u8(1)?.encode_with(stage, c)?.ok(),
            Self::Paused => output.array(1)?.u8(2)?.ok(),
            Self::WentOn => output.array(1)?.u8(3)?.ok(),
            Self::CheckIn(id) => output.array(2)?.u8(4)?.bytes(id.as_bytes())?.ok(),
            Self::Did(key) => output.array(2)?.u8(5)?.str(key)?.ok(),
            Self::DidOther(words) => output.array(2)?.u8(6)?.str(words)?.ok(),
            Self::Calm(slug) => output.array(2)?.u8(7)?.str(slug)?.ok(),
            Self::Line { feeling, line } => output.array(3)?.u8(8)?.str(feeling)?.u8(*line as u8)?.ok(),
            Self::Prompt(slug) => output.array(2)?.u8(9)?.str(slug)?.ok(),
            Self::Helped(key) => output.array(2)?.u8(10)?.str(key)?.ok(),
            Self::Said(words) => output.array(2)?.u8(11)?.str(words)?.ok(),
            Self::Thought(words) => output.array(2)?.u8(12)?.str(words)?.ok(),
            Self::Next(words) => output.array(2)?.u8(13)?.str(words)?.ok(),
            Self::Concern(id) => output.array(2)?.u8(14)?.bytes(id.as_bytes())?.ok(),
            Self::Newer(raw) => output.writer_mut().write_all(raw).map_err(encode::Error::write),
        }
    }
}

impl<'b, C> Decode<'b, C> for Event {
    fn decode(input: &mut Decoder<'b>, c: &mut C) -> Result<Self, decode::Error> {
        let start = input.position();
        let count = input.array()?.ok_or_else(|| decode::Error::message("an event is a list"))?;
        Ok(match (input.u32()?, count) {
            (1, 2) => Self::Began(Decode::decode(input, c)?),
            (2, 1) => Self::Paused,
            (3, 1) => Self::WentOn,
            (4, 2) => Self::CheckIn(record_id(input)?),
            (5, 2) => Self::Did(input.str()?.to_owned()),
            (6, 2) => Self::DidOther(input.str()?.to_owned()),
            (7, 2) => Self::Calm(input.str()?.to_owned()),
            (8, 3) => {
                let feeling = input.str()?.to_owned();
                let line = LineKind::from_number(input.u8()?);
                Self::Line { feeling, line: line.ok_or_else(|| decode::Error::message("no such line"))? }
            }
            (9, 2) => Self::Prompt(input.str()?.to_owned()),
            (10, 2) => Self::Helped(input.str()?.to_owned()),
            (11, 2) => Self::Said(input.str()?.to_owned()),
            (12, 2) => Self::Thought(input.str()?.to_owned()),
            (13, 2) => Self::Next(input.str()?.to_owned()),
            (14, 2) => Self::Concern(record_id(input)?),
            (1..=14, _) => return Err(decode::Error::message("an event of another length")),
            _ => {
                input.set_position(start);
                input.skip()?;
                let raw = input.input().get(start..input.position());
                Self::Newer(raw.map(<[u8]>::to_vec).unwrap_or_default())
            }
        })
    }
}

// On disk: [moment, event].
impl<C> Encode<C> for Entry {
    fn encode<W: encode::Write>(&self, output: &mut Encoder<W>, c: &mut C) -> Result<(), encode::Error<W::Error>> {
        output.array(2)?.encode_with(self.at, c)?.encode_with(&self.event, c)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Entry {
    fn decode(input: &mut Decoder<'b>, c: &mut C) -> Result<Self, decode::Error> {
        if input.array()? != Some(2) {
            return Err(decode::Error::message("an entry is a moment and an event"));
        }
        Ok(Self { at: Decode::decode(input, c)?, event: Decode::decode(input, c)? })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn what_a_newer_app_logged_is_carried_along_byte_for_byte() {
        let mut raw = Vec::new();
        Encoder::new(&mut raw).array(3).unwrap().u32(900).unwrap().str("later").unwrap().i8(-3).unwrap();
        let event: Event = minicbor::decode(&raw).unwrap();
        assert_eq!(event, Event::Newer(raw.clone()));
        assert_eq!(minicbor::to_vec(event).unwrap(), raw);
    }

    #[test]
    fn a_known_event_of_another_length_is_no_event() {
        for bytes in [vec![0x81, 5], vec![0x82, 2, 2], vec![0x83, 8, 0x60, 6]] {
            assert!(minicbor::decode::<Event>(&bytes).is_err(), "{bytes:?}");
        }
    }
}
