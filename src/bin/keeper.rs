//! The worker: panic hook, run the keeper.

fn main() {
    console_error_panic_hook::set_once();
    lantern_room::keeper::worker::run();
}
