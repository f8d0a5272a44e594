//! What a child answered. "Pass" and "I don't know" are answers; an unasked question is not one.

use minicbor::{Decode, Decoder, Encode, Encoder, data::Type, decode, encode};
use serde::{Deserialize, Serialize};

use super::RecordId;

/// One question's answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer<T> {
    /// The question has not been put, or has not been answered yet.
    #[default]
    Unasked,
    /// "Pass": the child would rather not.
    Passed,
    /// "I don't know".
    DontKnow,
    /// "Not today": the child does not want to be asked this, or anything after it, today.
    NotToday,
    /// The child said this.
    Given(T),
}

impl<T> Answer<T> {
    /// What the child said, if they said something.
    pub const fn given(&self) -> Option<&T> {
        match self {
            Self::Given(value) => Some(value),
            _ => None,
        }
    }

    /// Whether the question has been answered in any way, passing included.
    pub const fn is_answered(&self) -> bool {
        !matches!(self, Self::Unasked)
    }
}

/// A word for a feeling.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FeelingWord {
    /// A word of the vocabulary, by its key. A key that this build does not know is shown as it is.
    Known(String),
    /// The child's own word, as they said it.
    Own(String),
}

/// A place on the feeling pad.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PadPoint {
    /// From -100 (feels bad) to 100 (feels good).
    pub pleasantness: i8,
    /// From -100 (no energy) to 100 (lots of energy).
    pub energy: i8,
}

impl PadPoint {
    /// The middle of the pad.
    pub const MIDDLE: Self = Self { pleasantness: 0, energy: 0 };

    /// The nearest place on the pad to these numbers.
    pub fn clamped(pleasantness: i32, energy: i32) -> Self {
        let within = |number: i32| i8::try_from(number.clamp(-100, 100)).unwrap_or(0);
        Self { pleasantness: within(pleasantness), energy: within(energy) }
    }
}

/// How it is inside: words, a place on the pad, or both. More than one word is an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feeling {
    /// In the order in which they were chosen.
    pub words: Vec<FeelingWord>,
    /// Where the finger rested.
    pub point: Option<PadPoint>,
}

impl Feeling {
    /// Chooses a word, or takes it back when it was chosen already.
    pub fn toggle(&mut self, word: FeelingWord) {
        match self.words.iter().position(|chosen| *chosen == word) {
            Some(place) => drop(self.words.remove(place)),
            None => self.words.push(word),
        }
    }

    /// Whether nothing was chosen at all.
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty() && self.point.is_none()
    }
}

/// How big the feeling is, on the scale that the child was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Size {
    /// One of five pictures: 1 (tiny) to 5 (huge).
    Picture(u8),
    /// 0 to 10.
    Number(u8),
}

/// Where in the body it is, and what it is like there. "Nothing" is an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BodySense {
    /// Keys of places, in the order in which they were touched.
    pub places: Vec<String>,
    /// Keys of what it is like.
    pub sensations: Vec<String>,
}

/// The answers of one check-in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// How is it inside?
    pub feeling: Answer<Feeling>,
    /// How big is it?
    pub size: Answer<Size>,
    /// Where in your body? Asked only when the adult thinks it fits.
    pub body: Answer<BodySense>,
    /// Another way in, when words do not come.
    pub other_way: Answer<OtherWay>,
    /// What would help? The key of one of the choices that the adult put out.
    pub help: Answer<String>,
}

/// What a child chose or made in place of a word. It means no feeling until the child says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OtherWay {
    /// A picture: the key of the way in (weather, colours, animals), and that of the choice.
    Picture(String, String),
    /// A drawing of the child's own; it is a record of its own.
    Drawing(RecordId),
}

// On disk an answer is null (unasked), false (passed), true (don't know), undefined (not today) or its value.
impl<C, T: Encode<C>> Encode<C> for Answer<T> {
    fn encode<W: encode::Write>(
        &self,
        output: &mut Encoder<W>,
        context: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        match self {
            Self::Unasked => output.null()?.ok(),
            Self::Passed => output.bool(false)?.ok(),
            Self::DontKnow => output.bool(true)?.ok(),
            Self::NotToday => output.undefined()?.ok(),
            Self::Given(value) => value.encode(output, context),
        }
    }
}

impl<'b, C, T: Decode<'b, C>> Decode<'b, C> for Answer<T> {
    fn decode(input: &mut Decoder<'b>, context: &mut C) -> Result<Self, decode::Error> {
        match input.datatype()? {
            Type::Null => input.null().map(|()| Self::Unasked),
            Type::Bool => Ok(if input.bool()? { Self::DontKnow } else { Self::Passed }),
            Type::Undefined => input.undefined().map(|()| Self::NotToday),
            _ => T::decode(input, context).map(Self::Given),
        }
    }
}

