//! What a header must withstand.
#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;

use super::*;
use crate::vault::SlotKind;

const CHEAP: KdfParams = KdfParams::CHEAP;

fn passphrase(text: &str) -> Passphrase {
    Passphrase::typed(text)
}

fn vault() -> (VaultHeader, DataKey, RecoveryCode) {
    VaultHeader::create(&passphrase("quiet otter paints the moon"), CHEAP).unwrap()
}

/// The header with one slot's field set to something else.
fn with_field(header: &VaultHeader, slot: usize, set: impl FnOnce(&mut Fields)) -> VaultHeader {
    let mut header = header.clone();
    let mut fields = Fields::parse(header.slots[slot].as_bytes()).unwrap();
    set(&mut fields);
    header.slots[slot] = Slot::from_bytes(fields.to_bytes());
    header
}

fn foreign_slot(kind: u16) -> Slot {
    let mut fields = Fields::default();
    fields.put(2, kind);
    fields.put(0, 1u16);
    fields.put(77, "what a later release brought");
    Slot::from_bytes(fields.to_bytes())
}

#[test]
fn both_secrets_open_it_after_a_round_through_bytes() {
    let (header, key, code) = vault();
    let again = VaultHeader::from_bytes(&header.to_bytes()).unwrap();
    assert_eq!(again, header);
    assert_eq!(again.unlock_with_passphrase(&passphrase(" quiet otter  paints the moon")).unwrap(), key);
    assert_eq!(again.unlock_with_recovery(&code).unwrap(), key);
    assert_eq!(key.id(), header.key);
    assert!(matches!(again.slots()[0].kind(), Some(SlotKind::Passphrase { params: CHEAP, .. })));
    assert!(matches!(again.slots()[1].kind(), Some(SlotKind::RecoveryCode { .. })));
}

#[test]
fn two_vaults_have_nothing_in_common() {
    let ((one, one_key, one_code), (two, two_key, two_code)) = (vault(), vault());
    assert!(one.vault != two.vault && one.key != two.key && one.author != two.author);
    assert!(one_key.expose() != two_key.expose() && one_code != two_code);
    assert_eq!(one.unlock_with_recovery(&two_code), Err(VaultError::WrongSecret));
}

/// Secrets that are almost right, one for each round, and the ways in which people get them wrong.
fn almost(right: &str, round: usize) -> String {
    let characters: Vec<char> = right.chars().collect();
    let place = round / 10 % characters.len();
    let with = |change: &dyn Fn(&mut Vec<char>)| {
        let mut changed = characters.clone();
        change(&mut changed);
        changed.into_iter().collect::<String>()
    };
    match round % 10 {
        0 => with(&|all| {
            all.remove(place);
        }),
        1 => with(&|all| all.insert(place, all[place])),
        2 => with(&|all| all[place] = char::from_u32(all[place] as u32 + 1).unwrap()),
        3 => with(&|all| all.swap(place, (place + 1) % characters.len())),
        4 => with(&|all| all[place] = all[place].to_uppercase().next().unwrap()),
        5 => with(&|all| all.insert(place, '\u{301}')),
        6 => with(&|all| all.insert(place, '\u{200b}')),
        7 => with(&|all| all.truncate(place)),
        8 => format!("{right} {round}"),
        _ => format!("{round}"),
    }
}

