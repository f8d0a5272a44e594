//! How far a store's history has come: what two copies of it are compared by.

use sha2::{Digest, Sha256};

/// The number of the last act, and a hash over it and all acts before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// How many acts were written, from 1; 0 before the first.
    pub sequence: u64,
    /// The first half of SHA-256 over the chain before, the sequence and the act's bytes.
    pub chain: [u8; 16],
}

/// The version of a head's bytes.
const FORMAT: u8 = 1;
const BYTES: usize = 25;

impl Head {
    /// The head once an act with these bytes has been written.
    #[must_use]
    pub fn after(self, act: &[u8]) -> Self {
        let sequence = self.sequence.saturating_add(1);
        let mut hash = Sha256::new();
        hash.update(self.chain);
        hash.update(sequence.to_be_bytes());
        hash.update(act);
        let mut chain = [0; 16];
        chain.iter_mut().zip(hash.finalize()).for_each(|(place, byte)| *place = byte);
        Self { sequence, chain }
    }

    /// A head's bytes: 1 of format, 8 of sequence (big-endian), 16 of chain.
    pub fn to_bytes(self) -> Vec<u8> {
        [&[FORMAT][..], &self.sequence.to_be_bytes(), &self.chain].concat()
    }

    /// Reads a head; nothing when the bytes are none of this build's.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let bytes: &[u8; BYTES] = bytes.try_into().ok()?;
        let (format, rest) = bytes.split_first()?;
        let (sequence, chain) = rest.split_first_chunk()?;
        (*format == FORMAT).then_some(Self { sequence: u64::from_be_bytes(*sequence), chain: *chain.first_chunk()? })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_act_before_counts() {
        let (one, other) = (Head::default().after(b"a"), Head::default().after(b"b"));
        assert_eq!((one.sequence, other.sequence), (1, 1));
        assert_ne!(one, other);
        assert_ne!(one.after(b"c"), other.after(b"c"));
        assert_eq!(one.after(b"c"), Head::default().after(b"a").after(b"c"));
    }

    #[test]
    fn it_is_kept_in_25_bytes() {
        let head = Head::default().after(b"first");
        let bytes = head.to_bytes();
        assert_eq!(bytes.len(), BYTES);
        assert_eq!(Head::from_bytes(&bytes), Some(head));
        assert_eq!(Head::from_bytes(&bytes[1..]), None);
        let mut newer = bytes.clone();
        newer[0] = 2;
        assert_eq!(Head::from_bytes(&newer), None);
        // The chain as it was first written: a change of how it is computed would part the two copies of every vault.
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, "010000000000000001210d3d8511ea5fa15df245f9c5ac5aac");
    }
}
