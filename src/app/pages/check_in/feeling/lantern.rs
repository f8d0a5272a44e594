//! The lantern on the pad: where it stands and which face it makes. Where it stands is not yet what the child said.

use leptos::prelude::*;

use crate::app::art::face::Mood;
use crate::app::components::said;
use crate::content::feelings::FeelingWord;
use crate::domain::{Answers, FeelingWord as Chosen, Level, PadPoint};

use super::super::answering;
use super::super::telling::Telling;
use super::place;

/// The handle on the lantern.
#[derive(Clone, Copy)]
pub struct Lantern {
    telling: Telling,
    /// The face, and with it the place.
    pub mood: RwSignal<Mood>,
    /// The place that was touched last; the words beside the pad are those near it.
    touched: RwSignal<Option<PadPoint>>,
}

impl Lantern {
    /// The lantern where the child left it.
    pub fn of(telling: Telling) -> Self {
        let level = telling.level.get_untracked();
        let (mood, touched) = telling.answers.with_untracked(|answers| (left_at(level, answers), touched(answers)));
        Self { telling, mood: RwSignal::new(mood), touched: RwSignal::new(touched) }
    }

    /// Where it stands.
    pub fn point(self) -> PadPoint {
        let mood = self.mood.get();
        PadPoint::clamped(mood.pleasantness.into(), mood.energy.into())
    }

    /// Moves under a finger; nothing is said yet.
    pub fn move_to(self, point: PadPoint) {
        self.mood.set(said::mood_at(self.telling.level.get_untracked(), point));
        self.touched.set(Some(point));
    }

    /// The finger has left it here: that is an answer.
    pub fn rest(self) {
        if let Some(point) = self.touched.get_untracked() {
            self.telling.tap(|answers| answering::rest_at(answers, point));
        }
    }

    /// A word was tapped; the lantern goes there when it is chosen now.
    pub fn toggle(self, word: Chosen) {
        let known = said::word_of(&word);
        let chosen = self.telling.tap(|answers| answering::toggle_word(answers, word));
        if let (Some(true), Some(known)) = (chosen, known) {
            self.mood.set(said::mood_of(known));
        }
    }

    /// Whether nothing was touched or said yet.
    pub fn is_fresh(self) -> bool {
        self.touched.with(Option::is_none) && self.telling.answers.with(|answers| !answers.feeling.is_answered())
    }

    /// The words near the place that was touched last.
    pub fn offered(self) -> Vec<&'static FeelingWord> {
        place::offered(self.telling.level.get(), self.touched.get(), &|word| self.telling.shows(word.key))
    }
}

fn touched(answers: &Answers) -> Option<PadPoint> {
    answers.feeling.given().and_then(|feeling| feeling.point)
}

/// The face at the word that was chosen last, else where the finger rested.
fn left_at(level: Level, answers: &Answers) -> Mood {
    let words = answers.feeling.given().map_or(&[][..], |feeling| &feeling.words[..]);
    match (words.iter().rev().find_map(said::word_of), touched(answers)) {
        (Some(word), _) => said::mood_of(word),
        (None, Some(point)) => said::mood_at(level, point),
        (None, None) => Mood::default(),
    }
}
