//! What a fuzzer may throw at a journal. Whatever its files hold: no panic, and what is written from then on is there.
#![allow(clippy::panic)] // To panic is how it tells the fuzzer.

use super::frame::{Body, MAGIC, framed};
use super::{Journal, MemoryStrip, Strip};
use crate::store::{Act, Head};
use crate::vault::Envelope;

/// Bytes as a journal's two files, as they are and with all sums made right. The first byte says how much of them the
/// first file has.
pub fn journal_scan(bytes: &[u8]) {
    let Some((share, bytes)) = bytes.split_first() else { return };
    let at = bytes.len() * usize::from(*share) / 255;
    let (one, other) = bytes.split_at(at);
    opened([one.to_vec(), other.to_vec()]);
    opened([made_right(one), made_right(other)]);
}

fn opened(files: [Vec<u8>; 2]) {
    let strips = [MemoryStrip::default(), MemoryStrip::default()];
    strips.iter().zip(&files).for_each(|(strip, bytes)| strip.put(bytes.clone()));
    let Ok((journal, found)) = Journal::open(strips.clone()) else {
        // A newer app's journal, which is not to be touched.
        assert!(strips.iter().zip(&files).all(|(strip, bytes)| strip.read().as_ref() == Ok(bytes)));
        return;
    };
    // As the twin does with what is damaged.
    if found.damaged {
        assert_eq!(journal.make_good(&found.contents, journal.head().after(b"made good")), Ok(()));
    }
    let mut expected = found.contents;
    assert_eq!(journal.contents().as_ref(), Ok(&expected));
    assert_eq!(journal.count(), expected.rows.len());
    for subject in journal.subjects() {
        assert!(!journal.of_subject(subject).is_empty());
    }
    let envelope = [&[1][..], &[9; 16], &[3; 16], &[4; 16], &[0xff; 16], &[8; 16], &[4; 24], b"sealed"].concat();
    let Ok(envelope) = Envelope::from_bytes(&envelope) else { return };
    let act = Act::new().knocks(vec![1]).envelope(envelope);
    let (body, head) = Journal::<MemoryStrip>::prepared(&act, journal.head());
    assert_eq!(journal.append(&act, &body, head), Ok(()));
    expected.take_in(act);
    drop(journal);
    let reopened = Journal::open(strips);
    let Ok((journal, found)) = reopened else { panic!("it does not open again") };
    assert!(!found.damaged, "what was made good is damaged");
    assert_eq!((journal.head(), found.contents), (head, expected));
}

/// The same frames with the length, head and sum that belong to them: a fuzzer finds no hash by itself.
fn made_right(bytes: &[u8]) -> Vec<u8> {
    let (mut written, mut rest, mut head) = (Vec::new(), bytes, Head::default());
    while let Some(frame) = rest.strip_prefix(&MAGIC) {
        let next = frame.windows(MAGIC.len()).position(|window| window == MAGIC).unwrap_or(frame.len());
        let (frame, after) = frame.split_at(next);
        // Format, length, sequence and chain before the body; the sum behind it.
        let body = frame.get(29..frame.len().saturating_sub(4)).unwrap_or_default();
        if matches!(Body::read(body), Ok(Body::Act(_))) {
            head = head.after(body);
        }
        written.extend_from_slice(&framed(body, head));
        rest = after;
    }
    written.extend_from_slice(rest);
    written
}
