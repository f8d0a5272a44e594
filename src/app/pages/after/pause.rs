//! A minute for the adult: moments that fade one into the next. No numbers, no clock; it can be held, and skipped.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::words;
use crate::app::components::title::follow_steps;
use crate::app::lean::{effect, memo, view};
use crate::content::passages::{self, Moment};
use crate::platform::timer;

/// How far the minute has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Minute {
    /// Not begun.
    Before,
    /// At one of the moments.
    At(usize),
    /// Over, or enough.
    Over,
}

impl Minute {
    /// One moment further.
    const fn next(self, moments: usize) -> Self {
        let next = match self {
            Self::Before => 0,
            Self::At(place) => place + 1,
            Self::Over => return Self::Over,
        };
        if next < moments { Self::At(next) } else { Self::Over }
    }

    fn moment(self) -> Option<&'static Moment> {
        match self {
            Self::At(place) => passages::after().moments.get(place),
            Self::Before | Self::Over => None,
        }
    }
}

/// The minute.
#[component]
pub fn Pause() -> impl IntoView {
    let after = passages::after();
    let minute = RwSignal::new(Minute::Before);
    let held = RwSignal::new(false);
    let on = move || minute.update(|minute| *minute = minute.next(after.moments.len()));
    go_on_by_itself(minute, held);
    let begun = memo(move || minute.get().moment().is_some());
    follow_steps(move || begun.get());
    view! {
        <section class="pause" class:lit=move || begun.get()>
            <h2>{after.title}</h2>
            <p class="moment" role="status">
                {move || minute.get().moment().map(|moment| view! { <span>{moment.say}</span> })}
            </p>
            {move || if begun.get() {
                view! {
                    <div class="line">
                        <button type="button" on:click=move |_| held.update(|held| *held = !*held)>
                            {move || if held.get() { words::GO_ON } else { words::STAY }}
                        </button>
                        <button type="button" on:click=move |_| on()>{words::NEXT}</button>
                        <button type="button" class="plain" on:click=move |_| minute.set(Minute::Over)>
                            {words::SKIP}
                        </button>
                    </div>
                }
            } else {
                let over = minute.get_untracked() == Minute::Over;
                let begin = move |_| {
                    held.set(false);
                    minute.set(Minute::At(0));
                };
                view! {
                    {over.then(|| view! { <p>{after.then}</p> })}
                    <button type="button" class:main=!over on:click=begin>
                        {if over { words::AGAIN } else { words::BEGIN }}
                    </button>
                }
            }}
        </section>
    }
}

/// Goes to the next moment when this one has had its time, unless it is held.
fn go_on_by_itself(minute: RwSignal<Minute>, held: RwSignal<bool>) {
    let waited = StoredValue::new(0_u32);
    effect(move || {
        let (now, held) = (minute.get(), held.get());
        let mine = waited.get_value().wrapping_add(1);
        waited.set_value(mine);
        let Some(moment) = now.moment().filter(|_| !held) else { return };
        spawn_local(async move {
            timer::sleep(u32::from(moment.seconds) * 1000).await;
            // The page may be gone, or somebody was quicker.
            if waited.try_get_value() == Some(mine) {
                minute.set(now.next(passages::after().moments.len()));
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_minute_goes_through_every_moment_once_and_is_over() {
        let moments = passages::after().moments;
        let mut minute = Minute::Before;
        let mut said = Vec::new();
        for _ in 0..=moments.len() {
            minute = minute.next(moments.len());
            said.extend(minute.moment().map(|moment| moment.say));
        }
        assert_eq!(said, moments.iter().map(|moment| moment.say).collect::<Vec<_>>());
        assert_eq!(minute, Minute::Over);
        assert_eq!(minute.next(moments.len()), Minute::Over);
    }
}
