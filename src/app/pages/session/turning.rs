//! Turning the tablet: what the child is shown depends on the stage.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::art::icons;
use crate::app::components::icon::Icon;
use crate::app::lean::view;
use crate::domain::RecordId;
use crate::domain::session::Stage;
use crate::keeper::Refusal;
use crate::keeper::message::{CheckInRow, Side};

use super::running::Running;
use super::words;

/// What the child is to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    /// A side that there is already.
    Side(Side),
    /// A check-in that has to be begun first.
    NewCheckIn,
}

impl Shown {
    /// At this stage, with these check-ins made so far. One that was not finished goes on.
    fn at(stage: Option<Stage>, check_ins: &[CheckInRow]) -> Self {
        match stage {
            Some(Stage::Arrive) => Self::Side(Side::Arrive),
            Some(Stage::CheckIn) => {
                let open = check_ins.last().filter(|row| !row.check_in.is_finished());
                open.map_or(Self::NewCheckIn, |row| Self::Side(Side::CheckIn(row.id)))
            }
            Some(Stage::Reflect) => Self::Side(Side::Boxes),
            Some(Stage::BackToClass) => Self::Side(Side::Leave),
            Some(Stage::Activity | Stage::CalmClose) | None => Self::Side(Side::Rest),
        }
    }
}

impl Running {
    async fn turn(self) -> Result<(), Refusal> {
        let (shown, level) =
            self.row.with_untracked(|row| (Shown::at(row.session.course.here(), &row.check_ins), row.session.level));
        let side = match shown {
            Shown::Side(side) => side,
            Shown::NewCheckIn => Side::CheckIn(self.begin_check_in(level).await?),
        };
        self.house.turn(self.subject, Some(self.id), side).await
    }

    async fn begin_check_in(self, level: crate::domain::Level) -> Result<RecordId, Refusal> {
        self.house.begin_check_in(Some(self.subject), level).await.map(|row| row.id)
    }
}

/// The one big button. A second tap before the first has been answered does nothing.
#[component]
pub fn TurnButton(
    /// The session.
    running: Running,
) -> impl IntoView {
    let busy = StoredValue::new(false);
    let turn = move |_| {
        if busy.get_value() {
            return;
        }
        busy.set_value(true);
        spawn_local(async move {
            let turned = running.turn().await;
            busy.try_set_value(false);
            if let Err(why) = turned {
                running.refusal.try_set(Some(why));
            }
        });
    };
    view! {
        <button type="button" class="main" on:click=turn>
            <Icon path=icons::TURN/>
            {words::TURN}
        </button>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{CheckIn, Level, Moment, SubjectId};

    const NOON: Moment = Moment { utc_millis: 1_795_428_000_000, offset_minutes: 0 };

    fn check_in(number: u8, finished: bool) -> CheckInRow {
        CheckInRow {
            subject: SubjectId::from_bytes([9; 16]),
            attached: true,
            id: RecordId::from_bytes([number; 16]),
            check_in: CheckIn { finished: finished.then_some(NOON), ..CheckIn::begin(NOON, Level::A) },
            amendments: Vec::new(),
        }
    }

    #[test]
    fn each_stage_has_its_own_side() {
        for (stage, side) in [
            (Stage::Arrive, Side::Arrive),
            (Stage::Activity, Side::Rest),
            (Stage::Reflect, Side::Boxes),
            (Stage::CalmClose, Side::Rest),
            (Stage::BackToClass, Side::Leave),
        ] {
            assert_eq!(Shown::at(Some(stage), &[]), Shown::Side(side));
        }
    }

    #[test]
    fn a_check_in_that_was_not_finished_goes_on() {
        let at = |rows: &[CheckInRow]| Shown::at(Some(Stage::CheckIn), rows);
        assert_eq!(at(&[]), Shown::NewCheckIn);
        assert_eq!(at(&[check_in(2, true)]), Shown::NewCheckIn);
        let open = check_in(3, false);
        assert_eq!(at(&[check_in(2, true), open.clone()]), Shown::Side(Side::CheckIn(open.id)));
    }
}