#[test]
fn ten_thousand_wrong_secrets_open_nothing() {
    let (header, key, code) = vault();
    let (one, derived) = passkey("one");
    let header = header.with_passkey(&key, one, &derived).unwrap();
    let header = header.with_school_slot(&key, "age1school", b"sealed".to_vec()).unwrap();
    let right = passphrase("quiet otter paints the moon");
    let mut tried = 0;
    for round in 0..10_000 {
        let wrong = match passphrase(&almost(right.expose(), round)) {
            // Two equal letters that changed places, or a capital that is none, are no mistake.
            same if same == right => passphrase(&format!("{round}{round}")),
            wrong => wrong,
        };
        assert_eq!(header.unlock_with_passphrase(&wrong), Err(VaultError::WrongSecret), "{}", wrong.expose());
        assert_eq!(header.unlock_with_recovery(&RecoveryCode::make().unwrap()), Err(VaultError::WrongSecret));
        let mut bytes = *derived.expose();
        bytes[round / 8 % 32] ^= 1 << (round % 8);
        let wrong = KeyBytes::from_bytes(&bytes);
        assert_eq!(header.unlock_with_passkey(b"one", &wrong), Err(VaultError::WrongSecret));
        let mut bytes = *key.expose();
        bytes[round / 8 % 32] ^= 1 << (round % 8);
        assert_eq!(header.unlock_with_raw_key(&KeyBytes::from_bytes(&bytes)), Err(VaultError::WrongSecret));
        tried += 1;
    }
    assert_eq!(tried, 10_000);
    assert_eq!(header.unlock_with_passphrase(&right).unwrap(), key);
    assert_eq!(header.unlock_with_recovery(&code).unwrap(), key);

    let accented = passphrase("caf\u{e9} by the quiet canal");
    let header = header.with_new_passphrase(&key, &accented, CHEAP).unwrap();
    let megabyte = "quiet otter paints the moon ".repeat(40_000);
    assert!(megabyte.len() > 1 << 20);
    for wrong in ["", " ", "\n", "\0", &megabyte, "cafe\u{301} by the quiet canal", "cafe by the quiet canal"] {
        assert_eq!(header.unlock_with_passphrase(&passphrase(wrong)), Err(VaultError::WrongSecret));
    }
    // White space at the ends is no part of a passphrase, so it is no mistake either.
    assert_eq!(header.unlock_with_passphrase(&passphrase("caf\u{e9} by the quiet canal ")).unwrap(), key);
}

#[test]
fn a_new_passphrase_leaves_everything_else_as_it_was() {
    let (header, key, code) = vault();
    let next = passphrase("a heron carries ladders");
    let changed = header.with_new_passphrase(&key, &next, CHEAP).unwrap();
    assert_eq!(changed.unlock_with_passphrase(&next).unwrap(), key);
    assert_eq!(
        changed.unlock_with_passphrase(&passphrase("quiet otter paints the moon")),
        Err(VaultError::WrongSecret)
    );
    assert_eq!(changed.unlock_with_recovery(&code).unwrap(), key);
    assert_eq!(changed.slots.len(), 2);
    assert_eq!(changed.slots[1], header.slots[1]);
    assert_eq!(VaultHeader { slots: header.slots.clone(), ..changed }, header);
}

#[test]
fn a_new_recovery_code_replaces_the_old_one() {
    let (header, key, code) = vault();
    let (changed, next) = header.with_new_recovery(&key).unwrap();
    assert_eq!(changed.unlock_with_recovery(&next).unwrap(), key);
    assert_eq!(changed.unlock_with_recovery(&code), Err(VaultError::WrongSecret));
    assert_eq!(changed.slots[0], header.slots[0]);
    assert_eq!(changed.slots.len(), 2);
}

#[test]
fn what_would_lock_the_adult_out_is_refused() {
    let (header, key, _) = vault();
    let next = passphrase("a heron carries ladders");
    let other = DataKey::make().unwrap();
    assert_eq!(header.with_new_passphrase(&other, &next, CHEAP), Err(VaultError::OtherKey(header.key)));
    assert!(matches!(header.with_new_recovery(&other), Err(VaultError::OtherKey(_))));
    assert_eq!(
        header.with_new_passphrase(&key, &passphrase("short"), CHEAP),
        Err(VaultError::TooShort { missing: 10 })
    );
    let weak = KdfParams { memory_kib: 1024, ..KdfParams::DEFAULT };
    assert_eq!(header.with_new_passphrase(&key, &next, weak), Err(VaultError::ParametersOutOfBounds));
    assert_eq!(VaultHeader::create(&next, weak).unwrap_err(), VaultError::ParametersOutOfBounds);
    assert_eq!(VaultHeader::create(&passphrase(""), CHEAP).unwrap_err(), VaultError::TooShort { missing: 15 });
}

