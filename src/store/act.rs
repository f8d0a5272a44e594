//! What is written together: the door's bytes and the envelopes of one act.

use crate::vault::Envelope;

/// What may be read before anybody has given a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoorRow {
    /// The vault's header in the clear: its id, key-derivation parameters and wrapped keys.
    pub header: Vec<u8>,
    /// The count of wrong guesses, if one was ever written.
    pub knocks: Option<Vec<u8>>,
    /// How far the history of this copy has come, where two copies are kept.
    pub head: Option<Vec<u8>>,
}

/// Everything that one act of a person writes: all of it or none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use = "an act is written by committing it"]
pub struct Act {
    /// The vault's new header, where it changes.
    pub header: Option<Vec<u8>>,
    /// The new count of wrong guesses, where it changes.
    pub knocks: Option<Vec<u8>>,
    /// The sealed changes.
    pub envelopes: Vec<Envelope>,
    /// How far the history comes with it; set by the store that keeps two copies.
    pub head: Option<Vec<u8>>,
    /// Whether something is taken out of the vault for good, so that no older copy of it may stay anywhere.
    pub erases: bool,
    /// Whether rows that are damaged are to be replaced, from the copy in which they are not, whatever revision they show.
    pub mends: bool,
    /// Whether it brings everything into a newer form: its header shuts nobody out, and what was set aside before stays.
    pub migrates: bool,
}

impl Act {
    /// An act that writes nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the vault's header.
    pub fn header(mut self, bytes: Vec<u8>) -> Self {
        self.header = Some(bytes);
        self
    }

    /// Sets the count of wrong guesses.
    pub fn knocks(mut self, bytes: Vec<u8>) -> Self {
        self.knocks = Some(bytes);
        self
    }

    /// Says that something is taken out for good.
    pub fn erasing(mut self, erases: bool) -> Self {
        self.erases = erases;
        self
    }

    /// Says that everything is brought into a newer form.
    pub fn migrating(mut self) -> Self {
        self.migrates = true;
        self
    }

    /// Adds one sealed change.
    pub fn envelope(mut self, envelope: Envelope) -> Self {
        self.envelopes.push(envelope);
        self
    }

    /// Adds sealed changes.
    pub fn envelopes(mut self, envelopes: impl IntoIterator<Item = Envelope>) -> Self {
        self.envelopes.extend(envelopes);
        self
    }

    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.header.is_none() && self.knocks.is_none() && self.envelopes.is_empty()
    }
}
