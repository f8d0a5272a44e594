#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use std::collections::BTreeSet;

use super::*;
use crate::domain::{HybridClock, Moment, Revision};

/// A vault as far as merging goes.
#[derive(Clone, Debug, Default)]
struct Vault {
    here: Here,
    /// Gives out the revisions of what it sets aside.
    ticks: u64,
}

/// What a person sees of a vault: every record's value, and what is shown beside it.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    values: Vec<(Name, Revision, u16, Option<Vec<u8>>)>,
    beside: BTreeSet<(Name, u16, Option<Vec<u8>>)>,
}

impl Vault {
    fn of(changes: &[Change]) -> Self {
        let mut vault = Self::default();
        for change in changes {
            vault.write(change.clone());
        }
        vault
    }

    fn write(&mut self, change: Change) {
        let name = (change.subject, change.id);
        let newer = self.here.records.get(&name).is_none_or(|known| change.revision > known.revision);
        if newer {
            self.here.records.insert(name, change);
        }
    }

    fn bring_in(&mut self, file: &[Change]) -> Summary {
        let plan = plan(&self.here, file).unwrap();
        for change in plan.values {
            let before = self.here.records.get(&(change.subject, change.id));
            assert!(before.is_none_or(|before| before.revision < change.revision), "a store would not write it");
            assert!(change.body.is_some(), "a file removes nothing");
            self.write(change);
        }
        for (subject, kept) in plan.asides {
            self.ticks += 1;
            let revision = HybridClock::new(999).tick((1 << 40) + self.ticks);
            let (id, body) = (kept.record.id(), Some(kept.to_body()));
            self.write(Change { subject, id, revision, at: AT, kind: Kind::SET_ASIDE, body });
        }
        plan.summary
    }

    fn file(&self) -> Vec<Change> {
        self.here.records.values().cloned().collect()
    }

    fn asides(&self) -> Vec<(SubjectId, SetAside)> {
        let asides = self.here.records.values().filter(|change| change.kind == Kind::SET_ASIDE);
        let read = |change: &Change| Kept::<SetAside>::from_body(change.body.as_deref().unwrap()).unwrap().record;
        asides.map(|change| (change.subject, read(change))).collect()
    }

    fn seen(&self) -> Seen {
        let values = self.here.records.values().filter(|change| change.kind != Kind::SET_ASIDE);
        let shown = self.asides().into_iter().filter(|(subject, aside)| {
            aside.is_shown_beside(self.here.records.get(&(*subject, aside.of)).map(Change::head))
        });
        Seen {
            values: values.map(|c| ((c.subject, c.id), c.revision, c.kind.0, c.body.clone())).collect(),
            beside: shown.map(|(subject, aside)| ((subject, aside.of), aside.kind.0, aside.body)).collect(),
        }
    }
}

const AT: Moment = Moment { utc_millis: 1_795_428_000_000, offset_minutes: 0 };

/// A change by one of four authors to one of a few records, in a world in which a revision names one change: its value
/// follows from the revision and the record.
fn change() -> impl Strategy<Value = Change> {
    (0u8..2, 0u8..3, 0u64..12, 1u64..5).prop_map(|(subject, id, millis, author)| {
        let revision = HybridClock::new(author).tick(millis + 1);
        // Every fifth or so is a removal; values repeat now and then.
        let value = (millis * 7 + author * 3 + u64::from(id)) % 9;
        let body = (value > 1).then(|| vec![0xa1, 0x01, value as u8 % 4]);
        Change {
            subject: SubjectId::from_bytes([subject + 9; 16]),
            id: RecordId::from_bytes([id; 16]),
            revision,
            at: AT,
            kind: Kind(if id == 2 { 4000 } else { 5 }),
            body,
        }
    })
}

/// A file holds a record once.
fn file() -> impl Strategy<Value = Vec<Change>> {
    prop::collection::vec(change(), 0..8).prop_map(|changes| Vault::of(&changes).file())
}

