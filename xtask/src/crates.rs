//! The crates that a release is made of, as cargo names them.

use crate::failure::{Failure, NamesFile, Result};
use crate::places::Places;
use crate::setup::{self, WASM};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Stdio;

/// One crate in one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crate {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence, as an SPDX expression or the older form with slashes.
    pub licence: Option<String>,
    /// Where it comes from; nothing for our own.
    pub source: Option<String>,
    /// Its SHA-256 in the registry.
    pub checksum: Option<String>,
    /// Whether it is part of what is shipped, and not only of how that is built.
    pub is_shipped: bool,
    /// The crates that it needs, by their place in the list.
    pub needs: BTreeSet<usize>,
}

/// Every crate that the release needs, our own first, then by name and version. What only tests and tools need is left out.
pub fn of_release(places: &Places) -> Result<Vec<Crate>> {
    let mut cargo = setup::cargo();
    cargo.args(["metadata", "--format-version", "1", "--locked", "--filter-platform", WASM]).current_dir(&places.root);
    let output = cargo.stderr(Stdio::inherit()).output().naming("ask cargo about", &places.root)?;
    let lock = places.root.join("Cargo.lock");
    let lock = fs::read_to_string(&lock).naming("read", &lock)?;
    let metadata = serde_json::from_slice(&output.stdout)
        .map_err(|error| Failure::new(format!("What cargo metadata says cannot be read: {error}.")))?;
    read(&metadata, &checksums(&lock))
}

fn read(metadata: &Value, checksums: &BTreeMap<(String, String), String>) -> Result<Vec<Crate>> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let packages: BTreeMap<String, Value> =
        list(&metadata["packages"]).into_iter().map(|package| (text(&package["id"]), package)).collect();
    let nodes: BTreeMap<String, Value> =
        list(&metadata["resolve"]["nodes"]).into_iter().map(|node| (text(&node["id"]), node)).collect();
    let root = packages.iter().find(|(_, package)| package["name"] == "lantern-room").map(|(id, _)| id.clone());
    let root = root.ok_or_else(|| Failure::new("cargo metadata does not name lantern-room."))?;
    let is_macro = |id: &str| {
        let targets = packages.get(id).map(|package| list(&package["targets"])).unwrap_or_default();
        targets.iter().any(|target| list(&target["kind"]).contains(&Value::from("proc-macro")))
    };
    // From our own crate along what is needed: shipped first, then what is needed to build.
    let needs_of = |id: &str| -> Vec<(String, bool)> {
        let deps = nodes.get(id).map(|node| list(&node["deps"])).unwrap_or_default();
        deps.iter()
            .flat_map(|dep| {
                let kinds = list(&dep["dep_kinds"]);
                let has = |wanted: Value| kinds.iter().any(|kind| kind["kind"] == wanted);
                let id = text(&dep["pkg"]);
                let shipped = has(Value::Null) && !is_macro(&id);
                (has(Value::Null) || has(Value::from("build"))).then_some((id, shipped))
            })
            .collect()
    };
    let mut found: BTreeMap<String, bool> = BTreeMap::new();
    let mut open = vec![(root.clone(), true)];
    while let Some((id, shipped)) = open.pop() {
        if found.get(&id).is_some_and(|known| *known || !shipped) {
            continue;
        }
        found.insert(id.clone(), shipped);
        open.extend(needs_of(&id).into_iter().map(|(needed, is_shipped)| (needed, shipped && is_shipped)));
    }
    let key = |id: &str| {
        let package = &packages[id];
        (id != root, text(&package["name"]), text(&package["version"]), text(&package["source"]))
    };
    let mut order: Vec<&String> = found.keys().collect();
    order.sort_by_key(|id| key(id));
    let place: BTreeMap<&str, usize> = order.iter().enumerate().map(|(place, id)| (id.as_str(), place)).collect();
    let crates = order.iter().map(|id| {
        let package = &packages[id.as_str()];
        let (name, version) = (text(&package["name"]), text(&package["version"]));
        Crate {
            licence: package["license"].as_str().map(str::to_owned),
            source: package["source"].as_str().map(str::to_owned),
            checksum: checksums.get(&(name.clone(), version.clone())).cloned(),
            is_shipped: found[id.as_str()],
            needs: needs_of(id).iter().filter_map(|(needed, _)| place.get(needed.as_str()).copied()).collect(),
            name,
            version,
        }
    });
    Ok(crates.collect())
}

/// The checksums of a Cargo.lock, by name and version.
fn checksums(lock: &str) -> BTreeMap<(String, String), String> {
    let quoted = |block: &str, name: &str| {
        let beginning = format!("{name} = \"");
        let line = block.lines().find_map(|line| line.strip_prefix(&beginning))?;
        line.strip_suffix('"').map(str::to_owned)
    };
    let blocks = lock.split("[[package]]").skip(1);
    blocks
        .filter_map(|block| Some(((quoted(block, "name")?, quoted(block, "version")?), quoted(block, "checksum")?)))
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_shipped_is_told_from_what_builds_it_and_tests_are_left_out() {
        let package = |name: &str, kind: &str| {
            json!({ "id": name, "name": name, "version": "1.0.0", "license": "MIT",
            "source": "registry", "targets": [{ "kind": [kind] }] })
        };
        let dep = |name: &str, kind: Value| json!({ "pkg": name, "dep_kinds": [{ "kind": kind }] });
        let metadata = json!({
            "packages": [package("lantern-room", "lib"), package("age", "lib"), package("derive", "proc-macro"),
                package("syn", "lib"), package("toml", "lib"), package("tokio", "lib")],
            "resolve": { "nodes": [
                { "id": "lantern-room", "deps": [dep("age", Value::Null), dep("toml", json!("build")), dep("tokio", json!("dev"))] },
                { "id": "age", "deps": [dep("derive", Value::Null)] },
                { "id": "derive", "deps": [dep("syn", Value::Null)] },
                { "id": "syn", "deps": [] }, { "id": "toml", "deps": [] }, { "id": "tokio", "deps": [] },
            ] },
        });
        let crates = read(&metadata, &BTreeMap::new()).unwrap();
        let told: Vec<_> = crates.iter().map(|one| (one.name.as_str(), one.is_shipped)).collect();
        assert_eq!(told, [("lantern-room", true), ("age", true), ("derive", false), ("syn", false), ("toml", false)]);
        assert_eq!(crates[0].needs, BTreeSet::from([1, 4]));
    }

    #[test]
    fn checksums_are_read_from_the_lock() {
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"00ff\"\n\n[[package]]\nname = \"b\"\nversion = \"2.0.0\"\n";
        let found = checksums(lock);
        assert_eq!(found.get(&("a".to_owned(), "1.0.0".to_owned())).map(String::as_str), Some("00ff"));
        assert_eq!(found.len(), 1);
    }
}
