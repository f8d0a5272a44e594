//! What `recovery.html` takes out of a browser, brought into another vault.
#![allow(clippy::unwrap_used)]

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use futures_executor::block_on;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::FileTrouble;
use super::lines::hex;
use super::tests::{PASSPHRASE, Tablet, whisper};
use crate::domain::{Change, Kind, Moment, RecordId, Revision, SubjectId};
use crate::keeper::Refusal;
use crate::keeper::message::{FileReading, FileSecret, ReadFor};
use crate::store::{Contents, Head, Journal, MemoryStore, MemoryStrip, Store};
use crate::vault::{self, Envelope, Passphrase, VaultHeader};

/// Bytes of a journal's file in one line; `recovery.js` takes more.
const PART: usize = 600;

fn base64(bytes: &[u8]) -> Value {
    json!({ "base64": BASE64_STANDARD.encode(bytes) })
}

fn envelopes(store: &MemoryStore) -> Vec<Envelope> {
    store.keys().iter().map(|key| Envelope::from_bytes(&store.bytes_at(key).unwrap()).unwrap()).collect()
}

/// The lines of a database, as `recovery.js` writes them.
fn database(store: &MemoryStore, name: &str) -> Vec<Value> {
    let row = |store: &str, key: Value, value: &[u8]| json!({ "database": name, "store": store, "key": key, "value": base64(value) });
    let door = block_on(store.door()).unwrap().unwrap();
    let mut lines = vec![
        json!({ "database": name, "version": 1, "stores": ["door", "envelopes"] }),
        row("door", json!({ "text": "head" }), &door.head.unwrap_or_default()),
        row("door", json!({ "text": "header" }), &door.header),
    ];
    lines.extend(store.keys().iter().map(|key| row("envelopes", base64(key), &store.bytes_at(key).unwrap())));
    lines
}

/// The lines of a journal that holds the same.
fn journal(store: &MemoryStore) -> Vec<Value> {
    let strips = [MemoryStrip::default(), MemoryStrip::default()];
    let (journal, _) = Journal::open(strips.clone()).unwrap();
    let mut contents =
        Contents { header: Some(block_on(store.door()).unwrap().unwrap().header), ..Contents::default() };
    envelopes(store).into_iter().for_each(|envelope| contents.take_row(envelope));
    journal.rewrite(&contents, Head::default()).unwrap();
    let bytes = strips.iter().map(MemoryStrip::bytes).find(|bytes| !bytes.is_empty()).unwrap();
    let part = |(place, part): (usize, &[u8])| json!({ "file": "lantern-room/journal-1", "size": bytes.len(), "at": place * PART, "base64": BASE64_STANDARD.encode(part) });
    bytes.chunks(PART).enumerate().map(part).collect()
}

/// A whole file.
fn file(lines: &[Value]) -> Vec<u8> {
    // The format comes first, as `recovery.js` writes it.
    let first = r#"{"format":"lantern-room-raw","version":1,"made":"2026-11-23T10:00:00.000Z","origin":"https://room.example"}"#;
    let lines = lines.iter().map(|line| format!("{line}\n"));
    let text = [format!("{first}\n")].into_iter().chain(lines).collect::<String>();
    let end = json!({ "end": "lantern-room-raw", "sha256": hex(&Sha256::digest(text.as_bytes())) });
    format!("{text}{end}\n").into_bytes()
}

fn passphrase(text: &str) -> FileSecret {
    FileSecret::Passphrase(whisper(text))
}

/// A tablet with two children, and what brings all of it.
fn lost() -> (Tablet, FileReading) {
    let mut tablet = Tablet::new();
    tablet.full_child("Otter Brook");
    let heron = tablet.add("Heron Fell");
    tablet.rename(heron, "Heron Hill");
    let brought = Tablet::new().bring_in(&file(&database(&tablet.store, "lantern-room")), passphrase(PASSPHRASE));
    (tablet, brought)
}

#[test]
fn what_was_taken_out_sealed_comes_to_a_new_tablet() {
    let (tablet, brought) = lost();
    assert!(brought.records > 5 && brought.pupils.len() == 2 && !brought.own);
    let [rows, frames] = [database(&tablet.store, "lantern-room"), journal(&tablet.store)];
    for lines in [rows.clone(), frames.clone(), [frames, rows].concat()] {
        for secret in [passphrase(PASSPHRASE), tablet.code()] {
            let mut new = Tablet::new();
            let read = new.bring_in(&file(&lines), secret.clone());
            assert_eq!((read.unreadable, read.records), (Some(0), brought.records));
            let names: Vec<_> = read.pupils.iter().map(|pupil| pupil.name.as_str()).collect();
            assert!(names.contains(&"Otter Brook") && names.contains(&"Heron Hill"), "{names:?}");
            // All but how the tablet covered and locked.
            assert_eq!(read.summary.new, read.records - 1);
            // Once more brings nothing, and it never counts as a backup.
            assert!(!new.bring_in(&file(&lines), secret.clone()).summary.brings_something());
            assert!(!new.read(&file(&lines), secret, ReadFor::Checking).unwrap().verified);
        }
    }
}

