//! What a fuzzer may throw at the records. Whatever a body holds: no panic, and what is read comes back as it was.
#![allow(clippy::panic)] // To panic is how it tells the fuzzer.

use crate::domain::session::{ConcernPointer, Group, Repair};
use crate::domain::{
    Amendment, Backup, Change, CheckIn, Drawing, Kept, Kind, Moment, Note, NoteAmendment, Preferences, Prepared, Pupil,
    Record, RecordId, Revision, School, Session, SetAside, SubjectId,
};

use super::library::Library;
use super::manifest::Account;
use super::subject_key::SubjectKey;

/// Bytes as the body of a record of every kind.
pub fn record_body(bytes: &[u8]) {
    comes_back::<SubjectKey>(bytes);
    comes_back::<Preferences>(bytes);
    comes_back::<School>(bytes);
    comes_back::<Pupil>(bytes);
    comes_back::<CheckIn>(bytes);
    comes_back::<Amendment>(bytes);
    comes_back::<Session>(bytes);
    comes_back::<Note>(bytes);
    comes_back::<NoteAmendment>(bytes);
    comes_back::<ConcernPointer>(bytes);
    comes_back::<Group>(bytes);
    comes_back::<Prepared>(bytes);
    comes_back::<Drawing>(bytes);
    comes_back::<Repair>(bytes);
    comes_back::<Account>(bytes);
    comes_back::<SetAside>(bytes);
    comes_back::<Backup>(bytes);
    super::exchange::trials::told(bytes);
    // And all that is asked of records once they are known.
    let subject = SubjectId::from_bytes([3; 16]);
    let at = Moment { utc_millis: 1_795_428_000_000, offset_minutes: 60 };
    let mut library = Library::default();
    for kind in 1..=20 {
        let (id, revision) = (RecordId::from_bytes([kind as u8; 16]), Revision::from_bytes([5; 16]));
        library.take_in(&Change { subject, id, revision, at, kind: Kind(kind), body: Some(bytes.to_vec()) });
    }
    library.pupils();
    library.waiting();
    library.preferences_in_force();
    library.page(subject);
}

fn comes_back<R: Record>(bytes: &[u8]) {
    let Ok(kept) = Kept::<R>::from_body(bytes) else { return };
    let written = kept.to_body();
    let Ok(again) = Kept::<R>::from_body(&written) else { panic!("what was written cannot be read: {:?}", R::KIND) };
    assert_eq!(again.to_body(), written, "{:?} is another one when it is written again", R::KIND);
}
