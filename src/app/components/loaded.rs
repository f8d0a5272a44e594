//! What a page asked the keeper for, and what is shown once it has answered.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::lean::{effect, view};
use crate::keeper::Refusal;

use super::refused::Refused;

/// An answer that is waited for, and asked for again when what it depends on changes.
///
/// The framework's own resource does more than is needed here, and brings it along once for every type of answer.
pub struct Asked<T: 'static> {
    answer: RwSignal<Option<T>, LocalStorage>,
    again: Trigger,
}

impl<T> Clone for Asked<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Asked<T> {}

/// Asks now, and again whenever a signal that `ask` reads changes. Only the last question's answer counts.
pub fn asked<T, F>(ask: impl Fn() -> F + 'static) -> Asked<T>
where
    T: 'static,
    F: Future<Output = T> + 'static,
{
    let asked = Asked { answer: RwSignal::new_local(None), again: Trigger::new() };
    let latest = StoredValue::new(0_u32);
    let mut number = 0_u32;
    effect(move || {
        asked.again.track();
        number = number.wrapping_add(1);
        latest.set_value(number);
        let (answer, number) = (ask(), number);
        let answered: Pin<Box<dyn Future<Output = ()>>> = Box::pin(async move {
            let answer = answer.await;
            // The page may be gone, or have asked again in the meantime.
            if latest.try_get_value() == Some(number) {
                asked.answer.try_set(Some(answer));
            }
        });
        spawn_local(answered);
    });
    asked
}

impl<T: Clone> Asked<T> {
    /// The answer, once there is one.
    pub fn get(self) -> Option<T> {
        self.answer.get()
    }

    /// Asks again; until then the last answer stays.
    pub fn refetch(self) {
        self.again.notify();
    }
}

/// Shows what was read, the reason why it could not be, or nothing yet.
pub fn loaded<T: Clone + 'static>(
    from: Asked<Result<T, Refusal>>,
    show: impl Fn(T) -> AnyView + Send + 'static,
) -> Box<dyn Fn() -> Option<AnyView> + Send> {
    Box::new(move || {
        from.get().map(|answer| match answer {
            Ok(value) => show(value),
            Err(refusal) => view! { <Refused refusal=Signal::stored(Some(refusal))/> },
        })
    })
}
