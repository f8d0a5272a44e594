//! The way in: welcome, making a vault, unlocking, the cover, and what is said when there is no way in.

pub mod busy;
mod choose_code;
pub mod choose_passphrase;
mod countdown;
pub mod cover;
pub mod create;
mod elsewhere;
mod frame;
pub mod nickname;
mod passphrase_plan;
pub mod recover;
pub mod secret;
pub mod trouble;
mod trouble_plan;
mod unlock;
pub mod waiting;
pub mod way_in;
mod welcome;
mod words;
