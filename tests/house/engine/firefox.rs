//! Firefox, in one group of processes with geckodriver, which starts it: what ends the one ends the other.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;

use super::{Group, Running};
use crate::house::browser::{Manner, Screen};
use crate::house::from_environment;

/// Starts it on a profile. Everything that is not for this machine goes to `proxy`.
pub fn start(profile: &Path, proxy: &str, manner: Manner, screen: Screen) -> Running {
    // What the last one was told; a killed one does not take it back.
    let _ = fs::remove_file(profile.join("user.js"));
    let mut command = Command::new(from_environment("GECKODRIVER", "geckodriver"));
    command.args(["--port", "0", "--websocket-port", "0"]).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut browser = Group::start("geckodriver", &mut command);
    let output = BufReader::new(browser.leader().stdout.take().expect("its output is piped"));
    let mut lines = output.lines();
    // "1763818445000 geckodriver INFO Listening on 127.0.0.1:41234"
    let address = lines
        .by_ref()
        .map_while(Result::ok)
        .find_map(|line| line.split_once("Listening on ").map(|(_, address)| format!("http://{}", address.trim())))
        .expect("geckodriver says where it listens");
    // It must never meet a closed pipe.
    std::thread::spawn(move || lines.for_each(drop));
    let options = json!({
        "binary": from_environment("FIREFOX", "/usr/bin/firefox-esr"),
        "args": ["-headless", "-profile", profile],
        "prefs": preferences(profile, proxy, manner, screen),
    });
    let mut wanted = Capabilities::new();
    for (name, value) in
        [("browserName", json!("firefox")), ("webSocketUrl", json!(true)), ("moz:firefoxOptions", options)]
    {
        wanted.set(name, value).expect("a capability");
    }
    Running { browser, beside: None, address, wanted, debugger: String::new() }
}

fn preferences(profile: &Path, proxy: &str, manner: Manner, screen: Screen) -> Value {
    let (host, port) = proxy.trim_start_matches("http://").split_once(':').expect("host and port");
    let port = port.parse::<u16>().expect("a port");
    let mut told = json!({
        "network.proxy.type": 1,
        "network.proxy.http": host, "network.proxy.http_port": port,
        "network.proxy.ssl": host, "network.proxy.ssl_port": port,
        "layout.css.devPixelsPerPx": "1.0",
        // What the app hands over is kept beside the profile's own files, without a question.
        "browser.download.folderList": 2,
        "browser.download.dir": profile.join("downloads"),
        "browser.download.always_ask_before_handling_new_types": false,
    });
    if screen.is_touched() {
        // A tap is a long one from here on, in milliseconds: a busy machine lifts a finger late, and then there is no click.
        told["ui.click_hold_context_menus.delay"] = json!(1_200);
        // One pointer, a coarse one that cannot hover.
        for (name, value) in [
            ("dom.w3c_touch_events.enabled", 1),
            ("ui.primaryPointerCapabilities", 1),
            ("ui.allPointerCapabilities", 1),
        ] {
            told[name] = json!(value);
        }
    }
    match manner {
        Manner::Usual => {}
        Manner::OnSqlite => panic!("Firefox has no database engine to choose"),
        Manner::Private => told["browser.privatebrowsing.autostart"] = json!(true),
        Manner::KeepsNothing => told["network.cookie.cookieBehavior"] = json!(2),
    }
    told
}
