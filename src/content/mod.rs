//! Words, cards and activities, made from the TOML files beside this module when the crate is built.
