//! What the header says in the clear of a passkey: which one it is, and what it is to derive from.

/// The longest credential id that WebAuthn knows.
pub(super) const MOST_CREDENTIAL_BYTES: usize = 1023;

/// A passkey of this tablet as the door needs it. Neither is a secret: only the passkey itself derives from the salt, and
/// only after the tablet has seen its owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasskeyCredential {
    /// The credential's id, as the browser gave it.
    pub credential: Vec<u8>,
    /// What is put into the passkey's pseudo-random function; made anew for each slot.
    pub prf_salt: [u8; 32],
}

impl PasskeyCredential {
    /// What of it the seal is bound to.
    pub(super) fn bound(&self) -> Vec<u8> {
        // Never longer than [`MOST_CREDENTIAL_BYTES`].
        let length = u16::try_from(self.credential.len()).unwrap_or(u16::MAX);
        [&length.to_be_bytes()[..], &self.credential, &self.prf_salt].concat()
    }
}
