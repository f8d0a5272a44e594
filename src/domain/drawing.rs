//! A child's own picture, as the strokes of a finger. It says what the child says it does, and nothing else.

use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};
use serde::{Deserialize, Serialize};

use super::{Fields, Kind, Moment, Record, RecordError};

/// The sides of a sheet, in its own units.
pub const SIDE: u16 = 1000;
/// How many points a picture may have in all: some minutes of scribbling.
pub const POINTS: usize = 12_000;

/// One stroke.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stroke {
    /// The key of its colour.
    pub colour: String,
    /// x, y, x, y …, each from 0 to [`SIDE`].
    pub points: Vec<u16>,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawing {
    /// When it was made.
    pub made: Moment,
    /// Its strokes, in the order in which they were drawn.
    pub strokes: Vec<Stroke>,
}

impl Drawing {
    /// Whether it is a picture that can be kept: something is on it, and not more than fits.
    pub fn is_sound(&self) -> bool {
        let points: usize = self.strokes.iter().map(|stroke| stroke.points.len() / 2).sum();
        let on_the_sheet =
            |stroke: &Stroke| stroke.points.len().is_multiple_of(2) && stroke.points.iter().all(|place| *place <= SIDE);
        (1..=POINTS).contains(&points) && self.strokes.iter().all(on_the_sheet)
    }
}

/// On disk: [colour, bytes], two bytes for a number, the high one first.
impl<C> Encode<C> for Stroke {
    fn encode<W: encode::Write>(&self, output: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        let bytes: Vec<u8> = self.points.iter().flat_map(|place| place.to_be_bytes()).collect();
        output.array(2)?.str(&self.colour)?.bytes(&bytes)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Stroke {
    fn decode(input: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        let wrong = || decode::Error::message("a stroke is a colour and pairs of numbers");
        if input.array()? != Some(2) {
            return Err(wrong());
        }
        let colour = input.str()?.to_owned();
        let bytes = input.bytes()?;
        if !bytes.len().is_multiple_of(4) {
            return Err(wrong());
        }
        let points = bytes.chunks_exact(2).map(|pair| pair.iter().fold(0, |sum, byte| (sum << 8) | u16::from(*byte)));
        Ok(Self { colour, points: points.collect() })
    }
}

impl Record for Drawing {
    const KIND: Kind = Kind::DRAWING;
    const VERSION: u16 = 1;

    fn read(fields: &mut Fields) -> Result<Self, RecordError> {
        let drawing = Self { made: fields.need(1)?, strokes: fields.need(2)? };
        if drawing.is_sound() { Ok(drawing) } else { Err(RecordError::Unexpected(2)) }
    }

    fn write(&self, fields: &mut Fields) {
        fields.put(1, self.made);
        fields.put(2, &self.strokes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(points: Vec<u16>) -> Drawing {
        let made = Moment { utc_millis: 0, offset_minutes: 0 };
        Drawing { made, strokes: vec![Stroke { colour: "red".into(), points }] }
    }

    #[test]
    fn an_empty_sheet_half_a_point_and_a_point_beside_it_are_no_pictures() {
        assert!(of(vec![0, 0, 1000, 1000]).is_sound());
        for points in [vec![], vec![5], vec![1001, 0]] {
            assert!(!of(points).is_sound());
        }
        assert!(!of(vec![1; POINTS * 2 + 2]).is_sound());
    }
}
