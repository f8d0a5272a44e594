//! Writing all of a journal anew: when it has grown, before everything is brought into another form, and after damage.

use super::frame::{Body, framed};
use super::{Contents, Journal, Strip, held};
use crate::store::{Act, Head, StoreError};

/// A journal that is smaller than this is never worth rewriting, in bytes.
const SMALL: u64 = 512 * 1024;
/// A journal is rewritten when it has grown to so many times what it holds.
const GROWTH: u64 = 3;
/// How many envelopes one frame of a rewriting takes.
const A_FRAME: usize = 64;

impl<S: Strip> Journal<S> {
    /// Whether the file before this one is kept.
    pub fn has_aside(&self) -> bool {
        self.aside.get()
    }

    /// Writes everything anew into the other file, and keeps this one as it is; nothing is done where not all of it can be
    /// read.
    ///
    /// # Errors
    /// As [`Journal::rewrite`].
    pub fn set_aside(&self) -> Result<bool, StoreError> {
        let Some(contents) = self.whole_contents()? else { return Ok(false) };
        self.write_anew(1 - self.alive.get(), &contents, self.head())?;
        self.aside.set(true);
        Ok(true)
    }

    /// Lets go of the file that was kept. Should it refuse, the next opening finds it again.
    pub fn settle(&self) {
        if self.aside.replace(false) {
            self.clear_spare();
        }
    }

    /// What was taken out of the vault must not live on in the other file. Should it refuse, it is the older of two whole
    /// ones, and the next rewriting begins with cutting it.
    fn clear_spare(&self) {
        let spare = &self.strips[1 - self.alive.get()];
        let _ = spare.cut(0).and_then(|()| spare.flush());
    }

    /// Whether it has grown to several times what it holds; the file before it is kept for as long as that can be borne.
    pub fn is_overgrown(&self) -> bool {
        let growth = if self.aside.get() { GROWTH * GROWTH } else { GROWTH };
        self.end.get() > SMALL.max(self.fresh.get().saturating_mul(growth))
    }

    /// Writes everything anew into the other file, which is then alive, and clears this one. Until all of it is on the disk
    /// the present one stays as it is.
    ///
    /// # Errors
    /// What the files refuse; the journal then goes on in the file in which it was.
    pub fn rewrite(&self, contents: &Contents, head: Head) -> Result<(), StoreError> {
        self.write_anew(1 - self.alive.get(), contents, head)?;
        self.aside.set(false);
        self.clear_spare();
        Ok(())
    }

    /// Writes everything anew in place of what is damaged; a file that can be read from end to end stays as it is. All that
    /// there is must be on the disk elsewhere by now.
    ///
    /// # Errors
    /// What the files refuse; what is damaged may be gone then, and the next opening finds it so.
    pub fn make_good(&self, contents: &Contents, head: Head) -> Result<(), StoreError> {
        let keeps = self.sound.get() || self.aside.get();
        // Over the damaged file only where the other one is to stay.
        let in_place = self.aside.get() && !self.sound.get();
        self.write_anew(if in_place { self.alive.get() } else { 1 - self.alive.get() }, contents, head)?;
        self.aside.set(keeps);
        if !keeps {
            self.clear_spare();
        }
        Ok(())
    }

    fn write_anew(&self, new: usize, contents: &Contents, head: Head) -> Result<(), StoreError> {
        let strip = &self.strips[new];
        let generation = self.generation.get().saturating_add(1);
        let end = match Self::lay_all(strip, generation, contents, head) {
            Ok(end) => end,
            Err(error) => {
                // What there was no room for must not take the room of the next act.
                let _ = strip.cut(0).and_then(|()| strip.flush());
                return Err(error);
            }
        };
        self.alive.set(new);
        self.sound.set(true);
        self.generation.set(generation);
        self.head.set(head);
        self.end.set(end);
        self.fresh.set(end);
        *self.rows.borrow_mut() = held(contents);
        Ok(())
    }

    /// Writes all of it into a file, and gives how long that is then.
    fn lay_all(strip: &S, generation: u64, contents: &Contents, head: Head) -> Result<u64, StoreError> {
        strip.cut(0)?;
        let mut end = 0;
        let mut lay = |body: Body| -> Result<(), StoreError> {
            let frame = framed(&body.to_bytes(), head);
            strip.write(end, &frame)?;
            end += frame.len() as u64;
            Ok(())
        };
        lay(Body::Begin { generation })?;
        let mut door = Act::new();
        (door.header, door.knocks) = (contents.header.clone(), contents.knocks.clone());
        lay(Body::Kept(door))?;
        let mut part = Act::new();
        for envelope in contents.rows.values() {
            part.envelopes.push(envelope.clone());
            if part.envelopes.len() == A_FRAME {
                lay(Body::Kept(core::mem::take(&mut part)))?;
            }
        }
        lay(Body::Kept(part))?;
        // All that there was must be on the disk before anything says so.
        strip.flush()?;
        lay(Body::Whole)?;
        strip.flush()?;
        Ok(end)
    }
}