#[test]
fn of_several_vaults_in_a_browser_each_opens_with_its_own_secret() {
    let ((one, _), mut other) = (lost(), Tablet::new());
    other.add("Wren Field");
    let lines = [database(&one.store, "lantern-room"), database(&other.store, "lantern-room-b")].concat();
    let read = Tablet::new().read(&file(&lines), other.code(), ReadFor::Merging).unwrap();
    assert_eq!((read.pupils.len(), read.unreadable), (1, Some(0)));
    assert_eq!(Tablet::new().read(&file(&lines), one.code(), ReadFor::Merging).unwrap().pupils.len(), 2);
}

#[test]
fn nothing_else_opens_it() {
    let (tablet, _) = lost();
    let lines = database(&tablet.store, "lantern-room");
    let mut new = Tablet::new();
    let mut refused = |file: &[u8], secret| new.read(file, secret, ReadFor::Merging).unwrap_err();
    assert_eq!(refused(&file(&lines), passphrase("another lamp in the dusk")), FileTrouble::WrongKey.into());
    assert_eq!(refused(&file(&lines), Tablet::new().code()), FileTrouble::WrongKey.into());
    assert_eq!(refused(&file(&lines), FileSecret::RecoveryCode(whisper("not a code"))), Refusal::MistypedCode);
    assert_eq!(refused(&file(&lines[..1]), tablet.code()), FileTrouble::WrongKey.into());
    let newer = String::from_utf8(file(&lines)).unwrap().replacen("\"version\":1", "\"version\":2", 1);
    let trouble = FileTrouble::NewerFile { version: 2, app: String::new() };
    assert_eq!(refused(newer.as_bytes(), tablet.code()), trouble.into());
}

/// The keyring's row of a child says that the key was destroyed, and an older state of it lies in the file as well.
#[test]
fn a_child_whose_key_was_destroyed_is_neither_read_nor_missed() {
    let (mut tablet, brought) = lost();
    let wren = tablet.add("Wren Field");
    let mut lines = database(&tablet.store, "lantern-room");
    assert_eq!(Tablet::new().read(&file(&lines), tablet.code(), ReadFor::Merging).unwrap().pupils.len(), 3);
    let header = VaultHeader::from_bytes(&block_on(tablet.store.door()).unwrap().unwrap().header).unwrap();
    let key = header.unlock_with_passphrase(&Passphrase::typed(PASSPHRASE)).unwrap();
    let destroyed = Change {
        subject: SubjectId::KEYRING,
        id: RecordId::from_bytes(*wren.as_bytes()),
        revision: Revision::from_bytes([0xee; 16]),
        at: Moment { utc_millis: 0, offset_minutes: 0 },
        kind: Kind::SUBJECT_KEY,
        body: None,
    };
    let row = vault::seal(&destroyed, header.vault, &key).unwrap().to_bytes();
    lines.push(
        json!({ "database": "lantern-room.2", "store": "envelopes", "key": base64(&row[..0]), "value": base64(&row) }),
    );
    let read = Tablet::new().read(&file(&lines), tablet.code(), ReadFor::Merging).unwrap();
    assert_eq!((read.pupils.len(), read.unreadable, read.records), (2, Some(0), brought.records));
}

/// Cut anywhere, and with a byte of any line spoilt: what is whole is read, what is not is counted.
#[test]
fn of_a_damaged_file_the_rest_is_read_and_the_damage_counted() {
    let (tablet, brought) = lost();
    let whole = file(&database(&tablet.store, "lantern-room"));
    let mut new = Tablet::new();
    let mut told = |file: &[u8]| new.read(file, passphrase(PASSPHRASE), ReadFor::Merging);
    let (mut less, mut wrong) = (0, 0);
    for place in (0..whole.len()).step_by(whole.len() / 120) {
        let mut spoilt = whole.clone();
        spoilt[place] ^= 1;
        for file in [&whole[..place], &spoilt] {
            match told(file) {
                Ok(read) => {
                    assert!(read.unreadable > Some(0), "{place}");
                    less += usize::from(read.records < brought.records);
                }
                // The first line, or the header of the vault.
                Err(_) => wrong += 1,
            }
        }
    }
    assert!(less > 60 && wrong < 60, "{less} {wrong}");
    // Where the journal has it too, nothing is lost by one spoilt row.
    let both = [journal(&tablet.store), database(&tablet.store, "lantern-room")].concat();
    for line in 0..both.len() {
        let mut lines = both.clone();
        lines[line] = json!({ "trouble": "DataError: it cannot be read", "where": "lantern-room" });
        let read = told(&file(&lines)).unwrap();
        assert_eq!(read.records, brought.records, "{line}");
        assert!(read.unreadable > Some(0));
    }
}
