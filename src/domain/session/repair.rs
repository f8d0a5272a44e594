//! A repair note: what the adult wants to put right with a child next time. The adult's own, never a child's.

use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};
use serde::{Deserialize, Serialize};

use crate::domain::{Fields, Kind, Moment, Record, RecordError, text};

use super::PART_LIMIT;

/// An answer to one of its questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thought {
    /// The question's key in content.
    pub key: String,
    /// What was written.
    pub words: String,
}

/// A repair note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repair {
    /// When it was written.
    pub made: Moment,
    /// Its answers, in the order of the questions.
    pub thoughts: Vec<Thought>,
    /// When it was put right; nothing until then.
    pub done: Option<Moment>,
}

impl Repair {
    /// Whether every answer can be kept, and there is one.
    ///
    /// # Errors
    /// [`text::TextFault`]; [`text::TextFault::Empty`] where nothing was written at all.
    pub fn checked(&self) -> Result<(), text::TextFault> {
        self.thoughts.iter().try_for_each(|thought| text::paragraphs(&thought.words, PART_LIMIT).map(drop))?;
        let nothing = self.thoughts.iter().all(|thought| thought.words.trim().is_empty());
        if nothing { Err(text::TextFault::Empty) } else { Ok(()) }
    }
}

/// On disk: [key, words].
impl<C> Encode<C> for Thought {
    fn encode<W: encode::Write>(&self, output: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        output.array(2)?.str(&self.key)?.str(&self.words)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Thought {
    fn decode(input: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        if input.array()? != Some(2) {
            return Err(decode::Error::message("a question's key and an answer"));
        }
        Ok(Self { key: input.str()?.to_owned(), words: input.str()?.to_owned() })
    }
}

impl Record for Repair {
    const KIND: Kind = Kind::REPAIR;
    const VERSION: u16 = 1;

    fn read(fields: &mut Fields) -> Result<Self, RecordError> {
        Ok(Self { made: fields.need(1)?, thoughts: fields.need(2)?, done: fields.take(3)? })
    }

    fn write(&self, fields: &mut Fields) {
        fields.put(1, self.made);
        fields.put(2, &self.thoughts);
        fields.put_some(3, self.done);
    }
}
