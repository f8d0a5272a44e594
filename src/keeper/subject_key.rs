//! A subject's key as a record of the keyring. To remove this record is to destroy what only it could open.

use minicbor::bytes::{ByteArray, ByteVec};
use zeroize::Zeroizing;

use crate::domain::{Fields, KeyId, Kind, Record, RecordError};
use crate::vault::{DataKey, KeyBytes};

/// Bytes of a key with its name.
const NAMED: usize = 16 + 32;

/// The record; its id is the subject's id.
pub struct SubjectKey {
    /// The key that seals the subject's records.
    pub key: DataKey,
    /// The keys that sealed them before, the newest first, while something may still lie under them.
    pub formers: Vec<DataKey>,
    /// Whether it was written by an app that keeps an account of everything. Whoever takes the account away cannot take
    /// this away too: so a vault without one is either from before there were accounts, or it was changed.
    pub accounted: bool,
}

impl SubjectKey {
    /// A key of a new subject.
    pub const fn new(key: DataKey) -> Self {
        Self { key, formers: Vec::new(), accounted: true }
    }

    /// The same subject with a new key; this one becomes a former one.
    pub fn followed_by(&self, key: DataKey) -> Self {
        Self { formers: core::iter::once(&self.key).chain(&self.formers).map(copy).collect(), ..Self::new(key) }
    }

    /// The same, as this app writes it.
    pub fn again(&self) -> Self {
        Self { formers: self.formers.iter().map(copy).collect(), ..self.alone() }
    }

    /// The same subject with its present key alone.
    pub fn alone(&self) -> Self {
        Self::new(copy(&self.key))
    }
}

fn copy(key: &DataKey) -> DataKey {
    // EXPOSE: one more copy, wiped like this one.
    DataKey::new(key.id(), KeyBytes::from_bytes(key.expose()))
}

impl Record for SubjectKey {
    const KIND: Kind = Kind::SUBJECT_KEY;
    const VERSION: u16 = 1;

    fn read(fields: &mut Fields) -> Result<Self, RecordError> {
        let id: ByteArray<16> = fields.need(1)?;
        let bytes = Zeroizing::new(<[u8; 32]>::from(fields.need::<ByteArray<32>>(2)?));
        let formers = fields.take::<ByteVec>(3)?.map(Vec::from).unwrap_or_default();
        let formers = Zeroizing::new(formers);
        if formers.len() % NAMED != 0 {
            return Err(RecordError::Unexpected(3));
        }
        let former = |named: &[u8]| {
            let (id, bytes) = named.split_first_chunk::<16>()?;
            Some(DataKey::new(KeyId::from_bytes(*id), KeyBytes::from_bytes(bytes.first_chunk()?)))
        };
        Ok(Self {
            key: DataKey::new(KeyId::from_bytes(id.into()), KeyBytes::from_bytes(&bytes)),
            formers: formers.chunks_exact(NAMED).filter_map(former).collect(),
            accounted: fields.take(4)?.unwrap_or(false),
        })
    }

    fn write(&self, fields: &mut Fields) {
        fields.put(1, ByteArray::from(*self.key.id().as_bytes()));
        // EXPOSE: the keyring is where keys are kept.
        fields.put(2, ByteArray::from(*self.key.expose()));
        if !self.formers.is_empty() {
            let named = |former: &DataKey| [&former.id().as_bytes()[..], former.expose()].concat();
            fields.put(3, ByteVec::from(self.formers.iter().flat_map(named).collect::<Vec<u8>>()));
        }
        fields.put(4, true);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::Kept;

    fn key(number: u8) -> DataKey {
        DataKey::new(KeyId::from_bytes([number; 16]), KeyBytes::from_bytes(&[number + 1; 32]))
    }

    fn bytes(record: SubjectKey) -> Vec<u8> {
        Kept::new(record).to_body()
    }

    /// Written once, to be read for ever: version, name and key; the former ones as names and keys in a row; that there is
    /// an account.
    #[test]
    fn the_bytes_of_a_key_stay_as_they_are() {
        let first = [&[0xa3, 0, 1, 1, 0x50][..], &[1; 16], &[2, 0x58, 32], &[2; 32]].concat();
        let read = Kept::<SubjectKey>::from_body(&first).unwrap().record;
        assert_eq!((&read.key, read.accounted), (&key(1), false), "as it was before there were accounts");
        assert_eq!(bytes(read.again()), bytes(SubjectKey::new(key(1))));
        let alone = [&[0xa4, 0, 1, 1, 0x50][..], &[1; 16], &[2, 0x58, 32], &[2; 32], &[4, 0xf5]].concat();
        assert_eq!(bytes(SubjectKey::new(key(1))), alone);
        let followed = bytes(SubjectKey::new(key(1)).followed_by(key(5)).followed_by(key(7)));
        let formers = [&[3, 0x58, 96][..], &[5; 16], &[6; 32], &[1; 16], &[2; 32]].concat();
        assert_eq!(
            followed,
            [&[0xa5, 0, 1, 1, 0x50][..], &[7; 16], &[2, 0x58, 32], &[8; 32], &formers, &[4, 0xf5]].concat()
        );

        let read = Kept::<SubjectKey>::from_body(&followed).unwrap().record;
        assert_eq!(read.key, key(7));
        assert_eq!((&read.formers[..], read.accounted), (&[key(5), key(1)][..], true));
        assert_eq!(bytes(read.again()), followed);
        assert_eq!(bytes(read.alone()), bytes(SubjectKey::new(key(7))));
        assert!(Kept::<SubjectKey>::from_body(&alone).unwrap().record.formers.is_empty());
    }

    #[test]
    fn half_a_former_key_is_refused() {
        let mut fields = Fields::parse(&bytes(SubjectKey::new(key(1)).followed_by(key(5)))).unwrap();
        fields.put(3, ByteVec::from(vec![1; 47]));
        let read = Kept::<SubjectKey>::from_body(&fields.to_bytes());
        assert_eq!(read.err(), Some(RecordError::Unexpected(3)));
    }
}
