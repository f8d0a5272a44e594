//! Reference cards, which anyone may see.

pub mod card;
pub mod feelings;
pub mod index;
