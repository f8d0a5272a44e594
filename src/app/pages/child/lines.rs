//! The lines of a session that are sorted into boxes: what the child told, said and did, as the child would put it.

use crate::app::components::said;
use crate::content::{calm, room};
use crate::domain::CheckIn;
use crate::domain::session::{Event, Session};

use super::words;

/// Every line once, in the order in which it came.
pub fn of(session: &Session, told: &[CheckIn]) -> Vec<String> {
    let felt = told.iter().map(|check_in| said::text(&said::feeling(&check_in.answers.feeling)));
    let felt = felt.zip(told).filter(|(_, check_in)| check_in.answers.feeling.given().is_some());
    let mut lines: Vec<String> = felt.map(|(feeling, _)| words::it_was(&feeling)).collect();
    for entry in &session.log {
        let line = match &entry.event {
            Event::Did(key) => room::activity(key).map_or(key.as_str(), |activity| activity.name).to_owned(),
            Event::Calm(slug) => calm::find(slug).map_or(slug.as_str(), |activity| activity.title).to_owned(),
            Event::DidOther(words) => words.clone(),
            Event::Said(words) => ["“", words, "”"].concat(),
            _ => continue,
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    // A line that has been put into a box stays there, whatever was taken back since.
    for boxed in &session.boxes {
        if !lines.contains(&boxed.line) {
            lines.push(boxed.line.clone());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::domain::session::{Course, Sort, Stage, Tap};
    use crate::domain::{Answer, Feeling, FeelingWord, Level, Moment};

    #[test]
    fn what_was_told_said_and_done_is_there_once() {
        let now = Moment { utc_millis: 0, offset_minutes: 0 };
        let course = Course::of(&Stage::ALL.map(|stage| (stage, 5))).unwrap();
        let mut session = Session::begin(now, Level::B, Sort::Planned, course);
        for event in [Event::Did("clay".into()), Event::Said("it is like bees".into()), Event::Did("clay".into())] {
            session.take(now, Tap::Log(event));
        }
        let mut told = CheckIn::begin(now, Level::B);
        let silent = told.clone();
        let words = vec![FeelingWord::Known("cross".into()), FeelingWord::Own("fizzy".into())];
        told.answers.feeling = Answer::Given(Feeling { words, point: None });
        assert_eq!(of(&session, &[told, silent]), ["It was cross and ‘fizzy’.", "Clay or dough", "“it is like bees”"]);
    }
}
