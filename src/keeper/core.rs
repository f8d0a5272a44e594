//! The keeper itself: one vault, at the door or open, and the questions it answers. Plain async Rust over traits, so
//! that all of it is tested natively.

use crate::domain::{Clocks, Moment, RecordId, SubjectId, Verdict, Watch};
use crate::platform::clock::Clock;
use crate::store::Store;
use crate::vault::{DataKey, KdfParams, VaultHeader};

use super::exchange::{Content, Exchange, NoExchange};
use super::keys::KeysAtWork;
use super::message::{Ask, KeysAsk, Notice, PROTOCOL, Proof, Reply, Side, Standing, Whisper};
use super::open_vault::OpenVault;
use super::schema::{STEPS, Step};
use super::shown_code::ShownCode;
use super::{Refusal, door};

/// How the cost of trying a passphrase is chosen for a new one.
#[derive(Clone, Copy, Debug)]
pub enum KeyCost {
    /// As dear as this device can bear.
    Measured,
    /// Given: for the demo, whose passphrase nobody will ever try.
    Fixed(KdfParams),
}

/// Answers the page. `S` is where envelopes are kept, `C` tells the time.
pub struct Keeper<S, C> {
    pub(super) store: S,
    pub(super) clock: C,
    pub(super) stage: Stage,
    pub(super) key_cost: KeyCost,
    pub(super) demo: bool,
    pub(super) exchange: Box<dyn Exchange>,
    /// How records are brought into this app's form.
    pub(super) steps: &'static [Step],
}

/// Where the vault stands.
pub(super) enum Stage {
    /// No key is held.
    Door,
    /// A new vault is ready but not written: the recovery code has not been typed back.
    Prepared(Box<Prepared>),
    /// The keys are held.
    Open(Box<Opened>),
}

/// A vault about to be made.
pub(super) struct Prepared {
    pub nickname: String,
    pub header: VaultHeader,
    pub key: DataKey,
    pub code: ShownCode,
}

/// An unlocked vault and who watches it.
pub(super) struct Opened {
    pub vault: OpenVault,
    pub watch: Watch,
    pub cover_code: Whisper,
    /// The running session that was looked at last: left untouched, the tablet turns to its child.
    pub attending: Option<(SubjectId, RecordId)>,
    /// What the child's side shows, while the child has it.
    pub turned: Option<Turned>,
    /// What is under way with the keys.
    pub keys: KeysAtWork,
    /// A file that was read and may be brought in.
    pub staged: Option<Content>,
}

/// What the child's side is about.
#[derive(Clone, Copy)]
pub(super) struct Turned {
    pub subject: SubjectId,
    pub session: Option<RecordId>,
    pub side: Side,
}

impl Turned {
    /// Whether a record belongs to it.
    fn is_about(&self, subject: SubjectId, id: RecordId) -> bool {
        let shown = match self.side {
            Side::CheckIn(check_in) => Some(check_in),
            _ => None,
        };
        self.subject == subject && (self.session == Some(id) || shown == Some(id))
    }
}

impl<S: Store, C: Clock> Keeper<S, C> {
    /// A keeper at the door of what is in `store`.
    pub fn new(store: S, clock: C, key_cost: KeyCost) -> Self {
        let exchange = Box::new(NoExchange);
        Self { store, clock, stage: Stage::Door, key_cost, demo: false, exchange, steps: STEPS }
    }

    /// The same keeper with somebody who makes and reads files.
    #[must_use]
    pub fn with_exchange(self, exchange: Box<dyn Exchange>) -> Self {
        Self { exchange, ..self }
    }

