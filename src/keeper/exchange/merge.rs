//! What bringing a file in would do: a plan, made without writing anything.
//!
//! Of every record the highest living version becomes or stays its value. A version that this loses to, by another author
//! and not known to have been taken into account, is set aside beside it ([`SetAside`]): one place for each author, in
//! which the newest stays. Nothing in a file removes anything: a removal is set aside like any other version. So it does
//! not matter in which order files come, or how often.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::{Change, Kept, Kind, RecordError, RecordId, SetAside, SubjectId};

use super::FileTrouble;

/// A record of a subject.
pub type Name = (SubjectId, RecordId);

/// What is on this tablet already.
#[derive(Clone, Debug, Default)]
pub struct Here {
    /// Every record that can be read, removed ones too.
    pub records: BTreeMap<Name, Change>,
    /// Those that cannot; they stay as they are.
    pub unreadable: BTreeSet<Name>,
    /// Subjects whose key was destroyed here.
    pub erased: BTreeSet<SubjectId>,
    /// Visitors who were named here, and who they are.
    pub moved: BTreeMap<SubjectId, SubjectId>,
}

impl Here {
    /// A change of a visitor who was named here is the child's.
    fn where_it_belongs<'a>(&self, change: &'a Change) -> Cow<'a, Change> {
        let Some(child) = self.moved.get(&change.subject) else { return Cow::Borrowed(change) };
        let mut id = change.id;
        if change.kind == Kind::PREPARED {
            // Of this everybody has one.
            let prepared = self.records.values().find(|known| known.subject == *child && known.kind == change.kind);
            id = prepared.map_or_else(|| RecordId::of_the_only(change.kind, child.as_bytes()), |known| known.id);
        }
        Cow::Owned(Change { subject: *child, id, ..change.clone() })
    }
}

/// What is to be written.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Values, each with its own revision.
    pub values: Vec<Change>,
    /// Versions set aside.
    pub asides: Vec<(SubjectId, Kept<SetAside>)>,
    /// In numbers.
    pub summary: Summary,
}

/// A plan in numbers of records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Not here yet.
    pub new: u32,
    /// Newer in the file, with what is here taken into account.
    pub newer: u32,
    /// Edited on both: both versions are kept.
    pub both: u32,
    /// The same here.
    pub same: u32,
    /// Newer here.
    pub older: u32,
    /// Of children who were erased here: left out.
    pub erased: u32,
}

impl Summary {
    /// Whether anything would be written.
    pub const fn brings_something(&self) -> bool {
        self.new + self.newer + self.both > 0
    }
}

/// Compares a file with what is here. How the tablet that wrote it covers and locks rules no other.
///
/// # Errors
/// [`FileTrouble::Damaged`] when the file has another value under the very same revision;
/// [`FileTrouble::NewerFile`] when a newer app set something aside.
pub fn plan(here: &Here, file: &[Change]) -> Result<Plan, FileTrouble> {
    let file: Vec<Cow<'_, Change>> = file.iter().map(|change| here.where_it_belongs(change)).collect();
    let erased = file.iter().filter(|change| here.erased.contains(&change.subject)).count() as u32;
    let file =
        || file.iter().filter(|change| !here.erased.contains(&change.subject) && !change.kind.is_of_one_tablet());
    let mut shelf = Shelf::of(here)?;
    for change in file().filter(|change| change.kind == Kind::SET_ASIDE) {
        shelf.put(change)?;
    }
    let mut sorts = BTreeMap::new();
    let mut values = BTreeMap::new();
    for change in file().filter(|change| change.kind != Kind::SET_ASIDE) {
        let name = (change.subject, change.id);
        // A visitor who was named here may be in the file under both names.
        let present = values.get(&name).or_else(|| here.records.get(&name));
        let sort = compare(present, here.unreadable.contains(&name), change, &mut shelf)?;
        if matches!(sort, Sort::New | Sort::Newer) {
            values.insert(name, Change::clone(change));
        }
        let known = sorts.entry(name).or_insert(sort);
        if *known != Sort::New && matches!(sort, Sort::New | Sort::Newer) {
            *known = sort;
        }
    }
    let asides = shelf.changed();
    for (subject, kept) in &asides {
        let name = (*subject, kept.record.of);
        let value = values.get(&name).or_else(|| here.records.get(&name));
        if kept.record.is_shown_beside(value.map(Change::head)) {
            sorts.insert(name, Sort::Both);
        }
    }
    let count = |wanted| sorts.values().filter(|sort| **sort == wanted).count() as u32;
    let summary = Summary {
        new: count(Sort::New),
        newer: count(Sort::Newer),
        both: count(Sort::Both),
        same: count(Sort::Same),
        older: count(Sort::Older),
        erased,
    };
    Ok(Plan { values: values.into_values().collect(), asides, summary })
}

