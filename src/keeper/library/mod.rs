//! What an open vault knows: every record, opened once at unlocking and kept in memory.
//!
//! A school year of check-ins is a few megabytes; looking through them in memory is far cheaper than any index on disk,
//! and an index would tell a thief something.

mod rows;

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::domain::session::{ConcernPointer, Group, Repair};
use crate::domain::{
    Amendment, Backup, Change, CheckIn, Drawing, Kept, Kind, Moment, Note, NoteAmendment, Preferences, Prepared, Pupil,
    Record, RecordError, RecordId, Revision, School, Session, SetAside, SubjectId,
};

use super::message::Health;

/// Everything about one subject.
#[derive(Debug, Default)]
struct Subject {
    pupil: Option<(RecordId, Kept<Pupil>)>,
    check_ins: BTreeMap<RecordId, Kept<CheckIn>>,
    amendments: BTreeMap<RecordId, Kept<Amendment>>,
    sessions: BTreeMap<RecordId, Kept<Session>>,
    notes: BTreeMap<RecordId, Kept<Note>>,
    note_amendments: BTreeMap<RecordId, Kept<NoteAmendment>>,
    concerns: BTreeMap<RecordId, Kept<ConcernPointer>>,
    drawings: BTreeMap<RecordId, Kept<Drawing>>,
    repairs: BTreeMap<RecordId, Kept<Repair>>,
    prepared: Option<(RecordId, Kept<Prepared>)>,
    /// Something of this subject cannot be read, so that it must not be taken for a visitor who has no pupil record.
    damaged: bool,
}

