//! The course of a session, tried stage by stage and with orders that nobody thought of.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;

fn hour() -> Course {
    let minutes = [5, 8, 30, 7, 5, 5];
    Course::of(&Stage::ALL.into_iter().zip(minutes).collect::<Vec<_>>()).unwrap()
}

fn way_of(mut course: Course) -> Vec<Stage> {
    let mut way: Vec<_> = course.here().into_iter().collect();
    while let Some(stage) = course.go_on() {
        way.push(stage);
    }
    way
}

#[test]
fn it_goes_through_all_stages_and_ends() {
    assert_eq!(hour().minutes(), 60);
    assert_eq!(way_of(hour()), Stage::ALL);
}

#[test]
fn a_skipped_stage_is_passed_over_and_can_be_taken_back_in() {
    let mut course = hour();
    assert!(course.skip(Stage::Reflect, true));
    assert_eq!(course.minutes(), 53);
    assert!(!way_of(course.clone()).contains(&Stage::Reflect));
    assert!(course.skip(Stage::Reflect, false));
    assert_eq!(way_of(course), Stage::ALL);
}

#[test]
fn to_skip_where_it_is_goes_on() {
    let mut course = hour();
    assert!(course.skip(Stage::Arrive, true));
    assert_eq!(course.here(), Some(Stage::CheckIn));
}

#[test]
fn what_lies_behind_is_not_changed() {
    let mut course = hour();
    course.go_on();
    course.go_on();
    assert!(!course.skip(Stage::Arrive, true));
    assert!(!course.bring_next(Stage::CheckIn));
}

#[test]
fn the_last_stage_left_cannot_be_skipped() {
    let mut course = Course::of(&[(Stage::Arrive, 5)]).unwrap();
    assert!(!course.skip(Stage::Arrive, true));
    assert_eq!(course.here(), Some(Stage::Arrive));
}

#[test]
fn a_stage_can_be_brought_forward() {
    let mut course = hour();
    assert!(course.bring_next(Stage::CalmClose));
    assert_eq!(way_of(course)[..3], [Stage::Arrive, Stage::CalmClose, Stage::CheckIn]);
}

#[test]
fn a_course_without_stages_or_with_one_twice_is_none() {
    assert_eq!(Course::of(&[]), None);
    assert_eq!(Course::of(&[(Stage::Arrive, 5), (Stage::Arrive, 5)]), None);
}

proptest! {
    #[test]
    fn whatever_is_pressed_it_stays_sound_and_comes_back(presses in prop::collection::vec((0usize..6, 0u8..4), 0..40)) {
        let mut course = hour();
        for (stage, press) in presses {
            let stage = Stage::ALL[stage];
            match press {
                0 => drop(course.go_on()),
                1 => drop(course.skip(stage, true)),
                2 => drop(course.skip(stage, false)),
                _ => drop(course.bring_next(stage)),
            }
            prop_assert!(course.here().is_some());
            prop_assert_eq!(course.steps().len(), 6);
        }
        let bytes = minicbor::to_vec(&course).unwrap();
        prop_assert_eq!(minicbor::decode::<Course>(&bytes).unwrap(), course);
    }
}
