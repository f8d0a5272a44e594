//! A record's body: a CBOR map of small numbers to values that keeps what this build does not know.
//!
//! An older app may open what a newer one wrote. What it does not understand it must carry along untouched, so a
//! body is first taken apart into raw fields; a record reads the ones it knows and the rest stays beside it.

use std::collections::BTreeMap;

use minicbor::bytes::ByteArray;
use minicbor::{Decode, Decoder, Encode, Encoder};
use thiserror::Error;

use super::{Kind, RecordId};

/// Why a body could not be read. The bytes are kept by whoever holds them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RecordError {
    /// Not a CBOR map of numbers to values.
    #[error("the record's bytes are not a record")]
    Malformed,
    /// A field that the record cannot do without is not there.
    #[error("field {0} of the record is missing")]
    Missing(u32),
    /// A field is there but holds something else than it should.
    #[error("field {0} of the record holds an unexpected value")]
    Unexpected(u32),
    /// Written by a newer app in a way that this one must not touch.
    #[error("the record needs a newer app (format {0})")]
    TooNew(u16),
}

/// Field 0 of every body: the version of the kind's format.
const VERSION: u32 = 0;

/// The raw fields of a body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(BTreeMap<u32, Vec<u8>>);

impl Fields {
    /// Takes a body apart without understanding it.
    ///
    /// # Errors
    /// [`RecordError::Malformed`] when the bytes are not exactly one map of distinct numbers to values.
    pub fn parse(bytes: &[u8]) -> Result<Self, RecordError> {
        let mut input = Decoder::new(bytes);
        let mut fields = BTreeMap::new();
        let count = input.map().map_err(malformed)?.ok_or(RecordError::Malformed)?;
        for _ in 0..count {
            let key = input.u32().map_err(malformed)?;
            let start = input.position();
            input.skip().map_err(malformed)?;
            let value = bytes.get(start..input.position()).ok_or(RecordError::Malformed)?;
            if fields.insert(key, value.to_vec()).is_some() {
                return Err(RecordError::Malformed);
            }
        }
        if input.position() == bytes.len() { Ok(Self(fields)) } else { Err(RecordError::Malformed) }
    }

    /// The body made of these fields, in the order of their numbers.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut output = Encoder::new(&mut bytes);
        // Writing to a Vec cannot fail: its error type is Infallible.
        let _ = output.map(self.0.len() as u64);
        for (key, value) in &self.0 {
            let _ = Encoder::new(&mut bytes).u32(*key);
            bytes.extend_from_slice(value);
        }
        bytes
    }

    /// Takes out a field that may be absent.
    ///
    /// # Errors
    /// [`RecordError::Unexpected`] when it is there but is not a `T`; the field then stays where it was.
    pub fn take<T>(&mut self, key: u32) -> Result<Option<T>, RecordError>
    where
        T: for<'b> Decode<'b, ()>,
    {
        let Some(raw) = self.0.get(&key) else { return Ok(None) };
        let value = minicbor::decode(raw).map_err(|_| RecordError::Unexpected(key))?;
        self.0.remove(&key);
        Ok(Some(value))
    }

    /// Takes out a field that must be there.
    ///
    /// # Errors
    /// [`RecordError::Missing`], or as [`Fields::take`].
    pub fn need<T>(&mut self, key: u32) -> Result<T, RecordError>
    where
        T: for<'b> Decode<'b, ()>,
    {
        self.take(key)?.ok_or(RecordError::Missing(key))
    }

    /// Takes out the id of a record that may be absent.
    ///
    /// # Errors
    /// As [`Fields::take`].
    pub fn take_id(&mut self, key: u32) -> Result<Option<RecordId>, RecordError> {
        Ok(self.take::<ByteArray<16>>(key)?.map(|bytes| RecordId::from_bytes(bytes.into())))
    }

    /// Takes out the id of a record that must be there.
    ///
    /// # Errors
    /// As [`Fields::need`].
    pub fn need_id(&mut self, key: u32) -> Result<RecordId, RecordError> {
        self.take_id(key)?.ok_or(RecordError::Missing(key))
    }

    /// Sets the id of a record.
    pub fn put_id(&mut self, key: u32, id: RecordId) {
        self.put(key, ByteArray::from(*id.as_bytes()));
    }

    /// Sets a field.
    pub fn put<T: Encode<()>>(&mut self, key: u32, value: T) {
        let mut raw = Vec::new();
        // A Vec takes every byte and no value of ours refuses to be written, so this cannot fail.
        let written = minicbor::encode(value, &mut raw);
        debug_assert!(written.is_ok(), "field {key} did not encode");
        self.0.insert(key, raw);
    }

    /// Sets a field when there is something to set.
    pub fn put_some<T: Encode<()>>(&mut self, key: u32, value: Option<T>) {
        if let Some(value) = value {
            self.put(key, value);
        }
    }
}

fn malformed(_: minicbor::decode::Error) -> RecordError {
    RecordError::Malformed
}

