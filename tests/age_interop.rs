//! Backups and the ordinary `age` tool: it opens ours and we open its, byte for byte. `cargo xtask test` installs it.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use lantern_room::domain::{Change, HybridClock, Kind, Moment, RecordId, SubjectId, VaultId};
use lantern_room::keeper::exchange::{Content, Errand, Extent, FileKey, Header, Outcome, SealTo, age_file, program};
use lantern_room::vault::RecoveryCode;

const FILES: u8 = 20;
const AT: Moment = Moment { utc_millis: 1_795_428_000_000, offset_minutes: 0 };

/// A place of our own, gone with the test.
struct Place(PathBuf);

impl Place {
    fn new() -> Self {
        let place = std::env::temp_dir().join(format!("lantern-room-age-{}", std::process::id()));
        fs::create_dir_all(&place).unwrap();
        Self(place)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, bytes).unwrap();
        path
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Contents of very different sizes: none, a few, exactly a chunk's worth and its neighbours, megabytes.
fn content(number: u8) -> Content {
    let count = match number {
        0 => 0,
        1..=9 => u32::from(number),
        _ => 10u32 << (number - 8),
    };
    let changes = (0..count).map(|place| {
        let mut id = [number; 16];
        id.iter_mut().zip(place.to_be_bytes()).for_each(|(byte, of_place)| *byte = of_place);
        let body = (place % 7 > 0).then(|| (0..place % 900).map(|byte| (byte % 251) as u8).collect());
        Change {
            subject: SubjectId::from_bytes([9; 16]),
            id: RecordId::from_bytes(id),
            revision: HybridClock::new(7).tick(AT.utc_millis + u64::from(place)),
            at: AT,
            kind: Kind(5),
            body,
        }
    });
    let changes = changes.collect::<Vec<_>>();
    let head = changes.iter().map(|change| change.revision).max();
    let vault = VaultId::from_bytes([number; 16]);
    Content {
        header: Header { app: "0.1.0".into(), vault, made: AT, extent: Extent::Vault, head },
        changes,
        unreadable: None,
    }
}

fn age(args: &[&str], input: &Path) -> Vec<u8> {
    let output = Command::new("age").args(args).arg(input).output();
    let output = output.unwrap_or_else(|error| panic!("the age tool is needed for this test: {error}"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

#[test]
fn the_age_tool_opens_our_files_and_we_open_its() {
    let place = Place::new();
    for number in 0..FILES {
        let code = RecoveryCode::make().unwrap();
        let secret = *code.backup_secret().unwrap().expose();
        let identity = place.file("identity.txt", age_file::secret_key(&secret).unwrap().as_bytes());
        let Ok(Outcome::Recipient(recipient)) = program::run(Errand::Recipient { secret }) else { panic!() };
        let content = content(number);
        let clear = program::clear_text(&content).unwrap();

        let to = SealTo::Recipients(vec![recipient.clone()]);
        let Ok(Outcome::File(ours)) = program::run(Errand::Seal { content: content.clone(), to }) else { panic!() };
        let ours = place.file("ours.age", &ours);
        assert!(age(&["-d", "-i", identity.to_str().unwrap()], &ours) == clear, "file {number}");

        let plain = place.file("plain.jsonl", &clear);
        let theirs = age(&["-r", &recipient], &plain);
        let key = FileKey::Secret(secret);
        assert!(program::run(Errand::Open { file: theirs, key }) == Ok(Outcome::Content(content)), "file {number}");
    }
}

/// The way without us that docs/backup.md tells: ten lines of Python from the code on the sheet to age's key.
#[test]
fn the_recipe_in_the_documentation_leads_from_the_sheet_to_the_key() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/backup.md")).unwrap();
    let (_, rest) = page.split_once("```python\n").unwrap();
    let (recipe, _) = rest.split_once("```").unwrap();
    for _ in 0..5 {
        let code = RecoveryCode::make().unwrap();
        let typed = code.expose_groups().join("-");
        let output = Command::new("python3").args(["-c", recipe, &typed]).output();
        let output = output.unwrap_or_else(|error| panic!("python3 is needed for this test: {error}"));
        let printed = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        let secret = *code.backup_secret().unwrap().expose();
        assert_eq!(printed, *age_file::secret_key(&secret).unwrap(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}
