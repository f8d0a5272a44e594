//! Serves the release on this machine, with the headers that a good host would set.

use crate::failure::{Failure, NamesFile, Result};
use crate::http::{self, Answer, Request};
use crate::places::Places;
use crate::{build, policy};
use std::fs;
use std::net::TcpListener;
use std::path::{Component, Path, PathBuf};

/// Looked for first when the person names no port.
const FIRST_PORT: u16 = 8080;
/// How many ports above it are tried.
const PORTS: u16 = 50;

#[derive(Debug, PartialEq, Eq)]
struct Options {
    port: Option<u16>,
    build: bool,
    directory: Option<PathBuf>,
}

impl Options {
    fn parse(args: &[&str]) -> Result<Self> {
        let mut options = Self { port: None, build: true, directory: None };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            let mut value = || args.next().ok_or_else(|| Failure::new(format!("{arg} needs a value.")));
            match *arg {
                "--port" => {
                    let port = value()?;
                    options.port = Some(port.parse().map_err(|_| Failure::new(format!("{port} is not a port.")))?);
                }
                "--dir" => {
                    options.directory = Some(PathBuf::from(value()?));
                    options.build = false;
                }
                "--no-build" => options.build = false,
                other => return Err(Failure::new(format!("serve does not know {other}."))),
            }
        }
        Ok(options)
    }
}

/// Builds (unless told not to) and serves until it is stopped. The first line printed is
/// `listening on http://127.0.0.1:PORT`, for programs; `--port 0` takes any free port.
pub fn serve(places: &Places, args: &[&str]) -> Result {
    let options = Options::parse(args)?;
    if options.build {
        build::build(places)?;
    }
    let directory = options.directory.unwrap_or_else(|| places.dist.clone());
    let page = directory.join("index.html");
    if !page.is_file() {
        return Err(Failure::new(format!("There is no {}: build it first with cargo xtask build.", page.display())));
    }
    let listener = listen(options.port)?;
    let port = listener.local_addr().map_or(0, |address| address.port());
    println!("listening on http://127.0.0.1:{port}");
    println!("Lantern Room is at http://localhost:{port} (Ctrl+C stops it)");
    http::serve(&listener, &|request| answer(&directory, request));
    Ok(())
}

fn listen(port: Option<u16>) -> Result<TcpListener> {
    let ports = port.map_or(FIRST_PORT..=FIRST_PORT + PORTS, |only| only..=only);
    let mut problem = String::new();
    for port in ports {
        match TcpListener::bind(("127.0.0.1", port)) {
            Ok(listener) => return Ok(listener),
            Err(error) => problem = format!("Port {port} of this machine cannot be used: {error}."),
        }
    }
    Err(Failure::new(problem))
}

fn answer(directory: &Path, request: &Request) -> Answer {
    let (status, path) = match request.method.as_str() {
        // A browser that opens a page says so; one that fetches a part of a page does not.
        "GET" | "HEAD" => choose(directory, &request.address, request.accept.contains("text/html")),
        _ => (405, None),
    };
    let (status, body, mime, cache) = match path.map(|path| read(&path)) {
        Some(Ok((bytes, mime, cache))) => (status, bytes, mime, cache),
        Some(Err(_)) => (500, b"This file could not be read.".to_vec(), TEXT, "no-store"),
        None => (status, b"There is nothing here.".to_vec(), TEXT, "no-store"),
    };
    let mut headers = vec![
        ("Content-Type", mime.to_owned()),
        ("Cache-Control", cache.to_owned()),
        ("Content-Security-Policy", format!("{}; {}", policy::IN_PAGE, policy::ONLY_IN_HEADER)),
    ];
    headers.extend(policy::HEADERS.map(|(name, value)| (name, value.to_owned())));
    Answer { status, headers, body }
}

fn read(path: &Path) -> Result<(Vec<u8>, &'static str, &'static str)> {
    let bytes = fs::read(path).naming("read", path)?;
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    Ok((bytes, mime(name), policy::cache_control(name)))
}

/// The status and the file for an address. The app's own pages (`/children/…`) are all the same document, but a missing
/// file is missing: a page in its place would be taken for a script or a picture.
fn choose(directory: &Path, address: &str, for_page: bool) -> (u16, Option<PathBuf>) {
    let page = || (200, Some(directory.join("index.html")));
    let address = address.split(['?', '#']).next().unwrap_or_default();
    let relative = Path::new(address.trim_start_matches('/'));
    // Only plain names below the directory: no `..`, no encoded characters, which no shipped file has.
    let plain =
        relative.components().all(|part| matches!(part, Component::Normal(_))) && !address.contains(['%', '\\']);
    if address == "/" {
        return page();
    }
    let file = directory.join(relative);
    if plain && file.is_file() {
        return (200, Some(file));
    }
    if for_page { page() } else { (404, None) }
}

const TEXT: &str = "text/plain; charset=utf-8";

fn mime(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        // Without this type a browser compiles only after the last byte has come.
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webp") => "image/webp",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("mp3") => "audio/mpeg",
        Some("txt") => TEXT,
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn options_are_read_and_unknown_ones_refused() {
        let all = Options::parse(&["--port", "0", "--dir", "/tmp/x"]).unwrap();
        assert_eq!(all, Options { port: Some(0), build: false, directory: Some("/tmp/x".into()) });
        assert!(Options::parse(&[]).unwrap().build);
        for bad in [&["--port"][..], &["--port", "70000"], &["--open"]] {
            assert!(Options::parse(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn pages_fall_back_to_the_shell_and_files_do_not() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let shell = (200, Some(root.join("index.html")));
        assert_eq!(choose(root, "/", false), shell);
        assert_eq!(choose(root, "/children/abc?tab=1", true), shell);
        assert_eq!(choose(root, "/src/main.rs", false), (200, Some(root.join("src/main.rs"))));
        assert_eq!(choose(root, "/missing.js", false), (404, None));
    }

    #[test]
    fn nothing_outside_the_directory_is_served() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        for outside in
            ["/../Cargo.toml", "//../Cargo.toml", "/%2e%2e/Cargo.toml", "/setup/../../Cargo.toml", "/..\\Cargo.toml"]
        {
            assert_eq!(choose(&root, outside, false), (404, None), "{outside}");
        }
    }

    #[test]
    fn wasm_can_be_compiled_while_it_arrives() {
        assert_eq!(mime("a_bg.wasm"), "application/wasm");
        assert_eq!(mime("sw.js"), "text/javascript; charset=utf-8");
        assert_eq!(mime("LICENSE"), "application/octet-stream");
    }
}
