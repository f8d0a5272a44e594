//! Contexts: each file is one fact that the whole app shares, its type, its `provide_…` and its `use_…`.

pub mod as_typed;
mod calls;
pub mod code_length;
pub mod curtain;
pub mod device;
pub mod drafts;
pub mod glow;
pub mod house;
pub mod install;
pub mod school;
pub mod toast;
pub mod unsaved;
pub mod update;
pub mod voice;
pub mod way;
