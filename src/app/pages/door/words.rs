//! What the door says.

/// While the keeper has not answered for a while.
pub const OPENING: &str = "Opening…";
/// Back to the step before.
pub const BACK: &str = "Back";
/// On to the next step.
pub const NEXT: &str = "Next";
/// The cards need no passphrase.
pub const CARDS: &str = "Open the cards";
/// The made-up children.
pub const LOOK_AROUND: &str = "Look around with made-up children";
/// While a passphrase is turned into a key.
pub const MAKING_KEY: &str = "Making the key";
/// Why that takes long.
pub const MAKING_KEY_WHY: &str = "This takes a few seconds on purpose: it is what makes guessing slow.";

/// No name for the vault.
pub const NAMELESS: &str = "Any name will do, such as the name of your room.";

/// Welcome.
pub mod welcome {
    /// In the title.
    pub const TITLE: &str = "Welcome";
    /// The heading.
    pub const HEADING: &str = "A lamp in a quiet room";
    /// What it is for.
    pub const LEAD: &str =
        "Lantern Room helps you sit beside one child: listen, find a word for how it is, and remember it well.";
    /// Where things are kept.
    pub const KEPT: &str = "What you write stays on this tablet, sealed. There is no account and no server. It works \
                            without Wi-Fi.";
    /// Makes a vault.
    pub const BEGIN: &str = "Begin";
    /// Makes a vault and then brings a backup in.
    pub const FROM_FILE: &str = "I have a backup file";
    /// Lets the browser put the app on the home screen.
    pub const INSTALL: &str = "Put it on the home screen";
    /// How to do it by hand.
    pub const INSTALL_HELP: &str = "Keep it on the home screen";
    /// Where the browser hides it.
    pub const INSTALL_WHERE: &str = "Open the browser’s menu and choose “Install app” or “Add to home screen”. Lantern \
                                     Room then opens like any app, and the tablet is less likely to clear what it keeps.";
}

/// Install first, on an iPhone or iPad.
pub mod install {
    /// The heading.
    pub const TITLE: &str = "First, put it on the Home Screen";
    /// Why.
    pub const WHY: &str = "On an iPad or iPhone, what you write in this browser tab would not be in the installed app, \
                           and a tab’s things are cleared after a week unused. So we start there.";
    /// The steps: what to do, and the rest of the sentence.
    pub const STEPS: [(&str, &str); 3] = [
        ("Tap Share", "in Safari’s bar, at the top or the foot of the screen."),
        ("Tap “Add to Home Screen”,", "then Add."),
        ("Open Lantern Room", "from the Home Screen and begin there."),
    ];
    /// What can be done here.
    pub const HERE: &str = "Nothing is kept in this tab. You can still look around and read the cards here.";
}

/// The vault is open in another window.
pub mod elsewhere {
    /// The heading.
    pub const TITLE: &str = "Open in another window";
    /// What that means.
    pub const WHAT: &str = "This vault is already open in another tab or window on this tablet. Only one can write at a \
                            time, so that nothing is lost.";
    /// Has it here.
    pub const HERE: &str = "Use it here";
    /// What becomes of the other.
    pub const CONSEQUENCE: &str = "The other window saves what it has and closes its vault.";
    /// While the other window lets go.
    pub const TAKING: &str = "Waiting for the other window";
    /// Why that takes a moment.
    pub const TAKING_WHY: &str = "It is given a few seconds to save what it has.";
}

/// Trouble.
pub mod trouble {
    /// The button.
    pub const AGAIN: &str = "Try again";
    /// The cards need no storage.
    pub const CARDS: &str = super::CARDS;
    /// The technical words.
    pub const CAUSE: &str = "For whoever looks after this tablet";
    /// A browser that keeps nothing.
    pub const NOTHING_KEPT: &str = "This tablet will not keep things just now";
    /// What to look at then.
    pub const KEPT_POINTS: [(&str, &str); 3] = [
        ("Private window?", "Open Lantern Room in an ordinary window."),
        ("Full?", "Free some space: 200 MB is plenty."),
        ("Managed tablet?", "Ask your technician to allow site data for this address."),
    ];
    /// A full tablet.
    pub const FULL: &str = "The tablet is full";
    /// What to do then.
    pub const FULL_POINTS: [(&str, &str); 1] =
        [("Make room:", "delete photos or apps that nobody needs. 200 MB is plenty. What is saved already stays.")];
    /// Another window with another version.
    pub const IN_THE_WAY: &str = "Another window is in the way";
    /// The keeper or its storage has gone.
    pub const STOPPED: &str = "Lantern Room has stopped for a moment";
    /// Two versions.
    pub const VERSIONS: &str = "There is a newer version";
    /// A header that cannot be read.
    pub const UNREADABLE: &str = "The vault cannot be read";
    /// Anything else.
    pub const OTHER: &str = "Something is in the way";
    /// Too little room for a vault.
    pub const NO_ROOM: &str = "The browser offers so little room here that we would rather not make a vault that could \
                               vanish.";
    /// The same for a technician.
    pub const NO_ROOM_CAUSE: &str = "navigator.storage.estimate() gives a quota below 300 MB.";
}

