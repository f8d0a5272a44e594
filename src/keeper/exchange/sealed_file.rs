//! Reading the file that `recovery.html` makes: everything that one browser kept, sealed as it lay there.
//!
//! It is made when nothing else works, so whatever is whole in it is taken and the rest is counted: each envelope bears its
//! own seal, and nothing of the file is believed that the seal does not cover. docs/backup.md describes the format.

use std::collections::BTreeMap;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use serde::{Deserialize, Serialize};

use super::FileTrouble;
use super::json::{Object, Odd, Value};
use super::lines::{FILE, hex, next_line};

/// What its first line says that it is, and its last one.
const FORMAT: &str = "lantern-room-raw";
/// The newest version that this build reads.
const VERSION: u16 = 1;
/// The longest line, in bytes: a row in base64, and its key.
const LINE: usize = 2 * 1024 * 1024;
/// The beginning of every such file, as `recovery.js` writes it.
const BEGINS: &[u8] = b"{\"format\":\"lantern-room-raw\"";

/// What such a file was found to hold, all of it still sealed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedFile {
    /// Headers of vaults, as they stood in databases.
    pub headers: Vec<Vec<u8>>,
    /// Envelopes of all vaults, as they stood in databases; of one record perhaps several.
    pub envelopes: Vec<Vec<u8>>,
    /// The files of journals.
    pub journals: Vec<Vec<u8>>,
    /// How many things could not be read, then or now.
    pub troubles: u32,
}

/// Whether a file says that it is one.
pub fn is_sealed_file(file: &[u8]) -> bool {
    file.starts_with(BEGINS)
}

impl SealedFile {
    /// Reads a file.
    ///
    /// # Errors
    /// [`FileTrouble::NotABackup`], [`FileTrouble::NewerFile`] or [`FileTrouble::TooLarge`].
    pub(super) fn read(file: &[u8]) -> Result<Self, FileTrouble> {
        if file.len() > FILE {
            return Err(FileTrouble::TooLarge);
        }
        let mut rest = file;
        let first = next_line(&mut rest, LINE).ok().flatten().ok_or(FileTrouble::NotABackup)?;
        let mut header = Object::read(first).map_err(|_| FileTrouble::NotABackup)?;
        if header.text("format") != Ok(FORMAT.to_owned()) {
            return Err(FileTrouble::NotABackup);
        }
        let version: u16 = header.number("version")?;
        if version > VERSION {
            return Err(FileTrouble::NewerFile { version, app: String::new() });
        }
        let mut found = Self::default();
        let mut files = BTreeMap::new();
        let mut is_whole = false;
        while !rest.is_empty() {
            let upto = file.len() - rest.len();
            let Ok(Some(line)) = next_line(&mut rest, LINE) else {
                // It is too long, no text, or was cut off here: on with the next line, if there is one.
                found.troubles += 1;
                if file.len() - rest.len() == upto {
                    let end = rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |end| end + 1);
                    rest = rest.get(end..).unwrap_or_default();
                }
                continue;
            };
            match Object::read(line).and_then(|object| found.take_line(line, object, &mut files)) {
                Ok(None) => {}
                Ok(Some(sum)) => is_whole = file.get(..upto).is_some_and(|before| sum == hex(&Sha256::digest(before))),
                Err(Odd) => found.troubles += 1,
            }
        }
        found.troubles += u32::from(!is_whole);
        found.journals.extend(files.into_values());
        Ok(found)
    }

    /// Takes in a line; gives the sum that the last one bears.
    fn take_line(
        &mut self,
        line: &str,
        mut object: Object,
        files: &mut BTreeMap<String, Vec<u8>>,
    ) -> Result<Option<String>, Odd> {
        if object.text("end") == Ok(FORMAT.to_owned()) {
            return object.text("sha256").map(Some);
        }
        if let Ok(path) = object.text("file") {
            let (at, part): (usize, _) = (object.number("at")?, bytes(&object.text("base64")?)?);
            let file = files.entry(path).or_default();
            // Parts come in order. Where one is missing the rest is laid behind what is there: each frame bears its own sum.
            self.troubles += u32::from(file.len() != at);
            file.extend_from_slice(&part);
        } else if let Ok(store) = object.text("store") {
            let [key, value] = [object.take("key")?, object.take("value")?];
            match (store.as_str(), key) {
                ("door", key) if nested(line, key.clone())?.text("text") == Ok("header".to_owned()) => {
                    self.headers.push(bytes(&nested(line, value)?.text("base64")?)?);
                }
                ("envelopes", _) => {
                    self.envelopes.push(bytes(&nested(line, value)?.text("base64")?)?);
                }
                _ => {}
            }
        } else if object.take("trouble").is_ok() {
            self.troubles += 1;
        }
        Ok(None)
    }
}

fn nested(line: &str, value: Value) -> Result<Object, Odd> {
    let Value::Other(place) = value else { return Err(Odd) };
    Object::read(line.get(place).ok_or(Odd)?)
}

fn bytes(base64: &str) -> Result<Vec<u8>, Odd> {
    BASE64_STANDARD.decode(base64).map_err(|_| Odd)
}
