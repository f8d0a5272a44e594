//! Reading a file, and bringing it in: all of it or nothing, after the adult has seen what it does.

use crate::domain::{Change, Kept, Kind, Moment, Pupil, RecordId, Revision, SubjectId};
use crate::keeper::Refusal;
use crate::keeper::core::{Keeper, Work};
use crate::keeper::message::{BackupReply, FileReading, FileSecret, ReadFor};
use crate::platform::clock::Clock;
use crate::store::Store;

use super::content::{Content, Extent};
use super::desk::{file_key, note_brought};
use super::making::count;
use super::merge::{Here, Plan, plan};
use super::sealed_file::is_sealed_file;
use super::{Errand, FileTrouble, Outcome, is_carried, unsealing};

/// A day, in milliseconds.
const DAY: u64 = 24 * 60 * 60 * 1000;
/// How far ahead of this tablet's clock a change may be dated without a word about it.
const AHEAD: u64 = DAY;
/// How far ahead it may be at all. A clock that once stood some years ahead left all that came after it there too, and must not
/// keep anybody from their own backup; one that nothing could follow any more is no clock's.
const NEVER: u64 = 100 * 366 * DAY;

impl<S: Store, C: Clock> Keeper<S, C> {
    /// Reads a file and says what it holds. For checking, it may then count as this vault's backup; for merging, it waits
    /// to be brought in.
    pub(super) async fn read_file(
        &mut self,
        file: Vec<u8>,
        secret: &FileSecret,
        purpose: ReadFor,
    ) -> Result<BackupReply, Refusal> {
        self.open()?.opened.staged = None;
        let errand = if is_sealed_file(&file) {
            Errand::ReadSealed { file }
        } else {
            Errand::Open { file, key: file_key(secret)? }
        };
        let content = match self.exchange.run(errand).await? {
            Outcome::Content(content) => content,
            Outcome::Sealed(sealed) => unsealing::open(sealed, secret)?,
            _ => return Err(FileTrouble::Program.into()),
        };
        let Work { opened, store, now } = self.open()?;
        let reached = now.utc_millis.max(opened.vault.clock.millis());
        let newest = newest(&content);
        if newest > reached.saturating_add(NEVER) {
            return Err(FileTrouble::Ahead.into());
        }
        let here = opened.vault.everything(store).await?;
        let planned = plan(&here, &content.changes)?;
        let mut reading = describe(&content, &here, &planned);
        reading.own = content.header.vault == opened.vault.vault;
        reading.ahead = newest > reached.saturating_add(AHEAD);
        match purpose {
            ReadFor::Merging => opened.staged = Some(content),
            // What was taken out of a browser is no backup, however whole it is.
            ReadFor::Checking if content.unreadable.is_some() => {}
            ReadFor::Checking => {
                let whole = reading.own && reading.missing == 0 && content.header.extent == Extent::Vault;
                if whole {
                    self.count_as_backup(content.header.made, content.header.head).await?;
                    reading.verified = true;
                }
            }
        }
        Ok(BackupReply::Reading(reading))
    }

    /// The newest file that was found whole is the one from which changes are counted.
    async fn count_as_backup(&mut self, made: Moment, head: Option<Revision>) -> Result<(), Refusal> {
        let Work { opened, now, .. } = self.open()?;
        // One that was made while the clock was ahead says nothing about those that come after.
        let is_older = |known: Moment| known.utc_millis < made.utc_millis || known.utc_millis > now.utc_millis;
        let known = opened.vault.library.backup().and_then(|(_, kept)| kept.record.verified);
        let newer = known.is_none_or(is_older);
        if !newer {
            return Ok(());
        }
        self.change_backup(|backup| {
            backup.verified = Some(made);
            backup.head = head;
            backup.brought = 0;
        })
        .await
    }

    /// Brings in the file that was read, in one act, and looks whether all of it is there.
    pub(super) async fn merge_file(&mut self) -> Result<BackupReply, Refusal> {
        let Work { opened, store, now } = self.open()?;
        let content = opened.staged.as_ref().ok_or(FileTrouble::NothingRead)?;
        // Much may have changed since it was read.
        let here = opened.vault.everything(store).await?;
        let planned = plan(&here, &content.changes)?;
        let mut reading = describe(content, &here, &planned);
        reading.own = content.header.vault == opened.vault.vault;
        reading.ahead = newest(content) > now.utc_millis.max(opened.vault.clock.millis()).saturating_add(AHEAD);
        let Plan { values, asides, .. } = planned;
        if !values.is_empty() || !asides.is_empty() {
            let mut draft = opened.vault.act(now);
            for change in &values {
                draft.take_over(change.clone())?;
            }
            for (subject, kept) in &asides {
                draft.ensure_key(*subject)?;
                draft.put(*subject, kept.record.id(), kept);
            }
            note_brought(&mut draft, &values)?;
            draft.commit(store).await?;
            let now_here = opened.vault.everything(store).await?;
            let there = |change: &Change| now_here.records.get(&(change.subject, change.id)) == Some(change);
            let aside = |subject: SubjectId, id: RecordId| now_here.records.contains_key(&(subject, id));
            let all =
                values.iter().all(there) && asides.iter().all(|(subject, kept)| aside(*subject, kept.record.id()));
            if !all {
                return Err(FileTrouble::NotVerified.into());
            }
        }
        opened.staged = None;
        opened.watch.follow(&opened.vault.library.preferences_in_force());
        Ok(BackupReply::Reading(reading))
    }
}

/// The latest moment that a file speaks of.
fn newest(content: &Content) -> u64 {
    let made = content.header.made.utc_millis;
    content.changes.iter().map(|change| change.revision.millis()).max().unwrap_or_default().max(made)
}

fn describe(content: &Content, here: &Here, planned: &Plan) -> FileReading {
    let Content { header, changes, unreadable } = content;
    let pupil = |change: &Change| Kept::<Pupil>::from_body(change.body.as_deref()?).ok().map(|kept| kept.record);
    let pupils = changes.iter().filter(|change| change.kind == Kind::PUPIL).filter_map(pupil).collect();
    let in_file: std::collections::BTreeMap<_, _> =
        changes.iter().map(|change| ((change.subject, change.id), change)).collect();
    let of_that_time =
        here.records.iter().filter(|(_, change)| is_carried(change) && Some(change.revision) <= header.head);
    // What was sealed again since has a later revision and is the same.
    let holds = |found: &Change, change: &Change| found.revision >= change.revision || found.value() == change.value();
    let missing = of_that_time.filter(|(name, change)| !in_file.get(name).is_some_and(|found| holds(found, change)));
    FileReading {
        extent: header.extent,
        own: false,
        made: header.made,
        records: count(changes.iter().filter(|change| change.body.is_some()).count()),
        pupils,
        summary: planned.summary,
        missing: count(missing.count()),
        verified: false,
        unreadable: *unreadable,
        ahead: false,
    }
}
