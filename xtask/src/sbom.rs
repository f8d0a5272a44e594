//! What a release is made of, as a CycloneDX list that other tools read. The same sources give the same list: it has no
//! time and no random number in it.

use crate::crates::{self, Crate};
use crate::failure::{Failure, Result};
use crate::places::Places;
use serde_json::{Value, json};

/// The list for the release of these sources.
pub fn of(places: &Places) -> Result<String> {
    let list = written(&crates::of_release(places)?)?;
    serde_json::to_string_pretty(&list)
        .map(|text| text + "\n")
        .map_err(|error| Failure::new(format!("The list of crates cannot be written: {error}.")))
}

fn written(crates: &[Crate]) -> Result<Value> {
    let (own, others) = crates.split_first().ok_or_else(|| Failure::new("The release is made of nothing."))?;
    let mut components: Vec<Value> = others.iter().map(component).collect();
    // What is not a crate (NOTICE).
    components
        .push(json!({ "type": "file", "bom-ref": "font", "name": "Atkinson Hyperlegible Next", "scope": "required",
        "licenses": [{ "license": { "id": "OFL-1.1" } }] }));
    components.push(json!({ "type": "data", "bom-ref": "words", "name": "EFF large word list", "scope": "required",
        "licenses": [{ "license": { "id": "CC-BY-3.0-US" } }] }));
    let dependencies: Vec<Value> = crates
        .iter()
        .map(|one| {
            let needs: Vec<String> = one.needs.iter().filter_map(|place| crates.get(*place)).map(reference).collect();
            json!({ "ref": reference(one), "dependsOn": needs })
        })
        .collect();
    let mut about = component(own);
    about["type"] = json!("application");
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": about },
        "components": components,
        "dependencies": dependencies,
    }))
}

fn component(one: &Crate) -> Value {
    let mut told = json!({
        "type": "library",
        "bom-ref": reference(one),
        "name": one.name,
        "version": one.version,
        // Excluded is what CycloneDX calls a part that only builds the rest.
        "scope": if one.is_shipped { "required" } else { "excluded" },
        "purl": reference(one),
    });
    if let Some(licence) = &one.licence {
        told["licenses"] = json!([{ "expression": licence.replace('/', " OR ") }]);
    }
    if let Some(checksum) = &one.checksum {
        told["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    if one.source.is_none() {
        told["properties"] = json!([{ "name": "lantern-room:source", "value": "this repository" }]);
    }
    told
}

fn reference(one: &Crate) -> String {
    format!("pkg:cargo/{}@{}", one.name, one.version.replace('+', "%2B"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_list_of_this_release_names_what_is_shipped_and_is_the_same_twice() {
        let places = Places::find().unwrap();
        let list: Value = serde_json::from_str(&of(&places).unwrap()).unwrap();
        assert_eq!(of(&places).unwrap(), of(&places).unwrap());
        let components = list["components"].as_array().unwrap();
        let scope = |name: &str| components.iter().find(|one| one["name"] == name).map(|one| one["scope"].clone());
        for (name, expected) in [("chacha20poly1305", "required"), ("leptos", "required"), ("toml", "excluded")] {
            assert_eq!(scope(name), Some(json!(expected)), "{name}");
        }
        assert_eq!(scope("thirtyfour"), None, "what only tests need is in the list");
        for one in components.iter().filter(|one| one["type"] == "library") {
            assert!(one["licenses"].is_array(), "{one}");
            assert!(one["hashes"].is_array() || one["properties"].is_array(), "{one}");
        }
    }
}
