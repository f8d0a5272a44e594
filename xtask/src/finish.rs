//! Trunk's `post_build` hook: what Trunk leaves becomes what is shipped.
//!
//! 1. The start script that Trunk writes into the page becomes a file, because the policy allows no script in a page, and
//!    learns to say so where its program cannot be started.
//! 2. What the programs import from their scripts gets short names.
//! 3. The page's wasm and its script are named after their final bytes: Trunk names them before these have changed.
//! 4. The keeper's start script learns how to fetch the exchange program, and both programs' to say so when they fail.
//! 5. The service worker gets its list of files.
//! 6. The finished pages are held against the policy; a build that breaks it does not come to be.

use crate::failure::{Failure, NamesFile, Result};
use crate::html::tags;
use crate::{imports, policy, precache, reproducible};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The page that needs nothing of the app.
const RECOVERY: &str = "recovery.html";
/// What the keeper calls to have the exchange program beside it (src/keeper/exchange/bridge.rs): only a script can import
/// another. It is given nothing, or a question mark and a number for a fresh copy in the place of one that has failed.
const FETCH_EXCHANGE: &str = "self.lanternRoomFetchExchange=async fresh=>{const program=await \
    import('./exchange.js'+fresh);await program.default();};\n";

/// What a start script adds to what it waits for.
const REPORT: &str = ".catch(reason=>{reportError(reason);throw reason})";

/// Does all six steps in the directory that Trunk names.
pub fn hook() -> Result {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or_else(|| Failure::new("hook-finish is called by Trunk; to build, use: cargo xtask build"))?;
    let page = staging.join("index.html");
    let mut html = fs::read_to_string(&page).naming("read", &page)?;

    reproducible::forget_marks(&staging)?;
    imports::shorten(&staging)?;
    for file in page_program(&staging)? {
        html = name_after_content(&staging, &file, &html)?;
    }
    let (html, scripts) = move_scripts_out(&without_integrity(&html));
    for (name, text) in scripts {
        must_be_heard(&text)?;
        let path = staging.join(name);
        fs::write(&path, text).naming("write", &path)?;
    }
    let other = staging.join(RECOVERY);
    let recovery = fs::read_to_string(&other).naming("read", &other)?;
    for (name, page) in [("index.html", &html), (RECOVERY, &recovery)] {
        let broken = breaches(page);
        if !broken.is_empty() {
            return Err(Failure::new(format!("{name} does not keep the policy:\n  {}", broken.join("\n  "))));
        }
    }
    fs::write(&page, &html).naming("write", &page)?;
    for (name, before) in [("keeper_loader.js", FETCH_EXCHANGE), ("room_loader.js", "")] {
        let loader = staging.join(name);
        let script = heard_when_it_fails(&fs::read_to_string(&loader).naming("read", &loader)?);
        must_be_heard(&script)?;
        fs::write(&loader, [before, &script].concat()).naming("write", &loader)?;
    }

    let files = precache::read_all(&staging)?;
    for missing in missing_files(&html, &files) {
        eprintln!("note: index.html or the manifest names {missing}, which is not in the build");
    }
    let worker = staging.join("sw.js");
    let template = fs::read_to_string(&worker).naming("read", &worker)?;
    fs::write(&worker, precache::fill(&template, &files)?).naming("write", &worker)
}

/// What the names of the page's own files begin with; a hash follows.
const PAGE: &str = "lantern-room-";

/// The names of the wasm, the script and the style sheet that carry a hash: the page's own.
fn page_program(staging: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(staging).naming("list", staging)? {
        let name = entry.naming("list", staging)?.file_name().to_string_lossy().into_owned();
        let is_program = [".wasm", ".js", ".css"].iter().any(|ending| name.ends_with(ending));
        // By the beginning: Trunk writes its hash without leading zeros, so that its length says nothing.
        if is_program && name.starts_with(PAGE) {
            found.push(name);
        }
    }
    Ok(found)
}

