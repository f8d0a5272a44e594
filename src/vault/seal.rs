//! Sealing a change into an envelope, and opening it again.
//!
//! What is sealed is a CBOR array of version, milliseconds, offset, kind and body, then 0x80 and zeros up to one of a
//! few sizes, so that the size of an envelope tells almost nothing about what was written.

use minicbor::{Decoder, Encoder, data::Type, decode::Error as NotCbor};
use zeroize::Zeroizing;

use super::aead::{NONCE, TAG, decrypt, encrypt};
use super::{Envelope, EnvelopeHeader, KeyBytes, VaultError, chance};
use crate::domain::{Change, KeyId, Kind, Moment, RecordError, Revision, VaultId};

/// The version of what is sealed, apart from the envelope's own.
const VERSION: u16 = 1;
/// More than the array needs beside the body.
const BESIDE_BODY: usize = 40;
const END_OF_CONTENT: u8 = 0x80;

/// A key that seals changes: the vault's own, or one subject's.
#[derive(Debug, PartialEq, Eq)]
pub struct DataKey {
    id: KeyId,
    bytes: KeyBytes,
}

impl DataKey {
    /// A new key under a new name.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`].
    pub fn make() -> Result<Self, VaultError> {
        Ok(Self { id: KeyId::from_bytes(chance::random_16()?), bytes: KeyBytes::make()? })
    }

    /// A key that was kept somewhere: a subject's key out of the keyring.
    pub const fn new(id: KeyId, bytes: KeyBytes) -> Self {
        Self { id, bytes }
    }

    /// Its name, which every envelope sealed with it bears.
    pub const fn id(&self) -> KeyId {
        self.id
    }

    pub(super) const fn bytes(&self) -> &KeyBytes {
        &self.bytes
    }

    /// Its bytes: to keep a subject's key in the keyring, or to wrap the vault key in a slot.
    pub fn expose(&self) -> &[u8; 32] {
        self.bytes.expose()
    }
}

/// Seals a change.
///
/// # Errors
/// [`VaultError::NoRandomness`].
pub fn seal(change: &Change, vault: VaultId, key: &DataKey) -> Result<Envelope, VaultError> {
    seal_with_nonce(change, vault, key, chance::random()?)
}

/// Seals a change with a given nonce, which must never be used again with this key: apart from [`seal`] only a test
/// may call it.
pub(super) fn seal_with_nonce(
    change: &Change,
    vault: VaultId,
    key: &DataKey,
    nonce: [u8; NONCE],
) -> Result<Envelope, VaultError> {
    let header =
        EnvelopeHeader { vault, subject: change.subject, record: change.id, revision: change.revision, key: key.id };
    let mut sealed = padded(change);
    encrypt(&key.bytes, &nonce, &header.to_bytes(), &mut sealed)?;
    Ok(Envelope { header, nonce, sealed })
}

/// Opens an envelope.
///
/// # Errors
/// [`VaultError::OtherKey`] with the key it needs, [`VaultError::SealBroken`] when the envelope or any part of its
/// header is not as it was sealed, [`VaultError::TooNew`] or [`VaultError::Content`] when what was sealed is not for
/// this build to read.
pub fn open(envelope: &Envelope, key: &DataKey) -> Result<Change, VaultError> {
    let Envelope { header, nonce, sealed } = envelope;
    if header.key != key.id {
        return Err(VaultError::OtherKey(header.key));
    }
    let mut clear = Zeroizing::new(sealed.clone());
    decrypt(&key.bytes, nonce, &header.to_bytes(), &mut clear)?;
    let (at, kind, body) = read(content(&clear)?)?;
    Ok(Change { subject: header.subject, id: header.record, revision: header.revision, at, kind, body })
}

