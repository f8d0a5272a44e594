//! What the pages about backup files say.

use crate::app::components::when;
use crate::domain::{Due, Kind};
use crate::keeper::exchange::{Extent, Summary};
use crate::keeper::message::{BackupFile, BackupState, FileReading};

/// The page, and the section in the settings.
pub const BACKUP: &str = "Backup";
/// Back to the settings.
pub const SETTINGS: &str = "Settings";
/// Leads to the page.
pub const ABOUT_BACKUPS: &str = "Backups";
/// In the demo.
pub const DEMO: &str = "These children are made up, so there is nothing to back up.";
/// Why.
pub const WHY: &str = "A tablet can be lost or broken. A backup is one file with everything in this vault, locked so that \
                       only you can open it. Keep it somewhere else: on the school’s drive, or on a stick.";

/// Makes a file.
pub const MAKE: &str = "Make a backup";
/// While it is made.
pub const MAKING: &str = "Making the file…";
/// Who can open it.
pub const WHO_OPENS: &str = "It opens with";
/// The choice: the recovery code.
pub const WITH_CODE: &str = "My recovery code";
/// The choice: the recovery code, where the school has a key.
pub const WITH_CODE_MORE: &str = "and the school’s key, if one is set";
/// The choice: a passphrase.
pub const WITH_PASSPHRASE: &str = "A passphrase for this file";
/// What that takes.
pub const WITH_PASSPHRASE_MORE: &str = "without it, nobody can open the file";
/// The vault's passphrase.
pub const PASSPHRASE: &str = "Passphrase of this vault";
/// Why it is asked for again.
pub const PASSPHRASE_HINT: &str = "Asked for again, because the file leaves the tablet.";
/// The passphrase is not right.
pub const EMPTY: &str = "Type the passphrase of this vault first.";
/// The browser did not take the file.
pub const NOT_TAKEN: &str = "The browser did not take the file. Nothing was changed; please try again.";
/// After a file was made.
pub const NOW_KEEP_IT: &str = "It is among this tablet’s downloads now. Put it where it is to stay, then check it there: only \
                               a file that was read back counts.";

/// Checks a file.
pub const CHECK: &str = "Check a backup file";
/// What that does.
pub const CHECK_WHAT: &str =
    "This reads the whole file and changes nothing. A backup of this vault then counts as made.";
/// Checks it.
pub const CHECK_IT: &str = "Check this file";
/// Brings a file in.
pub const BRING_IN: &str = "Bring in a file";
/// What that does.
pub const BRING_IN_WHAT: &str = "A backup, a child who was handed over to you, or the sealed file of the recovery page. You see \
                                 first what it brings. Nothing that is here is removed.";
/// When an older state was found.
pub const OLDER: &str = "This tablet gave back an older state.";
/// Below it.
pub const OLDER_MORE: &str = "What was written here last is missing: please look at your last days. If you have a backup, \
                              bring it in: it puts back what is missing and takes nothing away.";
/// Takes note of it.
pub const OLDER_UNDERSTOOD: &str = "I know";
/// Reads it.
pub const READ_IT: &str = "Read this file";
/// The file.
pub const FILE: &str = "The file";
/// None was picked.
pub const NO_FILE: &str = "Choose the file first.";
/// It could not be read.
pub const UNREADABLE: &str = "The tablet could not read this file. Is it still where it was?";
/// More than a file can be.
pub const TOO_LARGE: &str = "This file is larger than any backup can be.";
/// What opens it.
pub const OPENS_WITH: &str = "It opens with";
/// A recovery code.
pub const A_CODE: &str = "A recovery code";
/// The one of the vault it was made from.
pub const A_CODE_MORE: &str = "of the vault it was made from";
/// A passphrase.
pub const A_PASSPHRASE: &str = "A passphrase";
/// Of the file.
pub const A_PASSPHRASE_MORE: &str = "that was chosen for the file; for a sealed file, the vault’s own";
/// The recovery code.
pub const CODE: &str = "Recovery code";
/// The passphrase of the file.
pub const FILE_PASSPHRASE: &str = "Passphrase of the file";
/// Nothing typed.
pub const EMPTY_SECRET: &str = "This is needed to open the file.";
/// While a file is read.
pub const READING: &str = "Reading the file…";
/// Brings in what was read.
pub const TAKE_IT_IN: &str = "Bring it in";
/// Leaves it.
pub const LEAVE_IT: &str = "Leave it";
/// It brings nothing.
pub const NOTHING_NEW: &str = "Everything in this file is here already.";
/// It was brought in.
pub const DONE: &str = "It is here now.";
/// To Today.
pub const TO_TODAY: &str = "Go to Today";
/// It counts.
pub const VERIFIED: &str = "This backup is whole. It counts from now on.";
/// It is another vault's.
pub const OTHERS: &str = "This file is whole. It is from another vault, so it does not count as a backup of this one.";
/// It is one child's.
pub const ONE_CHILD: &str = "This file is whole. It holds one child, so it does not count as a backup.";