/// A kind of record: which fields it has and how they are read.
pub trait Record: Sized {
    /// The number of this kind.
    const KIND: Kind;
    /// The newest format of this kind that this build writes. It grows only when an older app must not touch the
    /// record; a new optional field does not need it.
    const VERSION: u16;

    /// Reads the fields that this build knows, leaving the others.
    ///
    /// # Errors
    /// [`RecordError`] when a known field is missing or odd.
    fn read(fields: &mut Fields) -> Result<Self, RecordError>;

    /// Writes every field of this record.
    fn write(&self, fields: &mut Fields);
}

/// A record together with the fields of it that this build does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept<R> {
    /// What is understood.
    pub record: R,
    unknown: Fields,
}

impl<R: Record> Kept<R> {
    /// A record made here and now.
    pub fn new(record: R) -> Self {
        Self { record, unknown: Fields::default() }
    }

    /// The same record with a new value: what was not understood of the old one comes along.
    pub fn with(&self, record: R) -> Self {
        Self { record, unknown: self.unknown.clone() }
    }

    /// Reads a body.
    ///
    /// # Errors
    /// [`RecordError`] when it is not a body of this kind or needs a newer app.
    pub fn from_body(body: &[u8]) -> Result<Self, RecordError> {
        let mut fields = Fields::parse(body)?;
        let version: u16 = fields.need(VERSION)?;
        if version > R::VERSION {
            return Err(RecordError::TooNew(version));
        }
        let record = R::read(&mut fields)?;
        Ok(Self { record, unknown: fields })
    }

    /// The body to seal.
    pub fn to_body(&self) -> Vec<u8> {
        let mut fields = self.unknown.clone();
        fields.put(VERSION, R::VERSION);
        self.record.write(&mut fields);
        fields.to_bytes()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq)]
    struct Note {
        words: String,
        size: Option<u8>,
    }

    impl Record for Note {
        const KIND: Kind = Kind(900);
        const VERSION: u16 = 2;

        fn read(fields: &mut Fields) -> Result<Self, RecordError> {
            Ok(Self { words: fields.need(1)?, size: fields.take(2)? })
        }

        fn write(&self, fields: &mut Fields) {
            fields.put(1, &self.words);
            fields.put_some(2, self.size);
        }
    }

    proptest! {
        #[test]
        fn a_record_comes_back_with_the_fields_it_does_not_know(
            words in ".*", size in proptest::option::of(any::<u8>()), strange in prop::collection::btree_map(3u32..5000, ".*", 0..8),
        ) {
            let mut fields = Fields::default();
            fields.put(0, 1u16);
            fields.put(1, &words);
            fields.put_some(2, size);
            for (key, value) in &strange {
                fields.put(*key, value);
            }
            let kept = Kept::<Note>::from_body(&fields.to_bytes()).unwrap();
            prop_assert_eq!(&kept.record, &Note { words, size });

            let edited = kept.with(Note { words: "other".into(), size: None });
            let mut again = Fields::parse(&edited.to_body()).unwrap();
            prop_assert_eq!(again.need::<u16>(0), Ok(2));
            prop_assert_eq!(again.need::<String>(1).unwrap(), "other");
            prop_assert_eq!(again.take::<u8>(2), Ok(None));
            for (key, value) in strange {
                prop_assert_eq!(again.need::<String>(key).unwrap(), value);
            }
            prop_assert_eq!(again, Fields::default());
        }

        #[test]
        fn no_bytes_make_it_panic(bytes: Vec<u8>) {
            if let Ok(fields) = Fields::parse(&bytes) {
                prop_assert_eq!(Fields::parse(&fields.to_bytes()), Ok(fields));
            }
        }
    }

    #[test]
    fn a_newer_format_is_left_alone() {
        let mut fields = Fields::default();
        fields.put(0, 3u16);
        fields.put(1, "words");
        assert_eq!(Kept::<Note>::from_body(&fields.to_bytes()), Err(RecordError::TooNew(3)));
    }

    #[test]
    fn an_odd_field_is_named() {
        let mut fields = Fields::default();
        fields.put(0, 1u16);
        assert_eq!(Kept::<Note>::from_body(&fields.to_bytes()), Err(RecordError::Missing(1)));
        fields.put(1, 5u8);
        assert_eq!(Kept::<Note>::from_body(&fields.to_bytes()), Err(RecordError::Unexpected(1)));
    }

    #[test]
    fn cut_or_doubled_maps_are_malformed() {
        let mut fields = Fields::default();
        fields.put(1, "words");
        let bytes = fields.to_bytes();
        assert_eq!(Fields::parse(&bytes[..bytes.len() - 1]), Err(RecordError::Malformed));
        assert_eq!(Fields::parse(&[&bytes[..], &[0]].concat()), Err(RecordError::Malformed));
        assert_eq!(Fields::parse(&[0xa2, 1, 1, 1, 2]), Err(RecordError::Malformed));
    }
}
