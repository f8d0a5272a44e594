//! Passkeys of this tablet: making one, and letting it derive a secret from a salt (WebAuthn with the extension `prf`).
//!
//! The tablet must see its owner every time, and only its own authenticator is asked. Nothing here knows a vault.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use zeroize::Zeroize;

use super::dynamic::{asked, call, object, of_navigator, property};

/// How long the tablet may ask for its owner, in milliseconds.
const PATIENCE: f64 = 90_000.0;
/// What the tablet calls the passkey in its own lists. They may be seen on every device of the same account.
const NAME: &str = "Lantern Room on this tablet";
/// The kinds of signature that are taken, best first; none of them is ever used.
const SIGNATURES: [i32; 3] = [-8, -7, -257];

/// What a passkey derived; the caller wipes it.
pub struct Derived {
    /// Which passkey it was.
    pub credential: Vec<u8>,
    /// Thirty-two bytes, if the tablet does what they are asked for.
    pub secret: Option<Vec<u8>>,
}

/// Why there is nothing from a passkey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPasskey {
    /// The owner said no, was not recognised or let the time pass; or the passkey is not on this tablet any more. A
    /// browser does not say which.
    Declined,
    /// This browser or tablet cannot do it.
    Unable,
}

/// Whether this browser can ask the tablet for its owner.
pub async fn is_offered() -> bool {
    let Some(kind) = property(&js_sys::global(), "PublicKeyCredential") else { return false };
    let answer = asked(&kind, "isUserVerifyingPlatformAuthenticatorAvailable", &[]).await;
    answer.is_some_and(|answer| answer.is_truthy()) && of_navigator("credentials").is_some()
}

/// Makes a passkey, with what it derives from the salt if the tablet says so at once.
///
/// # Errors
/// [`NoPasskey`].
pub async fn make(prf_salt: &[u8; 32]) -> Result<Derived, NoPasskey> {
    match ask("create", &creation(Some(prf_salt))).await {
        // Some tablets refuse to make one when a secret is asked for with it, but derive one afterwards.
        Err(Refused::Unknown) => ask("create", &creation(None)).await,
        other => other,
    }
    .map_err(NoPasskey::from)
    .and_then(|made| read(&made))
}

/// Lets one of these passkeys derive from its own salt: each is an id and a salt.
///
/// # Errors
/// [`NoPasskey`].
pub async fn derive(passkeys: &[(Vec<u8>, [u8; 32])]) -> Result<Derived, NoPasskey> {
    let answer = ask("get", &request(passkeys)?).await?;
    read(&answer)
}

enum Refused {
    /// The browser's `UnknownError`.
    Unknown,
    Declined,
    Unable,
}

impl From<Refused> for NoPasskey {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Declined => Self::Declined,
            Refused::Unknown | Refused::Unable => Self::Unable,
        }
    }
}

/// Asks the browser, and waits for its owner.
async fn ask(method: &str, options: &JsValue) -> Result<JsValue, Refused> {
    let container = of_navigator("credentials").ok_or(Refused::Unable)?;
    let function: Function = property(&container, method).and_then(|it| it.dyn_into().ok()).ok_or(Refused::Unable)?;
    let promise = function.call1(&container, options).map_err(refused)?;
    let promise: Promise = promise.dyn_into().map_err(refused)?;
    let answer = JsFuture::from(promise).await.map_err(refused)?;
    if answer.is_null() || answer.is_undefined() { Err(Refused::Declined) } else { Ok(answer) }
}

fn refused(error: JsValue) -> Refused {
    match property(&error, "name").and_then(|name| name.as_string()).as_deref() {
        Some("UnknownError") => Refused::Unknown,
        Some("NotAllowedError" | "AbortError" | "InvalidStateError") => Refused::Declined,
        _ => Refused::Unable,
    }
}

