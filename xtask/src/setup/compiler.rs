//! A C++ compiler, for the fuzzers: libFuzzer is built from its source.

use super::{debian, on_path};
use crate::failure::{Failure, Result};

const MISSING: &str = "The fuzzers need a C++ compiler (c++): install one.";

pub(super) fn ensure() -> Result {
    if on_path("c++").is_some() {
        return Ok(());
    }
    if debian::can_install() {
        return debian::install(&["g++"], MISSING);
    }
    Err(Failure::new(MISSING))
}