#[test]
fn parameters_out_of_bounds_close_their_slot_only() {
    let (header, key, code) = vault();
    for (field, value) in [(7, 19 * 1024 - 1), (7, u32::MAX), (8, 1), (8, 13), (9, 0), (9, 5)] {
        let changed = with_field(&header, 0, |fields| {
            for (field, floor) in [(7, 19 * 1024), (8, 2), (9, 1u32)] {
                fields.put(field, floor);
            }
            fields.put(field, value);
        });
        let changed = VaultHeader::from_bytes(&changed.to_bytes()).unwrap();
        let refusal = changed.unlock_with_passphrase(&passphrase("quiet otter paints the moon"));
        assert_eq!(refusal, Err(VaultError::ParametersOutOfBounds), "{field}: {value}");
        assert_eq!(changed.unlock_with_recovery(&code).unwrap(), key);
    }
}

#[test]
fn every_part_of_a_slot_is_bound() {
    let (header, _, code) = vault();
    let right = passphrase("quiet otter paints the moon");
    let open = |header: &VaultHeader| (header.unlock_with_passphrase(&right), header.unlock_with_recovery(&code));

    let other_vault = VaultHeader { vault: VaultId::from_bytes([9; 16]), ..header.clone() };
    let other_key = VaultHeader { key: KeyId::from_bytes([9; 16]), ..header.clone() };
    for changed in [other_vault, other_key] {
        assert_eq!(open(&changed), (Err(VaultError::SealBroken), Err(VaultError::SealBroken)));
    }
    for (field, refusal) in [(1, VaultError::SealBroken), (3, VaultError::WrongSecret)] {
        let swap = |fields: &mut Fields| fields.put(field, ByteArray::from([9u8; 16]));
        let changed = with_field(&with_field(&header, 0, swap), 1, swap);
        assert_eq!(open(&changed), (Err(refusal), Err(refusal)), "{field}");
    }
    let (two, ..) = VaultHeader::create(&right, CHEAP).unwrap();
    let mut pasted = header.clone();
    pasted.slots[0] = two.slots[0].clone();
    assert_eq!(pasted.unlock_with_passphrase(&right), Err(VaultError::SealBroken), "a slot of another vault");
}

#[test]
fn every_flipped_bit_of_a_header_is_noticed_or_harmless() {
    let (header, key, code) = vault();
    let right = passphrase("quiet otter paints the moon");
    let bytes = header.to_bytes();
    for place in 0..bytes.len() {
        for bit in 0..8 {
            let mut bytes = bytes.clone();
            bytes[place] ^= 1 << bit;
            let Ok(changed) = VaultHeader::from_bytes(&bytes) else { continue };
            for opened in
                [changed.unlock_with_passphrase(&right), changed.unlock_with_recovery(&code)].into_iter().flatten()
            {
                assert_eq!(opened, key, "byte {place}");
                assert_eq!((changed.vault, changed.key), (header.vault, header.key), "byte {place}");
            }
        }
    }
}

#[test]
fn what_a_newer_app_added_is_kept_byte_for_byte() {
    let (mut header, key, code) = vault();
    header.unknown.put(40, "a field of a later release");
    header.slots.insert(1, foreign_slot(77));
    header.slots.push(Slot::from_bytes(b"not even CBOR".to_vec()));
    let read = VaultHeader::from_bytes(&header.to_bytes()).unwrap();
    assert_eq!(read.to_bytes(), header.to_bytes());

    let next = passphrase("a heron carries ladders");
    let changed = read.with_new_passphrase(&key, &next, CHEAP).unwrap().with_new_recovery(&key).unwrap().0;
    let changed = VaultHeader::from_bytes(&changed.to_bytes()).unwrap();
    assert_eq!(changed.slots.len(), 4);
    assert_eq!(changed.slots[1].as_bytes(), header.slots[1].as_bytes());
    assert_eq!(changed.slots[3].as_bytes(), b"not even CBOR");
    assert_eq!(changed.unknown, header.unknown);
    assert_eq!(changed.unlock_with_passphrase(&next).unwrap(), key);
    assert_eq!(changed.unlock_with_recovery(&code), Err(VaultError::WrongSecret));

    let with_more = with_field(&header, 0, |fields| fields.put(55, "a field of a later release"));
    assert_eq!(VaultHeader::from_bytes(&with_more.to_bytes()).unwrap().to_bytes(), with_more.to_bytes());
}

