//! What an envelope must withstand.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::HashSet;

use proptest::prelude::*;

use super::*;
use crate::domain::{RecordId, SubjectId};

fn change(body: Option<Vec<u8>>) -> Change {
    Change {
        subject: SubjectId::from_bytes([2; 16]),
        id: RecordId::from_bytes([3; 16]),
        revision: Revision::from_bytes([4; 16]),
        at: Moment { utc_millis: 1_790_000_000_000, offset_minutes: 60 },
        kind: Kind::CHECK_IN,
        body,
    }
}

const VAULT: VaultId = VaultId::from_bytes([1; 16]);

fn key(number: u8) -> DataKey {
    DataKey::new(KeyId::from_bytes([5; 16]), KeyBytes::from_bytes(&[number; 32]))
}

/// Seals raw clear text, as a broken or a newer app might.
fn sealed_raw(mut clear: Vec<u8>) -> Envelope {
    let mut envelope = seal(&change(None), VAULT, &key(1)).unwrap();
    encrypt(&key(1).bytes, &envelope.nonce, &envelope.header.to_bytes(), &mut clear).unwrap();
    envelope.sealed = clear;
    envelope
}

proptest! {
    #[test]
    fn what_was_sealed_is_what_is_opened(
        subject: [u8; 16], id: [u8; 16], revision: [u8; 16], utc_millis: u64, offset_minutes: i16, kind: u16,
        body in prop::option::of(prop::collection::vec(any::<u8>(), 0..6000)),
    ) {
        let change = Change {
            subject: SubjectId::from_bytes(subject),
            id: RecordId::from_bytes(id),
            revision: Revision::from_bytes(revision),
            at: Moment { utc_millis, offset_minutes },
            kind: Kind(kind),
            body,
        };
        let envelope = seal(&change, VAULT, &key(1)).unwrap();
        let again = Envelope::from_bytes(&envelope.to_bytes()).unwrap();
        prop_assert_eq!(&again, &envelope);
        prop_assert_eq!(open(&again, &key(1)).unwrap(), change);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes: Vec<u8>, tail in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(Envelope::from_bytes(&bytes).is_err() || bytes.len() >= 105);
        let mut envelope = seal(&change(None), VAULT, &key(1)).unwrap();
        envelope.sealed = bytes.clone();
        prop_assert_eq!(open(&envelope, &key(1)), Err(VaultError::SealBroken));
        // Even what somebody with the key sealed is read with care.
        let _ = open(&sealed_raw(bytes), &key(1));
        let _ = read(&tail);
        let mut padded = tail;
        padded.push(END_OF_CONTENT);
        padded.resize(bucket(padded.len()), 0);
        let _ = open(&sealed_raw(padded), &key(1));
    }
}

#[test]
fn every_flipped_bit_of_every_byte_is_noticed() {
    let bytes = seal(&change(Some(b"words".to_vec())), VAULT, &key(1)).unwrap().to_bytes();
    assert_eq!(bytes.len(), 81 + 24 + 256 + 16);
    for place in 0..bytes.len() {
        for bit in 0..8 {
            let mut bytes = bytes.clone();
            bytes[place] ^= 1 << bit;
            let opened = Envelope::from_bytes(&bytes).and_then(|envelope| open(&envelope, &key(1)));
            let refusal = opened.unwrap_err();
            match place {
                0 => assert!(matches!(refusal, VaultError::TooNew(_) | VaultError::NotAnEnvelope), "{refusal}"),
                65..=80 => assert!(matches!(refusal, VaultError::OtherKey(_)), "{refusal}"),
                _ => assert_eq!(refusal, VaultError::SealBroken, "byte {place}"),
            }
        }
    }
    for cut in 0..bytes.len() {
        let opened = Envelope::from_bytes(&bytes[..cut]).and_then(|envelope| open(&envelope, &key(1)));
        assert!(matches!(opened, Err(VaultError::NotAnEnvelope | VaultError::SealBroken)), "cut at {cut}");
    }
}

