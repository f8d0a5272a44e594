//! Several people, one tablet: each has a vault of their own, and nobody sees into another's. And what the door says when
//! a vault that was here is gone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use house::errands::{CODE, NICKNAME, PASSPHRASE, SOMEONE_IS_HERE, Secrets};
use house::forget::Kept;
use house::{Browser, House, Screen};

const HERON: &str = "Marker Heronchild";
const OWL_ROOM: &str = "The Owl Room";
const OWL_PASSPHRASE: &str = "nine kettles beside the lighthouse";
const MISSING: &str = "What was kept here is missing";

impl Browser {
    /// At the door: opens the words about other people.
    async fn ask_for_somebody_else(&self) {
        self.find("textbox", "Passphrase").await;
        self.evaluate("document.querySelector('details summary').click()").await;
    }

    /// From the welcome: a vault of this name with this passphrase.
    async fn make_a_vault_called(&self, name: &str, passphrase: &str) -> Secrets {
        self.tap("link", "Begin").await;
        self.type_in("Name of the vault", name).await;
        self.tap("button", "Next").await;
        self.choose_own_passphrase(passphrase).await;
        let recovery = self.read_recovery_code().await;
        self.type_back(&recovery).await;
        self.choose_short_code(CODE).await;
        self.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
        Secrets { passphrase: passphrase.to_owned(), recovery, code: CODE.to_owned() }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_share_a_tablet_and_see_nothing_of_each_other() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    let heron = browser.make_a_vault().await;
    browser.add_a_child(HERON, "Otter", "Moss", "B").await;
    browser.tap("button", "Lock").await;

    browser.ask_for_somebody_else().await;
    browser.tap("button", "Make a vault of your own").await;
    browser.find("button", &format!("Back to {NICKNAME}")).await;
    let owl = browser.make_a_vault_called(OWL_ROOM, OWL_PASSPHRASE).await;
    browser.tap("link", "Children").await;
    browser.find("link", "Add a child").await;
    assert!(!browser.text().await.contains(HERON), "another's child is on the list");
    browser.tap("button", "Lock").await;

    // The door is that of whoever was here last, and leads to the other.
    browser.find("heading", OWL_ROOM).await;
    browser.try_passphrase(&heron.passphrase, &heron.code).await;
    browser.find_when_the_key_is_made("textbox", "Passphrase").await;
    browser.sees(house::errands::DID_NOT_OPEN).await;
    browser.reload().await;
    browser.ask_for_somebody_else().await;
    browser.tap("button", &format!("Go to {NICKNAME}")).await;
    browser.find("heading", NICKNAME).await;
    browser.unlock(&heron).await;
    browser.find_when_the_key_is_made("heading", "Children").await;
    browser.sees(HERON).await;

    // The tablet forgets the names, and with them who was here last: both doors are still found.
    browser.evaluate("localStorage.clear()").await;
    browser.reload().await;
    browser.find("textbox", "Passphrase").await;
    browser.ask_for_somebody_else().await;
    browser.tap_beginning("button", "Go to a vault whose name is not known here").await;
    browser.unlock(&owl).await;
    browser.find_when_the_key_is_made("link", "Add a child").await;
    browser.sees_no_more(HERON).await;
    browser.tap("button", "Lock").await;
    browser.find("heading", OWL_ROOM).await;
    browser.ask_for_somebody_else().await;
    browser.tap_beginning("button", "Go to a vault whose name is not known here").await;
    browser.unlock(&heron).await;
    browser.find_when_the_key_is_made("link", "Add a child").await;
    browser.tap("button", "Lock").await;
    browser.find("heading", NICKNAME).await;

    // A reload stays with whoever is here.
    browser.reload().await;
    browser.find("heading", NICKNAME).await;
    browser.ask_for_somebody_else().await;
    browser.tap("button", &format!("Go to {OWL_ROOM}")).await;
    browser.find("heading", OWL_ROOM).await;
    browser.unlock(&owl).await;
    browser.find_when_the_key_is_made("link", "Add a child").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_windows_at_two_doors_put_no_name_on_the_other_door() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let heron = browser.make_a_vault().await;
    browser.add_a_child(HERON, "Otter", "Moss", "B").await;
    browser.tap("button", "Lock").await;
    browser.ask_for_somebody_else().await;
    browser.tap("button", "Make a vault of your own").await;
    browser.make_a_vault_called(OWL_ROOM, OWL_PASSPHRASE).await;
    browser.tap("button", "Lock").await;
    browser.ask_for_somebody_else().await;
    browser.tap("button", &format!("Go to {NICKNAME}")).await;
    browser.find("heading", NICKNAME).await;

    // Another window takes over, and goes to the other door.
    let first = browser.window().await;
    let second = browser.open_a_window("/").await;
    browser.tap("button", "Use it here").await;
    browser.find("heading", NICKNAME).await;
    browser.ask_for_somebody_else().await;
    browser.tap("button", &format!("Go to {OWL_ROOM}")).await;
    browser.find("heading", OWL_ROOM).await;

    // The first takes over where it stood, also after it was loaded anew, and opens its own vault.
    browser.look_at(&first).await;
    browser.tap("button", "Use it here").await;
    browser.find("heading", NICKNAME).await;
    browser.reload().await;
    browser.find("heading", NICKNAME).await;
    browser.unlock(&heron).await;
    browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
    browser.sees(HERON).await;

    // Each door has its own name still, and a new window begins at the vault that was open last.
    browser.look_at(&second).await;
    browser.tap("button", "Use it here").await;
    browser.find("heading", OWL_ROOM).await;
    // Until it knows, the first would take what is free for a moment while the second is loaded anew.
    browser.look_at(&first).await;
    browser.find("heading", "Open in another window").await;
    browser.look_at(&second).await;
    browser.reload().await;
    browser.find("heading", OWL_ROOM).await;
    browser.ask_for_somebody_else().await;
    browser.find("button", &format!("Go to {NICKNAME}")).await;
    browser.open_a_window("/").await;
    browser.tap("button", "Use it here").await;
    browser.find("heading", NICKNAME).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_a_vault_is_missing_nobody_is_offered_a_beginning_in_its_place() {
    let mut house = House::open(Screen::Landscape).await;
    let secrets = house.browser.make_a_vault().await;
    house.browser.is_installed().await;
    // The database and the journal go; what remembers them outside stays.
    house.browser.go("/manifest.webmanifest").await;
    house.browser.clear(Kept::BothStores).await;
    house.browser.close().await;
    house.browser.start_again().await;
    let browser = &house.browser;
    browser.go("/").await;
    browser.find("heading", MISSING).await;
    assert!(!browser.has("link", "Begin").await, "a beginning is offered");
    browser.tap("button", "Look again").await;
    browser.find("heading", MISSING).await;
    browser.tap("link", "Save what is left").await;
    browser.find_beginning("heading", "").await;
    assert_eq!(browser.path().await, "/recovery.html");

    // A new vault takes another place; the old one is still on the door.
    browser.go("/").await;
    browser.find("heading", MISSING).await;
    browser.tap("button", "Begin a new vault").await;
    browser.make_a_vault_called(OWL_ROOM, PASSPHRASE).await;
    browser.tap("button", "Lock").await;
    browser.find("heading", OWL_ROOM).await;
    browser.ask_for_somebody_else().await;
    browser.tap("button", &format!("Go to {NICKNAME}")).await;
    browser.find("heading", MISSING).await;
    drop(secrets);
}
