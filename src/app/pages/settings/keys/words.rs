//! What is said about keys.

use crate::keeper::message::Resealing;

/// The page.
pub const TITLE: &str = "Keys";
/// What the settings say about it.
pub const OVERVIEW_WHAT: &str =
    "Your passphrase, the recovery code on paper, and what to do when someone may have seen one of them.";
/// The link to it.
pub const OVERVIEW_LINK: &str = "Passphrase, recovery code, passkey";
/// Back.
pub const BACK: &str = "Back";
/// With made-up children.
pub const DEMO: &str = "These are made-up children: nothing is kept, so there is nothing to lock.";

/// Sealing again, in words; nothing when there is nothing to say.
pub fn resealing(resealing: Resealing) -> Option<String> {
    match resealing {
        Resealing::Nothing => None,
        Resealing::UnderWay { left: 1 } => Some("The new key is being put to use: the last step is left.".into()),
        Resealing::UnderWay { left } => Some(format!(
            "The new key is being put to use: about {left} records are left. You can go on working, and close the app: it \
             goes on when the vault is next open."
        )),
        Resealing::AllButTheUnreadable => {
            Some("The new key is in use. What cannot be read was left as it is, so that it is not lost.".into())
        }
    }
}

/// Showing again who it is.
pub mod confirm {
    /// Why.
    pub const WHY: &str = "First, so that nobody does this for you:";
    /// The field.
    pub const PASSPHRASE: &str = "Your passphrase";
    /// On.
    pub const GO_ON: &str = "Go on";
    /// By the tablet.
    pub const PASSKEY: &str = "Use this tablet’s passkey";
    /// The passkey gave nothing.
    pub const NO_PASSKEY: &str = "The passkey did not answer this time. Your passphrase does.";
    /// While it is tried.
    pub const TRYING: &str = "One moment";
}

/// Another passphrase.
pub mod passphrase {
    /// The page.
    pub const TITLE: &str = "Change the passphrase";
    /// What happens.
    pub const WHAT: &str = "The old passphrase opens nothing afterwards. The recovery code on paper stays as it is.";
    /// The field for the present one.
    pub const PRESENT: &str = "The passphrase you have now";
    /// Does it.
    pub const CHANGE: &str = "Change it";
    /// It is done.
    pub const CHANGED: &str = "From now on the new passphrase opens the vault.";
}

/// A new recovery code.
pub mod code {
    /// The page.
    pub const TITLE: &str = "A new recovery code";
    /// What happens.
    pub const WHAT: &str = "For when the paper is lost, or cannot be read any more. The old code opens the vault until you have typed \
                            parts of the new one back; then only the new one does.";
    /// On the sheet.
    pub const SHEET: &str = "If the passphrase is forgotten, this code opens the vault. It is not valid yet: print or copy it, then \
                             type parts of it back.";
    /// Does it.
    pub const KEEP: &str = "Use the new code";
    /// It is done.
    pub const KEPT: &str = "The new code is valid. Please destroy the old paper.";
}

/// The sheet and typing it back.
pub mod sheet {
    /// The sheet's heading.
    pub const HEADING: &str = "Your new recovery code";
    /// On.
    pub const ON_PAPER: &str = "I have it on paper";
    /// The next heading.
    pub const TYPE_BACK: &str = "Type three parts back";
    /// Why.
    pub const WHY: &str = "From your paper, so that we both know it can be read.";
    /// Back to the sheet.
    pub const SEE_AGAIN: &str = "See the code again";
}

/// Somebody may have seen it.
pub mod seen {
    /// The page.
    pub const TITLE: &str = "Someone may have seen it";
    /// What happens.
    pub const STEPS: [&str; 4] = [
        "You choose a new passphrase and get a new recovery code. The old ones open nothing from then on.",
        "Every record is locked anew, in the background. Nothing is lost, and you can go on working.",
        "The tablet’s passkey is taken away; you can add it again afterwards.",
        "Backups made before still open with the old recovery code. Make a new one, and delete the old.",
    ];
    /// When not.
    pub const ONLY_PAPER: &str =
        "Only lost the paper, and nobody else has held the tablet? A new recovery code is enough.";
    /// Begins.
    pub const BEGIN: &str = "Begin";
    /// Choosing.
    pub const CHOOSE: &str = "Choose a new passphrase";
    /// On the sheet.
    pub const SHEET: &str = "If the new passphrase is forgotten, this code opens the vault. Nothing is changed yet: print or copy it, \
                             then type parts of it back.";
    /// Does it.
    pub const ROTATE: &str = "Lock everything anew";
    /// It is done.
    pub const ROTATED: &str = "The new passphrase and the new code are valid; the old ones open nothing any more. Please destroy the old \
                               paper.";
    /// On.
    pub const NEXT: &str = "Next";
}

