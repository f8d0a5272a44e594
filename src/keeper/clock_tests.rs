//! Clocks that jump and zones that change while something is written: dates stay as they were entered, later changes win.
#![allow(clippy::unwrap_used, clippy::panic)]

use crate::domain::{Level, Moment};

use super::core_tests::Room;
use super::message::Ask;

const HOUR: i64 = 3_600_000;
const YEAR: i64 = 8_766 * HOUR;

/// 2028-02-29, 12:00 UTC.
const LEAP_DAY: u64 = 1_835_438_400_000;
/// 2027-01-01, 00:00 UTC.
const NEW_YEAR: u64 = 1_798_761_600_000;
/// 2027-03-28, 01:00 UTC: British clocks go forward.
const SPRING: u64 = 1_806_195_600_000;
/// 2027-10-31, 01:00 UTC: British clocks go back.
const AUTUMN: u64 = 1_824_944_400_000;

/// A moment before and one after, as the tablet's clock shows them.
fn cases() -> Vec<(Moment, Moment)> {
    let at = |utc_millis: u64, offset_minutes| Moment { utc_millis, offset_minutes };
    let mut cases = Vec::new();
    for jump in [-1_000, 1_000, -HOUR, HOUR, -26 * HOUR, 26 * HOUR, -5 * YEAR, 5 * YEAR] {
        cases.push((at(LEAP_DAY, 0), at(LEAP_DAY.saturating_add_signed(jump), 0)));
    }
    // Every whole zone, and the crooked ones of the Marquesas, India, Nepal, Eucla and the Chathams; from home and back.
    let zones = (-11..=14).map(|hour| hour * 60).chain([-570, 330, 345, 525, 825]);
    cases.extend(zones.map(|offset| (at(LEAP_DAY, 0), at(LEAP_DAY + 5_000, offset))));
    for (change, before, after) in [(SPRING, 0, 60), (AUTUMN, 60, 0)] {
        for around in [1_000, 30 * 60_000, HOUR as u64] {
            cases.push((at(change - around, before), at(change + around, after)));
        }
    }
    for edge in [NEW_YEAR, LEAP_DAY - LEAP_DAY % 86_400_000, LEAP_DAY - LEAP_DAY % 86_400_000 + 86_400_000] {
        for offset in [-660, -60, 0, 60, 840] {
            cases.push((at(edge - 1, offset), at(edge, offset)));
        }
    }
    cases
}

#[test]
fn dates_are_as_entered_and_the_order_is_that_of_the_acts() {
    let cases = cases();
    assert!(cases.len() >= 60, "{}", cases.len());
    for (before, after) in cases {
        let mut room = Room::new();
        room.clock.set(before);
        room.reopen();
        let otter = room.add("Otter").subject;
        let begun = room.check_in(Ask::BeginCheckIn { pupil: Some(otter), level: Level::B });
        room.clock.set(after);
        // A jump may have covered or locked it: nothing is lost with that.
        room.reopen();
        let renamed = Ask::AmendPupil { subject: otter, pupil: super::core_tests::pupil("Ottoline") };
        room.ask(renamed).unwrap();
        let finished = room.check_in(Ask::FinishCheckIn { subject: otter, check_in: begun.id });
        room.reopen();
        let page = room.page(otter);
        assert_eq!(page.row.pupil.name, "Ottoline", "the later change wins: {before:?} {after:?}");
        assert_eq!(page.check_ins[0].check_in.started, before, "as the clock showed it");
        assert_eq!(finished.check_in.finished, Some(after));
        assert_eq!(page.check_ins[0].check_in.finished, Some(after));
        assert_eq!(room.health().unreadable, 0);
    }
}
