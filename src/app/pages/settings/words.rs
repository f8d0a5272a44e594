//! What the settings say.

use crate::app::pages::backup::words as backup;
use crate::keeper::message::{Health, SecondCopy};
use crate::platform::settings::{TextSize, Theme};

/// The page.
pub const TITLE: &str = "Settings";
/// Saves a form.
pub const SAVE: &str = "Save";

/// Theme and size.
pub const LIGHT: &str = "Light and text";
/// The theme.
pub const THEME: &str = "Theme";
/// The size.
pub const TEXT: &str = "Text";

/// Cover and lock.
pub const COVER_AND_LOCK: &str = "Cover and lock";
/// Until the cover.
pub const COVER_AFTER: &str = "Cover by itself after";
/// Until the lock.
pub const LOCK_AFTER: &str = "Lock when covered for";
/// What else covers.
pub const HIDDEN: &str = "When another app is in front, or the screen goes dark, Lantern Room covers itself at once.";
/// The name of the vault.
pub const NICKNAME: &str = "Name of the vault";
/// Who sees it.
pub const NICKNAME_HINT: &str = "It is seen before unlocking: not a child’s name.";
/// Locks.
pub const LOCK_NOW: &str = "Lock now";

/// The school's details.
pub const SCHOOL: &str = "Safeguarding at our school";
/// What belongs there.
pub const SCHOOL_WHAT: &str = "Shown on the safeguarding page while the vault is open or covered. Only staff in their \
                               roles: nothing about a child belongs here.";
/// The lead.
pub const LEAD: &str = "Designated safeguarding lead";
/// The lead's name.
pub const LEAD_NAME: &str = "Safeguarding lead: name";
/// How to reach the lead.
pub const LEAD_REACH: &str = "Lead: where, or which telephone";
/// The deputy.
pub const DEPUTY: &str = "Deputy safeguarding lead";
/// The deputy's name.
pub const DEPUTY_NAME: &str = "Deputy: name";
/// How to reach the deputy.
pub const DEPUTY_REACH: &str = "Deputy: where, or which telephone";
/// The policy.
pub const POLICY: &str = "What our policy asks for first";

/// What is kept.
pub const KEPT: &str = "What is kept";
/// The browser has agreed.
pub const PERSISTED: &str = "This tablet keeps Lantern Room’s data.";
/// What that means.
pub const PERSISTED_MORE: &str = "It agreed not to clear it by itself.";
/// It has not.
pub const NOT_PERSISTED: &str = "This tablet has not promised to keep the data.";
/// What that means.
pub const NOT_PERSISTED_MORE: &str = "If it runs out of space it may clear it. Putting Lantern Room on the home screen \
                                      helps, and so does asking again after some use.";
/// It cannot be asked.
pub const UNKNOWN_PERSISTED: &str = "This browser does not say whether it will keep the data.";
/// Asks the browser.
pub const ASK_AGAIN: &str = "Ask again";
/// The demo keeps nothing.
pub const DEMO: &str = "You are looking around: nothing here is kept.";
/// The facts: the vault.
pub const VAULT: &str = "Vault";
/// The facts: space.
pub const SPACE: &str = "Space used";
/// The facts: the version.
pub const VERSION: &str = "Version";
/// Room is getting tight.
pub const TIGHT: &str = "Space is getting short on this tablet. Make room before the next long day.";

/// A new version.
pub const UPDATE_READY: &str = "A new version is ready.";
/// What it takes.
pub const UPDATE_COST: &str = "It takes a second and locks the vault; everything is kept.";
/// Something is typed and not saved.
pub const UPDATE_LATER: &str = "Save what is typed above first, then it can be used.";
/// Brings it in.
pub const UPDATE: &str = "Use it now";
/// Looks for one.
pub const LOOK: &str = "Look for a new version";
/// It was looked for.
pub const LOOKED: &str = "If there is one, it is offered here in a moment.";
/// Puts the app on the home screen.
pub const INSTALL: &str = "Put it on the home screen";

