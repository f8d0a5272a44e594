//! The ways into an open vault against a store in memory.
#![allow(clippy::unwrap_used, clippy::panic)]

use crate::domain::Preferences;
use crate::vault::{KdfParams, Passphrase, VaultHeader};

use super::core::{Keeper, KeyCost};
use super::core_tests::{CODE, MINUTE, PASSPHRASE, Room, whisper};
use super::exchange::{Errand, FileTrouble, Outcome, age_file, program};
use super::message::{Ask, Keys, KeysAsk, Passkey, Proof, Purpose, Reply, Standing, Whisper, WhisperedBytes};
use super::{Refusal, StorageTrouble};

pub(super) const NEXT: &str = "seven slow barges at noon";
const OPEN: Result<Reply, Refusal> = Ok(Reply::Standing(Standing::Open { demo: false }));
const WRONG: Result<Reply, Refusal> = Err(Refusal::WrongSecret { wait_millis: 0 });
const KILLS: usize = 25;

impl Room {
    pub fn keys(&mut self, ask: KeysAsk) -> Result<Reply, Refusal> {
        self.ask(ask.fold().unwrap())
    }

    pub fn confirm(&mut self, passphrase: &str, purpose: Purpose) -> Result<Reply, Refusal> {
        self.keys(KeysAsk::Confirm { proof: Proof::Passphrase(whisper(passphrase)), purpose })
    }

    pub fn state(&mut self) -> Keys {
        match self.keys(KeysAsk::State) {
            Ok(Reply::Keys(keys)) => keys,
            other => panic!("{other:?}"),
        }
    }

    fn change(&mut self, present: &str, next: &str) -> Result<Reply, Refusal> {
        self.keys(KeysAsk::ChangePassphrase { present: whisper(present), passphrase: whisper(next) })
    }

    fn recover(&mut self, code: &str) -> Result<Reply, Refusal> {
        let (recovery_code, passphrase) = (whisper(code), whisper(PASSPHRASE));
        self.ask(Ask::ReplacePassphrase { recovery_code, passphrase, cover_code: whisper(CODE) })
    }

    /// As [`Room::restart`], with the exchange program at hand.
    fn restart_with_files(&mut self) {
        let keeper = Keeper::new(self.store.clone(), self.clock.clone(), KeyCost::Fixed(KdfParams::CHEAP));
        self.keeper = keeper.with_exchange(Box::new(program::AtHand));
    }

    pub fn header(&self) -> VaultHeader {
        use crate::store::Store;
        let door = futures_executor::block_on(self.store.door()).unwrap().unwrap();
        VaultHeader::from_bytes(&door.header).unwrap()
    }

    fn alone(&mut self, mine_alone: bool) {
        let preferences = Preferences { mine_alone, ..Preferences::new("Quiet room".into()) };
        self.ask(Ask::KeepPreferences { preferences }).unwrap();
    }

    fn passkey(&mut self, derived: [u8; 32]) -> Result<Reply, Refusal> {
        self.keys(KeysAsk::AddPasskey { credential: ID.to_vec(), prf_salt: [3; 32], derived: bytes(derived) })
    }

    fn unlock_with_passkey(&mut self, derived: [u8; 32]) -> Result<Reply, Refusal> {
        let (credential, cover_code) = (ID.to_vec(), whisper(CODE));
        self.ask(Ask::UnlockWithPasskey { credential, derived: bytes(derived), cover_code })
    }

    fn passkeys(&mut self) -> Vec<Passkey> {
        match self.ask(Ask::Passkeys) {
            Ok(Reply::Passkeys(passkeys)) => passkeys,
            other => panic!("{other:?}"),
        }
    }
}

const ID: &[u8] = b"passkey of this tablet";
const DERIVED: [u8; 32] = [5; 32];

fn bytes(bytes: [u8; 32]) -> WhisperedBytes {
    WhisperedBytes::new(bytes.to_vec())
}

/// The groups of a sheet as one code, and those to type back.
pub(super) fn sheet(reply: Result<Reply, Refusal>) -> (String, Vec<Whisper>) {
    let Ok(Reply::RecoverySheet { groups, ask_for }) = reply else { panic!("{reply:?}") };
    let code = groups.iter().map(Whisper::expose).collect::<Vec<_>>().join(" ");
    (code, ask_for.iter().map(|place| groups[usize::from(*place)].clone()).collect())
}

