//! A record's new value: the one shape in which everything is written, sealed, journalled and backed up.

use serde::{Deserialize, Serialize};

use super::{Moment, RecordId, Revision, SubjectId};

/// What sort of record a change is about. A number on disk, never reused.
///
/// An open set: a kind that this build does not know is carried along unread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Kind(pub u16);

impl Kind {
    /// The key of one subject; lives in the keyring.
    pub const SUBJECT_KEY: Self = Self(1);
    /// Preferences of this vault: when to cover, when to lock, what the adult is called.
    pub const PREFERENCES: Self = Self(2);
    /// The school's own details for the safeguarding page.
    pub const SCHOOL: Self = Self(3);
    /// A child as the app knows them.
    pub const PUPIL: Self = Self(4);
    /// A check-in, as first answered.
    pub const CHECK_IN: Self = Self(5);
    /// A later correction of a check-in; the first answers stay.
    pub const AMENDMENT: Self = Self(6);
    /// A session with one child.
    pub const SESSION: Self = Self(7);
    /// The note of a session.
    pub const NOTE: Self = Self(8);
    /// A later addition to a closed note; what was first written stays.
    pub const NOTE_AMENDMENT: Self = Self(9);
    /// That a concern was passed on; never what it is about.
    pub const CONCERN_POINTER: Self = Self(10);
    /// What the children of a group session share.
    pub const GROUP: Self = Self(11);
    /// What the adult has prepared for a child, and the child's own words.
    pub const PREPARED: Self = Self(12);
    /// A child's own picture.
    pub const DRAWING: Self = Self(13);
    /// A repair note: what the adult wants to put right next time.
    pub const REPAIR: Self = Self(14);
    /// The account of everything that must be there; lives in the keyring.
    pub const ACCOUNT: Self = Self(15);
    /// The other version of a record that was changed on two tablets.
    pub const SET_ASIDE: Self = Self(16);
    /// How this vault is backed up.
    pub const BACKUP: Self = Self(17);

    /// Who a visitor turned out to be.
    pub const MOVED: Self = Self(18);

    /// Whether a record of this kind can be about a subject: what belongs to the house is never a child's, nor the other
    /// way round. Nothing is known of a newer app's kinds.
    pub fn belongs_to(self, subject: SubjectId) -> bool {
        match self {
            Self::SUBJECT_KEY | Self::ACCOUNT => subject == SubjectId::KEYRING,
            Self::PREFERENCES | Self::SCHOOL | Self::GROUP | Self::BACKUP => subject == SubjectId::HOUSEHOLD,
            Self::SET_ASIDE => subject != SubjectId::KEYRING,
            Self(known) if known <= Self::MOVED.0 => ![SubjectId::KEYRING, SubjectId::HOUSEHOLD].contains(&subject),
            _ => true,
        }
    }

    /// Whether it is about this tablet alone: how long until the cover, who else uses it, how it is backed up. A file may
    /// hold such a record, and no other tablet is ruled by it.
    pub fn is_of_one_tablet(self) -> bool {
        matches!(self, Self::PREFERENCES | Self::BACKUP)
    }
}

/// A record's value at one revision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Whom the record is about.
    pub subject: SubjectId,
    /// Which record.
    pub id: RecordId,
    /// Its place among the changes of that record: the highest wins.
    pub revision: Revision,
    /// When it was made.
    pub at: Moment,
    /// What sort of record it is.
    pub kind: Kind,
    /// The value as CBOR (see [`super::Fields`]), or nothing when the record was removed.
    pub body: Option<Vec<u8>>,
}

impl Change {
    /// What it makes of its record.
    pub fn value(&self) -> (Kind, Option<&[u8]>) {
        (self.kind, self.body.as_deref())
    }

    /// Whether its kind can be about its subject.
    pub fn is_in_place(&self) -> bool {
        self.kind.belongs_to(self.subject)
    }

    /// Its place among the changes of its record, and what it makes of it.
    pub fn head(&self) -> (Revision, Kind, Option<&[u8]>) {
        (self.revision, self.kind, self.body.as_deref())
    }
}
