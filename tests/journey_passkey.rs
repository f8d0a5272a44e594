//! The tablet's passkey opens the vault, and whatever goes wrong with it ends calmly at the passphrase.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use house::errands::{PASSPHRASE, SOMEONE_IS_HERE, Secrets};
use house::passkeys::Authenticator;
use house::{Browser, House, Screen};

const PAGE: &str = "/settings/keys/passkey";
const ALONE: &str = "This tablet is mine alone";
const ADD: &str = "Add the passkey";
const ADDED: &str = "The passkey opens the vault from now on";
const WITH_PASSKEY: &str = "Unlock with this tablet’s passkey";
const NO_PASSKEY: &str = "The passkey did not open it this time. Nothing is lost: your passphrase opens it as always.";
const UNABLE: &str = "This tablet made a passkey but cannot lock a vault with it";
const DECLINED: &str = "No passkey was added";

async fn furnished(derives_secrets: bool) -> (House, Secrets, Authenticator) {
    let house = House::open_by_name(Screen::Portrait).await;
    let authenticator = house.browser.give_authenticator(derives_secrets).await;
    let secrets = house.browser.make_a_vault().await;
    house.browser.tap("link", "Settings").await;
    house.browser.tap("link", "Passphrase, recovery code, passkey").await;
    house.browser.tap("link", "This tablet’s passkey").await;
    house.browser.find("heading", "This tablet’s passkey").await;
    (house, secrets, authenticator)
}

impl Browser {
    /// From the page about passkeys: says that the tablet is one's own, and adds one.
    async fn add_a_passkey(&self) {
        self.find("switch", ALONE).await;
        if !self.has("button", ADD).await {
            self.tap("switch", ALONE).await;
        }
        self.tap("button", ADD).await;
        self.type_in("Your passphrase", PASSPHRASE).await;
        self.tap("button", "Go on").await;
    }

    async fn use_the_passkey(&self, secrets: &Secrets) {
        self.tap("button", WITH_PASSKEY).await;
        self.choose_short_code(&secrets.code).await;
    }

    /// At the door: the passkey opens nothing, and the passphrase does.
    async fn falls_back(&self, secrets: &Secrets) {
        self.use_the_passkey(secrets).await;
        self.sees_when_the_key_is_made(NO_PASSKEY).await;
        self.unlock(secrets).await;
        self.find_when_the_key_is_made("heading", "This tablet’s passkey").await;
    }

