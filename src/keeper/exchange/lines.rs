//! A backup's clear text: one line of JSON for the header, one for each change, one that closes it.
//!
//! It is written so that a person with the ordinary `age` tool and ten lines of any language can read it; see
//! docs/backup.md.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use super::content::{Content, Extent, Header, VERSION};
use super::json::{Object, Odd, Value};
use super::{FileTrouble, is_carried};
use crate::domain::{Change, Kind, Moment, RecordId, Revision, SubjectId, VaultId};

/// The longest line, in bytes.
const LINE: usize = 1024 * 1024;
/// The most lines.
const LINES: usize = 200_000;
/// The largest clear text, in bytes.
pub(super) const FILE: usize = 256 * 1024 * 1024;
/// What the header says a file is.
const FORMAT: &str = "lantern-room-backup";
/// The last millisecond of the year 9999.
const LATEST: u64 = 253_402_300_799_999;

impl From<Odd> for FileTrouble {
    fn from(_: Odd) -> Self {
        Self::Damaged
    }
}

/// Writes a file's clear text.
///
/// # Errors
/// [`FileTrouble::TooLarge`].
pub(super) fn write(content: &Content) -> Result<Vec<u8>, FileTrouble> {
    if content.changes.len() > LINES - 2 {
        return Err(FileTrouble::TooLarge);
    }
    // One buffer with room for all: growing would leave clear text behind.
    let bodies: usize = content.changes.iter().filter_map(|change| change.body.as_ref()).map(Vec::len).sum();
    let mut text = String::with_capacity(bodies / 3 * 4 + content.changes.len() * 224 + 1024);
    write_header(&mut text, &content.header, content.changes.len());
    for change in &content.changes {
        let start = text.len();
        write_change(&mut text, change);
        if text.len() - start > LINE {
            return Err(FileTrouble::TooLarge);
        }
    }
    let hash = hex(&Sha256::digest(text.as_bytes()));
    text.push_str(&["{\"count\":", &content.changes.len().to_string(), ",\"sha256\":\"", &hash, "\"}\n"].concat());
    if text.len() > FILE { Err(FileTrouble::TooLarge) } else { Ok(text.into_bytes()) }
}

fn write_header(text: &mut String, header: &Header, count: usize) {
    let (of, child) = match header.extent {
        Extent::Vault => ("vault", String::new()),
        Extent::Child(subject) => ("child", [",\"child\":\"", &subject.to_string(), "\""].concat()),
    };
    let head = header.head.map_or_else(|| "null".to_owned(), |head| ["\"", &hex(&head.to_bytes()), "\""].concat());
    text.push_str(
        &[
            "{\"format\":\"",
            FORMAT,
            "\",\"version\":",
            &VERSION.to_string(),
            ",\"app\":\"",
            &header.app,
            "\",\"vault\":\"",
            &header.vault.to_string(),
            "\",\"made\":",
            &header.made.utc_millis.to_string(),
            ",\"offset\":",
            &header.made.offset_minutes.to_string(),
            ",\"of\":\"",
            of,
            "\"",
            &child,
            ",\"head\":",
            &head,
            ",\"changes\":",
            &count.to_string(),
            "}\n",
        ]
        .concat(),
    );
}

fn write_change(text: &mut String, change: &Change) {
    for piece in [
        "{\"subject\":\"",
        &change.subject.to_string(),
        "\",\"id\":\"",
        &change.id.to_string(),
        "\",\"revision\":\"",
        &hex(&change.revision.to_bytes()),
        "\",\"at\":",
        &change.at.utc_millis.to_string(),
        ",\"offset\":",
        &change.at.offset_minutes.to_string(),
        ",\"kind\":",
        &change.kind.0.to_string(),
        ",\"body\":",
    ] {
        text.push_str(piece);
    }
    match &change.body {
        Some(body) => {
            text.push('"');
            BASE64_STANDARD.encode_string(body, text);
            text.push_str("\"}\n");
        }
        None => text.push_str("null}\n"),
    }
}

/// Reads a file's clear text: all of it or nothing.
///
/// # Errors
/// [`FileTrouble::NotABackup`], [`FileTrouble::NewerFile`], [`FileTrouble::TooLarge`], [`FileTrouble::Mixed`] or
/// [`FileTrouble::Damaged`].
pub(super) fn read(clear: &[u8]) -> Result<Content, FileTrouble> {
    if clear.len() > FILE {
        return Err(FileTrouble::TooLarge);
    }
    let mut rest = clear;
    let first = next_line(&mut rest, LINE).map_err(|_| FileTrouble::NotABackup)?.ok_or(FileTrouble::NotABackup)?;
    let (header, count) = read_header(first)?;
    // What the header says is believed only as far as the file is long.
    let mut changes = Vec::with_capacity(count.min(rest.len() / 100));
    loop {
        let upto = clear.len() - rest.len();
        let line = next_line(&mut rest, LINE)?.ok_or(FileTrouble::Damaged)?;
        let mut object = Object::read(line)?;
        if let Ok(claimed) = object.number::<usize>("count") {
            let hash = object.text("sha256")?;
            let so_far = clear.get(..upto).ok_or(FileTrouble::Damaged)?;
            let whole = claimed == changes.len() && count == claimed && hash == hex(&Sha256::digest(so_far));
            if !whole || !object.is_empty() || !rest.is_empty() {
                return Err(FileTrouble::Damaged);
            }
            break;
        }
        if changes.len() >= LINES - 2 {
            return Err(FileTrouble::TooLarge);
        }
        changes.push(read_change(object)?);
    }
    let content = Content { header, changes, unreadable: None };
    check(&content)?;
    Ok(content)
}

