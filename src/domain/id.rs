//! 128-bit names, random or made of another: the only thing about a record that may be read without a key.

use core::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::Kind;

/// A text that is not 32 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not an identifier")]
pub struct NotAnId;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name([u8; 16]);

        impl $name {
            /// The identifier made of these bytes; random ones come from the caller.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }

            /// The sixteen bytes, as they stand on disk.
            pub const fn as_bytes(&self) -> &[u8; 16] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                hex(&self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                hex(&self.0, f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                from_hex(text).map(Self)
            }
        }
    };
}

id! {
    /// One vault: one adult's key and everything under it.
    VaultId
}
id! {
    /// Whom a record is about: a child, a visitor not yet named, or one of the two house subjects.
    SubjectId
}
id! {
    /// One record of a subject.
    RecordId
}
id! {
    /// One key, so that an envelope says which key opens it.
    KeyId
}

impl SubjectId {
    /// The subject whose records are the other subjects' keys; sealed by the vault key itself.
    pub const KEYRING: Self = Self([0; 16]);
    /// The subject of what belongs to the vault as a whole: the school's details, preferences.
    pub const HOUSEHOLD: Self = Self([1; 16]);
}

impl RecordId {
    /// The name of the one record of its kind that something has: the note of a session, what is prepared for a child.
    /// Two tablets that each begin it begin the same record, so that neither hides the other's.
    pub fn of_the_only(kind: Kind, of: &[u8; 16]) -> Self {
        let hash = Sha256::new()
            .chain_update(b"lantern-room the only")
            .chain_update(kind.0.to_be_bytes())
            .chain_update(of)
            .finalize();
        let mut id = [0; 16];
        id.iter_mut().zip(hash).for_each(|(byte, of_hash)| *byte = of_hash);
        Self(id)
    }
}

fn hex(bytes: &[u8; 16], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    for byte in bytes {
        for nibble in [byte >> 4, byte & 15] {
            fmt::Write::write_char(f, char::from(DIGITS[usize::from(nibble)]))?;
        }
    }
    Ok(())
}

fn from_hex(text: &str) -> Result<[u8; 16], NotAnId> {
    let digits = text.as_bytes();
    if digits.len() != 32 {
        return Err(NotAnId);
    }
    let mut bytes = [0; 16];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = nibble(pair[0])? << 4 | nibble(pair[1])?;
    }
    Ok(bytes)
}

fn nibble(digit: u8) -> Result<u8, NotAnId> {
    match digit {
        b'0'..=b'9' => Ok(digit - b'0'),
        b'a'..=b'f' => Ok(digit - b'a' + 10),
        _ => Err(NotAnId),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_survives_its_own_text() {
        let id = RecordId::from_bytes([0x0f; 16]);
        assert_eq!(id.to_string().parse(), Ok(id));
    }

    #[test]
    fn the_only_one_of_its_kind_has_the_same_name_everywhere() {
        // Part of the format: both tablets must come to the same name.
        let note = RecordId::of_the_only(Kind::NOTE, &[0x0f; 16]);
        assert_eq!(note.to_string(), "1b4a4ae7e33d7daa4e23fe89499ba0f4");
        assert_ne!(note, RecordId::of_the_only(Kind::PREPARED, &[0x0f; 16]));
        assert_ne!(note, RecordId::of_the_only(Kind::NOTE, &[0x0e; 16]));
    }

    #[test]
    fn a_text_that_is_no_id_is_refused() {
        for text in ["", "0f", "zz0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f", "0F0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f"] {
            assert_eq!(text.parse::<RecordId>(), Err(NotAnId), "{text}");
        }
    }
}
