//! The way through a check-in: which step follows which, what is answered, where to go on after a break.

use crate::domain::{Answer, Answers, CheckIn};

/// One screen of a child's check-in; its word is part of the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// How is it inside?
    Feeling,
    /// The child's own word for it; a side step of the feeling.
    OwnWord,
    /// How big is it?
    Size,
    /// Where in the body? Only when it is wanted.
    Body,
    /// What is it like there?
    Sensation,
    /// Is there anything else? And, once finished, thank you.
    Done,
}

impl Step {
    /// Every step, in the order in which they can come.
    pub const ALL: [Self; 6] = [Self::Feeling, Self::OwnWord, Self::Size, Self::Body, Self::Sensation, Self::Done];

    /// Its word in the address.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Feeling => "feeling",
            Self::OwnWord => "own-word",
            Self::Size => "size",
            Self::Body => "body",
            Self::Sensation => "like",
            Self::Done => "done",
        }
    }

    /// The step of a word in the address.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.word() == word)
    }

    /// The step that follows, by what has been answered. A child who passed on the feeling is not asked how big it is.
    pub fn next(self, answers: &Answers) -> Self {
        match self {
            Self::OwnWord if answers.size.is_answered() => Self::Done,
            Self::OwnWord => Self::Feeling,
            Self::Feeling if answers.feeling == Answer::Passed => Self::Done,
            Self::Feeling => Self::Size,
            Self::Body if is_somewhere(answers) => Self::Sensation,
            Self::Size | Self::Body | Self::Sensation | Self::Done => Self::Done,
        }
    }

    /// The step before, if there is one.
    pub fn back(self, answers: &Answers) -> Option<Self> {
        match self {
            Self::Feeling => None,
            Self::OwnWord | Self::Size => Some(Self::Feeling),
            // The body is asked about from the last screen, and only there.
            Self::Body => Some(Self::Done),
            Self::Sensation => Some(Self::Body),
            Self::Done if answers.feeling == Answer::Passed => Some(Self::Feeling),
            Self::Done => Some(Self::Size),
        }
    }

    /// Whether this step's question is answered, so that one may go on. Passing is an answer.
    pub const fn is_answered(self, answers: &Answers) -> bool {
        match self {
            Self::Feeling => answers.feeling.is_answered(),
            Self::Size => answers.size.is_answered(),
            Self::Body => answers.body.is_answered(),
            Self::OwnWord | Self::Sensation | Self::Done => true,
        }
    }

    /// Which of how many lights on the way are lit: the body's is there once the child was asked about it.
    pub fn light(self, answers: &Answers) -> (usize, usize) {
        let body = usize::from(answers.body.is_answered() || matches!(self, Self::Body | Self::Sensation));
        let lit = match self {
            Self::Feeling | Self::OwnWord => 1,
            Self::Size => 2,
            Self::Body | Self::Sensation => 3,
            Self::Done => 3 + body,
        };
        (lit, 3 + body)
    }
}

/// Where a check-in goes on: at the first question without an answer.
pub fn resume(check_in: &CheckIn) -> Step {
    let answers = &check_in.answers;
    if check_in.is_finished() {
        return Step::Done;
    }
    match Step::Feeling.is_answered(answers) {
        false => Step::Feeling,
        true if Step::Feeling.next(answers) == Step::Size && !Step::Size.is_answered(answers) => Step::Size,
        true => Step::Done,
    }
}

/// The step that is shown at an address: a finished check-in shows only its end, an unknown word where it goes on.
pub fn shown(word: &str, check_in: &CheckIn) -> Step {
    match Step::from_word(word) {
        Some(step) if !check_in.is_finished() => step,
        _ => resume(check_in),
    }
}

/// Whether the body was felt anywhere.
fn is_somewhere(answers: &Answers) -> bool {
    answers.body.given().is_some_and(|sense| sense.places.iter().any(|place| place != NOWHERE))
}

/// The key of "nowhere".
pub const NOWHERE: &str = "nowhere";

/// Chooses a place, or takes it back. Nowhere and somewhere are never chosen together.
pub fn toggle_place(places: &mut Vec<String>, key: &str) {
    toggle(places, key);
    places.retain(|place| (place == NOWHERE) == (key == NOWHERE));
}

