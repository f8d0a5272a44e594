//! A page of another address that frames what it is told to, with no policy of its own.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::Browser;
use super::engine::Engine;
use super::hands::PATIENCE;

/// Serves such a page, and says where.
fn frame(what: &str) -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    let port = listener.local_addr().expect("its number").port();
    let page = format!("<!DOCTYPE html><iframe src='{what}' onload='window.wasLoaded = true'></iframe>");
    // The thread ends with the test's process.
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _ = stream.read(&mut [0; 4096]);
            let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {}\r\n\r\n", page.len());
            let _ = stream.write_all((head + page.as_str()).as_bytes());
        }
    });
    format!("http://127.0.0.1:{port}/")
}

/// Where a frame is, and what is to be read in it.
const FRAMED: &str = "[document.documentURI, document.body?.textContent.trim() ?? '']";

impl Browser {
    /// Whether a page of another address gets this one into a frame. Leaves the app's page for it.
    pub async fn can_frame(&self, address: &str) -> bool {
        let outside = frame(address);
        self.leave_for(&outside).await;
        let begun = Instant::now();
        while self.evaluate("window.wasLoaded === true").await != true {
            assert!(begun.elapsed() < PATIENCE, "the frame is neither filled nor refused");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        if self.engine != Engine::Chromium {
            let (shown, text): (String, String) =
                serde_json::from_value(self.in_frame(FRAMED).await).expect("two words");
            let refused = shown.starts_with("about:neterror?e=cspBlocked");
            // Without the service worker a host may move it.
            let above = address.rsplit_once('/').map_or(address, |(above, _)| above);
            let moved = self.engine == Engine::WebKit && shown.starts_with(above);
            assert!(refused || shown == address || moved, "{shown}");
            // WebKit leaves a frame that is refused at its address, and empty.
            return !refused && (self.engine != Engine::WebKit || !text.is_empty());
        }
        let tree = self.ask("Page.getFrameTree", json!({})).await;
        let framed = &tree["frameTree"]["childFrames"][0]["frame"];
        match framed["unreachableUrl"].as_str() {
            Some(refused) => {
                assert_eq!(refused, address);
                false
            }
            None => {
                assert_eq!(framed["url"], json!(address));
                true
            }
        }
    }

    /// The value of an expression in the frame, nothing where it has none; by drivers other than Chromium's.
    pub async fn in_frame(&self, expression: &str) -> Value {
        self.session().enter_frame(0).await.expect("a frame");
        let value = self.session().execute(format!("return {expression};"), Vec::new()).await;
        self.session().enter_default_frame().await.expect("the page");
        value.map(|value| value.json().clone()).unwrap_or_default()
    }
}
