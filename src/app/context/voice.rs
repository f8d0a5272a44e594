//! Reading aloud, as the pages know it: whether this tablet has a voice of its own, and what is being read.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::listener::Listener;
use crate::platform::speech::Speech;
use crate::platform::timer;

/// How often to look whether a reading has ended, in milliseconds.
const LOOK: u32 = 300;

/// The handle on the voice.
#[derive(Clone, Copy)]
pub struct Voice {
    speech: StoredValue<Option<Speech>, LocalStorage>,
    available: RwSignal<bool>,
    reading: RwSignal<Option<Reading>>,
    /// How many readings there have been.
    readings: StoredValue<u32>,
}

/// A text that is being read. The number tells two readings of the same text apart.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Reading {
    number: u32,
    text: String,
}

/// Provides the voice; called once, by the app.
pub fn provide_voice() {
    let speech = Speech::find();
    let available = RwSignal::new(speech.as_ref().is_some_and(Speech::has_voice));
    // The app outlives every page, so the listener is kept for as long as the app stands.
    let _late: StoredValue<Option<Listener>, LocalStorage> =
        StoredValue::new_local(speech.as_ref().map(|speech| speech.on_voices(move |any| available.set(any))));
    provide_context(Voice {
        speech: StoredValue::new_local(speech),
        available,
        reading: RwSignal::new(None),
        readings: StoredValue::new(0),
    });
}

/// The voice.
pub fn use_voice() -> Voice {
    expect_context()
}

impl Voice {
    /// Whether the device itself has an English voice; follows voices that come late. A voice that lives elsewhere is
    /// never used: what is read would be sent there.
    pub fn available(self) -> bool {
        self.available.get()
    }

    /// Reads a text instead of whatever is being read. Without a voice nothing happens.
    pub fn speak(self, text: &str) {
        let begun = self.speech.with_value(|speech| speech.as_ref().is_some_and(|speech| speech.speak(text)));
        if !begun {
            return self.reading.set(None);
        }
        self.readings.update_value(|readings| *readings = readings.wrapping_add(1));
        let number = self.readings.get_value();
        self.reading.set(Some(Reading { number, text: text.to_owned() }));
        spawn_local(async move {
            loop {
                timer::sleep(LOOK).await;
                if !self.is_at(number) {
                    return;
                }
                if !self.is_heard() {
                    return self.reading.set(None);
                }
            }
        });
    }

    /// Falls silent.
    pub fn stop(self) {
        self.speech.with_value(|speech| {
            if let Some(speech) = speech {
                speech.stop();
            }
        });
        self.reading.set(None);
    }

    /// Whether something is being read; follows it.
    pub fn is_speaking(self) -> bool {
        self.reading.with(Option::is_some)
    }

    /// Whether this very text is being read; follows it.
    pub fn is_reading(self, text: &str) -> bool {
        self.reading.with(|reading| reading.as_ref().is_some_and(|reading| reading.text == text))
    }

    fn is_at(self, number: u32) -> bool {
        self.reading.with_untracked(|reading| reading.as_ref().is_some_and(|reading| reading.number == number))
    }

    fn is_heard(self) -> bool {
        self.speech.with_value(|speech| speech.as_ref().is_some_and(Speech::is_speaking))
    }
}
