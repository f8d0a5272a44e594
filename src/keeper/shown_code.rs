//! A recovery code that is shown and not yet valid: it becomes so once parts of it were typed back.

use crate::vault::{RecoveryCode, chance};

use super::Refusal;
use super::message::{Reply, Whisper};

/// How many groups of the recovery code are typed back.
const GROUPS_ASKED: usize = 3;

/// A recovery code on its sheet.
pub(super) struct ShownCode {
    /// The code.
    pub recovery: RecoveryCode,
    /// Which of its groups are to be typed back: places from 0, in reading order.
    ask_for: Vec<u8>,
}

impl ShownCode {
    /// Takes a new code in.
    ///
    /// # Errors
    /// [`Refusal::Device`] without randomness.
    pub fn of(recovery: RecoveryCode) -> Result<Self, Refusal> {
        let mut ask_for: Vec<u8> = (0..).take(recovery.expose_groups().len()).collect();
        while ask_for.len() > GROUPS_ASKED {
            let [byte] = chance::random::<1>()?;
            ask_for.remove(usize::from(byte) % ask_for.len());
        }
        Ok(Self { recovery, ask_for })
    }

    /// What is printed or written down.
    pub fn sheet(&self) -> Reply {
        let groups = self.recovery.expose_groups().map(|group| Whisper::new(group.to_owned())).to_vec();
        Reply::RecoverySheet { groups, ask_for: self.ask_for.clone() }
    }

    /// Whether these groups were typed back as they stand on the sheet.
    ///
    /// # Errors
    /// [`Refusal::GroupsDiffer`]
    pub fn check(&self, typed_back: &[Whisper]) -> Result<(), Refusal> {
        let matches =
            |(place, typed): (&u8, &Whisper)| self.recovery.group_matches(usize::from(*place), typed.expose());
        let all = typed_back.len() == self.ask_for.len() && self.ask_for.iter().zip(typed_back).all(matches);
        if all { Ok(()) } else { Err(Refusal::GroupsDiffer) }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn three_different_groups_are_asked_for_and_all_must_be_right() {
        let shown = ShownCode::of(RecoveryCode::make().unwrap()).unwrap();
        let Reply::RecoverySheet { groups, ask_for } = shown.sheet() else { panic!("no sheet") };
        assert_eq!(ask_for.len(), GROUPS_ASKED);
        assert!(ask_for.is_sorted_by(|one, next| one < next));
        let mut typed: Vec<_> = ask_for.iter().map(|place| groups[usize::from(*place)].clone()).collect();
        assert_eq!(shown.check(&typed), Ok(()));
        assert_eq!(shown.check(&typed[..2]), Err(Refusal::GroupsDiffer));
        typed[1] = Whisper::new("none".to_owned());
        assert_eq!(shown.check(&typed), Err(Refusal::GroupsDiffer));
    }
}
