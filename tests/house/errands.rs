//! What most journeys do on their way: make a vault, unlock it, add a child, go through a check-in.
//!
//! The words on the buttons stand here once, so that a change of words is a change of one line.

use super::Browser;

/// The secrets of a vault that a journey has made.
#[derive(Clone, Debug)]
pub struct Secrets {
    /// What opens it.
    pub passphrase: String,
    /// The recovery code as it was shown, group by group.
    pub recovery: Vec<String>,
    /// What brings the screen back from under the cover.
    pub code: String,
}

/// What the vault of a journey is called.
pub const NICKNAME: &str = "The Heron Room";
/// Its passphrase, unless the journey is about passphrases.
pub const PASSPHRASE: &str = "seven quokkas under the pier";
/// Its short code.
pub const CODE: &str = "2580";

/// The heading of Today while nobody is on the list, and afterwards: it greets by the time of day.
pub const SOMEONE_IS_HERE: &str = "Someone is here now";
/// The heading of the cover.
pub const RESTING: &str = "Resting";
/// The first question of a check-in.
pub const HOW_IS_IT: &str = "How is it inside, right now?";
/// The second.
pub const HOW_BIG: &str = "How big is it?";
/// The third.
pub const WHAT_WOULD_HELP: &str = "What would help?";
/// The last.
pub const ANYTHING_ELSE: &str = "Is there anything else in there?";
/// After it.
pub const THANK_YOU: &str = "Thank you for telling me";
/// Said when a passphrase was wrong.
pub const DID_NOT_OPEN: &str = "That passphrase did not open the vault.";

impl Browser {
    /// From the welcome to an open vault.
    pub async fn make_a_vault(&self) -> Secrets {
        let recovery = self.begin_a_vault().await;
        self.type_back(&recovery).await;
        self.choose_short_code(CODE).await;
        self.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
        Secrets { passphrase: PASSPHRASE.to_owned(), recovery, code: CODE.to_owned() }
    }

    /// From the first page: names a vault and chooses a passphrase; gives the recovery code's groups, which are to be
    /// typed back next.
    pub async fn begin_a_vault(&self) -> Vec<String> {
        self.tap("link", "Begin").await;
        self.type_in("Name of the vault", NICKNAME).await;
        self.tap("button", "Next").await;
        self.choose_own_passphrase(PASSPHRASE).await;
        self.read_recovery_code().await
    }

    /// At the choice of a passphrase: types one's own, twice.
    pub async fn choose_own_passphrase(&self, passphrase: &str) {
        self.tap_beginning("radio", "Write my own").await;
        self.type_in("Passphrase", passphrase).await;
        self.type_in("Type it once more", passphrase).await;
        self.tap("button", "Next").await;
    }

    /// Where the recovery code is shown: reads it, and says that it is on paper.
    pub async fn read_recovery_code(&self) -> Vec<String> {
        self.find_when_the_key_is_made("list", "Recovery code").await;
        let groups = "[...document.querySelectorAll('.recovery li')].map((group) => group.textContent.trim())";
        let groups = self.evaluate(groups).await;
        let groups: Vec<String> = serde_json::from_value(groups).expect("groups of the recovery code");
        assert!(groups.len() == 9 && groups.iter().all(|group| !group.is_empty()), "{groups:?}");
        self.tap("button", "I have it on paper").await;
        groups
    }

    /// Types the parts that are asked for back.
    pub async fn type_back(&self, recovery: &[String]) {
        self.type_parts(recovery).await;
        self.tap("button", "Make the vault").await;
    }

    /// Fills in the parts that are asked for, without going on.
    pub async fn type_parts(&self, recovery: &[String]) {
        self.find_beginning("textbox", "Part ").await;
        for name in self.names("textbox").await {
            let number = name.strip_prefix("Part ").and_then(|number| number.parse::<usize>().ok());
            let number = number.unwrap_or_else(|| panic!("“{name}” names no part"));
            self.type_in(&name, &recovery[number - 1]).await;
        }
    }

    /// Chooses the short code for this time, and opens the vault.
    pub async fn choose_short_code(&self, code: &str) {
        self.press_keys(code).await;
        self.tap("button", "Open the vault").await;
    }

    /// Types a code on the keypad.
    pub async fn press_keys(&self, code: &str) {
        self.find("group", "Keypad").await;
        for digit in code.chars() {
            self.tap("button", &digit.to_string()).await;
        }
    }

    /// At the door of a locked vault: opens it. The address stays, and so does what it shows.
    pub async fn unlock(&self, secrets: &Secrets) {
        self.try_passphrase(&secrets.passphrase, &secrets.code).await;
    }

    /// At the door of a locked vault: tries a passphrase, with a short code for afterwards.
    pub async fn try_passphrase(&self, passphrase: &str, code: &str) {
        self.type_in("Passphrase", passphrase).await;
        self.tap("button", "Unlock").await;
        self.choose_short_code(code).await;
    }

    /// Under the cover: brings the screen back.
    pub async fn uncover(&self, code: &str) {
        self.find("heading", RESTING).await;
        self.press_keys(code).await;
        self.gone("heading", RESTING).await;
    }