/// The tablet's passkey.
pub mod passkey {
    /// The page.
    pub const TITLE: &str = "This tablet’s passkey";
    /// What it is.
    pub const WHAT: &str = "Your finger, your face or the tablet’s own code opens the vault. The passphrase opens it as before; you may \
                            be asked for it at any time, so keep it.";
    /// The preference.
    pub const ALONE: &str = "This tablet is mine alone";
    /// Why it is asked.
    pub const ALONE_WHY: &str = "Everybody whose finger or face this tablet knows, and everybody who knows its code, could open the vault. \
                                 On a tablet that is shared the passkey is not offered.";
    /// Where it goes.
    pub const SYNCED: &str = "Some tablets keep passkeys in your own account, so that they are on your other devices too. Nothing from the \
                              vault goes there.";
    /// Not here.
    pub const NOT_HERE: &str =
        "This browser or tablet cannot open the vault with a passkey. The passphrase does all that it would.";
    /// Adds it.
    pub const ADD: &str = "Add the passkey";
    /// While it is made.
    pub const MAKING: &str = "The tablet asks for you";
    /// Why.
    pub const MAKING_WHY: &str = "Your finger, your face or its own code. It may ask twice.";
    /// It is done.
    pub const ADDED: &str = "The passkey opens the vault from now on, beside the passphrase.";
    /// It was stopped.
    pub const DECLINED: &str = "No passkey was added: it was stopped, or the tablet did not know you. You can try again; the passphrase \
                                opens the vault as always.";
    /// It cannot.
    pub const UNABLE: &str = "This tablet made a passkey but cannot lock a vault with it, so it was not added. You can delete it in the \
                              tablet’s own settings. The passphrase opens the vault as always.";
    /// One that is there.
    pub const THERE: &str = "A passkey of this tablet opens the vault.";
    /// Takes it away.
    pub const REMOVE: &str = "Remove the passkey";
    /// It is done.
    pub const REMOVED: &str =
        "The passkey opens nothing any more. You can delete it in the tablet’s own settings, too.";
}

/// A way in for the school.
pub mod school {
    /// The page.
    pub const TITLE: &str = "A way in for the school";
    /// What it is.
    pub const WHAT: &str = "If you are away for long or leave, your school can open this vault with its own key and \
                            choose a new passphrase, so that nothing about a child is lost. You need not give it: ask \
                            your data-protection lead.";
    /// How it is used.
    pub const HOW: &str = "On this tablet: “I forgot it” at the door, and the school’s secret key in place of the \
                           recovery code. Whoever has that key can read everything here.";
    /// The field.
    pub const KEY: &str = "The school’s public key";
    /// What it looks like.
    pub const KEY_HINT: &str = "It begins with age1.";
    /// Nothing typed.
    pub const EMPTY: &str = "Please type the school’s public key.";
    /// Gives it.
    pub const GIVE: &str = "Give the school a way in";
    /// It is given.
    pub const THERE: &str = "The school has a way in, with the secret to this key:";
    /// After a change of key.
    pub const WAITS: &str = "Since everything was locked anew, the school has no way in any more. Give it again if it \
                             is still to have one.";
    /// Takes it away.
    pub const REMOVE: &str = "Take it away";
    /// It is gone.
    pub const REMOVED: &str = "The school has no way in any more. Its key still opens backups that were made for it.";
    /// It is given.
    pub const GIVEN: &str = "The school can open this vault with its key from now on.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_said_only_while_something_is() {
        assert_eq!(resealing(Resealing::Nothing), None);
        let left = resealing(Resealing::UnderWay { left: 120 });
        assert!(left.is_some_and(|left| left.contains("about 120 records")));
    }
}
