//! Dates as people read them, in the browser's own British English.
//!
//! A moment is written as the clock on the wall showed it then. So its wall time is handed to the browser as if it were
//! UTC, and the tablet's present time zone plays no part.

use js_sys::{Array, Date, Function, Intl::DateTimeFormat};
use wasm_bindgen::JsValue;

use crate::domain::Moment;

use super::dynamic::object;

/// How long ago a moment is, in the terms in which one speaks of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearness {
    /// The same day.
    Today,
    /// The day before.
    Yesterday,
    /// Two to six days ago: its weekday names it.
    ThisWeek,
    /// Longer ago, or yet to come: only a date names it.
    Other,
}

impl Nearness {
    /// How far a moment is from now, by the days of the wall clock.
    pub const fn of(moment: Moment, now: Moment) -> Self {
        match now.wall_day().checked_sub(moment.wall_day()) {
            Some(0) => Self::Today,
            Some(1) => Self::Yesterday,
            Some(2..=6) => Self::ThisWeek,
            _ => Self::Other,
        }
    }
}

/// The parts of a date that are written.
#[derive(Clone, Copy)]
enum Parts {
    Day,
    Time,
    Weekday,
}

impl Parts {
    const fn named(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Day => &[("day", "numeric"), ("month", "long"), ("year", "numeric")],
            Self::Time => &[("hour", "2-digit"), ("minute", "2-digit"), ("hourCycle", "h23")],
            Self::Weekday => &[("weekday", "long")],
        }
    }

    fn format(self) -> Function {
        let zone = ("timeZone", JsValue::from_str("UTC"));
        let named = self.named().iter().map(|(part, how)| (*part, JsValue::from_str(how)));
        let options: Vec<_> = named.chain([zone]).collect();
        DateTimeFormat::new(&Array::of1(&"en-GB".into()), &object(&options).into()).format()
    }

    /// These parts of a moment.
    fn write(self, moment: Moment) -> String {
        thread_local! {
            // To make a format costs far more than to use it.
            static FORMATS: [Function; 3] = [Parts::Day, Parts::Time, Parts::Weekday].map(Parts::format);
        }
        let date = Date::new(&JsValue::from_f64(moment.wall_millis() as f64));
        let text = FORMATS.with(|[day, time, weekday]| {
            let format = match self {
                Self::Day => day,
                Self::Time => time,
                Self::Weekday => weekday,
            };
            format.call1(&JsValue::UNDEFINED, &date)
        });
        text.ok().and_then(|text| text.as_string()).unwrap_or_default()
    }
}

/// "21 November 2026".
pub fn day(moment: Moment) -> String {
    Parts::Day.write(moment)
}

/// "10:15".
pub fn time(moment: Moment) -> String {
    Parts::Time.write(moment)
}

/// "Saturday".
pub fn weekday(moment: Moment) -> String {
    Parts::Weekday.write(moment)
}

/// "21 November 2026, 10:15".
pub fn day_and_time(moment: Moment) -> String {
    [day(moment), time(moment)].join(", ")
}

/// "today 10:15", "yesterday 10:15", "Monday 10:15" within the week, else "21 November 2026, 10:15".
pub fn spoken(moment: Moment, now: Moment) -> String {
    match Nearness::of(moment, now) {
        Nearness::Today => ["today ", &time(moment)].concat(),
        Nearness::Yesterday => ["yesterday ", &time(moment)].concat(),
        Nearness::ThisWeek => [weekday(moment), time(moment)].join(" "),
        Nearness::Other => day_and_time(moment),
    }
}

/// "2026-11-21-1015", for names of files: by the clock on the wall, and in the order of time.
pub fn in_a_name(moment: Moment) -> String {
    let minutes = moment.wall_millis() / 60_000;
    let (day, minute) = (minutes / 1440, minutes % 1440);
    // Years begin in March here, so that the leap day is the last of its year; 146 097 days are 400 years.
    let shifted = day + 719_468;
    let (era, in_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era = (in_era - in_era / 1460 + in_era / 36_524 - in_era / 146_096) / 365;
    let in_year = in_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * in_year + 2) / 153;
    let of_month = in_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{of_month:02}-{:02}{:02}", minute / 60, minute % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: u64 = 3_600_000;
    const NOON: u64 = 20_000 * 24 * HOUR + 12 * HOUR;

    fn utc(utc_millis: u64) -> Moment {
        Moment { utc_millis, offset_minutes: 0 }
    }

    #[test]
    fn nearness_goes_by_days_and_not_by_hours() {
        let now = utc(NOON);
        for (hours_ago, expected) in [
            (0, Nearness::Today),
            (12, Nearness::Today),
            (13, Nearness::Yesterday),
            (36, Nearness::Yesterday),
            (37, Nearness::ThisWeek),
            (6 * 24, Nearness::ThisWeek),
            (6 * 24 + 13, Nearness::Other),
        ] {
            assert_eq!(Nearness::of(utc(NOON - hours_ago * HOUR), now), expected, "{hours_ago} h ago");
        }
        assert_eq!(Nearness::of(utc(NOON + 24 * HOUR), now), Nearness::Other);
    }

    #[test]
    fn each_moment_keeps_its_own_wall_clock() {
        let half_past_midnight_in_summer = Moment { utc_millis: NOON - 12 * HOUR - HOUR / 2, offset_minutes: 60 };
        assert_eq!(Nearness::of(half_past_midnight_in_summer, utc(NOON)), Nearness::Today);
        assert_eq!(
            Nearness::of(Moment { offset_minutes: 0, ..half_past_midnight_in_summer }, utc(NOON)),
            Nearness::Yesterday
        );
    }

    #[test]
    fn a_files_name_tells_the_day_by_the_wall() {
        for (utc_millis, offset_minutes, name) in [
            (0, 0, "1970-01-01-0000"),
            (951_782_400_000 - 60_000, 0, "2000-02-28-2359"),
            (951_868_799_000, 0, "2000-02-29-2359"),
            (951_868_799_000, 60, "2000-03-01-0059"),
            (1_795_428_000_000, 0, "2026-11-23-1000"),
            (253_402_300_799_999, 0, "9999-12-31-2359"),
        ] {
            assert_eq!(in_a_name(Moment { utc_millis, offset_minutes }), name);
        }
    }
}
