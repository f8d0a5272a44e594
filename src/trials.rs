//! What the fuzzers in `fuzz/` call, one function for each target: whatever the bytes are, none of these may panic.
//!
//! The corpus beside the targets is kept: what the floors write, cut and flipped, and what the fuzzers have found. It is
//! replayed with every test.

pub use crate::keeper::exchange::trials::backup_line;
pub use crate::keeper::trials::record_body;
pub use crate::store::trials::journal_scan;
pub use crate::vault::trials::{envelope, slot_header};

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use std::path::Path;

    use super::*;

    /// The fewest files that a corpus has: a replay of none would say that all is well.
    const FEWEST: usize = 20;

    fn replay(target: &str, trial: fn(&[u8])) {
        let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
        assert!(fuzz.join("fuzz_targets").join(format!("{target}.rs")).is_file(), "nobody fuzzes {target}");
        let mut seen = 0;
        for entry in std::fs::read_dir(fuzz.join("corpus").join(target)).unwrap() {
            let path = entry.unwrap().path();
            let bytes = std::fs::read(&path).unwrap();
            let outcome = std::panic::catch_unwind(|| trial(&bytes));
            assert!(outcome.is_ok(), "{} makes it panic", path.display());
            seen += 1;
        }
        assert!(seen >= FEWEST, "only {seen} files are kept of {target}");
    }

    #[test]
    fn the_corpus_of_envelopes_is_replayed() {
        replay("envelope", envelope);
    }

    #[test]
    fn the_corpus_of_journals_is_replayed() {
        replay("journal_scan", journal_scan);
    }

    #[test]
    fn the_corpus_of_headers_is_replayed() {
        replay("slot_header", slot_header);
    }

    #[test]
    fn the_corpus_of_backups_is_replayed() {
        replay("backup_line", backup_line);
    }

    #[test]
    fn the_corpus_of_records_is_replayed() {
        replay("record_body", record_body);
    }
}
