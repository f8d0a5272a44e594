//! XChaCha20-Poly1305, as both envelopes and slots use it.

use chacha20poly1305::{
    Key, XChaCha20Poly1305, XNonce,
    aead::{AeadInOut, KeyInit},
};
use zeroize::Zeroize;

use super::{KeyBytes, VaultError};

/// Bytes of a nonce. Random ones do not repeat: after 2⁸⁰ sealings the chance is still below 2⁻³³.
pub(super) const NONCE: usize = 24;
/// Bytes that sealing adds at the end.
pub(super) const TAG: usize = 16;

/// Encrypts in place and puts the tag at the end; nothing of the clear text is left if `buffer` had room for the tag.
pub(super) fn encrypt(
    key: &KeyBytes,
    nonce: &[u8; NONCE],
    bound: &[u8],
    buffer: &mut Vec<u8>,
) -> Result<(), VaultError> {
    // EXPOSE: the cipher needs the key.
    let cipher = XChaCha20Poly1305::new(<&Key>::from(key.expose()));
    cipher.encrypt_in_place(<&XNonce>::from(nonce), bound, buffer).map_err(|_| {
        buffer.zeroize();
        VaultError::SealBroken
    })
}

/// Checks the tag and decrypts in place; what did not hold is not decrypted.
pub(super) fn decrypt(
    key: &KeyBytes,
    nonce: &[u8; NONCE],
    bound: &[u8],
    buffer: &mut Vec<u8>,
) -> Result<(), VaultError> {
    // EXPOSE: the cipher needs the key.
    let cipher = XChaCha20Poly1305::new(<&Key>::from(key.expose()));
    cipher.decrypt_in_place(<&XNonce>::from(nonce), bound, buffer).map_err(|_| VaultError::SealBroken)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::vault::golden::from_hex;

    /// draft-irtf-cfrg-xchacha-03, appendix A.3.1; libsodium gives the same.
    #[test]
    fn xchacha_agrees_with_the_draft() {
        let key = KeyBytes::from_bytes(&core::array::from_fn(|place| 0x80 + place as u8));
        let nonce = core::array::from_fn(|place| 0x40 + place as u8);
        let bound = from_hex("50515253c0c1c2c3c4c5c6c7");
        let clear = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, \
            sunscreen would be it.";
        let sealed = from_hex(
            "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39\
             ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9\
             21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49",
        );
        let mut buffer = clear.to_vec();
        encrypt(&key, &nonce, &bound, &mut buffer).unwrap();
        assert_eq!(buffer, sealed);
        decrypt(&key, &nonce, &bound, &mut buffer).unwrap();
        assert_eq!(buffer, clear);

        let mut other = sealed.clone();
        other[0] ^= 1;
        assert_eq!(decrypt(&key, &nonce, &bound, &mut other), Err(VaultError::SealBroken));
        assert_ne!(other[1..20], clear[1..20], "nothing is shown of what did not hold");
    }
}
