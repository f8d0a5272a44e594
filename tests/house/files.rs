//! Files that the app hands to the browser, and files that a person picks.

use std::path::{Path, PathBuf};
use std::time::Instant;

use serde_json::json;
use thirtyfour::By;

use super::Browser;
use super::engine::Engine;
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
        self.keep_downloads_in(&to).await;
    }

    /// The same, in a directory.
    pub async fn keep_downloads_in(&self, to: &Path) {
        if let Some(bidi) = &self.bidi {
            let there = json!({ "downloadBehavior": { "type": "allowed", "destinationFolder": to } });
            bidi.ask("browser.setDownloadBehavior", there).expect("downloads are kept");
        } else {
            let there = json!({ "behavior": "allow", "downloadPath": to });
            self.ask("Browser.setDownloadBehavior", there).await;
        }
    }

    /// Waits for the one file that was downloaded, and moves it where it stays: its name and its place.
    pub async fn take_download(&self) -> (String, PathBuf) {
        let begun = Instant::now();
        loop {
            let files = std::fs::read_dir(self.downloads()).expect("downloads").flatten().collect::<Vec<_>>();
            let whole =
                |name: &str| ![".crdownload", ".part"].iter().any(|end| name.ends_with(end)) && !name.starts_with('.');
            if let [file] = &files[..]
                && file.metadata().is_ok_and(|file| file.len() > 0)
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
    pub async fn pick_file(&self, file: &Path) {
        if self.engine != Engine::Chromium {
            let field = self.session().find(By::Css("input[type=file]")).await.expect("a field for files");
            field.send_keys(file.display().to_string()).await.expect("the file is picked");
            return;
        }
        let field = json!({ "expression": "document.querySelector('input[type=file]')" });
        let field = self.ask("Runtime.evaluate", field).await;
        let picked = json!({ "files": [file], "objectId": field["result"]["objectId"] });
        self.ask("DOM.setFileInputFiles", picked).await;
    }
}
