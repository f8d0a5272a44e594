//! Reference cards, which anyone may see: nothing here asks the keeper.

pub mod card;
pub mod faces;
pub mod feelings;
pub mod index;
mod neighbours;
mod vocabulary;
pub mod words;
