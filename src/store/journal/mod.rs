//! The journal: a second copy of everything, because a browser can lose a whole database.
//!
//! A journal is two files, written by turns. One is alive: it begins with all that there was when it was begun, and then
//! grows by one frame for each act; nothing in it is ever changed. When it has grown to several times what it holds, all
//! of that is written anew into the other file, which is alive from the moment in which it is complete. Whatever happens
//! in between, one of the two is whole.
//!
//! It holds what the database holds, and as sealed: the same envelopes, the vault's header, the count of wrong guesses.

mod anew;
mod frame;
mod memory_strip;
mod scan;
mod strip;
#[cfg(test)]
mod tests;
#[cfg(any(test, fuzzing))]
pub mod trials;

pub use memory_strip::MemoryStrip;
pub use scan::Contents;
pub use strip::Strip;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use crate::domain::{Revision, SubjectId};
use crate::vault::Envelope;

use super::row::{newest_of_each, subject_of};
use super::{Act, DomTrouble, Head, StoreError};
use frame::{Body, framed, sum_of};
use scan::{Flaw, Scan, scan};

/// A journal that was begun and never used is smaller than this, in bytes.
const NEVER_USED: usize = 1024;

/// A journal in two files.
pub struct Journal<S> {
    strips: [S; 2],
    /// Which of the two is alive.
    alive: Cell<usize>,
    generation: Cell<u64>,
    head: Cell<Head>,
    /// Where the next frame goes.
    end: Cell<u64>,
    /// How long the file was when all that it holds had just been written.
    fresh: Cell<u64>,
    rows: RefCell<BTreeMap<[u8; 32], Held>>,
    /// The other file is whole as well, and is kept: it holds everything as it was before it was brought into another form.
    aside: Cell<bool>,
    /// Whether all of the file that is alive can be read.
    sound: Cell<bool>,
}

/// Which envelope of a record there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    revision: Revision,
    sum: u32,
}

impl Held {
    fn of(envelope: &Envelope) -> Self {
        Self { revision: envelope.header.revision, sum: sum_of(envelope) }
    }

    /// Whether this is the envelope, or an older one of its record. A frame bears a sum: where the same revision has other
    /// bytes elsewhere, they have been spoilt there.
    pub fn is_had_by(&self, envelope: &Envelope) -> bool {
        envelope.header.revision > self.revision || self.is(envelope)
    }

    /// Whether this is the very envelope.
    pub fn is(&self, envelope: &Envelope) -> bool {
        Self::of(envelope) == *self
    }
}

/// An act that is on the disk and does not yet count.
#[must_use = "it counts once it is kept"]
pub struct Staged {
    end: u64,
    head: Head,
}

/// What an opened journal was found to hold.
pub struct Found {
    /// Everything in it.
    pub contents: Contents,
    /// Whether there was anything at all: an empty vault leaves traces here.
    pub anything: bool,
    /// Whether it must be written anew, since some of it could not be read.
    pub damaged: bool,
    /// Whether the file that is alive can be read from end to end.
    sound: bool,
    /// Headers that were followed by another in the file that is alive.
    pub former_headers: Vec<Vec<u8>>,
    /// Every point of the history that it has come past.
    passed: Vec<Head>,
}

impl Found {
    /// Whether it is all that there is of a vault, and nothing of it in doubt.
    pub fn is_whole(&self) -> bool {
        self.contents.header.is_some() && self.sound
    }

    /// Whether it has come to this point of the history or past it, and has all of it. What another copy that stands there
    /// has in another form was then spoilt: here everything bears a sum. Where each was written without the other it has
    /// not, however far it has come.
    pub fn has_passed(&self, head: Head) -> bool {
        !self.damaged && head.sequence > 0 && self.passed.contains(&head)
    }
}

/// Which envelope there is of each record.
fn held(contents: &Contents) -> BTreeMap<[u8; 32], Held> {
    let mut held = BTreeMap::new();
    for (key, envelope) in &contents.rows {
        held.insert(*key, Held::of(envelope));
    }
    held
}

