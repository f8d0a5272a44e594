//! The room: panic hook, announce it, mount the app.

fn main() {
    lantern_room::platform::stumble::tell_when_stumbling();
    lantern_room::app::entrance::announce_the_room();
    leptos::mount::mount_to_body(lantern_room::app::App);
}
