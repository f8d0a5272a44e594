//! The steps of making a vault, and which of them may be shown. The address names the step; what was typed is never in
//! it, so after a reload the first step comes again.

use crate::app::paths;

/// A step, as the address names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A name for the vault.
    Name,
    /// A passphrase.
    Passphrase,
    /// The recovery code, to be printed.
    Sheet,
    /// Parts of it, typed back.
    TypeBack,
    /// A short code.
    Code,
}

/// How far the making has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// It has a name.
    pub named: bool,
    /// The keeper has prepared it: there is a recovery code.
    pub prepared: bool,
    /// The parts that were typed back are right.
    pub typed_back: bool,
}

/// How many steps a person counts.
pub const STEPS: u8 = 4;

impl Step {
    const ALL: [Self; 5] = [Self::Name, Self::Passphrase, Self::Sheet, Self::TypeBack, Self::Code];

    const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Passphrase => "passphrase",
            Self::Sheet => "recovery-code",
            Self::TypeBack => "type-back",
            Self::Code => "short-code",
        }
    }

    /// The step that the address names; the first when it names none.
    pub fn from_word(word: Option<&str>) -> Self {
        Self::ALL.into_iter().find(|step| Some(step.word()) == word).unwrap_or(Self::Name)
    }

    /// Its address.
    pub fn path(self) -> String {
        format!("{}?step={}", paths::CREATE, self.word())
    }

    /// Its number for a person, from 1.
    pub const fn number(self) -> u8 {
        match self {
            Self::Name => 1,
            Self::Passphrase => 2,
            Self::Sheet | Self::TypeBack => 3,
            Self::Code => 4,
        }
    }

    /// The step to show when this one is asked for: never one whose ground is not laid.
    pub const fn shown(self, progress: Progress) -> Self {
        match self {
            Self::Name => Self::Name,
            _ if !progress.named => Self::Name,
            Self::Passphrase => Self::Passphrase,
            _ if !progress.prepared => Self::Passphrase,
            Self::Code if !progress.typed_back => Self::TypeBack,
            step => step,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: Progress = Progress { named: false, prepared: false, typed_back: false };
    const NAMED: Progress = Progress { named: true, ..NOTHING };
    const PREPARED: Progress = Progress { prepared: true, ..NAMED };
    const READY: Progress = Progress { typed_back: true, ..PREPARED };

    #[test]
    fn a_reload_begins_at_the_name_whatever_the_address_says() {
        for step in Step::ALL {
            assert_eq!(step.shown(NOTHING), Step::Name);
        }
    }

    #[test]
    fn no_step_is_shown_before_its_ground_is_laid_and_each_may_be_gone_back_to() {
        assert_eq!(Step::Sheet.shown(NAMED), Step::Passphrase);
        assert_eq!(Step::Code.shown(NAMED), Step::Passphrase);
        assert_eq!(Step::Code.shown(PREPARED), Step::TypeBack);
        assert_eq!(Step::Sheet.shown(PREPARED), Step::Sheet);
        for step in Step::ALL {
            assert_eq!(step.shown(READY), step);
        }
    }

    #[test]
    fn every_step_is_found_by_its_own_address() {
        for step in Step::ALL {
            let path = step.path();
            let word = path.rsplit_once('=').map(|(_, word)| word);
            assert_eq!(Step::from_word(word), step);
            assert!((1..=STEPS).contains(&step.number()));
        }
        assert_eq!(Step::from_word(None), Step::Name);
        assert_eq!(Step::from_word(Some("nonsense")), Step::Name);
    }
}
