//! Records that were edited on two tablets: both versions are shown, and the adult chooses.

use minicbor::Decoder;
use minicbor::data::Type;

use crate::domain::{Change, RecordId, SetAside, SubjectId};
use crate::keeper::Refusal;
use crate::keeper::core::{Keeper, Work};
use crate::keeper::message::{BackupReply, Keep, SetAsideRow, Version};
use crate::platform::clock::Clock;
use crate::store::Store;

impl<S: Store, C: Clock> Keeper<S, C> {
    pub(super) async fn set_aside(&mut self) -> Result<BackupReply, Refusal> {
        let Work { opened, store, .. } = self.open()?;
        let library = &opened.vault.library;
        let mut rows = Vec::new();
        if library.to_choose().next().is_some() {
            let here = opened.vault.everything(store).await?;
            for (subject, place, aside) in library.to_choose() {
                let present = here.records.get(&(subject, aside.of));
                if !aside.is_shown_beside(present.map(Change::head)) {
                    continue;
                }
                let pupil = library.pupil(subject).map(|(_, kept)| kept.record.clone());
                let (present, other) = told_apart(present, aside);
                rows.push(SetAsideRow { subject, pupil, place, kind: aside.kind, present, other });
            }
        }
        Ok(BackupReply::SetAside(rows))
    }

    pub(super) async fn choose(
        &mut self,
        subject: SubjectId,
        place: RecordId,
        keep: Keep,
    ) -> Result<BackupReply, Refusal> {
        let Work { opened, store, now } = self.open()?;
        let kept = opened.vault.library.set_aside(subject, place).cloned().ok_or(Refusal::NotFound)?;
        if kept.record.kind.is_of_one_tablet() || !kept.record.kind.belongs_to(subject) {
            return Err(Refusal::NotFound);
        }
        let aside = kept.record.clone();
        let mut draft = opened.vault.act(now);
        if keep == Keep::Other {
            draft.put_body(subject, aside.of, aside.kind, aside.body.clone());
        }
        let settled = aside.settled.max(Some(aside.revision));
        draft.put(subject, place, &kept.with(SetAside { settled, ..aside }));
        draft.commit(store).await?;
        self.set_aside().await
    }
}

/// The two versions, each with the words that only it has.
fn told_apart(present: Option<&Change>, aside: &SetAside) -> (Option<Version>, Version) {
    let here = present.and_then(|change| change.body.as_deref()).map(words).unwrap_or_default();
    let there = aside.body.as_deref().map(words).unwrap_or_default();
    let only = |of: &[String], other: &[String]| of.iter().filter(|word| !other.contains(word)).cloned().collect();
    let present =
        present.map(|change| Version { at: change.at, removed: change.body.is_none(), words: only(&here, &there) });
    (present, Version { at: aside.at, removed: aside.body.is_none(), words: only(&there, &here) })
}

/// Every text in a body, in order: whatever kind of record it is, these are what people wrote and tapped.
pub(super) fn words(body: &[u8]) -> Vec<String> {
    let mut input = Decoder::new(body);
    let mut found = Vec::new();
    while let Ok(sort) = input.datatype() {
        // Lists and maps are entered: what is in them comes next.
        let read = match sort {
            Type::Map => input.map().map(drop),
            Type::Array => input.array().map(drop),
            Type::String => input.str().map(|text| found.push(text.to_owned())),
            _ => input.skip(),
        };
        if read.is_err() {
            break;
        }
    }
    found.retain(|text| !text.trim().is_empty());
    found
}
