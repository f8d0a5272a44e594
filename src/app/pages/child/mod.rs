//! The child's side of the tablet: their animal and one question at a time; no name, no list, no way out but the adult's.
//!
//! It stands before every page while a child has the tablet, whatever the address says, and it is given nothing but what
//! it shows: the keeper answers nothing else.

mod arrived;
mod boxes;
mod hold;
mod lines;
mod pair;
mod rest;
pub mod screen;
mod side;
mod trap;
pub mod words;

pub use hold::HoldButton;
pub use pair::BackToTheGrownUp;
pub use side::{ChildSide, Handle};
