//! A note as far as the silent log can write it, in plain sentences. Facts only: nothing here says what it meant.

use crate::app::components::said;
use crate::content::{calm, prompts, room};
use crate::domain::session::{Draft, Fact, Parts, Reading, Session};
use crate::domain::{Answer, Answers, Level, OtherWay, RecordId};
use crate::keeper::message::{CheckInRow, SessionRow};

use super::burning::stage_name;

/// The note of a session that is over and has none yet.
pub fn draft(row: &SessionRow) -> Parts {
    let draft = Draft::of(&row.session);
    let own = row.check_ins.iter().flat_map(own_words).chain(draft.own_words.iter().cloned());
    let quoted: Vec<_> = own.map(|words| ["“", &words, "”"].concat()).collect();
    Parts {
        happened: happened(&draft, row),
        own_words: quoted.join("\n"),
        thinking: draft.thoughts.join("\n"),
        next: draft.next.join("\n"),
    }
}

/// What was done in a session, by name, each once.
pub fn done(session: &Session) -> Vec<String> {
    let mut done: Vec<String> = Vec::new();
    for key in session.activities() {
        let name = activity_name(key);
        if !done.iter().any(|known| known == name) {
            done.push(name.to_owned());
        }
    }
    done
}

/// The name of an activity or a calm one; what was typed is its own name.
pub fn activity_name(key: &str) -> &str {
    match (room::activity(key), calm::find(key)) {
        (Some(activity), _) => activity.name,
        (None, Some(calm)) => calm.title,
        (None, None) => key,
    }
}

/// "calm 2 of 5, good: passed"; nothing where nothing was answered.
pub fn reading(reading: &Reading) -> Option<String> {
    let tap = |name: &str, answer: &Answer<u8>| match answer {
        Answer::Unasked => None,
        Answer::Passed => Some([name, ": ", said::PASSED].concat()),
        Answer::DontKnow => Some([name, ": ", said::DIDNT_KNOW].concat()),
        Answer::NotToday => Some([name, ": ", said::NOT_TODAY].concat()),
        Answer::Given(tap) => Some(format!("{name} {tap} of 5")),
    };
    let taps: Vec<_> =
        [tap("body calm", &reading.calm), tap("inside good", &reading.good)].into_iter().flatten().collect();
    (!taps.is_empty()).then(|| taps.join(", "))
}

/// What a check-in says, in one line.
pub fn told(level: Level, answers: &Answers) -> String {
    let help = answers.help.given().map(|key| ["would help: ", help_name(level, key)].concat());
    let parts =
        [Some(said::text(&said::feeling(&answers.feeling))), other_way(answers), Some(said::rest(answers)), help];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn other_way(answers: &Answers) -> Option<String> {
    match answers.other_way.given()? {
        OtherWay::Drawing(_) => Some("a drawing".into()),
        OtherWay::Picture(way, choice) => {
            let of = room::ways_in().iter().find(|known| known.key == way);
            let name = of.and_then(|way| way.choice(choice)).map_or(choice.as_str(), |choice| choice.name);
            Some([of.map_or(way.as_str(), |way| way.title), ": ", name].concat())
        }
    }
}

fn help_name(level: Level, key: &str) -> &str {
    room::help(key).map_or(key, |help| help.words.at(level))
}

fn own_words(row: &CheckInRow) -> Vec<String> {
    let words = row.answers().feeling.given().map_or(&[][..], |feeling| &feeling.words[..]);
    words
        .iter()
        .filter_map(|word| match word {
            crate::domain::FeelingWord::Own(word) => Some(word.clone()),
            crate::domain::FeelingWord::Known(_) => None,
        })
        .collect()
}

/// One sentence a line, in the order of the session; what belongs together stands together.
fn happened(draft: &Draft, row: &SessionRow) -> String {
    let level = row.session.level;
    let check_in = |id: &RecordId| {
        let row = row.check_ins.iter().find(|row| row.id == *id)?;
        Some(told(row.check_in.level, row.answers())).filter(|told| !told.is_empty())
    };
    let mut lines = Lines::default();
    for fact in &draft.facts {
        match fact {
            Fact::Minutes { delivered, planned } => lines.say(minutes(*delivered, *planned)),
            Fact::Arrived(arrived) => lines.list("On arriving", reading(arrived)),
            Fact::Left(left) => lines.list("On leaving", reading(left)),
            Fact::CheckIn(id) => lines.list("Check-in", check_in(id)),
            Fact::Did(key) => lines.list("Together", Some(activity_name(key).to_owned())),
            Fact::DidOther(words) => lines.list("Together", Some(words.clone())),
            Fact::Calm(slug) => lines.list("Calm", Some(activity_name(slug).to_owned())),
            Fact::Prompt(slug) => {
                let title = prompts::set(slug).map_or(slug.as_str(), |set| set.title);
                lines.list("Side by side", Some(title.to_owned()));
            }
            Fact::Helped(key) => lines.list("Chosen as a help", Some(help_name(level, key).to_owned())),
            Fact::LeftOut(stage) => lines.list("Left out this time", Some(stage_name(*stage).to_owned())),
            Fact::Concern => lines.say("A concern was passed on.".into()),
        }
    }
    lines.text()
}

/// "28 minutes; 30 were planned."
fn minutes(delivered: u32, planned: u16) -> String {
    let minutes = match delivered {
        1 => "1 minute".to_owned(),
        more => format!("{more} minutes"),
    };
    if delivered == u32::from(planned) { minutes + "." } else { format!("{minutes}; {planned} were planned.") }
}

/// Lines in the making: a name and what belongs to it, where each name stands once.
#[derive(Default)]
struct Lines(Vec<(String, Vec<String>)>);

impl Lines {
    fn say(&mut self, sentence: String) {
        self.0.push((sentence, Vec::new()));
    }

    fn list(&mut self, name: &str, what: Option<String>) {
        let Some(what) = what else { return };
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, all)) => all.push(what),
            None => self.0.push((name.to_owned(), vec![what])),
        }
    }

    fn text(&self) -> String {
        let line = |(name, all): &(String, Vec<String>)| match all[..] {
            [] => name.clone(),
            _ => [name, ": ", &all.join("; "), "."].concat(),
        };
        self.0.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
#[path = "sentences_tests.rs"]
mod tests;