/// Every record that could be read, and a count of those that could not.
#[derive(Debug, Default)]
pub struct Library {
    subjects: BTreeMap<SubjectId, Subject>,
    preferences: Option<(RecordId, Kept<Preferences>)>,
    school: Option<(RecordId, Kept<School>)>,
    groups: BTreeMap<RecordId, Kept<Group>>,
    backup: Option<(RecordId, Kept<Backup>)>,
    set_aside: BTreeMap<(SubjectId, RecordId), Kept<SetAside>>,
    /// The newest revision of every record, and a mark of its value.
    heads: BTreeMap<(SubjectId, RecordId), (Revision, u64)>,
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
        self.about(subject).damaged = true;
    }

    /// Applies a change: after it was saved, or while loading.
    ///
    /// # Errors
    /// [`RecordError`] when the body cannot be read; nothing is changed then.
    pub fn apply(&mut self, change: &Change) -> Result<(), RecordError> {
        let (id, body) = (change.id, change.body.as_deref());
        if !change.is_in_place() {
            return Err(RecordError::Malformed);
        }
        if change.kind != Kind::SUBJECT_KEY {
            self.heads.insert((change.subject, id), (change.revision, mark(change.value())));
        }
        match change.kind {
            // Of these a subject has one. Where a file has brought another, the newer is the one in force.
            Kind::PREFERENCES if self.yields(id_of(&self.preferences), change) => {}
            Kind::SCHOOL if self.yields(id_of(&self.school), change) => {}
            Kind::BACKUP if self.yields(id_of(&self.backup), change) => {}
            Kind::PUPIL if self.yields(self.pupil(change.subject).map(|(id, _)| *id), change) => {}
            Kind::PREPARED if self.yields(self.prepared(change.subject).map(|(id, _)| *id), change) => {}
            Kind::PREFERENCES => self.preferences = read(body)?.map(|kept| (id, kept)),
            Kind::SCHOOL => self.school = read(body)?.map(|kept| (id, kept)),
            Kind::BACKUP => self.backup = read(body)?.map(|kept| (id, kept)),
            Kind::SET_ASIDE => {
                let kept = read(body)?;
                match kept {
                    Some(kept) => drop(self.set_aside.insert((change.subject, id), kept)),
                    None => drop(self.set_aside.remove(&(change.subject, id))),
                }
            }
            Kind::PUPIL => {
                let pupil = read(body)?.map(|kept| (id, kept));
                self.about(change.subject).pupil = pupil;
            }
            Kind::GROUP => set(&mut self.groups, id, read(body)?),
            Kind::PREPARED => {
                let prepared = read(body)?.map(|kept| (id, kept));
                self.about(change.subject).prepared = prepared;
            }
            Kind::CHECK_IN => self.keep(change, |about| &mut about.check_ins)?,
            Kind::AMENDMENT => self.keep(change, |about| &mut about.amendments)?,
            Kind::SESSION => self.keep(change, |about| &mut about.sessions)?,
            Kind::NOTE => self.keep(change, |about| &mut about.notes)?,
            Kind::NOTE_AMENDMENT => self.keep(change, |about| &mut about.note_amendments)?,
            Kind::CONCERN_POINTER => self.keep(change, |about| &mut about.concerns)?,
            Kind::DRAWING => self.keep(change, |about| &mut about.drawings)?,
            Kind::REPAIR => self.keep(change, |about| &mut about.repairs)?,
            // Who a visitor was is asked only where a file is brought in. A newer app's kind is carried along on disk.
            _ => {}
        }
        Ok(())
    }

    /// Whether a change is of another record than the one in force, and that one is newer.
    fn yields(&self, in_force: Option<RecordId>, change: &Change) -> bool {
        let newer = |known| change.body.is_none() || self.head(change.subject, known) > Some(change.revision);
        in_force.is_some_and(|known| known != change.id && newer(known))
    }

    /// The newest revision of a record.
    pub fn head(&self, subject: SubjectId, id: RecordId) -> Option<Revision> {
        self.heads.get(&(subject, id)).map(|(revision, _)| *revision)
    }

    /// Whether an author wrote any of it.
    pub fn knows_author(&self, author: u64) -> bool {
        self.heads.values().any(|(head, _)| head.author() == author)
    }

    /// How many records have changed since a revision.
    pub fn changed_since(&self, revision: Option<Revision>) -> u32 {
        let about_backups = id_of(&self.backup);
        let changed =
            self.heads.iter().filter(|((_, id), (head, _))| Some(*head) > revision && Some(*id) != about_backups);
        u32::try_from(changed.count()).unwrap_or(u32::MAX)
    }

    /// What is known of backups, and its record.
    pub fn backup(&self) -> Option<&(RecordId, Kept<Backup>)> {
        self.backup.as_ref()
    }

    /// A version that was set aside.
    pub fn set_aside(&self, subject: SubjectId, place: RecordId) -> Option<&Kept<SetAside>> {
        self.set_aside.get(&(subject, place))
    }

    /// Everything set aside that may be for the adult to choose.
    pub fn to_choose(&self) -> impl Iterator<Item = (SubjectId, RecordId, &SetAside)> {
        let asides = self.set_aside.iter().map(|((subject, place), kept)| (*subject, *place, &kept.record));
        asides.filter(|(subject, _, aside)| {
            let head = self.heads.get(&(*subject, aside.of));
            let follows = head.is_some_and(|(head, value)| {
                (head.author() == aside.revision.author() && *head >= aside.revision)
                    || *value == mark((aside.kind, aside.body.as_deref()))
            });
            !aside.kind.is_of_one_tablet()
                && !aside.is_settled()
                && !follows
                && (head.is_some() || aside.body.is_some())
        })
    }

    /// Keeps a record where records of its kind lie.
    fn keep<R: Record>(
        &mut self,
        change: &Change,
        place: fn(&mut Subject) -> &mut BTreeMap<RecordId, Kept<R>>,
    ) -> Result<(), RecordError> {
        let kept = read(change.body.as_deref())?;
        set(place(self.about(change.subject)), change.id, kept);
        Ok(())
    }

    fn about(&mut self, subject: SubjectId) -> &mut Subject {
        self.subjects.entry(subject).or_default()
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

    /// A session.
    pub fn session(&self, subject: SubjectId, id: RecordId) -> Option<&Kept<Session>> {
        self.subjects.get(&subject)?.sessions.get(&id)
    }

    /// The note of a session, with its id: the newest where two tablets once began one each.
    pub fn note(&self, subject: SubjectId, session: RecordId) -> Option<(RecordId, &Kept<Note>)> {
        let notes = &self.subjects.get(&subject)?.notes;
        let of_it = notes.iter().filter(|(_, kept)| kept.record.session == session).map(|(id, kept)| (*id, kept));
        of_it.max_by_key(|(id, _)| self.head(subject, *id))
    }

    /// The amendments of a note, oldest first, with their ids.
    pub fn note_amendments(&self, subject: SubjectId, note: RecordId) -> Vec<(RecordId, &Kept<NoteAmendment>)> {
        let Some(about) = self.subjects.get(&subject) else { return Vec::new() };
        let of_it = about.note_amendments.iter().filter(|(_, kept)| kept.record.note == note);
        let places = of_it.map(|(id, kept)| (kept.record.made, *id, subject)).collect();
        let kept = |id| about.note_amendments.get(&id).map(|kept| (id, kept));
        in_time(places).into_iter().filter_map(|(_, id, _)| kept(id)).collect()
    }

    /// What is prepared for a child, with its record.
    pub fn prepared(&self, subject: SubjectId) -> Option<&(RecordId, Kept<Prepared>)> {
        self.subjects.get(&subject)?.prepared.as_ref()
    }

    /// A picture.
    pub fn drawing(&self, subject: SubjectId, id: RecordId) -> Option<&Kept<Drawing>> {
        self.subjects.get(&subject)?.drawings.get(&id)
    }

    /// A repair note.
    pub fn repair(&self, subject: SubjectId, id: RecordId) -> Option<&Kept<Repair>> {
        self.subjects.get(&subject)?.repairs.get(&id)
    }

    /// A group.
    pub fn group(&self, id: RecordId) -> Option<&Kept<Group>> {
        self.groups.get(&id)
    }

    /// The sessions that belong to a group, in the order in which the children sit.
    pub fn sessions_of_group(&self, id: RecordId, group: &Group) -> Vec<(SubjectId, RecordId)> {
        let of = |member: &SubjectId| {
            let sessions = &self.subjects.get(member)?.sessions;
            sessions.iter().find(|(_, kept)| kept.record.group == Some(id)).map(|(session, _)| (*member, *session))
        };
        group.members.iter().filter_map(of).collect()
    }

    /// Whether something of this subject cannot be read.
    pub fn is_damaged(&self, subject: SubjectId) -> bool {
        self.subjects.get(&subject).is_some_and(|about| about.damaged)
    }
}

/// Tells values apart without keeping them.
fn mark(value: (Kind, Option<&[u8]>)) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

fn id_of<R>(known: &Option<(RecordId, R)>) -> Option<RecordId> {
    known.as_ref().map(|(id, _)| *id)
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