    /// Answers one question.
    ///
    /// # Errors
    /// [`Refusal`]: it was not done, and nothing was changed.
    pub async fn answer(&mut self, ask: Ask) -> Result<Reply, Refusal> {
        self.settle();
        match ask {
            Ask::Standing { protocol } | Ask::At { protocol, .. } if protocol != PROTOCOL => Err(Refusal::OtherBuild),
            Ask::Standing { .. } => self.standing().await,
            Ask::SuggestPassphrase => door::suggestion(),
            Ask::PrepareVault { nickname, passphrase } => self.prepare(&nickname, &passphrase).await,
            Ask::MakeVault { typed_back, cover_code } => self.make(&typed_back, cover_code).await,
            Ask::Unlock { passphrase, cover_code } => self.unlock_by(&Proof::Passphrase(passphrase), &cover_code).await,
            Ask::ReplacePassphrase { recovery_code, passphrase, cover_code } => {
                self.replace_passphrase(&recovery_code, &passphrase, cover_code).await
            }
            Ask::Cover => self.cover().await,
            Ask::Uncover { code } => self.uncover(&code).await,
            Ask::Turn { subject, session, side } => self.turn(subject, session, side).await,
            Ask::TurnBack => self.turn_back().await,
            Ask::Rest => self.rest(),
            Ask::ChildSide => self.child_side(),
            Ask::Lock => self.lock().await,
            Ask::Touch => self.touch(),
            // Which vault is meant, and who may have it, is for the one who owns the keeper.
            Ask::At { .. } | Ask::TakeOver | Ask::OpenDemo => self.standing().await,

            Ask::Pupils => self.pupils(),
            Ask::PupilPage { pupil } => self.pupil_page(pupil),
            Ask::AddPupil { pupil } => self.add_pupil(pupil).await,
            Ask::AmendPupil { subject, pupil } => self.amend_pupil(subject, pupil).await,

            Ask::BeginCheckIn { pupil, level } => self.begin_check_in(pupil, level).await,
            Ask::ChangeLevel { subject, check_in, level } => self.change_level(subject, check_in, level).await,
            Ask::KeepAnswers { subject, check_in, answers } => self.keep_answers(subject, check_in, answers).await,
            Ask::FinishCheckIn { subject, check_in } => self.finish_check_in(subject, check_in).await,
            Ask::CheckIn { subject, check_in } => self.check_in(subject, check_in),
            Ask::KeepDrawing { subject, check_in, drawing } => self.keep_drawing(subject, check_in, drawing).await,
            Ask::KeepOwnWord { subject, check_in, word } => self.keep_own_word(subject, check_in, word).await,
            Ask::Prepare { subject, prepared } => self.prepare_child(subject, prepared).await,
            Ask::Drawing { subject, drawing } => self.drawing(subject, drawing),

            Ask::BeginSession { pupil, level, sort, course } => self.begin_session(pupil, level, sort, course).await,
            Ask::Session { subject, session } => self.session(subject, session),
            Ask::TapSession { subject, session, tap } => self.tap_session(subject, session, tap).await,
            Ask::KeepNote { subject, session, parts, close } => self.keep_note(subject, session, parts, close).await,
            Ask::AmendNote { subject, session, parts, reason } => {
                self.amend_note(subject, session, parts, reason).await
            }
            Ask::RemoveSession { subject, session } => self.remove_session(subject, session).await,
            Ask::PassOn { subject, session, pointer } => self.pass_on(subject, session, pointer).await,
            Ask::KeepRepair { subject, repair, note } => self.keep_repair(subject, repair, note).await,
            Ask::BeginGroup { purpose, members, course } => self.begin_group(purpose, members, course).await,
            Ask::Group { group } => self.group(group),
            Ask::TapGroup { group, tap } => self.tap_group(group, tap).await,

            Ask::AttachCheckIn { visitor, check_in, pupil } => self.attach_check_in(visitor, check_in, pupil).await,
            Ask::AmendCheckIn { subject, check_in, answers, reason } => {
                self.amend_check_in(subject, check_in, answers, reason).await
            }
            Ask::RemoveCheckIn { subject, check_in } => self.remove_check_in(subject, check_in).await,
            Ask::UndoRemoval => self.undo_removal().await,
            Ask::Waiting => self.waiting(),

            Ask::Preferences => self.preferences(),
            Ask::KeepPreferences { preferences } => self.keep_preferences(preferences).await,
            Ask::School => self.school(),
            Ask::KeepSchool { school } => self.keep_school(school).await,
            Ask::Health => self.health(),
            Ask::AcceptOlder => self.accept_older(),

            Ask::Passkeys => self.passkeys_at_the_door().await,
            Ask::UnlockWithPasskey { credential, derived, cover_code } => {
                self.unlock_by(&Proof::Passkey { credential, derived }, &cover_code).await
            }
            Ask::Keys(ask) => self.answer_about_keys(KeysAsk::unfold(&ask)?).await,
            Ask::Backup(ask) => self.backup(ask).await,
        }
    }

    /// Looks at the clocks, and goes on with what is done in the background; to be called every few seconds. Says so when
    /// the screen was covered or the vault locked.
    pub async fn tick(&mut self) -> Option<Notice> {
        if self.settle() {
            // The standing of a vault that has just been locked is read from its door; should that fail, it is locked.
            let standing = self.standing().await.ok();
            let Some(Reply::Standing(standing)) = standing else {
                return Some(Notice::Standing(Standing::Locked { wait_millis: 0 }));
            };
            return Some(Notice::Standing(standing));
        }
        self.reseal().await;
        None
    }