/// It was taken out by the recovery page.
pub const TAKEN_OUT: &str =
    "This opens. It was taken out of a browser, so it does not count as a backup, and can be brought in.";

/// Edited on two tablets.
pub const VERSIONS: &str = "Two versions";
/// What to do.
pub const VERSIONS_WHAT: &str =
    "These were changed on two tablets. Both versions are kept; choose which one to go on with.";
/// None.
pub const NO_VERSIONS: &str = "Nothing waits to be chosen.";
/// The one in use.
pub const HERE: &str = "In use here";
/// The other.
pub const OTHER: &str = "The other version";
/// Keeps the one.
pub const KEEP_HERE: &str = "Keep this one";
/// Takes the other.
pub const TAKE_OTHER: &str = "Use this one";
/// A version with which the record was removed.
pub const REMOVED: &str = "It was removed there.";
/// The one here cannot be read.
pub const CANNOT_READ: &str = "The version on this tablet cannot be read.";
/// No words of its own.
pub const NO_WORDS: &str = "The same words; something that was tapped differs.";

/// Hands a child over.
pub const HAND_OVER: &str = "Hand over";
/// What that is.
pub const HAND_OVER_WHAT: &str = "Makes one locked file with everything about this child, for the person who goes on with \
                                  them. Here everything stays as it is.";
/// Agree on a passphrase.
pub const HAND_OVER_PASSPHRASE: &str = "A passphrase that you both know";
/// Tell it by word of mouth.
pub const HAND_OVER_PASSPHRASE_MORE: &str = "tell it, do not send it along";
/// Or their key.
pub const HAND_OVER_KEY: &str = "Their public key";
/// Where it stands.
pub const HAND_OVER_KEY_MORE: &str = "on their Backup page; it opens with their recovery code";
/// Makes it.
pub const MAKE_HAND_OVER: &str = "Make the file";
/// After.
pub const NOW_HAND_OVER: &str = "It is among this tablet’s downloads now. Give it to the other person, who brings it in on their \
                                 Backup page.";

/// Keys.
pub const KEYS: &str = "Who can open backups";
/// This vault's public key.
pub const OUR_KEY: &str = "Public key of this vault";
/// What it is for.
pub const OUR_KEY_WHAT: &str =
    "Anyone may know it. Whoever hands a child over to you needs it; your recovery code opens what it locks.";
/// The school's.
pub const SCHOOL_KEY: &str = "The school’s public key";
/// What it does.
pub const SCHOOL_KEY_WHAT: &str = "If the school has an age key, backups can open with it too. It begins with age1. Leave it \
                                   empty for none.";
/// Keeps it.
pub const KEEP_KEY: &str = "Keep this key";
/// No code is known.
pub const NO_CODE_YET: &str = "Backups are not yet made for your recovery code. Type it once; it is not kept.";
/// Makes it known.
pub const USE_CODE: &str = "Make backups for this code";

/// How it is with backups: what stands out, and more.
pub fn state(state: &BackupState) -> (String, String) {
    let since = match (state.verified, state.changed) {
        (_, 0) => "Nothing has changed since.".to_owned(),
        (Some(_), changed) => format!("{} changed since.", count(changed, "record has", "records have")),
        (None, changed) => format!("{} waiting to be backed up.", count(changed, "record is", "records are")),
    };
    match (state.verified, state.made) {
        (Some(verified), _) => (format!("Last checked backup: {}.", when::in_a_sentence(verified)), since),
        (None, Some(made)) => (format!("A file was made {}, but not checked yet.", when::in_a_sentence(made)), since),
        (None, None) => ("There is no backup yet.".to_owned(), since),
    }
}

