#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;

fn envelope(subject: u8, record: u8, revision: u8, seal: u8) -> Envelope {
    let ids = [[9; 16], [subject; 16], [record; 16], [revision; 16], [8; 16]].concat();
    Envelope::from_bytes(&[&[1][..], &ids, &[4; 24], &[seal; 60]].concat()).unwrap()
}

fn seen(envelopes: &[Envelope]) -> Manifest {
    let mut manifest = Manifest::default();
    envelopes.iter().for_each(|envelope| manifest.see(envelope));
    manifest
}

fn altered(kept: Account, there: &[Envelope]) -> bool {
    let mut manifest = seen(there);
    manifest.compare(Some(Kept::new(kept)), true, 5);
    manifest.differed().is_some()
}

#[test]
fn what_was_taken_away_added_or_put_back_is_noticed() {
    let all = [envelope(1, 1, 1, 1), envelope(1, 2, 2, 2), envelope(2, 1, 3, 3)];
    let account = Manifest::default().account_with(&all);
    assert!(!altered(account, &all));
    assert!(!altered(account, &[all[2].clone(), all[0].clone(), all[1].clone()]), "order does not matter");
    for gone in 0..3 {
        let mut there = all.to_vec();
        there.remove(gone);
        assert!(altered(account, &there));
        there.push(envelope(7, 7, 7, 7));
        assert!(altered(account, &there));
    }
    assert!(altered(account, &[all[0].clone(), all[1].clone(), envelope(2, 1, 2, 3)]), "an older revision");
    assert!(altered(account, &[all[0].clone(), all[1].clone(), envelope(2, 1, 3, 4)]), "another seal");
    assert!(altered(account, &[]));
}

#[test]
fn without_an_account_only_an_empty_vault_agrees_and_a_finding_stays_on_record() {
    let mut manifest = seen(&[]);
    manifest.compare(None, true, 5);
    assert_eq!(manifest.differed(), None);
    let mut manifest = seen(&[envelope(1, 1, 1, 1)]);
    manifest.compare(None, true, 5);
    assert_eq!(manifest.differed(), Some(5));
    let account = manifest.account_with(&[]);
    let mut later = seen(&[envelope(1, 1, 1, 1)]);
    later.compare(Some(Kept::new(account)), true, 9);
    assert_eq!(later.differed(), Some(5));
}

#[test]
fn the_account_itself_is_not_in_the_account() {
    let own = [[9; 16], *SubjectId::KEYRING.as_bytes(), *PLACE.as_bytes(), [1; 16], [8; 16]].concat();
    let own = Envelope::from_bytes(&[&[1][..], &own, &[4; 24], &[3; 60]].concat()).unwrap();
    assert_eq!(seen(&[own]).account_with(&[]), Manifest::default().account_with(&[]));
}

#[test]
fn the_first_version_is_read_for_ever() {
    let account = Account { count: 3, sum: [1, 2, 3, u64::MAX], differed: Some(7) };
    let body = Kept::new(account).to_body();
    let hex: String = body.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, include_str!("golden/account-1.hex").trim_end());
    assert_eq!(Kept::<Account>::from_body(&body).unwrap().record, account);
}

proptest! {
    #[test]
    fn step_by_step_or_at_once_the_account_is_the_same(
        acts in prop::collection::vec(prop::collection::vec((0u8..3, 0u8..5, any::<u8>(), any::<u8>()), 0..6), 0..8),
    ) {
        let mut there = Manifest::default();
        let mut all = Vec::new();
        for act in acts {
            let act: Vec<_> = act.into_iter().map(|(s, r, v, seal)| envelope(s, r, v, seal)).collect();
            let account = there.account_with(&act);
            act.iter().for_each(|envelope| there.see(envelope));
            prop_assert_eq!(account, there.account_with(&[]));
            all.extend(act);
            prop_assert_eq!(seen(&all).account_with(&[]), account);
        }
    }

    #[test]
    fn what_is_added_and_taken_away_leaves_nothing(one in any::<Number>(), other in any::<Number>()) {
        prop_assert_eq!(sum(sum(one, other, false), other, true), one);
    }
}
