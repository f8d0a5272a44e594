//! Made-up children for looking around: a vault in memory that is gone when it is closed.

use crate::content::demo;
use crate::domain::session::{Boxed, Course, Event, Note, Parts, Reading, Sort, Stage, Tap};
use crate::domain::{
    Answer, Answers, BodySense, CheckIn, Feeling, FeelingWord, Level, Moment, OwnWord, Preferences, Prepared, Pupil,
    RecordId, Session, Size, SubjectId, YearGroup,
};
use crate::platform::clock::Clock;
use crate::store::{Home, MemoryStore};
use crate::vault::{KdfParams, Passphrase, VaultHeader};

use super::Refusal;
use super::core::{Keeper, KeyCost};
use super::draft::Draft;
use super::message::Whisper;
use super::open_vault::OpenVault;

/// The short code of every demo; the cover says it.
pub const DEMO_CODE: &str = "2468";

const DAY: u64 = 86_400_000;
const MINUTE: u64 = 60_000;

/// How the half hour of every made-up session was shared out, in minutes, as by the template: the words that the
/// template brings along are no business of the keeper's.
const HALF_HOUR: [u16; 6] = [3, 4, 13, 3, 4, 3];

/// An open vault of made-up children.
///
/// # Errors
/// [`Refusal::Device`] when the device gives no random numbers or too little memory.
pub async fn keeper<C: Clock>(clock: C) -> Result<Keeper<Home, C>, Refusal> {
    // Nobody ever types this passphrase and nothing of it is stored: the floor is dear enough.
    let passphrase = Passphrase::typed("made-up children in memory only");
    let (header, key, _) = VaultHeader::create(&passphrase, KdfParams::FLOOR)?;
    let now = clock.now();
    let mut vault = OpenVault::empty(&header, key);
    let mut draft = vault.act(now);
    draft.add(SubjectId::HOUSEHOLD, Preferences::new(String::new()))?;
    for child in demo::children() {
        add_child(&mut draft, child, now)?;
    }
    let mut keeper = Keeper::new(Home::Memory(MemoryStore::new()), clock, KeyCost::Fixed(KdfParams::FLOOR));
    draft.commit(&keeper.store).await?;
    keeper.demo = true;
    keeper.enter(vault, Whisper::new(DEMO_CODE.to_owned()));
    Ok(keeper)
}

fn add_child(draft: &mut Draft<'_>, child: &demo::Child, now: Moment) -> Result<(), Refusal> {
    let subject = draft.new_subject()?;
    draft.add(
        subject,
        Pupil {
            name: child.nickname.to_owned(),
            animal: child.animal.to_owned(),
            colour: child.colour.to_owned(),
            year: Some(YearGroup::Year(child.year)),
            level: child.level,
            archived: false,
            added: now,
        },
    )?;
    let mut told = Vec::new();
    for made_up in child.check_ins {
        told.push((made_up, draft.add(subject, check_in(made_up, child.level, now))?));
    }
    for made_up in child.sessions {
        let mut mine = Vec::new();
        mine.extend(told.iter().filter(|(check_in, _)| made_up.has(check_in)).map(|(told, id)| (told.minute, *id)));
        let Some(session) = session(made_up, &mine, child.level, now) else { continue };
        let (begun, closed) = (session.ended.unwrap_or(now), session.ended);
        let session = draft.add(subject, session)?;
        draft.add(subject, Note { session, begun, closed, parts: parts(made_up) })?;
    }
    if !child.own_words.is_empty() {
        let own = |(word, linked): &(&str, &str)| OwnWord {
            word: (*word).to_owned(),
            linked: Some((*linked).to_owned()),
            ..OwnWord::default()
        };
        let own_words = child.own_words.iter().map(own).collect();
        draft.add(subject, Prepared { own_words, ..Prepared::default() })?;
    }
    Ok(())
}

