//! Files that a person picks, and files that are handed to the browser to be kept.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

use super::timer;

/// How long the browser is given to take a file, in milliseconds.
const TAKING: u32 = 60_000;

/// All of a picked file; nothing when it has gone or cannot be read.
pub async fn read(file: &File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// Hands a file to the browser, which asks where to keep it or puts it among the downloads; whether it took it.
pub fn hand_over(name: &str, bytes: &[u8]) -> bool {
    handed_over(name, bytes).is_ok()
}

fn handed_over(name: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("application/octet-stream");
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(bytes)), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let page = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::UNDEFINED)?;
    let link: HtmlAnchorElement = page.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    wasm_bindgen_futures::spawn_local(async move {
        timer::sleep(TAKING).await;
        let _ = Url::revoke_object_url(&address);
    });
    Ok(())
}
