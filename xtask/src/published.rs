//! What is published beside a release: the hash of every file, so that anybody can build it again and compare.

use crate::failure::{Failure, NamesFile, Result};
use crate::places::Places;
use crate::precache::{hex, read_all};
use crate::sbom;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;

/// Beside dist/, not in it: what is served does not vouch for itself.
const HASHES: &str = "dist.sha256";
const MADE_OF: &str = "dist.cdx.json";

/// Writes both lists for the release in dist/.
pub fn write(places: &Places) -> Result {
    let list = list(&read_all(&places.dist)?);
    let hashes = places.root.join(HASHES);
    fs::write(&hashes, &list).naming("write", &hashes)?;
    let made_of = places.root.join(MADE_OF);
    fs::write(&made_of, sbom::of(places)?).naming("write", &made_of)
}

/// `cargo xtask hashes`: writes the lists, and prints the hashes and the one number that stands for the whole release.
pub fn hashes(places: &Places) -> Result {
    if !places.dist.join("index.html").is_file() {
        return Err(Failure::new("There is no dist/ to take hashes of: build it first with cargo xtask build."));
    }
    write(places)?;
    let list = list(&read_all(&places.dist)?);
    print!("{list}");
    println!("\nThe release: {}", hex(&Sha256::digest(&list)));
    println!("Written to {HASHES} (sha256sum --check {HASHES}) and {MADE_OF}.");
    Ok(())
}

/// As `sha256sum` writes and checks it, in the order of the names.
fn list(files: &BTreeMap<String, Vec<u8>>) -> String {
    files.iter().map(|(path, bytes)| format!("{}  dist{path}\n", hex(&Sha256::digest(bytes)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_what_sha256sum_reads() {
        let files = BTreeMap::from([("/b/c.js".to_owned(), b"abc".to_vec()), ("/a".to_owned(), Vec::new())]);
        let expected = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  dist/a\n\
            ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  dist/b/c.js\n";
        assert_eq!(list(&files), expected);
    }
}