/// Nothing is left of a vault.
pub mod lost {
    /// The heading.
    pub const TITLE: &str = "What was kept here is missing";
    /// What has happened.
    pub const WHAT: &str = "There was a vault in this browser. Nothing of it can be found now. Browsers do this when \
                            site data is cleared, and some do it on a full tablet.";
    /// What not to do, and why.
    pub const DO: &str = "Please do not clear or reinstall anything yet. Look once more: after a restart it is \
                          sometimes there again.";
    /// Looks again.
    pub const AGAIN: &str = "Look again";
    /// Keeps what is left.
    pub const SAVE: &str = "Save what is left";
    /// What that is good for.
    pub const SAVE_WHY: &str = "A sealed copy of whatever the browser still has, for the person who looks after this \
                                tablet.";
    /// Begins without it.
    pub const ANEW: &str = "Begin a new vault";
    /// What that means.
    pub const ANEW_WHY: &str = "Nothing of the old one is deleted. If it comes back, both are on the door.";
}

/// Several people, one tablet.
pub mod others {
    /// The question.
    pub const SOMEBODY_ELSE: &str = "Somebody else?";
    /// Before the vaults of others.
    pub const OPEN: &str = "Go to";
    /// Another vault on this tablet.
    pub const MAKE: &str = "Make a vault of your own";
    /// What that means.
    pub const MAKE_WHY: &str = "Each vault has its own passphrase. Nobody sees into another’s.";
    /// From the welcome back to a vault.
    pub const BACK: &str = "Back to";

    /// A vault whose name this tablet has forgotten, by its place in the list, from 0.
    pub fn nameless(at: usize) -> String {
        ["a vault whose name is not known here (", &(at + 1).to_string(), ")"].concat()
    }
}

/// Waiting after wrong guesses.
pub mod wait {
    /// Before the span.
    pub const BEFORE: &str = "You can try again in ";
    /// After the span.
    pub const AFTER: &str = ". Nothing is lost.";
    /// Said once, when it begins.
    pub const STARTED: &str = "You can try again in a while. Nothing is lost.";
    /// Said once, when it is over.
    pub const OVER: &str = "You can try again now.";
}

/// Unlocking.
pub mod unlock {
    /// In the title.
    pub const TITLE: &str = "Unlock";
    /// The heading, where the door does not know what the vault is called.
    pub const NAMELESS: &str = "Lantern Room";
    /// The field.
    pub const PASSPHRASE: &str = "Passphrase";
    /// The one sentence for a wrong passphrase, however it is wrong.
    pub const WRONG: &str = "That passphrase did not open the vault.";
    /// Nothing typed.
    pub const EMPTY: &str = "Please type the passphrase first.";
    /// No room to write down that somebody tries.
    pub const FULL: &str = "The tablet is full, and the door needs a little room to open. Delete photos or apps that \
                            nobody needs, then try again. What you typed is still here.";
    /// By what the tablet knows of its owner.
    pub const PASSKEY: &str = "Unlock with this tablet’s passkey";
    /// While it is asked.
    pub const ASKING_TABLET: &str = "The tablet asks for you: your finger, your face or its own code.";
    /// It gave nothing, or something that opens nothing.
    pub const NO_PASSKEY: &str =
        "The passkey did not open it this time. Nothing is lost: your passphrase opens it as always.";
    /// To the recovery code.
    pub const FORGOT: &str = "I forgot it";
    /// The cards need no passphrase.
    pub const CARDS: &str = "Cards, without unlocking";
    /// On to the short code, with which the vault is opened.
    pub const UNLOCK: &str = "Unlock";
    /// While it is tried.
    pub const OPENING: &str = "Opening the vault";
}

