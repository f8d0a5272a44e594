//! Files that the app hands to the browser, and files that a person picks.

use std::path::PathBuf;
use std::time::Instant;

use serde_json::json;

use super::Browser;
use super::hands::KEY_PATIENCE;

impl Browser {
    /// Where downloads go: beside the profile's own files, and so gone with it.
    fn downloads(&self) -> PathBuf {
        self.profile().join("downloads")
    }

    /// From now on downloads are kept without asking.
    pub async fn keep_downloads(&self) {
        let to = self.downloads();
        std::fs::create_dir_all(&to).expect("a place for downloads");
        let asked = json!({ "behavior": "allow", "downloadPath": to });
        self.ask("Browser.setDownloadBehavior", asked).await;
    }

    /// Waits for the one file that was downloaded, and moves it where it stays: its name and its place.
    pub async fn take_download(&self) -> (String, PathBuf) {
        let begun = Instant::now();
        loop {
            let files = std::fs::read_dir(self.downloads()).expect("downloads").flatten().collect::<Vec<_>>();
            let whole = |name: &str| !name.ends_with(".crdownload") && !name.starts_with('.');
            if let [file] = &files[..]
                && let Some(name) = file.file_name().to_str().filter(|name| whole(name))
            {
                let kept = std::env::temp_dir().join(format!("{}-{name}", std::process::id()));
                std::fs::rename(file.path(), &kept).expect("the download can be moved");
                return (name.to_owned(), kept);
            }
            if begun.elapsed() > KEY_PATIENCE {
                panic!("no download: {files:?}\n{}\n{:#?}", self.text().await, self.log().await);
            }
            tokio::time::sleep(std::time::Duration::from_millis(60)).await;
        }
    }

    /// Picks a file in the one field for files.
    pub async fn pick_file(&self, file: &std::path::Path) {
        let field = json!({ "expression": "document.querySelector('input[type=file]')" });
        let field = self.ask("Runtime.evaluate", field).await;
        let picked = json!({ "files": [file], "objectId": field["result"]["objectId"] });
        self.ask("DOM.setFileInputFiles", picked).await;
    }
}
