//! Which version of the app serves a page, and letting the browser look for another as it does by itself.

use serde_json::Value;

use super::Browser;
use super::builds::CHANGED;

/// Asks the service worker that serves this page.
const SERVED_BY: &str = "new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event) => done(event.data.version);
    navigator.serviceWorker.controller.postMessage({ type: 'VERSION' }, [port2]);
})";

/// Looks for a new version as the browser does after a page was opened, and says what became of one that was found.
const LOOK: &str = "navigator.serviceWorker.getRegistration().then(async (registration) => {
    const found = new Promise((tell) => registration.addEventListener('updatefound', () => tell(registration.installing)));
    await registration.update().catch(() => {});
    const worker = await Promise.race([found, new Promise((later) => setTimeout(later, 8000, 'nothing new'))]);
    if (worker === 'nothing new') return worker;
    while (worker?.state === 'installing') await new Promise((later) => setTimeout(later, 50));
    return worker?.state ?? 'redundant';
})";

impl Browser {
    /// The version of the service worker that serves this page.
    pub async fn served_version(&self) -> String {
        text(self.evaluate(SERVED_BY).await)
    }

    /// What this page gets when it asks for the file in which builds differ.
    pub async fn served_file(&self) -> String {
        text(self.evaluate(&format!("fetch('/{CHANGED}').then((answer) => answer.text())")).await)
    }

    /// Looks for a new version; says what became of it: `installed`, `redundant` or `nothing new`.
    pub async fn look_for_a_version(&self) -> String {
        text(self.evaluate(LOOK).await)
    }

    /// Waits until there is a new version in this state: `installing` or `waiting`.
    pub async fn version_is(&self, state: &str) {
        let begun = std::time::Instant::now();
        let look = format!("navigator.serviceWorker.getRegistration().then((kept) => kept.{state} !== null)");
        while self.evaluate(&look).await != true {
            assert!(begun.elapsed() < super::hands::PATIENCE, "no version is {state}");
            tokio::time::sleep(std::time::Duration::from_millis(60)).await;
        }
    }

    /// The versions of which this device has a copy.
    pub async fn kept_versions(&self) -> Vec<String> {
        let kept = self.evaluate("caches.keys()").await;
        let kept: Vec<String> = serde_json::from_value(kept).expect("names of caches");
        kept.iter().filter_map(|name| name.strip_prefix("lantern-room-")).map(str::to_owned).collect()
    }

    /// Leaves a mark on this page that a reload takes away.
    pub async fn mark(&self) {
        self.evaluate("window.markOfTheJourney = true").await;
    }

    /// Whether this is the page that was marked, and not one that was loaded since.
    pub async fn is_marked(&self) -> bool {
        self.evaluate("window.markOfTheJourney === true").await == true
    }
}

fn text(value: Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}