    async fn no_passkey_at_the_door(&self) {
        self.find("textbox", "Passphrase").await;
        tokio::time::sleep(std::time::Duration::from_millis(800)).await;
        assert!(!self.has("button", WITH_PASSKEY).await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_tablet_of_ones_own_the_passkey_opens_the_vault_again_and_again() {
    let (house, secrets, authenticator) = furnished(true).await;
    let browser = &house.browser;
    browser.find("switch", ALONE).await;
    assert!(!browser.has("button", ADD).await, "it is offered on a tablet that may be shared");
    browser.tap("switch", ALONE).await;
    browser.tap("button", ADD).await;
    browser.type_in("Your passphrase", "not the passphrase").await;
    browser.tap("button", "Go on").await;
    browser.sees_when_the_key_is_made("That does not open it.").await;
    assert_eq!(browser.passkeys_of(&authenticator).await, 0, "a passkey is made before the passphrase was right");
    browser.type_in("Your passphrase", PASSPHRASE).await;
    browser.tap("button", "Go on").await;
    browser.sees_when_the_key_is_made(ADDED).await;
    assert_eq!(browser.passkeys_of(&authenticator).await, 1);
    // The same salt gives the same secret, after a lock and after a reload.
    for _ in 0..2 {
        browser.lock().await;
        browser.use_the_passkey(&secrets).await;
        browser.find_when_the_key_is_made("heading", "This tablet’s passkey").await;
        browser.reload().await;
        browser.use_the_passkey(&secrets).await;
        browser.find_when_the_key_is_made("heading", "This tablet’s passkey").await;
    }
    // It also shows again who it is.
    browser.go("/settings/keys/recovery-code").await;
    browser.use_the_passkey(&secrets).await;
    browser.tap_when_the_key_is_made("button", "Use this tablet’s passkey").await;
    browser.find_when_the_key_is_made("list", "Recovery code").await;

    browser.go(PAGE).await;
    browser.use_the_passkey(&secrets).await;
    browser.tap_when_the_key_is_made("button", "Remove the passkey").await;
    browser.sees("The passkey opens nothing any more.").await;
    browser.lock().await;
    browser.no_passkey_at_the_door().await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", "This tablet’s passkey").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_who_is_not_known_and_a_passkey_that_is_gone_end_at_the_passphrase() {
    let (house, secrets, authenticator) = furnished(true).await;
    let browser = &house.browser;
    browser.add_a_passkey().await;
    browser.sees_when_the_key_is_made(ADDED).await;

    browser.knows_its_owner(&authenticator, false).await;
    browser.lock().await;
    browser.falls_back(&secrets).await;
    browser.knows_its_owner(&authenticator, true).await;

    browser.delete_passkeys_of(&authenticator).await;
    browser.lock().await;
    browser.falls_back(&secrets).await;

    // Another authenticator, as after the tablet was reset: it has no passkey of ours either.
    browser.take_authenticator(authenticator).await;
    let other = browser.give_authenticator(true).await;
    browser.lock().await;
    browser.falls_back(&secrets).await;
    // None at all: the door does not even offer it.
    browser.take_authenticator(other).await;
    browser.lock().await;
    browser.no_passkey_at_the_door().await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", "This tablet’s passkey").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shared_tablet_has_no_passkey() {
    let (house, secrets, _authenticator) = furnished(true).await;
    let browser = &house.browser;
    browser.add_a_passkey().await;
    browser.sees_when_the_key_is_made(ADDED).await;
    browser.tap("switch", ALONE).await;
    browser.gone("button", "Remove the passkey").await;
    browser.lock().await;
    browser.no_passkey_at_the_door().await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", "This tablet’s passkey").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tablet_that_derives_nothing_or_does_not_know_its_owner_adds_none() {
    let (house, secrets, authenticator) = furnished(false).await;
    let browser = &house.browser;
    browser.add_a_passkey().await;
    browser.sees_when_the_key_is_made(UNABLE).await;
    browser.knows_its_owner(&authenticator, false).await;
    browser.add_a_passkey().await;
    browser.sees_when_the_key_is_made(DECLINED).await;
    browser.lock().await;
    browser.no_passkey_at_the_door().await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", "This tablet’s passkey").await;
}

/// A Windows that makes no passkey when a secret is asked for with it, and a tablet that derives none at making.
const STUBBORN: &str = "
    const create = CredentialsContainer.prototype.create, get = CredentialsContainer.prototype.get;
    globalThis.made = []; globalThis.got = 0;
    CredentialsContainer.prototype.create = async function (options) {
        const asks = Boolean(options.publicKey.extensions?.prf);
        made.push(asks + ':' + (options.publicKey.extensions?.prf?.eval?.first?.byteLength ?? 0));
        if (asks && sessionStorage.stubborn === 'unknown') throw new DOMException('', 'UnknownError');
        const made_now = await create.call(this, options);
        if (sessionStorage.stubborn === 'late') made_now.getClientExtensionResults = () => ({ prf: { enabled: true } });
        return made_now;
    };
    CredentialsContainer.prototype.get = function (options) { got += 1; return get.call(this, options); };";

#[tokio::test(flavor = "multi_thread")]
async fn a_stubborn_tablet_is_asked_once_more_without_a_secret_and_a_late_one_at_once() {
    let (house, secrets, authenticator) = furnished(true).await;
    let browser = &house.browser;
    browser.before_every_page(STUBBORN).await;
    for (manner, made, got) in
        [("unknown", serde_json::json!(["true:32", "false:0"]), 1), ("late", serde_json::json!(["true:32"]), 1)]
    {
        browser.evaluate(&format!("sessionStorage.stubborn = '{manner}'")).await;
        browser.reload().await;
        browser.unlock(&secrets).await;
        browser.find_when_the_key_is_made("heading", "This tablet’s passkey").await;
        browser.add_a_passkey().await;
        if manner == "late" {
            browser.sees_when_the_key_is_made(ADDED).await;
        } else {
            // What was made without being told to derive derives nothing here: said calmly, and nothing is added.
            browser.sees_when_the_key_is_made("The passphrase opens the vault as always.").await;
        }
        assert_eq!(browser.counted("made").await, made, "{manner}");
        assert_eq!(browser.counted("got").await, got, "{manner}");
    }
    assert!(browser.passkeys_of(&authenticator).await >= 1);
    browser.lock().await;
    browser.use_the_passkey(&secrets).await;
    browser.find_when_the_key_is_made("heading", "This tablet’s passkey").await;
    browser.go("/").await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
}
