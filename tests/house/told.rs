//! An hour's use with words that stand nowhere else, for searches of whatever may have kept them.

use super::Browser;
use super::errands::{PASSPHRASE, Secrets};

/// A child's name.
pub const NAME: &str = "Zebedee Quillfeather";
/// A part of it.
pub const SURNAME: &str = "Quillfeather";
/// The child's own word.
pub const OWN_WORD: &str = "wobblegrumpish";
/// Why a check-in was amended.
pub const REASON: &str = "Peregrine mentioned the marmaladery";

impl Browser {
    /// A child, a check-in with a word of their own, and an amendment: one of each kind of thing that is told.
    pub async fn tell_the_untellable(&self, secrets: &Secrets) {
        self.add_a_child(NAME, "Hare", "Rose", "B").await;
        self.begin_a_check_in().await;
        self.tap("button", "my own word").await;
        self.type_in("My own word", OWN_WORD).await;
        self.tap("button", "That’s it").await;
        self.tap("button", "Next").await;
        self.tap("radio", "big").await;
        self.tap("button", "A drink of water").await;
        self.tap("button", "That’s all").await;
        self.hand_back(&secrets.code).await;
        self.tap_beginning("link", "‘").await;
        self.tap("link", "Amend").await;
        self.type_in("Why it is amended", REASON).await;
        self.tap("button", "Keep the change").await;
        self.sees(REASON).await;
    }
}

/// Everything of it that must not be found, and the vault's secrets as somebody may write them.
pub fn markers(secrets: &Secrets) -> Vec<String> {
    let mut markers: Vec<String> =
        [NAME, SURNAME, OWN_WORD, REASON, "marmaladery", PASSPHRASE].map(str::to_owned).into();
    let groups = &secrets.recovery;
    markers.extend([groups.concat(), groups.join(" "), groups.join("-"), groups[..2].concat()]);
    markers
}
