//! A subject's key as a record of the keyring. To remove this record is to destroy what only it could open.

use minicbor::bytes::ByteArray;

use crate::domain::{Fields, KeyId, Kind, Record, RecordError};
use crate::vault::{DataKey, KeyBytes};

/// The record; its id is the subject's id.
pub struct SubjectKey(pub DataKey);

impl Record for SubjectKey {
    const KIND: Kind = Kind::SUBJECT_KEY;
    const VERSION: u16 = 1;

    fn read(fields: &mut Fields) -> Result<Self, RecordError> {
        let id: ByteArray<16> = fields.need(1)?;
        let bytes: ByteArray<32> = fields.need(2)?;
        Ok(Self(DataKey::new(KeyId::from_bytes(id.into()), KeyBytes::from_bytes(&bytes))))
    }

    fn write(&self, fields: &mut Fields) {
        fields.put(1, ByteArray::from(*self.0.id().as_bytes()));
        fields.put(2, ByteArray::from(*self.0.expose()));
    }
}
