//! A visitor who is named on one tablet, or on both, while their records go to and fro.

#![allow(clippy::unwrap_used, clippy::panic)]

use super::tests::{Tablet, whisper};
use super::*;
use crate::domain::session::{Course, Parts, Sort, Stage, Tap};
use crate::domain::{Level, OwnWord, RecordId};
use crate::keeper::Refusal;
use crate::keeper::message::{Ask, FileSecret, Reply, Seal};

const SECOND: u64 = 1_000;

fn seal() -> Seal {
    Seal::Passphrase(whisper("the geese came back"))
}

fn secret() -> FileSecret {
    FileSecret::Passphrase(whisper("the geese came back"))
}

impl Tablet {
    /// Somebody is here now: a session that is over.
    fn visit(&mut self) -> (SubjectId, RecordId) {
        let course = Course::of(&[(Stage::Arrive, 5)]).unwrap();
        let begin = Ask::BeginSession { pupil: None, level: Level::B, sort: Sort::Planned, course };
        let Ok(Reply::Session(row)) = self.ask(begin) else { panic!("no session") };
        self.ask(Ask::TapSession { subject: row.subject, session: row.id, tap: Tap::End }).unwrap();
        (row.subject, row.id)
    }

    fn note(&mut self, subject: SubjectId, session: RecordId, words: &str, close: bool) -> Result<Reply, Refusal> {
        self.clock.advance(SECOND);
        let parts = Parts { happened: words.into(), ..Parts::default() };
        self.ask(Ask::KeepNote { subject, session, parts, close })
    }

    fn noted(&mut self, subject: SubjectId, session: RecordId) -> (String, bool) {
        let Ok(Reply::Session(row)) = self.ask(Ask::Session { subject, session }) else { panic!("no session") };
        let note = row.note.unwrap();
        (note.parts().happened.clone(), note.note.is_closed())
    }

    fn name_visitor(&mut self, visitor: SubjectId, id: RecordId, pupil: SubjectId) {
        self.clock.advance(SECOND);
        assert_eq!(self.ask(Ask::AttachCheckIn { visitor, check_in: id, pupil }), Ok(Reply::Done));
    }

    fn takes(&mut self, other: &mut Self) -> Summary {
        self.clock.advance(SECOND);
        let file = other.make(Extent::Vault, seal());
        self.bring_in(&file, secret()).summary
    }
}

/// A visitor, known to both tablets, with a draft of a note; and the child who it was, on both lists.
fn on_both() -> (Tablet, Tablet, SubjectId, SubjectId, RecordId) {
    let (mut first, mut second) = (Tablet::new(), Tablet::new());
    let otter = first.add("Otter");
    let (visitor, session) = first.visit();
    first.note(visitor, session, "He came in.", false).unwrap();
    second.takes(&mut first);
    (first, second, otter, visitor, session)
}

#[test]
fn a_note_that_was_finished_after_the_naming_is_not_written_over_by_its_draft() {
    for locks_between in [false, true] {
        let (mut first, mut second, otter, visitor, session) = on_both();
        first.name_visitor(visitor, session, otter);
        first.note(otter, session, "He came in and stayed.", true).unwrap();
        second.takes(&mut first);
        let whole = ("He came in and stayed.".to_owned(), true);
        assert_eq!(second.noted(otter, session), whole);
        if locks_between {
            second.reopen();
        }
        second.name_visitor(visitor, session, otter);
        assert_eq!(second.noted(otter, session), whole);
        second.reopen();
        assert_eq!((second.noted(otter, session), second.versions()), (whole.clone(), Vec::new()));
        assert_eq!(first.takes(&mut second).both, 0);
        first.reopen();
        assert_eq!((first.noted(otter, session), first.versions()), (whole, Vec::new()));
    }
}

