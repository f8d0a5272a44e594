//! Bytes that were written once and must be read for ever.
//!
//! The files in `golden/` were made from the written description of the formats with other implementations (Argon2's
//! own C, libsodium, another language's HMAC): they show that what this floor writes is what it says it writes. They
//! are never changed; a new format gets new files.
#![allow(clippy::unwrap_used)]

use super::former::Former;
use super::header::VaultHeader;
use super::passkey::PasskeyCredential;
use super::seal::seal_with_nonce;
use super::slot::Slot;
use super::wrap::SlotChance;
use super::{DataKey, Envelope, KdfParams, KeyBytes, Passphrase, RecoveryCode, open};
use crate::domain::{Change, Fields, KeyId, Kind, Moment, RecordId, Revision, SubjectId, VaultId};

const ENVELOPE: &str = include_str!("golden/envelope-1.hex");
const HEADER: &str = include_str!("golden/header-1.hex");
const HEADER_OF_ALL_SLOTS: &str = include_str!("golden/header-2.hex");
const PASSPHRASE: &str = "quiet otter paints the moon";
const CODE: &str = "ZYX-WVT-SRQ-PNM-KJH-GFE-DCB-A98-76B";

/// The bytes of a text of hexadecimal digits.
pub(super) fn from_hex(text: &str) -> Vec<u8> {
    let digits: Vec<_> = text.chars().filter_map(|digit| digit.to_digit(16)).collect();
    digits.chunks_exact(2).map(|pair| (pair[0] * 16 + pair[1]) as u8).collect()
}

/// So many bytes counting up.
fn run<const N: usize>(first: u8) -> [u8; N] {
    core::array::from_fn(|place| first + place as u8)
}

const fn vault() -> VaultId {
    VaultId::from_bytes([16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31])
}

fn vault_key() -> DataKey {
    DataKey::new(KeyId::from_bytes(run(0x20)), KeyBytes::from_bytes(&run(0x30)))
}

fn change() -> Change {
    let mut body = Fields::default();
    body.put(0, 1u16);
    body.put(1, "calm 🌱");
    Change {
        subject: SubjectId::from_bytes(run(0xd0)),
        id: RecordId::from_bytes(run(0xe0)),
        revision: Revision::from_bytes(run(0x01)),
        at: Moment { utc_millis: 1_790_000_000_000, offset_minutes: 60 },
        kind: Kind::CHECK_IN,
        body: Some(body.to_bytes()),
    }
}

#[test]
fn the_first_envelope_opens() {
    let envelope = Envelope::from_bytes(&from_hex(ENVELOPE)).unwrap();
    assert_eq!(envelope.header.vault, vault());
    assert_eq!(open(&envelope, &vault_key()).unwrap(), change());
}

#[test]
fn the_first_header_opens_with_both_secrets() {
    let header = VaultHeader::from_bytes(&from_hex(HEADER)).unwrap();
    assert_eq!((header.vault, header.author), (vault(), 0x0123_4567_89ab_cdef));
    assert_eq!(header.slots().len(), 3);
    assert_eq!(header.unlock_with_passphrase(&Passphrase::typed(PASSPHRASE)).unwrap(), vault_key());
    assert_eq!(header.unlock_with_recovery(&RecoveryCode::parse(CODE).unwrap()).unwrap(), vault_key());
}

#[test]
fn the_same_bytes_are_still_written() {
    let envelope = seal_with_nonce(&change(), vault(), &vault_key(), run(0xc0)).unwrap();
    assert_eq!(envelope.to_bytes(), from_hex(ENVELOPE));

    let header = VaultHeader::from_bytes(&from_hex(HEADER)).unwrap();
    assert_eq!(header.to_bytes(), from_hex(HEADER));
    let key = vault_key();
    let chance = SlotChance { id: run(0x50), salt: run(0x60), nonce: run(0x70) };
    let passphrase = Passphrase::typed(PASSPHRASE);
    let slot = Slot::for_passphrase(vault(), &key, &passphrase, KdfParams::FLOOR, chance).unwrap();
    assert_eq!(slot, header.slots()[0]);
    let chance = SlotChance { id: run(0x90), salt: run(0xa0), nonce: run(0xb0) };
    let slot = Slot::for_recovery(vault(), &key, &RecoveryCode::parse(CODE).unwrap(), chance).unwrap();
    assert_eq!(slot, header.slots()[1]);
}

/// A header with a slot of each kind and a former key. Its bytes come from a script that shares nothing with this floor.
#[test]
fn the_header_of_all_slots_opens_in_every_way() {
    let header = VaultHeader::from_bytes(&from_hex(HEADER_OF_ALL_SLOTS)).unwrap();
    assert_eq!(header.to_bytes(), from_hex(HEADER_OF_ALL_SLOTS));
    assert_eq!(header.unlock_with_passphrase(&Passphrase::typed(PASSPHRASE)).unwrap(), vault_key());
    assert_eq!(header.unlock_with_recovery(&RecoveryCode::parse(CODE).unwrap()).unwrap(), vault_key());
    let passkey = header.passkeys().next().unwrap();
    assert_eq!(*passkey, PasskeyCredential { credential: b"credential of this tablet".to_vec(), prf_salt: run(0x40) });
    let derived = KeyBytes::from_bytes(&run(0x80));
    assert_eq!(header.unlock_with_passkey(&passkey.credential, &derived).unwrap(), vault_key());
    let school = header.school().unwrap();
    assert_eq!((school.recipient(), school.blob()), ("age1lantern", Some(&b"age-encryption.org/v1\nnot really\n"[..])));
    assert_eq!(header.unlock_with_raw_key(&KeyBytes::from_bytes(&run(0x30))).unwrap(), vault_key());
    assert_eq!(header.former_keys(&vault_key()), [former_key()]);
}

fn former_key() -> DataKey {
    DataKey::new(KeyId::from_bytes(run(0xe1)), KeyBytes::from_bytes(&run(0x01)))
}

#[test]
fn the_same_bytes_of_passkey_and_former_key_are_still_written() {
    let header = VaultHeader::from_bytes(&from_hex(HEADER_OF_ALL_SLOTS)).unwrap();
    let key = vault_key();
    let passkey = header.passkeys().next().unwrap().clone();
    let chance = SlotChance { id: run(0x51), salt: run(0x61), nonce: run(0x71) };
    let slot = Slot::for_passkey(vault(), &key, passkey, &KeyBytes::from_bytes(&run(0x80)), chance).unwrap();
    assert_eq!(slot, header.slots()[2]);
    let former = Former::make_with_nonce(vault(), &former_key(), &key, run(0xc1)).unwrap().to_bytes();
    let bytes = from_hex(HEADER_OF_ALL_SLOTS);
    assert_eq!(&bytes[bytes.len() - former.len()..], former, "it stands last");
}