/// The short code.
pub mod code {
    /// The heading.
    pub const HEADING: &str = "A short code for now";
    /// What it is for.
    pub const WHAT: &str = "Cover hides the screen in one tap. This code, four to eight numbers, brings the same screen \
                            back. It lasts until the vault is locked and is never stored.";
    /// Opens the vault with it.
    pub const OPEN: &str = "Open the vault";
}

/// The cover.
pub mod cover {
    /// The heading.
    pub const HEADING: &str = "Resting";
    /// For whoever worries.
    pub const KEPT: &str = "Everything is kept.";
    /// In the demo; its code follows.
    pub const DEMO: &str = "The short code for looking around: ";
    /// The keypad.
    pub const CODE: &str = "Your short code";
    /// A wrong code.
    pub const WRONG: &str = "Not that one.";
    /// Where the length of the code is not known.
    pub const OPEN: &str = "Open";
    /// Lets go of the keys.
    pub const LOCK: &str = "Lock instead";
    /// The heading where a child has handed it over.
    pub const FOR_THE_GROWN_UP: &str = "For the grown-up";
    /// Below it.
    pub const NOW_THE_GROWN_UPS_TURN: &str = "Your short code, please.";
    /// Gives it back to the child.
    pub const BACK: &str = "Back";

    /// How many tries are left.
    pub fn tries(left: u8) -> String {
        let count = match left {
            0 => return "It locks now.".into(),
            1 => return "One try left, then it locks.".into(),
            2 => "Two",
            3 => "Three",
            4 => "Four",
            _ => return format!("{left} tries left, then it locks."),
        };
        format!("{count} tries left, then it locks.")
    }

    #[cfg(test)]
    mod tests {
        #[test]
        fn tries_are_counted_calmly() {
            assert_eq!(super::tries(3), "Three tries left, then it locks.");
            assert_eq!(super::tries(1), "One try left, then it locks.");
        }
    }
}

/// Choosing a passphrase.
pub mod passphrase {
    /// What makes a good one.
    pub const WHAT: &str = "Five words that nobody would guess. We suggest these; make your own if you like.";
    /// What is chosen.
    pub const LEGEND: &str = "Passphrase";
    /// Drawn words.
    pub const SUGGESTED: &str = "Use these words";
    /// Where they come from.
    pub const SUGGESTED_MORE: &str = "Made on this tablet just now";
    /// One's own.
    pub const OWN: &str = "Write my own";
    /// Its length.
    pub const OWN_MORE: &str = "15 characters or more";
    /// The drawn words.
    pub const SUGGESTION: &str = "Suggested passphrase";
    /// Draws again.
    pub const OTHER_WORDS: &str = "Other words";
    /// What to do with it.
    pub const WRITE_DOWN: &str = "Write it down and keep it where you keep keys. Nobody can look it up for you.";
    /// At the field.
    pub const OWN_HINT: &str = "15 characters or more. A short sentence is good.";
    /// The meter.
    pub const STRENGTH: &str = "Strength";
    /// The second field.
    pub const AGAIN: &str = "Type it once more";
    /// They differ.
    pub const NOT_THE_SAME: &str = "These two are not the same yet.";
    /// Weak: common.
    pub const COMMON: &str = "Long enough, but many people would think of this. Add two words of your own.";
    /// Weak: repeats.
    pub const REPEATS: &str = "Long enough, but it repeats itself. Add two different words.";
    /// Weak: a row of keys.
    pub const SEQUENCE: &str = "Long enough, but it runs along the keys. Add two words of your own.";
    /// Fair.
    pub const FAIR: &str = "Good. One more unusual word would make it very good.";
    /// Good.
    pub const GOOD: &str = "Very good, if you can remember it.";

    /// What is missing to the fewest characters.
    pub fn missing(missing: usize) -> String {
        match missing {
            1 => "One more character, and it is long enough.".into(),
            missing => format!("{missing} more characters, and it is long enough."),
        }
    }
}

