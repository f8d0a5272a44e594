//! Vaults as earlier releases left them: they open with all that was in them, get what they lack, and stand every kill in
//! between.
//!
//! `golden/vault-1-check-ins.json` was written by the first release (check-ins alone), `vault-1-sessions.json` by the one
//! before there were two copies. Neither has a journal, a head or an account.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;

use futures_executor::block_on;
use serde_json::Value;

use crate::domain::{Change, Kind, Moment, RecordId, SubjectId};
use crate::platform::clock::FakeClock;
use crate::store::{Act, Condition, MemoryStore, MemoryStrip, Store, Twin};
use crate::vault::{DataKey, KdfParams, Passphrase, VaultHeader};

use super::core::{Keeper, KeyCost, Stage};
use super::message::{Ask, Health, PupilPage, Reply, Standing, Waiting, Whisper};
use super::{Refusal, manifest};

/// Every form that was ever released, by the name of the file that holds a vault in it.
pub(super) const FORMS: [(&str, &str); 2] = [
    ("check-ins", include_str!("golden/vault-1-check-ins.json")),
    ("sessions", include_str!("golden/vault-1-sessions.json")),
];
/// How often each kill is tried.
pub(super) const TIMES: usize = 10;
/// A later day than that on which the vaults were written.
pub(super) const TUESDAY: Moment = Moment { utc_millis: 1_795_514_400_000, offset_minutes: 0 };

type Store2 = Twin<MemoryStore, MemoryStrip>;
pub(super) type Keeper2 = Keeper<Store2, FakeClock>;
pub(super) type Records = BTreeMap<(SubjectId, RecordId), Change>;

#[derive(Default)]
pub(super) struct Tablet {
    pub(super) database: MemoryStore,
    pub(super) strips: [MemoryStrip; 2],
    pub(super) passphrase: String,
    pub(super) recovery: String,
}

pub(super) fn whisper(text: &str) -> Whisper {
    Whisper::new(text.into())
}

fn bytes(hex: &Value) -> Vec<u8> {
    let digits = hex.as_str().unwrap().as_bytes();
    let digit = |digit: u8| (digit as char).to_digit(16).unwrap() as u8;
    digits.chunks(2).map(|pair| digit(pair[0]) << 4 | digit(pair[1])).collect()
}

impl Tablet {
    pub(super) fn of(form: &str) -> Self {
        let kept: Value = serde_json::from_str(form).unwrap();
        let word = |name: &str| kept[name].as_str().unwrap().to_owned();
        let tablet = Self { passphrase: word("passphrase"), recovery: word("recovery"), ..Self::default() };
        for row in kept["rows"].as_array().unwrap() {
            tablet.database.plant(&bytes(&row[0]), &bytes(&row[1]));
        }
        let mut act = Act::new().header(bytes(&kept["header"]));
        act.knocks = kept["knocks"].as_str().is_some().then(|| bytes(&kept["knocks"]));
        block_on(tablet.database.commit(act)).unwrap();
        tablet
    }

    /// Another tablet with the same bytes.
    pub(super) fn copied(&self) -> Self {
        let strips = [MemoryStrip::default(), MemoryStrip::default()];
        strips.iter().zip(&self.strips).for_each(|(copy, strip)| copy.put(strip.bytes()));
        let (passphrase, recovery) = (self.passphrase.clone(), self.recovery.clone());
        Self { database: self.database.copied(), strips, passphrase, recovery }
    }

    pub(super) fn header(&self) -> VaultHeader {
        VaultHeader::from_bytes(&block_on(self.database.door()).unwrap().unwrap().header).unwrap()
    }

    /// The vault key, derived once: a start would derive it again each time.
    pub(super) fn key(&self) -> DataKey {
        self.header().unlock_with_passphrase(&Passphrase::typed(&self.passphrase)).unwrap()
    }

    pub(super) fn at_the_door(&self) -> Result<Keeper2, Refusal> {
        let store = block_on(Twin::open(self.database.clone(), Ok(self.strips.clone()), None))?;
        Ok(Keeper::new(store, FakeClock::at(TUESDAY), KeyCost::Fixed(KdfParams::FLOOR)))
    }

    pub(super) fn open(&self, key: &DataKey) -> Result<Keeper2, Refusal> {
        let mut keeper = self.at_the_door()?;
        let key = DataKey::new(key.id(), crate::vault::KeyBytes::from_bytes(key.expose()));
        block_on(keeper.load(&self.header(), key, whisper("4071")))?;
        Ok(keeper)
    }

    /// The process has died; whatever was asked to fail does no more.
    pub(super) fn restart(&self, lucky: usize) {
        self.database.fail_after(None);
        self.strips.iter().for_each(|strip| strip.crash(lucky));
    }
}

