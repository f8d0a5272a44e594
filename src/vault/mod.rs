//! Keys, slots and sealing; plain Rust.
