//! A check-in under way: the answers as the child sees them, each tap on its way to the keeper.
//!
//! What was tapped is shown at once and stays, whatever the keeper says. Every tap sends all the answers, and the keeper
//! answers letters in their order, so a tap that failed is made good by the next one.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::context::drafts::use_drafts;
use crate::app::context::glow::{Glow, use_glow};
use crate::app::context::house::{House, use_house};
use crate::app::paths;
use crate::domain::{
    Answer, Answers, CheckIn, Drawing, Level, OtherWay, OwnWord, Prepared, RecordId, Stroke, SubjectId,
};
use crate::keeper::Refusal;
use crate::keeper::message::ChildView;

use super::answering;
use super::plan::{self, Step};

/// The handle on a check-in under way.
#[derive(Clone, Copy)]
pub struct Telling {
    subject: SubjectId,
    id: RecordId,
    /// Whether it is not known yet whose it is.
    pub visitor: bool,
    /// The screen that is shown.
    pub step: RwSignal<Step>,
    /// The language level that is shown.
    pub level: RwSignal<Level>,
    /// The answers as they stand on the screen.
    pub answers: RwSignal<Answers>,
    /// Whether "done" was said and kept.
    pub finished: RwSignal<bool>,
    /// Why the last tap is not kept, if it is not.
    pub refusal: RwSignal<Option<Refusal>>,
    /// The child's own words, words that are not shown, and what could help.
    pub prepared: RwSignal<Prepared>,
    /// How many taps were sent; only the last one's answer counts.
    sent: StoredValue<u32>,
    house: House,
    glow: Glow,
}

impl Telling {
    /// Takes up a check-in as the keeper has it, at the first question without an answer.
    pub fn take_up(view: &ChildView, id: RecordId, check_in: &CheckIn) -> Self {
        let asks_help = !view.prepared.helps.is_empty();
        Self {
            subject: view.subject,
            id,
            visitor: view.tile.is_none(),
            // The cover takes this side down; the same screen comes back from under it.
            step: use_drafts()
                .field(["step ", &paths::check_in(view.subject, id)].concat(), || plan::resume(check_in, asks_help)),
            level: RwSignal::new(check_in.level),
            answers: RwSignal::new(check_in.answers.clone()),
            finished: RwSignal::new(check_in.is_finished()),
            refusal: RwSignal::new(None),
            prepared: RwSignal::new(view.prepared.clone()),
            sent: StoredValue::new(0),
            house: use_house(),
            glow: use_glow(),
        }
    }

    /// Whether "what would help?" is asked.
    pub fn asks_help(self) -> bool {
        self.prepared.with(|prepared| !prepared.helps.is_empty())
    }

    /// Whether this child is shown a word.
    pub fn shows(self, key: &str) -> bool {
        self.prepared.with(|prepared| !prepared.hidden.iter().any(|hidden| hidden == key))
    }

    /// On to the step that follows this one.
    pub fn go_on(self, from: Step) {
        let help = untrack(|| self.asks_help());
        self.go(self.answers.with_untracked(|answers| from.next(answers, help)));
    }

    /// Back to the step before this one.
    pub fn go_back(self, from: Step) {
        let help = untrack(|| self.asks_help());
        if let Some(before) = self.answers.with_untracked(|answers| from.back(answers, help)) {
            self.go(before);
        }
    }

    /// The child said something about a word of their own: known at once, and sent.
    pub fn learn_own_word(self, word: OwnWord) {
        self.prepared.update(|prepared| prepared.learn(word.clone()));
        let number = self.number();
        spawn_local(async move {
            let kept = self.house.keep_own_word(self.subject, self.id, word).await;
            self.learn(number, kept);
        });
    }

    /// Keeps the drawing as it stands; the answer says that there is one, and it belongs to the child's newest own word.
    pub fn draw(self, strokes: Vec<Stroke>) {
        let number = self.number();
        let made = crate::platform::clock::now();
        spawn_local(async move {
            match self.house.keep_drawing(self.subject, self.id, Drawing { made, strokes }).await {
                Ok(id) => {
                    let drawn = Answer::Given(OtherWay::Drawing(id));
                    if self.answers.try_with_untracked(|answers| answers.other_way != drawn) == Some(true) {
                        self.tap(|answers| answers.other_way = drawn);
                    }
                    let own = self.answers.try_with_untracked(answering::newest_own_word).flatten();
                    if let Some(word) = own {
                        self.learn_own_word(OwnWord { word, drawing: Some(id), ..OwnWord::default() });
                    }
                    self.learn(number, Ok(()));
                }
                Err(refusal) => self.learn(number, Err(refusal)),
            }
        });
    }

    /// The drawing that was made in this check-in before, if one was.
    pub async fn drawn_before(self) -> Result<Vec<Stroke>, Refusal> {
        let drawn = self.answers.with_untracked(|answers| match answers.other_way.given() {
            Some(OtherWay::Drawing(id)) => Some(*id),
            _ => None,
        });
        match drawn {
            Some(id) => self.house.drawing(self.subject, id).await.map(|drawing| drawing.strokes),
            None => Ok(Vec::new()),
        }
    }

    /// A tap: changes the answers on the screen and sends them.
    pub fn tap<T>(self, change: impl FnOnce(&mut Answers) -> T) -> Option<T> {
        let done = self.answers.try_update(change);
        let number = self.number();
        let answers = self.answers.get_untracked();
        spawn_local(async move {
            let kept = self.house.keep_answers(self.subject, self.id, answers).await;
            self.learn(number, kept.map(drop));
        });
        done
    }

    /// Shows another language level.
    pub fn speak_at(self, level: Level) {
        self.level.set(level);
        let number = self.number();
        spawn_local(async move {
            let kept = self.house.change_level(self.subject, self.id, level).await;
            self.learn(number, kept.map(drop));
        });
    }

    /// "Done". The answers go once more before it, so that a tap that failed is not finished without.
    pub fn finish(self) {
        let number = self.number();
        let answers = self.answers.get_untracked();
        spawn_local(async move {
            let kept = self.house.keep_answers(self.subject, self.id, answers).await;
            let finished = match kept {
                Ok(_) => self.house.finish_check_in(self.subject, self.id).await,
                Err(refusal) => Err(refusal),
            };
            let finished = match finished {
                // A second tap on "done".
                Err(Refusal::Finished) => Ok(()),
                other => other.map(drop),
            };
            if finished.is_ok() {
                self.finished.try_set(true);
            }
            self.learn(number, finished);
        });
    }

    /// Names what is typed in this check-in, while it is typed.
    pub fn draft_key(self) -> String {
        paths::check_in(self.subject, self.id)
    }

    /// Goes to a step.
    pub fn go(self, step: Step) {
        self.step.set(step);
    }

    fn number(self) -> u32 {
        self.sent
            .try_update_value(|sent| {
                *sent = sent.wrapping_add(1);
                *sent
            })
            .unwrap_or_default()
    }

    /// Takes in the keeper's answer to a tap. The screen may be gone by now.
    fn learn(self, number: u32, kept: Result<(), Refusal>) {
        if kept.is_ok() {
            self.glow.shine();
        }
        if self.sent.try_get_value() == Some(number) {
            self.refusal.try_set(kept.err());
        }
    }
}
