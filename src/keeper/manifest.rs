//! The sealed account of everything that must be there, so that a record taken away, or an older one put in its place, is
//! noticed although every envelope by itself is sound.
//!
//! Each envelope has a print: a hash over its header and its seal. The account is how many there are and their sum, and
//! is sealed under the vault's key with every act. Whoever puts back the whole of an older tablet puts back its account,
//! too: that can only be noticed by comparing with a backup or another tablet.

use std::collections::BTreeMap;

use minicbor::bytes::ByteArray;

use crate::domain::{Fields, Kept, Kind, Record, RecordError, RecordId, SubjectId};
use crate::vault::Envelope;

/// Where the account lies in the keyring. No subject has the keyring's own name.
pub(super) const PLACE: RecordId = RecordId::from_bytes(*SubjectId::KEYRING.as_bytes());

/// The key of the row in which it lies.
pub(super) fn row_key() -> Vec<u8> {
    [*SubjectId::KEYRING.as_bytes(), *PLACE.as_bytes()].concat()
}

/// A print, or a sum of prints: a number of 256 bits, its lowest 64 first.
type Number = [u64; 4];

/// The account as a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account {
    count: u32,
    sum: Number,
    /// When something was first found that did not agree, in milliseconds since 1970. It stays on record.
    differed: Option<u64>,
}

impl Record for Account {
    const KIND: Kind = Kind::ACCOUNT;
    const VERSION: u16 = 1;

    fn read(fields: &mut Fields) -> Result<Self, RecordError> {
        let sum: ByteArray<32> = fields.need(2)?;
        Ok(Self { count: fields.need(1)?, sum: number(&sum), differed: fields.take(3)? })
    }

    fn write(&self, fields: &mut Fields) {
        let mut bytes = [0; 32];
        for (place, part) in bytes.chunks_exact_mut(8).zip(self.sum) {
            place.copy_from_slice(&part.to_le_bytes());
        }
        fields.put(1, self.count);
        fields.put(2, ByteArray::from(bytes));
        fields.put_some(3, self.differed);
    }
}

fn number(bytes: &[u8; 32]) -> Number {
    let mut number = [0; 4];
    for (part, bytes) in number.iter_mut().zip(bytes.chunks_exact(8)) {
        *part = bytes.first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes));
    }
    number
}

/// The sum, without what is beyond 256 bits; `minus` takes the print away instead.
fn sum(of: Number, print: Number, minus: bool) -> Number {
    let mut carry = u128::from(minus);
    let mut sum = [0; 4];
    for ((place, one), other) in sum.iter_mut().zip(of).zip(print) {
        // To take a number away is to add all its bits turned over, and one.
        let all = u128::from(one) + u128::from(if minus { !other } else { other }) + carry;
        *place = all as u64;
        carry = all >> 64;
    }
    sum
}

/// Where an envelope is kept; nothing for the account's own, which is in no account.
fn place_of(envelope: &Envelope) -> Option<(SubjectId, RecordId)> {
    let place = (envelope.header.subject, envelope.header.record);
    (place != (SubjectId::KEYRING, PLACE)).then_some(place)
}

/// What is there, and what should be.
#[derive(Debug, Default)]
pub struct Manifest {
    prints: BTreeMap<(SubjectId, RecordId), Number>,
    sum: Number,
    differed: Option<u64>,
}

impl Manifest {
    /// Takes note of an envelope that is there.
    pub fn see(&mut self, envelope: &Envelope) {
        let Some(place) = place_of(envelope) else { return };
        let print = number(&envelope.print());
        if let Some(old) = self.prints.insert(place, print) {
            self.sum = sum(self.sum, old, true);
        }
        self.sum = sum(self.sum, print, false);
    }

    /// Compares what is there with the account that was kept of it. Where there must be one, without it only an empty
    /// vault agrees; a vault from before there were accounts has none yet.
    pub fn compare(&mut self, kept: Option<Kept<Account>>, must_be: bool, now_millis: u64) {
        let agrees = match &kept {
            Some(Kept { record, .. }) => record.sum == self.sum && record.count as usize == self.prints.len(),
            None => !must_be || self.prints.is_empty(),
        };
        self.differed = kept.and_then(|kept| kept.record.differed).or((!agrees).then_some(now_millis));
    }

    /// The account once these envelopes are there as well.
    pub fn account_with(&self, envelopes: &[Envelope]) -> Account {
        let mut count = self.prints.len();
        let mut all = self.sum;
        let mut new = BTreeMap::new();
        for envelope in envelopes {
            let Some(place) = place_of(envelope) else { continue };
            let print = number(&envelope.print());
            match new.insert(place, print).or_else(|| self.prints.get(&place).copied()) {
                Some(old) => all = sum(all, old, true),
                None => count += 1,
            }
            all = sum(all, print, false);
        }
        Account { count: u32::try_from(count).unwrap_or(u32::MAX), sum: all, differed: self.differed }
    }

    /// When something was first found that did not agree.
    pub fn differed(&self) -> Option<u64> {
        self.differed
    }
}

#[cfg(test)]
#[path = "manifest_tests.rs"]
mod tests;
