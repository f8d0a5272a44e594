//! What this device remembers without a key: how the app looks, the nicknames of its vaults, and which was open last.
//!
//! Never anything about a child. A browser may refuse to remember; the app then starts with its defaults each time.

use gloo_storage::{LocalStorage, SessionStorage, Storage};

/// Which colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Whatever the device is set to.
    #[default]
    Device,
    /// Paper.
    Day,
    /// Dusk.
    Night,
    /// The fairy lights: dim and warm.
    FairyLights,
}

/// How large the text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    /// As the browser is set.
    #[default]
    Usual,
    /// Larger.
    Large,
    /// Largest.
    Largest,
}

impl Theme {
    /// All themes, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Device, Self::Day, Self::Night, Self::FairyLights];

    /// The word that stands for the theme in storage, and for the style sheet.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Device => "auto",
            Self::Day => "day",
            Self::Night => "night",
            Self::FairyLights => "lights",
        }
    }

    /// The theme that a word stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.word() == word)
    }
}

impl TextSize {
    /// All sizes, from the smallest.
    pub const ALL: [Self; 3] = [Self::Usual, Self::Large, Self::Largest];

    /// The word that stands for the size in storage, and for the style sheet.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Large => "large",
            Self::Largest => "larger",
        }
    }

    /// The size that a word stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.word() == word)
    }
}

/// What this device remembers. A word that a newer app wrote counts as the default and is not overwritten until a person
/// chooses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeviceSettings {
    /// Which colours.
    pub theme: Theme,
    /// How large the text is.
    pub text_size: TextSize,
    /// Where the vault lies that is meant in this window, if one is known of.
    pub place: Option<String>,
    /// What that vault is called on its door.
    pub nickname: Option<String>,
}

const THEME: &str = "lantern-room.theme";
const TEXT_SIZE: &str = "lantern-room.text-size";
const PLACE: &str = "lantern-room.place";
const NICKNAME: &str = "lantern-room.nickname";
/// The place of a tablet's first vault, whose nickname has the plain key.
const FIRST: &str = "first";

fn nickname_key(place: &str) -> String {
    if place == FIRST { NICKNAME.to_owned() } else { [NICKNAME, ".", place].concat() }
}

/// What the vault in a place is called on its door.
pub fn nickname_of(place: &str) -> Option<String> {
    storage()?.get_item(&nickname_key(place)).ok().flatten()
}

/// The places of all vaults whose nicknames this device remembers.
pub fn remembered_places() -> Vec<String> {
    let Some(storage) = storage() else { return Vec::new() };
    let keys = (0..storage.length().unwrap_or_default()).filter_map(|at| storage.key(at).ok().flatten());
    keys.filter_map(|key| match key.strip_prefix(NICKNAME)? {
        "" => Some(FIRST.to_owned()),
        rest => rest.strip_prefix('.').map(str::to_owned),
    })
    .collect()
}

/// Where the vault lies that is meant in this window, if one is known of: the one whose door this window stood at, else the
/// one that was open last. Another window may go to another door meanwhile: this one keeps to its own.
fn meant() -> Option<String> {
    let word = |storage: web_sys::Storage| storage.get_item(PLACE).ok().flatten();
    let here = session_storage();
    here.clone().and_then(word).or_else(|| {
        let last = storage().and_then(word).or_else(|| nickname_of(FIRST).map(|_| FIRST.to_owned()))?;
        here.map(|here| here.set_item(PLACE, &last));
        Some(last)
    })
}

/// Where the vault lies that is meant in this window.
pub fn place() -> String {
    meant().unwrap_or_else(|| FIRST.to_owned())
}

/// A place where there is no vault yet.
pub fn new_place() -> String {
    let dice = || (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    format!("{:08x}{:08x}", dice(), dice())
}

/// Remembers which vault is meant in this window from now on, and in the next one that is opened.
pub fn remember_place(place: &str) {
    let _ = session_storage().is_some_and(|here| here.set_item(PLACE, place).is_ok());
    remember(PLACE, place);
}

impl DeviceSettings {
    /// What this device remembers.
    pub fn load() -> Self {
        let Some(storage) = storage() else { return Self::default() };
        let word = |key| storage.get_item(key).ok().flatten();
        let place = meant();
        Self {
            theme: word(THEME).and_then(|word| Theme::from_word(&word)).unwrap_or_default(),
            text_size: word(TEXT_SIZE).and_then(|word| TextSize::from_word(&word)).unwrap_or_default(),
            nickname: place.as_deref().and_then(nickname_of),
            place,
        }
    }
}

/// Remembers the theme; `false` where the browser will not.
pub fn remember_theme(theme: Theme) -> bool {
    remember(THEME, theme.word())
}

/// Remembers the size of the text; `false` where the browser will not.
pub fn remember_text_size(size: TextSize) -> bool {
    remember(TEXT_SIZE, size.word())
}

/// Remembers what the vault in a place is called on its door; `false` where the browser will not.
pub fn remember_nickname(place: &str, nickname: &str) -> bool {
    remember(&nickname_key(place), nickname)
}

fn remember(key: &str, word: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, word).is_ok())
}

/// The device's storage, unless it is blocked: gloo throws then. Words are kept as they are, without the JSON around them that
/// would cost the page a parser.
fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten().map(|_| LocalStorage::raw())
}

/// The same of this window alone.
fn session_storage() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok().flatten().map(|_| SessionStorage::raw())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_survives_its_own_word() {
        for theme in Theme::ALL {
            assert_eq!(Theme::from_word(theme.word()), Some(theme));
        }
        for size in TextSize::ALL {
            assert_eq!(TextSize::from_word(size.word()), Some(size));
        }
        assert_eq!(Theme::from_word("sepia"), None);
    }

    #[test]
    fn the_style_sheet_knows_every_choice_but_its_own_ground() {
        let tokens = include_str!("../../style/tokens.css");
        let knows = |attribute: &str, word: &str| tokens.contains(&format!("[data-{attribute}=\"{word}\"]"));
        for theme in Theme::ALL.into_iter().filter(|theme| *theme != Theme::Day) {
            assert!(knows("theme", theme.word()), "{theme:?}");
        }
        for size in TextSize::ALL.into_iter().filter(|size| *size != TextSize::Usual) {
            assert!(knows("text", size.word()), "{size:?}");
        }
    }
}