    /// The open, uncovered vault.
    pub(super) fn open(&mut self) -> Result<Work<'_, S>, Refusal> {
        let now = self.clock.now();
        match &mut self.stage {
            Stage::Open(opened) if !opened.watch.is_covered() && !opened.watch.is_turned() => {
                Ok(Work { opened, store: &self.store, now })
            }
            _ => Err(Refusal::NotOpen),
        }
    }

    /// The open, uncovered vault for one record: of the child who has the tablet, if a child has it.
    pub(super) fn reach(&mut self, subject: SubjectId, id: RecordId) -> Result<Work<'_, S>, Refusal> {
        if !self.turned().is_ok_and(|turned| turned.is_about(subject, id)) {
            return self.open();
        }
        let now = self.clock.now();
        match &mut self.stage {
            Stage::Open(opened) => Ok(Work { opened, store: &self.store, now }),
            _ => Err(Refusal::NotOpen),
        }
    }

    /// What the child's side is about, while the child has it.
    pub(super) fn turned(&self) -> Result<Turned, Refusal> {
        match &self.stage {
            Stage::Open(opened) if !opened.watch.is_covered() && opened.watch.is_turned() => {
                opened.turned.ok_or(Refusal::NotOpen)
            }
            _ => Err(Refusal::NotOpen),
        }
    }

    pub(super) fn is_turned(&self) -> bool {
        self.turned().is_ok()
    }

    /// Whether the vault is open, covered or with a child, or about to be made.
    pub fn has_keys(&self) -> bool {
        !matches!(self.stage, Stage::Door)
    }

    /// Covers or locks when that is due; whether it did.
    fn settle(&mut self) -> bool {
        let now = self.clocks();
        let Stage::Open(opened) = &mut self.stage else { return false };
        match opened.watch.verdict(now) {
            Verdict::Stay => false,
            Verdict::Cover => {
                // In a session the lantern comes up for the child instead.
                match opened.attending.take() {
                    Some((subject, session)) => {
                        self.show(Turned { subject, session: Some(session), side: Side::Rest });
                    }
                    None => {
                        opened.watch.cover(now);
                        opened.keys = KeysAtWork::default();
                    }
                }
                true
            }
            Verdict::Lock => {
                self.stage = Stage::Door;
                true
            }
        }
    }

    pub(super) async fn standing(&self) -> Result<Reply, Refusal> {
        let demo = self.demo;
        Ok(Reply::Standing(match &self.stage {
            Stage::Open(opened) if opened.watch.is_covered() => {
                Standing::Covered { tries_left: opened.watch.tries_left(), demo, turned: opened.watch.is_turned() }
            }
            Stage::Open(opened) if opened.watch.is_turned() => Standing::Turned { demo },
            Stage::Open(_) => Standing::Open { demo },
            Stage::Door | Stage::Prepared(_) => self.door_standing().await?,
        }))
    }

    async fn cover(&mut self) -> Result<Reply, Refusal> {
        let now = self.clocks();
        if let Stage::Open(opened) = &mut self.stage {
            opened.watch.cover(now);
            opened.keys = KeysAtWork::default();
        }
        self.standing().await
    }

    async fn uncover(&mut self, code: &Whisper) -> Result<Reply, Refusal> {
        let now = self.clocks();
        let Stage::Open(opened) = &mut self.stage else { return Err(Refusal::NotOpen) };
        let right = door::same_code(&opened.cover_code, code);
        match opened.watch.uncover(right, now) {
            Verdict::Stay => {
                if !opened.watch.is_turned() {
                    opened.turned = None;
                }
            }
            Verdict::Cover => return Err(Refusal::WrongSecret { wait_millis: 0 }),
            Verdict::Lock => self.stage = Stage::Door,
        }
        self.standing().await
    }

    async fn lock(&mut self) -> Result<Reply, Refusal> {
        self.stage = Stage::Door;
        self.standing().await
    }

    fn touch(&mut self) -> Result<Reply, Refusal> {
        let now = self.clocks();
        if let Stage::Open(opened) = &mut self.stage {
            opened.watch.touch(now);
        }
        Ok(Reply::Done)
    }

    /// Lets a vault in through the door.
    pub(super) fn enter(&mut self, vault: OpenVault, cover_code: Whisper) {
        let watch = Watch::new(&vault.library.preferences_in_force(), self.clocks());
        let opened = Opened {
            vault,
            watch,
            cover_code,
            attending: None,
            turned: None,
            keys: KeysAtWork::default(),
            staged: None,
        };
        self.stage = Stage::Open(Box::new(opened));
    }

    pub(super) fn clocks(&self) -> Clocks {
        Clocks { wall: self.clock.now().utc_millis, steady: self.clock.monotonic_millis() }
    }
}

/// What is needed to work in an open vault.
pub(super) struct Work<'a, S> {
    pub opened: &'a mut Opened,
    pub store: &'a S,
    pub now: Moment,
}
