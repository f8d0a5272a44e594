//! A session: one meeting with one child. Its course, its time, what was tapped in it, and what becomes of that.
//!
//! A session is one record that is written anew with every tap; what it leads to (check-ins, the note, a concern that was
//! passed on) are records of their own.

mod boxes;
mod concern;
mod course;
mod draft;
mod event;
mod group;
mod note;
mod pair;
mod repair;
mod stage;
mod tap;
mod time;

use serde::{Deserialize, Serialize};

use super::{Fields, Kind, Level, Moment, Record, RecordError, RecordId};

pub use boxes::{Boxed, Share, for_report};
pub use concern::ConcernPointer;
pub use course::{Course, Step};
pub use draft::{Draft, Fact};
pub use event::{Entry, Event, LineKind};
pub use group::{Group, Purpose, Role, SIZES};
pub use note::{Note, NoteAmendment, PART_LIMIT, Parts};
pub use pair::{After, Reading, after_each};
pub use repair::{Repair, Thought};
pub use stage::Stage;
pub use tap::Tap;
pub use time::{Burn, Pause, SOON, delivered_millis, minutes_of};

/// How a session came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sort {
    /// It was planned.
    Planned,
    /// Somebody came, or was brought.
    DropIn,
}

/// A session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// When it began.
    pub started: Moment,
    /// When it ended; nothing while it is under way.
    pub ended: Option<Moment>,
    /// The language level of the child's side.
    pub level: Level,
    /// How it came about.
    pub sort: Sort,
    /// How long it was meant to be, in minutes, when it began.
    pub planned_minutes: u16,
    /// Which stages, in which order, and where in them it is.
    pub course: Course,
    /// When it was left for a while.
    pub pauses: Vec<Pause>,
    /// The two taps on arriving.
    pub arrived: Reading,
    /// The two taps on leaving.
    pub left: Reading,
    /// Everything that was tapped.
    pub log: Vec<Entry>,
    /// What was decided together about who may know what.
    pub boxes: Vec<Boxed>,
    /// The header of the group that it is part of.
    pub group: Option<RecordId>,
}

impl Session {
    /// A session that begins now, at the first stage of its course.
    pub fn begin(now: Moment, level: Level, sort: Sort, course: Course) -> Self {
        let first = course.here();
        let mut session = Self {
            started: now,
            ended: None,
            level,
            sort,
            planned_minutes: course.minutes(),
            course,
            pauses: Vec::new(),
            arrived: Reading::default(),
            left: Reading::default(),
            log: Vec::new(),
            boxes: Vec::new(),
            group: None,
        };
        if let Some(stage) = first {
            session.note_down(now, Event::Began(stage));
        }
        session
    }

    /// Whether it is over.
    pub const fn is_ended(&self) -> bool {
        self.ended.is_some()
    }

    /// Whether it was left for a while and has not gone on.
    pub fn is_paused(&self) -> bool {
        self.pauses.last().is_some_and(|pause| pause.to.is_none())
    }

    /// Writes a line into the log. A session that is over takes none.
    pub fn note_down(&mut self, now: Moment, event: Event) {
        if !self.is_ended() {
            self.log.push(Entry { at: now, event });
        }
    }

    /// Goes on to the next stage; at the last one nothing happens.
    pub fn go_on(&mut self, now: Moment) {
        if !self.is_ended()
            && let Some(stage) = self.course.go_on()
        {
            self.note_down(now, Event::Began(stage));
        }
    }

    /// Leaves it for a while.
    pub fn pause(&mut self, now: Moment) {
        if !self.is_ended() && !self.is_paused() {
            self.note_down(now, Event::Paused);
            self.pauses.push(Pause { from: now, to: None });
        }
    }

    /// Takes it up again.
    pub fn resume(&mut self, now: Moment) {
        if self.end_pause(now) {
            self.note_down(now, Event::WentOn);
        }
    }

    /// Ends it. A pause that had not ended was the end: its time does not count.
    pub fn end(&mut self, now: Moment) {
        if !self.is_ended() {
            self.end_pause(now);
            self.ended = Some(now);
        }
    }

    /// Ends the pause that lasts, if one does, and says whether.
    fn end_pause(&mut self, now: Moment) -> bool {
        let open = self.pauses.last_mut().filter(|pause| pause.to.is_none());
        open.is_some_and(|pause| pause.to.replace(now).is_none())
    }

    /// Milliseconds really delivered so far, without the pauses.
    pub fn delivered_millis(&self, now: Moment) -> u64 {
        delivered_millis(self.started, self.ended.unwrap_or(now), &self.pauses)
    }

    /// How its lantern burns.
    pub fn burn(&self, now: Moment) -> Burn {
        Burn::after(self.delivered_millis(now), self.planned_minutes)
    }

    /// What was done in it: keys of activities and of calm ones, and what was typed.
    pub fn activities(&self) -> Vec<&str> {
        self.log
            .iter()
            .filter_map(|entry| match &entry.event {
                Event::Did(name) | Event::DidOther(name) | Event::Calm(name) => Some(name.as_str()),
                _ => None,
            })
            .collect()
    }
}

impl Record for Session {
    const KIND: Kind = Kind::SESSION;
    const VERSION: u16 = 1;

    fn read(fields: &mut Fields) -> Result<Self, RecordError> {
        Ok(Self {
            started: fields.need(1)?,
            ended: fields.take(2)?,
            level: Level::from_number(fields.need(3)?).ok_or(RecordError::Unexpected(3))?,
            sort: match fields.need::<u8>(4)? {
                0 => Sort::Planned,
                1 => Sort::DropIn,
                _ => return Err(RecordError::Unexpected(4)),
            },
            planned_minutes: fields.need(5)?,
            course: fields.need(6)?,
            pauses: fields.need(7)?,
            arrived: fields.need(8)?,
            left: fields.need(9)?,
            log: fields.need(10)?,
            boxes: fields.need(11)?,
            group: fields.take_id(12)?,
        })
    }

    fn write(&self, fields: &mut Fields) {
        fields.put(1, self.started);
        fields.put_some(2, self.ended);
        fields.put(3, self.level.number());
        fields.put(4, self.sort as u8);
        fields.put(5, self.planned_minutes);
        fields.put(6, &self.course);
        fields.put(7, &self.pauses);
        fields.put(8, &self.arrived);
        fields.put(9, &self.left);
        fields.put(10, &self.log);
        fields.put(11, &self.boxes);
        if let Some(group) = self.group {
            fields.put_id(12, group);
        }
    }
}

/// Whether no two of these are alike. For a handful: each is held against every one before it.
fn all_differ<T: PartialEq>(few: &[T]) -> bool {
    few.iter().enumerate().all(|(at, one)| !few.iter().take(at).any(|other| other == one))
}

#[cfg(test)]
mod tests;
