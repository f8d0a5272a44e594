//! This tablet's own settings: the only thing in local storage, and nothing of it about a child.

use gloo_storage::{LocalStorage, Storage};

/// What the screen looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the tablet has it.
    #[default]
    Auto,
    /// Paper.
    Day,
    /// Dusk.
    Night,
    /// Fairy lights: dim and warm.
    Lights,
}

impl Theme {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Day, Self::Night, Self::Lights];

    /// Its name in storage and in the page's `data-theme`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Day => "day",
            Self::Night => "night",
            Self::Lights => "lights",
        }
    }
}

/// How large the text is, on top of the browser's own setting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    /// As designed.
    #[default]
    Normal,
    /// Larger.
    Large,
    /// Larger still.
    Larger,
}

impl TextSize {
    /// All of them, smallest first.
    pub const ALL: [Self; 3] = [Self::Normal, Self::Large, Self::Larger];

    /// Its name in storage and in the page's `data-text`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Large => "large",
            Self::Larger => "larger",
        }
    }
}

/// What a setting is called in storage.
#[derive(Clone, Copy)]
enum Key {
    Theme,
    TextSize,
    Nickname,
}

impl Key {
    const fn name(self) -> &'static str {
        match self {
            Self::Theme => "lantern-room/theme",
            Self::TextSize => "lantern-room/text-size",
            Self::Nickname => "lantern-room/nickname",
        }
    }
}

/// The theme of this tablet.
pub fn theme() -> Theme {
    let kept = read(Key::Theme);
    Theme::ALL.into_iter().find(|theme| kept.as_deref() == Some(theme.key())).unwrap_or_default()
}

/// Keeps the theme, where the browser allows it.
pub fn keep_theme(theme: Theme) {
    write(Key::Theme, theme.key());
}

/// The text size of this tablet.
pub fn text_size() -> TextSize {
    let kept = read(Key::TextSize);
    TextSize::ALL.into_iter().find(|size| kept.as_deref() == Some(size.key())).unwrap_or_default()
}

/// Keeps the text size, where the browser allows it.
pub fn keep_text_size(size: TextSize) {
    write(Key::TextSize, size.key());
}

/// What the vault that was open last is called, for the door.
pub fn nickname() -> Option<String> {
    read(Key::Nickname).filter(|name| !name.is_empty())
}

/// Keeps the name for the door.
pub fn keep_nickname(nickname: &str) {
    write(Key::Nickname, nickname);
}

fn read(key: Key) -> Option<String> {
    allowed().then(|| LocalStorage::get(key.name()).ok()).flatten()
}

fn write(key: Key, value: &str) {
    if allowed() {
        // A setting that cannot be kept is asked for again; nothing of a child hangs on it.
        let _ = LocalStorage::set(key.name(), value);
    }
}

/// gloo-storage throws where storage is blocked, instead of returning an error; so it is asked first.
fn allowed() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}
