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

mod services {
    use lantern_room::platform::clock::{self, BrowserClock, Clock};
    use lantern_room::platform::locks::{self, NotHeld};
    use lantern_room::platform::{persistence, timer};
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    async fn a_worker_has_a_clock_and_timers() {
        let before = BrowserClock.monotonic_millis();
        timer::sleep(20).await;
        assert!(BrowserClock.monotonic_millis() > before);
        assert!(clock::now().utc_millis > 1_700_000_000_000);
        assert_eq!(timer::within(10, std::future::pending::<()>()).await, None);
    }

    #[wasm_bindgen_test]
    async fn a_worker_can_hold_the_writers_lock() {
        let held = locks::acquire("test-worker-lock").await.unwrap();
        assert_eq!(locks::acquire("test-worker-lock").await.err(), Some(NotHeld::Busy));
        drop(held);
        drop(locks::take_over("test-worker-lock", 5000).await.unwrap());
    }

    #[wasm_bindgen_test]
    async fn a_worker_knows_its_room_but_cannot_ask_for_it_to_be_kept() {
        assert!(persistence::estimate().await.is_some());
        assert_eq!(persistence::persist().await, None);
    }
}
