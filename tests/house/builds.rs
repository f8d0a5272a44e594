//! Another build of the release: the same files with one of them changed, and a list and a version that say so.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use sha2::{Digest, Sha256};

use super::server::release;

/// The file in which builds differ here: it is a part of every page, and a remark at its end changes nothing in it.
pub const CHANGED: &str = "boot.css";

/// A build of its own; its files go with it.
pub struct Build {
    directory: PathBuf,
    /// What its service worker answers when it is asked for its version.
    pub version: String,
}

impl Build {
    /// The release with a file beside it that no list knows.
    pub fn with_file(name: &str, text: &str) -> Self {
        let directory = place();
        copy(&release(), &directory);
        fs::write(directory.join(name), text).expect("a file can be laid beside the build");
        Self { directory, version: released_version() }
    }

    /// Puts other words in the place of some in one of its files. No list is told: only for a build that is not installed.
    pub fn change(self, file: &str, from: &str, to: &str) -> Self {
        let path = self.directory.join(file);
        fs::write(&path, replaced(&read(&path), from, to)).expect("the build can be changed");
        self
    }

    /// The release with this remark in it, and its service worker's list as a build would write it.
    pub fn with_remark(remark: &str) -> Self {
        let directory = place();
        copy(&release(), &directory);
        let before = fs::read(directory.join(CHANGED)).expect("the file that is changed");
        let after = [&before[..], format!("/* {remark} */\n").as_bytes()].concat();
        fs::write(directory.join(CHANGED), &after).expect("the build can be changed");

        let worker = read(&directory.join("sw.js"));
        let (old, version) = (version_of(&worker), hex(&Sha256::digest(remark)).chars().take(16).collect::<String>());
        let worker = replaced(&worker, &old, &version);
        let worker = replaced(&worker, &hex(&Sha256::digest(&before)), &hex(&Sha256::digest(&after)));
        fs::write(directory.join("sw.js"), worker).expect("the build can be changed");
        Self { directory, version }
    }

    /// The release with a change in every file that the service worker keeps, so that each has to come over the network.
    pub fn with_remark_in_every_file(remark: &str) -> Self {
        let directory = place();
        copy(&release(), &directory);
        let mut worker = read(&directory.join("sw.js"));
        for (path, hash) in listed(&worker) {
            let file = directory.join(file_of(&path));
            let before = fs::read(&file).expect("a file of the list");
            assert_eq!(hex(&Sha256::digest(&before)), hash, "{path} is not what the list says");
            let after = [&before[..], &remark_for(&path, remark)].concat();
            fs::write(&file, &after).expect("the build can be changed");
            worker = replaced(&worker, &hash, &hex(&Sha256::digest(&after)));
        }
        let version = hex(&Sha256::digest(remark)).chars().take(16).collect::<String>();
        fs::write(directory.join("sw.js"), replaced(&worker, &version_of(&worker), &version))
            .expect("the build can be changed");
        Self { directory, version }
    }

    /// Where it lies.
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// Spoils the changed file, as a line that breaks off or a meddling proxy does: it is no longer what the list says.
    pub fn spoil(&self) {
        fs::write(self.directory.join(CHANGED), "/* half a fi").expect("the build can be spoiled");
    }

    /// Takes the changed file away, as an upload that was not finished does.
    pub fn lose(&self) {
        fs::remove_file(self.directory.join(CHANGED)).expect("the build can be spoiled");
    }
}

impl Drop for Build {
    fn drop(&mut self) {
        // What a journey leaves behind is of no use to anybody.
        let _ = fs::remove_dir_all(&self.directory);
    }
}

/// A place of its own for a build.
fn place() -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("lantern-room-build-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    std::env::temp_dir().join(name)
}

/// The version of the release.
pub fn released_version() -> String {
    version_of(&read(&release().join("sw.js")))
}

/// The paths that the service worker of a build keeps, with their hashes, in order.
pub fn kept_files(directory: &Path) -> Vec<(String, String)> {
    listed(&read(&directory.join("sw.js")))
}

fn listed(worker: &str) -> Vec<(String, String)> {
    let list = worker.split_once("const FILES = {\n").and_then(|(_, rest)| rest.split_once("};"));
    let lines = list.expect("the service worker has a list").0.lines();
    let pairs = lines.filter_map(|line| line.trim().trim_end_matches(',').split_once(": "));
    pairs.map(|(path, hash)| (path.trim_matches('"').to_owned(), hash.trim_matches('"').to_owned())).collect()
}

/// The file of an address.
fn file_of(path: &str) -> &str {
    if path == "/" { "index.html" } else { path.trim_start_matches('/') }
}

/// What can stand at the end of a file without changing anything in it.
fn remark_for(path: &str, remark: &str) -> Vec<u8> {
    match file_of(path).rsplit_once('.').map(|(_, ending)| ending) {
        Some("html" | "svg") => format!("<!-- {remark} -->\n").into_bytes(),
        Some("js" | "css") => format!("/* {remark} */\n").into_bytes(),
        // A section that nobody reads: its kind, its length, the length of its name, its name.
        Some("wasm") => {
            let length = u8::try_from(remark.len()).expect("a short remark");
            [&[0, length + 1, length], remark.as_bytes()].concat()
        }
        // Space after JSON; fonts are read by their own list.
        _ => b" ".repeat(remark.len()),
    }
}

fn version_of(worker: &str) -> String {
    let line = worker.lines().find_map(|line| line.strip_prefix("const VERSION = \""));
    line.and_then(|line| line.strip_suffix("\";")).expect("the service worker names its version").to_owned()
}

fn replaced(worker: &str, old: &str, new: &str) -> String {
    assert_eq!(worker.matches(old).count(), 1, "{old} stands in the service worker once");
    worker.replace(old, new)
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).expect("a place for the build");
    for entry in fs::read_dir(from).expect("the release can be listed") {
        let path = entry.expect("an entry of it").path();
        let target = to.join(path.file_name().expect("its name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a file can be copied");
        }
    }
}
