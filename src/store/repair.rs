//! Comparing two copies that disagree, and making both hold all that either holds.

use crate::vault::{Envelope, VaultHeader};

use super::journal::{Contents, Found, Journal, Strip};
use super::{Act, Condition, DoorRow, Head, SecondCopy, Store, StoreError, StoredRow};

/// How it stands once the two copies were compared.
pub(super) struct Compared {
    /// How far the history has come from now on.
    pub(super) head: Head,
    /// How many acts the copy that had come further knew of.
    pub(super) reached: u64,
    /// Whether the journal goes on as the second copy.
    pub(super) journal_is_good: bool,
    pub(super) condition: Condition,
}

/// Compares a database with what was found in the journal, and lets each repair the other where they disagree.
///
/// # Errors
/// What the database refuses; nothing was written in the journal then, and it can be compared with another.
pub(super) async fn compare<S: Strip>(
    database: &impl Store,
    opened: Option<&(Journal<S>, Found)>,
    mut condition: Condition,
) -> Result<Compared, StoreError> {
    let door = database.door().await?;
    let theirs = door.as_ref().and_then(|door| door.head.as_deref()).and_then(Head::from_bytes);
    let mut head = theirs.unwrap_or_default();
    let mut reached = head.sequence;
    let mut journal_is_good = false;
    if let Some((mine, found)) = opened {
        reached = reached.max(mine.head().sequence);
        let empty = door.is_none() && found.contents == Contents::default();
        let agree = theirs == Some(mine.head())
            && !found.damaged
            && found.contents.has_door(door.as_ref())
            && database.count().await? == mine.count();
        if empty && found.damaged && found.anything {
            // Whatever these files once held, somebody may yet make something of it: they are left as they are.
            condition.second_copy = SecondCopy::Refused;
        } else if agree || empty {
            journal_is_good = true;
        } else {
            let read = read(database, door).await?;
            (head, journal_is_good) = repair(database, mine, read, found, &mut condition).await?;
        }
    }
    Ok(Compared { head, reached, journal_is_good, condition })
}

/// What the database holds, as far as it can be read.
struct Read {
    door: Option<DoorRow>,
    contents: Contents,
    /// Keys of rows that a newer app wrote: nothing is put in their place.
    newer: Vec<Vec<u8>>,
}

/// Everything that the database holds.
async fn read(database: &impl Store, door: Option<DoorRow>) -> Result<Read, StoreError> {
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

/// What the journal needs so that it holds all that there is.
enum Amendment {
    None,
    /// All of it is written into the other file.
    Anew(Head),
    /// All of it is written in place of what is damaged.
    InPlace(Head),
    /// What was set aside stays where it is: what the journal lacks is written behind what it has.
    Appended(Act, Vec<u8>, Head),
}

impl Amendment {
    /// How far the history has come with it.
    fn head(&self) -> Option<Head> {
        match self {
            Self::None => None,
            Self::Anew(head) | Self::InPlace(head) | Self::Appended(_, _, head) => Some(*head),
        }
    }

    fn write<S: Strip>(&self, journal: &Journal<S>, union: &Contents) -> Result<(), StoreError> {
        match self {
            Self::None => Ok(()),
            Self::Anew(head) => journal.rewrite(union, *head),
            Self::InPlace(head) => journal.make_good(union, *head),
            Self::Appended(act, body, head) => journal.append(act, body, *head),
        }
    }
}

/// Makes both copies hold all that either holds: of each record the journal's where it has come past the point at which the
/// database stands, and otherwise the newer revision. Rows of the database are added, never
/// taken away, so it comes first: whatever happens in between, what a damaged journal alone had is in the database by then,
/// and the next opening finds that the journal has not come as far. Gives how far the history has come with it, and whether
/// the journal could be made good.
async fn repair<S: Strip>(
    database: &impl Store,
    journal: &Journal<S>,
    read: Read,
    found: &Found,
    condition: &mut Condition,
) -> Result<(Head, bool), StoreError> {
    let Read { door, contents: mut union, newer } = read;
    let theirs = door.as_ref().and_then(|door| door.head.as_deref()).and_then(Head::from_bytes).unwrap_or_default();
    // Whatever differs was spoilt in the database then. The chain of acts names the vault as well.
    let knows_all = found.has_passed(theirs);
    let Contents { header, knocks, rows } = &found.contents;
    let vault = |header: Option<&Vec<u8>>| header.and_then(|bytes| VaultHeader::from_bytes(bytes).ok());
    let (one, other) = (vault(door.as_ref().map(|door| &door.header)), vault(header.as_ref()));
    if let (Some(one), Some(other)) = (&one, &other)
        && one.vault != other.vault
        && !knows_all
    {
        return Err(StoreError::TwoVaults);
    }
    let has_come_as_far = !knows_all && theirs.sequence >= journal.head().sequence;
    let database_leads = one.is_some() && (other.is_none() || has_come_as_far);
    let door = door.unwrap_or_else(|| DoorRow { header: Vec::new(), knocks: None, head: None });
    let own_header = (!door.header.is_empty()).then_some(door.header);
    (union.header, union.knocks) = if database_leads || header.is_none() {
        (own_header.clone(), door.knocks.or_else(|| knocks.clone()))
    } else {
        (header.clone(), knocks.clone().or(door.knocks))
    };

    let mut behind = Act::new();
    let newer_here = union.rows.iter().filter(|(key, row)| {
        rows.get(*key).is_none_or(|kept| !knows_all && kept.header.revision < row.header.revision)
    });
    behind.envelopes.extend(newer_here.map(|(_, envelope)| envelope.clone()));
    condition.copied = behind.envelopes.len();
    let mut act = Act::new();
    act.mends = true;
    for (key, envelope) in rows {
        // At the same revision the journal's is the one that bears a sum.
        let is_newer = |kept: &Envelope| !knows_all && kept.header.revision > envelope.header.revision;
        let is_had = |kept: &Envelope| is_newer(kept) || kept == envelope;
        if !union.rows.get(key).is_some_and(is_had) {
            if !newer.iter().any(|newer| newer[..] == key[..]) {
                act.envelopes.push(envelope.clone());
            }
            union.rows.insert(*key, envelope.clone());
        }
    }
    condition.put_back = act.envelopes.len();

    let reached = journal.head();
    let agrees = !found.damaged
        && condition.copied == 0
        && (&union.header, &union.knocks) == (header, knocks)
        && theirs.sequence <= reached.sequence;
    let leader = if theirs.sequence > reached.sequence { theirs } else { reached }.after(b"made good");
    let amendment = match (agrees, found.damaged) {
        (true, _) => Amendment::None,
        (_, true) => Amendment::InPlace(leader),
        _ if journal.has_aside() => {
            (behind.header, behind.knocks) = (union.header.clone(), union.knocks.clone());
            let (body, head) = Journal::<S>::prepared(&behind, reached);
            Amendment::Appended(behind, body, head)
        }
        _ => Amendment::Anew(leader),
    };
    let head = amendment.head().unwrap_or(reached);
    if union.header != own_header {
        act.header.clone_from(&union.header);
    }
    act.knocks.clone_from(&union.knocks);
    act.head = Some(head.to_bytes());
    database.commit(act).await?;
    let journal_is_good = amendment.write(journal, &union).is_ok();
    if !journal_is_good {
        condition.second_copy = SecondCopy::Refused;
    }
    Ok((head, journal_is_good))
}
