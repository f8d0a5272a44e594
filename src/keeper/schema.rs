//! The form of the records as a whole, and the way from an earlier one to this app's: everything is set aside as it is,
//! then written anew in one act, and what was set aside goes once a later start has read all of it.
//!
//! There is one form so far. A record that only gains fields needs no other: it says its own version, and an older app
//! carries along what it does not know.

use crate::domain::{Change, Kind, Moment};
use crate::store::{Act, Store};
use crate::vault::VaultHeader;

use super::Refusal;
use super::open_vault::OpenVault;

/// One step up: a record's body in the next form, or nothing where it stays as it is.
pub type Step = fn(Kind, &[u8]) -> Option<Vec<u8>>;

/// The steps from the first form to this app's.
pub const STEPS: &[Step] = &[];

/// The form that these steps lead to.
fn newest(steps: &[Step]) -> u16 {
    u16::try_from(steps.len()).map_or(u16::MAX, |steps| steps.saturating_add(1))
}

/// Whether this app knows the form of what is there; to be asked before anything is written.
///
/// # Errors
/// [`Refusal::NewerApp`] when only a newer app does.
pub fn check(header: &VaultHeader, steps: &[Step]) -> Result<(), Refusal> {
    if header.schema > newest(steps) { Err(Refusal::NewerApp) } else { Ok(()) }
}

/// Brings an opened vault into this app's form.
///
/// # Errors
/// [`Refusal::Storage`] when it stays as it was.
pub async fn bring_up(
    steps: &[Step],
    header: &VaultHeader,
    vault: &mut OpenVault,
    store: &impl Store,
    now: Moment,
) -> Result<(), Refusal> {
    if header.schema >= newest(steps) {
        // What cannot be read now may be readable in what was set aside.
        if vault.library.health().unreadable == 0 {
            store.settle().await;
        }
        return Ok(());
    }
    // Where nothing can be set aside just now, it is read in its earlier form once more.
    if !store.set_aside().await? {
        return Ok(());
    }
    let author = vault.clock.author();
    let records = vault.everything(store).await?.records;
    let mut draft = vault.act(now);
    for change in records.into_values() {
        let mut next: Option<Vec<u8>> = None;
        for step in steps.iter().skip(usize::from(header.schema.saturating_sub(1))) {
            let Some(body) = next.as_deref().or(change.body.as_deref()) else { break };
            next = step(change.kind, body).or(next);
        }
        if next.is_some() {
            // The same value in another form: no edit, and not to beat one.
            let revision = change.revision.same_value_by(author);
            draft.take_over(Change { revision, body: next, ..change })?;
        }
    }
    let act = Act::new().header(header.with_schema(newest(steps)).to_bytes()).migrating();
    draft.commit_with(act, store).await
}
