//! Searching everything that a browser has written down for words that must not be there.

use std::fs;
use std::path::{Path, PathBuf};

/// A word in the encodings in which a browser writes text: UTF-8, and UTF-16 with the low byte first.
struct Needle<'a> {
    word: &'a str,
    encoded: [Vec<u8>; 2],
}

/// Where words were found: the word, and the file.
pub fn find(directory: &Path, words: &[&str]) -> Vec<(String, PathBuf)> {
    let needles: Vec<_> = words
        .iter()
        .map(|word| {
            assert!(word.len() >= 6, "“{word}” is too short to be found only where it was written");
            let wide = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
            Needle { word, encoded: [word.as_bytes().to_vec(), wide] }
        })
        .collect();
    let mut found = Vec::new();
    for file in files(directory) {
        // A file may vanish while the browser runs; links and sockets have no bytes of their own.
        let Ok(bytes) = fs::read(&file) else { continue };
        for needle in needles.iter().filter(|needle| needle.is_in(&bytes)) {
            found.push((needle.word.to_owned(), file.clone()));
        }
    }
    found
}

/// Fails if one of the words stands in any file.
pub fn assert_nowhere(directory: &Path, words: &[&str]) {
    let found = find(directory, words);
    assert!(found.is_empty(), "written down in plain: {found:#?}");
}

impl Needle<'_> {
    fn is_in(&self, bytes: &[u8]) -> bool {
        self.encoded.iter().any(|encoded| {
            let Some((first, rest)) = encoded.split_first() else { return false };
            let places = bytes.iter().enumerate().filter(|(_, byte)| *byte == first).map(|(place, _)| place + 1);
            places.into_iter().any(|after| bytes.get(after..after + rest.len()) == Some(rest))
        })
    }
}

fn files(directory: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut directories = vec![directory.to_path_buf()];
    while let Some(directory) = directories.pop() {
        for entry in fs::read_dir(&directory).into_iter().flatten().flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => directories.push(entry.path()),
                Ok(kind) if kind.is_file() => files.push(entry.path()),
                _ => {}
            }
        }
    }
    files
}
