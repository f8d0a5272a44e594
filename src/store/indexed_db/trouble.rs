//! From the browser's exceptions to errors that a caller can act on.

use indexed_db_futures::error::{Error, JSError, OpenDbError};
use wasm_bindgen::JsCast;
use web_sys::DomException;

use crate::store::{DomTrouble, StoreError};

use super::schema::Version;

impl From<&DomException> for DomTrouble {
    fn from(exception: &DomException) -> Self {
        Self { name: exception.name(), message: exception.message(), code: exception.code() }
    }
}

impl DomTrouble {
    /// A failure that the browser has no exception for.
    pub(super) fn named(name: &str, message: &str) -> Self {
        Self { name: name.to_owned(), message: message.to_owned(), code: 0 }
    }
}

fn trouble_of(error: Error) -> DomTrouble {
    match error {
        Error::DomException(exception) => DomTrouble::from(&DomException::from(exception)),
        Error::Unknown(JSError::Error(error)) => match error.dyn_ref::<DomException>() {
            Some(exception) => DomTrouble::from(exception),
            None => DomTrouble { name: error.name().into(), message: error.message().into(), code: 0 },
        },
        Error::Unknown(JSError::Unknown(_)) => DomTrouble::named("Error", "something was thrown that is no error"),
        // The request or the transaction ended, and not well; the transaction's own error says more where there is one.
        Error::MissingData(_) => DomTrouble::named("AbortError", "the transaction was aborted"),
        Error::Serialisation(_) => DomTrouble::named("DataError", "a key or value has an unexpected type"),
    }
}

/// What a failed request or transaction means.
pub(super) fn refusal(error: Error) -> StoreError {
    sorted(trouble_of(error))
}

/// What an exception in the midst of work means.
pub(super) fn sorted(trouble: DomTrouble) -> StoreError {
    match trouble.name.as_str() {
        "QuotaExceededError" => StoreError::Full(trouble),
        // The connection is closing or closed; WebKit says `UnknownError` when its database process went away.
        "InvalidStateError" | "UnknownError" => StoreError::ConnectionLost(trouble),
        _ => StoreError::Refused(trouble),
    }
}

/// What a failure to open means.
pub(super) fn no_opening(error: OpenDbError) -> StoreError {
    let trouble = match error {
        OpenDbError::Base(error) => trouble_of(error),
        OpenDbError::NullFactory | OpenDbError::UnsupportedEnvironment => {
            return StoreError::Unavailable(DomTrouble::named("NotFoundError", "there is no indexedDB"));
        }
        // Our version is never zero: the crate says this of everything that `open` throws, such as a `SecurityError`.
        OpenDbError::VersionZero => {
            return StoreError::Unavailable(DomTrouble::named("SecurityError", "indexedDB may not be opened"));
        }
    };
    match trouble.name.as_str() {
        "QuotaExceededError" => StoreError::Full(trouble),
        "VersionError" => StoreError::NewerApp { supported: Version::NEWEST.number(), trouble },
        "SecurityError" | "InvalidStateError" => StoreError::Unavailable(trouble),
        _ => StoreError::Refused(trouble),
    }
}
