//! What was typed and not saved when the cover came: it is there again when the page comes back.
//!
//! Kept in memory only. It goes when the page is left in any other way, and when the vault is locked.

use std::any::Any;
use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::app::lean::effect;

use super::house::{House, Known, use_house};

/// The handle on the drafts.
#[derive(Clone, Copy)]
pub struct Drafts {
    kept: StoredValue<BTreeMap<String, Box<dyn Any>>, LocalStorage>,
    house: House,
}

/// Provides the drafts; called once, by the app.
pub fn provide_drafts() {
    let house = use_house();
    let drafts = Drafts { kept: StoredValue::new_local(BTreeMap::new()), house };
    effect(move || {
        if !house.known().with(may_keep) {
            drafts.kept.update_value(BTreeMap::clear);
        }
    });
    provide_context(drafts);
}

/// The drafts.
pub fn use_drafts() -> Drafts {
    expect_context()
}

impl Drafts {
    /// What a form's field holds: what stood there when the cover came, otherwise what it begins with. `key` is the
    /// form's address and, where a form has several, the field's name. Called in a component.
    pub fn field<T: Clone + Send + Sync + 'static>(self, key: String, begin: impl FnOnce() -> T) -> RwSignal<T> {
        let before = self.kept.with_value(|kept| kept.get(&key)?.downcast_ref::<T>().cloned());
        let field = RwSignal::new(before.unwrap_or_else(begin));
        let in_effect = key.clone();
        effect(move || {
            let now: Box<dyn Any> = Box::new(field.get());
            self.kept.update_value(|kept| drop(kept.insert(in_effect.clone(), now)));
        });
        on_cleanup(move || {
            if !self.house.known().with_untracked(Known::is_away) {
                self.kept.update_value(|kept| drop(kept.remove(&key)));
            }
        });
        field
    }
}

/// Whether drafts outlive this: the vault is open, or only covered.
fn may_keep(known: &Known) -> bool {
    known.is_open() || known.is_away()
}
