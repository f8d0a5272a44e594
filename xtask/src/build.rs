//! Builds the release into dist/.

use crate::failure::{Failure, Result};
use crate::places::Places;
use crate::{published, reproducible, setup};
use std::process::Command;

/// Trunk's release build, with the tools that belong to this repository.
pub fn build(places: &Places) -> Result {
    let tools = setup::for_building(places)?;
    // Trunk works offline, so that it never fetches a tool of its own; what cargo needs is fetched here. Says nothing
    // when everything is there.
    let mut fetch = tools.cargo();
    fetch.args(["fetch", "--quiet", "--locked", "--target", setup::WASM]).current_dir(&places.root);
    setup::run(&mut fetch, "The crates that Cargo.lock names could not be fetched: is there a network?")?;

    let mut trunk = Command::new("trunk");
    trunk.args(["build", "--release", "--offline", "--locked"]).current_dir(&places.root);
    // Trunk reads NO_COLOR as true or false only, and refuses to start on "1".
    trunk.env_remove("NO_COLOR");
    if std::env::var_os("TRUNK_LOG").is_none() {
        trunk.env("RUST_LOG", "warn");
    }
    tools.lend_to(&mut trunk);
    reproducible::leave_paths_out(&mut trunk, places);
    setup::run(&mut trunk, "The release build failed; the reason stands above.")?;
    if !places.dist.join("index.html").is_file() {
        return Err(Failure::new("The build ended without a page in dist/."));
    }
    published::write(places)
}