/// Making a vault.
pub mod create {
    /// For whoever has a backup file.
    pub const FROM_FILE: &str = "First a new vault on this tablet, with its own passphrase and its own recovery code. \
                                 Then you bring your file in, with the recovery code or passphrase it was made for.";
    /// The heading of the first step.
    pub const NAME_HEADING: &str = "What shall we call it?";
    /// What a vault is.
    pub const NAME_WHAT: &str = "A vault is where this tablet keeps what you are told. Give it a name you will know, \
                                 such as your room. It is seen before unlocking, so not a child’s name.";
    /// In a browser's window.
    pub const PRIVATE: &str =
        "Is this a private window? Then everything is gone when it is closed. Use an ordinary one.";
    /// The field.
    pub const NAME: &str = "Name of the vault";
    /// The heading of the second step.
    pub const PASSPHRASE_HEADING: &str = "Choose a passphrase";
    /// Back from a recovery code that was shown.
    pub const NEW_SHEET: &str =
        "Going on from here makes a new recovery code. The one you have just seen will not open anything.";
    /// The heading of the third step.
    pub const SHEET_HEADING: &str = "Your recovery code";
    /// What it is for.
    pub const SHEET_WHAT: &str = "If the passphrase is forgotten, this code opens the vault. It is the only other key. \
                                  Print it or copy it by hand, and keep it away from the tablet.";
    /// The list of groups.
    pub const SHEET_CODE: &str = "Recovery code";
    /// On paper only.
    pub const SHEET_HOW: &str = "On the unlock page choose “I forgot it” and type all nine parts. Whoever holds this \
                                 sheet and the tablet can open the vault.";
    /// Prints it.
    pub const PRINT: &str = "Print";
    /// Goes on.
    pub const ON_PAPER: &str = "I have it on paper";
    /// The heading of the step after it.
    pub const TYPE_BACK_HEADING: &str = "Type three parts back";
    /// Why.
    pub const TYPE_BACK_WHAT: &str =
        "From your paper, so that we both know it can be read. The vault is made after this.";
    /// Goes on to the short code, with which the vault is made.
    pub const MAKE: &str = "Make the vault";
    /// A part that differs.
    pub const GROUP_WRONG: &str = "Not as on the sheet.";
    /// Back to the sheet.
    pub const SEE_AGAIN: &str = "See the code again";

    /// "Step 2 of 4: a passphrase".
    pub fn step(number: u8) -> String {
        let what = match number {
            1 => "a name for the vault",
            2 => "a passphrase",
            3 => "a recovery code",
            _ => "a short code",
        };
        format!("Step {number} of 4: {what}")
    }

    /// A field for one group.
    pub fn group(number: u8) -> String {
        format!("Part {number}")
    }

    /// The title of the printed sheet.
    pub fn sheet_title(nickname: &str) -> String {
        format!("Lantern Room: recovery code for “{nickname}”")
    }

    /// When it was made.
    pub fn sheet_made(day: &str) -> String {
        format!("Made on {day}. Keep this sheet locked away, apart from the tablet.")
    }
}

/// A new passphrase by the recovery code.
pub mod recover {
    /// In the title.
    pub const TITLE: &str = "A new passphrase";
    /// The heading of the first step.
    pub const HEADING: &str = "Use your recovery code";
    /// Where it is.
    pub const WHAT: &str = "It is on the paper you made when the vault was new: nine parts of three.";
    /// The field.
    pub const CODE: &str = "Recovery code";
    /// How it may be typed.
    pub const HINT: &str = "Spaces and small letters are fine.";
    /// For the school.
    pub const SCHOOL: &str = "A school that was given a way in types its secret key here.";
    /// On.
    pub const GO_ON: &str = "Go on";
    /// What comes, and what does not.
    pub const AFTER: &str = "After this you choose a new passphrase. Everything in the vault stays as it is. Without the \
                             passphrase and without the code, nobody can open it, and that includes us.";
    /// The one sentence for a code that is not this vault's.
    pub const WRONG: &str = "That code did not open the vault. Is it this tablet’s sheet?";
    /// Nothing typed.
    pub const EMPTY: &str = "Please type the code from your sheet.";
    /// The check symbol differs.
    pub const CHECK: &str = "One of the letters or numbers is mistyped, or two are swapped.";
    /// The heading of the second step.
    pub const PASSPHRASE_HEADING: &str = "Choose a new passphrase";

    /// Too few or too many.
    pub fn length(found: usize) -> String {
        if found < 27 {
            format!("So far these are {found} of the 27 letters and numbers.")
        } else {
            format!("These are {found} letters and numbers; the code has 27.")
        }
    }

    /// A character that is in no code.
    pub fn character(found: char, place: usize) -> String {
        format!("“{found}” in place {place} is in no recovery code. Look at it once more.")
    }
}
