//! How is it inside? The pad with the lantern, the words beside it, all the words, and the child's own.

mod browse;
mod chips;
mod lantern;
pub mod own_word;
mod pad;
mod place;
pub mod screen;
