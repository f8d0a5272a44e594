//! Short names for what a program imports from its script.
//!
//! wasm-bindgen gives every import a name that ends in a hash, once in the wasm and once in the script beside it. Hashes do
//! not compress: short names make the three programs twelve kilobytes smaller on the line.

use crate::failure::{Failure, NamesFile, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const IMPORT_SECTION: u8 = 2;

/// What was read, or what does not fit, for [`shorten`] to name the file.
type Parsed<T> = std::result::Result<T, String>;

/// Renames the imports of every program in a directory, in the wasm and in its script.
pub fn shorten(directory: &Path) -> Result {
    for entry in fs::read_dir(directory).naming("list", directory)? {
        let wasm = entry.naming("list", directory)?.path();
        let name = wasm.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let Some(stem) = name.strip_suffix("_bg.wasm") else { continue };
        let script = directory.join(format!("{}.js", script_stem(directory, stem)?));
        let bytes = fs::read(&wasm).naming("read", &wasm)?;
        let text = fs::read_to_string(&script).naming("read", &script)?;
        let (bytes, text) = rename(&bytes, &text).map_err(|why| Failure::new(format!("{name}: {why}")))?;
        fs::write(&wasm, bytes).naming("write", &wasm)?;
        fs::write(&script, text).naming("write", &script)?;
    }
    Ok(())
}

/// The script beside a wasm: of the same name, or, where names carry a hash, of the same program.
fn script_stem(directory: &Path, stem: &str) -> Result<String> {
    if directory.join(format!("{stem}.js")).is_file() {
        return Ok(stem.to_owned());
    }
    let program = stem.rsplit_once('-').map_or(stem, |(program, _)| program);
    for entry in fs::read_dir(directory).naming("list", directory)? {
        let name = entry.naming("list", directory)?.file_name().to_string_lossy().into_owned();
        let of_program = name.strip_suffix(".js").filter(|name| name.rsplit_once('-').is_some_and(|n| n.0 == program));
        if let Some(found) = of_program {
            return Ok(found.to_owned());
        }
    }
    Err(Failure::new(format!("There is no script beside {stem}_bg.wasm.")))
}

/// The wasm and the script with short names.
fn rename(wasm: &[u8], script: &str) -> Parsed<(Vec<u8>, String)> {
    let mut reader = Reader { bytes: wasm, at: 0 };
    let mut out = reader.take(8)?.to_vec();
    let mut names = BTreeMap::new();
    while reader.at < wasm.len() {
        let id = reader.byte()?;
        let length = reader.number()?;
        let body = reader.take(length)?;
        let renamed;
        let body = if id == IMPORT_SECTION {
            names = short_names(&imported(body)?);
            renamed = with_names(body, &names)?;
            &renamed
        } else {
            body
        };
        out.push(id);
        push_number(&mut out, body.len());
        out.extend_from_slice(body);
    }
    Ok((out, rewritten(script, &names)?))
}

/// The script with every imported name replaced. Each stands there once, as the key of what is given to the wasm.
fn rewritten(script: &str, names: &BTreeMap<String, String>) -> Parsed<String> {
    let mut text = script.to_owned();
    // The longer ones first: one name may begin like another.
    let mut by_length: Vec<_> = names.iter().collect();
    by_length.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    for (name, short) in by_length {
        if text.matches(name.as_str()).count() != 1 {
            return Err(format!("the script does not name {name} exactly once"));
        }
        text = text.replacen(name, short, 1);
    }
    Ok(text)
}

/// a, b … z, aa, ab … in the order of the names, whatever order the wasm has them in.
fn short_names(imported: &BTreeSet<String>) -> BTreeMap<String, String> {
    imported.iter().enumerate().map(|(index, name)| (name.clone(), short(index))).collect()
}

fn short(index: usize) -> String {
    let (mut name, mut rest) = (String::new(), index + 1);
    while rest > 0 {
        rest -= 1;
        name.insert(0, char::from(b'a' + (rest % 26) as u8));
        rest /= 26;
    }
    name
}

/// The names of the imports that a script of wasm-bindgen provides.
fn imported(section: &[u8]) -> Parsed<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    each_import(section, |_, name, _| {
        names.insert(name.to_owned());
        Ok(())
    })?;
    Ok(names)
}

