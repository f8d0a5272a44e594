//! The way in: welcome, making a vault, unlocking, the cover, and what is said when there is no way in.

mod busy;
mod choose_code;
pub(super) mod choose_passphrase;
mod countdown;
pub mod cover;
pub mod create;
mod elsewhere;
mod frame;
pub mod nickname;
mod passphrase_plan;
pub mod recover;
pub(super) mod secret;
pub mod trouble;
mod trouble_plan;
mod unlock;
pub mod waiting;
pub mod way_in;
mod welcome;
mod words;
