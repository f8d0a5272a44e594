//! How much room a browser has for what it keeps.

use serde_json::json;

use super::Browser;

/// Writes to a database of the same origin until the browser refuses: it goes on for a while with the room that it counted
/// before.
const UNTIL_REFUSED: &str = "(async () => {
    const asked = (request) => new Promise((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
        request.onupgradeneeded = () => request.result.createObjectStore('bytes');
    });
    const write = async () => {
        const database = await asked(indexedDB.open('journey-probe'));
        try {
            const transaction = database.transaction('bytes', 'readwrite');
            transaction.objectStore('bytes').put(new Uint8Array(1000), 1);
            await new Promise((done, fail) => {
                transaction.oncomplete = done;
                transaction.onabort = () => fail(transaction.error);
            });
        } finally {
            database.close();
        }
    };
    for (let look = 0; look < 300; look += 1) {
        try { await write(); } catch (error) { return error.name; }
        await new Promise((later) => setTimeout(later, 200));
    }
    return 'never';
})()";

impl Browser {
    /// Leaves this origin no room, and waits until the browser goes by it.
    pub async fn fill_up(&self) {
        self.leave_room(Some(1)).await;
        assert_eq!(self.evaluate(UNTIL_REFUSED).await, "QuotaExceededError");
    }

    /// How much room this origin has in all, in bytes; none: as much as there is.
    pub async fn leave_room(&self, bytes: Option<u64>) {
        let mut room = json!({ "origin": self.origin() });
        if let Some(bytes) = bytes {
            room["quotaSize"] = json!(bytes);
        }
        self.ask("Storage.overrideQuotaForOrigin", room).await;
    }
}