/// A session that went through every stage, with the check-ins told in it.
fn session(made_up: &demo::Session, told: &[(u16, RecordId)], level: Level, now: Moment) -> Option<Session> {
    let at = |minutes: u16| on_a_school_day(made_up.days_ago, made_up.minute + minutes, now);
    let mut stages = Stage::ALL.map(|stage| (stage, 0));
    for ((_, minutes), usual) in stages.iter_mut().zip(HALF_HOUR) {
        *minutes = usual;
    }
    let mut session = Session::begin(at(0), level, Sort::Planned, Course::of(&stages)?);
    let mut begun = 0;
    for (stage, minutes) in stages {
        let end = begun + minutes;
        let mut log = |event| session.note_down(at(begun + 1), event);
        match stage {
            Stage::Activity => made_up.did.iter().for_each(|key| log(Event::Did((*key).to_owned()))),
            Stage::Reflect if !made_up.said.is_empty() => log(Event::Said(made_up.said.to_owned())),
            Stage::CalmClose if !made_up.calm.is_empty() => log(Event::Calm(made_up.calm.to_owned())),
            Stage::BackToClass if !made_up.next.is_empty() => log(Event::Next(made_up.next.to_owned())),
            _ => {}
        }
        // The last stage takes what came later.
        let last = stage == Stage::BackToClass;
        for (minute, id) in told {
            let after = minute - made_up.minute;
            if (begun..end).contains(&after) || last && after >= end {
                session.note_down(at(after), Event::CheckIn(*id));
            }
        }
        session.go_on(at(end));
        begun = end;
    }
    session.take(at(1), Tap::Arrived(reading(made_up.arrived)));
    session.take(at(begun), Tap::Left(reading(made_up.left)));
    if let Some(share) = made_up.share {
        session.take(at(begun), Tap::Box(Boxed { line: made_up.said.to_owned(), share }));
    }
    session.end(at(made_up.minutes));
    Some(session)
}

fn reading([calm, good]: [u8; 2]) -> Reading {
    Reading { calm: Answer::Given(calm), good: Answer::Given(good) }
}

fn parts(made_up: &demo::Session) -> Parts {
    let own_words = if made_up.said.is_empty() { String::new() } else { ["“", made_up.said, "”"].concat() };
    Parts {
        happened: made_up.note.to_owned(),
        own_words,
        thinking: made_up.thinking.to_owned(),
        next: made_up.next.to_owned(),
    }
}

fn check_in(made_up: &demo::CheckIn, level: Level, now: Moment) -> CheckIn {
    let started = on_a_school_day(made_up.days_ago, made_up.minute, now);
    let finished = Moment { utc_millis: started.utc_millis + MINUTE, ..started };
    let words = made_up.feelings.iter().map(|key| FeelingWord::Known((*key).to_owned()));
    let own = made_up.own_word.map(|word| FeelingWord::Own(word.to_owned()));
    let feeling = match made_up.answer {
        Some(demo::Answer::Pass) => Answer::Passed,
        Some(demo::Answer::DontKnow) => Answer::DontKnow,
        None => Answer::Given(Feeling { words: words.chain(own).collect(), point: None }),
    };
    let size = made_up.size.map_or(Answer::Unasked, |size| {
        Answer::Given(if level == Level::C { Size::Number(size) } else { Size::Picture(size) })
    });
    let all = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
    let body = if made_up.places.is_empty() && made_up.sensations.is_empty() {
        Answer::Unasked
    } else {
        Answer::Given(BodySense { places: all(made_up.places), sensations: all(made_up.sensations) })
    };
    CheckIn { started, finished: Some(finished), level, answers: Answers { feeling, size, body, ..Answers::default() } }
}

