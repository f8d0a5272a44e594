//! Where things are: the repository, what is built, and the tool cache that outlives a clone.

use crate::failure::{Failure, Result};
use std::env;
use std::path::{Path, PathBuf};

/// Absolute paths, found once for a command.
#[derive(Debug, Clone)]
pub struct Places {
    /// The repository.
    pub root: PathBuf,
    /// The release, as it is served.
    pub dist: PathBuf,
    /// Where cargo puts what it builds for this clone.
    pub target: PathBuf,
    /// Tools shared by every clone on this machine: `$LANTERN_ROOM_TOOLS`, or `~/.cache/lantern-room`.
    pub cache: PathBuf,
}

impl Places {
    /// Finds them from the place of this crate and from the environment.
    pub fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .ok_or_else(|| Failure::new("This program was built outside its repository."))?
            .to_path_buf();
        let cache = match (env::var_os("LANTERN_ROOM_TOOLS"), env::home_dir()) {
            (Some(chosen), _) => root.join(chosen),
            (None, Some(home)) => home.join(".cache/lantern-room"),
            (None, None) => {
                return Err(Failure::new(
                    "There is no home directory to keep tools in: set LANTERN_ROOM_TOOLS to a directory.",
                ));
            }
        };
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |chosen| root.join(chosen));
        Ok(Self { dist: root.join("dist"), target, cache, root })
    }

    /// The directory of one tool in one version.
    pub fn tool(&self, name_version: &str) -> PathBuf {
        self.cache.join("tools").join(name_version)
    }
}