// A place on the pad: [pleasantness, energy].
impl<C> Encode<C> for PadPoint {
    fn encode<W: encode::Write>(&self, output: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        output.array(2)?.i8(self.pleasantness)?.i8(self.energy)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for PadPoint {
    fn decode(input: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        expect_array(input, 2)?;
        Ok(Self { pleasantness: input.i8()?, energy: input.i8()? })
    }
}

// A feeling: [words, point or null]; a word: its key, or [own word].
impl<C> Encode<C> for Feeling {
    fn encode<W: encode::Write>(
        &self,
        output: &mut Encoder<W>,
        context: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        output.array(2)?.array(self.words.len() as u64)?;
        for word in &self.words {
            match word {
                FeelingWord::Known(key) => output.str(key)?,
                FeelingWord::Own(word) => output.array(1)?.str(word)?,
            };
        }
        output.encode_with(self.point, context)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Feeling {
    fn decode(input: &mut Decoder<'b>, context: &mut C) -> Result<Self, decode::Error> {
        expect_array(input, 2)?;
        let count = input.array()?.ok_or_else(|| decode::Error::message("a list of words"))?;
        let mut words = Vec::new();
        for _ in 0..count {
            words.push(if input.datatype()? == Type::String {
                FeelingWord::Known(input.str()?.to_owned())
            } else {
                expect_array(input, 1)?;
                FeelingWord::Own(input.str()?.to_owned())
            });
        }
        let point = Decode::decode(input, context)?;
        Ok(Self { words, point })
    }
}

// A size: [scale's top, value], so that 3 of 5 and 3 of 10 can never be confused.
impl<C> Encode<C> for Size {
    fn encode<W: encode::Write>(&self, output: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        let (top, value) = match *self {
            Self::Picture(value) => (5, value),
            Self::Number(value) => (10, value),
        };
        output.array(2)?.u8(top)?.u8(value)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Size {
    fn decode(input: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        expect_array(input, 2)?;
        match (input.u8()?, input.u8()?) {
            (5, value @ 1..=5) => Ok(Self::Picture(value)),
            (10, value @ 0..=10) => Ok(Self::Number(value)),
            _ => Err(decode::Error::message("a size on no known scale")),
        }
    }
}

// A body sense: [places, sensations].
impl<C> Encode<C> for BodySense {
    fn encode<W: encode::Write>(
        &self,
        output: &mut Encoder<W>,
        context: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        output.array(2)?.encode_with(&self.places, context)?.encode_with(&self.sensations, context)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for BodySense {
    fn decode(input: &mut Decoder<'b>, context: &mut C) -> Result<Self, decode::Error> {
        expect_array(input, 2)?;
        Ok(Self { places: Decode::decode(input, context)?, sensations: Decode::decode(input, context)? })
    }
}

// Another way in: [way, choice], or the bytes of a drawing's id.
impl<C> Encode<C> for OtherWay {
    fn encode<W: encode::Write>(&self, output: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        match self {
            Self::Picture(way, choice) => output.array(2)?.str(way)?.str(choice)?.ok(),
            Self::Drawing(id) => output.bytes(id.as_bytes())?.ok(),
        }
    }
}

impl<'b, C> Decode<'b, C> for OtherWay {
    fn decode(input: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        if input.datatype()? == Type::Bytes {
            return record_id(input).map(Self::Drawing);
        }
        expect_array(input, 2)?;
        Ok(Self::Picture(input.str()?.to_owned(), input.str()?.to_owned()))
    }
}

/// Reads the id of a record.
pub(super) fn record_id(input: &mut Decoder<'_>) -> Result<RecordId, decode::Error> {
    let bytes = input.bytes()?.try_into().map_err(|_| decode::Error::message("an id is sixteen bytes"))?;
    Ok(RecordId::from_bytes(bytes))
}

fn expect_array(input: &mut Decoder<'_>, length: u64) -> Result<(), decode::Error> {
    if input.array()? == Some(length) { Ok(()) } else { Err(decode::Error::message("an array of another length")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tapping_a_word_again_takes_it_back() {
        let mut feeling = Feeling::default();
        let (cross, fizzy) = (FeelingWord::Known("cross".into()), FeelingWord::Own("fizzy".into()));
        feeling.toggle(cross.clone());
        feeling.toggle(fizzy.clone());
        feeling.toggle(cross);
        assert_eq!(feeling.words, [fizzy]);
    }

    #[test]
    fn a_point_off_the_pad_lands_on_its_edge() {
        assert_eq!(PadPoint::clamped(900, -101), PadPoint { pleasantness: 100, energy: -100 });
    }
}