#[test]
fn every_field_of_the_header_is_bound() {
    let envelope = seal(&change(Some(b"words".to_vec())), VAULT, &key(1)).unwrap();
    assert!(open(&envelope, &key(1)).is_ok());
    let header = envelope.header;
    let other_key = KeyId::from_bytes([9; 16]);
    for header in [
        EnvelopeHeader { vault: VaultId::from_bytes([9; 16]), ..header },
        EnvelopeHeader { subject: SubjectId::from_bytes([9; 16]), ..header },
        EnvelopeHeader { record: RecordId::from_bytes([9; 16]), ..header },
        EnvelopeHeader { revision: Revision::from_bytes([9; 16]), ..header },
        // The same bytes under another name: the name itself is bound too.
        EnvelopeHeader { key: other_key, ..header },
    ] {
        let key = DataKey::new(header.key, KeyBytes::from_bytes(&[1; 32]));
        let moved = Envelope { header, ..envelope.clone() };
        assert_eq!(open(&moved, &key), Err(VaultError::SealBroken), "{header:?}");
    }
    assert_eq!(
        open(&Envelope { header: EnvelopeHeader { key: other_key, ..header }, ..envelope }, &key(1)),
        Err(VaultError::OtherKey(other_key))
    );
}

#[test]
fn the_parts_of_two_envelopes_do_not_fit_together() {
    let one = seal(&change(Some(b"one".to_vec())), VAULT, &key(1)).unwrap();
    let other = Change { id: RecordId::from_bytes([8; 16]), ..change(Some(b"two".to_vec())) };
    let two = seal(&other, VAULT, &key(1)).unwrap();
    for mixed in [
        Envelope { header: two.header, ..one.clone() },
        Envelope { nonce: two.nonce, ..one.clone() },
        Envelope { sealed: two.sealed.clone(), ..one.clone() },
    ] {
        assert_eq!(open(&mixed, &key(1)), Err(VaultError::SealBroken));
    }
}

#[test]
fn another_key_of_the_same_name_does_not_open_it() {
    let envelope = seal(&change(None), VAULT, &key(1)).unwrap();
    assert_eq!(open(&envelope, &key(2)), Err(VaultError::SealBroken));
    assert_ne!(DataKey::make().unwrap(), DataKey::make().unwrap());
}

