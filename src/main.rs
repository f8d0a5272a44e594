//! The page: panic hook, stand the entrance up.

fn main() {
    lantern_room::platform::stumble::tell_when_stumbling();
    lantern_room::app::entrance::stand();
}
