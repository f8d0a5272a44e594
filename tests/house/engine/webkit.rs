//! WebKitGTK's MiniBrowser in one group of processes with its driver, on a screen that nobody sees.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;

use super::{Group, Running};
use crate::house::browser::Manner;
use crate::house::from_environment;

/// Where Debian keeps the browser that its driver drives.
pub const MINI_BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
/// What WebKitGTK has built in but leaves switched off, and Safari has: files of the origin's own, and how much room there is.
pub const AS_SAFARI: &str = "+AccessHandle,+FileSystem,+StorageAPI,+StorageAPIEstimate";

/// Starts it. Its automation keeps nothing: a new start is a browser without a past, whatever the profile.
pub fn start(profile: &Path, proxy: &str, manner: Manner) -> Running {
    assert!(matches!(manner, Manner::Usual | Manner::Private), "WebKitGTK cannot be told to be {manner:?}");
    let port = free_port();
    let (screen, display) = screen();
    let mut command = Command::new(from_environment("WEBKIT_DRIVER", "/usr/bin/WebKitWebDriver"));
    command.args(["-p", &port.to_string()]).env("DISPLAY", &display).env("HOME", profile);
    for (name, place) in [("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache"), ("XDG_CONFIG_HOME", "config")] {
        command.env(name, profile.join(place));
    }
    command.env("http_proxy", proxy).env("https_proxy", proxy).env("no_proxy", "127.0.0.1,localhost");
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let browser = Group::start("WebKitWebDriver", &mut command);
    let begun = Instant::now();
    while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(begun.elapsed() < Duration::from_secs(30), "WebKitWebDriver does not listen");
        std::thread::sleep(Duration::from_millis(20));
    }
    let mut arguments = vec!["--automation".to_owned()];
    // "plain" leaves the engine as it comes.
    if std::env::var("LANTERN_ROOM_WEBKIT").is_ok_and(|asked| asked == "plain") {
        arguments.push(format!("--features={AS_SAFARI}").replace('+', "-"));
    } else {
        arguments.push(format!("--features={AS_SAFARI}"));
    }
    let options = json!({ "binary": from_environment("MINI_BROWSER", MINI_BROWSER), "args": arguments });
    let mut wanted = Capabilities::new();
    wanted.set("webkitgtk:browserOptions", options).expect("a capability");
    Running {
        browser,
        beside: Some(screen),
        address: format!("http://127.0.0.1:{port}"),
        wanted,
        debugger: String::new(),
    }
}

/// The driver takes no 0 for "any"; somebody else may take this one first, and then the driver says so by not listening.
fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr()).expect("a free port").port()
}

/// A screen that nobody sees, and its name.
pub fn screen() -> (Group, String) {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1600x1400x24", "-nolisten", "tcp"]);
    let mut screen = Group::start("Xvfb", command.stdout(Stdio::piped()).stderr(Stdio::null()));
    let mut number = String::new();
    // It says its number once it is ready.
    let mut output = BufReader::new(screen.leader().stdout.take().expect("its output is piped"));
    output.read_line(&mut number).expect("Xvfb says its number");
    (screen, format!(":{}", number.trim()))
}