/// The options of a creation.
fn creation(prf_salt: Option<&[u8; 32]>) -> JsValue {
    let party = object(&[("name", "Lantern Room".into())]);
    // A name of its own, so that it takes no other passkey's place.
    let user = object(&[("id", random()), ("name", NAME.into()), ("displayName", NAME.into())]);
    let signature =
        |number: &i32| object(&[("type", "public-key".into()), ("alg", JsValue::from_f64((*number).into()))]);
    let signatures: Array = SIGNATURES.iter().map(signature).collect();
    let selection = object(&[
        ("authenticatorAttachment", "platform".into()),
        ("residentKey", "required".into()),
        ("requireResidentKey", true.into()),
        ("userVerification", "required".into()),
    ]);
    let mut options = vec![
        ("rp", party),
        ("user", user),
        ("challenge", random()),
        ("pubKeyCredParams", signatures.into()),
        ("authenticatorSelection", selection),
        ("attestation", "none".into()),
        ("timeout", PATIENCE.into()),
    ];
    if let Some(salt) = prf_salt {
        // Never without a value to derive from: Windows then refuses to make a passkey at all.
        let prf = object(&[("eval", object(&[("first", bytes(salt))]))]);
        options.push(("extensions", object(&[("prf", prf)])));
    }
    object(&[("publicKey", object(&options))])
}

/// The options of a request to one of several passkeys.
fn request(passkeys: &[(Vec<u8>, [u8; 32])]) -> Result<JsValue, NoPasskey> {
    let (_, first) = passkeys.first().ok_or(NoPasskey::Unable)?;
    let allowed = |(id, _): &(Vec<u8>, [u8; 32])| {
        let transports: Array = core::iter::once(JsValue::from("internal")).collect();
        object(&[("type", "public-key".into()), ("id", bytes(id)), ("transports", transports.into())])
    };
    let by_id = object(&[]);
    for (id, salt) in passkeys {
        // A fresh plain object takes every property.
        let _ = Reflect::set(&by_id, &base64url(id).into(), &object(&[("first", bytes(salt))]));
    }
    let prf = object(&[("eval", object(&[("first", bytes(first))])), ("evalByCredential", by_id)]);
    let options = object(&[
        ("challenge", random()),
        ("allowCredentials", passkeys.iter().map(allowed).collect::<Array>().into()),
        ("userVerification", "required".into()),
        ("timeout", PATIENCE.into()),
        ("extensions", object(&[("prf", prf)])),
    ]);
    Ok(object(&[("publicKey", options)]))
}

/// What a credential of the browser says.
fn read(credential: &JsValue) -> Result<Derived, NoPasskey> {
    let id = property(credential, "rawId").ok_or(NoPasskey::Unable)?;
    let extensions = call(credential, "getClientExtensionResults", &[]);
    let prf = extensions.and_then(|extensions| property(&extensions, "prf"));
    let first = prf.and_then(|prf| property(&property(&prf, "results")?, "first"));
    let secret = first.map(|first| {
        let buffer = Uint8Array::new(&first);
        let secret = buffer.to_vec();
        // The browser's own copy; what it kept elsewhere is out of reach.
        buffer.fill(0, 0, buffer.length());
        secret
    });
    let secret = secret.and_then(|mut secret| {
        if secret.len() == 32 {
            return Some(secret);
        }
        secret.zeroize();
        None
    });
    Ok(Derived { credential: Uint8Array::new(&id).to_vec(), secret })
}

fn bytes(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

/// Thirty-two random bytes. They are a challenge that nobody checks, or a name: no secret hangs on them.
fn random() -> JsValue {
    let bytes = Uint8Array::new_with_length(32);
    if let Some(crypto) = property(&js_sys::global(), "crypto") {
        let _ = call(&crypto, "getRandomValues", &[&bytes]);
    }
    bytes.into()
}

/// The id of a credential as a key of `evalByCredential`.
fn base64url(bytes: &[u8]) -> String {
    const SYMBOLS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let place = |place: usize| u32::from(chunk.get(place).copied().unwrap_or(0));
        let all = place(0) << 16 | place(1) << 8 | place(2);
        for symbol in 0..=chunk.len() {
            text.push(char::from(SYMBOLS[(all >> (18 - 6 * symbol) & 63) as usize]));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64url;

    /// RFC 4648, section 10, without padding; and the two symbols that differ.
    #[test]
    fn ids_are_written_as_the_browser_expects_them() {
        for (bytes, text) in [
            (&b""[..], ""),
            (b"f", "Zg"),
            (b"fo", "Zm8"),
            (b"foo", "Zm9v"),
            (b"foob", "Zm9vYg"),
            (b"fooba", "Zm9vYmE"),
            (b"foobar", "Zm9vYmFy"),
            (&[0xfb, 0xff, 0xfe], "-__-"),
        ] {
            assert_eq!(base64url(bytes), text);
        }
    }
}