/// A theme, and a few words more.
pub const fn theme(theme: Theme) -> (&'static str, &'static str) {
    match theme {
        Theme::Device => ("As the tablet", ""),
        Theme::Day => ("Day", ""),
        Theme::Night => ("Night", ""),
        Theme::FairyLights => ("Fairy lights", "dim and warm"),
    }
}

/// A size of text.
pub const fn text_size(size: TextSize) -> &'static str {
    match size {
        TextSize::Usual => "Ordinary",
        TextSize::Large => "Large",
        TextSize::Largest => "Larger",
    }
}

/// A number of minutes.
pub fn minutes(minutes: u8) -> String {
    if minutes == 1 { "1 minute".into() } else { format!("{minutes} minutes") }
}

/// Whether everything can be read.
pub fn health(health: Health) -> (String, &'static str) {
    let count = |number: u32| match number {
        1 => "One record".to_owned(),
        number => format!("{number} records"),
    };
    match health {
        Health { unreadable: 0, .. } => ("Everything stored here can be read.".into(), ""),
        Health { unreadable, too_new, .. } if unreadable == too_new => (
            format!("{} from a newer Lantern Room.", are(&count(unreadable), unreadable)),
            "What it holds is kept as it is; bring in the new version to read it.",
        ),
        Health { unreadable, .. } => (
            format!("{} could not be read.", count(unreadable)),
            "What it holds is kept as it is; the rest works. Please tell whoever looks after this tablet.",
        ),
    }
}

/// Whether everything is kept twice, and what had to be made good; nothing where all is as it should be.
pub fn copies(health: Health) -> (&'static str, &'static str) {
    match health {
        Health { older: true, .. } => (backup::OLDER, backup::OLDER_MORE),
        Health { altered: true, .. } => (
            "Something kept here was changed from outside Lantern Room.",
            "A record is missing or older than it should be. The rest can be trusted. Compare with a backup, and tell \
             whoever looks after this tablet.",
        ),
        Health { second_copy: SecondCopy::Impossible, .. } => (
            "This browser keeps one copy only.",
            "Other browsers keep a second one beside it. Here a backup matters all the more.",
        ),
        Health { second_copy: SecondCopy::Alone, .. } => (
            "Only one copy could be written this time.",
            "This browser’s database does not open. Everything is there and is kept, but once only: take a backup today, \
             and tell whoever looks after this tablet.",
        ),
        Health { second_copy: SecondCopy::Refused, .. } => (
            "The second copy could not be written this time.",
            "It is made good when Lantern Room is opened again. A backup now is a good idea.",
        ),
        Health { put_back: 1.., .. } => (
            "The browser had lost something, and it was put back.",
            "Nothing is missing. Should this happen again, please tell whoever looks after this tablet.",
        ),
        _ => ("Everything is kept twice on this tablet.", ""),
    }
}

fn are(count: &str, number: u32) -> String {
    format!("{count} {}", if number == 1 { "is" } else { "are" })
}

/// A number of bytes, to a tenth of a megabyte.
pub fn megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_counted_and_never_called_lost() {
        let all = Health { records: 40, ..Health::default() };
        assert_eq!(health(all).0, "Everything stored here can be read.");
        assert_eq!(health(Health { unreadable: 1, ..all }).0, "One record could not be read.");
        assert_eq!(health(Health { unreadable: 3, too_new: 1, ..all }).0, "3 records could not be read.");
        let newer = health(Health { unreadable: 2, too_new: 2, ..all });
        assert_eq!(newer.0, "2 records are from a newer Lantern Room.");
        assert!(newer.1.contains("kept as it is"));
    }

    #[test]
    fn space_is_told_to_a_tenth_and_never_as_nothing() {
        assert_eq!(megabytes(0), "0.0 MB");
        assert_eq!(megabytes(1), "0.1 MB");
        assert_eq!(megabytes(1_400_000), "1.4 MB");
        assert_eq!(megabytes(23_050_000), "23.1 MB");
    }

    #[test]
    fn one_minute_is_one() {
        assert_eq!(minutes(1), "1 minute");
        assert_eq!(minutes(15), "15 minutes");
    }
}
