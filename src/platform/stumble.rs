//! What a person sees when the page has failed: a sentence that waits in index.html, not a frozen screen.

/// The id of the element in index.html that says so.
const ELEMENT: &str = "stumbled";

/// From now on a panic shows the waiting sentence, and its cause in the console.
pub fn tell_when_stumbling() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        let element =
            web_sys::window().and_then(|window| window.document()).and_then(|page| page.get_element_by_id(ELEMENT));
        if let Some(element) = element {
            // The page is past helping itself; if even this fails there is nobody left to tell.
            let _ = element.remove_attribute("hidden");
        }
    }));
}
