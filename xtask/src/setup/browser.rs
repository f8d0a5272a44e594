//! A Chromium and the driver that belongs to it, for tests. Whatever is there is used.

use super::{axe, debian, first_number, on_path, said};
use crate::failure::{Failure, NamesFile, Result};
use crate::places::Places;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MISSING: &str = "The browser tests need Chromium (or Chrome) and the chromedriver of the same version: install both, \
    and set CHROME and CHROMEDRIVER if they are not on PATH.";

/// The browser that tests run in.
#[derive(Debug)]
pub struct Browser {
    /// The browser's program.
    pub chrome: PathBuf,
    /// The WebDriver server of the same version.
    pub driver: PathBuf,
    /// What wasm tests ask of the browser, as a file for their runner.
    pub capabilities: PathBuf,
    /// axe-core's script, which journeys run in every page.
    pub axe: PathBuf,
}

pub(super) fn ensure(places: &Places) -> Result<Browser> {
    let found = match find() {
        Some(found) => found,
        None if debian::can_install() => {
            debian::install(&["chromium", "chromium-driver"], MISSING)?;
            find().ok_or_else(|| Failure::new(MISSING))?
        }
        None => return Err(Failure::new(MISSING)),
    };
    let (chrome, driver) = found;
    let version = |program: &Path| said(Command::new(program).arg("--version")).as_deref().and_then(first_number);
    let (of_chrome, of_driver) = (version(&chrome), version(&driver));
    if of_chrome != of_driver {
        let shown = |version: Option<u32>| version.map_or("unknown".to_owned(), |number| number.to_string());
        return Err(Failure::new(format!(
            "{} is of version {}, {} of {}: the driver must be of the browser's own version.",
            chrome.display(),
            shown(of_chrome),
            driver.display(),
            shown(of_driver)
        )));
    }
    let capabilities = places.target.join("webdriver.json");
    fs::create_dir_all(&places.target).naming("make", &places.target)?;
    fs::write(&capabilities, capabilities_for(&chrome)).naming("write", &capabilities)?;
    Ok(Browser { chrome, driver, capabilities, axe: axe::ensure(places)? })
}

fn find() -> Option<(PathBuf, PathBuf)> {
    let chosen = |name| env::var_os(name).map(PathBuf::from);
    let chrome = chosen("CHROME").or_else(|| NAMES.iter().find_map(on_path))?;
    let driver = chosen("CHROMEDRIVER").or_else(|| on_path("chromedriver"))?;
    Some((chrome, driver))
}

/// Without a window, without a sandbox (it does not work as root), and without the browser's own traffic.
fn capabilities_for(chrome: &Path) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let args = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];
    let args: Vec<String> = args.into_iter().map(quoted).collect();
    let chrome = quoted(&chrome.to_string_lossy());
    format!("{{ \"goog:chromeOptions\": {{ \"binary\": {chrome}, \"args\": [{}] }} }}\n", args.join(", "))
}
