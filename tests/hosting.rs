//! The shipped configurations in real servers: every header on every kind of answer, and what they forbid is refused.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod hosts;
mod house;

use std::fs;

use hosts::Host;
use house::answer::{Answer, POLICY};
use house::browser::Manner;
use house::builds::Build;
use house::{Browser, Screen};

/// What is tried in each server's page; framing is the twelfth.
const ATTEMPTS: [&str; 11] = [
    "inline script",
    "inline handler",
    "address that is code",
    "inline style",
    "eval",
    "function of text",
    "policy of another name",
    "another base",
    "script of elsewhere",
    "worker of a blob",
    "connection to elsewhere",
];

/// The release with a page of attempts beside it.
fn release_with_attempts() -> Build {
    let build = Build::with_file("attempts.html", include_str!("hosts/attempts.html"));
    fs::write(build.directory().join("attempts.js"), include_str!("hosts/attempts.js")).unwrap();
    build
}

/// A path of the release whose name carries a hash.
fn hashed(build: &Build, ending: &str) -> String {
    let names = fs::read_dir(build.directory()).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names = names.filter_map(|name| name.into_string().ok());
    let name = names.find(|name| name.starts_with("lantern-room-") && name.ends_with(ending));
    format!("/{}", name.expect("a file with a hash in its name"))
}

#[test]
fn every_answer_carries_the_policy_and_missing_files_are_missing() {
    let build = release_with_attempts();
    let (wasm, script) = (hashed(&build, ".wasm"), hashed(&build, ".js"));
    let (page, js) = ("text/html; charset=utf-8", "text/javascript; charset=utf-8");
    let (asked, for_ever) = ("no-cache", "public, max-age=31536000, immutable");
    let expected = [
        ("/", 200, page, asked),
        ("/index.html", 200, page, asked),
        ("/children", 200, page, asked),
        ("/children/00112233445566778899aabbccddeeff/begin?tab=1", 200, page, asked),
        ("/cards/pace-playfulness", 200, page, asked),
        ("/icons", 200, page, asked),
        ("/sw.js", 200, js, asked),
        ("/boot.js", 200, js, asked),
        ("/keeper_loader.js", 200, js, asked),
        ("/keeper_bg.wasm", 200, "application/wasm", asked),
        (&wasm, 200, "application/wasm", for_ever),
        (&script, 200, js, for_ever),
        ("/manifest.webmanifest", 200, "application/manifest+json", asked),
        ("/icons/icon-192.png", 200, "image/png", asked),
        ("/fonts/atkinson-hyperlegible-next-latin-400-normal.woff2", 200, "font/woff2", asked),
        ("/missing.js", 404, "", "no-store"),
        ("/lantern-room-0123456789abcdef_bg.wasm", 404, "", "no-store"),
        ("/children/missing.png", 404, "", "no-store"),
    ];
    let hosts = Host::all(build.directory());
    let own = hosts.last().unwrap().port;
    let mut wrong = Vec::new();
    for host in &hosts {
        for (path, status, kind, kept) in &expected {
            let (answer, ours) = (Answer::of(host.port, path), Answer::of(own, path));
            let mut look = |what: &str, found: Vec<&str>, wanted: Vec<&str>| {
                if found != wanted {
                    wrong.push(format!("{} {path}: {what} is {found:?} and not {wanted:?}", host.name));
                }
            };
            look("status", vec![&answer.status.to_string()], vec![&status.to_string()]);
            look("Cache-Control", answer.all("Cache-Control"), vec![kept]);
            if *status == 200 {
                look("Content-Type", answer.all("Content-Type"), vec![kind]);
            }
            for name in POLICY {
                look(name, answer.all(name), ours.all(name));
                assert_eq!(ours.all(name).len(), 1, "our own server does not say {name}");
            }
            if host.name != "xtask" {
                look("HSTS", answer.all("Strict-Transport-Security"), vec!["max-age=63072000"]);
            }
        }
        if let Some(plain) = host.plain {
            let answer = Answer::of(plain, "/children");
            let to = answer.all("Location");
            if answer.status != 301 || to.len() != 1 || !to[0].starts_with("https://") || !to[0].ends_with("/children")
            {
                wrong.push(format!("{} without HTTPS: {} to {to:?}", host.name, answer.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_policy_forbids_is_refused_by_every_server() {
    let build = release_with_attempts();
    let mut tried = 0;
    for host in Host::all(build.directory()) {
        let browser = Browser::start(host.origin(), Screen::Landscape, Manner::Usual).await;
        browser.go("/attempts.html").await;
        let names = browser.evaluate("Object.keys(window.attempts)").await;
        assert_eq!(names, serde_json::json!(ATTEMPTS), "{}", host.name);
        for name in ATTEMPTS {
            // Not from the protocol's own call, to which some rules do not apply.
            let run =
                format!("new Promise((done) => setTimeout(async () => done(await window.attempts['{name}']()), 0))");
            assert_eq!(browser.evaluate(&run).await, false, "{}: {name} had its way", host.name);
            tried += 1;
        }
        let heard = browser.outside.heard();
        assert!(heard.iter().all(|line| !line.contains("elsewhere")), "{}: {heard:?}", host.name);

        assert!(!browser.can_frame(&format!("{}/attempts.html", host.origin())).await, "{} is framed", host.name);
        tried += 1;
    }
    assert_eq!(tried, 4 * 12);
}

/// The attempts are real: where nothing is forbidden they have their way.
#[tokio::test(flavor = "multi_thread")]
async fn without_a_policy_the_attempts_have_their_way() {
    let build = release_with_attempts();
    let bare = house::host::BareHost::serve(build.directory());
    let browser = Browser::start(bare.origin(), Screen::Landscape, Manner::Usual).await;
    browser.go("/attempts.html").await;
    // Nobody answers elsewhere, so that its script never comes.
    for name in ATTEMPTS.iter().filter(|name| **name != "script of elsewhere") {
        let run = format!("new Promise((done) => setTimeout(async () => done(await window.attempts['{name}']()), 0))");
        assert_eq!(browser.evaluate(&run).await, true, "{name} was refused by something else than a policy");
    }
    assert!(browser.outside.heard().iter().any(|line| line.contains("elsewhere")), "nothing was asked elsewhere");
    assert!(browser.can_frame(&format!("{}/attempts.html", bare.origin())).await);
}