/// So many days before the last school day that is over, at that minute by the wall clock.
fn on_a_school_day(days_ago: u16, minute: u16, now: Moment) -> Moment {
    // Day 0, 1 January 1970, was a Thursday: day 4 is a Monday.
    let yesterday = now.wall_day().saturating_sub(1);
    let weekend = match (yesterday + 3) % 7 {
        5 => 1,
        6 => 2,
        _ => 0,
    };
    let day = yesterday.saturating_sub(weekend + u64::from(days_ago));
    let wall = day * DAY + u64::from(minute) * MINUTE;
    Moment { utc_millis: wall.saturating_add_signed(-i64::from(now.offset_minutes) * 60_000), ..now }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::content::room;
    use crate::keeper::message::{Ask, PupilPage, Reply};
    use crate::platform::clock::FakeClock;
    use futures_executor::block_on;

    const SATURDAY_EVENING: Moment = Moment { utc_millis: 1_795_287_600_000, offset_minutes: 60 };

    /// What somebody who looks around sees of a child.
    fn page(keeper: &mut Keeper<Home, FakeClock>, name: &str) -> PupilPage {
        let Ok(Reply::Pupils(pupils)) = block_on(keeper.answer(Ask::Pupils)) else { panic!("no pupils") };
        let pupil = pupils.iter().find(|row| row.pupil.name == name).unwrap().subject;
        match block_on(keeper.answer(Ask::PupilPage { pupil })) {
            Ok(Reply::Page(page)) => page,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn their_sessions_show_what_can_be_seen_and_what_is_too_early_to_say() {
        let mut keeper = block_on(keeper(FakeClock::at(SATURDAY_EVENING))).unwrap();
        let mut after = |name: &str, activity: &str| {
            let page = page(&mut keeper, name);
            let found = page.after.iter().find(|after| after.activity == activity).unwrap();
            (page.sessions.len(), found.calmer, found.of, found.is_enough())
        };
        assert_eq!(after("Bramble", "clay"), (7, 6, 7, true));
        assert_eq!(after("Pip", "small-world"), (3, 3, 3, false));
        assert_eq!(after("Sol", "music"), (5, 4, 5, true));
    }

    #[test]
    fn their_sessions_are_over_and_nothing_of_them_waits() {
        let mut keeper = block_on(keeper(FakeClock::at(SATURDAY_EVENING))).unwrap();
        let Ok(Reply::Waiting(waiting)) = block_on(keeper.answer(Ask::Waiting)) else { panic!("not told") };
        assert!(waiting.sessions.is_empty() && waiting.check_ins.is_empty());
        for child in demo::children() {
            let page = page(&mut keeper, child.nickname);
            for (row, made_up) in page.sessions.iter().rev().zip(child.sessions) {
                let session = &row.session;
                let ended = session.started.utc_millis + u64::from(made_up.minutes) * MINUTE;
                assert_eq!(session.ended, Some(Moment { utc_millis: ended, ..session.started }), "{made_up:?}");
                assert_eq!(session.course.here(), Some(Stage::BackToClass));
                assert!(row.is_closed(), "{made_up:?}");
                let told = session.log.iter().filter_map(|entry| match entry.event {
                    Event::CheckIn(id) => page.check_ins.iter().find(|row| row.id == id),
                    _ => None,
                });
                let told: Vec<_> = told.map(|row| row.check_in.started.utc_millis).collect();
                assert!(!told.is_empty(), "{made_up:?}");
                assert!(told.iter().all(|told| (session.started.utc_millis..ended).contains(told)), "{made_up:?}");
                assert!(session.log.is_sorted_by_key(|entry| entry.at.utc_millis), "{session:?}");
                assert_eq!(session.boxes.len(), usize::from(made_up.share.is_some()));
            }
        }
        let fizzy = page(&mut keeper, "Bramble").prepared;
        assert_eq!(fizzy.own("fizzy").unwrap().linked.as_deref(), Some("overwhelmed"));
    }

    #[test]
    fn their_half_hour_is_the_templates() {
        let template = room::template("thirty").unwrap();
        assert!(template.stages.iter().map(|planned| u16::from(planned.minutes)).eq(HALF_HOUR));
        assert!(template.stages.iter().map(|planned| planned.stage).eq(Stage::ALL.map(Stage::key)));
    }

    #[test]
    fn made_up_children_have_a_past_on_school_days_only() {
        let mut keeper = block_on(keeper(FakeClock::at(SATURDAY_EVENING))).unwrap();
        let Ok(Reply::Pupils(pupils)) = block_on(keeper.answer(Ask::Pupils)) else { panic!("no pupils") };
        assert_eq!(pupils.len(), 3);
        for pupil in pupils {
            let Ok(Reply::Page(page)) = block_on(keeper.answer(Ask::PupilPage { pupil: pupil.subject })) else {
                panic!("no page")
            };
            assert!(page.check_ins.len() >= 8, "{}", page.row.pupil.name);
            for row in page.check_ins {
                assert!(row.check_in.is_finished());
                assert!(row.check_in.started < SATURDAY_EVENING);
                assert!((row.check_in.started.wall_day() + 3) % 7 < 5, "{:?}", row.check_in.started);
            }
        }
    }
}
