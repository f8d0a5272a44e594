//! Version 1: the door and the envelopes. What stands here never changes; a later version brings stores of its own.

use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;

/// Rows under the keys below; values are bytes.
pub(super) const DOOR: &str = "door";
/// The door's row with the vault's header.
pub(super) const HEADER: &str = "header";
/// The door's row with the count of wrong guesses.
pub(super) const KNOCKS: &str = "knocks";
/// The door's row that says how far this copy's history has come; a vault from before there were two copies has none.
pub(super) const HEAD: &str = "head";
/// Sealed changes: the key is sixteen bytes of subject and sixteen of record, the value the envelope's bytes.
pub(super) const ENVELOPES: &str = "envelopes";

/// Makes the stores of this version.
pub(super) fn create(database: &Database) -> indexed_db_futures::Result<()> {
    database.create_object_store(DOOR).build()?;
    database.create_object_store(ENVELOPES).build()?;
    Ok(())
}
