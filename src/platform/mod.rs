//! Thin browser services: one file each, no views. All of them may be missing from a browser, and then they say so.

pub mod clipboard;
pub mod clock;
pub mod curtain;
pub mod dates;
pub(crate) mod dynamic;
pub mod files;
pub mod handover;
pub mod install;
pub mod listener;
pub mod locks;
pub mod marks;
pub mod passkey;
pub mod persistence;
pub mod service_worker;
pub mod settings;
pub mod shelf;
pub mod speech;
pub mod stumble;
pub mod timer;
pub mod tone;
pub mod vibration;
pub mod visibility;
pub mod wake_lock;
