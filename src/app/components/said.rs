//! A check-in's answers in words: "cross, worried and ‘fizzy’ · big · in the tummy, tight".
//!
//! The one place where answers become words, for lists, for the page of a check-in and for its history.

use leptos::prelude::*;

use crate::app::art::face::Mood;
use crate::app::lean::view;
use crate::content::{body, feelings, room, size};
use crate::domain::{Answer, Answers, BodySense, Feeling, FeelingWord, Level, OtherWay, OwnWord, PadPoint, Size};

/// What is said of a question that was passed.
pub const PASSED: &str = "passed";
/// What is said of "I don't know".
pub const DIDNT_KNOW: &str = "didn’t know";
/// What is said of "not today".
pub const NOT_TODAY: &str = "not today";
/// What is said of a question without an answer.
pub const NOTHING: &str = "nothing said";

/// A piece of what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words of the house.
    Plain(String),
    /// The child's own word, in whichever script.
    Own(String),
}

impl Piece {
    fn plain(words: &str) -> Self {
        Self::Plain(words.to_owned())
    }
}

/// The feeling: "cross, worried and ‘fizzy’"; nothing when it was not asked.
pub fn feeling(answer: &Answer<Feeling>) -> Vec<Piece> {
    feeling_for_adult(answer, &[])
}

/// The same for the adult, who also sees what an own word was linked to: "agitated (‘fizzy’)".
pub fn feeling_for_adult(answer: &Answer<Feeling>, own_words: &[OwnWord]) -> Vec<Piece> {
    match answer {
        Answer::Unasked => Vec::new(),
        Answer::Passed => vec![Piece::plain(PASSED)],
        Answer::DontKnow => vec![Piece::plain(DIDNT_KNOW)],
        Answer::NotToday => vec![Piece::plain(NOT_TODAY)],
        Answer::Given(feeling) => match (&feeling.words[..], feeling.point) {
            ([], Some(point)) => vec![Piece::plain(place(point))],
            ([], None) => Vec::new(),
            (words, _) => listed(words, own_words),
        },
    }
}

fn listed(words: &[FeelingWord], own_words: &[OwnWord]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            pieces.push(Piece::plain(if at + 1 == words.len() { " and " } else { ", " }));
        }
        match word {
            FeelingWord::Known(key) => pieces.push(Piece::plain(known(key))),
            FeelingWord::Own(own) => {
                let linked =
                    own_words.iter().find(|known| known.word == *own).and_then(|known| known.linked.as_deref());
                let (before, after) = match linked {
                    Some(key) => ([known(key), " (‘"].concat(), "’)"),
                    None => ("‘".to_owned(), "’"),
                };
                pieces.extend([Piece::Plain(before), Piece::Own(own.clone()), Piece::plain(after)]);
            }
        }
    }
    pieces
}

/// The word of a key; a key that this build does not know is shown as it is.
pub fn known(key: &str) -> &str {
    feelings::find(key).map_or(key, |word| word.word)
}

/// A place on the pad in words: "feels bad, lots of energy".
pub fn place(point: PadPoint) -> &'static str {
    /// How far from the middle a place begins to be on a side.
    const SIDE: i8 = 15;
    let side = |number: i8| (number > SIDE, number < -SIDE);
    match (side(point.pleasantness), side(point.energy)) {
        ((true, _), (true, _)) => "feels good, lots of energy",
        ((true, _), (_, true)) => "feels good, not much energy",
        ((true, _), _) => "feels good",
        ((_, true), (true, _)) => "feels bad, lots of energy",
        ((_, true), (_, true)) => "feels bad, not much energy",
        ((_, true), _) => "feels bad",
        (_, (true, _)) => "lots of energy",
        (_, (_, true)) => "not much energy",
        _ => "in the middle",
    }
}

/// How big: "big", "7 of 10"; nothing when it was not asked.
pub fn how_big(answer: &Answer<Size>) -> Option<String> {
    match answer {
        Answer::Unasked => None,
        Answer::Passed => Some(PASSED.into()),
        Answer::DontKnow => Some(DIDNT_KNOW.into()),
        Answer::NotToday => Some(NOT_TODAY.into()),
        Answer::Given(Size::Picture(value)) => {
            Some(size::step(*value).map_or_else(|| format!("{value} of 5"), |step| step.label.into()))
        }
        Answer::Given(Size::Number(value)) => Some(format!("{value} of 10")),
    }
}

