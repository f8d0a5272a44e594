//! Holds the crates against deny.toml: licences, bans and sources, as cargo-deny does, without building that first.
//! Advisories need a database from the network and stay with cargo-deny itself.

use crate::crates::{self, Crate};
use crate::failure::{Failure, NamesFile, Result};
use crate::places::Places;
use std::collections::BTreeMap;
use std::fs;

/// What deny.toml allows.
#[derive(Debug, Default)]
struct Rules {
    licences: Vec<String>,
    banned: Vec<String>,
    registries: Vec<String>,
}

/// `cargo xtask supply`: fails with every crate that should not be there.
pub fn check(places: &Places) -> Result {
    let path = places.root.join("deny.toml");
    let rules = Rules::read(&fs::read_to_string(&path).naming("read", &path)?)?;
    let crates = crates::of_release(places)?;
    let wrong = rules.breaches(&crates);
    if !wrong.is_empty() {
        return Err(Failure::new(format!("Not as deny.toml has it:\n  {}", wrong.join("\n  "))));
    }
    let shipped = crates.iter().filter(|one| one.is_shipped).count();
    println!(
        "{} crates ({shipped} of them shipped): licences, bans and sources are as deny.toml has them.",
        crates.len()
    );
    println!("In more than one version: {}.", twice(&crates).join(", "));
    println!(
        "Advisories are not looked at here: their database is not in the registry. Maintainers run cargo deny check."
    );
    Ok(())
}

impl Rules {
    fn read(text: &str) -> Result<Self> {
        let file: toml::Table =
            text.parse().map_err(|error| Failure::new(format!("deny.toml cannot be read: {error}")))?;
        let words = |table: &str, key: &str| -> Vec<String> {
            let list = file.get(table).and_then(|table| table.get(key)).and_then(toml::Value::as_array);
            let name = |entry: &toml::Value| entry.as_str().or_else(|| entry.get("name")?.as_str()).map(str::to_owned);
            list.into_iter().flatten().filter_map(name).collect()
        };
        let rules = Self {
            licences: words("licenses", "allow"),
            banned: words("bans", "deny"),
            registries: words("sources", "allow-registry"),
        };
        if rules.licences.is_empty() || rules.registries.is_empty() {
            return Err(Failure::new("deny.toml allows no licence or no registry at all."));
        }
        Ok(rules)
    }

    fn breaches(&self, crates: &[Crate]) -> Vec<String> {
        let mut wrong = Vec::new();
        for one in crates {
            let name = format!("{} {}", one.name, one.version);
            match &one.licence {
                None => wrong.push(format!("{name} names no licence")),
                Some(licence) if !self.allows(licence) => wrong.push(format!("{name} is under {licence}")),
                Some(_) => {}
            }
            if self.banned.contains(&one.name) {
                wrong.push(format!("{name} is banned"));
            }
            if let Some(source) = &one.source {
                let is_known = self.registries.iter().any(|known| *source == format!("registry+{known}"));
                if !is_known {
                    wrong.push(format!("{name} comes from {source}"));
                } else if one.checksum.is_none() {
                    wrong.push(format!("{name} has no checksum in Cargo.lock"));
                }
            }
        }
        wrong
    }

    /// Whether one of the ways that an expression offers is allowed. The older form has a slash for "or".
    fn allows(&self, expression: &str) -> bool {
        let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let mut rest = words.as_slice();
        self.any(&mut rest) == Some(true) && rest.is_empty()
    }

    /// Alternatives; nothing when it is no expression.
    fn any(&self, rest: &mut &[&str]) -> Option<bool> {
        let mut allowed = self.all(rest)?;
        while let Some(("OR", after)) = rest.split_first().map(|(word, after)| (*word, after)) {
            *rest = after;
            allowed |= self.all(rest)?;
        }
        Some(allowed)
    }

    fn all(&self, rest: &mut &[&str]) -> Option<bool> {
        let mut allowed = self.one(rest)?;
        while let Some(("AND", after)) = rest.split_first().map(|(word, after)| (*word, after)) {
            *rest = after;
            allowed &= self.one(rest)?;
        }
        Some(allowed)
    }

    fn one(&self, rest: &mut &[&str]) -> Option<bool> {
        let (first, after) = rest.split_first()?;
        *rest = after;
        if *first == "(" {
            let allowed = self.any(rest)?;
            let (closing, after) = rest.split_first()?;
            *rest = after;
            return (*closing == ")").then_some(allowed);
        }
        if [")", "AND", "OR", "WITH"].contains(first) {
            return None;
        }
        let mut licence = (*first).to_owned();
        if let ["WITH", exception, after @ ..] = rest {
            licence = format!("{licence} WITH {exception}");
            *rest = after;
        }
        Some(self.licences.contains(&licence))
    }
}

/// Crates that are there in more than one version, with how many.
fn twice(crates: &[Crate]) -> Vec<String> {
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for one in crates.iter().filter(|one| one.is_shipped) {
        *count.entry(one.name.as_str()).or_default() += 1;
    }
    count.into_iter().filter(|(_, times)| *times > 1).map(|(name, times)| format!("{name} ({times})")).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn rules() -> Rules {
        let text = "[licenses]\nallow = [\"MIT\", \"Zlib\", \"Apache-2.0 WITH LLVM-exception\"]\n\
            [bans]\ndeny = [{ name = \"ring\" }]\n[sources]\nallow-registry = [\"https://r\"]\n";
        Rules::read(text).unwrap()
    }

    fn one(name: &str, licence: Option<&str>, source: &str) -> Crate {
        Crate {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: licence.map(str::to_owned),
            source: (!source.is_empty()).then(|| source.to_owned()),
            checksum: Some("00".to_owned()),
            is_shipped: true,
            needs: Default::default(),
        }
    }

    #[test]
    fn expressions_are_read_as_spdx_has_them() {
        for (expression, allowed) in [
            ("MIT", true),
            ("GPL-3.0-only", false),
            ("GPL-3.0-only OR MIT", true),
            ("GPL-3.0-only AND MIT", false),
            ("MIT AND Zlib", true),
            ("Apache-2.0/MIT", true),
            ("(MIT OR GPL-3.0-only) AND Zlib", true),
            ("MIT OR GPL-3.0-only AND Zlib", true),
            ("(MIT OR Zlib) AND GPL-3.0-only", false),
            ("Apache-2.0", false),
            ("Apache-2.0 WITH LLVM-exception", true),
            ("", false),
            ("MIT OR", false),
            ("MIT Zlib", false),
            ("(MIT", false),
        ] {
            assert_eq!(rules().allows(expression), allowed, "{expression}");
        }
    }

    #[test]
    fn each_breach_is_told() {
        let bare = Crate { checksum: None, ..one("g", Some("MIT"), "registry+https://r") };
        let crates = [
            one("a", Some("MIT"), "registry+https://r"),
            one("own", Some("MIT"), ""),
            one("b", None, "registry+https://r"),
            one("c", Some("GPL-2.0"), "registry+https://r"),
            one("ring", Some("MIT"), "registry+https://r"),
            one("e", Some("MIT"), "git+https://example.org"),
            bare,
        ];
        let told = rules().breaches(&crates);
        let expected = [
            "b 1.0.0 names no licence",
            "c 1.0.0 is under GPL-2.0",
            "ring 1.0.0 is banned",
            "e 1.0.0 comes from git+https://example.org",
            "g 1.0.0 has no checksum in Cargo.lock",
        ];
        assert_eq!(told, expected);
        assert!(Rules::read("[licenses]\nallow = []").is_err() && Rules::read("[").is_err());
    }
}
