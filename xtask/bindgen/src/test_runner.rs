//! `wasm-bindgen-test-runner`, exactly the version that Cargo.lock names; cargo calls it for wasm tests.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
