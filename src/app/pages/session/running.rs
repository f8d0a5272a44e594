//! A session on the screen: its row as it stands, each tap on its way to the keeper.
//!
//! A tap shows at once; what the keeper answers takes its place. A tap that could not be kept is said and taken back from
//! the screen, and stays said until a later tap was kept.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::context::glow::{Glow, use_glow};
use crate::app::context::house::{House, use_house};
use crate::app::paths;
use crate::domain::session::{Event, Session, Stage, Tap};
use crate::domain::{RecordId, SubjectId};
use crate::keeper::Refusal;
use crate::keeper::message::SessionRow;
use crate::platform::clock;

/// The handle on a session.
#[derive(Clone, Copy)]
pub struct Running {
    /// Whose.
    pub subject: SubjectId,
    /// Which.
    pub id: RecordId,
    /// As it stands on the screen.
    pub row: RwSignal<SessionRow>,
    /// Why a tap is not kept, if it is not.
    pub refusal: RwSignal<Option<Refusal>>,
    /// How many taps were sent, and the number of the last that had been sent when one was refused.
    counted: StoredValue<(u32, u32)>,
    /// Asks the keeper.
    pub house: House,
    glow: Glow,
}

impl Running {
    /// Takes up a session as the keeper has it.
    pub fn take_up(row: SessionRow) -> Self {
        Self {
            subject: row.subject,
            id: row.id,
            row: RwSignal::new(row),
            refusal: RwSignal::new(None),
            counted: StoredValue::new((0, 0)),
            house: use_house(),
            glow: use_glow(),
        }
    }

    /// Looks at the session; followed.
    pub fn with<T>(self, look: impl FnOnce(&Session) -> T) -> T {
        self.row.with(|row| look(&row.session))
    }

    /// The stage it is at; followed.
    pub fn here(self) -> Option<Stage> {
        self.with(|session| session.course.here())
    }

    /// Whether this stands in the log; followed.
    pub fn has(self, event: &Event) -> bool {
        self.with(|session| session.log.iter().any(|entry| entry.event == *event))
    }

    /// A tap.
    pub fn tap(self, tap: Tap) {
        self.row.update(|row| {
            row.session.take(clock::now(), tap.clone());
        });
        spawn_local(async move {
            self.send(tap).await;
        });
    }

    /// Logs something, or takes it out again.
    pub fn toggle(self, event: Event) {
        let tap = if untrack(|| self.has(&event)) { Tap::TakeBack(event) } else { Tap::Log(event) };
        self.tap(tap);
    }

    /// Sends a tap and says whether it was kept. What is typed waits for that before its field is emptied.
    pub async fn send(self, tap: Tap) -> bool {
        let counted = self.counted.try_update_value(|(sent, _)| {
            *sent = sent.wrapping_add(1);
            *sent
        });
        let number = counted.unwrap_or_default();
        let kept = self.house.tap_session(self.subject, self.id, tap).await;
        let is_kept = kept.is_ok();
        self.learn(number, kept).await;
        is_kept
    }

    async fn learn(self, number: u32, kept: Result<SessionRow, Refusal>) {
        let (sent, refused) = self.counted.try_get_value().unwrap_or_default();
        match kept {
            Ok(row) => {
                self.glow.shine();
                if number > refused {
                    self.refusal.try_set(None);
                }
                // An earlier answer does not undo what was tapped since.
                if number == sent {
                    self.row.try_set(row);
                }
            }
            Err(why) => {
                self.counted.try_update_value(|(sent, refused)| *refused = *sent);
                self.refusal.try_set(Some(why));
                if let Ok(row) = self.house.session(self.subject, self.id).await {
                    self.row.try_set(row);
                }
            }
        }
    }

    /// Something else about it was kept.
    pub fn shine(self) {
        self.glow.shine();
    }

    /// Its own address.
    pub fn address(self) -> String {
        paths::session(self.subject, self.id)
    }

    /// The address of one of its parts.
    pub fn part(self, part: &str) -> String {
        paths::session_part(self.subject, self.id, part)
    }
}
