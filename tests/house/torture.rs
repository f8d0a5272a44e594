//! How often a journey does what it does: a tenth of what a release is held to, unless all of it is asked for.

/// So many rounds of `full`: all with `LANTERN_ROOM_TORTURE=full`, otherwise a tenth, and at least one.
pub fn rounds(full: usize) -> usize {
    match std::env::var("LANTERN_ROOM_TORTURE").as_deref() {
        Ok("full") => full,
        _ => (full / 10).max(1),
    }
}
