//! `wasm-bindgen`, exactly the version that Cargo.lock names, so that the tool and the crate can never differ.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(std::env::args_os())
}
