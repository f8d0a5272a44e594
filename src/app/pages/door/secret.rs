//! Secrets while they are typed: they live in a field's signal and nowhere else, and are wiped after use.

use leptos::prelude::*;
use zeroize::Zeroize;

use crate::keeper::message::Whisper;

/// What is typed in a field, for the keeper, in Unicode's NFC form: the same letter may reach a field as one character or
/// as two, and a passphrase must not depend on that.
pub fn whisper(field: RwSignal<String>) -> Whisper {
    Whisper::new(field.with_untracked(|typed| composed(typed)))
}

/// A text in Unicode's NFC form.
pub fn composed(text: &str) -> String {
    // "NFC" is a form that every browser knows.
    js_sys::JsString::from(text).normalize("NFC").into()
}

/// Wipes a field. A field of a page that is gone was wiped with it.
pub fn wipe(field: RwSignal<String>) {
    let _ = field.try_update(Zeroize::zeroize);
}

/// Wipes a field when its page goes.
pub fn wipe_on_leaving(field: RwSignal<String>) {
    on_cleanup(move || wipe(field));
}
