//! Searching everything that a browser has written down for words that must not be there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;

use super::below::files_below;

/// Words in the encodings in which a browser may write them: UTF-8, UTF-16 with the low byte first, and the base64 of
/// either, wherever in a longer text they stand.
pub struct Search {
    needles: Vec<(String, Vec<u8>)>,
    /// Which needles begin with these two bytes.
    beginnings: BTreeMap<u16, Vec<usize>>,
    /// Whether any does.
    begins: Vec<bool>,
}

impl Search {
    /// For these words.
    pub fn of(words: &[&str]) -> Self {
        let mut needles = Vec::new();
        for word in words {
            assert!(word.len() >= 6, "“{word}” is too short to be found only where it was written");
            needles.extend(encodings(word).into_iter().map(|needle| ((*word).to_owned(), needle)));
        }
        let mut beginnings: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
        let mut begins = vec![false; 1 << 16];
        for (number, (_, needle)) in needles.iter().enumerate() {
            let beginning = u16::from_le_bytes([needle[0], needle[1]]);
            begins[usize::from(beginning)] = true;
            beginnings.entry(beginning).or_default().push(number);
        }
        Self { needles, beginnings, begins }
    }

    /// Which of the words stand among these bytes.
    pub fn within(&self, bytes: &[u8]) -> Vec<String> {
        let mut found = Vec::new();
        for (at, pair) in bytes.windows(2).enumerate() {
            let beginning = u16::from_le_bytes([pair[0], pair[1]]);
            if !self.begins[usize::from(beginning)] {
                continue;
            }
            for number in &self.beginnings[&beginning] {
                let (word, needle) = &self.needles[*number];
                if bytes[at..].starts_with(needle) && !found.contains(word) {
                    found.push(word.clone());
                }
            }
        }
        found
    }

    /// Where words were found below a directory: the word, and the file.
    pub fn below(&self, directory: &Path) -> Vec<(String, PathBuf)> {
        let mut found = Vec::new();
        for file in files_below(directory) {
            // A file may vanish while the browser runs; links and sockets have no bytes of their own.
            let Ok(bytes) = fs::read(&file) else { continue };
            found.extend(self.within(&bytes).into_iter().map(|word| (word, file.clone())));
        }
        found
    }

    /// Fails if one of the words stands in any file below a directory.
    pub fn assert_nowhere(&self, directory: &Path) {
        let found = self.below(directory);
        assert!(found.is_empty(), "written down in plain: {found:#?}");
    }
}

/// Every way in which a word may be written.
pub fn encodings(word: &str) -> Vec<Vec<u8>> {
    let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut encodings = vec![word.as_bytes().to_vec(), wide.clone()];
    for bytes in [word.as_bytes(), &wide] {
        for before in 0..3 {
            let mut text = vec![0; before];
            text.extend(bytes);
            let encoded = STANDARD_NO_PAD.encode(&text);
            // Only the letters that depend on nothing that stands before or after it.
            let (first, last) = ((8 * before).div_ceil(6), 8 * text.len() / 6);
            encodings.push(encoded.as_bytes()[first..last].to_vec());
        }
    }
    encodings
}

/// Where words were found: the word, and the file.
pub fn find(directory: &Path, words: &[&str]) -> Vec<(String, PathBuf)> {
    Search::of(words).below(directory)
}

/// Fails if one of the words stands in any file.
pub fn assert_nowhere(directory: &Path, words: &[&str]) {
    Search::of(words).assert_nowhere(directory);
}
