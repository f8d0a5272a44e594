//! What is said when something could not be done: what happened, that the words are still there, what to do.

use crate::domain::TextFault;
use crate::keeper::exchange::FileTrouble;
use crate::keeper::{Refusal, StorageTrouble};

/// The sentence for a refusal, for a person who may be in a hurry.
pub fn sentence(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Text(fault) => field_sentence(*fault),
        Refusal::ShortPassphrase { missing: 1 } => "One more character, and it is long enough.".into(),
        Refusal::ShortPassphrase { missing } => format!("{missing} more characters, and it is long enough."),
        Refusal::WrongSecret { wait_millis: 0 } => "That does not open it. Nothing is lost: try again.".into(),
        Refusal::WrongSecret { wait_millis } | Refusal::TooSoon { wait_millis } => {
            format!("That does not open it. Nothing is lost: try again in {}.", span(*wait_millis))
        }
        Refusal::File(FileTrouble::NewerFile { app, .. }) if !app.is_empty() => {
            format!("This file needs Lantern Room {app} or newer. Nothing was changed; bring in the new version first.")
        }
        other => fixed(other).into(),
    }
}

/// The sentence at a text field.
pub fn field_sentence(fault: TextFault) -> String {
    match fault {
        TextFault::Empty => "Something is needed here, even if it is only initials.".into(),
        TextFault::TooLong { limit, .. } => format!("This is too long: {limit} characters fit. Nothing has been cut."),
        TextFault::Hidden => {
            "There is a hidden character in this, perhaps from copying. Please type it instead.".into()
        }
    }
}

fn fixed(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::MistypedCode => {
            "Something in the recovery code is mistyped. Every letter and number counts; spaces do not."
        }
        Refusal::GroupsDiffer => "These are not the groups on your sheet. Look at the sheet once more.",
        Refusal::OddCode => "The short code is four to eight numbers.",
        Refusal::NotFound => "This is no longer here. It may have been removed or moved to a child.",
        Refusal::Finished => "This is finished. You can still amend it from the child’s page.",
        Refusal::NotOpen => "Lantern Room has closed in the meantime. Open it again: what was saved is there.",
        Refusal::VaultExists => "There is a vault on this tablet already. Nothing was changed.",
        Refusal::OtherBuild => "Lantern Room was updated in the meantime. Close it and open it again.",
        Refusal::Unreadable => {
            "Part of what is stored cannot be read, so nothing was changed. It is kept; please tell whoever looks after \
             this tablet."
        }
        Refusal::NewerApp => {
            "This was written by a newer Lantern Room. Nothing was changed: close the app, connect once to the internet \
             and open it again."
        }
        Refusal::NotConfirmed => "Too much time has passed. Nothing was changed: begin again from Settings.",
        Refusal::SharedTablet => "This tablet may be somebody else’s too, so nothing was changed.",
        Refusal::StillResealing => {
            "The new key is still being put to use. Leave the vault open for a few minutes, then try again."
        }
        Refusal::Device => "The tablet is short of memory. Close other apps and try again; nothing is lost.",
        Refusal::Gone => "Lantern Room has stopped. What it showed as saved is saved. Close it and open it again.",
        Refusal::Storage(trouble) => storage(trouble),
        Refusal::File(trouble) => file(trouble),
        Refusal::Text(_) | Refusal::ShortPassphrase { .. } | Refusal::WrongSecret { .. } | Refusal::TooSoon { .. } => {
            "Please try again."
        }
    }
}

fn storage(trouble: &StorageTrouble) -> &'static str {
    match trouble {
        StorageTrouble::Full => {
            "The tablet is full, so this is not saved yet. It is still here on the screen: make room, then try again."
        }
        StorageTrouble::Unavailable => {
            "This browser window keeps nothing. Open Lantern Room from the home screen, or in an ordinary window."
        }
        StorageTrouble::TimedOut => "The tablet’s storage does not answer. Close Lantern Room and open it again.",
        StorageTrouble::Blocked => "Another window of Lantern Room is in the way. Close it, then try again.",
        StorageTrouble::Lost => {
            "The tablet’s storage went away, so the last thing is not saved. It is still here on the screen: note it, \
             then close Lantern Room and open it again."
        }
        StorageTrouble::TwoVaults => {
            "The two copies of what is kept here do not belong together. Neither was touched; please tell whoever looks \
             after this tablet."
        }
        StorageTrouble::Other(_) => {
            "The tablet could not save this. It is still here on the screen: try again in a moment."
        }
    }
}

fn file(trouble: &FileTrouble) -> &'static str {
    match trouble {
        FileTrouble::NotABackup => {
            "This is not a backup of Lantern Room. Nothing was changed; perhaps it is another file."
        }
        FileTrouble::WrongKey => {
            "That does not open this file. Nothing was changed: look at the sheet or the words again."
        }
        FileTrouble::NeedsPassphrase => "This file opens with a passphrase of its own, not with a recovery code.",
        FileTrouble::NeedsCode => "This file opens with a recovery code, not with a passphrase.",
        FileTrouble::Damaged => {
            "This file is not as it was written, so nothing of it was taken in. Perhaps there is another copy."
        }
        FileTrouble::NewerFile { .. } => "This file needs a newer Lantern Room. Nothing was changed.",
        FileTrouble::TooLarge => "This is more than one file can hold. Nothing was changed.",
        FileTrouble::TooCostly => "Opening this file would take more memory than a tablet has. Nothing was changed.",
        FileTrouble::Ahead => {
            "This file is dated a hundred years ahead, which no clock was. Nothing was changed: please look whether the \
             date of this tablet is right, then try again."
        }
        FileTrouble::Mixed => "This file holds what it should not, so nothing of it was taken in.",
        FileTrouble::NoRecipient => {
            "There is nobody yet for whom this file could be locked. Type the recovery code first."
        }
        FileTrouble::OddRecipient => "This is not a public key: it begins with age1 and has 62 letters and numbers.",
        FileTrouble::NothingRead => "The file has to be read once more. Nothing was changed.",
        FileTrouble::NotVerified => {
            "Not everything from the file is here. What was here before is; please bring the file in again."
        }
        FileTrouble::Program => "The part that makes and reads files could not start. Nothing was changed; try again.",
    }
}

/// A span of time in words: "8 seconds", "2 minutes".
pub fn span(millis: u32) -> String {
    let seconds = millis.div_ceil(1000);
    match (seconds, seconds.div_ceil(60)) {
        (0 | 1, _) => "a second".into(),
        (2..=59, _) => format!("{seconds} seconds"),
        (_, 1) => "a minute".into(),
        (_, minutes) => format!("{minutes} minutes"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_said_as_people_say_them() {
        for (millis, words) in [
            (400, "a second"),
            (4_200, "5 seconds"),
            (60_000, "a minute"),
            (61_000, "2 minutes"),
            (900_000, "15 minutes"),
        ] {
            assert_eq!(span(millis), words);
        }
    }

    #[test]
    fn a_wrong_passphrase_and_one_tried_too_soon_read_the_same() {
        let (wrong, soon) = (Refusal::WrongSecret { wait_millis: 5_000 }, Refusal::TooSoon { wait_millis: 5_000 });
        assert_eq!(sentence(&wrong), sentence(&soon));
    }

    #[test]
    fn a_failed_save_says_that_the_words_are_still_there() {
        for trouble in [StorageTrouble::Full, StorageTrouble::Lost, StorageTrouble::Other("AbortError".into())] {
            assert!(storage(&trouble).contains("still here on the screen"));
        }
    }
}
