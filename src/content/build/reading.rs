//! Reading the files and keeping a list of all that is wrong with them.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use serde::{Deserialize, de::DeserializeOwned};

use crate::rules;

/// One pass over the content folder, and the faults found on the way.
pub struct Reading {
    root: PathBuf,
    faults: Vec<String>,
}

impl Reading {
    /// A reading of the folder `root`.
    pub fn from(root: &str) -> Self {
        Self { root: root.into(), faults: Vec::new() }
    }

    /// What is wrong, in the order it was met; a fault may have several lines.
    pub fn faults(&self) -> &[String] {
        &self.faults
    }

    /// The content of a TOML file, or a fault and nothing.
    pub fn file<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let read = fs::read_to_string(self.root.join(name))
            .map_err(|error| error.to_string())
            .and_then(|text| toml::from_str(&text).map_err(|error| error.to_string()));
        self.spot(name, "file").check("does not read:", read)
    }

    /// The text of a file, or a fault and nothing.
    pub fn text(&mut self, name: &str) -> Option<String> {
        let read = fs::read_to_string(self.root.join(name)).map_err(|error| error.to_string());
        self.spot(name, "file").check("does not read:", read)
    }

    /// The entry of a file that is being looked at.
    pub fn spot(&mut self, file: &str, entry: &str) -> Spot<'_> {
        let place = format!("{}: {entry}", self.root.join(file).display());
        Spot { reading: self, place }
    }

    /// Every file here that is neither code, text of ours nor a notice must be named in the notice with its licence.
    pub fn every_asset_is_noticed(&mut self, notice: &str) {
        let mut assets = Vec::new();
        let walked = walk(&self.root.clone(), &mut assets).and_then(|()| fs::read_to_string(self.root.join(notice)));
        let Some(text) = self.spot(notice, "file").check("does not read:", walked.map_err(|error| error.to_string()))
        else {
            return;
        };
        for asset in assets {
            let name = asset.strip_prefix(&self.root).unwrap_or(&asset).display().to_string();
            if !text.contains(&name) {
                self.spot(notice, "assets").fault(&format!("says nothing about the origin and licence of {name}"));
            }
        }
    }
}

fn walk(folder: &Path, assets: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        if path.is_dir() {
            walk(&path, assets)?;
        } else if !["rs", "toml", "md"].contains(&extension) {
            assets.push(path);
        }
    }
    Ok(())
}

/// An entry of a file; what is checked here is reported with the file and the entry.
pub struct Spot<'a> {
    reading: &'a mut Reading,
    place: String,
}

impl Spot<'_> {
    /// Notes that something is wrong.
    pub fn fault(&mut self, what: &str) {
        self.reading.faults.push(format!("{}: {what}", self.place));
    }

    /// The value, or a fault that names the field.
    pub fn check<T>(&mut self, field: &str, found: Result<T, String>) -> Option<T> {
        found.map_err(|what| self.fault(&format!("{field} {what}"))).ok()
    }

    /// Text that people read.
    pub fn text(&mut self, field: &str, value: &str) {
        self.check(field, rules::text(value));
    }

    /// Such a text, of at most `most` characters.
    pub fn short(&mut self, field: &str, value: &str, most: usize) {
        self.check(field, rules::short(value, most));
    }

    /// A list of such texts, with at least `least` and at most `most` of them.
    pub fn texts(&mut self, field: &str, values: &[String], least: usize, most: usize) {
        if !(least..=most).contains(&values.len()) {
            self.fault(&format!("{field} has {} entries; it needs {least} to {most}", values.len()));
        }
        for value in values {
            self.text(field, value);
        }
    }

    /// A key that is well formed and not yet in `seen`.
    pub fn key(&mut self, value: &str, seen: &mut BTreeSet<String>) {
        self.check("key", rules::key(value));
        if !seen.insert(value.to_owned()) {
            self.fault(&format!("key “{value}” is there twice"));
        }
    }

    /// Licence, source and review date; gives the Rust for them.
    pub fn about(&mut self, about: &About) -> String {
        self.check("about.licence", rules::licence(&about.licence));
        self.check("about.source", rules::credit(&about.source));
        let reviewed_in = self.check("about.reviewed", rules::reviewed(&about.reviewed)).unwrap_or_default();
        format!(
            "&Provenance {{ licence: {:?}, source: {:?}, reviewed: {:?}, reviewed_in: {reviewed_in:?} }}",
            about.licence, about.source, about.reviewed
        )
    }
}

/// Where a piece of content comes from.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    licence: String,
    source: String,
    reviewed: String,
}
