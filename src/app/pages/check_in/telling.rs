//! A check-in under way: the answers as the child sees them, each tap on its way to the keeper.
//!
//! What was tapped is shown at once and stays, whatever the keeper says. Every tap sends all the answers, and the keeper
//! answers letters in their order, so a tap that failed is made good by the next one.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::app::context::glow::{Glow, use_glow};
use crate::app::context::house::{House, use_house};
use crate::app::paths;
use crate::domain::{Answers, Level, RecordId, SubjectId};
use crate::keeper::Refusal;
use crate::keeper::message::CheckInRow;

use super::plan::Step;

type Navigate = Rc<dyn Fn(&str, NavigateOptions)>;

/// The handle on a check-in under way.
#[derive(Clone, Copy)]
pub struct Telling {
    subject: SubjectId,
    id: RecordId,
    /// Whether it is not known yet whose it is.
    pub visitor: bool,
    /// The language level that is shown.
    pub level: RwSignal<Level>,
    /// The answers as they stand on the screen.
    pub answers: RwSignal<Answers>,
    /// Whether "done" was said and kept.
    pub finished: RwSignal<bool>,
    /// Why the last tap is not kept, if it is not.
    pub refusal: RwSignal<Option<Refusal>>,
    /// How many taps were sent; only the last one's answer counts.
    sent: StoredValue<u32>,
    /// Whether the adult has it back, so that leaving needs no cover.
    handed_back: StoredValue<bool>,
    house: House,
    glow: Glow,
    navigate: StoredValue<Navigate, LocalStorage>,
}

impl Telling {
    /// Takes up a check-in as the keeper has it. When its screens are left in any other way than by handing the tablet
    /// back, what comes after them is covered: a child never walks into an adult's page.
    pub fn take_up(row: &CheckInRow) -> Self {
        let navigate: Navigate = Rc::new(use_navigate());
        let telling = Self {
            subject: row.subject,
            id: row.id,
            visitor: !row.attached,
            level: RwSignal::new(row.check_in.level),
            answers: RwSignal::new(row.check_in.answers.clone()),
            finished: RwSignal::new(row.check_in.is_finished()),
            refusal: RwSignal::new(None),
            sent: StoredValue::new(0),
            handed_back: StoredValue::new(false),
            house: use_house(),
            glow: use_glow(),
            navigate: StoredValue::new_local(navigate),
        };
        let (handed_back, house) = (telling.handed_back, telling.house);
        on_cleanup(move || {
            if handed_back.try_get_value() == Some(false) {
                house.cover();
            }
        });
        telling
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
        paths::check_in_step(self.subject, self.id, Step::OwnWord.word())
    }

    /// Goes to a step.
    pub fn go(self, step: Step) {
        self.lead(&paths::check_in_step(self.subject, self.id, step.word()), false);
    }

    /// Gives the tablet back: to the child's page, or to where one says whose check-in it was, under the cover.
    pub fn hand_back(self) {
        self.house.cover();
        self.go_home();
    }

    /// To the adult's page about it, in place of this screen. For an adult who has come back to it through the history.
    pub fn go_home(self) {
        self.handed_back.set_value(true);
        let home = if self.visitor { paths::attach(self.subject, self.id) } else { paths::pupil(self.subject) };
        self.lead(&home, true);
    }

    /// Covers the screen; the same screen comes back.
    pub fn cover(self) {
        self.house.cover();
    }

    fn lead(self, path: &str, replace: bool) {
        if let Some(navigate) = self.navigate.try_get_value() {
            navigate(path, NavigateOptions { replace, ..NavigateOptions::default() });
        }
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
