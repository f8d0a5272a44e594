//! WebKitGTK's small browser, its driver and a screen that nobody sees, for tests.

use super::{debian, on_path};
use crate::failure::{Failure, Result};
use std::env;
use std::path::{Path, PathBuf};

/// Where Debian keeps the browser, which is not on PATH.
const BELOW: &str = "webkit2gtk-4.1/MiniBrowser";
const MISSING: &str = "The journeys in WebKitGTK need its driver, MiniBrowser and Xvfb: install webkit2gtk-driver and xvfb, \
    and set MINI_BROWSER if it is not in Debian's place.";

/// WebKitGTK for tests.
#[derive(Debug)]
pub struct WebKit {
    /// The browser's program.
    pub program: PathBuf,
    /// Its WebDriver server.
    pub driver: PathBuf,
}

pub(super) fn ensure() -> Result<WebKit> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if !debian::can_install() {
        return Err(Failure::new(MISSING));
    }
    debian::install(&["webkit2gtk-driver", "xvfb"], MISSING)?;
    find().ok_or_else(|| Failure::new(MISSING))
}

fn find() -> Option<WebKit> {
    on_path("Xvfb")?;
    let places = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib", "/usr/libexec"];
    let usual = || places.iter().map(|place| Path::new(place).join(BELOW)).find(|program| program.is_file());
    let program = env::var_os("MINI_BROWSER").map(PathBuf::from).or_else(usual)?;
    Some(WebKit { program, driver: on_path("WebKitWebDriver")? })
}
