//! A check-in: a child's answers at one moment, kept tap by tap, and later corrections beside them.

use serde::{Deserialize, Serialize};

use super::{Fields, Kind, Level, Moment, Record, RecordError, RecordId, answers::Answers, text};

/// A check-in. Until it is finished its answers may still change; afterwards only an [`Amendment`] adds to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckIn {
    /// When it began.
    pub started: Moment,
    /// When "done" was said; nothing while it is under way.
    pub finished: Option<Moment>,
    /// The language level that the child was shown.
    pub level: Level,
    /// What the child answered.
    pub answers: Answers,
}

impl CheckIn {
    /// A check-in that begins now.
    pub fn begin(now: Moment, level: Level) -> Self {
        Self { started: now, finished: None, level, answers: Answers::default() }
    }

    /// Whether it may no longer be answered, only amended.
    pub const fn is_finished(&self) -> bool {
        self.finished.is_some()
    }
}

impl Record for CheckIn {
    const KIND: Kind = Kind::CHECK_IN;
    const VERSION: u16 = 1;

    fn read(fields: &mut Fields) -> Result<Self, RecordError> {
        Ok(Self {
            started: fields.need(1)?,
            finished: fields.take(2)?,
            level: Level::from_number(fields.need(3)?).ok_or(RecordError::Unexpected(3))?,
            answers: read_answers(fields)?,
        })
    }

    fn write(&self, fields: &mut Fields) {
        fields.put(1, self.started);
        fields.put_some(2, self.finished);
        fields.put(3, self.level.number());
        write_answers(&self.answers, fields);
    }
}

/// A correction of a finished check-in: the answers as they should read, and why. The first ones stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendment {
    /// The check-in that it corrects.
    pub check_in: RecordId,
    /// When it was made.
    pub made: Moment,
    /// Why, in the adult's words, if they said.
    pub reason: Option<String>,
    /// All the answers as they should read.
    pub answers: Answers,
}

impl Amendment {
    /// The same amendment with a checked reason.
    ///
    /// # Errors
    /// [`text::TextFault`] for the reason.
    pub fn checked(self) -> Result<Self, text::TextFault> {
        let reason = match &self.reason {
            Some(reason) => text::optional_line(reason, text::LINE_LIMIT)?,
            None => None,
        };
        Ok(Self { reason, ..self })
    }
}

impl Record for Amendment {
    const KIND: Kind = Kind::AMENDMENT;
    const VERSION: u16 = 1;

    fn read(fields: &mut Fields) -> Result<Self, RecordError> {
        Ok(Self {
            check_in: fields.need_id(1)?,
            made: fields.need(2)?,
            reason: fields.take(3)?,
            answers: read_answers(fields)?,
        })
    }

    fn write(&self, fields: &mut Fields) {
        fields.put_id(1, self.check_in);
        fields.put(2, self.made);
        fields.put_some(3, self.reason.as_ref());
        write_answers(&self.answers, fields);
    }
}

fn read_answers(fields: &mut Fields) -> Result<Answers, RecordError> {
    Ok(Answers {
        feeling: fields.need(10)?,
        size: fields.need(11)?,
        body: fields.need(12)?,
        other_way: fields.take(13)?.unwrap_or_default(),
        help: fields.take(14)?.unwrap_or_default(),
    })
}

fn write_answers(answers: &Answers, fields: &mut Fields) {
    fields.put(10, &answers.feeling);
    fields.put(11, &answers.size);
    fields.put(12, &answers.body);
    // Not asked is not written: the bytes stay those of the first check-ins.
    fields.put_some(13, Some(&answers.other_way).filter(|way| way.is_answered()));
    fields.put_some(14, Some(&answers.help).filter(|help| help.is_answered()));
}
