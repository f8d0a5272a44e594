//! Which page an address means. The other way round, from a page to its address, is [`super::paths`].

use crate::domain::session::Share;
use crate::domain::{RecordId, SubjectId};

use super::pages::settings::keys::KeysPart;
use super::paths;

/// A page, as the address names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// The reference cards.
    Cards,
    /// The words for feelings.
    Feelings,
    /// One card, by its slug.
    Card(String),
    /// The calm activities.
    Calm,
    /// The tablet as a dim, warm room of lights.
    Lights,
    /// One calm activity, by its slug.
    CalmActivity(String),
    /// The same, line by line.
    CalmPlayer(String),
    /// The sets of lines for talking side by side.
    Prompts,
    /// One of them, by its slug.
    PromptSet(String),
    /// The scenes to practise with.
    Practice,
    /// One of them, by its slug.
    Scene(String),
    /// A sheet for the wall, by its word.
    Sheet(String),
    /// What to do when a child may not be safe.
    Safeguarding,
    /// Making a vault.
    Create,
    /// A new passphrase by the recovery code.
    Recover,
    /// The cover, where a page that anyone may see was covered.
    Cover,
    /// A page that is shown only while the vault is open.
    Private(PrivatePage),
    /// None of ours.
    Unknown,
}

/// A page that is shown only while the vault is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrivatePage {
    /// Today.
    Today,
    /// Someone is here now.
    Now,
    /// The children.
    Pupils,
    /// Children who were put away.
    Archived,
    /// A new child.
    NewPupil,
    /// A child.
    Pupil(SubjectId),
    /// Changing what is recorded of a child.
    EditPupil(SubjectId),
    /// What is prepared for a child.
    Prepared(SubjectId),
    /// A finished check-in.
    CheckIn(SubjectId, RecordId),
    /// Amending it.
    Amend(SubjectId, RecordId),
    /// A check-in under way.
    Telling(SubjectId, RecordId),
    /// Whose check-in it was.
    Whose(SubjectId, RecordId),
    /// Choosing how long a session with a child is to be.
    Begin(SubjectId),
    /// A session.
    Session(SubjectId, RecordId),
    /// The lines for its newest check-in.
    Lines(SubjectId, RecordId),
    /// Passing on a concern.
    Concern(SubjectId, RecordId),
    /// Its note.
    Note(SubjectId, RecordId),
    /// A set of prompts within it, by its slug.
    SessionPrompts(SubjectId, RecordId, String),
    /// What may be told to the teacher or the meeting.
    Share(SubjectId, Share),
    /// A new group.
    NewGroup,
    /// A group.
    Group(RecordId),
    /// Settings.
    Settings,
    /// The ways into the vault.
    Keys(KeysPart),
    /// Backups.
    Backup,
    /// Checking a backup file.
    CheckBackup,
    /// Bringing a file in.
    BringIn,
    /// Records that were edited on two tablets.
    Versions,
    /// Handing a child over.
    HandOver(SubjectId),
    /// Beginnings, gaps and endings. Their parts are no pages of their own, see [`part_word`].
    Beginnings,
    /// What happens in children's lives.
    LifeEvents,
    /// One of it, by its key.
    LifeEvent(String),
    /// After a hard session.
    After,
}

impl Address {
    /// The page that a path means.
    pub fn of(path: &str) -> Self {
        match path {
            paths::CARDS => return Self::Cards,
            paths::FEELINGS => return Self::Feelings,
            paths::CALM => return Self::Calm,
            paths::LIGHTS => return Self::Lights,
            paths::PROMPTS => return Self::Prompts,
            paths::PRACTICE => return Self::Practice,
            paths::SAFEGUARDING => return Self::Safeguarding,
            paths::CREATE => return Self::Create,
            paths::RECOVER => return Self::Recover,
            paths::COVER => return Self::Cover,
            _ => {}
        }
        if let Some(slug) = path.strip_prefix("/cards/") {
            return Self::among_the_cards(slug);
        }
        if let Some(slug) = path.strip_prefix("/calm/") {
            return match slug.split_once('/') {
                None => Self::CalmActivity(slug.to_owned()),
                Some((slug, "go")) => Self::CalmPlayer(slug.to_owned()),
                Some(_) => Self::Unknown,
            };
        }
        PrivatePage::of(path).map_or(Self::Unknown, Self::Private)
    }