#[test]
fn a_passphrase_slot_of_a_newer_format_is_not_quietly_left_open() {
    let (header, key, code) = vault();
    let newer = with_field(&header, 0, |fields| fields.put(0, 2u16));
    let next = passphrase("a heron carries ladders");
    assert_eq!(newer.with_new_passphrase(&key, &next, CHEAP), Err(VaultError::TooNew(2)));
    assert_eq!(newer.unlock_with_passphrase(&next), Err(VaultError::NoSlot));
    assert_eq!(newer.unlock_with_recovery(&code).unwrap(), key);

    let broken = with_field(&header, 0, |fields| fields.put(4, "no nonce"));
    assert_eq!(broken.unlock_with_passphrase(&next), Err(VaultError::NoSlot));
    let mended = broken.with_new_passphrase(&key, &next, CHEAP).unwrap();
    assert_eq!(mended.slots.len(), 2);
    assert_eq!(mended.unlock_with_passphrase(&next).unwrap(), key);
}

#[test]
fn a_header_has_its_bounds() {
    let (mut header, key, _) = vault();
    let next = passphrase("a heron carries ladders");
    while header.slots.len() < MOST_SLOTS {
        header.slots.push(foreign_slot(77));
    }
    assert!(VaultHeader::from_bytes(&header.to_bytes()).is_ok());
    assert!(header.with_new_passphrase(&key, &next, CHEAP).is_ok());
    header.slots.push(foreign_slot(77));
    assert_eq!(VaultHeader::from_bytes(&header.to_bytes()), Err(VaultError::NotAnEnvelope));

    let (mut full, ..) = vault();
    full.slots = vec![foreign_slot(77); MOST_SLOTS];
    let full_key = DataKey::new(full.key, super::super::KeyBytes::make().unwrap());
    assert_eq!(full.with_new_passphrase(&full_key, &next, CHEAP), Err(VaultError::HeaderFull));

    let (mut large, ..) = vault();
    large.unknown.put(40, "x".repeat(MOST_BYTES));
    assert_eq!(VaultHeader::from_bytes(&large.to_bytes()), Err(VaultError::NotAnEnvelope));

    let (newer, ..) = vault();
    let mut fields = Fields::parse(&newer.to_bytes()).unwrap();
    fields.put(0, 2u16);
    assert_eq!(VaultHeader::from_bytes(&fields.to_bytes()), Err(VaultError::TooNew(2)));
    assert_eq!(VaultHeader::from_bytes(&[]), Err(VaultError::NotAnEnvelope));
}

#[test]
fn another_tablet_is_another_author_of_the_same_vault() {
    let (header, key, code) = vault();
    let moved = header.with_new_author().unwrap();
    assert_ne!(moved.author, header.author);
    assert_eq!(moved.unlock_with_recovery(&code).unwrap(), key);
}

fn passkey(name: &str) -> (PasskeyCredential, KeyBytes) {
    let passkey = PasskeyCredential { credential: name.as_bytes().to_vec(), prf_salt: chance::random().unwrap() };
    (passkey, KeyBytes::make().unwrap())
}