/// Where: "in the tummy, tight"; nothing when it was not asked.
pub fn whereabouts(answer: &Answer<BodySense>) -> Option<String> {
    match answer {
        Answer::Unasked => None,
        Answer::Passed => Some(PASSED.into()),
        Answer::DontKnow => Some(DIDNT_KNOW.into()),
        Answer::NotToday => Some(NOT_TODAY.into()),
        Answer::Given(sense) => {
            let places = sense.places.iter().map(|key| body::place(key).map_or(key.as_str(), |place| place.phrase));
            let like = sense.sensations.iter().map(|key| body::sensation(key).map_or(key.as_str(), |like| like.word));
            Some(places.chain(like).collect::<Vec<_>>().join(", ")).filter(|words| !words.is_empty())
        }
    }
}

/// What was said beside the feeling: "big · in the tummy, tight". A question passed is named, so that it is clear which.
pub fn rest(answers: &Answers) -> String {
    let named = |what: &str, said: Option<String>, answered_in_words: bool| {
        said.map(|said| if answered_in_words { said } else { [what, ": ", &said].concat() })
    };
    [
        named("how big", how_big(&answers.size), answers.size.given().is_some()),
        named("where", whereabouts(&answers.body), answers.body.given().is_some()),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" · ")
}

/// Pieces as one text, for a screen reader's label.
pub fn text(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Plain(words) | Piece::Own(words) => words.as_str(),
        })
        .collect()
}

/// The face of a feeling: that of the first word this build knows, else of the place on the pad, else at rest.
pub fn mood(level: Level, answers: &Answers) -> Mood {
    let Some(feeling) = answers.feeling.given() else { return Mood::default() };
    let word = feeling.words.iter().find_map(word_of);
    match (word, feeling.point) {
        (Some(word), _) => mood_of(word),
        (None, Some(point)) => mood_at(level, point),
        (None, None) => Mood::default(),
    }
}

/// The vocabulary's word behind a chosen one.
pub fn word_of(word: &FeelingWord) -> Option<&'static feelings::FeelingWord> {
    match word {
        FeelingWord::Known(key) => feelings::find(key),
        FeelingWord::Own(_) => None,
    }
}

/// The face of a word.
pub fn mood_of(word: &feelings::FeelingWord) -> Mood {
    Mood { pleasantness: word.pleasantness.into(), energy: word.energy.into(), brow: word.brow.into() }
}

/// The face at a place on the pad.
pub fn mood_at(level: Level, point: PadPoint) -> Mood {
    let brow = feelings::brow_at(level, point.pleasantness, point.energy);
    Mood { pleasantness: point.pleasantness.into(), energy: point.energy.into(), brow: brow.into() }
}

/// Whether an adult is to be reminded quietly of safeguarding.
pub fn has_quiet_flag(answers: &Answers) -> bool {
    let words = answers.feeling.given().map_or(&[][..], |feeling| &feeling.words[..]);
    words.iter().filter_map(word_of).any(|word| word.quiet_flag)
}

/// Whether it is a lot: a word that reminds the adult, or the lantern in the very corner of what feels bad and has no
/// energy. The child then gets a kind, quiet screen.
pub fn asks_for_quiet(answers: &Answers) -> bool {
    let point = answers.feeling.given().and_then(|feeling| feeling.point);
    has_quiet_flag(answers) || point.is_some_and(is_in_the_corner)
}

/// Whether a place on the pad is in the corner of what feels bad and has no energy: the child's screen and the adult's
/// lines go by the same corner.
fn is_in_the_corner(point: PadPoint) -> bool {
    let PadPoint { pleasantness, energy } = point;
    pleasantness <= -80 && energy <= -60 || pleasantness <= -70 && energy <= -70
}

/// The way that was chosen in place of words: "weather: foggy", "a drawing"; nothing when none was.
pub fn other_way(answer: &Answer<OtherWay>) -> Option<String> {
    match answer {
        Answer::Given(OtherWay::Picture(way, choice)) => {
            let found = room::ways_in().iter().find(|known| known.key == way);
            let name = found.and_then(|known| known.choice(choice)).map_or(choice.as_str(), |choice| choice.name);
            let title = found.map_or_else(|| way.clone(), |known| known.title.to_ascii_lowercase());
            Some([title.trim_end_matches('s'), ": ", name].concat())
        }
        Answer::Given(OtherWay::Drawing(_)) => Some("a drawing".into()),
        _ => None,
    }
}

/// What would help: "somewhere quiet"; nothing when it was not asked.
pub fn help(answer: &Answer<String>, level: Level) -> Option<String> {
    match answer {
        Answer::Unasked => None,
        Answer::Passed => Some(PASSED.into()),
        Answer::DontKnow => Some(DIDNT_KNOW.into()),
        Answer::NotToday => Some(NOT_TODAY.into()),
        Answer::Given(key) => Some(room::help(key).map_or_else(|| key.clone(), |help| help.words.at(level).to_owned())),
    }
}

