//! The note of a session in four separate fields, so that a fact never reads as an opinion. Once closed it is only added
//! to, with a reason.

use serde::{Deserialize, Serialize};

use crate::domain::{Fields, Kind, Moment, Record, RecordError, RecordId, text};

/// The four fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parts {
    /// What happened: facts.
    pub happened: String,
    /// The child's own words.
    pub own_words: String,
    /// What the adult thinks.
    pub thinking: String,
    /// The next step.
    pub next: String,
}

/// How long a field of a note may be, in characters.
pub const PART_LIMIT: u16 = 4_000;

impl Parts {
    /// Whether every part can be kept; an empty one is fine.
    ///
    /// # Errors
    /// [`text::TextFault`] of the first field that is not taken. Nothing is changed about the text.
    pub fn checked(&self) -> Result<(), text::TextFault> {
        [&self.happened, &self.own_words, &self.thinking, &self.next]
            .into_iter()
            .try_for_each(|part| text::paragraphs(part, PART_LIMIT).map(drop))
    }

    fn read(fields: &mut Fields) -> Result<Self, RecordError> {
        Ok(Self {
            happened: fields.need(10)?,
            own_words: fields.need(11)?,
            thinking: fields.need(12)?,
            next: fields.need(13)?,
        })
    }

    fn write(&self, fields: &mut Fields) {
        fields.put(10, &self.happened);
        fields.put(11, &self.own_words);
        fields.put(12, &self.thinking);
        fields.put(13, &self.next);
    }
}

/// A session's note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Of which session.
    pub session: RecordId,
    /// When it was begun.
    pub begun: Moment,
    /// When it was closed; nothing while it is being written.
    pub closed: Option<Moment>,
    /// What it says.
    pub parts: Parts,
}

impl Note {
    /// Whether it may no longer be changed, only amended.
    pub const fn is_closed(&self) -> bool {
        self.closed.is_some()
    }
}

impl Record for Note {
    const KIND: Kind = Kind::NOTE;
    const VERSION: u16 = 1;

    fn read(fields: &mut Fields) -> Result<Self, RecordError> {
        Ok(Self {
            session: fields.need_id(1)?,
            begun: fields.need(2)?,
            closed: fields.take(3)?,
            parts: Parts::read(fields)?,
        })
    }

    fn write(&self, fields: &mut Fields) {
        fields.put_id(1, self.session);
        fields.put(2, self.begun);
        fields.put_some(3, self.closed);
        self.parts.write(fields);
    }
}

/// A later addition to a closed note: the parts as they should read, and why. The first ones stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteAmendment {
    /// Which note.
    pub note: RecordId,
    /// When it was made.
    pub made: Moment,
    /// Why. A closed note is never amended without a reason.
    pub reason: String,
    /// All four parts as they should read.
    pub parts: Parts,
}

impl NoteAmendment {
    /// The same amendment with a checked reason and checked parts.
    ///
    /// # Errors
    /// [`text::TextFault`]; [`text::TextFault::Empty`] where there is no reason.
    pub fn checked(self) -> Result<Self, text::TextFault> {
        let reason = text::line(&self.reason, text::LINE_LIMIT)?;
        self.parts.checked()?;
        Ok(Self { reason, ..self })
    }
}

impl Record for NoteAmendment {
    const KIND: Kind = Kind::NOTE_AMENDMENT;
    const VERSION: u16 = 1;

    fn read(fields: &mut Fields) -> Result<Self, RecordError> {
        Ok(Self {
            note: fields.need_id(1)?,
            made: fields.need(2)?,
            reason: fields.need(3)?,
            parts: Parts::read(fields)?,
        })
    }

    fn write(&self, fields: &mut Fields) {
        fields.put_id(1, self.note);
        fields.put(2, self.made);
        fields.put(3, &self.reason);
        self.parts.write(fields);
    }
}