#[test]
fn a_passkey_opens_it_and_only_with_what_it_derived() {
    let (header, key, code) = vault();
    let ((one, derived), (two, other)) = (passkey("one"), passkey("two"));
    let changed = header.with_passkey(&key, one.clone(), &derived).unwrap();
    let changed = VaultHeader::from_bytes(&changed.to_bytes()).unwrap();
    assert_eq!(changed.passkeys().collect::<Vec<_>>(), [&one]);
    assert_eq!(changed.unlock_with_passkey(b"one", &derived).unwrap(), key);
    assert_eq!(changed.unlock_with_passkey(b"one", &other), Err(VaultError::WrongSecret));
    assert_eq!(changed.unlock_with_passkey(b"two", &derived), Err(VaultError::NoSlot));
    assert_eq!(changed.unlock_with_recovery(&code).unwrap(), key);

    // The same passkey again takes its own slot's place; another stands beside it.
    let again = changed.with_passkey(&key, one, &other).unwrap().with_passkey(&key, two, &derived).unwrap();
    assert_eq!(again.passkeys().count(), 2);
    assert_eq!(again.unlock_with_passkey(b"one", &derived), Err(VaultError::WrongSecret));
    assert_eq!(again.unlock_with_passkey(b"one", &other).unwrap(), key);
    assert_eq!(again.without_passkey(b"one").unlock_with_passkey(b"one", &other), Err(VaultError::NoSlot));
    assert_eq!(again.without_passkey(b"two").without_passkey(b"one"), header);
    assert_eq!(again.without_passkeys(), header);
}

#[test]
fn a_passkey_is_never_the_only_way_in() {
    let (header, key, _) = vault();
    let (one, derived) = passkey("one");
    let bare = VaultHeader { slots: Vec::new(), ..header };
    assert_eq!(bare.with_passkey(&key, one, &derived), Err(VaultError::NoSlot));
}

#[test]
fn a_damaged_passkey_slot_closes_itself_only_and_can_be_taken_away() {
    let (header, key, code) = vault();
    let (one, derived) = passkey("one");
    let header = header.with_passkey(&key, one, &derived).unwrap();
    let damaged = with_field(&header, 2, |fields| fields.put(10, ByteVec::from(Vec::new())));
    assert_eq!(damaged.unlock_with_passkey(b"one", &derived), Err(VaultError::NoSlot));
    assert_eq!(damaged.unlock_with_recovery(&code).unwrap(), key);
    assert_eq!(VaultHeader::from_bytes(&damaged.to_bytes()), Ok(damaged.clone()));
    assert_eq!(damaged.without_passkeys().slots.len(), 2);
    let moved = with_field(&header, 2, |fields| fields.put(11, ByteArray::from([9u8; 32])));
    assert_eq!(moved.unlock_with_passkey(b"one", &derived), Err(VaultError::SealBroken));
}

#[test]
fn the_schools_slot_knows_its_key() {
    let (header, key, _) = vault();
    let raw = KeyBytes::from_bytes(key.expose());
    assert_eq!(header.unlock_with_raw_key(&raw), Err(VaultError::NoSlot));
    let changed = header.with_school_slot(&key, "age1school", b"sealed".to_vec()).unwrap();
    let changed = VaultHeader::from_bytes(&changed.to_bytes()).unwrap();
    let school = changed.school().unwrap();
    assert_eq!((school.recipient(), school.blob()), ("age1school", Some(&b"sealed"[..])));
    assert_eq!(changed.unlock_with_raw_key(&raw).unwrap(), key);
    assert_eq!(changed.unlock_with_raw_key(&KeyBytes::make().unwrap()), Err(VaultError::WrongSecret));
    let other = with_field(&changed, 2, |fields| fields.put(12, "age1thief"));
    assert_eq!(other.unlock_with_raw_key(&raw), Err(VaultError::WrongSecret));

    let again = changed.with_school_slot(&key, "age1other", b"sealed".to_vec()).unwrap();
    assert_eq!((again.slots.len(), again.school().unwrap().recipient()), (3, "age1other"));
    assert_eq!(again.without_school_slot(), header);
    for (recipient, blob) in [("", Vec::new()), ("age1", vec![0; 9000])] {
        assert_eq!(header.with_school_slot(&key, recipient, blob), Err(VaultError::HeaderFull));
    }
}

