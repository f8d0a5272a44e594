//! What a tap does to a session.

use serde::{Deserialize, Serialize};

use crate::domain::{Moment, text};

use super::{Boxed, Event, Reading, Session, Stage};

/// One tap in a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tap {
    /// On to the next stage.
    GoOn,
    /// Leaves a stage out, or takes it back in.
    Skip(Stage, bool),
    /// Puts a stage that is still to come right after this one.
    BringNext(Stage),
    /// Leaves it for a while.
    Pause,
    /// Takes it up again.
    Resume,
    /// Ends it.
    End,
    /// Something for the log.
    Log(Event),
    /// Takes the last such line out of the log again: it was tapped by mistake.
    TakeBack(Event),
    /// The two taps on arriving.
    Arrived(Reading),
    /// The two taps on leaving.
    Left(Reading),
    /// Into which box a line goes.
    Box(Boxed),
}

impl Tap {
    /// Whether it may come from the child's side of the tablet.
    pub const fn is_the_childs(&self) -> bool {
        matches!(self, Self::Arrived(_) | Self::Left(_) | Self::Box(_) | Self::Log(Event::Calm(_)))
    }

    /// Whether what was typed with it, if anything was, can be kept.
    ///
    /// # Errors
    /// [`text::TextFault`]; nothing is changed about the text.
    pub fn checked(&self) -> Result<(), text::TextFault> {
        match self {
            Self::Log(Event::DidOther(words)) => text::line(words, text::NAME_LIMIT).map(drop),
            Self::Log(Event::Said(words) | Event::Thought(words) | Event::Next(words)) => {
                text::line(words, text::LINE_LIMIT).map(drop)
            }
            Self::Box(boxed) => text::line(&boxed.line, text::LINE_LIMIT).map(drop),
            _ => Ok(()),
        }
    }
}

impl Session {
    /// Does what the tap asks for. A session that is over takes nothing more, and says so by `false`.
    pub fn take(&mut self, now: Moment, tap: Tap) -> bool {
        if self.is_ended() {
            return false;
        }
        match tap {
            Tap::GoOn => self.go_on(now),
            Tap::Skip(stage, skipped) => self.skip(now, stage, skipped),
            Tap::BringNext(stage) => drop(self.course.bring_next(stage)),
            Tap::Pause => self.pause(now),
            Tap::Resume => self.resume(now),
            Tap::End => self.end(now),
            Tap::Log(event) => self.note_down(now, event),
            Tap::TakeBack(event) => {
                if let Some(at) = self.log.iter().rposition(|entry| entry.event == event) {
                    self.log.remove(at);
                }
            }
            Tap::Arrived(reading) => self.arrived = reading,
            Tap::Left(reading) => self.left = reading,
            Tap::Box(boxed) => match self.boxes.iter_mut().find(|known| known.line == boxed.line) {
                Some(known) => known.share = boxed.share,
                None => self.boxes.push(boxed),
            },
        }
        true
    }

    /// To leave out the stage that it is at begins the next one.
    fn skip(&mut self, now: Moment, stage: Stage, skipped: bool) {
        let before = self.course.here();
        self.course.skip(stage, skipped);
        let here = self.course.here();
        if let Some(stage) = here.filter(|_| here != before) {
            self.note_down(now, Event::Began(stage));
        }
    }

    /// The session as its child may see it: without what the adult thought, said or passed on.
    pub fn for_the_child(&self) -> Self {
        let theirs = |event: &Event| {
            matches!(event, Event::Did(_) | Event::DidOther(_) | Event::Calm(_) | Event::Said(_) | Event::CheckIn(_))
        };
        let log = self.log.iter().filter(|entry| theirs(&entry.event)).cloned().collect();
        Self { log, group: None, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Course, LineKind, Share, Sort};
    use super::*;
    use crate::domain::{Level, RecordId};

    const NOON: Moment = Moment { utc_millis: 1_795_428_000_000, offset_minutes: 0 };

    fn session() -> Session {
        let course = Course::of(&Stage::ALL.map(|stage| (stage, 5)));
        course.map_or_else(|| unreachable!(), |course| Session::begin(NOON, Level::A, Sort::Planned, course))
    }

    #[test]
    fn a_mistake_is_taken_back_and_the_rest_stays() {
        let mut session = session();
        for name in ["clay", "walk", "clay"] {
            session.take(NOON, Tap::Log(Event::Did(name.into())));
        }
        session.take(NOON, Tap::TakeBack(Event::Did("clay".into())));
        assert_eq!(session.activities(), ["clay", "walk"]);
        session.take(NOON, Tap::TakeBack(Event::Did("music".into())));
        assert_eq!(session.activities().len(), 2);
    }

    #[test]
    fn a_line_lies_in_one_box_only() {
        let mut session = session();
        for share in [Share::Teacher, Share::WithUs] {
            session.take(NOON, Tap::Box(Boxed { line: "the bees".into(), share }));
        }
        assert_eq!(session.boxes, [Boxed { line: "the bees".into(), share: Share::WithUs }]);
    }

    #[test]
    fn leaving_out_the_stage_it_is_at_begins_the_next() {
        let mut session = session();
        session.take(NOON, Tap::Skip(Stage::Arrive, true));
        assert_eq!(session.log.last().map(|entry| &entry.event), Some(&Event::Began(Stage::CheckIn)));
        session.take(NOON, Tap::Skip(Stage::Reflect, true));
        assert_eq!(session.log.len(), 2);
    }

    #[test]
    fn after_the_end_nothing_is_taken() {
        let mut session = session();
        assert!(session.take(NOON, Tap::End));
        assert!(!session.take(NOON, Tap::Log(Event::Said("later".into()))));
    }

    #[test]
    fn a_child_sees_nothing_of_what_the_adult_thinks() {
        let mut session = session();
        for event in [
            Event::Said("bees".into()),
            Event::Thought("tired".into()),
            Event::Next("ring the carer".into()),
            Event::Concern(RecordId::from_bytes([1; 16])),
            Event::Line { feeling: "sad".into(), line: LineKind::Attune },
        ] {
            session.take(NOON, Tap::Log(event));
        }
        let log = session.for_the_child().log;
        assert_eq!(log.iter().map(|entry| &entry.event).collect::<Vec<_>>(), [&Event::Said("bees".into())]);
    }

    #[test]
    fn only_what_is_the_childs_comes_from_the_childs_side() {
        assert!(Tap::Arrived(Reading::default()).is_the_childs());
        assert!(!Tap::End.is_the_childs() && !Tap::Log(Event::Thought("x".into())).is_the_childs());
    }
}
