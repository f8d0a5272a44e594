//! Chromium, alone in its group of processes, and the driver that speaks to it.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel};

use super::{Group, Running};
use crate::house::browser::Manner;
use crate::house::from_environment;

/// How long a program may take to start.
const START: Duration = Duration::from_secs(60);

/// Without a window, without a sandbox (it does not work as root), and without the browser's own traffic and manners.
const ARGUMENTS: [&str; 22] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-breakpad",
    "--disable-crash-reporter",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-service-autorun",
    "--no-pings",
    "--disable-background-networking",
    "--disable-client-side-phishing-detection",
    "--disable-component-extensions-with-background-pages",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--disable-features=AutofillServerCommunication,OptimizationHints,MediaRouter,DialMediaRouteProvider,Translate,CertificateTransparencyComponentUpdater,WebUIOmniboxPopup,WebUIOmniboxAimPopup",
    "--metrics-recording-only",
    "--password-store=basic",
    "--hide-crash-restore-bubble",
];

/// Starts it on a profile. Everything that is not for this machine goes to `proxy`.
pub fn start(profile: &Path, proxy: &str, manner: Manner) -> Running {
    if manner == Manner::KeepsNothing {
        let told = serde_json::json!({ "profile": { "default_content_setting_values": { "cookies": 2 } } });
        fs::create_dir_all(profile.join("Default")).expect("a place for what the browser is told");
        fs::write(profile.join("Default/Preferences"), told.to_string()).expect("the browser can be told");
    }
    let told = profile.join("DevToolsActivePort");
    // A browser that was killed leaves this file behind.
    let _ = fs::remove_file(&told);
    let mut command = Command::new(from_environment("CHROME", "/usr/bin/chromium"));
    command.args(ARGUMENTS).arg("--remote-debugging-port=0");
    command.arg(format!("--user-data-dir={}", profile.display())).arg(format!("--proxy-server={proxy}"));
    command.args(match manner {
        Manner::Private => Some("--incognito"),
        Manner::OnSqlite => Some("--enable-features=IdbSqliteBackingStore,IdbSqliteOnDiskRollout"),
        Manner::Usual | Manner::KeepsNothing => None,
    });
    command.arg("about:blank").stdout(Stdio::null()).stderr(Stdio::null());
    let mut browser = Group::start("Chromium", &mut command);
    let begun = Instant::now();
    let port = loop {
        let said = fs::read_to_string(&told).unwrap_or_default();
        // The port stands on the first line of two.
        if let Some((port, _)) = said.split_once('\n') {
            break port.to_owned();
        }
        let ended = browser.leader().try_wait().expect("Chromium can be looked at");
        assert!(ended.is_none(), "Chromium ended at once: {ended:?}");
        assert!(begun.elapsed() < START, "Chromium did not start");
        sleep(Duration::from_millis(50));
    };
    let debugger = format!("127.0.0.1:{port}");
    let (driver, address) = driver();
    Running { browser, beside: Some(driver), address, wanted: wanted(&debugger), debugger }
}

fn wanted(debugger: &str) -> Capabilities {
    let mut wanted = DesiredCapabilities::chrome();
    wanted.set_debugger_address(debugger).expect("an address");
    wanted.set_logging_prefs("performance", LoggingPrefsLogLevel::All).expect("a level");
    wanted.set_logging_prefs("browser", LoggingPrefsLogLevel::All).expect("a level");
    wanted.into()
}

/// Starts chromedriver on any free port, and says where it listens. It ends at once where somebody else has that port of the
/// machine's other address: then on another.
fn driver() -> (Group, String) {
    (0..3).find_map(|_| driver_on_some_port()).expect("chromedriver says its port")
}

fn driver_on_some_port() -> Option<(Group, String)> {
    let mut command = Command::new(from_environment("CHROMEDRIVER", "/usr/bin/chromedriver"));
    let mut driver = Group::start("chromedriver", command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()));
    let output = BufReader::new(driver.leader().stdout.take().expect("its output is piped"));
    let mut lines = output.lines();
    // "ChromeDriver was started successfully on port 41234."
    let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.split_once("successfully on port ")?;
        port.trim_end_matches('.').parse::<u16>().ok()
    })?;
    // It must never meet a closed pipe.
    std::thread::spawn(move || lines.for_each(drop));
    Some((driver, format!("http://127.0.0.1:{port}")))
}
