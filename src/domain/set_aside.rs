//! The other version of a record that was changed on two tablets: kept until the adult has seen both, and chosen.
//!
//! There is at most one for each record and author: the newest version by that author that is not the record's own value.
//! It also says up to which of that author's versions the record's value has taken everything in: so that a file that
//! comes back from another tablet brings no disagreement where there is none.

use minicbor::bytes::{ByteArray, ByteVec};
use sha2::{Digest, Sha256};

use super::{Change, Fields, Kind, Moment, Record, RecordError, RecordId, Revision};

/// A version of a record that is not its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Of which record of the same subject.
    pub of: RecordId,
    /// The version's place among the changes of that record.
    pub revision: Revision,
    /// When it was made.
    pub at: Moment,
    /// The record's kind.
    pub kind: Kind,
    /// Its value; nothing when the record was removed there, or when there is nothing to choose.
    pub body: Option<Vec<u8>>,
    /// Up to which version of this author everything has been taken into account.
    pub settled: Option<Revision>,
}

impl SetAside {
    /// A change, set aside.
    pub fn version(change: &Change) -> Self {
        Self {
            of: change.id,
            revision: change.revision,
            at: change.at,
            kind: change.kind,
            body: change.body.clone(),
            settled: None,
        }
    }

    /// That a version has been taken into account: what follows it was made by somebody who saw it.
    pub fn seen(of: RecordId, revision: Revision, at: Moment, kind: Kind) -> Self {
        Self { of, revision, at, kind, body: None, settled: Some(revision) }
    }

    /// The id of the record that holds it: everybody who sets the same author's version of the same record aside puts it
    /// in the same place.
    pub fn id(&self) -> RecordId {
        let hash = Sha256::new()
            .chain_update(b"lantern-room set aside")
            .chain_update(self.of.as_bytes())
            .chain_update(self.revision.author().to_be_bytes())
            .finalize();
        let mut id = [0; 16];
        id.iter_mut().zip(hash).for_each(|(byte, of_hash)| *byte = of_hash);
        RecordId::from_bytes(id)
    }

    /// The newer version of the two, settled as far as either is.
    pub fn joined(&self, other: &Self) -> Self {
        let newer = if other.revision > self.revision { other } else { self };
        Self { settled: self.settled.max(other.settled), ..newer.clone() }
    }

    /// Whether there is nothing to choose any more.
    pub fn is_settled(&self) -> bool {
        self.settled.is_some_and(|settled| settled >= self.revision)
    }

    /// Whether the adult is to see it beside the record's own value: its revision, and what it is.
    pub fn is_shown_beside(&self, head: Option<(Revision, Kind, Option<&[u8]>)>) -> bool {
        let Some((revision, kind, body)) = head else { return !self.is_settled() && self.body.is_some() };
        let follows = revision.author() == self.revision.author() && revision >= self.revision;
        !self.is_settled() && !follows && (kind, body) != (self.kind, self.body.as_deref())
    }
}

impl Record for SetAside {
    const KIND: Kind = Kind::SET_ASIDE;
    const VERSION: u16 = 1;

    fn read(fields: &mut Fields) -> Result<Self, RecordError> {
        let revision: ByteArray<16> = fields.need(2)?;
        let settled: Option<ByteArray<16>> = fields.take(6)?;
        Ok(Self {
            of: fields.need_id(1)?,
            revision: Revision::from_bytes(revision.into()),
            at: fields.need(3)?,
            kind: Kind(fields.need(4)?),
            body: fields.take::<ByteVec>(5)?.map(Into::into),
            settled: settled.map(|bytes| Revision::from_bytes(bytes.into())),
        })
    }

    fn write(&self, fields: &mut Fields) {
        fields.put_id(1, self.of);
        fields.put(2, ByteArray::from(self.revision.to_bytes()));
        fields.put(3, self.at);
        fields.put(4, self.kind.0);
        fields.put_some(5, self.body.clone().map(ByteVec::from));
        fields.put_some(6, self.settled.map(|settled| ByteArray::from(settled.to_bytes())));
    }
}
