//! Sealed envelopes on disk: one trait, several homes.
