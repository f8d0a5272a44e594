//! What belongs to the vault as a whole: the adult's preferences and the school's own details.

use serde::{Deserialize, Serialize};

use super::{Fields, Kind, Record, RecordError, text};

/// How this vault is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preferences {
    /// What the adult called the vault; shown on the door of this tablet.
    pub nickname: String,
    /// Minutes without a touch until the screen is covered: 1 to 15.
    pub cover_after_minutes: u8,
    /// Minutes under the cover until the vault is locked: 1 to 60.
    pub lock_after_minutes: u8,
    /// The adult has said that nobody else uses this tablet.
    pub mine_alone: bool,
}

impl Preferences {
    /// Those of a new vault: covered after two minutes, locked after a quarter of an hour.
    pub const fn new(nickname: String) -> Self {
        Self { nickname, cover_after_minutes: 2, lock_after_minutes: 15, mine_alone: false }
    }

    /// The same preferences with a checked nickname and times within their bounds.
    ///
    /// # Errors
    /// [`text::TextFault`] for the nickname.
    pub fn checked(self) -> Result<Self, text::TextFault> {
        Ok(Self {
            nickname: text::line(&self.nickname, text::NAME_LIMIT)?,
            cover_after_minutes: self.cover_after_minutes.clamp(1, 15),
            lock_after_minutes: self.lock_after_minutes.clamp(1, 60),
            mine_alone: self.mine_alone,
        })
    }
}

impl Record for Preferences {
    const KIND: Kind = Kind::PREFERENCES;
    const VERSION: u16 = 1;

    fn read(fields: &mut Fields) -> Result<Self, RecordError> {
        let (cover_after, lock_after): (u8, u8) = (fields.need(2)?, fields.need(3)?);
        Ok(Self {
            nickname: fields.need(1)?,
            // Whoever wrote it, nothing stands open longer than can be chosen.
            cover_after_minutes: cover_after.clamp(1, 15),
            lock_after_minutes: lock_after.clamp(1, 60),
            mine_alone: fields.take(4)?.unwrap_or(false),
        })
    }

    fn write(&self, fields: &mut Fields) {
        fields.put(1, &self.nickname);
        fields.put(2, self.cover_after_minutes);
        fields.put(3, self.lock_after_minutes);
        fields.put_some(4, self.mine_alone.then_some(true));
    }
}

/// Whom to tell in this school. Names of staff in their role, nothing about a child.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct School {
    /// The designated safeguarding lead.
    pub lead_name: Option<String>,
    /// Where or how the lead is reached.
    pub lead_reach: Option<String>,
    /// The deputy.
    pub deputy_name: Option<String>,
    /// Where or how the deputy is reached.
    pub deputy_reach: Option<String>,
    /// What the school's own policy asks for first.
    pub policy_note: Option<String>,
}

impl School {
    /// The same details with every line checked.
    ///
    /// # Errors
    /// The first [`text::TextFault`].
    pub fn checked(self) -> Result<Self, text::TextFault> {
        let line = |text: Option<String>| match text {
            Some(text) => text::optional_line(&text, text::LINE_LIMIT),
            None => Ok(None),
        };
        Ok(Self {
            lead_name: line(self.lead_name)?,
            lead_reach: line(self.lead_reach)?,
            deputy_name: line(self.deputy_name)?,
            deputy_reach: line(self.deputy_reach)?,
            policy_note: line(self.policy_note)?,
        })
    }

    /// Whether the school has entered nothing yet.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Record for School {
    const KIND: Kind = Kind::SCHOOL;
    const VERSION: u16 = 1;

    fn read(fields: &mut Fields) -> Result<Self, RecordError> {
        Ok(Self {
            lead_name: fields.take(1)?,
            lead_reach: fields.take(2)?,
            deputy_name: fields.take(3)?,
            deputy_reach: fields.take(4)?,
            policy_note: fields.take(5)?,
        })
    }

    fn write(&self, fields: &mut Fields) {
        fields.put_some(1, self.lead_name.as_ref());
        fields.put_some(2, self.lead_reach.as_ref());
        fields.put_some(3, self.deputy_name.as_ref());
        fields.put_some(4, self.deputy_reach.as_ref());
        fields.put_some(5, self.policy_note.as_ref());
    }
}
