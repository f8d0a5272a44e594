//! The exchange: panic hook, wait for the keeper's errands.

fn main() {
    console_error_panic_hook::set_once();
    lantern_room::keeper::exchange::bridge::wait_for_errands();
}
