//! A correction while it is being written: three answers that the adult changes, and why.

use crate::domain::{Answer, Answers, FeelingWord, Level, Size};

use super::answering;

/// How a question was answered, as the form's radio buttons name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Something was said.
    Said,
    /// "Pass".
    Passed,
    /// "Don't know".
    DontKnow,
    /// "Not today".
    NotToday,
    /// Nothing.
    Unasked,
}

impl How {
    /// How an answer was given.
    pub const fn of<T>(answer: &Answer<T>) -> Self {
        match answer {
            Answer::Given(_) => Self::Said,
            Answer::Passed => Self::Passed,
            Answer::DontKnow => Self::DontKnow,
            Answer::NotToday => Self::NotToday,
            Answer::Unasked => Self::Unasked,
        }
    }

    /// The answer of a question to which nothing was said.
    pub fn without_words<T>(self) -> Answer<T> {
        match self {
            Self::Passed => Answer::Passed,
            Self::DontKnow => Answer::DontKnow,
            Self::NotToday => Answer::NotToday,
            Self::Said | Self::Unasked => Answer::Unasked,
        }
    }
}

/// Words to offer: those that were said, in their order, then the level's.
pub fn words(level: Level, first: &Answers) -> Vec<FeelingWord> {
    let said = first.feeling.given().map_or(&[][..], |feeling| &feeling.words[..]);
    let offered = crate::content::feelings::up_to(level).map(|word| FeelingWord::Known(word.key.to_owned()));
    said.iter().cloned().chain(offered.filter(|word| !said.contains(word))).collect()
}

/// The sizes of the scale that was shown, or of the one on which the child answered.
pub fn sizes(level: Level, first: &Answers) -> Vec<Size> {
    match (first.size.given(), level) {
        (Some(Size::Number(_)), _) | (None, Level::C) => (0..=10).map(Size::Number).collect(),
        (Some(Size::Picture(_)), _) | (None, Level::A | Level::B) => (1..=5).map(Size::Picture).collect(),
    }
}

/// Says how the feeling was answered. Words and place come back when "in words" is chosen again.
pub fn answer_feeling(answers: &mut Answers, first: &Answers, how: How) {
    answers.feeling = match how {
        How::Said if first.feeling.given().is_some() => first.feeling.clone(),
        how => how.without_words(),
    };
}

/// Adds or takes back a word.
pub fn toggle_word(answers: &mut Answers, word: FeelingWord) {
    answering::toggle_word(answers, word);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Feeling;

    fn said(words: &[FeelingWord]) -> Answers {
        let feeling = Feeling { words: words.to_vec(), point: None };
        Answers { feeling: Answer::Given(feeling), ..Answers::default() }
    }

    #[test]
    fn what_was_said_is_offered_first_and_once() {
        let first = said(&[FeelingWord::Own("fizzy".into()), FeelingWord::Known("sad".into())]);
        let words = words(Level::A, &first);
        assert_eq!(words[0], FeelingWord::Own("fizzy".into()));
        assert_eq!(words.iter().filter(|word| **word == FeelingWord::Known("sad".into())).count(), 1);
    }

    #[test]
    fn a_size_stays_on_its_scale() {
        let on = |size| Answers { size: Answer::Given(size), ..Answers::default() };
        assert_eq!(sizes(Level::C, &on(Size::Picture(2))).len(), 5);
        assert_eq!(sizes(Level::A, &on(Size::Number(2))).len(), 11);
        assert_eq!(sizes(Level::C, &Answers::default()).len(), 11);
    }

    #[test]
    fn words_come_back_after_a_slip_to_passed() {
        let first = said(&[FeelingWord::Known("sad".into())]);
        let mut answers = first.clone();
        answer_feeling(&mut answers, &first, How::Passed);
        assert_eq!(answers.feeling, Answer::Passed);
        answer_feeling(&mut answers, &first, How::Said);
        assert_eq!(answers, first);
    }
}