/// Chooses a key, or takes it back.
pub fn toggle(keys: &mut Vec<String>, key: &str) {
    match keys.iter().position(|chosen| chosen == key) {
        Some(at) => drop(keys.remove(at)),
        None => keys.push(key.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{BodySense, Feeling, FeelingWord, Level, Moment, Size};

    fn begun(answers: Answers) -> CheckIn {
        let now = Moment { utc_millis: 0, offset_minutes: 0 };
        CheckIn { answers, ..CheckIn::begin(now, Level::A) }
    }

    fn cross() -> Answers {
        let feeling = Feeling { words: vec![FeelingWord::Known("cross".into())], point: None };
        Answers { feeling: Answer::Given(feeling), ..Answers::default() }
    }

    #[test]
    fn every_step_has_a_word_of_its_own() {
        for step in Step::ALL {
            assert_eq!(Step::from_word(step.word()), Some(step));
        }
        assert_eq!(Step::from_word("whose"), None);
    }

    #[test]
    fn the_plain_way_is_feeling_size_done() {
        let answers = cross();
        assert_eq!(Step::Feeling.next(&answers), Step::Size);
        assert_eq!(Step::Size.next(&answers), Step::Done);
        assert_eq!(Step::Done.back(&answers), Some(Step::Size));
        assert_eq!(Step::Size.back(&answers), Some(Step::Feeling));
        assert_eq!(Step::Feeling.back(&answers), None);
    }

    #[test]
    fn who_passes_is_not_asked_how_big_it_is() {
        let answers = Answers { feeling: Answer::Passed, ..Answers::default() };
        assert_eq!(Step::Feeling.next(&answers), Step::Done);
        assert_eq!(Step::Done.back(&answers), Some(Step::Feeling));
        assert_eq!(resume(&begun(answers)), Step::Done);
    }

    #[test]
    fn who_does_not_know_may_still_say_how_big_it_is() {
        let answers = Answers { feeling: Answer::DontKnow, ..Answers::default() };
        assert_eq!(Step::Feeling.next(&answers), Step::Size);
    }

    #[test]
    fn only_what_is_felt_somewhere_is_like_something() {
        let felt = |place: &str| {
            let body = BodySense { places: vec![place.into()], sensations: Vec::new() };
            Answers { body: Answer::Given(body), ..cross() }
        };
        assert_eq!(Step::Body.next(&felt("tummy")), Step::Sensation);
        assert_eq!(Step::Body.next(&felt(NOWHERE)), Step::Done);
        assert_eq!(Step::Body.next(&Answers { body: Answer::Passed, ..cross() }), Step::Done);
    }

    #[test]
    fn a_break_goes_on_at_the_first_open_question() {
        let sized = Answers { size: Answer::Given(Size::Picture(4)), ..cross() };
        assert_eq!(resume(&begun(Answers::default())), Step::Feeling);
        assert_eq!(resume(&begun(cross())), Step::Size);
        assert_eq!(resume(&begun(sized)), Step::Done);
    }

    #[test]
    fn a_finished_check_in_shows_its_end_at_every_address() {
        let finished = CheckIn { finished: Some(Moment { utc_millis: 1, offset_minutes: 0 }), ..begun(cross()) };
        assert_eq!(shown("feeling", &finished), Step::Done);
        assert_eq!(shown("feeling", &begun(cross())), Step::Feeling);
        assert_eq!(shown("nonsense", &begun(cross())), Step::Size);
    }

    #[test]
    fn the_lights_never_go_backwards() {
        let with_body = Answers { body: Answer::DontKnow, ..cross() };
        for answers in [cross(), with_body] {
            let lights: Vec<_> = [Step::Feeling, Step::Size, Step::Done].map(|step| step.light(&answers).0).into();
            assert!(lights.is_sorted());
            assert_eq!(Step::Done.light(&answers).0, Step::Done.light(&answers).1);
        }
    }

    #[test]
    fn nowhere_and_somewhere_are_never_chosen_together() {
        let mut places = Vec::new();
        toggle_place(&mut places, "tummy");
        toggle_place(&mut places, "hands");
        assert_eq!(places, ["tummy", "hands"]);
        toggle_place(&mut places, NOWHERE);
        assert_eq!(places, [NOWHERE]);
        toggle_place(&mut places, "legs");
        assert_eq!(places, ["legs"]);
        toggle_place(&mut places, "legs");
        assert!(places.is_empty());
    }
}
