//! What the screens ask for: records put together as they are shown.

use crate::domain::session::{Event, after_each};
use crate::domain::{Moment, RecordId, SubjectId};
use crate::keeper::message::{CheckInRow, GroupRow, NoteRow, PupilPage, PupilRow, SessionRow, Waiting};

use super::{Library, Place, Subject, in_time};

impl Library {
    /// A check-in with its history.
    pub fn row(&self, subject: SubjectId, id: RecordId) -> Option<CheckInRow> {
        let check_in = self.check_in(subject, id)?.record.clone();
        let amendments = self.amendments(subject, id).into_iter().map(|(_, kept)| kept.record.clone()).collect();
        Some(CheckInRow { subject, attached: self.pupil(subject).is_some(), id, check_in, amendments })
    }

    /// The pupils, archived ones too, by name.
    pub fn pupils(&self) -> Vec<PupilRow> {
        let mut rows: Vec<_> = self.subjects.keys().filter_map(|subject| self.pupil_row(*subject)).collect();
        rows.sort_by_cached_key(|row| (row.pupil.name.to_lowercase(), row.subject));
        rows
    }

    /// One pupil as the list shows them.
    pub fn pupil_row(&self, subject: SubjectId) -> Option<PupilRow> {
        let about = self.subjects.get(&subject)?;
        let (_, kept) = about.pupil.as_ref()?;
        let last_check_in: Option<Moment> = about.check_ins.values().map(|kept| kept.record.started).max();
        Some(PupilRow { subject, pupil: kept.record.clone(), last_check_in })
    }

    /// One pupil's page, check-ins and sessions newest first.
    pub fn page(&self, subject: SubjectId) -> Option<PupilPage> {
        let row = self.pupil_row(subject)?;
        let about = self.subjects.get(&subject)?;
        let places = about.check_ins.iter().map(|(id, kept)| (kept.record.started, *id, subject)).collect();
        let sessions = in_time(places_of_sessions(subject, about, |_| true)).into_iter().rev();
        let sessions = sessions.filter_map(|(_, id, _)| self.session_with_note(subject, id)).collect();
        let ended = about.sessions.values().map(|kept| &kept.record).filter(|session| session.is_ended());
        let after = after_each(ended.map(|session| (&session.arrived, &session.left, session.activities()))).collect();
        Some(PupilPage {
            row,
            check_ins: self.newest_first(places),
            sessions,
            after,
            prepared: about.prepared.as_ref().map(|(_, kept)| kept.record.clone()).unwrap_or_default(),
            drawings: about.drawings.iter().map(|(id, kept)| (*id, kept.record.clone())).collect(),
            concerns: about.concerns.values().map(|kept| kept.record.clone()).collect(),
            repairs: about.repairs.iter().map(|(id, kept)| (*id, kept.record.clone())).collect(),
        })
    }

    /// What waits for the adult, newest first: what is under way, what nobody's name is on yet, and notes to finish.
    pub fn waiting(&self) -> Waiting {
        let (mut check_ins, mut sessions) = (Vec::new(), Vec::new());
        for (subject, about) in &self.subjects {
            let nobodys = about.pupil.is_none() && !about.damaged;
            let waiting = about.check_ins.iter().filter(|(_, kept)| nobodys || !kept.record.is_finished());
            check_ins.extend(waiting.map(|(id, kept)| (kept.record.started, *id, *subject)));
            let closed = |id: RecordId| self.note(*subject, id).is_some_and(|(_, kept)| kept.record.is_closed());
            sessions.extend(places_of_sessions(*subject, about, |id| nobodys || !closed(id)));
        }
        let groups = self.groups.iter().filter(|(_, kept)| kept.record.ended.is_none());
        Waiting {
            check_ins: self.newest_first(check_ins),
            sessions: self.sessions_newest_first(sessions),
            groups: groups.filter_map(|(id, _)| self.group_row(*id)).collect(),
            older: false,
        }
    }

    fn newest_first(&self, places: Vec<Place>) -> Vec<CheckInRow> {
        in_time(places).into_iter().rev().filter_map(|(_, id, subject)| self.row(subject, id)).collect()
    }

    fn sessions_newest_first(&self, places: Vec<Place>) -> Vec<SessionRow> {
        in_time(places).into_iter().rev().filter_map(|(_, id, subject)| self.session_row(subject, id)).collect()
    }

    /// A session with what it led to.
    pub fn session_row(&self, subject: SubjectId, id: RecordId) -> Option<SessionRow> {
        let row = self.session_with_note(subject, id)?;
        let made = row.session.log.iter().filter_map(|entry| match entry.event {
            Event::CheckIn(id) => self.row(subject, id),
            _ => None,
        });
        let check_ins = made.collect();
        Some(SessionRow { check_ins, ..row })
    }

    /// A session with its note, without the check-ins that were made in it.
    fn session_with_note(&self, subject: SubjectId, id: RecordId) -> Option<SessionRow> {
        let session = self.session(subject, id)?.record.clone();
        let note = self.note(subject, id).map(|(id, kept)| NoteRow {
            id,
            note: kept.record.clone(),
            amendments: self.note_amendments(subject, id).into_iter().map(|(_, kept)| kept.record.clone()).collect(),
        });
        let pupil = self.pupil(subject).map(|(_, kept)| kept.record.clone());
        Some(SessionRow { subject, pupil, id, session, note, check_ins: Vec::new() })
    }

    /// A group with its sessions.
    pub fn group_row(&self, id: RecordId) -> Option<GroupRow> {
        let group = self.group(id)?.record.clone();
        let sessions = self.sessions_of_group(id, &group);
        let sessions = sessions.into_iter().filter_map(|(member, session)| self.session_row(member, session)).collect();
        Some(GroupRow { id, group, sessions })
    }
}

fn places_of_sessions(subject: SubjectId, about: &Subject, wanted: impl Fn(RecordId) -> bool) -> Vec<Place> {
    let wanted = about.sessions.iter().filter(|(id, _)| wanted(**id));
    wanted.map(|(id, kept)| (kept.record.started, *id, subject)).collect()
}
