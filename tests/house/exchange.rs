//! Backup files and hand-over files, as a person makes and brings them.

use std::path::{Path, PathBuf};

use lantern_room::domain::Kept as DomainKept;
use lantern_room::domain::{Change, HybridClock, Kind, Level, Moment, Pupil, RecordId, SubjectId, VaultId};
use lantern_room::keeper::exchange::{Content, Errand, Extent, Header, Outcome, SealTo, program};

use super::Browser;
use super::errands::PASSPHRASE;

/// The passphrase of files that have one of their own.
pub const WORDS: &str = "the geese came back in the rain";

impl Browser {
    /// To the page for backups without loading anything anew: that would lock the vault.
    pub async fn follow_to_backups(&self) {
        self.tap("link", "Settings").await;
        self.tap("link", "Backups").await;
        self.find("heading", "Make a backup").await;
    }

    /// Makes a backup and gives its place.
    pub async fn make_a_backup(&self) -> PathBuf {
        self.keep_downloads().await;
        self.type_in("Passphrase of this vault", PASSPHRASE).await;
        self.tap("button", "Make a backup").await;
        let (name, file) = self.take_download().await;
        assert!(name.starts_with("lantern-room-backup-20") && name.ends_with(".age"), "{name}");
        self.sees("was read back").await;
        file
    }

    /// Gives a file and the recovery code that opens it.
    pub async fn give_file_with_code(&self, file: &Path, recovery: &[String], button: &str) {
        self.find("button", button).await;
        self.pick_file(file).await;
        self.type_in("Recovery code", &recovery.join("-")).await;
        self.tap("button", button).await;
    }

    /// Gives a file and the passphrase that opens it.
    pub async fn give_file_with_passphrase(&self, file: &Path, passphrase: &str, button: &str) {
        self.find("button", button).await;
        self.pick_file(file).await;
        self.tap_beginning("radio", "A passphrase").await;
        self.type_in("Passphrase of the file", passphrase).await;
        self.tap("button", button).await;
    }

    /// To the page where a child is handed over.
    pub async fn follow_to_hand_over(&self, name: &str) {
        self.tap("link", "Children").await;
        self.tap_beginning("link", name).await;
        self.tap("link", "Hand over").await;
        self.find("button", "Make the file").await;
    }

    /// There: makes the file and gives its place. Nothing of the child is in its name.
    pub async fn make_the_hand_over(&self, name: &str, passphrase: &str) -> PathBuf {
        self.keep_downloads().await;
        self.tap_beginning("radio", "Write my own").await;
        self.type_in("Passphrase", WORDS).await;
        self.type_in("Type it once more", WORDS).await;
        self.type_in("Passphrase of this vault", passphrase).await;
        self.tap("button", "Make the file").await;
        let (file_name, file) = self.take_download().await;
        assert!(file_name.starts_with("lantern-room-hand-over-20"), "{file_name}");
        assert!(name.split(' ').all(|word| !file_name.contains(word)), "{file_name}");
        file
    }
}

/// A backup file of another tablet with these changes, opened by [`WORDS`].
pub fn file_with(name: &str, changes: Vec<Change>) -> PathBuf {
    let made = changes.iter().map(|change| change.at).max().expect("some changes");
    let head = changes.iter().map(|change| change.revision).max();
    let vault = VaultId::from_bytes([3; 16]);
    let header = Header { app: "0.1.0".into(), vault, made, extent: Extent::Vault, head };
    let to = SealTo::Passphrase(WORDS.to_owned());
    let sealed = program::run(Errand::Seal { content: Content { header, changes, unreadable: None }, to });
    let Ok(Outcome::File(bytes)) = sealed else { panic!("no file") };
    let file = std::env::temp_dir().join(format!("lantern-room-{name}-{}.age", std::process::id()));
    std::fs::write(&file, bytes).expect("the file can be written");
    file
}

/// The moment and the revision of the so manyth change in such a file.
pub fn on_another_tablet(number: u64) -> (Moment, lantern_room::domain::Revision) {
    let at = Moment { utc_millis: 1_750_000_000_000, offset_minutes: 0 };
    (at, HybridClock::new(7).tick(at.utc_millis + number))
}

/// A backup file with so many children of another tablet, and their names.
pub fn file_with_children(word: &str, count: u8) -> (PathBuf, Vec<String>) {
    let names: Vec<String> = (0..count).map(|number| format!("{word} {number:03}")).collect();
    let changes = names.iter().zip(0..count).map(|(name, number)| {
        let (at, revision) = on_another_tablet(number.into());
        let pupil = Pupil {
            name: name.clone(),
            animal: "otter".to_owned(),
            colour: "moss".to_owned(),
            year: None,
            level: Level::B,
            archived: false,
            added: at,
        };
        // The word's first letters and the number: two files never speak of the same child.
        let mut id = [number; 16];
        id.iter_mut().zip(word.bytes()).for_each(|(place, byte)| *place = byte);
        Change {
            subject: SubjectId::from_bytes(id),
            id: RecordId::from_bytes(id),
            revision,
            at,
            kind: Kind::PUPIL,
            body: Some(DomainKept::new(pupil).to_body()),
        }
    });
    (file_with(word, changes.collect()), names)
}