/// What a vault has come to by its own edits and by files.
fn vault() -> impl Strategy<Value = Vault> {
    (file(), prop::collection::vec(file(), 0..3)).prop_map(|(own, files)| {
        let mut vault = Vault::of(&own);
        for file in &files {
            vault.bring_in(file);
        }
        vault
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_files_does_not_matter(base in vault(), one in vault(), other in vault()) {
        let (mut left, mut right) = (base.clone(), base);
        left.bring_in(&one.file());
        left.bring_in(&other.file());
        right.bring_in(&other.file());
        right.bring_in(&one.file());
        prop_assert_eq!(left.seen(), right.seen());
    }

    #[test]
    fn what_was_merged_elsewhere_first_comes_to_the_same(base in file(), one in file(), mut other in vault()) {
        // base + (other + one) and (base + other) + one.
        let mut step_by_step = Vault::of(&base);
        step_by_step.bring_in(&other.file());
        step_by_step.bring_in(&one);
        other.bring_in(&one);
        let mut at_once = Vault::of(&base);
        at_once.bring_in(&other.file());
        let removed_here = |name: &Name| base.iter().any(|c| (c.subject, c.id) == *name && c.body.is_none());
        // Where a tablet itself has removed a record, its own removal stands and a file's does not: that is not a matter
        // of order.
        let removed_there: Vec<_> = other.here.records.iter().filter(|(_, c)| c.body.is_none()).map(|(n, _)| *n).collect();
        let comparable = |seen: Seen| {
            let skip = |name: &Name| removed_here(name) || removed_there.contains(name);
            (
                seen.values.into_iter().filter(|(name, ..)| !skip(name)).collect::<Vec<_>>(),
                seen.beside.into_iter().filter(|(name, ..)| !skip(name)).collect::<Vec<_>>(),
            )
        };
        prop_assert_eq!(comparable(step_by_step.seen()), comparable(at_once.seen()));
    }

    #[test]
    fn the_same_file_again_brings_nothing(mut base in vault(), other in vault()) {
        base.bring_in(&other.file());
        let before = (base.seen(), base.file());
        let again = base.bring_in(&other.file());
        prop_assert!(!again.brings_something(), "{:?}", again);
        prop_assert_eq!((base.seen(), base.file()), before);
    }

    #[test]
    fn nothing_is_ever_lost(base in vault(), other in vault()) {
        let mut merged = base.clone();
        merged.bring_in(&other.file());
        let here: BTreeSet<_> = merged.here.records.keys().copied().collect();
        prop_assert!(base.here.records.keys().all(|name| here.contains(name)));
        for (name, before) in base.here.records.iter().filter(|(_, change)| change.kind != Kind::SET_ASIDE) {
            let after = &merged.here.records[name];
            prop_assert!(before.body.is_none() || after.body.is_some(), "a file has removed {:?}", name);
        }
        // Every version of either side is the value, was followed by a later one of the same author, or lies beside.
        for change in base.file().iter().chain(&other.file()).filter(|change| change.kind != Kind::SET_ASIDE) {
            let name = (change.subject, change.id);
            let author = change.revision.author();
            let value = merged.here.records.get(&name);
            let followed = value.is_some_and(|value| value.revision.author() == author && value.revision >= change.revision);
            let beside = merged.asides().into_iter().any(|(subject, aside)| {
                (subject, aside.of) == name && aside.revision.author() == author
                    && (aside.revision >= change.revision || aside.settled >= Some(change.revision))
            });
            prop_assert!(followed || beside || value.is_none() && change.body.is_none(), "{:?}", change);
        }
    }
}

fn by(author: u64, millis: u64, body: Option<u8>) -> Change {
    Change {
        subject: SubjectId::from_bytes([9; 16]),
        id: RecordId::from_bytes([1; 16]),
        revision: HybridClock::new(author).tick(millis),
        at: AT,
        kind: Kind::NOTE,
        body: body.map(|value| vec![0xa1, 1, value]),
    }
}

#[test]
fn a_summary_says_what_a_person_would() {
    let one = |here: &[Change], file: &[Change]| plan(&Vault::of(here).here, file).unwrap().summary;
    let none = Summary::default();
    assert_eq!(one(&[], &[by(1, 5, Some(1))]), Summary { new: 1, ..none });
    assert_eq!(one(&[by(1, 5, Some(1))], &[by(1, 5, Some(1))]), Summary { same: 1, ..none });
    assert_eq!(one(&[by(1, 5, Some(1))], &[by(1, 6, Some(2))]), Summary { newer: 1, ..none });
    assert_eq!(one(&[by(1, 6, Some(2))], &[by(1, 5, Some(1))]), Summary { older: 1, ..none });
    assert_eq!(one(&[by(1, 6, Some(2))], &[by(2, 5, Some(1))]), Summary { both: 1, ..none });
    assert_eq!(one(&[by(1, 5, Some(2))], &[by(2, 6, Some(1))]), Summary { both: 1, ..none });
    // Removed there, still here; and the other way round.
    assert_eq!(one(&[by(1, 5, Some(2))], &[by(1, 6, None)]), Summary { both: 1, ..none });
    assert_eq!(one(&[by(1, 6, None)], &[by(2, 5, Some(1))]), Summary { both: 1, ..none });
    assert_eq!(one(&[by(1, 6, None)], &[by(1, 5, Some(1))]), Summary { older: 1, ..none });
}

#[test]
fn an_edit_that_has_seen_the_other_version_is_no_conflict() {
    // Tablet 2 was restored from tablet 1's file and went on from there.
    let mut second = Vault::of(&[by(1, 5, Some(1))]);
    second.write(by(2, 6, Some(2)));
    let seen = SetAside::seen(RecordId::from_bytes([1; 16]), by(1, 5, None).revision, AT, Kind::NOTE);
    second.write(Change {
        id: seen.id(),
        kind: Kind::SET_ASIDE,
        body: Some(Kept::new(seen).to_body()),
        ..by(2, 7, None)
    });
    let mut first = Vault::of(&[by(1, 5, Some(1))]);
    assert_eq!(first.bring_in(&second.file()), Summary { newer: 1, ..Summary::default() });
    // What tablet 1 wrote in the meantime is one.
    let mut first = Vault::of(&[by(1, 8, Some(3))]);
    assert_eq!(first.bring_in(&second.file()), Summary { both: 1, ..Summary::default() });
    // The old file again on the second tablet.
    assert_eq!(second.bring_in(&[by(1, 5, Some(1))]), Summary { older: 1, ..Summary::default() });
}

#[test]
fn another_value_under_the_same_revision_is_damage() {
    assert_eq!(plan(&Vault::of(&[by(1, 5, Some(1))]).here, &[by(1, 5, Some(2))]).err(), Some(FileTrouble::Damaged));
}

#[test]
fn what_cannot_be_read_here_is_not_written_over() {
    let name = (SubjectId::from_bytes([9; 16]), RecordId::from_bytes([1; 16]));
    let here = Here { unreadable: [name].into(), ..Here::default() };
    let plan = plan(&here, &[by(1, 5, Some(1))]).unwrap();
    assert!(plan.values.is_empty());
    assert_eq!((plan.asides.len(), plan.summary.both), (1, 1));
}

#[test]
fn children_who_were_erased_here_stay_so() {
    let here = Here { erased: [SubjectId::from_bytes([9; 16])].into(), ..Here::default() };
    let plan = plan(&here, &[by(1, 5, Some(1))]).unwrap();
    assert_eq!(plan.summary, Summary { erased: 1, ..Summary::default() });
    assert!(plan.values.is_empty() && plan.asides.is_empty());
}