#[test]
fn under_a_new_key_no_old_secret_opens_it_and_the_former_key_is_at_hand() {
    let (header, key, code) = vault();
    let (one, derived) = passkey("one");
    let mut header = header.with_passkey(&key, one, &derived).unwrap();
    header = header.with_school_slot(&key, "age1school", b"sealed".to_vec()).unwrap();
    header.slots.push(foreign_slot(77));
    let next = passphrase("a heron carries ladders");
    let (rotated, fresh, new_code) = header.rotated(&key, &next, CHEAP).unwrap();
    let rotated = VaultHeader::from_bytes(&rotated.to_bytes()).unwrap();
    assert_eq!((rotated.vault, rotated.author, rotated.key), (header.vault, header.author, fresh.id()));
    assert!(fresh.id() != key.id() && fresh.expose() != key.expose());
    assert_eq!(rotated.unlock_with_passphrase(&next).unwrap(), fresh);
    assert_eq!(rotated.unlock_with_recovery(&new_code).unwrap(), fresh);

    let old = passphrase("quiet otter paints the moon");
    assert_eq!(rotated.unlock_with_passphrase(&old), Err(VaultError::WrongSecret));
    assert_eq!(rotated.unlock_with_recovery(&code), Err(VaultError::WrongSecret));
    assert_eq!(rotated.unlock_with_passkey(b"one", &derived), Err(VaultError::NoSlot));
    assert_eq!(rotated.unlock_with_raw_key(&KeyBytes::from_bytes(key.expose())), Err(VaultError::WrongSecret));
    let school = rotated.school().unwrap();
    assert_eq!((school.recipient(), school.blob()), ("age1school", None), "its file is to be made anew");
    assert!(rotated.slots.contains(&foreign_slot(77)), "what a newer app opens comes along");

    assert!(rotated.is_rotating() && !header.is_rotating());
    assert_eq!(rotated.former_keys(&fresh)[..], [key]);
    assert_eq!(header.former_keys(&fresh), []);
    assert_eq!(rotated.former_keys(&DataKey::make().unwrap()), []);
    let other_vault = VaultHeader { vault: VaultId::from_bytes([9; 16]), ..rotated.clone() };
    assert_eq!(other_vault.former_keys(&fresh), [], "it is bound to its vault");

    let (twice, freshest, _) = rotated.rotated(&fresh, &next, CHEAP).unwrap();
    let formers = twice.former_keys(&freshest);
    assert_eq!(formers.iter().map(DataKey::id).collect::<Vec<_>>(), [fresh.id(), header.key], "none is lost");

    let done = VaultHeader::from_bytes(&rotated.without_former().to_bytes()).unwrap();
    assert_eq!(done.former_keys(&fresh), []);
    assert_eq!(done.unlock_with_passphrase(&next).unwrap(), fresh);
}

#[test]
fn a_damaged_former_key_leaves_the_vault_open() {
    let (header, key, _) = vault();
    let next = passphrase("a heron carries ladders");
    let (mut rotated, fresh, _) = header.rotated(&key, &next, CHEAP).unwrap();
    rotated.former.push(b"not even CBOR".to_vec());
    rotated.former.swap(0, 1);
    let read = VaultHeader::from_bytes(&rotated.to_bytes()).unwrap();
    assert_eq!(read.former_keys(&fresh)[..], [key]);
    assert_eq!(read.unlock_with_passphrase(&next).unwrap(), fresh);
    assert_eq!(read.to_bytes(), rotated.to_bytes());
    assert!(header.rotated(&fresh, &next, CHEAP).is_err(), "only its own key may be changed");
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes: Vec<u8>, cut in 0usize..1000, place in 0usize..1000, byte: u8) {
        let _ = VaultHeader::from_bytes(&bytes);
        let _ = Slot::from_bytes(bytes);
        let (header, ..) = vault();
        let mut bytes = header.to_bytes();
        let length = bytes.len();
        bytes[place % length] = byte;
        bytes.truncate(length - cut % 4);
        if let Ok(header) = VaultHeader::from_bytes(&bytes) {
            prop_assert_eq!(VaultHeader::from_bytes(&header.to_bytes()), Ok(header));
        }
    }
}