#[test]
fn what_the_other_tablet_wrote_of_a_visitor_is_the_childs() {
    let (mut first, mut second, otter, visitor, session) = on_both();
    let (unknown, later) = second.visit();
    first.name_visitor(visitor, session, otter);
    // Nobody has told the second tablet: it goes on.
    second.note(visitor, session, "He came in angry.", true).unwrap();
    let brought = first.takes(&mut second);
    // The note there is the later one; what became of it here is the same words.
    assert_eq!((brought.erased, brought.both + brought.newer), (0, 1), "{brought:?}");
    first.reopen();
    let noted = first.noted(otter, session);
    let beside: Vec<_> = first.versions().into_iter().flat_map(|row| row.other.words).collect();
    assert!(noted.0 == "He came in angry." || beside.contains(&"He came in angry.".to_owned()), "{noted:?} {beside:?}");
    // Somebody else's visitor came along as a visitor.
    assert!(first.ask(Ask::Session { subject: unknown, session: later }).is_ok());
    // The same file again brings nothing.
    assert!(!first.takes(&mut second).brings_something());
}

#[test]
fn both_versions_of_a_visitors_note_are_kept_when_both_tablets_name_them() {
    let (mut first, mut second, otter, visitor, session) = on_both();
    second.note(visitor, session, "Second.", false).unwrap();
    first.note(visitor, session, "First.", false).unwrap();
    first.name_visitor(visitor, session, otter);
    second.takes(&mut first);
    second.name_visitor(visitor, session, otter);
    for tablet in [&mut first, &mut second] {
        tablet.reopen();
    }
    assert_eq!(second.noted(otter, session).0, "First.");
    let [row] = &second.versions()[..] else { panic!() };
    assert_eq!(row.other.words, ["Second."]);
    first.takes(&mut second);
    let [row] = &first.versions()[..] else { panic!() };
    let words: Vec<_> = row.present.iter().chain([&row.other]).flat_map(|version| version.words.clone()).collect();
    assert!(words.contains(&"First.".to_owned()) && words.contains(&"Second.".to_owned()), "{words:?}");
}

#[test]
fn a_visitors_other_version_and_own_words_go_along_to_the_child() {
    let (mut first, mut second, otter, visitor, session) = on_both();
    second.note(visitor, session, "Second.", false).unwrap();
    first.note(visitor, session, "First.", false).unwrap();
    first.takes(&mut second);
    let before = first.versions();
    assert_eq!(before.len(), 1);
    let word = OwnWord { word: "fizzy".into(), ..OwnWord::default() };
    let begun = first.ask(Ask::BeginCheckIn { pupil: None, level: Level::B });
    let Ok(Reply::CheckIn(row)) = begun else { panic!("{begun:?}") };
    first.ask(Ask::KeepOwnWord { subject: row.subject, check_in: row.id, word: word.clone() }).unwrap();
    first.name_visitor(visitor, session, otter);
    first.name_visitor(row.subject, row.id, otter);
    first.reopen();
    let after = first.versions();
    assert_eq!((after.len(), after[0].subject), (1, otter));
    assert_eq!((&after[0].other.words, &after[0].present), (&before[0].other.words, &before[0].present));
    assert_eq!(first.page(otter).prepared.own_words, [word]);
}

#[test]
fn a_note_that_both_tablets_began_is_one_note_with_two_versions() {
    let (mut first, mut second) = (Tablet::new(), Tablet::new());
    let otter = first.add("Otter");
    let course = Course::of(&[(Stage::Arrive, 5)]).unwrap();
    let begin = Ask::BeginSession { pupil: Some(otter), level: Level::B, sort: Sort::Planned, course };
    let Ok(Reply::Session(row)) = first.ask(begin) else { panic!("no session") };
    first.ask(Ask::TapSession { subject: otter, session: row.id, tap: Tap::End }).unwrap();
    second.takes(&mut first);
    second.note(otter, row.id, "Second.", true).unwrap();
    first.note(otter, row.id, "First.", false).unwrap();
    assert_eq!(first.takes(&mut second).both, 1);
    let [row] = &first.versions()[..] else { panic!() };
    let words: Vec<_> = row.present.iter().chain([&row.other]).flat_map(|version| version.words.clone()).collect();
    assert!(words.contains(&"First.".to_owned()) && words.contains(&"Second.".to_owned()), "{words:?}");
}
