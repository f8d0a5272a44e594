//! On a host that sends no policy the service worker adds it: to the page, to every worker's script, to every file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use house::answer::{Answer, POLICY};
use house::browser::Manner;
use house::engine::Engine;
use house::host::{BareHost, Trouble};
use house::{Browser, Screen, Server};

#[tokio::test(flavor = "multi_thread")]
async fn the_service_worker_adds_the_policy_where_the_host_sends_none() {
    let ours = Server::start();
    let own = ours.origin().rsplit_once(':').and_then(|(_, port)| port.parse().ok()).unwrap();
    let bare = BareHost::serve(&house::server::release());
    // As some hosts do with every name that ends so.
    bare.trouble("/recovery.html", Trouble::Moved);
    let address = format!("{}/", bare.origin());
    let browser = Browser::start(bare.origin(), Screen::Landscape, Manner::Usual).await;
    assert!(browser.can_frame(&address).await, "this host refuses by itself, and nothing would be shown");

    browser.go("/").await;
    browser.is_installed().await;
    // Chromium 156 may crash where a page is left while its worker is being started (docs/browsers.md).
    browser.find("link", "Begin").await;
    browser.reload().await;
    for path in ["/", "/recovery.html", "/boot.js", "/keeper_loader.js", "/room_loader.js", "/keeper_bg.wasm"] {
        let bare = Answer::of(bare.origin().rsplit_once(':').unwrap().1.parse().unwrap(), path);
        let wanted = Answer::of(own, path);
        let got = browser.evaluate(&format!("fetch('{path}').then((kept) => [...kept.headers])")).await;
        let got: Vec<(String, String)> = serde_json::from_value(got).unwrap();
        for name in POLICY.into_iter().chain(["Content-Type"]) {
            let found: Vec<&str> = got
                .iter()
                .filter(|(known, _)| known.eq_ignore_ascii_case(name))
                .map(|(_, value)| value.as_str())
                .collect();
            assert_eq!(found, wanted.all(name), "{path}: {name}");
            assert!(!wanted.all(name).is_empty(), "{path}: our own server does not send {name}");
            assert!(name == "Content-Type" || bare.all(name).is_empty(), "{path}: this host sends {name} by itself");
        }
    }
    // Only a header can say who may frame a page, and the only one is the service worker's.
    browser.evaluate("localStorage.setItem('mark', 'kept')").await;
    for page in ["", "children/archived", "recovery.html"] {
        let is_framed = browser.can_frame(&format!("{address}{page}")).await;
        // WebKit gives a page in another's frame a storage of its own, and so a beginning without the service worker.
        let has_nothing =
            browser.engine == Engine::WebKit && browser.in_frame("localStorage.getItem('mark')").await.is_null();
        assert!(!is_framed || has_nothing, "/{page} is framed");
    }
}
