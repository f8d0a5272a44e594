//! What is said of the time that is left: never seconds, never a hurry.

use crate::content::room;
use crate::domain::session::{Burn, SOON, Session, Stage};

/// The name of a stage.
pub fn stage_name(stage: Stage) -> &'static str {
    room::stage(stage.key()).map_or(stage.key(), |stage| stage.title)
}

/// The time that is left, in words.
pub fn words(session: &Session, burn: Burn) -> String {
    if session.is_paused() {
        return "resting; no time passes".into();
    }
    if burn.is_over {
        return "the light has burned down; end when it is right".into();
    }
    let left = match burn.minutes_left {
        SOON => "five minutes left",
        2..=4 => "a few minutes left",
        0 | 1 => "nearly time",
        6..=9 => return "less than ten minutes".into(),
        more => return about(more),
    };
    session.course.ahead().next().map_or_else(|| left.into(), |next| [left, ", then ", stage_name(next)].concat())
}

/// "about 20 minutes": to the nearest five.
fn about(minutes: u16) -> String {
    format!("about {} minutes", (minutes.saturating_add(2)) / 5 * 5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::session::{Course, Sort};
    use crate::domain::{Level, Moment};

    const NOON: Moment = Moment { utc_millis: 1_795_428_000_000, offset_minutes: 0 };

    fn after(minutes: u64, stages: &[(Stage, u16)]) -> String {
        let course = Course::of(stages);
        let session = course.map(|course| Session::begin(NOON, Level::B, Sort::Planned, course));
        let now = Moment { utc_millis: NOON.utc_millis + minutes * 60_000, ..NOON };
        session.map(|session| words(&session, session.burn(now))).unwrap_or_default()
    }

    #[test]
    fn time_is_said_in_round_words_and_then_what_comes_next() {
        let stages = [(Stage::Activity, 20), (Stage::CalmClose, 10)];
        assert_eq!(after(0, &stages), "about 30 minutes");
        assert_eq!(after(8, &stages), "about 20 minutes");
        assert_eq!(after(20, &stages), "about 10 minutes");
        assert_eq!(after(22, &stages), "less than ten minutes");
        assert_eq!(after(25, &stages), "five minutes left, then Calm close");
        assert_eq!(after(27, &stages), "a few minutes left, then Calm close");
        assert_eq!(after(29, &stages), "nearly time, then Calm close");
        assert_eq!(after(31, &stages), "the light has burned down; end when it is right");
    }

    #[test]
    fn at_the_last_stage_nothing_comes_next() {
        assert_eq!(after(25, &[(Stage::BackToClass, 30)]), "five minutes left");
    }

    #[test]
    fn no_time_passes_while_it_is_left() {
        let course = Course::of(&[(Stage::Arrive, 30)]);
        let session = course.map(|course| {
            let mut session = Session::begin(NOON, Level::B, Sort::Planned, course);
            session.pause(NOON);
            session
        });
        let said = session.map(|session| words(&session, session.burn(NOON)));
        assert_eq!(said.as_deref(), Some("resting; no time passes"));
    }
}