fn with_names(section: &[u8], names: &BTreeMap<String, String>) -> Parsed<Vec<u8>> {
    let mut out = Vec::with_capacity(section.len());
    let count = Reader { bytes: section, at: 0 }.number()?;
    push_number(&mut out, count);
    each_import(section, |module, name, kind| {
        let short = names.get(name).ok_or("an import has no short name")?;
        for text in [module, short] {
            push_number(&mut out, text.len());
            out.extend_from_slice(text.as_bytes());
        }
        out.extend_from_slice(kind);
        Ok(())
    })?;
    Ok(out)
}

/// Calls for each import: module, name, and the bytes that say what it is. Only functions are imported by wasm-bindgen.
fn each_import(section: &[u8], mut call: impl FnMut(&str, &str, &[u8]) -> Parsed<()>) -> Parsed<()> {
    let mut reader = Reader { bytes: section, at: 0 };
    for _ in 0..reader.number()? {
        let module = reader.text()?;
        let name = reader.text()?;
        let start = reader.at;
        if reader.byte()? != 0 {
            return Err(format!("{name} is imported and is no function"));
        }
        reader.number()?;
        call(module, name, &section[start..reader.at])?;
    }
    if reader.at == section.len() { Ok(()) } else { Err("bytes are left after the imports".to_owned()) }
}

/// Reads a wasm file's bytes in order.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Parsed<&'a [u8]> {
        let taken = self.at.checked_add(length).and_then(|end| self.bytes.get(self.at..end));
        self.at += length;
        taken.ok_or_else(|| "it ends too early".to_owned())
    }

    fn byte(&mut self) -> Parsed<u8> {
        self.take(1).map(|bytes| bytes[0])
    }

    /// A number in LEB128, up to 32 bits.
    fn number(&mut self) -> Parsed<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err("a number is too long".to_owned())
    }

    fn text(&mut self) -> Parsed<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).map_err(|_| "a name is not text".to_owned())
    }
}

fn push_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module of one import section, one function type, and a custom section after it.
    fn module(names: &[&str]) -> Vec<u8> {
        let mut section = Vec::new();
        push_number(&mut section, names.len());
        for name in names {
            for text in ["./room_bg.js", name] {
                push_number(&mut section, text.len());
                section.extend_from_slice(text.as_bytes());
            }
            section.extend_from_slice(&[0, 0]);
        }
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.push(IMPORT_SECTION);
        push_number(&mut wasm, section.len());
        wasm.extend_from_slice(&section);
        wasm.extend_from_slice(&[0, 3, 1, b'x', 7]);
        wasm
    }

    #[test]
    fn names_become_short_in_both_files_and_nothing_else_changes() {
        let (long, longer) = ("__wbg_new_0123456789abcdef", "__wbg_new_0123456789abcdef0");
        let script = format!("return{{{long}:function(){{}},{longer}:()=>1}}; new_0123()");
        let expected = (module(&["b", "a"]), "return{a:function(){},b:()=>1}; new_0123()".to_owned());
        assert_eq!(rename(&module(&[longer, long]), &script), Ok(expected));
    }

    #[test]
    fn a_script_that_does_not_fit_its_wasm_is_refused() {
        let wasm = module(&["__wbg_now_0123456789abcdef"]);
        assert!(rename(&wasm, "return{}").is_err());
        assert!(rename(&wasm, "__wbg_now_0123456789abcdef __wbg_now_0123456789abcdef").is_err());
    }

    #[test]
    fn a_wasm_cut_short_is_refused() {
        let wasm = module(&["__wbg_now_0123456789abcdef"]);
        for length in 9..wasm.len() - 5 {
            assert!(rename(&wasm[..length], "__wbg_now_0123456789abcdef").is_err(), "{length}");
        }
    }

    #[test]
    fn there_are_enough_short_names() {
        assert_eq!([0, 25, 26, 701, 702].map(short), ["a", "z", "aa", "zz", "aaa"]);
    }
}