    /// Adds a child from the list of children, and waits for their page.
    pub async fn add_a_child(&self, name: &str, animal: &str, colour: &str, level: &str) {
        self.tap("link", "Children").await;
        self.find("heading", "Children").await;
        self.tap_either(&[("link", "Add a child"), ("link", "Add the first child")]).await;
        self.fill_in_a_child(name, animal, colour, level).await;
        self.tap("button", "Add").await;
        self.find("heading", name).await;
    }

    /// Fills in the form of a child.
    pub async fn fill_in_a_child(&self, name: &str, animal: &str, colour: &str, level: &str) {
        self.type_in("Name or initials", name).await;
        self.tap("radio", animal).await;
        self.tap("radio", colour).await;
        // "B more words, short sentences"; there are a bear and a badger, too.
        let levels = self.names("radio").await.into_iter().filter(|name| name.contains("words"));
        let level = levels.into_iter().find(|name| name.starts_with(level)).expect("the level is offered");
        self.tap("radio", &level).await;
    }

    /// From a child's page into the first question.
    pub async fn begin_a_check_in(&self) {
        self.tap("button", "Check in").await;
        self.find("heading", HOW_IS_IT).await;
    }

    /// At a check-in under way, after a reload: unlocks and gives the tablet to the child again.
    pub async fn unlock_and_turn(&self, secrets: &Secrets) {
        self.unlock(secrets).await;
        self.tap_when_the_key_is_made("button", "Turn the tablet").await;
    }

    /// Chooses a feeling from all the words of the level.
    pub async fn choose_a_word(&self, word: &str) {
        self.tap("button", "all the words").await;
        self.tap_beginning("button", word).await;
        self.tap("button", "Done").await;
        self.gone("heading", "All the words").await;
    }

    /// From the first question to the tablet's return: a word of one's own, a size, and no wish for help.
    pub async fn tell_an_own_word(&self, word: &str, code: &str) {
        self.tap("button", "my own word").await;
        self.type_in("My own word", word).await;
        self.tap("button", "That’s it").await;
        self.tap("button", "Next").await;
        self.tap("radio", "big").await;
        self.find("heading", WHAT_WOULD_HELP).await;
        self.tap("button", "pass").await;
        self.find("heading", ANYTHING_ELSE).await;
        self.tap("button", "That’s all").await;
        self.hand_back(code).await;
    }

    /// From the first question to the thanks: a word, a size, and that is all.
    pub async fn tell(&self, word: &str, size: &str) {
        self.choose_a_word(word).await;
        self.tap("button", "Next").await;
        self.find("heading", HOW_BIG).await;
        self.tap("radio", size).await;
        self.find("heading", WHAT_WOULD_HELP).await;
        self.tap("button", "pass").await;
        self.find("heading", ANYTHING_ELSE).await;
        self.tap("button", "That’s all").await;
        self.find("heading", THANK_YOU).await;
    }

    /// From anywhere on the child's side to the adult's page under the cover, and out from under it.
    pub async fn hand_back(&self, code: &str) {
        self.hold_for_the_grown_up().await;
        self.press_keys(code).await;
        self.gone("group", "Keypad").await;
    }

    /// On the child's side: holds the grown-up's button until the keypad is there, as somebody does who let go too soon.
    pub async fn hold_for_the_grown_up(&self) {
        for _ in 0..5 {
            self.press_and_hold("button", "For the grown-up").await;
            let begun = std::time::Instant::now();
            while begun.elapsed() < std::time::Duration::from_secs(4) {
                if self.has("group", "Keypad").await {
                    return;
                }
                tokio::time::sleep(std::time::Duration::from_millis(60)).await;
            }
        }
        self.find("group", "Keypad").await;
    }

    /// Whether a toggle whose name begins so is pressed.
    pub async fn is_pressed(&self, beginning: &str) -> bool {
        let seen = self.find_beginning("button", beginning).await;
        self.attribute("button", &seen.name, "aria-pressed").await.as_deref() == Some("true")
    }

    /// Waits for the lamp: something is on disk. To be called right after a tap, with the lamp dark before it.
    pub async fn saved(&self) {
        self.lamp_is(true).await;
    }

    /// Waits until the lamp is dark again.
    pub async fn lamp_is_dark(&self) {
        self.lamp_is(false).await;
    }

    async fn lamp_is(&self, glowing: bool) {
        let begun = std::time::Instant::now();
        while self.evaluate("document.querySelector('.lamp.glows') !== null").await != glowing {
            assert!(begun.elapsed() < super::hands::PATIENCE, "the lamp does not say whether it is saved");
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    }

    /// Waits until the app can start without a network: its service worker has everything and serves this page.
    pub async fn is_installed(&self) {
        let served = "navigator.serviceWorker.ready.then(() => new Promise((done) => {
            const look = () => navigator.serviceWorker.controller ? done(true) : setTimeout(look, 50);
            look();
        }))";
        assert_eq!(self.evaluate(served).await, true);
    }

    /// Taps the first of these that is there.
    pub async fn tap_either(&self, ways: &[(&str, &str)]) {
        let begun = std::time::Instant::now();
        loop {
            for (role, name) in ways {
                if self.has(role, name).await {
                    return self.tap(role, name).await;
                }
            }
            assert!(begun.elapsed() < super::hands::PATIENCE, "none of {ways:?}: {}", self.text().await);
            tokio::time::sleep(std::time::Duration::from_millis(60)).await;
        }
    }
}
