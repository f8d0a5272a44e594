//! What a fuzzer may throw at this floor. Whatever the bytes are: no panic, and what is taken comes back as it was.
#![allow(clippy::panic)] // To panic is how it tells the fuzzer.

use super::aead::encrypt;
use super::{DataKey, Envelope, EnvelopeHeader, KeyBytes, RecoveryCode, VaultError, VaultHeader, open, reseal, seal};
use crate::domain::{KeyId, RecordId, Revision, SubjectId, VaultId};

/// Bytes as an envelope, and as what somebody who has the key has sealed.
pub fn envelope(bytes: &[u8]) {
    let (key, next) = (key(1), key(2));
    let Ok(nobodys) = KeyBytes::make() else { return };
    if let Ok(envelope) = Envelope::from_bytes(bytes) {
        assert_eq!(envelope.to_bytes(), bytes, "an envelope is another one when it is written again");
        assert_eq!(envelope.size(), bytes.len());
        envelope.print();
        let named = DataKey::new(envelope.header.key, nobodys);
        assert!(open(&envelope, &named).is_err(), "nobody has sealed this");
        assert!(reseal(&envelope, &named, &next, envelope.header.revision).is_err());
    }
    let part = |number: u8| [number; 16];
    let header = EnvelopeHeader {
        vault: VaultId::from_bytes(part(9)),
        subject: SubjectId::from_bytes(part(3)),
        record: RecordId::from_bytes(part(4)),
        revision: Revision::from_bytes(part(5)),
        key: key.id(),
    };
    let mut sealed = bytes.to_vec();
    if encrypt(key.bytes(), &[7; 24], &header.to_bytes(), &mut sealed).is_err() {
        return;
    }
    let envelope = Envelope { header, nonce: [7; 24], sealed };
    let opened = open(&envelope, &key);
    let again = reseal(&envelope, &key, &next, header.revision.same_value_by(1)).and_then(|again| open(&again, &next));
    match (opened, again) {
        (Ok(change), Ok(again)) => {
            assert_eq!((change.at, change.value()), (again.at, again.value()), "sealing again changes nothing");
            let rewritten = seal(&change, header.vault, &key).and_then(|rewritten| open(&rewritten, &key));
            assert_eq!(rewritten.as_ref(), Ok(&change), "what was opened is written otherwise");
        }
        (Err(VaultError::TooNew(one)), Err(VaultError::TooNew(other))) => assert_eq!(one, other),
        (Err(VaultError::Content(_)), Err(VaultError::Content(_))) => {}
        other => assert!(matches!(other, (Err(VaultError::NoRandomness), _)), "{other:?}"),
    }
}

/// Bytes as a vault's header, with all that reads its slots without an expensive derivation.
pub fn slot_header(bytes: &[u8]) {
    let Ok(header) = VaultHeader::from_bytes(bytes) else { return };
    let written = header.to_bytes();
    assert_eq!(
        VaultHeader::from_bytes(&written).as_ref(),
        Ok(&header),
        "a header is another one when it is written again"
    );
    for slot in header.slots() {
        slot.kind();
        slot.newer_format();
        slot.school();
    }
    // Made now: against a secret that it knew a fuzzer could make a header.
    let (Ok(secret), Ok(bytes), Ok(code)) = (KeyBytes::make(), KeyBytes::make(), RecoveryCode::make()) else { return };
    let key = DataKey::new(header.key, bytes);
    for passkey in header.passkeys() {
        assert!(
            header.unlock_with_passkey(&passkey.credential, &secret).is_err(),
            "a passkey that nobody has opens it"
        );
        assert!(header.without_passkey(&passkey.credential).slots().len() < header.slots().len());
    }
    assert!(header.unlock_with_raw_key(&secret).is_err(), "a key that nobody has opens it");
    assert!(header.unlock_with_recovery(&code).is_err(), "a code that nobody was given opens it");
    assert!(header.former_keys(&key).is_empty());
    assert!(!header.without_former().is_rotating());
    let fewer = header.without_passkeys().without_school_slot();
    assert!(fewer.slots().len() <= header.slots().len());
    // A new recovery code leaves everything else as it is, or says why it cannot be had.
    if let Ok((changed, code)) = header.with_new_recovery(&key) {
        assert_eq!(changed.unlock_with_recovery(&code).as_ref(), Ok(&key));
        assert_eq!(VaultHeader::from_bytes(&changed.to_bytes()), Ok(changed));
    }
}

fn key(number: u8) -> DataKey {
    DataKey::new(KeyId::from_bytes([number; 16]), KeyBytes::from_bytes(&[number; 32]))
}
