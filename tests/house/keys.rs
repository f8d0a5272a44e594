//! The ways into the vault, as a person changes them in the settings.

use std::time::Instant;

use super::Browser;
use super::errands::NICKNAME;
use super::hands::KEY_PATIENCE;

/// Said while records are being sealed again.
pub const UNDER_WAY: &str = "The new key is being put to use";

impl Browser {
    /// To a part of Settings › Keys without loading anything anew: that would lock the vault.
    pub async fn open_keys(&self, part: &str) {
        self.tap("link", "Settings").await;
        self.tap("link", "Passphrase, recovery code, passkey").await;
        self.tap("link", part).await;
        self.find("heading", part).await;
    }

    /// Locks the vault; its door is there then.
    pub async fn lock(&self) {
        self.tap("button", "Lock").await;
        self.find("heading", NICKNAME).await;
    }

    /// Shows again who it is.
    pub async fn show_who_it_is(&self, passphrase: &str) {
        self.type_in("Your passphrase", passphrase).await;
        self.tap("button", "Go on").await;
    }

    /// From the page "Someone may have seen it" to the last button, which is not pressed.
    pub async fn prepare_to_lock_anew(&self, present: &str, next: &str) -> Vec<String> {
        self.tap("button", "Begin").await;
        self.show_who_it_is(present).await;
        self.find_when_the_key_is_made("heading", "Choose a new passphrase").await;
        self.choose_own_passphrase(next).await;
        let recovery = self.read_recovery_code().await;
        self.type_parts(&recovery).await;
        recovery
    }

    /// Waits until one of the two is there, as long as a key may take.
    pub async fn either_when_the_key_is_made(&self, role: &str, name: &str, other_role: &str, other: &str) {
        let begun = Instant::now();
        while !self.has(role, name).await && !self.has(other_role, other).await {
            assert!(begun.elapsed() < KEY_PATIENCE, "neither: {}", self.text().await);
            tokio::time::sleep(std::time::Duration::from_millis(60)).await;
        }
    }

    /// At the door: tries the recovery code, with a new passphrase and short code.
    pub async fn try_recovery_code(&self, code: &[String], passphrase: &str, short: &str) {
        self.tap("link", "I forgot it").await;
        self.type_in("Recovery code", &code.join(" ")).await;
        self.tap("button", "Go on").await;
        self.choose_own_passphrase(passphrase).await;
        self.choose_short_code(short).await;
    }
}
