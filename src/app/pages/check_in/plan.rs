//! The way through a check-in: which step follows which, what is answered, where to go on after a break.

use crate::domain::{Answer, Answers, CheckIn};

/// One screen of a child's check-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// How is it inside?
    Feeling,
    /// The child's own word for it; a side step of the feeling.
    OwnWord,
    /// Other ways in, when words do not come.
    OtherWay,
    /// One of them: a picture to choose; which way, by its place among them.
    Picture(usize),
    /// Another: a drawing.
    Drawing,
    /// How big is it?
    Size,
    /// What would help? Only when the adult has put out choices.
    Help,
    /// Where in the body? Only when it is wanted.
    Body,
    /// What is it like there?
    Sensation,
    /// Is there anything else? And, once finished, thank you.
    Done,
}

impl Step {
    /// The step that follows, by what has been answered; `help` says whether the adult has put out what could help. A
    /// child who passed on the feeling is asked neither how big it is nor for words, but may show it in another way; who
    /// says "not today" is asked nothing more.
    pub fn next(self, answers: &Answers, help: bool) -> Self {
        if is_ended(answers) {
            return Self::Done;
        }
        match self {
            Self::OwnWord if answers.size.is_answered() => Self::Done,
            Self::OwnWord => Self::Feeling,
            Self::Feeling if answers.feeling == Answer::Passed => Self::OtherWay,
            Self::Feeling => Self::Size,
            Self::Size | Self::OtherWay | Self::Picture(_) | Self::Drawing if help && !answers.help.is_answered() => {
                Self::Help
            }
            Self::Body if is_somewhere(answers) => Self::Sensation,
            _ => Self::Done,
        }
    }

    /// The step before, if there is one.
    pub fn back(self, answers: &Answers, help: bool) -> Option<Self> {
        let passed = answers.feeling == Answer::Passed;
        match self {
            Self::Feeling => None,
            Self::OwnWord | Self::Size | Self::OtherWay => Some(Self::Feeling),
            Self::Picture(_) => Some(Self::OtherWay),
            // Drawing and body are also asked about from the last screen.
            Self::Drawing if passed => Some(Self::OtherWay),
            Self::Drawing | Self::Body => Some(Self::Done),
            Self::Sensation => Some(Self::Body),
            Self::Help if passed => Some(Self::OtherWay),
            Self::Help => Some(Self::Size),
            Self::Done if answers.feeling == Answer::NotToday => Some(Self::Feeling),
            Self::Done if help => Some(Self::Help),
            Self::Done if passed => Some(Self::OtherWay),
            Self::Done => Some(Self::Size),
        }
    }

    /// Whether this step's question is answered, so that one may go on. Passing is an answer.
    pub const fn is_answered(self, answers: &Answers) -> bool {
        match self {
            Self::Feeling => answers.feeling.is_answered(),
            Self::Size => answers.size.is_answered(),
            Self::Help => answers.help.is_answered(),
            Self::Body => answers.body.is_answered(),
            Self::OwnWord | Self::OtherWay | Self::Picture(_) | Self::Drawing | Self::Sensation | Self::Done => true,
        }
    }

    /// Which of how many lights on the way are lit: the body's is there once the child was asked about it.
    pub fn light(self, answers: &Answers, help: bool) -> (usize, usize) {
        let body = usize::from(answers.body.is_answered() || matches!(self, Self::Body | Self::Sensation));
        let help = usize::from(help);
        let all = 3 + help + body;
        let lit = match self {
            Self::Feeling | Self::OwnWord => 1,
            Self::Size | Self::OtherWay | Self::Picture(_) | Self::Drawing => 2,
            Self::Help => 3,
            Self::Body | Self::Sensation => 3 + help,
            Self::Done => all,
        };
        (lit, all)
    }
}

/// Whether the child has said "not today": nothing more is asked.
fn is_ended(answers: &Answers) -> bool {
    answers.feeling == Answer::NotToday
        || answers.size == Answer::NotToday
        || answers.other_way == Answer::NotToday
        || answers.help == Answer::NotToday
        || answers.body == Answer::NotToday
}