/// How a record in a file stands to the one that is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    New,
    Newer,
    Both,
    Same,
    Older,
}

/// Compares one record, and sets aside what loses without having been taken into account.
fn compare(
    present: Option<&Change>,
    is_unreadable: bool,
    change: &Change,
    shelf: &mut Shelf,
) -> Result<Sort, FileTrouble> {
    let Some(present) = present else {
        if change.body.is_some() && !is_unreadable {
            return Ok(Sort::New);
        }
        shelf.lay(change);
        return Ok(Sort::Same);
    };
    let same_author = present.revision.author() == change.revision.author();
    if change.revision == present.revision {
        // A revision names one change.
        return if change.head() == present.head() { Ok(Sort::Same) } else { Err(FileTrouble::Damaged) };
    }
    if change.revision > present.revision && change.body.is_some() {
        if !same_author {
            shelf.lay(present);
        }
        return Ok(Sort::Newer);
    }
    if !same_author || change.revision > present.revision {
        shelf.lay(change);
    }
    Ok(Sort::Older)
}

/// Everything set aside, by the record that holds it, and how it was before.
#[derive(Default)]
struct Shelf {
    places: BTreeMap<Name, Kept<SetAside>>,
    before: BTreeMap<Name, SetAside>,
}

impl Shelf {
    /// What is set aside here.
    fn of(here: &Here) -> Result<Self, FileTrouble> {
        let mut shelf = Self::default();
        for change in here.records.values().filter(|change| change.kind == Kind::SET_ASIDE) {
            shelf.put(change)?;
        }
        shelf.before = shelf.places.iter().map(|(name, kept)| (*name, kept.record.clone())).collect();
        Ok(shelf)
    }

    /// Puts in what was set aside, here or elsewhere.
    fn put(&mut self, change: &Change) -> Result<(), FileTrouble> {
        // Nothing is ever removed here: what was is of no use.
        let Some(body) = change.body.as_deref() else { return Ok(()) };
        let kept = Kept::<SetAside>::from_body(body).map_err(|error| match error {
            RecordError::TooNew(version) => FileTrouble::NewerFile { version, app: String::new() },
            _ => FileTrouble::Damaged,
        })?;
        let name = (change.subject, change.id);
        if kept.record.id() != change.id {
            return Err(FileTrouble::Damaged);
        }
        if kept.record.kind.is_of_one_tablet() || !kept.record.kind.belongs_to(change.subject) {
            return Ok(());
        }
        let joined = match self.places.get(&name) {
            Some(known) => known.with(known.record.joined(&kept.record)),
            None => kept,
        };
        self.places.insert(name, joined);
        Ok(())
    }

    /// Sets a version aside, unless it has been taken into account.
    fn lay(&mut self, change: &Change) {
        let version = SetAside::version(change);
        let name = (change.subject, version.id());
        let joined = match self.places.get(&name) {
            Some(known) if known.record.settled >= Some(version.revision) => return,
            Some(known) => known.with(known.record.joined(&version)),
            None => Kept::new(version),
        };
        self.places.insert(name, joined);
    }

    /// What is not as it was.
    fn changed(self) -> Vec<(SubjectId, Kept<SetAside>)> {
        let Self { places, before } = self;
        let changed = places.into_iter().filter(|(name, kept)| before.get(name) != Some(&kept.record));
        changed.map(|((subject, _), kept)| (subject, kept)).collect()
    }
}

#[cfg(test)]
#[path = "merge_tests.rs"]
mod tests;
