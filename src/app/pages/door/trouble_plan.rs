//! Which trouble asks for what.

use crate::keeper::{Refusal, StorageTrouble};

use super::words::trouble as words;

/// The kinds of trouble that a person can tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser keeps nothing here.
    NothingKept,
    /// The tablet is full.
    Full,
    /// Another window is in the way.
    InTheWay,
    /// The app has stopped, or its storage went away.
    Stopped,
    /// Page and keeper come from two versions.
    TwoVersions,
    /// The vault is newer than the app.
    TooNew,
    /// The vault's own page cannot be read.
    Unreadable,
    /// Something else.
    Other,
}

/// What the button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Starts the keeper anew.
    AskAgain,
    /// Loads the page anew.
    Reload,
}

impl Trouble {
    /// The kind of a refusal.
    pub const fn of(refusal: &Refusal) -> Self {
        match refusal {
            Refusal::Storage(StorageTrouble::Unavailable | StorageTrouble::Other(_)) => Self::NothingKept,
            Refusal::Storage(StorageTrouble::Full) => Self::Full,
            Refusal::Storage(StorageTrouble::Blocked) => Self::InTheWay,
            Refusal::Storage(StorageTrouble::TimedOut | StorageTrouble::Lost) | Refusal::Gone => Self::Stopped,
            Refusal::OtherBuild => Self::TwoVersions,
            Refusal::NewerApp => Self::TooNew,
            Refusal::Unreadable | Refusal::Storage(StorageTrouble::TwoVaults) => Self::Unreadable,
            _ => Self::Other,
        }
    }

    /// What stands above it.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::NothingKept => words::NOTHING_KEPT,
            Self::Full => words::FULL,
            Self::InTheWay => words::IN_THE_WAY,
            Self::Stopped => words::STOPPED,
            Self::TwoVersions | Self::TooNew => words::VERSIONS,
            Self::Unreadable => words::UNREADABLE,
            Self::Other => words::OTHER,
        }
    }

    /// Questions to ask oneself, and what then to do.
    pub const fn points(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::NothingKept => &words::KEPT_POINTS,
            Self::Full => &words::FULL_POINTS,
            _ => &[],
        }
    }

    /// What "Try again" does.
    pub const fn remedy(self) -> Remedy {
        match self {
            // Of a program that has stopped the browser may keep what made it stop.
            Self::Stopped | Self::TwoVersions | Self::TooNew => Remedy::Reload,
            _ => Remedy::AskAgain,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_stopped_and_two_versions_need_a_reload_and_a_full_tablet_is_asked_again() {
        assert_eq!(Trouble::of(&Refusal::Gone).remedy(), Remedy::Reload);
        assert_eq!(Trouble::of(&Refusal::Storage(StorageTrouble::Lost)).remedy(), Remedy::Reload);
        assert_eq!(Trouble::of(&Refusal::Storage(StorageTrouble::Full)).remedy(), Remedy::AskAgain);
        assert_eq!(Trouble::of(&Refusal::OtherBuild).remedy(), Remedy::Reload);
        assert_eq!(Trouble::of(&Refusal::NewerApp).remedy(), Remedy::Reload);
    }

    #[test]
    fn a_browser_that_keeps_nothing_is_told_from_a_full_tablet() {
        let other = Refusal::Storage(StorageTrouble::Other("SecurityError".into()));
        assert_eq!(Trouble::of(&other), Trouble::of(&Refusal::Storage(StorageTrouble::Unavailable)));
        assert_ne!(Trouble::of(&other).heading(), Trouble::of(&Refusal::Storage(StorageTrouble::Full)).heading());
    }
}
