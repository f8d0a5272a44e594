//! Files against whoever cuts, flips and forges them.

#![allow(clippy::unwrap_used, clippy::panic, clippy::string_slice)]

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng};

use super::*;
use crate::vault::RecoveryCode;

const SECRET: [u8; 32] = [7; 32];

/// The number where everything is asked for, else a tenth of it.
fn torture(full: usize) -> usize {
    if std::env::var("LANTERN_ROOM_TORTURE").is_ok_and(|how| how == "full") { full } else { full / 10 }
}

fn sealed(clear: &[u8]) -> Vec<u8> {
    seal(clear, &SealTo::Recipients(vec![recipient_of(&SECRET).unwrap()])).unwrap()
}

/// A file of exactly 16 KiB.
fn sixteen_kib() -> Vec<u8> {
    let clear = |length: usize| (0..length).map(|place| (place % 251) as u8).collect::<Vec<_>>();
    let mut length = 16 * 1024 - (sealed(&clear(15_000)).len() - 15_000);
    // The head has a few bytes more or less: whoever writes it hides in it how many keys there are.
    for _ in 0..1_000 {
        let file = sealed(&clear(length));
        if file.len() == 16 * 1024 {
            return file;
        }
        length = (length + 16 * 1024) - file.len();
    }
    panic!("no file of 16 KiB in a thousand tries");
}

fn refused(file: &[u8]) -> bool {
    open(file, &FileKey::Secret(SECRET)).is_err()
}

#[test]
fn every_flipped_bit_of_a_file_is_noticed() {
    let mut file = sixteen_kib();
    assert!(!refused(&file));
    let mut tried = 0;
    for place in 0..file.len() {
        for bit in 0..8 {
            file[place] ^= 1 << bit;
            assert!(refused(&file), "bit {bit} of byte {place}");
            file[place] ^= 1 << bit;
            tried += 1;
        }
    }
    assert_eq!(tried, 131_072);
}

#[test]
fn a_file_cut_anywhere_is_noticed() {
    let file = sixteen_kib();
    for length in 0..file.len() {
        assert!(refused(&file[..length]), "{length}");
    }
    let file = sealed(&vec![5; 3 * 65_536 + 100]);
    let head = file.len() - 3 * (65_536 + 16) - 116;
    for chunk in 0..=3 {
        for off in [-1isize, 0, 1] {
            let length = (head + chunk * (65_536 + 16)).saturating_add_signed(off);
            assert!(refused(&file[..length]), "chunk {chunk} {off}");
        }
    }
}

#[test]
fn random_changes_are_noticed() {
    let file = sealed(&vec![5; 4_000]);
    let mut chance = TestRng::from_seed(RngAlgorithm::ChaCha, &[9; 32]);
    for round in 0..torture(100_000) {
        let mut changed = file.clone();
        for _ in 0..=chance.next_u32() % 8 {
            if changed.is_empty() {
                break;
            }
            let place = chance.next_u32() as usize % changed.len();
            match chance.next_u32() % 5 {
                0 => changed[place] = chance.next_u32() as u8,
                1 => drop(changed.remove(place)),
                2 => changed.insert(place, chance.next_u32() as u8),
                3 => changed.truncate(place),
                _ => changed.extend_from_within(place..),
            }
        }
        assert!(changed == file || refused(&changed), "round {round}");
    }
}

#[test]
fn chunks_and_files_cannot_be_put_together() {
    let file = sealed(&vec![5; 3 * 65_536]);
    let chunk = 65_536 + 16;
    let start = file.len() - 3 * chunk;
    let part = |number: usize| &file[start + number * chunk..start + (number + 1) * chunk];
    let head = &file[..start];
    assert!(!refused(&[head, part(0), part(1), part(2)].concat()));
    for parts in [
        vec![part(1), part(0), part(2)],
        vec![part(0), part(0), part(1), part(2)],
        vec![part(0), part(2)],
        vec![part(0), part(1)],
        vec![part(2)],
        vec![part(0), part(1), part(2), part(2)],
        vec![part(0), part(1), part(2), &b"\0"[..]],
        vec![part(0), part(1), part(2), &file],
        vec![],
    ] {
        assert!(refused(&[head, &parts.concat()].concat()), "{}", parts.len());
    }
}

