//! The moment in which a battery is empty: at a time, at a write to the disk, or right after something was said to be done.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::{self, JoinHandle, sleep};
use std::time::{Duration, Instant, SystemTime};

use super::Browser;
use super::below::files_below;
use super::hands::KEY_PATIENCE;
use super::torture::Dice;

/// What is written while the vault is at work, below a profile.
const WRITTEN: [&str; 2] = ["Default/IndexedDB", "Default/File System"];

/// When it happens.
#[derive(Clone, Copy, Debug)]
pub enum When {
    /// So long after the tap.
    After(Duration),
    /// So long after this many writes to the disk were seen.
    AtWrite(u32, Duration),
    /// As soon as the page says that it is done.
    Said,
}

impl When {
    /// A moment of an act of this length: anywhere in it, near its end, at one of its writes, or once it is said to be done.
    pub fn of(length: Duration, dice: &mut Dice) -> Self {
        let part = |permille: u64| length.mul_f64(permille as f64 / 1_000.0);
        match dice.below(10) {
            0..=2 => Self::After(part(dice.below(1_100))),
            3..=4 => Self::After(part(850 + dice.below(300))),
            5..=8 => Self::AtWrite(1 + dice.below(12) as u32, Duration::from_micros(dice.below(6_000))),
            _ => Self::Said,
        }
    }
}

/// A battery that will be empty.
pub struct Death(JoinHandle<()>);

impl Death {
    /// Ends a group of processes at its moment, at the latest after this time.
    pub fn of(browser: &Browser, when: When, at_last: Duration) -> Self {
        let (finger, profile) = (Finger::on(browser.group()), browser.profile().to_path_buf());
        Self(thread::spawn(move || {
            match when {
                When::After(pause) => sleep(pause),
                When::AtWrite(number, pause) => {
                    let begun = Instant::now();
                    let mut before = written(&profile);
                    let mut seen = 0;
                    while seen < number && begun.elapsed() < at_last {
                        let now = written(&profile);
                        seen += u32::from(now != before);
                        before = now;
                        sleep(Duration::from_micros(300));
                    }
                    sleep(pause);
                }
                When::Said => sleep(at_last),
            }
            finger.press();
        }))
    }

    /// Ends a browser so long after its journal has begun to be written anew into the other file.
    pub fn of_journal(browser: &Browser, pause: Duration) -> Self {
        let (finger, profile) = (Finger::on(browser.group()), browser.profile().to_path_buf());
        let before = strips(&profile);
        Self(thread::spawn(move || {
            let begun = Instant::now();
            while begun.elapsed() < KEY_PATIENCE {
                let now = strips(&profile);
                // The other file grows, or it is over already and the longer one has gone.
                if now.len() > before.len() || now.first() < before.first() {
                    break;
                }
                sleep(Duration::from_micros(200));
            }
            sleep(pause);
            finger.press();
        }))
    }

    /// Whether it has come.
    pub fn has_come(&self) -> bool {
        self.0.is_finished()
    }
}

/// A shell that waits for one word to end a group of processes: to start one takes longer than many an act.
struct Finger(Child);

impl Finger {
    fn on(group: u32) -> Self {
        let mut shell = Command::new("sh");
        shell.args(["-c", "read word; kill -KILL \"$0\"", &format!("-{group}")]);
        // A group that has ended already needs no second death, and says so.
        Self(shell.stdin(Stdio::piped()).stderr(Stdio::null()).spawn().expect("a shell"))
    }

    /// Ends it without a warning.
    fn press(mut self) {
        // Closing its input is the word.
        drop(self.0.stdin.take());
        let _ = self.0.wait();
    }
}

/// How long the files of a profile's journal are in which there is more than a beginning, the longest first.
pub fn strips(profile: &Path) -> Vec<u64> {
    let files = written(profile);
    // The browser keeps a small database of names beside them, whose files have endings or are called otherwise.
    let is_strip = |path: &Path| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        path.to_string_lossy().contains("/File System/") && name.bytes().all(|byte| byte.is_ascii_digit())
    };
    let strips = files.iter().filter(|(path, _)| is_strip(path)).map(|(_, (length, _))| *length);
    let mut strips: Vec<u64> = strips.filter(|length| *length > 0).collect();
    strips.sort_unstable_by(|one, other| other.cmp(one));
    strips
}

/// Length and time of every file of the vault.
pub fn written(profile: &Path) -> BTreeMap<PathBuf, (u64, Option<SystemTime>)> {
    let files = WRITTEN.iter().flat_map(|place| files_below(&profile.join(place)));
    let of_one = |path: PathBuf| {
        let about = path.metadata().ok()?;
        Some((path, (about.len(), about.modified().ok())))
    };
    files.filter_map(of_one).collect()
}

impl Browser {
    /// Ends at this moment; whether the page had said before that it is done.
    pub async fn dies(&mut self, when: When, length: Duration, done: &str) -> bool {
        let death = Death::of(self, when, if matches!(when, When::Said) { KEY_PATIENCE } else { length.mul_f64(1.3) });
        let mut said = false;
        let begun = Instant::now();
        while !death.has_come() && begun.elapsed() < KEY_PATIENCE {
            said = said || self.text().await.contains(done);
            if said && matches!(when, When::Said) {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        self.kill();
        said
    }

    /// How long it takes until these words are to be read.
    pub async fn time_until(&self, words: &str) -> Duration {
        let begun = Instant::now();
        self.sees_when_the_key_is_made(words).await;
        begun.elapsed()
    }
}
