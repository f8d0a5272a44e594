//! A tablet's authenticator as the browser plays it: with or without what derives secrets, and with an owner whom it
//! knows or not.

use serde_json::{Value, json};

use super::Browser;

/// The authenticator of the window that is looked at.
pub struct Authenticator(String);

impl Browser {
    /// Gives the tablet an authenticator of its own.
    pub async fn give_authenticator(&self, derives_secrets: bool) -> Authenticator {
        self.ask("WebAuthn.enable", json!({})).await;
        let options = json!({
            "protocol": "ctap2", "ctap2Version": "ctap2_1", "transport": "internal", "hasResidentKey": true,
            "hasUserVerification": true, "isUserVerified": true, "automaticPresenceSimulation": true,
            "hasPrf": derives_secrets,
        });
        let added = self.ask("WebAuthn.addVirtualAuthenticator", json!({ "options": options })).await;
        Authenticator(added["authenticatorId"].as_str().expect("an authenticator").to_owned())
    }

    /// Whether it knows its owner from now on.
    pub async fn knows_its_owner(&self, authenticator: &Authenticator, knows: bool) {
        let told = json!({ "authenticatorId": authenticator.0, "isUserVerified": knows });
        self.ask("WebAuthn.setUserVerified", told).await;
    }

    /// How many passkeys it holds.
    pub async fn passkeys_of(&self, authenticator: &Authenticator) -> usize {
        let held = self.ask("WebAuthn.getCredentials", json!({ "authenticatorId": authenticator.0 })).await;
        held["credentials"].as_array().map_or(0, Vec::len)
    }

    /// Deletes all of them, as somebody does in the tablet's own settings.
    pub async fn delete_passkeys_of(&self, authenticator: &Authenticator) {
        self.ask("WebAuthn.clearCredentials", json!({ "authenticatorId": authenticator.0 })).await;
    }

    /// Takes the authenticator away.
    pub async fn take_authenticator(&self, authenticator: Authenticator) {
        self.ask("WebAuthn.removeVirtualAuthenticator", json!({ "authenticatorId": authenticator.0 })).await;
    }

    /// A number that such a script counts.
    pub async fn counted(&self, name: &str) -> Value {
        self.evaluate(&format!("globalThis.{name} ?? null")).await
    }
}
