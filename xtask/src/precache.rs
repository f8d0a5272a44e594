//! The service worker's lists: every file of the app with its SHA-256, a version over all of it, and what it says of each.

use crate::failure::{Failure, NamesFile, Result};
use crate::policy;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const VERSION_LINE: &str = "const VERSION = \"unbuilt\";";
const FILES_LINE: &str = "const FILES = {};";
const HEADERS_LINE: &str = "const HEADERS = {};";
const TYPES_LINE: &str = "const TYPES = {};";

/// Every file below a directory: the path it is served under, and its bytes. In the order of the paths. Hidden files are
/// passed over.
pub fn read_all(directory: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    read_into(directory, "/", &mut files)?;
    Ok(files)
}

fn read_into(directory: &Path, served_as: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result {
    for entry in fs::read_dir(directory).naming("list", directory)? {
        let path = entry.naming("list", directory)?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            return Err(Failure::new(format!("The name of {} is not plain text.", path.display())));
        };
        // Trunk's own marks, and whatever else a system leaves; none of it is shipped.
        if name.starts_with('.') {
            continue;
        }
        let served_as = format!("{served_as}{name}");
        if path.is_dir() {
            read_into(&path, &format!("{served_as}/"), files)?;
        } else {
            let bytes = fs::read(&path).naming("read", &path)?;
            files.insert(served_as, bytes);
        }
    }
    Ok(())
}

/// Whether the service worker keeps this file. Not itself, not what is only asked for when somebody installs the app,
/// which takes a connection (screenshots, icons as dots), and not the font's licence.
pub fn is_kept(path: &str) -> bool {
    let is_for_installing = path.starts_with("/screenshots/") || path.starts_with("/icons/") && path.ends_with(".png");
    path != "/sw.js" && path != "/fonts/OFL.txt" && !is_for_installing
}

/// The address a file is asked for under: the page is `/`.
pub fn address(path: &str) -> &str {
    if path == "/index.html" { "/" } else { path }
}

/// The service worker with its four lines filled in.
pub fn fill(template: &str, files: &BTreeMap<String, Vec<u8>>) -> Result<String> {
    for line in [VERSION_LINE, FILES_LINE, HEADERS_LINE, TYPES_LINE] {
        if template.matches(line).count() != 1 {
            return Err(Failure::new(format!("public/sw.js does not have this line exactly once: {line}")));
        }
    }
    let kept = || files.iter().filter(|(path, _)| is_kept(path));
    let mut list = String::from("const FILES = {\n");
    for (path, bytes) in kept() {
        let path = address(path);
        if path.contains(['"', '\\', '?', '#', '%']) {
            return Err(Failure::new(format!("A shipped file has a name that no address can carry as it is: {path}")));
        }
        list.push_str(&format!("  \"{path}\": \"{}\",\n", hex(&Sha256::digest(bytes))));
    }
    list.push_str("};");
    // What is said of the files belongs to the version as much as the files themselves.
    let template = template
        .replace(HEADERS_LINE, &object("HEADERS", policy::headers().into_iter()))
        .replace(TYPES_LINE, &object("TYPES", types().into_iter()));
    let version = format!("const VERSION = \"{}\";", version(&template, kept()));
    Ok(template.replace(VERSION_LINE, &version).replace(FILES_LINE, &list))
}

/// The Content-Type of each ending; of any other under the empty one.
fn types() -> Vec<(&'static str, String)> {
    let known = policy::TYPES.iter().map(|(ending, _)| *ending);
    known.chain([""]).map(|ending| (ending, policy::content_type(&format!("file.{ending}")))).collect()
}

/// A constant of names and texts, as JavaScript. No header has a quotation mark or a backslash in it.
fn object<'a>(name: &str, entries: impl Iterator<Item = (&'a str, String)>) -> String {
    let lines: String = entries.map(|(key, value)| format!("  \"{key}\": \"{value}\",\n")).collect();
    format!("const {name} = {{\n{lines}}};")
}

/// Sixteen hexadecimal digits over the worker's own code and over every name and content, each with its length, so that
/// no two different sets of files run together into the same bytes.
fn version<'a>(template: &str, files: impl Iterator<Item = (&'a String, &'a Vec<u8>)>) -> String {
    let mut hash = Sha256::new();
    let mut add = |bytes: &[u8]| {
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    };
    add(template.as_bytes());
    for (path, bytes) in files {
        add(path.as_bytes());
        add(bytes);
    }
    short_hex(&hash.finalize())
}

/// Bytes as small hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The first sixteen digits: enough to tell versions and files apart.
pub fn short_hex(bytes: &[u8]) -> String {
    hex(bytes).chars().take(16).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const TEMPLATE: &str =
        "const VERSION = \"unbuilt\";\nconst FILES = {};\nconst HEADERS = {};\nconst TYPES = {};\nrest();\n";

    fn files(list: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        list.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
    }

    fn first_line(list: &[(&str, &str)]) -> String {
        fill(TEMPLATE, &files(list)).unwrap().lines().next().unwrap().to_owned()
    }

    #[test]
    fn the_list_names_each_file_with_its_sha_256() {
        let filled = fill(
            TEMPLATE,
            &files(&[("/index.html", "abc"), ("/sw.js", "x"), ("/screenshots/a.png", "y"), ("/a.js", "")]),
        );
        let filled = filled.unwrap();
        // SHA-256 of "abc" (FIPS 180-2, appendix B.1) and of nothing.
        assert!(filled.contains("\"/\": \"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\","));
        assert!(filled.contains("\"/a.js\": \"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\","));
        assert!(!filled.contains("sw.js") && !filled.contains("screenshots") && !filled.contains("index.html"));
        assert!(filled.ends_with("rest();\n"));
    }

    #[test]
    fn the_version_follows_every_byte_and_every_name() {
        let of = first_line(&[("/a", "one"), ("/b", "two")]);
        assert_eq!(of, first_line(&[("/b", "two"), ("/a", "one")]));
        assert_ne!(of, first_line(&[("/a", "one"), ("/b", "twp")]));
        assert_ne!(of, first_line(&[("/a", "one"), ("/c", "two")]));
        assert_ne!(of, first_line(&[("/a", "onet"), ("/b", "wo")]));
        assert_eq!(of, first_line(&[("/a", "one"), ("/b", "two"), ("/screenshots/x.png", "new")]));
        let other_worker = fill(&TEMPLATE.replace("rest", "other"), &files(&[("/a", "one"), ("/b", "two")])).unwrap();
        assert_ne!(of, other_worker.lines().next().unwrap());
    }

    #[test]
    fn a_template_without_its_lines_stops_the_build() {
        assert!(fill("rest();", &files(&[])).is_err());
        assert!(fill(&TEMPLATE.repeat(2), &files(&[])).is_err());
        assert!(fill(TEMPLATE, &files(&[("/a\"b", "")])).is_err());
    }

    #[test]
    fn the_real_template_can_be_filled() {
        let filled = fill(include_str!("../../public/sw.js"), &files(&[("/index.html", "x")])).unwrap();
        assert!(!filled.contains("unbuilt"));
    }

    #[test]
    fn the_policy_and_the_types_are_written_as_they_are() {
        let filled = fill(TEMPLATE, &files(&[("/a", "")])).unwrap();
        for (name, value) in policy::headers() {
            assert!(
                !value.contains(['"', '\\']) && filled.contains(&format!("\n  \"{name}\": \"{value}\",\n")),
                "{name}"
            );
        }
        assert!(
            filled.contains("\"wasm\": \"application/wasm\",")
                && filled.contains("\"\": \"application/octet-stream\",")
        );
    }
}