impl<S: Strip> Journal<S> {
    /// Opens a journal, beginning it where the files are empty. A last frame that was cut short is cut off.
    ///
    /// # Errors
    /// [`StoreError::NewerApp`] when a newer app wrote in it, or what the files refuse; nothing was changed then.
    pub fn open(strips: [S; 2]) -> Result<(Self, Found), StoreError> {
        let [first, second] = &strips;
        let texts = [first.read()?, second.read()?];
        let much = texts.iter().any(|text| text.len() > NEVER_USED);
        let [one, other] = [scan(&texts[0]), scan(&texts[1])];
        if one.flaw == Flaw::Newer || other.flaw == Flaw::Newer {
            return Err(StoreError::NewerApp {
                supported: 1,
                trouble: DomTrouble { name: "JournalFormat".to_owned(), ..DomTrouble::default() },
            });
        }
        // Of two of the same rewriting, as only somebody else could have made them, the one that has come further.
        let rank = |scan: &Scan| scan.generation.filter(|_| scan.whole).map(|number| (number, scan.head.sequence));
        let is_whole = rank(&one).max(rank(&other)).is_some();
        let second_is_alive = if is_whole { rank(&other) > rank(&one) } else { texts[1].len() > texts[0].len() };
        let (alive, spare) = if second_is_alive { (other, one) } else { (one, other) };
        let sound = is_whole && alive.flaw != Flaw::Damaged;
        // A newer file that is not whole: the battery died while it was written, or it was damaged since. In the second case
        // it has what no other file has.
        let is_newer = spare.generation.is_none_or(|number| Some(number) > alive.generation);
        let has_more = !spare.whole && is_newer && alive.contents.lacks(&spare.contents);
        let never_begun = !is_whole && !much && alive.contents.is_empty() && spare.contents.is_empty();
        let damaged = !never_begun && (!sound || has_more);
        let journal = Self {
            strips,
            alive: Cell::new(usize::from(second_is_alive)),
            generation: Cell::new(alive.generation.max(spare.generation).unwrap_or_default()),
            head: Cell::new(alive.head),
            end: Cell::new(alive.good as u64),
            fresh: Cell::new(alive.contents.size()),
            rows: RefCell::new(held(&alive.contents)),
            aside: Cell::new(spare.generation.is_some() && spare.whole),
            sound: Cell::new(sound),
        };
        let (mut contents, former_headers, passed) = (alive.contents, alive.former_headers, alive.passed);
        if damaged {
            // Each of the two may still hold what the other one lost.
            contents.take_all(spare.contents);
        } else if never_begun {
            // Also where the very first start was cut off.
            journal.rewrite(&contents, Head::default())?;
        } else if alive.flaw == Flaw::Torn {
            journal.alive().cut(alive.good as u64)?;
            journal.alive().flush()?;
        }
        let anything = much || contents.header.is_some() || !contents.rows.is_empty();
        Ok((journal, Found { contents, anything, damaged, sound, former_headers, passed }))
    }

    /// How far it has come.
    pub fn head(&self) -> Head {
        self.head.get()
    }

    /// How many records it holds.
    pub fn count(&self) -> usize {
        self.rows.borrow().len()
    }

    /// Every subject of whom it holds anything, in ascending order.
    pub fn subjects(&self) -> Vec<SubjectId> {
        let mut subjects: Vec<_> = self.rows.borrow().keys().filter_map(|key| subject_of(key)).collect();
        subjects.dedup();
        subjects
    }

    /// What it holds of a subject, by the keys of rows.
    pub fn of_subject(&self, subject: SubjectId) -> Vec<([u8; 32], Held)> {
        let mut first = [0; 32];
        first.iter_mut().zip(subject.as_bytes()).for_each(|(place, byte)| *place = *byte);
        let rows = self.rows.borrow();
        let from_here = rows.range(first..).take_while(|(key, _)| subject_of(&key[..]) == Some(subject));
        from_here.map(|(key, held)| (*key, *held)).collect()
    }

    /// Everything in it, read anew.
    ///
    /// # Errors
    /// What the file refuses.
    pub fn contents(&self) -> Result<Contents, StoreError> {
        Ok(scan(&self.alive().read()?).contents)
    }

    /// Everything in it, read anew; nothing unless all of it is as it was written.
    ///
    /// # Errors
    /// What the file refuses.
    pub fn whole_contents(&self) -> Result<Option<Contents>, StoreError> {
        let mut written = self.alive().read()?;
        // A frame that was refused half-way is no part of it.
        written.truncate(self.end.get() as usize);
        let read = scan(&written);
        let is_whole = read.whole && read.flaw == Flaw::None && read.head == self.head();
        Ok(is_whole.then_some(read.contents).filter(|contents| contents.header.is_some()))
    }

    /// The bytes of an act, and how far the history has come once it is written.
    pub fn prepared(act: &Act, head: Head) -> (Vec<u8>, Head) {
        let body = Body::Act(act.clone()).to_bytes();
        let next = head.after(&body);
        (body, next)
    }

    /// Writes an act that was prepared; it is on the disk when this returns.
    ///
    /// # Errors
    /// What the file refuses; the journal then stands where it stood.
    pub fn append(&self, act: &Act, body: &[u8], head: Head) -> Result<(), StoreError> {
        let staged = self.stage(body, head)?;
        self.keep(staged, act);
        Ok(())
    }

    /// Writes an act that was prepared; it is on the disk when this returns, and counts once it is [kept](Journal::keep).
    /// Until then the next one takes its place.
    ///
    /// # Errors
    /// What the file refuses; the journal then stands where it stood.
    pub fn stage(&self, body: &[u8], head: Head) -> Result<Staged, StoreError> {
        let frame = framed(body, head);
        let end = self.end.get();
        let strip = self.alive();
        if let Err(error) = strip.write(end, &frame).and_then(|()| strip.flush()) {
            self.take_back();
            return Err(error);
        }
        Ok(Staged { end: end + frame.len() as u64, head })
    }

    /// From now on an act that was staged is part of the history.
    pub fn keep(&self, staged: Staged, act: &Act) {
        self.end.set(staged.end);
        self.head.set(staged.head);
        let mut rows = self.rows.borrow_mut();
        for (key, envelope) in newest_of_each(&act.envelopes) {
            let there = rows.entry(key).or_insert_with(|| Held::of(envelope));
            if envelope.header.revision > there.revision {
                *there = Held::of(envelope);
            }
        }
    }

    /// Takes back what was staged and is not to be kept, or only half written. Should it refuse, the next act is written over
    /// it; should there be none, the act is as one whose answer nobody heard.
    pub fn take_back(&self) {
        let strip = self.alive();
        let _ = strip.cut(self.end.get()).and_then(|()| strip.flush());
    }

    fn alive(&self) -> &S {
        &self.strips[self.alive.get()]
    }
}
