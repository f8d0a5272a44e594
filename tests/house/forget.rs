//! What an origin keeps, taken away: by the browser's settings, or as those would do it.

use serde_json::json;

use super::Browser;
use super::engine::Engine;

/// What is taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Everything, as after "clear browsing data".
    Everything,
    /// The database and the files of the origin's own; what remembers them elsewhere stays.
    BothStores,
}

/// The database and the files.
const STORES: &str = "(async () => {
    for (const { name } of await indexedDB.databases()) {
        await new Promise((done, failed) => {
            const gone = indexedDB.deleteDatabase(name);
            gone.onsuccess = done;
            gone.onerror = gone.onblocked = () => failed(new Error(name + ' stays'));
        });
    }
    const files = await navigator.storage.getDirectory();
    for await (const name of files.keys()) await files.removeEntry(name, { recursive: true });
    return true;
})()";

/// What else there is.
const ELSEWHERE: &str = "(async () => {
    localStorage.clear();
    sessionStorage.clear();
    for (const name of await caches.keys()) await caches.delete(name);
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
    return true;
})()";

impl Browser {
    /// Everything that this origin keeps is gone, as after "clear browsing data".
    pub async fn lose_everything(&self) {
        self.go("/manifest.webmanifest").await;
        self.clear(Kept::Everything).await;
        self.go("/").await;
    }

    /// Takes away what this origin keeps. To be called on a page of the origin's that is not the app.
    pub async fn clear(&self, kept: Kept) {
        if self.engine == Engine::Chromium {
            let types = if kept == Kept::Everything { "all" } else { "indexeddb,file_systems" };
            let asked = json!({ "origin": self.origin(), "storageTypes": types });
            self.ask("Storage.clearDataForOrigin", asked).await;
            return;
        }
        // What is neither the app nor shown in a page of the browser's own.
        self.go("/boot.css").await;
        assert_eq!(self.evaluate(STORES).await, true);
        if kept == Kept::Everything {
            assert_eq!(self.evaluate(ELSEWHERE).await, true);
        }
    }
}
