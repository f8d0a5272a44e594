//! What is recorded, and its rules; plain Rust.
