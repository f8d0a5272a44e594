//! Comparing two copies that disagree, and making both hold all that either holds.

use crate::vault::VaultHeader;

use super::journal::{Contents, Found, Journal, Strip};
use super::{Act, Condition, DoorRow, Head, SecondCopy, Store, StoreError, StoredRow};

/// What the database holds, as far as it can be read.
pub(super) struct Read {
    door: Option<DoorRow>,
    contents: Contents,
    /// Keys of rows that a newer app wrote: nothing is put in their place.
    newer: Vec<Vec<u8>>,
}

/// Everything that the database holds.
pub(super) async fn read(database: &impl Store, door: Option<DoorRow>) -> Result<Read, StoreError> {
    let mut contents = Contents::default();
    let mut newer = Vec::new();
    for subject in database.subjects().await? {
        for row in database.envelopes_of(subject).await? {
            match row {
                StoredRow::Envelope(envelope) => contents.take_row(envelope),
                StoredRow::Unreadable { key, newer: true, .. } => newer.push(key),
                StoredRow::Unreadable { .. } => {}
            }
        }
    }
    Ok(Read { door, contents, newer })
}

/// How it stands once both copies agree.
pub(super) struct Repaired {
    pub(super) head: Head,
    pub(super) journal_is_good: bool,
}

/// Makes both copies hold all that either holds: of each record the newer revision. The journal comes first, so that
/// whatever happens in between, nothing that was in one of them is in neither.
pub(super) async fn repair<S: Strip>(
    database: &impl Store,
    journal: &Journal<S>,
    read: Read,
    found: Found,
    condition: &mut Condition,
) -> Result<Repaired, StoreError> {
    let Read { door, contents: mut union, newer } = read;
    let theirs = door.as_ref().and_then(|door| door.head.as_deref()).and_then(Head::from_bytes).unwrap_or_default();
    let Contents { header, knocks, rows } = found.contents;
    let vault = |header: Option<&Vec<u8>>| header.and_then(|bytes| VaultHeader::from_bytes(bytes).ok());
    let (one, other) = (vault(door.as_ref().map(|door| &door.header)), vault(header.as_ref()));
    if let (Some(one), Some(other)) = (&one, &other)
        && one.vault != other.vault
    {
        return Err(StoreError::TwoVaults);
    }
    let database_leads = one.is_some() && (other.is_none() || theirs.sequence >= journal.head().sequence);
    let door = door.unwrap_or_else(|| DoorRow { header: Vec::new(), knocks: None, head: None });
    let own_header = (!door.header.is_empty()).then_some(door.header);
    let mine = (header.clone(), knocks);
    (union.header, union.knocks) =
        if database_leads || mine.0.is_none() { (own_header.clone(), door.knocks) } else { mine };

    let mut behind = Act::new();
    let newer_here = union
        .rows
        .iter()
        .filter(|(key, envelope)| rows.get(*key).is_none_or(|kept| kept.header.revision < envelope.header.revision));
    behind.envelopes.extend(newer_here.map(|(_, envelope)| envelope.clone()));
    condition.copied = behind.envelopes.len();
    let mut act = Act::new();
    act.mends = true;
    for (key, envelope) in rows {
        let behind = union.rows.get(&key).is_none_or(|kept| kept.header.revision < envelope.header.revision);
        if behind && !newer.iter().any(|newer| newer[..] == key) {
            act.envelopes.push(envelope.clone());
            union.take_row(envelope);
        }
    }
    condition.put_back = act.envelopes.len();

    let mut journal_is_good = true;
    let mut head = journal.head();
    if found.damaged || condition.copied > 0 || union.header != header || theirs.sequence > head.sequence {
        journal_is_good = if journal.has_aside() && !found.damaged {
            // What was set aside stays where it is: what the journal lacks is written behind what it has.
            (behind.header, behind.knocks) = (union.header.clone(), union.knocks.clone());
            let (body, next) = Journal::<S>::prepared(&behind, head);
            head = next;
            journal.append(&behind, &body, next).is_ok()
        } else {
            let leader = if theirs.sequence > head.sequence { theirs } else { head };
            head = leader.after(b"made good");
            journal.rewrite(&union, head).is_ok()
        };
        if !journal_is_good {
            condition.second_copy = SecondCopy::Refused;
        }
    }
    if union.header != own_header {
        act.header = union.header;
    }
    act.knocks = union.knocks;
    act.head = Some(head.to_bytes());
    database.commit(act).await?;
    Ok(Repaired { head, journal_is_good })
}
