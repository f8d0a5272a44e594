//! What the player is just doing, and how the lines come by themselves.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::course::Course;
use crate::app::context::voice::Voice;
use crate::app::lean::effect;
use crate::content::calm::Activity;
use crate::platform::{timer, vibration};

/// How often to look whether the voice has ended, in milliseconds.
const LOOK: u32 = 200;

/// The handle on what is played.
#[derive(Clone, Copy)]
pub struct Playing {
    activity: &'static Activity,
    /// The line that is said.
    pub course: RwSignal<Course>,
    /// Whether everything waits.
    pub paused: RwSignal<bool>,
    /// Whether the lines come by themselves.
    pub by_itself: RwSignal<bool>,
    /// Whether the tablet reads them.
    pub aloud: RwSignal<bool>,
    /// Whether a tone follows the breath.
    pub sound: RwSignal<bool>,
    /// Whether a hum follows it.
    pub hum: RwSignal<bool>,
    /// Counts what was begun: what is waited for counts no more once something else has been.
    turn: StoredValue<u32>,
}

/// Whether this tablet has a motor to hum with.
pub fn can_hum() -> bool {
    vibration::is_there()
}

impl Playing {
    /// At the first line. Called in a component; falls silent when that goes.
    pub fn new(activity: &'static Activity, voice: Voice) -> Self {
        let playing = Self {
            activity,
            course: RwSignal::new(Course::new(activity)),
            paused: RwSignal::new(false),
            // Somebody who watches a light has no hand for a button.
            by_itself: RwSignal::new(activity.breath.is_some()),
            aloud: RwSignal::new(false),
            sound: RwSignal::new(false),
            hum: RwSignal::new(false),
            turn: StoredValue::new(0),
        };
        effect(move || playing.say(voice));
        on_cleanup(move || voice.stop());
        playing
    }

    /// Says the line, if it is to be said, and goes on after its quiet, if it is to go on.
    fn say(self, voice: Voice) {
        let (course, aloud) = (self.course.get(), self.aloud.get());
        let goes = self.goes_by_itself() && !self.paused.get();
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        let turn = self.turn.get_value();
        let is_still = move || self.turn.try_get_value() == Some(turn);
        if !goes {
            return voice.stop();
        }
        if aloud {
            voice.speak(course.line());
        } else {
            voice.stop();
        }
        spawn_local(async move {
            if aloud {
                while is_still() && untrack(|| voice.is_speaking()) {
                    timer::sleep(LOOK).await;
                }
            } else {
                timer::sleep(course.reading_millis()).await;
            }
            timer::sleep(course.quiet_millis()).await;
            if is_still() && !course.is_last() {
                self.course.set(course.forward());
            }
        });
    }

    /// Whether the lines come without a tap; follows it.
    pub fn goes_by_itself(self) -> bool {
        self.by_itself.get() || self.aloud.get()
    }

    /// A line on.
    pub fn forward(self) {
        self.course.update(|course| *course = course.forward());
    }

    /// A line back.
    pub fn back(self) {
        self.course.update(|course| *course = course.back());
    }

    /// Whether there is a breathing light.
    pub const fn breathes(self) -> bool {
        self.activity.breath.is_some()
    }

    /// Whether enough of it was heard to say that it was done.
    pub fn is_half_done(self) -> bool {
        self.course.try_get_untracked().is_some_and(Course::is_half_done)
    }
}
