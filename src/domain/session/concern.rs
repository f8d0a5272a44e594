//! That a concern was passed on: when, to which role, and where it is written down. Never what it is about; that belongs
//! into the school's own system.

use serde::{Deserialize, Serialize};

use crate::domain::{Fields, Kind, Moment, Record, RecordError, text};

/// Where a concern went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConcernPointer {
    /// When it was passed on.
    pub told: Moment,
    /// Who was told, by role, such as "DSL". No name.
    pub role: String,
    /// The school system's own reference, where there is one.
    pub reference: Option<String>,
}

impl ConcernPointer {
    /// The same pointer with checked lines.
    ///
    /// # Errors
    /// [`text::TextFault`] for the role or the reference.
    pub fn checked(self) -> Result<Self, text::TextFault> {
        let role = text::line(&self.role, text::NAME_LIMIT)?;
        let reference = match &self.reference {
            Some(reference) => text::optional_line(reference, text::NAME_LIMIT)?,
            None => None,
        };
        Ok(Self { role, reference, ..self })
    }
}

impl Record for ConcernPointer {
    const KIND: Kind = Kind::CONCERN_POINTER;
    const VERSION: u16 = 1;

    fn read(fields: &mut Fields) -> Result<Self, RecordError> {
        Ok(Self { told: fields.need(1)?, role: fields.need(2)?, reference: fields.take(3)? })
    }

    fn write(&self, fields: &mut Fields) {
        fields.put(1, self.told);
        fields.put(2, &self.role);
        fields.put_some(3, self.reference.as_ref());
    }
}
