//! Which lines answer a check-in: for which of its words, how loud, and whether wondering gives way to listening.

use crate::app::components::said::{self, Piece};
use crate::content::feelings;
use crate::content::lines::{self, Energy, Lines};
use crate::domain::{Answer, Answers, FeelingWord, Level, PadPoint, Prepared, Size};

/// How far the size of a feeling moves its energy.
const PUSH: i16 = 50;

/// What the lines can be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// Everything that was told, without naming a feeling.
    Whole,
    /// One word of the vocabulary, by its key.
    Word(String),
    /// A word of the child's own, and the shared word that the adult linked it to.
    Own {
        /// As the child says it.
        word: String,
        /// The shared word's key.
        linked: Option<String>,
    },
}

/// What answers a check-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choosing {
    level: Level,
    /// How much of the feeling there is in the room.
    pub energy: Energy,
    /// What the lines can be about; the first is what they are about at first. Never empty.
    pub topics: Vec<About>,
    /// Whether wondering gives way to listening: nothing was said, or a word reminds of safeguarding.
    pub listens: bool,
    /// Whether the adult is reminded of safeguarding.
    pub flagged: bool,
}

impl Choosing {
    /// What answers these answers, given by a child who is spoken to at this level.
    pub fn of(level: Level, answers: &Answers, prepared: &Prepared) -> Self {
        let feeling = answers.feeling.given();
        let words = feeling.map_or(&[][..], |feeling| &feeling.words[..]);
        let mut topics: Vec<_> = words.iter().map(|word| About::of(word, prepared)).collect();
        if topics.len() != 1 {
            topics.insert(0, About::Whole);
        }
        let point = feeling.and_then(|feeling| feeling.point);
        let flagged = said::asks_for_quiet(answers) || topics.iter().filter_map(About::key).any(is_flagged);
        Self {
            level,
            energy: energy(point, topics.iter().filter_map(About::key), &answers.size),
            listens: flagged || (answers.feeling.is_answered() && feeling.is_none()),
            flagged,
            topics,
        }
    }

    /// The lines about one of the topics: first those that were written for the word, then those that answer without
    /// naming one, then the first again.
    pub fn lines(&self, topic: usize, set: usize) -> Option<&'static Lines> {
        let key = self.topics.get(topic).and_then(About::key);
        let named = once_round(|set| lines::for_feeling(self.level, key?, self.energy, set));
        let general = once_round(|set| lines::for_own_word(self.level, self.energy, set));
        let all: Vec<_> = named.into_iter().chain(general).collect();
        all.get(set.checked_rem(all.len())?).copied()
    }

    /// What is logged as answered: the word's key, or the child's own word; of several, the first.
    pub fn logged(&self, topic: usize) -> String {
        let about = self.topics.get(topic).filter(|about| **about != About::Whole).or_else(|| self.topics.get(1));
        match about {
            Some(About::Word(word) | About::Own { word, .. }) => word.clone(),
            Some(About::Whole) | None => String::new(),
        }
    }
}

impl About {
    fn of(word: &FeelingWord, prepared: &Prepared) -> Self {
        match word {
            FeelingWord::Known(key) => Self::Word(key.clone()),
            FeelingWord::Own(word) => {
                let linked = prepared.own(word).and_then(|own| own.linked.clone());
                Self::Own { word: word.clone(), linked }
            }
        }
    }

    /// The key of the shared word it is about, if there is one.
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::Whole => None,
            Self::Word(key) => Some(key),
            Self::Own { linked, .. } => linked.as_deref(),
        }
    }

    /// As the adult reads it: "cross", "agitated (‘fizzy’)", "‘fizzy’".
    pub fn pieces(&self) -> Vec<Piece> {
        let plain = |words: &str| Piece::Plain(words.to_owned());
        match self {
            Self::Whole => Vec::new(),
            Self::Word(key) => vec![plain(said::known(key))],
            Self::Own { word, linked: None } => vec![plain("‘"), Piece::Own(word.clone()), plain("’")],
            Self::Own { word, linked: Some(key) } => {
                vec![plain(said::known(key)), plain(" (‘"), Piece::Own(word.clone()), plain("’)")]
            }
        }
    }
}

