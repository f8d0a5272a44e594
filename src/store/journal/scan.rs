//! Reading a journal's file: what it holds, how far it can be trusted, and what can still be had from it if it cannot.

use std::collections::BTreeMap;

use crate::store::row::row_key;
use crate::store::{Act, DoorRow, Head};
use crate::vault::Envelope;

use super::frame::{Body, MAGIC, NoFrame, frame_at};

/// Everything that a store holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The vault's header.
    pub header: Option<Vec<u8>>,
    /// The count of wrong guesses.
    pub knocks: Option<Vec<u8>>,
    /// The newest envelope of each record, by the key of its row.
    pub rows: BTreeMap<[u8; 32], Envelope>,
}

impl Contents {
    /// Whatever can be had from a journal's file, wherever it is from and however damaged it is.
    pub fn of_file(bytes: &[u8]) -> Self {
        scan(bytes).contents
    }

    /// Takes in an act: the newer of two envelopes stays.
    pub fn take_in(&mut self, act: Act) {
        self.header = act.header.or_else(|| self.header.take());
        self.knocks = act.knocks.or_else(|| self.knocks.take());
        for envelope in act.envelopes {
            self.take_row(envelope);
        }
    }

    /// Takes in a row: the newer of two stays.
    pub fn take_row(&mut self, envelope: Envelope) {
        let place = self.rows.entry(row_key(&envelope)).or_insert_with(|| envelope.clone());
        if envelope.header.revision > place.header.revision {
            *place = envelope;
        }
    }

    /// The act that writes all of it.
    pub fn into_act(self) -> Act {
        let mut act = Act::new();
        (act.header, act.knocks) = (self.header, self.knocks);
        act.envelopes.extend(self.rows.into_values());
        act.mends = true;
        act
    }

    /// Whether the same stands at a database's door. A bit that has turned there shows in no head and no count.
    pub fn has_door(&self, door: Option<&DoorRow>) -> bool {
        self.header.as_ref() == door.map(|door| &door.header)
            && self.knocks.as_ref() == door.and_then(|door| door.knocks.as_ref())
    }

    /// Whether there is nothing at all.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// About how many bytes it takes to write all of it.
    pub fn size(&self) -> u64 {
        self.rows.values().map(|envelope| envelope.size() as u64 + 4).sum()
    }

    /// Whether another holds a record that is not here, or a newer revision of one.
    pub fn lacks(&self, other: &Self) -> bool {
        let here = |key| self.rows.get(key).map(|envelope| envelope.header.revision);
        other.rows.iter().any(|(key, envelope)| here(key) < Some(envelope.header.revision))
    }

    /// Takes in all that another holds; its header only where there is none.
    pub fn take_all(&mut self, other: Self) {
        self.header = self.header.take().or(other.header);
        self.knocks = self.knocks.take().or(other.knocks);
        for envelope in other.rows.into_values() {
            self.take_row(envelope);
        }
    }
}

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flaw {
    /// Nothing.
    None,
    /// The last frame was cut short: its act was never acknowledged.
    Torn,
    /// Something in the midst of it is not as it was written. What comes after was gathered all the same.
    Damaged,
    /// A newer app wrote some of it.
    Newer,
}

/// What was found in a file.
#[derive(Debug)]
pub(super) struct Scan {
    /// Which rewriting it is; nothing where the file does not even begin.
    pub(super) generation: Option<u64>,
    /// Whether all that there was at its beginning had been written.
    pub(super) whole: bool,
    /// How far it has come.
    pub(super) head: Head,
    /// Every point of the history that it has come past, where the history is unbroken, and where it stands.
    pub(super) passed: Vec<Head>,
    /// How many bytes can be trusted, from the first.
    pub(super) good: usize,
    pub(super) flaw: Flaw,
    pub(super) contents: Contents,
    /// Headers that were followed by another.
    pub(super) former_headers: Vec<Vec<u8>>,
}

/// Reads a file.
pub(super) fn scan(bytes: &[u8]) -> Scan {
    let mut found = Scan {
        generation: None,
        whole: false,
        head: Head::default(),
        passed: Vec::new(),
        good: 0,
        flaw: Flaw::None,
        contents: Contents::default(),
        former_headers: Vec::new(),
    };
    while let Some(rest) = bytes.get(found.good..).filter(|rest| !rest.is_empty()) {
        match frame_at(rest) {
            Ok(frame) if found.follows(frame.head, frame.bytes, &frame.body) => {
                found.good += frame.length;
                found.head = frame.head;
                found.take_in(frame.body);
            }
            Err(NoFrame::Newer) => {
                found.flaw = Flaw::Newer;
                return found;
            }
            Ok(_) | Err(NoFrame::Broken) => {
                found.flaw = if found.gather(rest) { Flaw::Damaged } else { Flaw::Torn };
                return found;
            }
        }
    }
    found
}

impl Scan {
    /// Whether a frame belongs in this place.
    fn follows(&self, head: Head, body: &[u8], says: &Body) -> bool {
        match says {
            Body::Begin { .. } => self.generation.is_none(),
            Body::Kept(_) | Body::Whole => self.generation.is_some() && !self.whole && head == self.head,
            Body::Act(_) => self.whole && head == self.head.after(body),
        }
    }

    fn take_in(&mut self, body: Body) {
        match body {
            Body::Begin { generation } => self.generation = Some(generation),
            Body::Whole => {
                self.whole = true;
                self.passed.push(self.head);
            }
            Body::Kept(act) | Body::Act(act) => {
                if self.whole {
                    self.passed.push(self.head);
                }
                if act.header.is_some() && act.header != self.contents.header {
                    self.former_headers.extend(self.contents.header.take());
                }
                self.contents.take_in(act);
            }
        }
    }

    /// Gathers what is behind a broken place; whether there was anything. Each frame bears a sum of its own, and the
    /// newer envelope wins, so whatever is found is better had than lost.
    fn gather(&mut self, rest: &[u8]) -> bool {
        let mut gathered = false;
        let mut at = 1;
        while let Some(from) = rest.get(at..) {
            let Some(next) = from.windows(MAGIC.len()).position(|window| window == MAGIC) else { break };
            at += next;
            match rest.get(at..).map(frame_at) {
                Some(Ok(frame)) => {
                    gathered = true;
                    at += frame.length;
                    if let Body::Kept(act) | Body::Act(act) = frame.body {
                        self.contents.take_in(act);
                    }
                }
                _ => at += 1,
            }
        }
        gathered
    }
}
