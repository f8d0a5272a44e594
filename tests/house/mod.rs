//! The house to journey through: the release served on this machine, and a browser whose profile outlives it.
//!
//! `cargo xtask test --only journeys` says by environment what is served and what is driven; see `cargo.env` in
//! xtask/src/test.rs. Everything is found as a person finds it: by role and accessible name.

// Each journey is a program of its own and uses the parts it needs.
#![allow(dead_code)]

pub mod answer;
pub mod axe;
pub mod below;
pub mod bench;
pub mod browser;
pub mod builds;
pub mod console;
pub mod death;
pub mod devtools;
pub mod engine;
pub mod errands;
pub mod exchange;
pub mod files;
pub mod forget;
pub mod frame;
pub mod gate;
pub mod hands;
pub mod host;
pub mod kept;
pub mod keys;
pub mod line;
pub mod memory;
pub mod network;
pub mod passkeys;
pub mod profile_search;
pub mod room;
pub mod server;
pub mod tight_disk;
pub mod told;
pub mod torture;
pub mod undriven;
pub mod versions;

use std::path::{Path, PathBuf};

use browser::Manner;
pub use browser::{Browser, Screen};
pub use server::Server;

/// The served release and a browser in front of it.
pub struct House {
    /// The server; a journey may stop it.
    pub server: Server,
    /// The browser.
    pub browser: Browser,
}

impl House {
    /// Serves the release and opens its first page in a browser without a past.
    pub async fn open(screen: Screen) -> Self {
        Self::open_in_manner(screen, Manner::Usual).await
    }

    /// The same under this machine's name instead of its number: passkeys are for names.
    pub async fn open_by_name(screen: Screen) -> Self {
        let server = Server::start();
        let origin = server.origin().replace("127.0.0.1", "localhost");
        let browser = Browser::start(origin, screen, Manner::Usual).await;
        browser.go("/").await;
        Self { server, browser }
    }

    /// The same with another build.
    pub async fn open_on(build: &Path, screen: Screen) -> Self {
        let mut server = Server::start();
        server.change_over(build);
        let browser = Browser::start(server.origin(), screen, Manner::Usual).await;
        browser.go("/").await;
        Self { server, browser }
    }

    /// The same in a browser of another manner.
    pub async fn open_in_manner(screen: Screen, manner: Manner) -> Self {
        let server = Server::start();
        let browser = Browser::start(server.origin(), screen, manner).await;
        browser.go("/").await;
        Self { server, browser }
    }

    /// The server goes, the battery is empty, and the tablet is started again without a network: unlocks what is there.
    pub async fn start_cold_without_a_network(&mut self, secrets: &errands::Secrets) {
        self.server.stop();
        self.browser.kill();
        self.browser.start_again().await;
        self.browser.go("/").await;
        self.browser.unlock(secrets).await;
        self.browser.find_when_the_key_is_made("link", errands::SOMEONE_IS_HERE).await;
    }
}

/// What the environment says, or what a checkout usually has.
pub fn from_environment(name: &str, usual: &str) -> PathBuf {
    std::env::var_os(name).map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join(usual), PathBuf::from)
}
