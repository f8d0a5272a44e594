//! The store's contract where the app keeps it: in a dedicated worker.
#![cfg(target_arch = "wasm32")]
#![allow(async_fn_in_trait, clippy::unwrap_used)]
#![allow(dead_code)] // The page's tests use more of the benches.

#[path = "contract/browser.rs"]
mod browser;
mod contract;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

macro_rules! on_disk {
    ($($point:ident,)*) => { $(
        #[wasm_bindgen_test::wasm_bindgen_test]
        async fn $point() {
            contract::$point(&browser::Disk::fresh()).await;
        }
    )* };
}

every_point!(on_disk);
