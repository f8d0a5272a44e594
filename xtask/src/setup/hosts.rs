//! The web servers that docs/hosting is written for. Whatever is there is used; on a Debian they are fetched without being
//! installed as services, so that none of them starts by itself.

use super::{debian, on_path, run, say};
use crate::failure::{Failure, NamesFile, Result};
use crate::places::Places;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const MISSING: &str =
    "The configurations in docs/hosting are tried in real servers: install nginx, Apache (apache2) and Caddy.";
/// Apache's program and modules, without its service.
const APACHE_PACKAGE: &str = "apache2-bin";

/// The servers' programs.
#[derive(Debug)]
pub struct Hosts {
    /// nginx.
    pub nginx: PathBuf,
    /// Apache.
    pub apache: PathBuf,
    /// Caddy.
    pub caddy: PathBuf,
}

pub(super) fn ensure(places: &Places) -> Result<Hosts> {
    let unpacked = places.tool("hosts");
    let find = |name: &str| {
        let below = ["usr/sbin", "usr/bin"].map(|directory| unpacked.join(directory).join(name));
        let beside = Path::new("/usr/sbin").join(name);
        on_path(name).or_else(|| below.into_iter().chain([beside]).find(|program| program.is_file()))
    };
    if find("apache2").is_none() {
        if !debian::can_install() {
            return Err(Failure::new(MISSING));
        }
        debian::install(&[APACHE_PACKAGE], MISSING)?;
    }
    for name in ["nginx", "caddy"] {
        if find(name).is_none() {
            unpack(name, &unpacked)?;
        }
    }
    let found = |name: &str| find(name).ok_or_else(|| Failure::new(MISSING));
    Ok(Hosts { nginx: found("nginx")?, apache: found("apache2")?, caddy: found("caddy")? })
}

/// A package's files in a directory of our own.
fn unpack(package: &str, into: &Path) -> Result {
    say(&format!("Fetching {package} from Debian…"));
    fs::create_dir_all(into).naming("make", into)?;
    if on_path("apt-get").is_none() || on_path("dpkg-deb").is_none() {
        return Err(Failure::new(MISSING));
    }
    if debian::can_install() {
        debian::refresh(MISSING)?;
    }
    let mut fetch = Command::new("apt-get");
    // As root it would fetch as another user, who may not write here.
    fetch.args(["-qq", "-o", "APT::Sandbox::User=root", "download", package]).current_dir(into);
    run(&mut fetch, MISSING)?;
    for entry in fs::read_dir(into).naming("list", into)? {
        let path = entry.naming("list", into)?.path();
        if path.extension().is_some_and(|ending| ending == "deb") {
            run(Command::new("dpkg-deb").arg("--extract").arg(&path).arg(into), MISSING)?;
            fs::remove_file(&path).naming("remove", &path)?;
        }
    }
    Ok(())
}