/// Pieces on the page; a child's own word keeps its own direction.
#[component]
pub fn Said(
    /// What was said.
    pieces: Vec<Piece>,
) -> impl IntoView {
    if pieces.is_empty() {
        return NOTHING.into_any();
    }
    pieces
        .into_iter()
        .map(|piece| match piece {
            Piece::Plain(words) => words.into_any(),
            Piece::Own(word) => view! { <bdi>{word}</bdi> },
        })
        .collect_view()
        .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &[FeelingWord]) -> Answer<Feeling> {
        Answer::Given(Feeling { words: words.to_vec(), point: None })
    }

    fn known_word(key: &str) -> FeelingWord {
        FeelingWord::Known(key.into())
    }

    #[test]
    fn several_words_are_said_as_people_list_things() {
        let fizzy = FeelingWord::Own("fizzy".into());
        for (chosen, expected) in [
            (vec![known_word("cross")], "cross"),
            (vec![known_word("cross"), known_word("worried")], "cross and worried"),
            (vec![known_word("cross"), known_word("worried"), fizzy], "cross, worried and ‘fizzy’"),
        ] {
            assert_eq!(text(&feeling(&words(&chosen))), expected);
        }
    }

    #[test]
    fn the_adult_sees_what_an_own_word_was_linked_to() {
        let fizzy = OwnWord { word: "fizzy".into(), linked: Some("cross".into()), ..OwnWord::default() };
        let answer = words(&[FeelingWord::Own("fizzy".into()), FeelingWord::Own("meh".into())]);
        assert_eq!(text(&feeling_for_adult(&answer, &[fizzy])), "cross (‘fizzy’) and ‘meh’");
        assert_eq!(text(&feeling(&answer)), "‘fizzy’ and ‘meh’");
    }

    #[test]
    fn passing_and_not_knowing_are_said_and_silence_is_not() {
        assert_eq!(text(&feeling(&Answer::Passed)), PASSED);
        assert_eq!(text(&feeling(&Answer::DontKnow)), DIDNT_KNOW);
        assert!(feeling(&Answer::Unasked).is_empty());
        assert_eq!(how_big(&Answer::Unasked), None);
    }

    #[test]
    fn a_word_of_a_newer_app_is_shown_as_it_is() {
        assert_eq!(text(&feeling(&words(&[known_word("wistful-9")]))), "wistful-9");
    }

    #[test]
    fn a_place_alone_is_said_as_a_place() {
        let at = |pleasantness, energy| PadPoint { pleasantness, energy };
        let answer = Answer::Given(Feeling { words: Vec::new(), point: Some(at(-62, 48)) });
        assert_eq!(text(&feeling(&answer)), "feels bad, lots of energy");
        assert_eq!(
            (place(at(0, 0)), place(at(80, 3)), place(at(3, -80))),
            ("in the middle", "feels good", "not much energy")
        );
    }

    #[test]
    fn three_of_five_and_three_of_ten_read_differently() {
        let big = |size| how_big(&Answer::Given(size));
        assert_eq!(big(Size::Picture(4)).as_deref(), Some("big"));
        assert_eq!(big(Size::Number(3)).as_deref(), Some("3 of 10"));
    }

    #[test]
    fn the_rest_names_a_question_that_was_passed() {
        let answers = Answers {
            size: Answer::Given(Size::Picture(4)),
            body: Answer::Given(BodySense { places: vec!["tummy".into()], sensations: vec!["tight".into()] }),
            ..Answers::default()
        };
        assert_eq!(rest(&answers), "big · in the tummy, tight");
        assert_eq!(rest(&Answers { size: Answer::Passed, ..Answers::default() }), "how big: passed");
        assert_eq!(rest(&Answers::default()), "");
    }

    #[test]
    fn numb_hopeless_and_empty_remind_the_adult() {
        for key in ["numb", "hopeless", "empty"] {
            assert!(
                has_quiet_flag(&Answers {
                    feeling: words(&[known_word("tired"), known_word(key)]),
                    ..Answers::default()
                }),
                "{key}"
            );
        }
        assert!(!has_quiet_flag(&Answers { feeling: words(&[known_word("sad")]), ..Answers::default() }));
    }

    #[test]
    fn the_face_is_the_first_words() {
        let answers =
            Answers { feeling: words(&[FeelingWord::Own("fizzy".into()), known_word("cross")]), ..Answers::default() };
        let cross = feelings::find("cross").map(mood_of);
        assert_eq!(Some(mood(Level::B, &answers)), cross);
        assert_eq!(mood(Level::B, &Answers { feeling: Answer::Passed, ..Answers::default() }), Mood::default());
    }
}