#[test]
fn another_passphrase_takes_the_place_of_the_present_one() {
    let mut room = Room::new();
    let otter = room.add("Otter");
    assert_eq!(room.change("not the passphrase", NEXT), WRONG);
    assert_eq!(room.change(PASSPHRASE, "short"), Err(Refusal::ShortPassphrase { missing: 10 }));
    assert_eq!(room.change(PASSPHRASE, NEXT), Ok(Reply::Done));
    room.restart();
    assert_eq!(room.unlock(PASSPHRASE), WRONG);
    assert_eq!(room.unlock(NEXT), OPEN);
    assert_eq!(room.page(otter.subject).row.pupil.name, "Otter");
    let code = room.recovery.clone();
    room.restart();
    assert_eq!(room.recover(&code), OPEN, "the recovery code stays what it was");
}

#[test]
fn a_kill_while_the_passphrase_is_changed_leaves_the_old_or_the_new_one() {
    for kill in 0..KILLS {
        let mut room = Room::new();
        let otter = room.add("Otter");
        let commits = kill % 5;
        room.store.fail_after(Some(commits));
        let changed = room.change(PASSPHRASE, NEXT).is_ok();
        room.store.fail_after(None);
        room.restart();
        // A guess that was counted and not taken back costs nothing yet.
        let (right, wrong) = if changed { (NEXT, PASSPHRASE) } else { (PASSPHRASE, NEXT) };
        assert_eq!(changed, commits >= 3);
        assert_eq!(room.unlock(wrong), WRONG);
        assert_eq!(room.unlock(right), OPEN);
        assert_eq!(room.page(otter.subject).row.pupil.name, "Otter");
    }
}

#[test]
fn the_old_recovery_code_is_valid_until_the_new_one_is_typed_back() {
    let mut room = Room::new();
    let old = room.recovery.clone();
    assert_eq!(room.keys(KeysAsk::PrepareRecovery), Err(Refusal::NotConfirmed));
    assert_eq!(room.confirm("not the passphrase", Purpose::RecoveryCode), WRONG);
    assert_eq!(room.keys(KeysAsk::PrepareRecovery), Err(Refusal::NotConfirmed));
    assert_eq!(room.confirm(PASSPHRASE, Purpose::RecoveryCode), Ok(Reply::Done));
    let (new, typed_back) = sheet(room.keys(KeysAsk::PrepareRecovery));
    let before = room.header();

    let wrong = vec![whisper("000"); typed_back.len()];
    for wrong in [wrong, Vec::new(), typed_back[..2].to_vec()] {
        assert_eq!(room.keys(KeysAsk::KeepRecovery { typed_back: wrong }), Err(Refusal::GroupsDiffer));
        assert_eq!(room.header(), before);
    }
    assert_eq!(room.keys(KeysAsk::KeepRecovery { typed_back: typed_back.clone() }), Ok(Reply::Done));
    assert_eq!(room.keys(KeysAsk::KeepRecovery { typed_back }), Err(Refusal::NotConfirmed), "only once");
    room.restart();
    assert_eq!(room.recover(&old), WRONG);
    assert_eq!(room.recover(&new), OPEN);
}

#[test]
fn a_new_code_that_was_only_shown_is_gone_with_the_cover_and_with_a_kill() {
    let mut room = Room::new();
    let old = room.recovery.clone();
    room.confirm(PASSPHRASE, Purpose::RecoveryCode).unwrap();
    let (_, typed_back) = sheet(room.keys(KeysAsk::PrepareRecovery));
    room.ask(Ask::Cover).unwrap();
    room.ask(Ask::Uncover { code: whisper(CODE) }).unwrap();
    assert_eq!(room.keys(KeysAsk::KeepRecovery { typed_back }), Err(Refusal::NotConfirmed));
    for commits in 0..KILLS {
        room.confirm(PASSPHRASE, Purpose::RecoveryCode).unwrap();
        let (new, typed_back) = sheet(room.keys(KeysAsk::PrepareRecovery));
        room.store.fail_after(Some(commits % 2));
        let kept = room.keys(KeysAsk::KeepRecovery { typed_back }).is_ok();
        room.store.fail_after(None);
        room.restart();
        assert_eq!(kept, commits % 2 == 1);
        if kept {
            room.recovery = new;
        } else {
            assert_eq!(room.recover(&new), WRONG);
        }
        let code = room.recovery.clone();
        assert_eq!(room.recover(&code), OPEN);
    }
    assert_eq!(room.recover(&old), Err(Refusal::WrongSecret { wait_millis: 0 }));
}

