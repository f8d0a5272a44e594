//! The words of the child's side, beside those of the questions.

use crate::domain::Level;
use crate::domain::session::Stage;

/// The button that is held.
pub const HOLD_FOR_THE_GROWN_UP: &str = "For the grown-up: press and hold";
/// The same on a large button.
pub const FOR_THE_GROWN_UP: &str = "For the grown-up";
/// Below it.
pub const PRESS_AND_HOLD: &str = "press and hold";
/// Reads the screen aloud.
pub const READ_ALOUD: &str = "Read this aloud";
/// Stops reading.
pub const STOP_READING: &str = "Stop reading";
/// Said when something is not kept yet, before the reason.
pub const NOT_KEPT_YET: &str = "Not kept yet; what you chose is still here.";
/// An answer.
pub const PASS: &str = "pass";
/// An answer.
pub const DONT_KNOW: &str = "don’t know";
/// An answer.
pub const NOT_TODAY: &str = "not today";
/// A step back.
pub const BACK: &str = "Back";
/// The end of the boxes.
pub const THATS_ALL: &str = "That’s all";
/// What is said where nothing is to be decided on.
pub const NOTHING_TO_SHARE: &str = "There is nothing to sort today.";
/// Leads to the lights.
pub const LIGHTS: &str = "Quiet lights";
/// Leads to something calm.
pub const SOMETHING_CALM: &str = "Something calm";
/// Back to the lantern.
pub const THE_LANTERN: &str = "The lantern";
/// When the time that was meant is over.
pub const TIME_IS_NEARLY_UP: &str = "It is nearly time to go.";

/// "Question 2 of 3", for the lights on the way.
pub fn question_of((lit, all): (usize, usize)) -> String {
    format!("Question {lit} of {all}")
}

/// Asked about the body on arriving and on leaving.
pub const fn how_is_your_body(level: Level) -> &'static str {
    match level {
        Level::A => "How is your body?",
        Level::B => "How is your body right now?",
        Level::C => "How’s your body right now?",
    }
}

/// The five answers to it, from a storm to quite still.
pub const fn bodies(level: Level) -> [&'static str; 5] {
    match level {
        Level::A => ["like a storm", "wobbly", "in the middle", "nearly still", "still"],
        Level::B => ["like a storm", "restless", "in the middle", "nearly calm", "calm"],
        Level::C => ["storm", "restless", "in between", "settling", "calm"],
    }
}

/// Asked about inside.
pub const fn how_is_it_inside(level: Level) -> &'static str {
    match level {
        Level::A => "How is it inside?",
        Level::B => "And how is it inside?",
        Level::C => "And inside, how does it feel?",
    }
}

/// The five answers to it, from bad to good.
pub const fn insides(level: Level) -> [&'static str; 5] {
    match level {
        Level::A => ["bad", "a bit bad", "in the middle", "a bit good", "good"],
        Level::B => ["really bad", "not good", "in the middle", "quite good", "good"],
        Level::C => ["rough", "not great", "in between", "okay", "good"],
    }
}

/// After the two taps.
pub const fn thank_you(level: Level) -> &'static str {
    match level {
        Level::A | Level::B => "Thank you.",
        Level::C => "Thanks.",
    }
}

/// "Five minutes left. Then: back to class."
pub fn soon(then: Option<Stage>, level: Level) -> String {
    let left = match level {
        Level::A => "A little bit left.",
        Level::B | Level::C => "Five minutes left.",
    };
    match then.and_then(|stage| crate::content::room::stage(stage.key())) {
        Some(stage) => format!("{left} Then: {}", stage.title.to_ascii_lowercase()),
        None => left.to_owned(),
    }
}

/// In front of a line about how it was.
pub fn it_was(feeling: &str) -> String {
    format!("It was {feeling}.")
}
