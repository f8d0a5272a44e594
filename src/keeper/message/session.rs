//! What page and keeper say about sessions, groups and the child's side of the tablet.

use serde::{Deserialize, Serialize};

use crate::domain::session::{Group, Note, NoteAmendment, Parts, Session, Tap};
use crate::domain::{CheckIn, Level, Moment, Prepared, Pupil, RecordId, SubjectId};

use super::CheckInRow;

/// A session with what it led to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRow {
    /// Whose: a pupil, or somebody not yet named.
    pub subject: SubjectId,
    /// The pupil, if it is one.
    pub pupil: Option<Pupil>,
    /// Which.
    pub id: RecordId,
    /// As it stands.
    pub session: Session,
    /// Its note.
    pub note: Option<NoteRow>,
    /// The check-ins that were made in it, in order.
    pub check_ins: Vec<CheckInRow>,
}

impl SessionRow {
    /// Whether its note is closed.
    pub fn is_closed(&self) -> bool {
        self.note.as_ref().is_some_and(|row| row.note.is_closed())
    }
}

/// A note with its history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteRow {
    /// Which.
    pub id: RecordId,
    /// As it was closed, or as it stands while it is written.
    pub note: Note,
    /// Later additions, oldest first.
    pub amendments: Vec<NoteAmendment>,
}

impl NoteRow {
    /// What it says now.
    pub fn parts(&self) -> &Parts {
        self.amendments.last().map_or(&self.note.parts, |amendment| &amendment.parts)
    }
}

/// A group with the sessions of its children, in the order in which they sit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupRow {
    /// Which.
    pub id: RecordId,
    /// What they share.
    pub group: Group,
    /// One each.
    pub sessions: Vec<SessionRow>,
}

/// A tap in a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GroupTap {
    /// Another round of building: everybody has the next role.
    NextRound,
    /// The same tap in every child's session.
    Everyone(Tap),
    /// Ends the group and every child's session.
    End,
}

/// What the child's side of the tablet shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Side {
    /// The questions of a check-in.
    CheckIn(RecordId),
    /// The two taps on arriving.
    Arrive,
    /// The two taps on leaving.
    Leave,
    /// Deciding together who may know what.
    Boxes,
    /// The lantern that burns down, and the calm room.
    Rest,
}

/// All that the child's side needs, and nothing else: no name, no list, nobody else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildView {
    /// A number that stands for the child in what this side asks.
    pub subject: SubjectId,
    /// The session's number.
    pub session_id: Option<RecordId>,
    /// What is shown.
    pub side: Side,
    /// The keys of the child's animal and colour; nothing where it is not known who it is.
    pub tile: Option<(String, String)>,
    /// How much language.
    pub level: Level,
    /// The child's own words (without what they are linked to), words that are not shown, and what could help.
    pub prepared: Prepared,
    /// The check-in.
    pub check_in: Option<CheckIn>,
    /// The session, without what the adult wrote.
    pub session: Option<Session>,
    /// What the child told in this session, for the boxes.
    pub told: Vec<CheckIn>,
    /// The clock on the wall, for the lantern.
    pub now: Moment,
}