/// The line on Today; nothing while it is not time.
pub const fn due(due: Due) -> Option<&'static str> {
    match due {
        Due::Quiet => None,
        Due::Soon => Some("It is time for a backup."),
        Due::Overdue => Some("The last backup is long ago."),
    }
}

/// How many versions wait.
pub fn to_choose(number: u32) -> String {
    format!("{} kept in two versions.", count(number, "record is", "records are"))
}

/// What a file holds.
pub fn made(file: &BackupFile) -> String {
    let left_out = match file.left_out {
        0 => String::new(),
        number => format!(" {} cannot be read here and not in it.", count(number, "record is one that", "records")),
    };
    format!("The file holds {}, and was read back.{left_out}", count(file.records, "record", "records"))
}

/// What a file is.
pub fn reading(reading: &FileReading) -> String {
    let ahead = if reading.ahead {
        " Some of it is dated later than tomorrow: a clock was wrong, here or where it was made. Please look at this \
         tablet’s date first."
    } else {
        ""
    };
    [&held(reading), ahead].concat()
}

fn held(reading: &FileReading) -> String {
    let made = when::in_a_sentence(reading.made);
    let records = count(reading.records, "record", "records");
    let children = count(u32::try_from(reading.pupils.len()).unwrap_or(u32::MAX), "child", "children");
    if let Some(unreadable) = reading.unreadable {
        let lacks = match unreadable {
            0 => String::new(),
            number => format!(" {} in the file cannot be read.", count(number, "thing", "things")),
        };
        return format!("Taken out sealed, with what was saved until {made}: {children}, {records}.{lacks}");
    }
    match reading.extent {
        Extent::Vault => format!("A backup made {made}: {children}, {records}."),
        Extent::Child(_) => format!("One child, handed over {made}: {records}."),
    }
}

/// What bringing it in does: "12 new, 3 edited on both, 0 removed".
pub fn summary(summary: Summary) -> String {
    let newer = match summary.newer {
        0 => String::new(),
        number => format!("{number} newer in the file, "),
    };
    format!("{} new, {newer}{} edited on both, 0 removed.", summary.new, summary.both)
}

/// What stays out of it.
pub fn stays(summary: Summary) -> Option<String> {
    let parts = [
        (summary.same > 0).then(|| format!("{} the same here.", summary.same)),
        (summary.older > 0).then(|| format!("{} newer here, and stays so.", summary.older)),
        (summary.erased > 0).then(|| format!("{} of children who were erased here, and are left out.", summary.erased)),
    ];
    let parts = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    (!parts.is_empty()).then_some(parts)
}

/// A file that lacks something that is here.
pub fn missing(number: u32) -> String {
    format!(
        "{} of that time not in this file, so it does not count as a backup. Please make a new one.",
        count(number, "record is", "records are")
    )
}

/// A kind of record.
pub const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::PUPIL => "About the child",
        Kind::CHECK_IN => "A check-in",
        Kind::AMENDMENT => "A correction of a check-in",
        Kind::SESSION => "A session",
        Kind::NOTE => "A note",
        Kind::NOTE_AMENDMENT => "An addition to a note",
        Kind::CONCERN_POINTER => "A concern that was passed on",
        Kind::GROUP => "A group",
        Kind::PREPARED => "Words and what could help",
        Kind::DRAWING => "A drawing",
        Kind::REPAIR => "A repair note",
        Kind::SCHOOL => "The school’s details",
        Kind::PREFERENCES => "Cover and lock",
        _ => "Something of a newer Lantern Room",
    }
}

fn count(number: u32, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_reads_as_in_the_promise() {
        let brings = Summary { new: 12, both: 3, ..Summary::default() };
        assert_eq!(summary(brings), "12 new, 3 edited on both, 0 removed.");
        assert_eq!(
            summary(Summary { newer: 2, ..brings }),
            "12 new, 2 newer in the file, 3 edited on both, 0 removed."
        );
        assert_eq!(stays(brings), None);
        let stay = Summary { same: 4, older: 1, ..brings };
        assert_eq!(stays(stay).as_deref(), Some("4 the same here. 1 newer here, and stays so."));
    }

    #[test]
    fn what_is_to_choose_is_counted_as_people_count() {
        assert_eq!(to_choose(1), "1 record is kept in two versions.");
        assert_eq!(to_choose(2), "2 records are kept in two versions.");
        assert!(missing(1).starts_with("1 record is of that time not in this file"));
    }
}
