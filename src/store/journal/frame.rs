//! One frame of a journal: its bytes, and what they say.
//!
//! ```text
//!  0   3  "LRJ"
//!  3   1  format, 1
//!  4   4  length of the body (big-endian)
//!  8   8  sequence of the last act, this one included
//! 16  16  the chain's hash after it
//! 32   n  body: a CBOR map, see `Body`
//! 32+n 4  CRC-32 (as in ISO-HDLC, zip and PNG) over all before it
//! ```

use crc::{CRC_32_ISO_HDLC, Crc};
use minicbor::bytes::ByteVec;

use crate::domain::{Fields, RecordError};
use crate::store::{Act, Head};
use crate::vault::Envelope;

/// What every frame begins with, whatever its format.
pub(super) const MAGIC: [u8; 3] = *b"LRJ";
const FORMAT: u8 = 1;
/// Bytes before the body and after it.
const BEFORE: usize = 32;
const AFTER: usize = 4;
/// No act of ours comes near this; a greater length is damage.
const MOST_BODY: usize = 128 * 1024 * 1024;

static CRC: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);

/// By which an envelope is told from one in which a bit has turned.
pub(super) fn sum_of(envelope: &Envelope) -> u32 {
    CRC.checksum(&envelope.to_bytes())
}

/// What a frame says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Body {
    /// A file begins: which rewriting of the journal it is.
    Begin { generation: u64 },
    /// Part of what there was when the file was begun.
    Kept(Act),
    /// All that there was has been written; from here on there are acts.
    Whole,
    /// An act.
    Act(Act),
}

mod field {
    pub(super) const SORT: u32 = 0;
    pub(super) const HEADER: u32 = 1;
    pub(super) const KNOCKS: u32 = 2;
    pub(super) const ENVELOPES: u32 = 3;
    pub(super) const GENERATION: u32 = 4;
}

impl Body {
    /// The body's bytes.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut fields = Fields::default();
        let sort: u8 = match self {
            Self::Begin { generation } => {
                fields.put(field::GENERATION, *generation);
                1
            }
            Self::Kept(act) => {
                lay(act, &mut fields);
                2
            }
            Self::Whole => 3,
            Self::Act(act) => {
                lay(act, &mut fields);
                4
            }
        };
        fields.put(field::SORT, sort);
        fields.to_bytes()
    }

    pub(super) fn read(bytes: &[u8]) -> Result<Self, RecordError> {
        let mut fields = Fields::parse(bytes)?;
        match fields.need::<u8>(field::SORT)? {
            1 => Ok(Self::Begin { generation: fields.need(field::GENERATION)? }),
            2 => Ok(Self::Kept(act(&mut fields)?)),
            3 => Ok(Self::Whole),
            4 => Ok(Self::Act(act(&mut fields)?)),
            _ => Err(RecordError::Unexpected(field::SORT)),
        }
    }
}

fn lay(act: &Act, fields: &mut Fields) {
    let kept = |bytes: &Vec<u8>| ByteVec::from(bytes.clone());
    fields.put_some(field::HEADER, act.header.as_ref().map(kept));
    fields.put_some(field::KNOCKS, act.knocks.as_ref().map(kept));
    let envelopes: Vec<_> = act.envelopes.iter().map(|envelope| ByteVec::from(envelope.to_bytes())).collect();
    fields.put(field::ENVELOPES, envelopes);
}

fn act(fields: &mut Fields) -> Result<Act, RecordError> {
    let mut act = Act::new();
    act.header = fields.take::<ByteVec>(field::HEADER)?.map(Into::into);
    act.knocks = fields.take::<ByteVec>(field::KNOCKS)?.map(Into::into);
    for bytes in fields.need::<Vec<ByteVec>>(field::ENVELOPES)? {
        let envelope = Envelope::from_bytes(&bytes).map_err(|_| RecordError::Unexpected(field::ENVELOPES))?;
        act.envelopes.push(envelope);
    }
    Ok(act)
}

/// A frame's bytes: a body, and how far the history has come with it.
pub(super) fn framed(body: &[u8], head: Head) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap_or(u32::MAX);
    let mut bytes = Vec::with_capacity(BEFORE + body.len() + AFTER);
    bytes.extend_from_slice(&MAGIC);
    bytes.push(FORMAT);
    bytes.extend_from_slice(&length.to_be_bytes());
    bytes.extend_from_slice(&head.sequence.to_be_bytes());
    bytes.extend_from_slice(&head.chain);
    bytes.extend_from_slice(body);
    bytes.extend_from_slice(&CRC.checksum(&bytes).to_be_bytes());
    bytes
}

/// A frame that was found.
pub(super) struct Frame<'a> {
    pub(super) head: Head,
    pub(super) bytes: &'a [u8],
    pub(super) body: Body,
    /// Where the next one begins, from this one's start.
    pub(super) length: usize,
}

/// Why there is no frame here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoFrame {
    /// Cut short, or not what was written.
    Broken,
    /// Written by a newer app.
    Newer,
}

/// Reads the frame that begins here.
pub(super) fn frame_at(bytes: &[u8]) -> Result<Frame<'_>, NoFrame> {
    let (before, rest) = bytes.split_first_chunk::<BEFORE>().ok_or(NoFrame::Broken)?;
    let [m0, m1, m2, format, l0, l1, l2, l3, ..] = *before;
    let length = u32::from_be_bytes([l0, l1, l2, l3]) as usize;
    if [m0, m1, m2] != MAGIC || length > MOST_BODY {
        return Err(NoFrame::Broken);
    }
    let (body, rest) = rest.split_at_checked(length).ok_or(NoFrame::Broken)?;
    let crc = rest.first_chunk::<AFTER>().ok_or(NoFrame::Broken)?;
    let checked = bytes.get(..BEFORE + length).ok_or(NoFrame::Broken)?;
    if u32::from_be_bytes(*crc) != CRC.checksum(checked) {
        return Err(NoFrame::Broken);
    }
    // Only now: a flipped bit must not look like a newer app.
    if format != FORMAT {
        return Err(if format > FORMAT { NoFrame::Newer } else { NoFrame::Broken });
    }
    let number = |from: usize| before.get(from..).and_then(|rest| rest.first_chunk::<8>()).copied().unwrap_or_default();
    let chain = before.last_chunk::<16>().copied().unwrap_or_default();
    let head = Head { sequence: u64::from_be_bytes(number(8)), chain };
    // What bears the right sum but says nothing that this build knows was written by another build.
    let said = Body::read(body).map_err(|_| NoFrame::Newer)?;
    Ok(Frame { head, bytes: body, body: said, length: BEFORE + length + AFTER })
}