pub(super) fn ask(keeper: &mut Keeper2, ask: Ask) -> Reply {
    block_on(keeper.answer(ask)).unwrap()
}

pub(super) fn records(keeper: &Keeper2) -> Records {
    let Stage::Open(opened) = &keeper.stage else { panic!("not open") };
    let here = block_on(opened.vault.everything(&keeper.store)).unwrap();
    assert!(here.unreadable.is_empty(), "{:?}", here.unreadable);
    here.records
}

pub(super) fn health(keeper: &mut Keeper2) -> Health {
    match ask(keeper, Ask::Health) {
        Reply::Health(health) => health,
        other => panic!("{other:?}"),
    }
}

pub(super) fn page(keeper: &mut Keeper2, name: &str) -> PupilPage {
    let Reply::Pupils(pupils) = ask(keeper, Ask::Pupils) else { panic!() };
    let row = pupils.iter().find(|row| row.pupil.name == name).unwrap_or_else(|| panic!("{name} is missing"));
    match ask(keeper, Ask::PupilPage { pupil: row.subject }) {
        Reply::Page(page) => page,
        other => panic!("{other:?}"),
    }
}

fn waiting(keeper: &mut Keeper2) -> Waiting {
    match ask(keeper, Ask::Waiting) {
        Reply::Waiting(waiting) => waiting,
        other => panic!("{other:?}"),
    }
}

/// What every form holds.
fn holds_the_check_ins(keeper: &mut Keeper2) {
    let otter = page(keeper, "Otter Brook");
    let finished: Vec<_> = otter.check_ins.iter().filter(|row| row.check_in.finished.is_some()).collect();
    assert_eq!(finished.len(), 2);
    assert!(finished.iter().any(|row| !row.amendments.is_empty()), "a correction is missing");
    let owl = page(keeper, "Owl Hart");
    assert_eq!(owl.row.pupil.level, crate::domain::Level::C);
    assert_eq!(owl.check_ins.len(), 2, "one begun, one of a visitor; one was removed");
    assert!(!waiting(keeper).check_ins.is_empty());
    let Reply::Preferences(preferences) = ask(keeper, Ask::Preferences) else { panic!() };
    assert_eq!((preferences.nickname.as_str(), preferences.cover_after_minutes), ("Quiet room", 5));
    let Reply::School(school) = ask(keeper, Ask::School) else { panic!() };
    assert_eq!(school.lead_name.as_deref(), Some("Ms R. Okafor"));
}

/// What the second form holds besides.
fn holds_the_sessions(keeper: &mut Keeper2) {
    let otter = page(keeper, "Otter Brook");
    let owl = page(keeper, "Owl Hart");
    assert_eq!((otter.sessions.len(), owl.sessions.len()), (2, 2), "one each, and one each of the group");
    let told = otter.sessions.iter().find_map(|row| row.note.as_ref()).unwrap();
    assert_eq!(
        (told.note.parts.happened.as_str(), told.parts().happened.as_str()),
        ("Clay and the wall.", "Dough, not clay.")
    );
    assert_eq!(otter.concerns[0].reference.as_deref(), Some("C-118"));
    assert_eq!((otter.drawings.len(), owl.prepared.sessions_left), (1, Some(2)), "the group's end counted");
    assert!(otter.prepared.own("bumbly").is_some());
    assert_eq!(owl.prepared.hidden, ["proud"]);
    assert!(!waiting(keeper).sessions.is_empty());
}

#[test]
fn every_earlier_form_opens_with_all_that_was_in_it_and_gets_what_it_lacks() {
    for (form, golden) in FORMS {
        let tablet = Tablet::of(golden);
        let rows = tablet.database.keys().len();
        let mut keeper = tablet.at_the_door().unwrap();
        let unlock = Ask::Unlock { passphrase: whisper(&tablet.passphrase), cover_code: whisper("4071") };
        assert_eq!(ask(&mut keeper, unlock), Reply::Standing(Standing::Open { demo: false }), "{form}");
        let found = health(&mut keeper);
        assert_eq!((found.unreadable, found.too_new, found.altered), (0, 0, false), "{form}");
        holds_the_check_ins(&mut keeper);
        if form == "sessions" {
            holds_the_sessions(&mut keeper);
        }
        let before = records(&keeper);
        drop(keeper);

        // An account, and nothing else, is new; a head; a journal with all of it.
        assert_eq!(tablet.database.keys().len(), rows + 1);
        assert!(tablet.database.keys().contains(&manifest::row_key()));
        assert!(block_on(tablet.database.door()).unwrap().unwrap().head.is_some());
        let store = block_on(Twin::open(tablet.database.clone(), Ok(tablet.strips.clone()), None)).unwrap();
        assert_eq!(store.condition(), Condition::default(), "{form}");
        let key = tablet.key();
        tablet.database.wipe();
        drop(store);
        let mut keeper = Keeper::new(
            block_on(Twin::open(tablet.database.clone(), Ok(tablet.strips.clone()), None)).unwrap(),
            FakeClock::at(TUESDAY),
            KeyCost::Fixed(KdfParams::FLOOR),
        );
        block_on(keeper.load(&tablet.header(), key, whisper("4071"))).unwrap();
        assert_eq!(records(&keeper), before, "{form}");
        assert!(!health(&mut keeper).altered);
    }
}

