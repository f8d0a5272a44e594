//! The page. A placeholder until the app is here: it shows that the keeper answers.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

fn main() {
    console_error_panic_hook::set_once();
    let heard = RwSignal::new(String::from("nothing yet"));
    mount_to_body(move || {
        view! {
            <main>
                <h1>"Lantern Room"</h1>
                <p class="fixed"><b>"A fixed part"</b></p>
                <p id="keeper">"The keeper says: " {heard}</p>
            </main>
        }
    });
    let options = web_sys::WorkerOptions::new();
    options.set_type(web_sys::WorkerType::Module);
    let Ok(keeper) = web_sys::Worker::new_with_options("/keeper_loader.js", &options) else {
        heard.set("it could not be started".into());
        return;
    };
    let on_message =
        Closure::<dyn FnMut(web_sys::MessageEvent)>::new(move |event: web_sys::MessageEvent| {
            heard.set(event.data().as_string().unwrap_or_default());
        });
    keeper.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
}
