//! Forms that save as one types: when they do so, and that they do once more before their words could be lost.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::lean::effect;
use crate::platform::clock::{BrowserClock, Clock};
use crate::platform::timer;

/// How long nothing is typed before it is saved, in milliseconds.
const BREATH: u32 = 700;
/// How long what is typed without such a pause may stay unsaved, in milliseconds.
const LONGEST: u32 = 3_000;

type Save = Rc<dyn Fn()>;

/// The handle on the forms that are on screen and save as one types.
#[derive(Clone, Copy)]
pub struct AsTyped(StoredValue<Forms, LocalStorage>);

#[derive(Default)]
struct Forms {
    last: u32,
    saves: Vec<(u32, Save)>,
}

/// Provides the handle; called once, by the app, before [`super::house`].
pub fn provide_as_typed() {
    provide_context(AsTyped(StoredValue::new_local(Forms::default())));
}

/// The forms that save as one types.
pub fn use_as_typed() -> AsTyped {
    expect_context()
}

impl AsTyped {
    /// Saves a form at the pace of its typing, when its page goes, and before the vault does. `is_unsaved` follows what is
    /// typed; `save` posts it before it returns, and does nothing where all is posted already. Called in a component.
    pub fn keep(self, is_unsaved: impl Fn() -> bool + 'static, save: impl Fn() + 'static) {
        let pace = StoredValue::new(Pace::default());
        let save: Save = Rc::new(move || {
            pace.try_update_value(Pace::rest);
            save();
        });
        let at_last = Rc::clone(&save);
        let number = self.0.try_update_value(|forms| {
            forms.last += 1;
            forms.saves.push((forms.last, at_last));
            forms.last
        });
        effect(move || {
            let is_unsaved = is_unsaved();
            let due = pace.try_update_value(|pace| pace.typed(is_unsaved, BrowserClock.monotonic_millis()));
            let Some((key, wait)) = due.flatten() else { return };
            let save = Rc::clone(&save);
            spawn_local(async move {
                timer::sleep(wait).await;
                // Typed on in the meantime, or gone: then it was saved on leaving.
                if pace.try_with_value(|pace| pace.keys == key) == Some(true) {
                    save();
                }
            });
        });
        on_cleanup(move || {
            let save = self.0.try_update_value(|forms| {
                let place = forms.saves.iter().position(|(other, _)| Some(*other) == number)?;
                Some(forms.saves.swap_remove(place).1)
            });
            if let Some(save) = save.flatten() {
                save();
            }
        });
    }

    /// Saves them all now. What they have to say is posted when this returns, ahead of whatever is asked next.
    pub fn save_all(self) {
        let saves = self.0.try_with_value(|forms| forms.saves.iter().map(|(_, save)| Rc::clone(save)).collect());
        let saves: Vec<Save> = saves.unwrap_or_default();
        saves.iter().for_each(|save| save());
    }
}

/// When what is typed is saved: in the first pause, but in the midst of it if there is none.
#[derive(Debug, Default)]
struct Pace {
    keys: u32,
    /// When the first key was typed that is not saved.
    since: Option<u64>,
}

impl Pace {
    /// Something was typed: its number, and how long to wait for the next before it is saved. Nothing where it is typed back
    /// to what is saved.
    fn typed(&mut self, is_unsaved: bool, now: u64) -> Option<(u32, u32)> {
        self.keys = self.keys.wrapping_add(1);
        if !is_unsaved {
            self.rest();
            return None;
        }
        let waited = now.saturating_sub(*self.since.get_or_insert(now));
        let left = u64::from(LONGEST).saturating_sub(waited);
        Some((self.keys, u32::try_from(left).unwrap_or(BREATH).min(BREATH)))
    }

    /// Everything is saved.
    fn rest(&mut self) {
        self.since = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// When something is saved, with a key at each of these moments.
    fn saved(keys: impl IntoIterator<Item = u64>) -> Vec<u64> {
        let (mut pace, mut saved, mut due) = (Pace::default(), Vec::new(), None::<u64>);
        for now in keys {
            if let Some(moment) = due.filter(|due| *due <= now) {
                saved.push(moment);
                pace.rest();
            }
            due = pace.typed(true, now).map(|(_, wait)| now + u64::from(wait));
        }
        saved.extend(due);
        saved
    }

    #[test]
    fn what_is_typed_is_saved_a_breath_after_the_last_key() {
        assert_eq!(saved([0]), [700]);
        assert_eq!(saved([0, 300, 600, 2_000]), [1_300, 2_700]);
    }

    #[test]
    fn a_minute_without_a_pause_is_saved_every_few_seconds() {
        let saved = saved((0..60_000).step_by(150));
        assert!(saved.len() >= 18, "{saved:?}");
        assert!(saved.windows(2).all(|two| two[1] - two[0] <= u64::from(LONGEST) + 150), "{saved:?}");
    }

    #[test]
    fn typed_back_to_what_is_saved_there_is_nothing_to_wait_for() {
        let mut pace = Pace::default();
        assert_eq!(pace.typed(true, 0), Some((1, BREATH)));
        assert_eq!(pace.typed(true, 2_900), Some((2, 100)));
        assert_eq!(pace.typed(false, 2_950), None);
        assert_eq!(pace.typed(true, 3_500), Some((4, BREATH)));
        // A clock that is set back makes nobody wait longer.
        assert_eq!(pace.typed(true, 0), Some((5, BREATH)));
    }
}
