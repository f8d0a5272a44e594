//! What a fuzzer may throw at the reader of backups. Whatever the bytes are: no panic, all of a file is taken or nothing,
//! and a file that is taken says the same when it is written again.
#![allow(clippy::panic)] // To panic is how it tells the fuzzer.

use sha2::{Digest, Sha256};

use super::lines::{hex, read, write};
use super::merge::{Here, plan};
use super::sealed_file::SealedFile;

/// Bytes as a file's clear text, as they are and with the last line that belongs to them.
pub fn backup_line(bytes: &[u8]) {
    taken(bytes);
    // What the recovery page takes out comes in lines as well.
    let _ = SealedFile::read(bytes);
    let lines = bytes.iter().filter(|byte| **byte == b'\n').count();
    for count in [lines.saturating_sub(1), lines] {
        let end = ["{\"count\":", &count.to_string(), ",\"sha256\":\"", &hex(&Sha256::digest(bytes)), "\"}\n"].concat();
        taken(&[bytes, end.as_bytes()].concat());
    }
}

fn taken(text: &[u8]) {
    let Ok(content) = read(text) else { return };
    let Ok(written) = write(&content) else { panic!("what was read cannot be written") };
    assert_eq!(read(&written).as_ref(), Ok(&content), "a file is another one when it is written again");
    let Ok(planned) = plan(&Here::default(), &content.changes) else { return };
    let mut here = Here::default();
    here.records.extend(planned.values.into_iter().map(|change| ((change.subject, change.id), change)));
    // What was brought in is the same when it comes again.
    let again = plan(&here, &content.changes);
    assert!(again.is_ok_and(|again| again.values.is_empty()));
}

/// Bytes as a body of which two versions are told apart.
pub fn told(body: &[u8]) {
    assert!(super::choosing::words(body).len() <= body.len());
}
