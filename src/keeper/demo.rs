//! Made-up children for looking around: a vault in memory that is gone when it is closed.

use crate::content::demo;
use crate::domain::{
    Answer, Answers, BodySense, CheckIn, Feeling, FeelingWord, Level, Moment, Preferences, Pupil, Size, SubjectId,
    YearGroup,
};
use crate::platform::clock::Clock;
use crate::store::{Home, MemoryStore};
use crate::vault::{KdfParams, Passphrase, VaultHeader};

use super::Refusal;
use super::core::{Keeper, KeyCost};
use super::message::Whisper;
use super::open_vault::{Draft, OpenVault};

/// The short code of every demo; the cover says it.
pub const DEMO_CODE: &str = "2468";

const DAY: u64 = 86_400_000;
const MINUTE: u64 = 60_000;

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
    for made_up in child.check_ins {
        draft.add(subject, check_in(made_up, child.level, now))?;
    }
    Ok(())
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
    use crate::keeper::message::{Ask, Reply};
    use crate::platform::clock::FakeClock;
    use futures_executor::block_on;

    const SATURDAY_EVENING: Moment = Moment { utc_millis: 1_795_287_600_000, offset_minutes: 60 };

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
