//! A journal's file in the origin's private file system. Only a worker has such files.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, FileSystemReadWriteOptions, FileSystemSyncAccessHandle};

use crate::platform::dynamic::{asked, call, object, of_navigator, property};
use crate::platform::timer;

use super::journal::Strip;
use super::{DomTrouble, StoreError};

/// The directory of all journals.
const ALL: &str = "lantern-room";
/// The files of one journal.
const FILES: [&str; 2] = ["journal-a", "journal-b"];
/// How long files that another worker still holds are waited for, in milliseconds, and how often they are asked for: a
/// page that was just loaded anew finds its own former worker still ending.
const PATIENCE: u32 = 2_000;
const STEP: u32 = 100;

/// A file, held by this worker alone until this is dropped.
pub struct OpfsStrip(FileSystemSyncAccessHandle);

/// Why there is no second copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoStrips {
    /// This browser has no such files.
    Impossible,
    /// They are there and refuse.
    Refused,
}

impl OpfsStrip {
    /// The two files of the journal of a place.
    ///
    /// # Errors
    /// [`NoStrips`]
    pub async fn pair(place: &str) -> Result<[Self; 2], NoStrips> {
        let storage = of_navigator("storage").ok_or(NoStrips::Impossible)?;
        property(&storage, "getDirectory").ok_or(NoStrips::Impossible)?;
        let root = asked(&storage, "getDirectory", &[]).await.ok_or(NoStrips::Impossible)?;
        let create = object(&[("create", JsValue::TRUE)]);
        let all = asked(&root, "getDirectoryHandle", &[&ALL.into(), &create]).await.ok_or(NoStrips::Refused)?;
        let here = asked(&all, "getDirectoryHandle", &[&place.into(), &create]).await.ok_or(NoStrips::Refused)?;
        let [first, second] = FILES;
        Ok([Self::of(&here, first, &create).await?, Self::of(&here, second, &create).await?])
    }

    async fn of(directory: &JsValue, name: &str, create: &JsValue) -> Result<Self, NoStrips> {
        let file = asked(directory, "getFileHandle", &[&name.into(), create]).await.ok_or(NoStrips::Refused)?;
        property(&file, "createSyncAccessHandle").ok_or(NoStrips::Impossible)?;
        let mut waited = 0;
        loop {
            let promised = call(&file, "createSyncAccessHandle", &[]).and_then(|it| it.dyn_into::<Promise>().ok());
            match JsFuture::from(promised.ok_or(NoStrips::Refused)?).await {
                Ok(handle) => return Self::checked(handle.unchecked_into()),
                Err(_) if waited < PATIENCE => {}
                Err(_) => return Err(NoStrips::Refused),
            }
            timer::sleep(STEP).await;
            waited += STEP;
        }
    }

    /// The first browsers with such files answered their size with a promise; a journal cannot be kept in those.
    fn checked(handle: FileSystemSyncAccessHandle) -> Result<Self, NoStrips> {
        let size = call(&handle, "getSize", &[]).and_then(|size| size.as_f64());
        if size.is_some() {
            return Ok(Self(handle));
        }
        handle.close();
        Err(NoStrips::Impossible)
    }
}

impl Drop for OpfsStrip {
    fn drop(&mut self) {
        self.0.close();
    }
}

fn refusal(thrown: JsValue) -> StoreError {
    let trouble = match thrown.dyn_ref::<DomException>() {
        Some(exception) => DomTrouble::from(exception),
        None => {
            let name = Reflect::get(&thrown, &"name".into()).ok().and_then(|name| name.as_string());
            DomTrouble { name: name.unwrap_or_default(), ..DomTrouble::default() }
        }
    };
    if trouble.name == "QuotaExceededError" { StoreError::Full(trouble) } else { StoreError::Refused(trouble) }
}

fn cut_short(what: &str) -> StoreError {
    // A disk without room takes some of the bytes and says nothing.
    StoreError::Full(DomTrouble { name: "ShortWrite".to_owned(), message: what.to_owned(), code: 0 })
}

fn at(place: u64) -> FileSystemReadWriteOptions {
    let options = FileSystemReadWriteOptions::new();
    options.set_at(place as f64);
    options
}

impl Strip for OpfsStrip {
    fn read(&self) -> Result<Vec<u8>, StoreError> {
        let size = self.0.get_size().map_err(refusal)?;
        let mut bytes = vec![0; size as usize];
        let read = self.0.read_with_u8_array_and_options(&mut bytes, &at(0)).map_err(refusal)?;
        bytes.truncate(read as usize);
        Ok(bytes)
    }

    fn write(&self, place: u64, bytes: &[u8]) -> Result<(), StoreError> {
        let written = self.0.write_with_u8_array_and_options(bytes, &at(place)).map_err(refusal)?;
        if written as usize == bytes.len() { Ok(()) } else { Err(cut_short("some of it was not written")) }
    }

    fn cut(&self, length: u64) -> Result<(), StoreError> {
        self.0.truncate_with_f64(length as f64).map_err(refusal)
    }

    fn flush(&self) -> Result<(), StoreError> {
        self.0.flush().map_err(refusal)
    }
}