/// Whether the changes fit together and are such as a file may hold.
fn check(content: &Content) -> Result<(), FileTrouble> {
    let mut names: Vec<_> = content.changes.iter().map(|change| (change.subject, change.id)).collect();
    names.sort_unstable();
    if names.windows(2).any(|pair| pair.first() == pair.last()) {
        return Err(FileTrouble::Damaged);
    }
    let highest = content.changes.iter().map(|change| change.revision).max();
    if highest != content.header.head {
        return Err(FileTrouble::Damaged);
    }
    let allowed = content.changes.iter().all(|change| {
        let of_whom = match content.header.extent {
            Extent::Vault => true,
            Extent::Child(child) => change.subject == child,
        };
        of_whom && is_carried(change) && change.is_in_place()
    });
    if allowed { Ok(()) } else { Err(FileTrouble::Mixed) }
}

/// The next line without its end; nothing after the last. A line without an end is cut off.
pub(super) fn next_line<'a>(rest: &mut &'a [u8], longest: usize) -> Result<Option<&'a str>, FileTrouble> {
    if rest.is_empty() {
        return Ok(None);
    }
    let end = rest.iter().take(longest + 1).position(|byte| *byte == b'\n');
    let end = end.ok_or(if rest.len() > longest { FileTrouble::TooLarge } else { FileTrouble::Damaged })?;
    let (line, after) = rest.split_at(end);
    *rest = after.split_first().map_or(&[], |(_, after)| after);
    core::str::from_utf8(line).map(Some).map_err(|_| FileTrouble::Damaged)
}

fn read_header(line: &str) -> Result<(Header, usize), FileTrouble> {
    let mut object = Object::read(line).map_err(|_| FileTrouble::NotABackup)?;
    if object.text("format") != Ok(FORMAT.to_owned()) {
        return Err(FileTrouble::NotABackup);
    }
    let version: u64 = object.number("version")?;
    let app = object.text("app")?;
    if version == 0 || app.len() > 40 || app.chars().any(char::is_control) {
        return Err(FileTrouble::Damaged);
    }
    if version > u64::from(VERSION) {
        return Err(FileTrouble::NewerFile { version: u16::try_from(version).unwrap_or(u16::MAX), app });
    }
    let vault = id(&object.text("vault")?, VaultId::from_bytes)?;
    let made = read_moment(&mut object, "made")?;
    let extent = match object.text("of")?.as_str() {
        "vault" => Extent::Vault,
        "child" => Extent::Child(id(&object.text("child")?, SubjectId::from_bytes)?),
        _ => return Err(FileTrouble::Damaged),
    };
    let head = match object.take("head")? {
        Value::Null => None,
        Value::Text(text) => Some(id(&text, Revision::from_bytes)?),
        _ => return Err(FileTrouble::Damaged),
    };
    let count = object.number("changes")?;
    // More may stand in the header one day; what this build needs to know of a file raises the version instead.
    Ok((Header { app, vault, made, extent, head }, count))
}

fn read_change(mut object: Object) -> Result<Change, FileTrouble> {
    let subject = id(&object.text("subject")?, SubjectId::from_bytes)?;
    let record = id(&object.text("id")?, RecordId::from_bytes)?;
    let revision = id(&object.text("revision")?, Revision::from_bytes)?;
    let at = read_moment(&mut object, "at")?;
    let kind = Kind(object.number("kind")?);
    let body = match object.take("body")? {
        Value::Null => None,
        Value::Text(text) => Some(BASE64_STANDARD.decode(text).map_err(|_| FileTrouble::Damaged)?),
        _ => return Err(FileTrouble::Damaged),
    };
    if object.is_empty() {
        Ok(Change { subject, id: record, revision, at, kind, body })
    } else {
        Err(FileTrouble::Damaged)
    }
}

fn read_moment(object: &mut Object, name: &str) -> Result<Moment, FileTrouble> {
    let utc_millis = object.number(name)?;
    let offset_minutes = object.number("offset")?;
    if utc_millis > LATEST || !(-1440..=1440).contains(&offset_minutes) {
        return Err(FileTrouble::Damaged);
    }
    Ok(Moment { utc_millis, offset_minutes })
}

/// Sixteen bytes in thirty-two small hexadecimal digits.
fn id<T>(text: &str, make: impl FnOnce([u8; 16]) -> T) -> Result<T, FileTrouble> {
    // A revision is written as an id is.
    let read: RecordId = text.parse().map_err(|_| FileTrouble::Damaged)?;
    Ok(make(*read.as_bytes()))
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

#[cfg(test)]
#[path = "lines_tests.rs"]
mod tests;