    fn among_the_cards(slug: &str) -> Self {
        match slug.split_once('/') {
            Some(("prompts", slug)) => Self::PromptSet(slug.to_owned()),
            Some(("practice", slug)) => Self::Scene(slug.to_owned()),
            Some(("sheet", word)) => Self::Sheet(word.to_owned()),
            _ => Self::Card(slug.to_owned()),
        }
    }
}

impl PrivatePage {
    fn of(path: &str) -> Option<Self> {
        let mut parts = path.split('/').skip(1);
        let page = match (parts.next(), parts.next(), parts.next(), parts.next(), parts.next()) {
            (None | Some(""), None, ..) => Self::Today,
            (Some("now"), None, ..) => Self::Now,
            (Some("settings"), None, ..) => Self::Settings,
            (Some("settings"), Some("keys"), None, ..) => Self::Keys(KeysPart::Overview),
            (Some("settings"), Some("keys"), Some(_), None, _) => Self::Keys(match path {
                paths::KEYS_PASSPHRASE => KeysPart::Passphrase,
                paths::KEYS_CODE => KeysPart::RecoveryCode,
                paths::KEYS_SEEN => KeysPart::Seen,
                paths::KEYS_PASSKEY => KeysPart::Passkey,
                paths::KEYS_SCHOOL => KeysPart::School,
                _ => return None,
            }),
            (Some("settings"), Some("backup"), None, ..) => Self::Backup,
            (Some("settings"), Some("backup"), Some("check"), None, _) => Self::CheckBackup,
            (Some("settings"), Some("backup"), Some("bring-in"), None, _) => Self::BringIn,
            (Some("settings"), Some("backup"), Some("versions"), None, _) => Self::Versions,
            (Some("children"), Some(pupil), Some("hand-over"), None, _) => Self::HandOver(pupil.parse().ok()?),
            (Some("beginnings"), None, ..) | (Some("beginnings"), Some(_), None, ..) => Self::Beginnings,
            (Some("life-events"), None, ..) => Self::LifeEvents,
            (Some("life-events"), Some(key), None, ..) => Self::LifeEvent(key.to_owned()),
            (Some("after"), None, ..) => Self::After,
            (Some("children"), None, ..) => Self::Pupils,
            (Some("children"), Some("archived"), None, ..) => Self::Archived,
            (Some("children"), Some("new"), None, ..) => Self::NewPupil,
            (Some("children"), Some(pupil), None, ..) => Self::Pupil(pupil.parse().ok()?),
            (Some("children"), Some(pupil), Some("edit"), None, _) => Self::EditPupil(pupil.parse().ok()?),
            (Some("children"), Some(pupil), Some("words"), None, _) => Self::Prepared(pupil.parse().ok()?),
            (Some("children"), Some(pupil), Some("check-ins"), Some(id), None) => {
                Self::CheckIn(pupil.parse().ok()?, id.parse().ok()?)
            }
            (Some("children"), Some(pupil), Some("check-ins"), Some(id), Some("amend")) => {
                Self::Amend(pupil.parse().ok()?, id.parse().ok()?)
            }
            (Some("check-in"), Some(subject), Some(id), Some("whose"), None) => {
                Self::Whose(subject.parse().ok()?, id.parse().ok()?)
            }
            (Some("check-in"), Some(subject), Some(id), None, _) => {
                Self::Telling(subject.parse().ok()?, id.parse().ok()?)
            }
            (Some("children"), Some(pupil), Some("begin"), None, _) => Self::Begin(pupil.parse().ok()?),
            (Some("children"), Some(pupil), Some("share"), Some(to), None) => {
                Self::Share(pupil.parse().ok()?, report(to)?)
            }
            (Some("session"), Some(subject), Some(id), Some("prompts"), Some(slug)) => {
                Self::SessionPrompts(subject.parse().ok()?, id.parse().ok()?, slug.to_owned())
            }
            (Some("session"), Some(subject), Some(id), part, None) => {
                let (subject, id) = (subject.parse().ok()?, id.parse().ok()?);
                match part {
                    None => Self::Session(subject, id),
                    Some("lines") => Self::Lines(subject, id),
                    Some("concern") => Self::Concern(subject, id),
                    Some("note") => Self::Note(subject, id),
                    Some(_) => return None,
                }
            }
            (Some("groups"), Some("new"), None, ..) => Self::NewGroup,
            (Some("groups"), Some(group), None, ..) => Self::Group(group.parse().ok()?),
            _ => return None,
        };
        parts.next().is_none().then_some(page)
    }
}

