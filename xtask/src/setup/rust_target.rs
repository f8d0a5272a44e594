//! The standard library for wasm: from rustup, or, where rustup's server is not reached, built from Debian's sources.

use super::{Tools, WASM, debian, on_path, run, said, say};
use crate::failure::{Failure, NamesFile, Result};
use crate::places::Places;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const MISSING: &str = "Rust's standard library for wasm32-unknown-unknown is missing and cannot be had here: with rustup, run \
    `rustup target add wasm32-unknown-unknown` where static.rust-lang.org is reached.";
const PACKAGES: [&str; 5] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy", "lld-22"];
const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";
const LINKER: &str = "/usr/bin/wasm-ld-22";

pub(super) fn ensure(places: &Places, tools: &mut Tools) -> Result {
    if has_std() || from_rustup() {
        return Ok(());
    }
    from_debian(places, tools)
}

/// Whether the Rust in use has the library.
fn has_std() -> bool {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let directory = said(Command::new(rustc).args(["--print", "target-libdir", "--target", WASM]));
    directory.is_some_and(|directory| holds_std(Path::new(&directory)))
}

fn holds_std(directory: &Path) -> bool {
    let Ok(entries) = fs::read_dir(directory) else {
        return false;
    };
    entries.flatten().any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with("libstd-") && name.ends_with(".rlib")
    })
}

fn from_rustup() -> bool {
    if on_path("rustup").is_none() {
        return false;
    }
    say("Adding the wasm target to Rust…");
    run(Command::new("rustup").args(["target", "add", WASM]), MISSING).is_ok() && has_std()
}

/// Debian's newer Rust brings its library's source and a linker for wasm; the library is built once, into a sysroot of
/// its own in the tool cache, so that nothing below /usr is touched but by packages.
fn from_debian(places: &Places, tools: &mut Tools) -> Result {
    if ![RUSTC, CARGO, LINKER].iter().all(|program| Path::new(program).is_file()) || !library_source().is_dir() {
        if !debian::can_install() {
            return Err(Failure::new(MISSING));
        }
        say("Rust's server is not reached: taking Debian's Rust and building its library for wasm.");
        debian::install(&PACKAGES, MISSING)?;
    }
    let version = said(Command::new(RUSTC).arg("--version")).ok_or_else(|| Failure::new(MISSING))?;
    let version = version.split_whitespace().nth(1).unwrap_or("unknown").to_owned();
    let home = places.tool(&format!("wasm-std-{version}"));
    let sysroot = home.join("sysroot");
    if !holds_std(&libraries(&sysroot)) {
        say("Building Rust's standard library for wasm (about a minute)…");
        build_std(&home, &sysroot)?;
    }
    tools.first.push(PathBuf::from("/usr/bin"));
    tools.cargo = Some(PathBuf::from(CARGO));
    tools.set.extend([
        // Both are set by the cargo that runs us, and would win over PATH.
        ("CARGO", CARGO.into()),
        ("RUSTC", RUSTC.into()),
        ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", LINKER.into()),
        ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", format!("--sysroot={}", sysroot.display()).into()),
    ]);
    Ok(())
}

fn library_source() -> PathBuf {
    let sysroot = said(Command::new(RUSTC).args(["--print", "sysroot"])).unwrap_or_default();
    Path::new(&sysroot).join("lib/rustlib/src/rust/library/std")
}

fn libraries(sysroot: &Path) -> PathBuf {
    sysroot.join("lib/rustlib").join(WASM).join("lib")
}

fn build_std(home: &Path, sysroot: &Path) -> Result {
    let empty = home.join("empty");
    fs::create_dir_all(empty.join("src")).naming("make", &empty)?;
    let manifest = "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2021\"\n[workspace]\n";
    fs::write(empty.join("Cargo.toml"), manifest).naming("write", &empty)?;
    fs::write(empty.join("src/lib.rs"), "#![no_std]\n").naming("write", &empty)?;
    let mut build = Command::new(CARGO);
    build.current_dir(&empty).args(["build", "--release", "--target", WASM, "--target-dir", "target"]);
    build.arg("-Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test");
    // Without bitcode, link-time optimisation of the app fails.
    build.env("RUSTFLAGS", "-Cembed-bitcode=yes").env("RUSTC_BOOTSTRAP", "1");
    build.env("RUSTC", RUSTC).env("CARGO", CARGO).env_remove("RUSTUP_TOOLCHAIN").env_remove("CARGO_TARGET_DIR");
    run(&mut build, "Rust's standard library for wasm could not be built; the reason stands above.")?;

    let half = home.join("sysroot.half");
    let into = libraries(&half);
    fs::create_dir_all(&into).naming("make", &into)?;
    let built = empty.join("target").join(WASM).join("release/deps");
    for entry in fs::read_dir(&built).naming("list", &built)? {
        let path = entry.naming("list", &built)?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if name.ends_with(".rlib") && !name.starts_with("libempty-") {
            fs::copy(&path, into.join(&name)).naming("copy", &path)?;
        }
    }
    fs::rename(&half, sysroot).naming("rename", &half)?;
    fs::remove_dir_all(&empty).naming("remove", &empty)
}