/// Renames a file to the hash of what it holds now, in the directory and in the page.
fn name_after_content(staging: &Path, old: &str, html: &str) -> Result<String> {
    let path = staging.join(old);
    let bytes = fs::read(&path).naming("read", &path)?;
    let stem = old.rsplit_once('-').map_or("page", |(stem, _)| stem);
    let ending = match old.rsplit_once('.') {
        Some((_, "js")) => ".js",
        Some((_, "css")) => ".css",
        _ => "_bg.wasm",
    };
    let new = format!("{stem}-{}{ending}", precache::short_hex(&Sha256::digest(&bytes)));
    fs::rename(&path, staging.join(&new)).naming("rename", &path)?;
    Ok(html.replace(old, &new))
}

/// The page without Trunk's integrity of the files that it preloads: it is of what they were before the last steps. The
/// service worker checks every file.
fn without_integrity(html: &str) -> String {
    let mut page = html.to_owned();
    for tag in tags(html) {
        if let Some(integrity) = tag.attribute("integrity") {
            let bare = tag
                .whole
                .replace(&format!(" integrity=\"{integrity}\""), "")
                .replace(&format!(" integrity={integrity}"), "");
            page = page.replacen(tag.whole, &bare, 1);
        }
    }
    page
}

/// The page with each inline script replaced by one that names a file, and those files: name and text.
fn move_scripts_out(html: &str) -> (String, Vec<(String, String)>) {
    let mut page = html.to_owned();
    let mut files = Vec::new();
    for tag in tags(html).iter().filter(|tag| tag.is_inline_script()) {
        let text = format!("{}\n", heard_when_it_fails(tag.text.trim()));
        let name = format!("start-{}.js", precache::short_hex(&Sha256::digest(&text)));
        let kind = tag.attribute("type").map(|kind| format!(" type=\"{kind}\"")).unwrap_or_default();
        page = page.replacen(tag.whole, &format!("<script{kind} src=\"/{name}\"></script>"), 1);
        files.push((name, text));
    }
    (page, files)
}

/// A start script that says so where its program cannot be started. By itself WebKit tells nobody of a module that fails
/// while it waits, and the page would stay a lamp and silence.
fn heard_when_it_fails(script: &str) -> String {
    match script.split_once("await init(").and_then(|(before, rest)| Some((before, rest.split_once(");")?))) {
        Some((before, (given, after))) => format!("{before}await init({given}){REPORT};{after}"),
        None => script.to_owned(),
    }
}

fn must_be_heard(script: &str) -> Result {
    if script.contains(REPORT) {
        return Ok(());
    }
    Err(Failure::new(format!("a start script that does not say so where its program cannot be started: {script}")))
}

/// What in a finished page the policy would refuse, or what would weaken it. Empty when all is well.
fn breaches(html: &str) -> Vec<String> {
    let tags = tags(html);
    let policies: Vec<&str> = tags
        .iter()
        .filter(|tag| {
            tag.attribute("http-equiv").is_some_and(|value| value.eq_ignore_ascii_case("Content-Security-Policy"))
        })
        .filter_map(|tag| tag.attribute("content"))
        .collect();
    let mut broken = Vec::new();
    if policies != [policy::IN_PAGE] {
        broken.push(format!("its policy is not the one of xtask/src/policy.rs: {policies:?}"));
    }
    let policy_at = tags.iter().position(|tag| tag.attribute("http-equiv").is_some());
    let script_at = tags.iter().position(|tag| tag.name == "script");
    if script_at.is_some() && policy_at > script_at {
        broken.push("a script stands before the policy".to_owned());
    }
    for tag in &tags {
        if tag.is_inline_script() {
            broken.push(format!("inline script: {}", tag.whole));
        }
        if tag.name == "style" || tag.name == "base" {
            broken.push(format!("<{}> is not allowed", tag.name));
        }
        for (name, value) in &tag.attributes {
            let elsewhere = value.contains("//") && ["src", "href", "srcset", "action"].contains(&name.as_str());
            if name == "style" || (name.starts_with("on") && name.len() > 2) || elsewhere {
                broken.push(format!("{name}=\"{value}\" on <{}> is not allowed", tag.name));
            }
        }
    }
    broken
}

