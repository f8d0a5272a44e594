//! A word at the foot of the page after something was removed, with a way to take it back.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::keeper::Refusal;
use crate::platform::timer;

use super::glow::{Glow, use_glow};
use super::house::{House, use_house};

/// How long it stays, in milliseconds.
const STAY: u32 = 10_000;
/// How much longer after somebody has let go of it.
const LINGER: u32 = 4_000;

/// The handle on the toast.
#[derive(Clone, Copy)]
pub struct Toast {
    shown: RwSignal<Option<Shown>>,
    /// Somebody points at it or has the focus in it: it waits.
    held: RwSignal<bool>,
    /// How many removals were taken back.
    undone: RwSignal<u32>,
    numbers: StoredValue<u32>,
    house: House,
    glow: Glow,
}

/// What the toast says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    number: u32,
    /// What was done.
    pub words: &'static str,
    /// Why it could not be taken back, if that was tried.
    pub refusal: Option<Refusal>,
}

/// Provides the toast; called once, by the app.
pub fn provide_toast() {
    provide_context(Toast {
        shown: RwSignal::new(None),
        held: RwSignal::new(false),
        undone: RwSignal::new(0),
        numbers: StoredValue::new(0),
        house: use_house(),
        glow: use_glow(),
    });
}

/// The toast.
pub fn use_toast() -> Toast {
    expect_context()
}

impl Toast {
    /// Says that a check-in was removed, and offers to take that back.
    pub fn removed(self, words: &'static str) {
        self.numbers.update_value(|numbers| *numbers = numbers.wrapping_add(1));
        let number = self.numbers.get_value();
        self.held.set(false);
        self.shown.set(Some(Shown { number, words, refusal: None }));
        spawn_local(async move {
            timer::sleep(STAY).await;
            while self.held.get_untracked() && self.is_at(number) {
                timer::sleep(LINGER).await;
            }
            if self.is_at(number) {
                self.dismiss();
            }
        });
    }

    /// What is shown.
    pub fn shown(self) -> Signal<Option<Shown>> {
        self.shown.into()
    }

    /// Keeps it for as long as somebody is at it.
    pub fn hold(self, held: bool) {
        self.held.set(held);
    }

    /// Takes it away.
    pub fn dismiss(self) {
        self.shown.set(None);
        self.held.set(false);
    }

    /// Takes the removal back.
    pub fn undo(self) {
        spawn_local(async move {
            match self.house.undo_removal().await {
                Ok(_) => {
                    self.glow.shine();
                    self.dismiss();
                    self.undone.update(|undone| *undone = undone.wrapping_add(1));
                }
                Err(refusal) => self.shown.update(|shown| {
                    if let Some(shown) = shown {
                        shown.refusal = Some(refusal);
                    }
                }),
            }
        });
    }

    /// Follows removals that were taken back: a list that tracks it is read again.
    pub fn undone(self) -> u32 {
        self.undone.get()
    }

    fn is_at(self, number: u32) -> bool {
        self.shown.with_untracked(|shown| shown.as_ref().is_some_and(|shown| shown.number == number))
    }
}
