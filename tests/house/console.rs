//! What the browser's console says: nothing, where all is well.

use super::Browser;

impl Browser {
    /// What the console has said since this was last asked, where the driver tells.
    pub async fn log(&self) -> Vec<String> {
        self.said().await.into_iter().map(|(_, text)| text).collect()
    }

    /// Fails where something went wrong that nobody saw: an error that was thrown, a file that did not come, something that
    /// the page's policy forbids.
    pub async fn assert_nothing_went_wrong(&self) {
        let errors = self.said().await.into_iter().filter(|(is_error, _)| *is_error);
        let errors: Vec<String> = errors.map(|(_, text)| text).collect();
        assert!(errors.is_empty(), "on the console: {errors:#?}");
    }

    /// Whether it was an error, and its text.
    async fn said(&self) -> Vec<(bool, String)> {
        if let Some(bidi) = &self.bidi {
            let entry = |told: &serde_json::Value| {
                let entry = &told["params"];
                Some((entry["level"] == "error", entry["text"].as_str()?.to_owned()))
            };
            return bidi.told("log.entryAdded").iter().filter_map(entry).collect();
        }
        let entries = self.session().browser_log().await.unwrap_or_default();
        entries.into_iter().map(|entry| (entry.level == "SEVERE", entry.message)).collect()
    }
}
