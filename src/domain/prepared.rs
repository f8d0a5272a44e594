//! What the adult has prepared for one child: the child's own words and what they are linked to, words that are not shown,
//! what could help, and how many sessions are still to come.

use minicbor::{Decode, Decoder, Encode, Encoder, data::Type, decode, encode};
use serde::{Deserialize, Serialize};

use super::answers::record_id;
use super::{Fields, Kind, PadPoint, Record, RecordError, RecordId, text};

/// How many choices "What would help?" has at the most.
pub const HELPS: usize = 4;

/// What could help, where nobody has prepared anything else: keys of content.
const USUAL_HELPS: [&str; HELPS] = ["quiet-place", "sit-with-me", "drink", "nothing-now"];

/// A feeling in the child's own word. The child keeps seeing the word; the adult also sees what it is linked to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnWord {
    /// The word, as the child said it.
    pub word: String,
    /// Where on the pad it is, if the child put the lantern there.
    pub point: Option<PadPoint>,
    /// The key of the child's colour for it.
    pub colour: Option<String>,
    /// The child's drawing of it.
    pub drawing: Option<RecordId>,
    /// The key of the shared word that the adult linked it to.
    pub linked: Option<String>,
}

/// What is prepared for a child.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prepared {
    /// The child's own words, in the order in which they came.
    pub own_words: Vec<OwnWord>,
    /// Keys of words that this child is not shown.
    pub hidden: Vec<String>,
    /// Keys of what could help: at most [`HELPS`]; none, and it is not asked.
    pub helps: Vec<String>,
    /// How many sessions are still to come, when an end is in sight.
    pub sessions_left: Option<u8>,
}

impl Default for Prepared {
    fn default() -> Self {
        let helps = USUAL_HELPS.map(str::to_owned).to_vec();
        Self { own_words: Vec::new(), hidden: Vec::new(), helps, sessions_left: None }
    }
}

impl Prepared {
    /// The same, with every own word checked and not too many choices.
    ///
    /// # Errors
    /// [`text::TextFault`] of an own word.
    pub fn checked(mut self) -> Result<Self, text::TextFault> {
        for own in &mut self.own_words {
            own.word = text::line(&own.word, text::OWN_WORD_LIMIT)?;
        }
        self.helps.truncate(HELPS);
        Ok(self)
    }

    /// The child's own word, by the word.
    pub fn own(&self, word: &str) -> Option<&OwnWord> {
        self.own_words.iter().find(|own| own.word == word)
    }

    /// Takes in what the child said about an own word: what is new is added, what was not said again stays, and what the
    /// adult linked it to is the adult's.
    pub fn learn(&mut self, said: OwnWord) {
        match self.own_words.iter_mut().find(|own| own.word == said.word) {
            Some(own) => {
                own.point = said.point.or(own.point);
                own.colour = said.colour.or(own.colour.take());
                own.drawing = said.drawing.or(own.drawing);
            }
            None => self.own_words.push(OwnWord { linked: None, ..said }),
        }
    }
}

/// On disk: [word, point or null, colour or null, drawing or null, linked or null].
impl<C> Encode<C> for OwnWord {
    fn encode<W: encode::Write>(&self, output: &mut Encoder<W>, c: &mut C) -> Result<(), encode::Error<W::Error>> {
        output.array(5)?.str(&self.word)?.encode_with(self.point, c)?.encode_with(&self.colour, c)?;
        match self.drawing {
            Some(id) => output.bytes(id.as_bytes())?,
            None => output.null()?,
        };
        output.encode_with(&self.linked, c)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for OwnWord {
    fn decode(input: &mut Decoder<'b>, c: &mut C) -> Result<Self, decode::Error> {
        if input.array()? != Some(5) {
            return Err(decode::Error::message("an own word of another length"));
        }
        let word = input.str()?.to_owned();
        let point = Decode::decode(input, c)?;
        let colour = Decode::decode(input, c)?;
        let drawing = if input.datatype()? == Type::Null {
            input.null()?;
            None
        } else {
            Some(record_id(input)?)
        };
        Ok(Self { word, point, colour, drawing, linked: Decode::decode(input, c)? })
    }
}

impl Record for Prepared {
    const KIND: Kind = Kind::PREPARED;
    const VERSION: u16 = 1;

    fn read(fields: &mut Fields) -> Result<Self, RecordError> {
        Ok(Self {
            own_words: fields.need(1)?,
            hidden: fields.need(2)?,
            helps: fields.need(3)?,
            sessions_left: fields.take(4)?,
        })
    }

    fn write(&self, fields: &mut Fields) {
        fields.put(1, &self.own_words);
        fields.put(2, &self.hidden);
        fields.put(3, &self.helps);
        fields.put_some(4, self.sessions_left);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_said_again_keeps_its_colour_and_its_link() {
        let mut prepared = Prepared::default();
        let fizzy = OwnWord { word: "fizzy".into(), colour: Some("pink".into()), ..OwnWord::default() };
        prepared.learn(fizzy);
        if let Some(own) = prepared.own_words.first_mut() {
            own.linked = Some("agitated".into());
        }
        let point = Some(PadPoint { pleasantness: -10, energy: 80 });
        prepared.learn(OwnWord { word: "fizzy".into(), point, ..OwnWord::default() });
        assert_eq!(prepared.own_words.len(), 1);
        let own = prepared.own("fizzy");
        assert_eq!(own.and_then(|own| own.colour.as_deref()), Some("pink"));
        assert_eq!(own.and_then(|own| own.linked.as_deref()), Some("agitated"));
        assert_eq!(own.and_then(|own| own.point), point);
    }

    #[test]
    fn a_child_cannot_link_a_word() {
        let mut prepared = Prepared::default();
        prepared.learn(OwnWord { word: "fizzy".into(), linked: Some("calm".into()), ..OwnWord::default() });
        assert_eq!(prepared.own("fizzy").and_then(|own| own.linked.clone()), None);
    }

    #[test]
    fn five_choices_are_four() {
        let helps = ["a", "b", "c", "d", "e"].map(str::to_owned).to_vec();
        let checked = Prepared { helps, ..Prepared::default() }.checked();
        assert_eq!(checked.map(|prepared| prepared.helps.len()), Ok(HELPS));
    }
}
