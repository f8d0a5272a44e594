//! One soft tone that rises and falls with the breath; never loud, never sudden.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::dynamic::{call, property};

/// How loud the tone is at its loudest, of 1.
const LOUD: f64 = 0.06;
/// How loud it is between two breaths: silence would make each beginning a surprise.
const FAINT: f64 = 0.008;
/// Where the tone rests and where it rises to, in hertz: a soft fifth.
const LOW: f64 = 146.8;
const HIGH: f64 = 220.0;
/// Seconds that the first and the last of it take.
const GENTLY: f64 = 0.6;

/// A tone that sounds until it is dropped.
#[must_use = "the tone ends when it is dropped"]
#[derive(Debug)]
pub struct Tone {
    context: JsValue,
    gain: JsValue,
    frequency: JsValue,
}

impl Tone {
    /// Begins almost silent. Browsers allow it only in answer to a tap; `None` where there is no sound to be had.
    pub fn begin() -> Option<Self> {
        let maker = property(&js_sys::global(), "AudioContext")?.dyn_into::<Function>().ok()?;
        let context = Reflect::construct(&maker, &Array::new()).ok()?;
        let oscillator = call(&context, "createOscillator", &[])?;
        let volume = call(&context, "createGain", &[])?;
        let (gain, frequency) = (property(&volume, "gain")?, property(&oscillator, "frequency")?);
        call(&gain, "setValueAtTime", &[&0.into(), &0.into()])?;
        call(&frequency, "setValueAtTime", &[&LOW.into(), &0.into()])?;
        call(&oscillator, "connect", &[&volume])?;
        call(&volume, "connect", &[&property(&context, "destination")?])?;
        call(&oscillator, "start", &[])?;
        let tone = Self { context, gain, frequency };
        tone.glide(&tone.gain, FAINT, GENTLY);
        Some(tone)
    }

    /// Rises for so many seconds.
    pub fn rise(&self, seconds: u8) {
        self.glide(&self.gain, LOUD, seconds.into());
        self.glide(&self.frequency, HIGH, seconds.into());
    }

    /// Falls for so many seconds.
    pub fn fall(&self, seconds: u8) {
        self.glide(&self.gain, FAINT, seconds.into());
        self.glide(&self.frequency, LOW, seconds.into());
    }

    fn glide(&self, what: &JsValue, to: f64, seconds: f64) {
        let now = property(&self.context, "currentTime").and_then(|time| time.as_f64()).unwrap_or_default();
        let here = property(what, "value").and_then(|value| value.as_f64()).unwrap_or_default();
        // From where it is: a jump would be a click in the ear.
        let _ = call(what, "cancelScheduledValues", &[&now.into()]);
        let _ = call(what, "setValueAtTime", &[&here.into(), &now.into()]);
        let _ = call(what, "linearRampToValueAtTime", &[&to.into(), &(now + seconds).into()]);
    }
}

impl Drop for Tone {
    fn drop(&mut self) {
        self.glide(&self.gain, 0.0, GENTLY);
        let context = self.context.clone();
        wasm_bindgen_futures::spawn_local(async move {
            super::timer::sleep(1_000).await;
            let _ = call(&context, "close", &[]);
        });
    }
}
