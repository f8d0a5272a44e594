//! Joins the style sheets into one file, in the order of the `@import` lines of style/main.css.
//!
//! Trunk does not follow `@import`, and a browser would fetch each sheet by itself, one after the other.

use crate::failure::{Failure, NamesFile, Result};
use crate::places::Places;
use std::fs;
use std::path::Path;

/// Trunk's `pre_build` hook: writes the joined sheet to where index.html names it.
pub fn hook(places: &Places) -> Result {
    let style = places.root.join("style");
    let joined = join("main.css", &|name| {
        let path = style.join(name);
        fs::read_to_string(&path).naming("read", &path)
    })?;
    // Always in the clone, even where cargo builds elsewhere: index.html names it by a fixed path.
    let path = places.root.join("target/style/lantern-room.css");
    write(&path, &joined)
}

fn write(path: &Path, text: &str) -> Result {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).naming("make", parent)?;
    }
    fs::write(path, text).naming("write", path)
}

/// One sheet with every sheet it imports put in place of the import.
fn join(name: &str, read: &dyn Fn(&str) -> Result<String>) -> Result<String> {
    let mut open = Vec::new();
    join_into(name, read, &mut open)
}

fn join_into(name: &str, read: &dyn Fn(&str) -> Result<String>, open: &mut Vec<String>) -> Result<String> {
    if open.iter().any(|outer| outer == name) {
        return Err(Failure::new(format!("style/{name} imports itself, by way of {}.", open.join(", "))));
    }
    open.push(name.to_owned());
    let mut joined = String::new();
    for line in read(name)?.lines() {
        let Some(import) = line.trim_start().strip_prefix("@import") else {
            joined.push_str(line);
            joined.push('\n');
            continue;
        };
        let (file, layer) = parse_import(import).ok_or_else(|| {
            Failure::new(format!(
                "style/{name} has an import that is not understood (wanted: @import \"file.css\"; or \
                 @import \"file.css\" layer(name);): {}",
                line.trim()
            ))
        })?;
        let sheet = join_into(file, read, open)?;
        match layer {
            Some(layer) => joined.push_str(&format!("@layer {layer} {{\n{sheet}}}\n")),
            None => joined.push_str(&sheet),
        }
    }
    open.pop();
    Ok(joined)
}

/// `"file.css"`, `"./file.css" layer(name)`, or with `url(…)`; then `;` and perhaps a comment.
fn parse_import(import: &str) -> Option<(&str, Option<&str>)> {
    let import = import.trim_start();
    let (import, closing) = match import.strip_prefix("url(") {
        Some(inside) => (inside.trim_start(), ")"),
        None => (import, ""),
    };
    let quote = import.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (file, rest) = import.strip_prefix(quote)?.split_once(quote)?;
    let (condition, comment) = rest.trim_start().strip_prefix(closing)?.split_once(';')?;
    let comment = comment.trim();
    if !(comment.is_empty() || (comment.starts_with("/*") && comment.ends_with("*/"))) {
        return None;
    }
    let layer = match condition.trim() {
        "" => None,
        other => Some(other.strip_prefix("layer(")?.strip_suffix(')')?),
    };
    Some((file.strip_prefix("./").unwrap_or(file), layer))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;

    fn joined(files: &[(&str, &str)]) -> Result<String> {
        join("main.css", &|name| {
            let found = files.iter().find(|(file, _)| *file == name);
            found.map(|(_, text)| (*text).to_owned()).ok_or_else(|| Failure::new(format!("no {name}")))
        })
    }

    #[test]
    fn sheets_come_in_the_order_of_the_imports() {
        let css = joined(&[
            ("main.css", "@layer a, b;\n@import \"b.css\" layer(b);\n@import url('./a.css'); /* last */\np { x: y }\n"),
            ("a.css", "i {}\n"),
            ("b.css", "@import \"c.css\";\nu {}"),
            ("c.css", "s {}"),
        ]);
        assert_eq!(css.unwrap(), "@layer a, b;\n@layer b {\ns {}\nu {}\n}\ni {}\np { x: y }\n");
    }

    #[test]
    fn a_sheet_may_be_imported_twice_but_not_by_itself() {
        assert!(joined(&[("main.css", "@import 'a.css';\n@import 'a.css';"), ("a.css", "")]).is_ok());
        let failure = joined(&[("main.css", "@import 'a.css';"), ("a.css", "@import 'main.css';")]).unwrap_err();
        assert!(failure.to_string().contains("imports itself"));
    }

    #[test]
    fn what_is_not_understood_stops_the_build() {
        for odd in [
            "@import a.css;",
            "@import 'a.css' print;",
            "@import 'a.css'",
            "@import 'a.css'; p {}",
            "@import 'a.css' layer;",
        ] {
            assert!(joined(&[("main.css", odd), ("a.css", "")]).is_err(), "{odd}");
        }
        assert!(joined(&[("main.css", "@import 'missing.css';")]).is_err());
    }
}