#[test]
fn a_proof_is_good_for_one_act_of_its_purpose_within_minutes() {
    let mut room = Room::new();
    room.confirm(PASSPHRASE, Purpose::Export).unwrap();
    assert_eq!(room.keeper.spend(Purpose::DeleteChild), Err(Refusal::NotConfirmed));
    assert_eq!(room.keeper.spend(Purpose::Export), Err(Refusal::NotConfirmed), "the wrong purpose used it up");
    room.confirm(PASSPHRASE, Purpose::Export).unwrap();
    assert_eq!(room.keeper.spend(Purpose::Export), Ok(()));
    assert_eq!(room.keeper.spend(Purpose::Export), Err(Refusal::NotConfirmed));
    room.confirm(PASSPHRASE, Purpose::Export).unwrap();
    for _ in 0..5 {
        room.clock.advance(MINUTE);
        room.ask(Ask::Touch).unwrap();
    }
    assert_eq!(room.keeper.spend(Purpose::Export), Err(Refusal::NotConfirmed));
    room.confirm(PASSPHRASE, Purpose::Export).unwrap();
    room.ask(Ask::Cover).unwrap();
    assert_eq!(room.keeper.spend(Purpose::Export), Err(Refusal::NotOpen));
    room.ask(Ask::Uncover { code: whisper(CODE) }).unwrap();
    assert_eq!(room.keeper.spend(Purpose::Export), Err(Refusal::NotConfirmed));
}

#[test]
fn wrong_proofs_are_counted_with_the_knocks_at_the_door() {
    let mut room = Room::new();
    for _ in 0..3 {
        assert_eq!(room.confirm("not the passphrase", Purpose::Export), WRONG);
    }
    assert_eq!(room.change("not it", NEXT), Err(Refusal::WrongSecret { wait_millis: 5_000 }));
    assert_eq!(room.confirm(PASSPHRASE, Purpose::Export), Err(Refusal::TooSoon { wait_millis: 5_000 }));
    room.ask(Ask::Lock).unwrap();
    assert_eq!(room.standing(), Standing::Locked { wait_millis: 5_000 });
    room.clock.advance(5_000);
    assert_eq!(room.unlock(PASSPHRASE), OPEN);
}

#[test]
fn a_locked_or_covered_vault_changes_no_key() {
    let mut room = Room::new();
    room.ask(Ask::Cover).unwrap();
    let before = room.header();
    for locked in [false, true] {
        if locked {
            room.ask(Ask::Lock).unwrap();
        }
        assert_eq!(room.change(PASSPHRASE, NEXT), Err(Refusal::NotOpen));
        assert_eq!(room.confirm(PASSPHRASE, Purpose::Export), Err(Refusal::NotOpen));
        for ask in [
            KeysAsk::State,
            KeysAsk::PrepareRecovery,
            KeysAsk::KeepRecovery { typed_back: Vec::new() },
            KeysAsk::PrepareRotation { passphrase: whisper(NEXT) },
            KeysAsk::Rotate { typed_back: Vec::new() },
            KeysAsk::RemovePasskey { credential: ID.to_vec() },
        ] {
            assert_eq!(room.keys(ask), Err(Refusal::NotOpen));
        }
        assert_eq!(room.passkey(DERIVED), Err(Refusal::NotOpen));
    }
    assert_eq!(room.header(), before);
}

#[test]
fn a_passkey_opens_a_tablet_that_is_one_adults_alone() {
    let mut room = Room::new();
    let otter = room.add("Otter");
    assert_eq!(room.passkey(DERIVED), Err(Refusal::SharedTablet));
    room.alone(true);
    assert_eq!(room.passkey(DERIVED), Err(Refusal::NotConfirmed));
    room.confirm(PASSPHRASE, Purpose::Passkey).unwrap();
    assert_eq!(room.passkey(DERIVED), Ok(Reply::Done));
    let slot = Passkey { credential: ID.to_vec(), prf_salt: [3; 32] };
    assert_eq!(room.state().passkeys, core::slice::from_ref(&slot));
    assert!(room.state().mine_alone);

    room.restart();
    assert_eq!(room.passkeys(), [slot]);
    assert_eq!(room.unlock_with_passkey([6; 32]), WRONG);
    let short = Ask::UnlockWithPasskey {
        credential: ID.to_vec(),
        derived: WhisperedBytes::new(vec![5; 31]),
        cover_code: whisper(CODE),
    };
    assert_eq!(room.ask(short), WRONG);
    assert_eq!(room.unlock_with_passkey(DERIVED), OPEN);
    assert_eq!(room.page(otter.subject).row.pupil.name, "Otter");
    let proof = Proof::Passkey { credential: ID.to_vec(), derived: bytes(DERIVED) };
    assert_eq!(room.keys(KeysAsk::Confirm { proof, purpose: Purpose::Export }), Ok(Reply::Done));
    room.reopen();

    assert_eq!(room.keys(KeysAsk::RemovePasskey { credential: ID.to_vec() }), Ok(Reply::Done));
    room.restart();
    assert_eq!(room.passkeys(), []);
    assert_eq!(room.unlock_with_passkey(DERIVED), Err(Refusal::Unreadable), "there is no such way in");
    assert_eq!(room.unlock(PASSPHRASE), OPEN);
}

