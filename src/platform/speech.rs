//! Reading aloud, with a voice that lives on the device: nothing that is read is sent anywhere.

use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use web_sys::{EventTarget, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use super::dynamic::property;
use super::listener::{Listener, listen};

/// A little slower than people talk among themselves.
const RATE: f32 = 0.9;

/// Which of these voices reads, each given by its language and whether it is on the device: a British one first, then
/// any English one.
fn pick<'a>(voices: impl Iterator<Item = (usize, &'a str, bool)> + Clone) -> Option<usize> {
    let english = |wanted: fn(&str) -> bool| {
        voices.clone().find(|(_, language, on_device)| *on_device && wanted(language)).map(|(place, ..)| place)
    };
    english(is_british).or_else(|| english(is_english))
}

/// "en-GB"; Android writes "en_GB".
fn is_british(language: &str) -> bool {
    let mut parts = language.splitn(3, ['-', '_']);
    parts.next().is_some_and(|part| part.eq_ignore_ascii_case("en"))
        && parts.next().is_some_and(|part| part.eq_ignore_ascii_case("gb"))
}

fn is_english(language: &str) -> bool {
    language.split(['-', '_']).next().is_some_and(|part| part.eq_ignore_ascii_case("en"))
}

/// The device's reader.
#[derive(Clone, Debug)]
pub struct Speech(SpeechSynthesis);

impl Speech {
    /// The device's reader, or `None` where there is none.
    pub fn find() -> Option<Self> {
        let reader = property(&js_sys::global(), "speechSynthesis")?;
        Some(Self(reader.unchecked_into()))
    }

    fn voice(&self) -> Option<SpeechSynthesisVoice> {
        let voices: Vec<SpeechSynthesisVoice> =
            self.0.get_voices().iter().map(|voice| voice.unchecked_into()).collect();
        let facts: Vec<_> = voices.iter().map(|voice| (voice.lang(), voice.local_service())).collect();
        let place =
            pick(facts.iter().enumerate().map(|(place, (language, local))| (place, language.as_str(), *local)))?;
        voices.into_iter().nth(place)
    }

    /// Whether there is a voice to read with; without one no button to read aloud is shown.
    pub fn has_voice(&self) -> bool {
        self.voice().is_some()
    }

    /// Tells whether there is a voice, whenever that may have changed: voices often come late.
    pub fn on_voices(&self, tell: impl Fn(bool) + 'static) -> Listener {
        let speech = self.clone();
        listen(self.0.unchecked_ref::<EventTarget>(), "voiceschanged", move |_| tell(speech.has_voice()))
    }

    /// Reads a text instead of whatever is being read; `false` without a voice.
    pub fn speak(&self, text: &str) -> bool {
        let (Some(voice), Ok(utterance)) = (self.voice(), SpeechSynthesisUtterance::new_with_text(text)) else {
            return false;
        };
        utterance.set_lang(&voice.lang());
        utterance.set_voice(Some(&voice));
        utterance.set_rate(RATE);
        self.0.cancel();
        self.0.speak(&utterance);
        true
    }

    /// Falls silent.
    pub fn stop(&self) {
        self.0.cancel();
    }

    /// Whether a text is being read, or waits to be.
    pub fn is_speaking(&self) -> bool {
        let is = |state| property(&self.0, state).is_some_and(|value: JsValue| value.is_truthy());
        is("speaking") || is("pending")
    }
}

#[cfg(test)]
mod tests {
    use super::pick;

    fn picked(voices: &[(&str, bool)]) -> Option<usize> {
        pick(voices.iter().enumerate().map(|(place, (language, local))| (place, *language, *local)))
    }

    #[test]
    fn a_british_voice_of_the_device_goes_first() {
        assert_eq!(picked(&[("en-US", true), ("en-GB", false), ("de-DE", true), ("en-GB", true)]), Some(3));
        assert_eq!(picked(&[("en-US", true), ("en_GB", true)]), Some(1));
        assert_eq!(picked(&[("en", true), ("EN-gb-oed", true)]), Some(1));
    }

    #[test]
    fn any_english_voice_of_the_device_will_do() {
        assert_eq!(picked(&[("de-DE", true), ("en-GB", false), ("en-AU", true)]), Some(2));
        assert_eq!(picked(&[("en", true)]), Some(0));
    }

    #[test]
    fn a_voice_elsewhere_is_no_voice() {
        assert_eq!(picked(&[("en-GB", false), ("en-US", false)]), None);
        assert_eq!(picked(&[("eng-GB", true), ("de-DE", true), ("", true)]), None);
        assert_eq!(picked(&[]), None);
    }
}