#[test]
fn what_is_no_age_file_is_told_so() {
    for other in
        [&b""[..], b"a", b"PK\x03\x04", b"<html>", b"age-encryption.org/v2\n", b"-----BEGIN AGE ENCRYPTED FILE-----\n"]
    {
        assert_eq!(open(other, &FileKey::Secret(SECRET)).unwrap_err(), FileTrouble::NotABackup);
    }
}

#[test]
fn a_file_for_somebody_else_stays_shut() {
    let file = sealed(b"words");
    assert_eq!(open(&file, &FileKey::Secret([8; 32])).unwrap_err(), FileTrouble::WrongKey);
    assert_eq!(open(&file, &FileKey::Typed("lamp quiet paper".into())).unwrap_err(), FileTrouble::NeedsCode);
    let locked = seal(b"words", &SealTo::Passphrase("lamp quiet paper".into())).unwrap();
    assert_eq!(open(&locked, &FileKey::Typed("lamp quiet papes".into())).unwrap_err(), FileTrouble::WrongKey);
    assert_eq!(open(&locked, &FileKey::Secret(SECRET)).unwrap_err(), FileTrouble::NeedsPassphrase);
    assert_eq!(*open(&locked, &FileKey::Typed("lamp quiet paper".into())).unwrap(), b"words");
    let typed = secret_key(&SECRET).unwrap().to_string();
    assert_eq!(*open(&file, &FileKey::Typed(format!(" {typed}\n"))).unwrap(), b"words");
}

#[test]
fn a_file_that_would_take_too_much_is_refused_before_it_is_tried() {
    let locked = seal(b"words", &SealTo::Passphrase("lamp quiet paper".into())).unwrap();
    let text = String::from_utf8_lossy(&locked).into_owned();
    let line = text.lines().find(|line| line.starts_with("-> scrypt ")).unwrap();
    for dear in ["19", "30", "63", "64", "255", "016", "-1"] {
        let at = locked.windows(line.len()).position(|window| window == line.as_bytes()).unwrap();
        let dearer = [&line[..line.len() - 2], dear].concat();
        let file = [&locked[..at], dearer.as_bytes(), &locked[at + line.len()..]].concat();
        assert!(open(&file, &FileKey::Typed("lamp quiet paper".into())).is_err(), "{dear}");
    }
    let ten_thousand = [
        "age-encryption.org/v1\n",
        &"-> X25519 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"
            .repeat(10_000),
        "--- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
    ]
    .concat();
    assert_eq!(open(ten_thousand.as_bytes(), &FileKey::Secret(SECRET)).unwrap_err(), FileTrouble::Damaged);
}

#[test]
fn a_public_key_is_taken_as_people_paste_it() {
    let key = recipient_of(&SECRET).unwrap();
    assert_eq!(checked_recipient(&format!("  {}\n {}", &key[..20], &key[20..])), Ok(key.clone()));
    let secret = secret_key(&SECRET).unwrap();
    for other in ["", "age1", &key[..61], &key.replace("age1", "ssh1"), &secret[..], "AGE1"] {
        assert_eq!(checked_recipient(other), Err(FileTrouble::OddRecipient), "{other}");
    }
}

/// The same few lines as in docs/backup.md lead from a recovery code to age's letters.
#[test]
fn the_secret_of_a_recovery_code_is_the_documented_one() {
    let code = RecoveryCode::parse("000-000-000-000-000-000-000-000-011").unwrap();
    let secret = code.backup_secret().unwrap();
    assert_eq!(
        secret_key(secret.expose()).unwrap().as_str(),
        "AGE-SECRET-KEY-10EGGW6W4LVESK6MA22HH7PTEFNC43MCDF98EWZ373C9LX9JS58MSTSHGLM"
    );
    assert_eq!(
        recipient_of(secret.expose()).unwrap(),
        "age1tedw36nmpc9ru8vu5amaga2nla9luhsrmj8u64lax2xgnv4fwyaqgh8elc"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_sealed_comes_back(clear in prop::collection::vec(any::<u8>(), 0..200_000)) {
        prop_assert_eq!(&*open(&sealed(&clear), &FileKey::Secret(SECRET)).unwrap(), &clear);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes: Vec<u8>) {
        let file = [b"age-encryption.org/v1\n", &bytes[..]].concat();
        prop_assert!(refused(&file));
    }
}
