//! The vault that is being made, as far as the page knows it. Secrets are wiped when the page goes.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::code_entry::CodeEntry;
use crate::app::context::code_length::{CodeLength, use_code_length};
use crate::app::context::house::{House, use_house};
use crate::keeper::Refusal;
use crate::keeper::message::{Ask, Reply, Whisper};
use crate::platform::persistence;

use super::super::choose_passphrase::PassphraseChoice;
use super::super::nickname;
use super::super::recovery_sheet::SheetDraft;
use super::plan::{Progress, Step};

/// The handle on the vault being made.
#[derive(Clone, Copy)]
pub struct Draft {
    house: House,
    code_length: CodeLength,
    /// What it is called.
    pub nickname: RwSignal<String>,
    /// The passphrase being chosen.
    pub choice: PassphraseChoice,
    /// The recovery code, once the keeper has prepared the vault.
    pub sheet: SheetDraft,
    /// Whether it was right.
    pub typed_back: RwSignal<bool>,
    /// The short code.
    pub code: RwSignal<CodeEntry>,
    /// Whether the keeper is at work.
    pub busy: RwSignal<bool>,
    /// Why the keeper did not do the last thing.
    pub refusal: RwSignal<Option<Refusal>>,
}

impl Draft {
    /// A vault of which nothing is known yet. Called in a component.
    pub fn new() -> Self {
        Self {
            house: use_house(),
            code_length: use_code_length(),
            nickname: RwSignal::new(String::new()),
            choice: PassphraseChoice::new(),
            sheet: SheetDraft::new(),
            typed_back: RwSignal::new(false),
            code: RwSignal::new(CodeEntry::default()),
            busy: RwSignal::new(false),
            refusal: RwSignal::new(None),
        }
    }

    /// How far it has come.
    pub fn progress(self) -> Progress {
        Progress {
            named: self.nickname_fault().is_none(),
            prepared: self.sheet.is_there(),
            typed_back: self.typed_back.get(),
        }
    }

    /// What is wrong with the name, if anything.
    pub fn nickname_fault(self) -> Option<String> {
        self.nickname.with(|typed| nickname::checked(typed).err())
    }

    /// Whether anything would be lost with the page.
    pub fn is_begun(self) -> bool {
        self.nickname.with(|typed| !typed.is_empty()) || self.choice.is_begun() || self.sheet.is_there()
    }

    /// Lets the keeper prepare the vault; a new recovery code takes the place of one that was shown before.
    pub fn prepare(self, passphrase: Whisper, then: impl Fn(Step) + 'static) {
        let nickname = self.nickname.get_untracked();
        self.busy.set(true);
        self.refusal.set(None);
        spawn_local(async move {
            let answer = self.house.read(Ask::PrepareVault { nickname, passphrase }).await;
            // Whoever has left the page in the meantime is not called back.
            if self.busy.is_disposed() {
                return;
            }
            match answer {
                Ok(Reply::RecoverySheet { groups, ask_for }) => {
                    self.choice.wipe();
                    let _ = self.typed_back.try_set(false);
                    self.sheet.take_in(groups, ask_for);
                    then(Step::Sheet);
                }
                Ok(_) => drop(self.refusal.try_set(Some(Refusal::OtherBuild))),
                Err(refused) => drop(self.refusal.try_set(Some(refused))),
            }
            let _ = self.busy.try_set(false);
        });
    }

    /// Lets the keeper make the vault. With a yes the vault is open.
    pub fn make(self, then: impl Fn(Step) + 'static) {
        let typed_back = self.sheet.typed_back();
        let cover_code = self.code.with_untracked(CodeEntry::whisper);
        let length = self.code.with_untracked(CodeEntry::len);
        self.code.update(CodeEntry::clear);
        self.busy.set(true);
        self.refusal.set(None);
        spawn_local(async move {
            match self.house.ask(Ask::MakeVault { typed_back, cover_code }).await {
                Ok(_) => {
                    self.code_length.remember(length);
                    // The first thing is saved: now is the time to ask. Settings say what the browser answered.
                    persistence::persist().await;
                }
                Err(_) if self.busy.is_disposed() => {}
                Err(refused) => {
                    if refused == Refusal::GroupsDiffer {
                        let _ = self.typed_back.try_set(false);
                        then(Step::TypeBack);
                    }
                    let _ = self.refusal.try_set(Some(refused));
                    let _ = self.busy.try_set(false);
                }
            }
        });
    }
}