/// Each set once, until the first comes again.
fn once_round(set: impl Fn(usize) -> Option<&'static Lines>) -> Vec<&'static Lines> {
    let first = set(0);
    let others = (1..).map_while(&set).take_while(|lines| Some(*lines) != first);
    first.into_iter().chain(others).collect()
}

fn is_flagged(key: &str) -> bool {
    feelings::find(key).is_some_and(|word| word.quiet_flag)
}

/// Loud or quiet: the place on the pad, otherwise the loudest of the words; a big feeling is louder, a small one
/// quieter. What lies still stays still, however big it is.
fn energy<'a>(point: Option<PadPoint>, keys: impl Iterator<Item = &'a str>, size: &Answer<Size>) -> Energy {
    let words = keys.filter_map(feelings::find).map(|word| word.energy).max();
    let own = i16::from(point.map(|point| point.energy).or(words).unwrap_or(0));
    let push = match size.given() {
        Some(Size::Picture(4..) | Size::Number(6..)) => PUSH,
        Some(Size::Picture(..=2) | Size::Number(..=3)) => -PUSH,
        Some(Size::Picture(_) | Size::Number(_)) | None => 0,
    };
    if own + push > 0 { Energy::High } else { Energy::Low }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::domain::{Feeling, OwnWord};

    fn known(key: &str) -> FeelingWord {
        FeelingWord::Known(key.into())
    }

    fn told(words: &[FeelingWord], point: Option<PadPoint>, size: Answer<Size>) -> Answers {
        let feeling = Answer::Given(Feeling { words: words.to_vec(), point });
        Answers { feeling, size, ..Answers::default() }
    }

    fn choose(answers: &Answers) -> Choosing {
        Choosing::of(Level::B, answers, &Prepared::default())
    }

    #[test]
    fn one_word_is_answered_by_its_own_lines_and_other_words_come_round_again() {
        let choosing = choose(&told(&[known("cross")], None, Answer::Given(Size::Picture(4))));
        assert_eq!((choosing.energy, choosing.listens, choosing.topics.len()), (Energy::High, false, 1));
        let first = choosing.lines(0, 0);
        assert_eq!(first, lines::for_feeling(Level::B, "cross", Energy::High, 0));
        assert_ne!(choosing.lines(0, 1), first);
        let again = (1..20).find(|set| choosing.lines(0, *set) == first).unwrap();
        assert!(again >= 3, "only {again} sets");
        assert_eq!(choosing.logged(0), "cross");
    }

    #[test]
    fn size_makes_a_feeling_louder_or_quieter_but_what_lies_still_stays_still() {
        let of = |key: &str, size| choose(&told(&[known(key)], None, Answer::Given(size))).energy;
        assert_eq!(of("sad", Size::Picture(5)), Energy::High);
        assert_eq!(of("sad", Size::Picture(3)), Energy::Low);
        assert_eq!(of("nervous", Size::Number(6)), Energy::High);
        assert_eq!(of("worried", Size::Number(2)), Energy::Low);
        assert_eq!(of("numb", Size::Picture(5)), Energy::Low);
    }

    #[test]
    fn a_place_on_the_pad_says_more_than_the_word() {
        let at = |energy| Some(PadPoint { pleasantness: -20, energy });
        assert_eq!(choose(&told(&[known("cross")], at(-60), Answer::Unasked)).energy, Energy::Low);
        assert_eq!(choose(&told(&[], at(60), Answer::Unasked)).energy, Energy::High);
    }

    #[test]
    fn several_words_are_answered_together_or_one_by_one() {
        let choosing = choose(&told(&[known("cross"), known("worried")], None, Answer::Unasked));
        assert_eq!(choosing.topics[0], About::Whole);
        assert_eq!(choosing.lines(0, 0), lines::for_own_word(Level::B, Energy::High, 0));
        assert_eq!(choosing.lines(2, 0), lines::for_feeling(Level::B, "worried", Energy::High, 0));
        assert_eq!((choosing.logged(0), choosing.logged(2)), ("cross".into(), "worried".into()));
    }

    #[test]
    fn an_own_word_is_answered_by_what_it_is_linked_to() {
        let fizzy = FeelingWord::Own("fizzy".into());
        let answers = told(&[fizzy], None, Answer::Unasked);
        let unlinked = choose(&answers);
        assert_eq!(said::text(&unlinked.topics[0].pieces()), "‘fizzy’");
        assert_eq!(unlinked.lines(0, 0), lines::for_own_word(Level::B, Energy::Low, 0));
        let own = OwnWord { word: "fizzy".into(), linked: Some("nervous".into()), ..OwnWord::default() };
        let prepared = Prepared { own_words: vec![own], ..Prepared::default() };
        let linked = Choosing::of(Level::B, &answers, &prepared);
        assert_eq!(said::text(&linked.topics[0].pieces()), "nervous (‘fizzy’)");
        assert_eq!(linked.lines(0, 0), lines::for_feeling(Level::B, "nervous", Energy::High, 0));
        assert_eq!(linked.logged(0), "fizzy");
    }

    #[test]
    fn a_word_that_reminds_of_safeguarding_is_listened_to_also_behind_an_own_word() {
        let numb = choose(&told(&[known("numb")], None, Answer::Unasked));
        assert!(numb.listens && numb.flagged);
        let own = OwnWord { word: "grey".into(), linked: Some("numb".into()), ..OwnWord::default() };
        let prepared = Prepared { own_words: vec![own], ..Prepared::default() };
        let answers = told(&[FeelingWord::Own("grey".into())], None, Answer::Unasked);
        assert!(Choosing::of(Level::B, &answers, &prepared).flagged);
    }

    #[test]
    fn a_pass_and_the_lowest_place_are_listened_to() {
        for feeling in [Answer::Passed, Answer::DontKnow, Answer::NotToday] {
            let choosing = choose(&Answers { feeling, ..Answers::default() });
            assert!(choosing.listens && !choosing.flagged && choosing.lines(0, 0).is_some());
            assert_eq!(choosing.logged(0), "");
        }
        // Whatever gives the child the quiet screen also gives the adult the mark, and the other way round.
        for (pleasantness, energy, low) in [(-90, -80, true), (-85, -65, true), (-72, -75, true), (-75, -65, false)] {
            let answers = told(&[], Some(PadPoint { pleasantness, energy }), Answer::Unasked);
            let choosing = choose(&answers);
            assert_eq!((choosing.listens, choosing.flagged), (low, low), "{pleasantness} {energy}");
            assert_eq!(said::asks_for_quiet(&answers), low);
        }
        assert!(!choose(&Answers::default()).listens);
    }

    #[test]
    fn every_word_is_answered_at_every_level_and_energy() {
        for level in Level::ALL {
            for word in feelings::all() {
                let answers = told(&[known(word.key)], None, Answer::Unasked);
                let choosing = Choosing::of(level, &answers, &Prepared::default());
                assert!(choosing.lines(0, 0).is_some(), "{} at {level:?}", word.key);
            }
        }
    }
}