#[test]
fn every_earlier_form_opens_with_its_recovery_code() {
    for (form, golden) in FORMS {
        let tablet = Tablet::of(golden);
        let mut keeper = tablet.at_the_door().unwrap();
        let passphrase = whisper("seven slow barges at noon");
        let replace = Ask::ReplacePassphrase {
            recovery_code: whisper(&tablet.recovery),
            passphrase,
            cover_code: whisper("4071"),
        };
        assert_eq!(ask(&mut keeper, replace), Reply::Standing(Standing::Open { demo: false }), "{form}");
        holds_the_check_ins(&mut keeper);
    }
}

/// Killed at every step of the first start with this release, ten times each, with more or less of what was not flushed
/// on the disk: nothing is missing, nothing is taken for changed, and the next start makes it good.
#[test]
fn a_kill_at_every_step_leaves_all_of_it() {
    for (form, golden) in FORMS {
        let whole = Tablet::of(golden);
        let key = whole.key();
        let expected = records(&whole.open(&key).unwrap());
        let (mut kills, mut reached) = (0, false);
        for step in 0.. {
            let mut went_through = true;
            for time in 0..TIMES {
                let tablet = Tablet::of(golden);
                // Now the database dies, now the files.
                if time % 2 == 0 {
                    tablet.database.fail_after(Some(step));
                } else {
                    tablet.strips.iter().for_each(|strip| strip.fail_after(step));
                }
                let opened = tablet.open(&key);
                let condition = opened.as_ref().ok().map(|keeper| keeper.store.condition());
                let accounted = tablet.database.keys().contains(&manifest::row_key());
                went_through &=
                    condition == Some(Condition { copied: tablet_rows(golden), ..Condition::default() }) && accounted;
                drop(opened);
                tablet.restart([0, 1, 7, 40, 4_000][time / 2]);
                kills += 1;
                for _ in 0..2 {
                    let mut keeper = tablet.open(&key).unwrap();
                    assert_eq!(records(&keeper), expected, "{form}: step {step}, {time}");
                    assert!(!health(&mut keeper).altered, "{form}: step {step}, {time}");
                    drop(keeper);
                    tablet.restart(0);
                }
                let again = tablet.open(&key).unwrap();
                assert_eq!(again.store.condition(), Condition::default(), "{form}: step {step}, {time}");
            }
            if went_through {
                reached = true;
                break;
            }
            assert!(step < 60, "{form} never goes through");
        }
        assert!(reached && kills >= 3 * TIMES, "{form}: {kills} kills");
    }
}

fn tablet_rows(golden: &str) -> usize {
    Tablet::of(golden).database.keys().len()
}

/// Whoever takes the account away from a vault that had one is noticed, also if the vault was made before there were any.
#[test]
fn to_look_like_an_earlier_vault_is_not_enough() {
    for (form, golden) in FORMS {
        let tablet = Tablet::of(golden);
        let key = tablet.key();
        drop(tablet.open(&key).unwrap());
        tablet.strips.iter().for_each(|strip| strip.put(Vec::new()));
        tablet.database.unplant(&manifest::row_key());
        let gone =
            tablet.database.keys().into_iter().find(|key| !key.starts_with(SubjectId::KEYRING.as_bytes())).unwrap();
        tablet.database.unplant(&gone);
        assert!(health(&mut tablet.open(&key).unwrap()).altered, "{form}");
    }
}

#[test]
fn the_goldens_hold_every_kind_of_record_of_their_time() {
    let kinds = |golden: &str| {
        let tablet = Tablet::of(golden);
        let kinds: std::collections::BTreeSet<_> =
            records(&tablet.open(&tablet.key()).unwrap()).values().map(|change| change.kind).collect();
        kinds
    };
    let first = [Kind::PREFERENCES, Kind::SCHOOL, Kind::PUPIL, Kind::CHECK_IN, Kind::AMENDMENT];
    assert!(first.iter().all(|kind| kinds(FORMS[0].1).contains(kind)));
    let later = [
        Kind::SESSION,
        Kind::NOTE,
        Kind::NOTE_AMENDMENT,
        Kind::CONCERN_POINTER,
        Kind::GROUP,
        Kind::PREPARED,
        Kind::DRAWING,
        Kind::REPAIR,
    ];
    assert!(first.iter().chain(&later).all(|kind| kinds(FORMS[1].1).contains(kind)));
}
