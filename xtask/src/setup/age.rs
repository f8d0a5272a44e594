//! The ordinary `age` tool, for tests: backups must open without us.

use super::{debian, on_path};
use crate::failure::{Failure, Result};

const MISSING: &str = "The tests of backups need the age tool (age and age-keygen): install it.";

pub(super) fn ensure() -> Result {
    if on_path("age").is_some() {
        return Ok(());
    }
    if debian::can_install() {
        debian::install(&["age"], MISSING)?;
        return Ok(());
    }
    Err(Failure::new(MISSING))
}
