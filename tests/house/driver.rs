//! The two programs that a browser in a test is: Chromium, alone in its process group, and the driver that speaks to it.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::browser::Manner;
use super::from_environment;

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
    "--disable-features=AutofillServerCommunication,OptimizationHints,MediaRouter,DialMediaRouteProvider,Translate,CertificateTransparencyComponentUpdater",
    "--metrics-recording-only",
    "--password-store=basic",
    "--hide-crash-restore-bubble",
];

/// A running Chromium with everything that it started.
pub struct Chromium {
    child: Child,
    /// Where it can be spoken to.
    pub debugger: String,
}

impl Chromium {
    /// Starts it on a profile. Everything that is not for this machine goes to
    /// `proxy`.
    pub fn start(profile: &Path, proxy: &str, manner: Manner) -> Self {
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
        command.arg("about:blank").process_group(0);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("Chromium starts");
        let begun = Instant::now();
        let port = loop {
            let said = fs::read_to_string(&told).unwrap_or_default();
            // The port stands on the first line of two.
            if let Some((port, _)) = said.split_once('\n') {
                break port.to_owned();
            }
            let ended = child.try_wait().expect("Chromium can be looked at");
            assert!(ended.is_none(), "Chromium ended at once: {ended:?}");
            assert!(begun.elapsed() < START, "Chromium did not start");
            sleep(Duration::from_millis(50));
        };
        Self { child, debugger: format!("127.0.0.1:{port}") }
    }

    /// The number of its group of processes.
    pub fn group(&self) -> u32 {
        self.child.id()
    }

    /// Ends it and everything that it started without a warning, as an empty battery does.
    pub fn kill(&mut self) {
        assert!(self.end(), "Chromium could not be killed");
    }

    /// Whether it has ended, by now.
    fn end(&mut self) -> bool {
        if self.child.try_wait().is_ok_and(|ended| ended.is_some()) {
            return true;
        }
        // A group's number is that of the process that leads it, and the leader has not been waited for.
        let group = format!("-{}", self.child.id());
        let killed = Command::new("sh").args(["-c", "kill -KILL \"$0\"", &group]).status();
        killed.is_ok_and(|status| status.success()) && self.child.wait().is_ok()
    }

    /// Waits until it has ended by itself, and otherwise ends it.
    pub fn wait(&mut self) {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(20) {
            if self.child.try_wait().is_ok_and(|ended| ended.is_some()) {
                return;
            }
            sleep(Duration::from_millis(50));
        }
        self.kill();
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // A journey may be failing already, and must say why.
        self.end();
    }
}

/// A running chromedriver.
pub struct Driver {
    child: Child,
    /// Where it listens.
    pub address: String,
}

impl Driver {
    /// Starts it on any free port.
    pub fn start() -> Self {
        let mut command = Command::new(from_environment("CHROMEDRIVER", "/usr/bin/chromedriver"));
        command.arg("--port=0").process_group(0).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("chromedriver starts");
        let output = BufReader::new(child.stdout.take().expect("its output is piped"));
        let mut lines = output.lines();
        // "ChromeDriver was started successfully on port 41234."
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| {
                line.split_once("successfully on port ")
                    .and_then(|(_, port)| port.trim_end_matches('.').parse::<u16>().ok())
            })
            .expect("chromedriver says its port");
        // It must never meet a closed pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, address: format!("http://127.0.0.1:{port}") }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