#[test]
fn a_tablet_that_is_shared_again_is_opened_by_no_passkey() {
    let mut room = Room::new();
    room.alone(true);
    room.confirm(PASSPHRASE, Purpose::Passkey).unwrap();
    room.passkey(DERIVED).unwrap();
    room.alone(true);
    assert_eq!(room.state().passkeys.len(), 1);
    room.alone(false);
    assert_eq!(room.state().passkeys, []);
    room.restart();
    assert_eq!(room.passkeys(), []);
    assert_eq!(room.unlock(PASSPHRASE), OPEN);
}

#[test]
fn a_kill_while_a_passkey_is_added_leaves_it_there_or_not() {
    for kill in 0..KILLS {
        let mut room = Room::new();
        room.alone(true);
        room.confirm(PASSPHRASE, Purpose::Passkey).unwrap();
        room.store.fail_after(Some(kill % 2));
        let added = room.passkey(DERIVED);
        room.store.fail_after(None);
        assert_eq!(added.is_ok(), kill % 2 == 1);
        if added.is_err() {
            assert_eq!(added, Err(Refusal::Storage(StorageTrouble::Lost)));
        }
        room.restart();
        assert_eq!(room.passkeys().len(), kill % 2);
        assert_eq!(room.unlock(PASSPHRASE), OPEN);
    }
}

/// A school's secret and public key.
fn school() -> (String, String) {
    let Ok(Outcome::Recipient(public)) = program::run(Errand::Recipient { secret: [9; 32] }) else { panic!("no key") };
    (age_file::secret_key(&[9; 32]).unwrap().to_string(), public)
}

#[test]
fn the_school_opens_the_vault_with_its_own_key_until_that_is_taken_away() {
    let mut room = Room::new();
    let otter = room.add("Otter");
    let (secret, public) = school();
    room.restart_with_files();
    room.unlock(PASSPHRASE).unwrap();
    let give = |key: &str| KeysAsk::LetSchoolIn { key: key.to_owned() };
    assert_eq!(room.keys(give(&public)), Err(Refusal::NotConfirmed));
    room.confirm(PASSPHRASE, Purpose::School).unwrap();
    assert_eq!(room.keys(give("age1nonsense")), Err(FileTrouble::OddRecipient.into()));
    assert_eq!(room.keys(give(&public)), Ok(Reply::Done), "a slip of the pen does not use up the proof");
    assert_eq!(room.keys(give(&public)), Err(Refusal::NotConfirmed));
    assert_eq!(room.state().school.as_deref(), Some(&*public));
    assert!(!room.state().school_waits);

    room.restart_with_files();
    let other = age_file::secret_key(&[8; 32]).unwrap();
    let mut cut = secret.clone();
    cut.pop();
    for wrong in [other.as_str(), "AGE-SECRET-KEY-1", &cut] {
        assert_eq!(room.recover(wrong), WRONG, "{wrong}");
    }
    assert!(room.header().unlock_with_passphrase(&Passphrase::typed(PASSPHRASE)).is_ok());
    let (recovery_code, next) = (whisper(&format!(" {} ", secret.to_lowercase())), whisper(NEXT));
    let opened = room.ask(Ask::ReplacePassphrase { recovery_code, passphrase: next, cover_code: whisper(CODE) });
    assert_eq!(opened, OPEN);
    assert_eq!(room.page(otter.subject).row.pupil.name, "Otter");
    room.restart_with_files();
    assert_eq!(room.unlock(PASSPHRASE), WRONG);
    assert_eq!(room.unlock(NEXT), OPEN);

    room.keys(KeysAsk::ShutSchoolOut).unwrap();
    assert_eq!(room.state().school, None);
    room.restart_with_files();
    assert_eq!(room.recover(&secret), WRONG);
}

#[test]
fn secrets_do_not_print_themselves() {
    let asks = [
        KeysAsk::ChangePassphrase { present: whisper("marmalade"), passphrase: whisper("marmalade") },
        KeysAsk::AddPasskey {
            credential: Vec::new(),
            prf_salt: [0; 32],
            derived: WhisperedBytes::new(b"marmalade".to_vec()),
        },
        KeysAsk::Confirm { proof: Proof::Passphrase(whisper("marmalade")), purpose: Purpose::Export },
    ];
    for ask in asks {
        let shown = format!("{ask:?} {:?}", ask.fold());
        assert!(!shown.contains("marmalade") && !shown.contains("109"), "{shown}");
    }
}