#[test]
fn a_hundred_thousand_sealings_repeat_no_nonce() {
    let (change, key) = (change(None), key(1));
    let some = || (0..25_000).map(|_| seal(&change, VAULT, &key).unwrap().nonce).collect::<Vec<_>>();
    let nonces: Vec<_> = std::thread::scope(|scope| {
        let threads = [(); 4].map(|()| scope.spawn(some));
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(nonces.len(), 100_000);
    assert_eq!(nonces.into_iter().collect::<HashSet<_>>().len(), 100_000);
}

#[test]
fn the_size_tells_only_the_bucket() {
    let size = |length| seal(&change(Some(vec![7; length])), VAULT, &key(1)).unwrap().to_bytes().len();
    let edges = [256, 1024, 4096, 16_384, 32_768].into_iter().flat_map(|edge: usize| edge - 40..edge + 10);
    let sizes: Vec<_> = (0..200).chain(edges).chain([49_000]).map(size).collect();
    let mut different = sizes.clone();
    different.dedup();
    assert_eq!(different, [256, 1024, 4096, 16_384, 32_768, 49_152].map(|bucket| bucket + 81 + 24 + 16));
    let removed = seal(&change(None), VAULT, &key(1)).unwrap().to_bytes().len();
    assert_eq!(removed, size(0), "a removal looks like any small change");
    for length in 200..1100 {
        let body = Some(vec![0x80; length]);
        let opened = open(&seal(&change(body.clone()), VAULT, &key(1)).unwrap(), &key(1));
        assert_eq!(opened.unwrap().body, body, "{length}");
    }
}

#[test]
fn the_buffer_never_grows_while_clear_text_is_in_it() {
    for length in (0..1200).chain(4000..4200).chain(16_300..16_400).chain([100_000]) {
        let change = Change {
            at: Moment { utc_millis: u64::MAX, offset_minutes: i16::MIN },
            kind: Kind(u16::MAX),
            ..change(Some(vec![1; length]))
        };
        let mut buffer = padded(&change);
        let place = buffer.as_ptr();
        encrypt(&key(1).bytes, &[0; 24], &[], &mut buffer).unwrap();
        assert_eq!(buffer.as_ptr(), place, "{length}");
    }
}

#[test]
fn padding_that_is_not_ours_is_refused() {
    let good = padded(&change(Some(b"words".to_vec())));
    assert!(open(&sealed_raw(good.clone()), &key(1)).is_ok());
    let mut late = good.clone();
    late[255] = 1;
    let mut unended = good.clone();
    let end = unended.iter().rposition(|&byte| byte != 0).unwrap();
    unended[end] = 0;
    let mut longer = good.clone();
    longer.resize(1024, 0);
    let mut shorter = good.clone();
    shorter.truncate(end + 1);
    for clear in [late, unended, longer, shorter, vec![], vec![0; 256], vec![0x80; 256]] {
        assert_eq!(open(&sealed_raw(clear), &key(1)), Err(VaultError::Content(RecordError::Malformed)));
    }
}

#[test]
fn what_a_newer_app_sealed_is_left_alone() {
    let mut clear = padded(&change(None));
    assert_eq!(clear[..2], [0x85, 1]);
    clear[1] = 2;
    assert_eq!(open(&sealed_raw(clear.clone()), &key(1)), Err(VaultError::TooNew(2)));
    clear[1] = 0;
    assert_eq!(open(&sealed_raw(clear), &key(1)), Err(VaultError::Content(RecordError::Malformed)));
}

#[test]
fn only_exactly_a_change_is_read() {
    let array = |bytes: &[u8]| {
        let mut clear = bytes.to_vec();
        clear.push(END_OF_CONTENT);
        clear.resize(bucket(clear.len()), 0);
        open(&sealed_raw(clear), &key(1))
    };
    // Version 1, no time, no offset, kind 5, no body.
    assert_eq!(array(&[0x85, 1, 0, 0, 5, 0xf6]).unwrap().body, None);
    let odd: [&[u8]; 6] = [
        &[0x85, 1, 0, 0, 5, 0xf6, 0xf6],
        &[0x86, 1, 0, 0, 5, 0xf6, 0xf6],
        &[0x84, 1, 0, 0, 5],
        &[0x9f, 1, 0, 0, 5, 0xf6, 0xff],
        &[0x85, 1, 0, 0, 5, 0x61, b'a'],
        &[0x85, 1, 0x20, 0, 5, 0xf6],
    ];
    for bytes in odd {
        assert_eq!(array(bytes), Err(VaultError::Content(RecordError::Malformed)), "{bytes:x?}");
    }
}

proptest! {
    #[test]
    fn what_is_sealed_again_is_the_same_change_under_another_key(body in prop::option::of(prop::collection::vec(any::<u8>(), 0..6000))) {
        let (change, fresh) = (change(body), DataKey::make().unwrap());
        let envelope = seal(&change, VAULT, &key(1)).unwrap();
        let later = Revision::from_bytes([9; 16]);
        let again = reseal(&envelope, &key(1), &fresh, later).unwrap();
        prop_assert_eq!(open(&again, &fresh).unwrap(), Change { revision: later, ..change });
        prop_assert_eq!(again.header.key, fresh.id());
        prop_assert!(again.nonce != envelope.nonce && open(&again, &key(1)).is_err());
        prop_assert_eq!(again.sealed.len(), envelope.sealed.len());
        prop_assert_eq!(reseal(&envelope, &fresh, &key(1), later), Err(VaultError::OtherKey(key(1).id)));
        let other = DataKey::new(key(1).id, KeyBytes::from_bytes(fresh.expose()));
        prop_assert_eq!(reseal(&envelope, &other, &fresh, later), Err(VaultError::SealBroken));
    }
}

#[test]
fn what_only_a_newer_app_understands_is_sealed_again_as_it_is() {
    let mut clear = vec![0x85, 0x19, 0x7f, 0xff, 1, 2, 3, 4];
    clear.push(END_OF_CONTENT);
    clear.resize(256, 0);
    let (envelope, fresh) = (sealed_raw(clear), DataKey::make().unwrap());
    assert_eq!(open(&envelope, &key(1)), Err(VaultError::TooNew(0x7fff)));
    let again = reseal(&envelope, &key(1), &fresh, Revision::from_bytes([9; 16])).unwrap();
    assert_eq!(open(&again, &fresh), Err(VaultError::TooNew(0x7fff)));
}
