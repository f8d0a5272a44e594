//! The steps to a new passphrase, and what is said about a recovery code that cannot be one. The address names the step;
//! what was typed is never in it.

use crate::app::paths;
use crate::vault::{CodeMistake, RecoveryCode, is_secret_key};

use super::super::words::recover as words;

/// A step, as the address names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The recovery code.
    RecoveryCode,
    /// A new passphrase.
    Passphrase,
    /// A short code.
    Code,
}

impl Step {
    const ALL: [Self; 3] = [Self::RecoveryCode, Self::Passphrase, Self::Code];

    const fn word(self) -> &'static str {
        match self {
            Self::RecoveryCode => "recovery-code",
            Self::Passphrase => "passphrase",
            Self::Code => "short-code",
        }
    }

    /// The step that the address names; the first when it names none.
    pub fn from_word(word: Option<&str>) -> Self {
        Self::ALL.into_iter().find(|step| Some(step.word()) == word).unwrap_or(Self::RecoveryCode)
    }

    /// Its address.
    pub fn path(self) -> String {
        format!("{}?step={}", paths::RECOVER, self.word())
    }

    /// The step to show when this one is asked for: never one whose ground is not laid.
    pub const fn shown(self, code_typed: bool, passphrase_chosen: bool) -> Self {
        match self {
            _ if !code_typed => Self::RecoveryCode,
            Self::Code if !passphrase_chosen => Self::Passphrase,
            step => step,
        }
    }
}

/// What is wrong with a recovery code as it is typed, if anything; whether it opens the vault is not known yet.
pub fn mistake(typed: &str) -> Option<String> {
    if is_secret_key(typed) {
        return None;
    }
    RecoveryCode::parse(typed).err().map(|mistake| match mistake {
        CodeMistake::Length { found: 0 } => words::EMPTY.to_owned(),
        CodeMistake::Length { found } => words::length(found),
        CodeMistake::Character { found, place } => words::character(found, place),
        CodeMistake::Check => words::CHECK.to_owned(),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_found_by_its_own_address() {
        for step in Step::ALL {
            let path = step.path();
            assert_eq!(Step::from_word(path.rsplit_once('=').map(|(_, word)| word)), step);
        }
    }

    #[test]
    fn a_reload_begins_at_the_recovery_code() {
        for step in Step::ALL {
            assert_eq!(step.shown(false, false), Step::RecoveryCode);
            assert_eq!(step.shown(true, true), step);
        }
        assert_eq!(Step::Code.shown(true, false), Step::Passphrase);
    }

    #[test]
    fn a_code_that_cannot_be_one_is_told_before_anything_else_is_asked() {
        let code = RecoveryCode::make().unwrap().expose_groups().join("-");
        assert_eq!(mistake(&code), None);
        assert_eq!(mistake(&code.to_lowercase().replace('-', " ")), None);
        assert_eq!(mistake("  "), Some(words::EMPTY.to_owned()));
        assert!(mistake("7KQ").unwrap().contains("3 of the 27"));
        assert!(mistake(&code.replacen('-', "!", 1)).unwrap().contains("“!”"));
    }
}
