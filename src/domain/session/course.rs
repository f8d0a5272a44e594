//! The course of a session: which stages, in which order, and where in them it is.
//!
//! What lies behind is not changed any more; what lies ahead may be skipped, taken back in and put in another order.

use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};
use serde::{Deserialize, Serialize};

use super::{Stage, all_differ};

/// One stage with the time meant for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Which stage.
    pub stage: Stage,
    /// How long it is meant to take, in minutes.
    pub minutes: u16,
    /// Left out this time.
    pub skipped: bool,
}

/// Which stages, in which order, and where in them the session is. Never empty; no stage is there twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    steps: Vec<Step>,
    here: usize,
}

impl Course {
    /// A course at its beginning. Nothing when there is no stage, or one of them twice.
    pub fn of(stages: &[(Stage, u16)]) -> Option<Self> {
        let steps = stages.iter().map(|&(stage, minutes)| Step { stage, minutes, skipped: false }).collect();
        Self::sound(steps, 0)
    }

    fn sound(steps: Vec<Step>, here: usize) -> Option<Self> {
        let stages: Vec<_> = steps.iter().map(|step: &Step| step.stage).collect();
        (here < steps.len() && all_differ(&stages)).then_some(Self { steps, here })
    }

    /// All steps in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The stage that the session is at. Nothing only when it was skipped and no other was left.
    pub fn here(&self) -> Option<Stage> {
        self.steps.get(self.here).filter(|step| !step.skipped).map(|step| step.stage)
    }

    /// The stages still to come, without skipped ones.
    pub fn ahead(&self) -> impl Iterator<Item = Stage> {
        self.steps.iter().skip(self.here + 1).filter(|step| !step.skipped).map(|step| step.stage)
    }

    /// The minutes meant for all stages that are not skipped.
    pub fn minutes(&self) -> u16 {
        self.steps.iter().filter(|step| !step.skipped).fold(0, |sum, step| sum.saturating_add(step.minutes))
    }

    /// Goes on to the next stage that is not skipped, and says which that is. Nothing when this was the last.
    pub fn go_on(&mut self) -> Option<Stage> {
        let next = (self.here + 1..self.steps.len()).find(|&at| !self.steps[at].skipped)?;
        self.here = next;
        self.here()
    }

    /// Leaves a stage out, or takes it back in. To leave out the one that it is at goes on to the next. Says whether
    /// anything changed: what lies behind stays as it was, and the last stage left cannot be left out.
    pub fn skip(&mut self, stage: Stage, skipped: bool) -> bool {
        let Some(at) = self.steps.iter().position(|step| step.stage == stage) else { return false };
        if at < self.here || self.steps[at].skipped == skipped {
            return false;
        }
        if at == self.here && self.go_on().is_none() {
            return false;
        }
        self.steps[at].skipped = skipped;
        true
    }

    /// Puts a stage that is still to come right after the one that it is at. Says whether anything changed.
    pub fn bring_next(&mut self, stage: Stage) -> bool {
        let Some(at) = self.steps.iter().position(|step| step.stage == stage) else { return false };
        if at <= self.here + 1 {
            return false;
        }
        let step = self.steps.remove(at);
        self.steps.insert(self.here + 1, Step { skipped: false, ..step });
        true
    }
}

/// On disk: [where, [stage, minutes, skipped] …].
impl<C> Encode<C> for Course {
    fn encode<W: encode::Write>(&self, output: &mut Encoder<W>, c: &mut C) -> Result<(), encode::Error<W::Error>> {
        output.array(self.steps.len() as u64 + 1)?.u64(self.here as u64)?;
        for step in &self.steps {
            output.array(3)?.encode_with(step.stage, c)?.u16(step.minutes)?.bool(step.skipped)?;
        }
        Ok(())
    }
}

impl<'b, C> Decode<'b, C> for Course {
    fn decode(input: &mut Decoder<'b>, c: &mut C) -> Result<Self, decode::Error> {
        let wrong = || decode::Error::message("no course of a session");
        let count = input.array()?.and_then(|count| count.checked_sub(1)).ok_or_else(wrong)?;
        let here = usize::try_from(input.u64()?).map_err(|_| wrong())?;
        let mut steps = Vec::new();
        for _ in 0..count {
            if input.array()? != Some(3) {
                return Err(wrong());
            }
            steps.push(Step { stage: Decode::decode(input, c)?, minutes: input.u16()?, skipped: input.bool()? });
        }
        Self::sound(steps, here).ok_or_else(wrong)
    }
}

#[cfg(test)]
#[path = "course_tests.rs"]
mod tests;
