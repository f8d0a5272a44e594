//! The breathing light: it grows for the breath in and fades for the breath out, and never holds.
//!
//! The style moves the light; here is only when it turns, so that tone and hum turn with it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::words;
use super::playing::Playing;
use crate::app::lean::{effect, view};
use crate::content::calm::Breath;
use crate::platform::tone::Tone;
use crate::platform::{timer, vibration};

/// One hum for in.
const HUM_IN: [u32; 1] = [120];
/// Two for out.
const HUM_OUT: [u32; 3] = [90, 160, 90];

/// Which way the breath goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    In,
    Out,
}

impl Phase {
    const fn other(self) -> Self {
        match self {
            Self::In => Self::Out,
            Self::Out => Self::In,
        }
    }

    const fn seconds(self, breath: Breath) -> u8 {
        match self {
            Self::In => breath.seconds_in,
            Self::Out => breath.seconds_out,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::In => words::IN,
            Self::Out => words::OUT,
        }
    }
}

/// A soft light that breathes. Decoration to a screen reader: the lines say the same.
#[component]
pub fn BreathingLight(
    /// Its rhythm.
    breath: Breath,
    /// What it belongs to.
    playing: Playing,
) -> impl IntoView {
    let phase = RwSignal::new(Phase::Out);
    let tone = follow_with_a_tone(breath, phase, playing);
    breathe(breath, phase, playing);
    on_cleanup(move || {
        // Gives it back to nobody: it fades out and is gone.
        let _ = tone.try_update_value(Option::take);
        vibration::rest();
    });
    let seconds = |seconds: u8| format!("{seconds}s");
    view! {
        <div
            class="breath"
            data-phase=move || phase.get().word()
            style:--in=seconds(breath.seconds_in)
            style:--out=seconds(breath.seconds_out)
            aria-hidden="true"
        >
            <i></i>
            <span>{move || phase.get().word()}</span>
        </div>
    }
}

/// Turns the breath in its rhythm, except during a pause.
fn breathe(breath: Breath, phase: RwSignal<Phase>, playing: Playing) {
    let turn = StoredValue::new(0_u32);
    effect(move || {
        turn.update_value(|turn| *turn = turn.wrapping_add(1));
        let this = turn.get_value();
        let is_still = move || turn.try_get_value() == Some(this);
        if playing.paused.get() {
            return phase.set(Phase::Out);
        }
        spawn_local(async move {
            let mut next = Phase::In;
            // A frame at rest first, for the light to grow from.
            timer::sleep(60).await;
            while is_still() {
                phase.set(next);
                if playing.hum.get_untracked() {
                    vibration::vibrate(if next == Phase::In { &HUM_IN } else { &HUM_OUT });
                }
                timer::sleep(u32::from(next.seconds(breath)) * 1_000).await;
                next = next.other();
            }
        });
    });
}

/// A tone, from the tap that asks for it until it is switched off.
fn follow_with_a_tone(
    breath: Breath,
    phase: RwSignal<Phase>,
    playing: Playing,
) -> StoredValue<Option<Tone>, LocalStorage> {
    let tone: StoredValue<Option<Tone>, LocalStorage> = StoredValue::new_local(None);
    effect(move || {
        let begun = playing.sound.get().then(Tone::begin).flatten();
        tone.set_value(begun);
    });
    effect(move || {
        let phase = phase.get();
        tone.with_value(|tone| {
            if let Some(tone) = tone {
                match phase {
                    Phase::In => tone.rise(breath.seconds_in),
                    Phase::Out => tone.fall(breath.seconds_out),
                }
            }
        });
    });
    tone
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn out_follows_in_and_takes_longer() {
        let breath = Breath { seconds_in: 3, seconds_out: 6 };
        assert_eq!(Phase::In.other(), Phase::Out);
        assert_eq!(Phase::Out.other(), Phase::In);
        assert!(Phase::Out.seconds(breath) > Phase::In.seconds(breath));
    }

    #[test]
    fn in_hums_once_and_out_twice() {
        let hums = |pattern: &[u32]| pattern.iter().step_by(2).count();
        assert_eq!((hums(&HUM_IN), hums(&HUM_OUT)), (1, 2));
    }
}
