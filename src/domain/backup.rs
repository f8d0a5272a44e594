//! How a vault is backed up: for whom files are encrypted, and when one was last found to be whole.

use minicbor::bytes::ByteArray;
use serde::{Deserialize, Serialize};

use super::{Fields, Kind, Moment, Record, RecordError, Revision};

const DAY: u64 = 86_400_000;

/// What is known of this vault's backups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Since when this is kept: until there is a backup, the days are counted from here.
    pub since: Moment,
    /// The public key to which the recovery code is the secret.
    pub recipient: Option<String>,
    /// The school's own public key, if files are to be for it too.
    pub school: Option<String>,
    /// When a file was last made.
    pub made: Option<Moment>,
    /// When the newest file was made that was read back from where it is kept.
    pub verified: Option<Moment>,
    /// The highest revision in that file: what is higher has changed since.
    pub head: Option<Revision>,
    /// How many records files have brought since then whose own revisions are not higher.
    pub brought: u32,
}

impl Backup {
    /// Of a vault that has no backup yet.
    pub const fn none_since(since: Moment) -> Self {
        Self { since, recipient: None, school: None, made: None, verified: None, head: None, brought: 0 }
    }

    /// Whether it is time for a backup, when so many records have changed since the last.
    pub fn due(&self, changed: u32, now: Moment) -> Due {
        let since = self.verified.unwrap_or(self.since);
        let days = now.utc_millis.saturating_sub(since.utc_millis) / DAY;
        match (changed, days) {
            (0, _) => Due::Quiet,
            (_, 14..) => Due::Overdue,
            (25.., _) | (_, 7..) => Due::Soon,
            _ => Due::Quiet,
        }
    }
}

/// Whether it is time for a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Due {
    /// Not yet.
    Quiet,
    /// A week has passed or much has changed.
    Soon,
    /// Two weeks have passed.
    Overdue,
}

impl Record for Backup {
    const KIND: Kind = Kind::BACKUP;
    const VERSION: u16 = 1;

    fn read(fields: &mut Fields) -> Result<Self, RecordError> {
        let head: Option<ByteArray<16>> = fields.take(6)?;
        Ok(Self {
            since: fields.need(1)?,
            recipient: fields.take(2)?,
            school: fields.take(3)?,
            made: fields.take(4)?,
            verified: fields.take(5)?,
            head: head.map(|bytes| Revision::from_bytes(bytes.into())),
            brought: fields.take(7)?.unwrap_or_default(),
        })
    }

    fn write(&self, fields: &mut Fields) {
        fields.put(1, self.since);
        fields.put_some(2, self.recipient.as_ref());
        fields.put_some(3, self.school.as_ref());
        fields.put_some(4, self.made);
        fields.put_some(5, self.verified);
        fields.put_some(6, self.head.map(|head| ByteArray::from(head.to_bytes())));
        fields.put_some(7, Some(self.brought).filter(|brought| *brought > 0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_due_after_a_week_or_twenty_five_changes() {
        let at = |days: u64| Moment { utc_millis: 1_795_428_000_000 + days * DAY, offset_minutes: 0 };
        let none = Backup::none_since(at(0));
        let made = Backup { verified: Some(at(10)), ..none.clone() };
        for (backup, changed, day, due) in [
            (&none, 0, 300, Due::Quiet),
            (&none, 24, 6, Due::Quiet),
            (&none, 25, 0, Due::Soon),
            (&none, 1, 7, Due::Soon),
            (&none, 1, 14, Due::Overdue),
            (&made, 1, 16, Due::Quiet),
            (&made, 1, 17, Due::Soon),
            (&made, 1, 24, Due::Overdue),
            (&made, 1, 0, Due::Quiet),
        ] {
            assert_eq!(backup.due(changed, at(day)), due, "{changed} after {day}");
        }
    }
}
