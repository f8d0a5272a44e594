//! What a tap does to the answers. A question whose last choice was taken back is unanswered again, never an empty answer.

use crate::domain::{Answer, Answers, BodySense, Feeling, FeelingWord, PadPoint};

use super::plan;

/// Chooses a word for the feeling, or takes it back; whether it is chosen now.
pub fn toggle_word(answers: &mut Answers, word: FeelingWord) -> bool {
    change_feeling(answers, |feeling| {
        feeling.toggle(word.clone());
        feeling.words.contains(&word)
    })
}

/// Chooses a word for the feeling, unless it is chosen already.
pub fn add_word(answers: &mut Answers, word: FeelingWord) {
    change_feeling(answers, |feeling| {
        if !feeling.words.contains(&word) {
            feeling.words.push(word);
        }
    });
}

/// The lantern rests here.
pub fn rest_at(answers: &mut Answers, point: PadPoint) {
    change_feeling(answers, |feeling| feeling.point = Some(point));
}

/// Chooses a place in the body, or takes it back. What was felt there goes with the last place.
pub fn toggle_place(answers: &mut Answers, key: &str) {
    change_body(answers, |sense| {
        plan::toggle_place(&mut sense.places, key);
        if sense.places.iter().all(|place| place == plan::NOWHERE) {
            sense.sensations.clear();
        }
    });
}

/// Chooses what it is like there, or takes it back.
pub fn toggle_sensation(answers: &mut Answers, key: &str) {
    change_body(answers, |sense| plan::toggle(&mut sense.sensations, key));
}

/// The child's own word that was chosen last, if one is.
pub fn newest_own_word(answers: &Answers) -> Option<String> {
    let words = answers.feeling.given().map_or(&[][..], |feeling| &feeling.words[..]);
    words.iter().rev().find_map(|word| match word {
        FeelingWord::Own(own) => Some(own.clone()),
        FeelingWord::Known(_) => None,
    })
}

/// Gives an answer, or takes it back when it was given already: for "pass" and "don't know".
pub fn press<T: PartialEq>(answer: &mut Answer<T>, pressed: Answer<T>) {
    *answer = if *answer == pressed { Answer::Unasked } else { pressed };
}

fn change_feeling<T>(answers: &mut Answers, change: impl FnOnce(&mut Feeling) -> T) -> T {
    let mut feeling = answers.feeling.given().cloned().unwrap_or_default();
    let done = change(&mut feeling);
    answers.feeling = if feeling.is_empty() { Answer::Unasked } else { Answer::Given(feeling) };
    done
}

fn change_body(answers: &mut Answers, change: impl FnOnce(&mut BodySense)) {
    let mut sense = answers.body.given().cloned().unwrap_or_default();
    change(&mut sense);
    let is_empty = sense.places.is_empty() && sense.sensations.is_empty();
    answers.body = if is_empty { Answer::Unasked } else { Answer::Given(sense) };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(key: &str) -> FeelingWord {
        FeelingWord::Known(key.into())
    }

    #[test]
    fn a_word_taken_back_leaves_the_question_open() {
        let mut answers = Answers::default();
        assert!(toggle_word(&mut answers, known("cross")));
        assert!(!toggle_word(&mut answers, known("cross")));
        assert_eq!(answers, Answers::default());
    }

    #[test]
    fn the_place_of_the_finger_outlasts_the_word() {
        let mut answers = Answers::default();
        let point = PadPoint { pleasantness: -60, energy: 40 };
        rest_at(&mut answers, point);
        toggle_word(&mut answers, known("cross"));
        toggle_word(&mut answers, known("cross"));
        assert_eq!(answers.feeling, Answer::Given(Feeling { words: Vec::new(), point: Some(point) }));
    }

    #[test]
    fn a_word_after_passing_is_an_answer_and_passing_after_a_word_too() {
        let mut answers = Answers { feeling: Answer::Passed, ..Answers::default() };
        toggle_word(&mut answers, known("sad"));
        assert_eq!(answers.feeling.given().map(|feeling| feeling.words.len()), Some(1));
        press(&mut answers.feeling, Answer::Passed);
        assert_eq!(answers.feeling, Answer::Passed);
        press(&mut answers.feeling, Answer::Passed);
        assert_eq!(answers.feeling, Answer::Unasked);
    }

    #[test]
    fn the_same_own_word_is_kept_once() {
        let mut answers = Answers::default();
        add_word(&mut answers, FeelingWord::Own("fizzy".into()));
        add_word(&mut answers, FeelingWord::Own("fizzy".into()));
        assert_eq!(answers.feeling.given().map(|feeling| feeling.words.len()), Some(1));
    }

    #[test]
    fn what_it_is_like_goes_with_the_last_place() {
        let mut answers = Answers::default();
        toggle_place(&mut answers, "tummy");
        toggle_sensation(&mut answers, "tight");
        toggle_place(&mut answers, plan::NOWHERE);
        assert_eq!(answers.body.given().map(|sense| sense.sensations.len()), Some(0));
        toggle_place(&mut answers, plan::NOWHERE);
        assert_eq!(answers.body, Answer::Unasked);
    }
}