/// Where a check-in goes on: at the first question without an answer.
pub fn resume(check_in: &CheckIn, help: bool) -> Step {
    let answers = &check_in.answers;
    if check_in.is_finished() {
        return Step::Done;
    }
    if !answers.feeling.is_answered() {
        return Step::Feeling;
    }
    match Step::Feeling.next(answers, help) {
        Step::OtherWay if answers.other_way.is_answered() => Step::OtherWay.next(answers, help),
        Step::Size if answers.size.is_answered() => Step::Size.next(answers, help),
        other => other,
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

    fn passed() -> Answers {
        Answers { feeling: Answer::Passed, ..Answers::default() }
    }

    #[test]
    fn the_plain_way_is_feeling_size_help_done() {
        let answers = cross();
        assert_eq!(Step::Feeling.next(&answers, true), Step::Size);
        assert_eq!(Step::Size.next(&answers, true), Step::Help);
        assert_eq!(Step::Size.next(&answers, false), Step::Done);
        assert_eq!(Step::Help.next(&answers, true), Step::Done);
        assert_eq!(Step::Done.back(&answers, true), Some(Step::Help));
        assert_eq!(Step::Done.back(&answers, false), Some(Step::Size));
        assert_eq!(Step::Size.back(&answers, true), Some(Step::Feeling));
        assert_eq!(Step::Feeling.back(&answers, true), None);
    }

    #[test]
    fn who_passes_is_shown_another_way_and_not_asked_how_big_it_is() {
        let answers = passed();
        assert_eq!(Step::Feeling.next(&answers, true), Step::OtherWay);
        assert_eq!(Step::Picture(0).next(&answers, true), Step::Help);
        assert_eq!(Step::OtherWay.next(&answers, false), Step::Done);
        assert_eq!(Step::Done.back(&answers, false), Some(Step::OtherWay));
        assert_eq!(resume(&begun(answers), true), Step::OtherWay);
    }

    #[test]
    fn after_not_today_nothing_is_asked() {
        let answers = Answers { feeling: Answer::NotToday, ..Answers::default() };
        assert_eq!(Step::Feeling.next(&answers, true), Step::Done);
        let answers = Answers { other_way: Answer::NotToday, ..passed() };
        assert_eq!(Step::Picture(0).next(&answers, true), Step::Done);
        let answers = Answers { size: Answer::NotToday, ..cross() };
        assert_eq!(Step::Size.next(&answers, true), Step::Done);
        assert_eq!(resume(&begun(answers), true), Step::Done);
    }

    #[test]
    fn who_does_not_know_may_still_say_how_big_it_is() {
        let answers = Answers { feeling: Answer::DontKnow, ..Answers::default() };
        assert_eq!(Step::Feeling.next(&answers, true), Step::Size);
    }

    #[test]
    fn only_what_is_felt_somewhere_is_like_something() {
        let felt = |place: &str| {
            let body = BodySense { places: vec![place.into()], sensations: Vec::new() };
            Answers { body: Answer::Given(body), ..cross() }
        };
        assert_eq!(Step::Body.next(&felt("tummy"), true), Step::Sensation);
        assert_eq!(Step::Body.next(&felt(NOWHERE), true), Step::Done);
        assert_eq!(Step::Body.next(&Answers { body: Answer::Passed, ..cross() }, true), Step::Done);
    }

    #[test]
    fn a_break_goes_on_at_the_first_open_question() {
        let sized = Answers { size: Answer::Given(Size::Picture(4)), ..cross() };
        let helped = Answers { help: Answer::DontKnow, ..sized.clone() };
        assert_eq!(resume(&begun(Answers::default()), true), Step::Feeling);
        assert_eq!(resume(&begun(cross()), true), Step::Size);
        assert_eq!(resume(&begun(sized.clone()), true), Step::Help);
        assert_eq!(resume(&begun(sized), false), Step::Done);
        assert_eq!(resume(&begun(helped), true), Step::Done);
    }

    #[test]
    fn the_lights_never_go_backwards() {
        let with_body = Answers { body: Answer::DontKnow, ..cross() };
        for (answers, help) in [(cross(), true), (cross(), false), (with_body, true)] {
            let way = [Step::Feeling, Step::Size, Step::Help, Step::Body, Step::Done];
            let way = way.into_iter().filter(|step| help || *step != Step::Help);
            let way = way.filter(|step| answers.body.is_answered() || *step != Step::Body);
            let lights: Vec<_> = way.map(|step| step.light(&answers, help).0).collect();
            assert!(lights.is_sorted());
            assert_eq!(Step::Done.light(&answers, help).0, Step::Done.light(&answers, help).1);
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
