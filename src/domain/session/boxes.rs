//! The three boxes: for each line of a session, decided together with the child, who may know it.

use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};
use serde::{Deserialize, Serialize};

/// Who may know a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Share {
    /// It stays between the child and the adult. If the child is not safe, the adult must tell; that is said beforehand.
    WithUs,
    /// The child's teacher.
    Teacher,
    /// The child's PEP meeting.
    Meeting,
}

impl Share {
    /// All boxes in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::WithUs, Self::Teacher, Self::Meeting];

    fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|share| *share as u8 == number)
    }
}

/// A line in its box.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Boxed {
    /// What was said or done, as the child would put it.
    pub line: String,
    /// Who may know it. A line that was not decided on stays with us.
    pub share: Share,
}

/// What may be told to whom: only what was put into that very box. What may be told to the teacher is not for the
/// meeting, and the other way round; what stays with us is for no report at all.
pub fn for_report(lines: &[Boxed], to: Share) -> impl Iterator<Item = &str> {
    lines.iter().filter(move |boxed| to != Share::WithUs && boxed.share == to).map(|boxed| boxed.line.as_str())
}

/// On disk: [line, box].
impl<C> Encode<C> for Boxed {
    fn encode<W: encode::Write>(&self, output: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        output.array(2)?.str(&self.line)?.u8(self.share as u8)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Boxed {
    fn decode(input: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        let wrong = || decode::Error::message("a line and its box");
        if input.array()? != Some(2) {
            return Err(wrong());
        }
        let line = input.str()?.to_owned();
        Ok(Self { line, share: Share::from_number(input.u8()?).ok_or_else(wrong)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_box_is_obeyed() {
        let lines = Share::ALL.map(|share| Boxed { line: format!("{share:?}"), share });
        let told = |to| for_report(&lines, to).collect::<Vec<_>>();
        assert_eq!(told(Share::Teacher), ["Teacher"]);
        assert_eq!(told(Share::Meeting), ["Meeting"]);
        assert!(told(Share::WithUs).is_empty());
    }

    #[test]
    fn a_box_that_is_not_known_is_not_taken_for_another() {
        assert!(minicbor::decode::<Boxed>(&[0x82, 0x61, b'x', 3]).is_err());
    }
}