/// Files that the page or the manifest names and that are not there. Screenshots are made from the finished app.
fn missing_files(html: &str, files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let manifest = files.get("/manifest.webmanifest").map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
    let in_manifest = manifest.split('"').filter(|text| text.starts_with("/icons/"));
    let tags = tags(html);
    let in_page = tags.iter().flat_map(|tag| [tag.attribute("src"), tag.attribute("href")]).flatten();
    let mut missing: Vec<String> = in_page
        .filter(|path| path.starts_with('/'))
        .chain(in_manifest)
        .filter(|path| !files.contains_key(*path))
        .map(str::to_owned)
        .collect();
    missing.sort();
    missing.dedup();
    missing
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(head: &str) -> String {
        format!(
            "<html><head><meta http-equiv=Content-Security-Policy content=\"{}\">{head}</head></html>",
            policy::IN_PAGE
        )
    }

    #[test]
    fn an_inline_script_becomes_a_file_named_after_its_text() {
        let (html, files) =
            move_scripts_out("<script src=/a.js></script><script type=module>\nawait go();\n</script><p>");
        assert_eq!(files.len(), 1);
        assert_eq!(files[0].1, "await go();\n");
        assert!(policy::cache_control(&files[0].0).contains("immutable"));
        assert_eq!(
            html,
            format!("<script src=/a.js></script><script type=\"module\" src=\"/{}\"></script><p>", files[0].0)
        );
        assert_ne!(files[0].0, move_scripts_out("<script>await stay();</script>").1[0].0);
    }

    #[test]
    fn a_start_script_says_so_where_its_program_cannot_be_started() {
        assert_eq!(
            heard_when_it_fails("const wasm=await init({a:`/b.wasm`});window.c=d;"),
            format!("const wasm=await init({{a:`/b.wasm`}}){REPORT};window.c=d;")
        );
        assert_eq!(heard_when_it_fails("await init();"), format!("await init(){REPORT};"));
        assert_eq!(heard_when_it_fails("await go();"), "await go();");
    }

    #[test]
    fn the_integrity_of_files_that_change_later_is_dropped() {
        for fetched in
            ["<link as=fetch integrity=sha384-b/+= href=/b>", "<link as=fetch integrity=\"sha384-b/+=\" href=/b>"]
        {
            let page =
                without_integrity(&format!("<link rel=modulepreload href=/a.js integrity=sha384-a/+=>{fetched}"));
            assert_eq!(page, "<link rel=modulepreload href=/a.js><link as=fetch href=/b>");
        }
    }

    #[test]
    fn the_page_in_the_repository_keeps_the_policy() {
        let source = include_str!("../../index.html");
        let (finished, _) = move_scripts_out(source);
        assert_eq!(breaches(&finished), Vec::<String>::new());
        assert_eq!(breaches(include_str!("../../public/recovery.html")), Vec::<String>::new());
    }

    #[test]
    fn each_breach_is_found() {
        assert_eq!(breaches(&page("<script src=/a.js></script>")), Vec::<String>::new());
        for bad in [
            "<script>go()</script>",
            "<style>p{}</style>",
            "<p style='color:red'>",
            "<body onload=go()>",
            "<script src=https://cdn.example/a.js></script>",
            "<link href=//cdn.example/a.css>",
            "<base href=/>",
        ] {
            assert_eq!(breaches(&page(bad)).len(), 1, "{bad}");
        }
        assert!(!breaches("<html></html>").is_empty());
        assert!(!breaches(&page("").replace("script-src 'self'", "script-src *")).is_empty());
        assert!(!breaches(&format!("<script src=/a.js></script>{}", page(""))).is_empty());
    }

    #[test]
    fn files_that_are_named_but_missing_are_told() {
        let files = BTreeMap::from([
            ("/a.js".to_owned(), Vec::new()),
            ("/manifest.webmanifest".to_owned(), br#"{"src": "/icons/x.png", "url": "/now"}"#.to_vec()),
        ]);
        let missing = missing_files("<script src=/a.js></script><link href=/b.css><a href='#c'>", &files);
        assert_eq!(missing, ["/b.css", "/icons/x.png"]);
    }
}