/// The part that the address of the beginnings and endings names.
pub fn part_word(path: &str) -> &str {
    path.split('/').nth(2).unwrap_or_default()
}

/// For whom a report is. What stays with us is for none.
fn report(word: &str) -> Option<Share> {
    [(paths::TEACHER, Share::Teacher), (paths::MEETING, Share::Meeting)]
        .into_iter()
        .find_map(|(known, share)| (known == word).then_some(share))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SUBJECT: SubjectId = SubjectId::from_bytes([7; 16]);
    const ID: RecordId = RecordId::from_bytes([8; 16]);

    #[test]
    fn every_path_leads_to_its_own_page() {
        for (path, page) in [
            (paths::TODAY.to_owned(), PrivatePage::Today),
            (paths::NOW.to_owned(), PrivatePage::Now),
            (paths::PUPILS.to_owned(), PrivatePage::Pupils),
            (paths::ARCHIVED.to_owned(), PrivatePage::Archived),
            (paths::NEW_PUPIL.to_owned(), PrivatePage::NewPupil),
            (paths::SETTINGS.to_owned(), PrivatePage::Settings),
            (paths::BACKUP.to_owned(), PrivatePage::Backup),
            (paths::CHECK_BACKUP.to_owned(), PrivatePage::CheckBackup),
            (paths::BRING_IN.to_owned(), PrivatePage::BringIn),
            (paths::VERSIONS.to_owned(), PrivatePage::Versions),
            (paths::hand_over(SUBJECT), PrivatePage::HandOver(SUBJECT)),
            (paths::BEGINNINGS.to_owned(), PrivatePage::Beginnings),
            (paths::beginnings("goodbye"), PrivatePage::Beginnings),
            (paths::LIFE_EVENTS.to_owned(), PrivatePage::LifeEvents),
            (paths::life_event("move"), PrivatePage::LifeEvent("move".into())),
            (paths::AFTER.to_owned(), PrivatePage::After),
            (paths::pupil(SUBJECT), PrivatePage::Pupil(SUBJECT)),
            (paths::edit_pupil(SUBJECT), PrivatePage::EditPupil(SUBJECT)),
            (paths::prepared(SUBJECT), PrivatePage::Prepared(SUBJECT)),
            (paths::check_in(SUBJECT, ID), PrivatePage::CheckIn(SUBJECT, ID)),
            (paths::amend(SUBJECT, ID), PrivatePage::Amend(SUBJECT, ID)),
            (paths::attach(SUBJECT, ID), PrivatePage::Whose(SUBJECT, ID)),
            (paths::check_in_under_way(SUBJECT, ID), PrivatePage::Telling(SUBJECT, ID)),
            (paths::begin_session(SUBJECT), PrivatePage::Begin(SUBJECT)),
            (paths::session(SUBJECT, ID), PrivatePage::Session(SUBJECT, ID)),
            (paths::session_part(SUBJECT, ID, paths::LINES), PrivatePage::Lines(SUBJECT, ID)),
            (paths::session_part(SUBJECT, ID, paths::CONCERN), PrivatePage::Concern(SUBJECT, ID)),
            (paths::session_part(SUBJECT, ID, paths::NOTE), PrivatePage::Note(SUBJECT, ID)),
            (
                paths::session_prompts(SUBJECT, ID, "walking"),
                PrivatePage::SessionPrompts(SUBJECT, ID, "walking".into()),
            ),
            (paths::share(SUBJECT, paths::TEACHER), PrivatePage::Share(SUBJECT, Share::Teacher)),
            (paths::share(SUBJECT, paths::MEETING), PrivatePage::Share(SUBJECT, Share::Meeting)),
            (paths::NEW_GROUP.to_owned(), PrivatePage::NewGroup),
            (paths::group(ID), PrivatePage::Group(ID)),
            (paths::KEYS.to_owned(), PrivatePage::Keys(KeysPart::Overview)),
            (paths::KEYS_PASSPHRASE.to_owned(), PrivatePage::Keys(KeysPart::Passphrase)),
            (paths::KEYS_CODE.to_owned(), PrivatePage::Keys(KeysPart::RecoveryCode)),
            (paths::KEYS_SEEN.to_owned(), PrivatePage::Keys(KeysPart::Seen)),
            (paths::KEYS_PASSKEY.to_owned(), PrivatePage::Keys(KeysPart::Passkey)),
            (paths::KEYS_SCHOOL.to_owned(), PrivatePage::Keys(KeysPart::School)),
        ] {
            assert_eq!(Address::of(&path), Address::Private(page), "{path}");
        }
        for (path, page) in [
            (paths::CARDS.to_owned(), Address::Cards),
            (paths::FEELINGS.to_owned(), Address::Feelings),
            (paths::card("acceptance"), Address::Card("acceptance".into())),
            (paths::CALM.to_owned(), Address::Calm),
            (paths::LIGHTS.to_owned(), Address::Lights),
            (paths::calm_activity("rocking-count"), Address::CalmActivity("rocking-count".into())),
            (paths::calm_player("rocking-count"), Address::CalmPlayer("rocking-count".into())),
            (paths::PROMPTS.to_owned(), Address::Prompts),
            (paths::prompt_set("walking"), Address::PromptSet("walking".into())),
            (paths::PRACTICE.to_owned(), Address::Practice),
            (paths::scene("tower-down"), Address::Scene("tower-down".into())),
            (paths::sheet("pace"), Address::Sheet("pace".into())),
            (paths::SAFEGUARDING.to_owned(), Address::Safeguarding),
            (paths::CREATE.to_owned(), Address::Create),
            (paths::RECOVER.to_owned(), Address::Recover),
            (paths::COVER.to_owned(), Address::Cover),
        ] {
            assert_eq!(Address::of(&path), page, "{path}");
        }
        assert_eq!((part_word(&paths::beginnings("away")), part_word(paths::BEGINNINGS)), ("away", ""));
    }

    #[test]
    fn what_is_no_page_of_ours_is_told_so() {
        for path in [
            "/children/nobody",
            "/nowhere",
            "/children/new/x",
            "/settings/x",
            "/settings/keys/x",
            "/settings/keys/passkey/x",
            "/settings/backup/x",
            "/check-in/1/2",
            "/calm/rocking-count/stop",
            "/calm/rocking-count/go/x",
            "/after/all",
            "//",
        ] {
            assert_eq!(Address::of(path), Address::Unknown, "{path}");
        }
        for path in [
            paths::share(SUBJECT, "with-us"),
            paths::session_part(SUBJECT, ID, "lunch"),
            paths::session_part(SUBJECT, ID, "note/x"),
            paths::session_part(SUBJECT, ID, "prompts"),
            paths::session_prompts(SUBJECT, ID, "walking/x"),
            "/groups/x".to_owned(),
        ] {
            assert_eq!(Address::of(&path), Address::Unknown, "{path}");
        }
    }
}