/// Seals again what an envelope holds, under another key and as a later revision. Of what is sealed nothing is read, so
/// that a change which only a newer app understands comes along as it is.
///
/// # Errors
/// [`VaultError::OtherKey`], [`VaultError::SealBroken`] as [`open`]; [`VaultError::NoRandomness`].
pub fn reseal(
    envelope: &Envelope,
    former: &DataKey,
    key: &DataKey,
    revision: Revision,
) -> Result<Envelope, VaultError> {
    if envelope.header.key != former.id {
        return Err(VaultError::OtherKey(envelope.header.key));
    }
    let header = EnvelopeHeader { revision, key: key.id, ..envelope.header };
    let nonce = chance::random()?;
    // From here on the buffer holds clear text, and keeps the room that the tag needs: what refuses wipes it.
    let mut sealed = envelope.sealed.clone();
    decrypt(&former.bytes, &envelope.nonce, &envelope.header.to_bytes(), &mut sealed)?;
    encrypt(&key.bytes, &nonce, &header.to_bytes(), &mut sealed)?;
    Ok(Envelope { header, nonce, sealed })
}

/// The change as it is sealed. One buffer with room for all that follows: growing would leave clear text behind.
fn padded(change: &Change) -> Vec<u8> {
    let body = change.body.as_deref();
    let room = bucket(body.map_or(0, <[u8]>::len) + BESIDE_BODY) + TAG;
    let mut bytes = Vec::with_capacity(room);
    let mut output = Encoder::new(&mut bytes);
    // Writing to a Vec cannot fail: its error type is Infallible.
    let _ = output
        .array(5)
        .and_then(|output| output.u16(VERSION))
        .and_then(|output| output.u64(change.at.utc_millis))
        .and_then(|output| output.i16(change.at.offset_minutes))
        .and_then(|output| output.u16(change.kind.0))
        .and_then(|output| match body {
            Some(body) => output.bytes(body),
            None => output.null(),
        });
    bytes.push(END_OF_CONTENT);
    let full = bucket(bytes.len());
    bytes.resize(full, 0);
    debug_assert!(bytes.len() + TAG <= room, "{} bytes outgrew their room of {room}", bytes.len());
    bytes
}

/// The size to which so many bytes are padded.
const fn bucket(length: usize) -> usize {
    match length {
        0..=256 => 256,
        257..=1024 => 1024,
        1025..=4096 => 4096,
        _ => length.next_multiple_of(16_384),
    }
}

/// What stands before the padding, which must be exactly what [`padded`] would have put there.
fn content(clear: &[u8]) -> Result<&[u8], VaultError> {
    let end = clear.iter().rposition(|&byte| byte != 0);
    match end.and_then(|end| clear.get(..=end)).and_then(<[u8]>::split_last) {
        Some((&END_OF_CONTENT, content)) if bucket(content.len() + 1) == clear.len() => Ok(content),
        _ => Err(VaultError::Content(RecordError::Malformed)),
    }
}

fn read(content: &[u8]) -> Result<(Moment, Kind, Option<Vec<u8>>), VaultError> {
    let malformed = |_: NotCbor| VaultError::Content(RecordError::Malformed);
    let mut input = Decoder::new(content);
    let length = input.array().map_err(malformed)?;
    let version = input.u16().map_err(malformed)?;
    if version > VERSION {
        return Err(VaultError::TooNew(version));
    }
    let utc_millis = input.u64().map_err(malformed)?;
    let offset_minutes = input.i16().map_err(malformed)?;
    let kind = Kind(input.u16().map_err(malformed)?);
    let body = match input.datatype().map_err(malformed)? {
        Type::Null => input.null().map(|()| None).map_err(malformed)?,
        _ => Some(input.bytes().map_err(malformed)?.to_vec()),
    };
    if length == Some(5) && version == VERSION && input.position() == content.len() {
        Ok((Moment { utc_millis, offset_minutes }, kind, body))
    } else {
        Err(VaultError::Content(RecordError::Malformed))
    }
}

#[cfg(test)]
#[path = "seal_tests.rs"]
mod tests;
