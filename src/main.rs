//! The page: panic hook, mount.

fn main() {
    lantern_room::platform::stumble::tell_when_stumbling();
    leptos::mount::mount_to_body(lantern_room::app::App);
}
