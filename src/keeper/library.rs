//! What an open vault knows: every record, opened once at unlocking and kept in memory.
//!
//! A school year of check-ins is a few megabytes; looking through them in memory is far cheaper than any index on disk,
//! and an index would tell a thief something.

use std::collections::BTreeMap;

use crate::domain::{
    Amendment, Change, CheckIn, Kept, Kind, Moment, Preferences, Pupil, Record, RecordError, RecordId, School,
    SubjectId,
};

use super::message::{CheckInRow, Health, PupilPage, PupilRow};

/// Everything about one subject.
#[derive(Debug, Default)]
struct Subject {
    pupil: Option<(RecordId, Kept<Pupil>)>,
    check_ins: BTreeMap<RecordId, Kept<CheckIn>>,
    amendments: BTreeMap<RecordId, Kept<Amendment>>,
    /// Something of this subject cannot be read, so that it must not be taken for a visitor who has no pupil record.
    damaged: bool,
}

/// Every record that could be read, and a count of those that could not.
#[derive(Debug, Default)]
pub struct Library {
    subjects: BTreeMap<SubjectId, Subject>,
    preferences: Option<(RecordId, Kept<Preferences>)>,
    school: Option<(RecordId, Kept<School>)>,
    health: Health,
}

impl Library {
    /// Takes in a change that was read from disk. One that cannot be read is counted; its bytes stay on disk.
    pub fn take_in(&mut self, change: &Change) {
        self.health.records += 1;
        if let Err(error) = self.apply(change) {
            self.count_unreadable(change.subject, error);
        }
    }

    /// Notes that a row of a subject could not even be opened.
    pub fn note_unopened(&mut self, subject: SubjectId, too_new: bool) {
        self.health.records += 1;
        self.count_unreadable(subject, if too_new { RecordError::TooNew(u16::MAX) } else { RecordError::Malformed });
    }

    fn count_unreadable(&mut self, subject: SubjectId, error: RecordError) {
        self.health.unreadable += 1;
        if matches!(error, RecordError::TooNew(_)) {
            self.health.too_new += 1;
        }
        self.subjects.entry(subject).or_default().damaged = true;
    }

    /// Applies a change: after it was saved, or while loading.
    ///
    /// # Errors
    /// [`RecordError`] when the body cannot be read; nothing is changed then.
    pub fn apply(&mut self, change: &Change) -> Result<(), RecordError> {
        let (id, body) = (change.id, change.body.as_deref());
        match change.kind {
            Kind::PREFERENCES => self.preferences = read(body)?.map(|kept| (id, kept)),
            Kind::SCHOOL => self.school = read(body)?.map(|kept| (id, kept)),
            Kind::PUPIL => {
                let pupil = read(body)?.map(|kept| (id, kept));
                self.subjects.entry(change.subject).or_default().pupil = pupil;
            }
            Kind::CHECK_IN => {
                let kept = read(body)?;
                set(&mut self.subjects.entry(change.subject).or_default().check_ins, id, kept);
            }
            Kind::AMENDMENT => {
                let kept = read(body)?;
                set(&mut self.subjects.entry(change.subject).or_default().amendments, id, kept);
            }
            // A newer app's kind: carried along on disk, of no use here.
            _ => {}
        }
        Ok(())
    }

    /// What is kept but cannot be read.
    pub fn health(&self) -> Health {
        self.health
    }

    /// The preferences and their record, if they were ever kept.
    pub fn preferences(&self) -> Option<&(RecordId, Kept<Preferences>)> {
        self.preferences.as_ref()
    }

    /// The preferences by which this vault is kept: those of a new vault where none can be read.
    pub fn preferences_in_force(&self) -> Preferences {
        self.preferences().map_or_else(|| Preferences::new(String::new()), |(_, kept)| kept.record.clone())
    }

    /// The school's details and their record, if they were ever kept.
    pub fn school(&self) -> Option<&(RecordId, Kept<School>)> {
        self.school.as_ref()
    }

    /// A pupil and the record's id.
    pub fn pupil(&self, subject: SubjectId) -> Option<&(RecordId, Kept<Pupil>)> {
        self.subjects.get(&subject)?.pupil.as_ref()
    }

    /// A check-in.
    pub fn check_in(&self, subject: SubjectId, id: RecordId) -> Option<&Kept<CheckIn>> {
        self.subjects.get(&subject)?.check_ins.get(&id)
    }

    /// The amendments of a check-in, oldest first, with their record ids.
    pub fn amendments(&self, subject: SubjectId, check_in: RecordId) -> Vec<(RecordId, &Kept<Amendment>)> {
        let Some(about) = self.subjects.get(&subject) else { return Vec::new() };
        let of_it = about.amendments.iter().filter(|(_, kept)| kept.record.check_in == check_in);
        let places = of_it.map(|(id, kept)| (kept.record.made, *id, subject)).collect();
        let kept = |id| about.amendments.get(&id).map(|kept| (id, kept));
        in_time(places).into_iter().filter_map(|(_, id, _)| kept(id)).collect()
    }

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

    /// One pupil's page, check-ins newest first.
    pub fn page(&self, subject: SubjectId) -> Option<PupilPage> {
        let row = self.pupil_row(subject)?;
        let about = self.subjects.get(&subject)?;
        let places = about.check_ins.iter().map(|(id, kept)| (kept.record.started, *id, subject)).collect();
        Some(PupilPage { row, check_ins: self.newest_first(places) })
    }

    /// Check-ins that wait for the adult: under way, or of somebody not yet named. Newest first.
    pub fn waiting(&self) -> Vec<CheckInRow> {
        let mut places = Vec::new();
        for (subject, about) in &self.subjects {
            let nobodys = about.pupil.is_none() && !about.damaged;
            let waiting = about.check_ins.iter().filter(|(_, kept)| nobodys || !kept.record.is_finished());
            places.extend(waiting.map(|(id, kept)| (kept.record.started, *id, *subject)));
        }
        self.newest_first(places)
    }

    fn newest_first(&self, places: Vec<Place>) -> Vec<CheckInRow> {
        in_time(places).into_iter().rev().filter_map(|(_, id, subject)| self.row(subject, id)).collect()
    }

    /// Whether something of this subject cannot be read.
    pub fn is_damaged(&self, subject: SubjectId) -> bool {
        self.subjects.get(&subject).is_some_and(|about| about.damaged)
    }
}

fn read<R: Record>(body: Option<&[u8]>) -> Result<Option<Kept<R>>, RecordError> {
    body.map(Kept::from_body).transpose()
}

/// Where something lies in time, and which record of whom it is.
type Place = (Moment, RecordId, SubjectId);

/// Puts places in order, the oldest first. Everything is sorted here: a sort is compiled anew for whatever it sorts.
fn in_time(mut places: Vec<Place>) -> Vec<Place> {
    places.sort_unstable();
    places
}

fn set<R>(records: &mut BTreeMap<RecordId, R>, id: RecordId, record: Option<R>) {
    match record {
        Some(record) => drop(records.insert(id, record)),
        None => drop(records.remove(&id)),
    }
}
