//! Who a visitor turned out to be: kept with the child, so that what another tablet recorded of the visitor meanwhile comes
//! to the child too.

use super::fields::{Fields, Record, RecordError};
use super::{Kind, SubjectId};

/// A visitor who was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Under which name the visitor was recorded.
    pub from: SubjectId,
}

impl Record for Moved {
    const KIND: Kind = Kind::MOVED;
    const VERSION: u16 = 1;

    fn read(fields: &mut Fields) -> Result<Self, RecordError> {
        let from: minicbor::bytes::ByteArray<16> = fields.need(1)?;
        Ok(Self { from: SubjectId::from_bytes(from.into()) })
    }

    fn write(&self, fields: &mut Fields) {
        fields.put(1, minicbor::bytes::ByteArray::from(*self.from.as_bytes()));
    }
}
