//! A drawing as a picture of pixels.
//!
//! **Invariant:** it is drawn in this browser, and leaves it only as the file that the reader asked for.
//! Start at [`save`].

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

use super::dropped;

/// How many pixels a pixel of the drawing gives each way: enough for print.
const SHARP: u32 = 2;

/// Gives the reader the drawing `svg` as a file of pixels called `name`.
pub fn save(name: &'static str, svg: &str) {
    let svg = svg.to_owned();
    spawn_local(async move {
        if let Err(error) = drawn(name, &svg).await {
            web_sys::console::error_1(&error);
        }
    });
}

async fn drawn(name: &'static str, svg: &str) -> Result<(), JsValue> {
    let bag = BlobPropertyBag::new();
    bag.set_type("image/svg+xml");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&svg.into()), &bag)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let image = HtmlImageElement::new()?;
    image.set_src(&url);
    let loaded = JsFuture::from(image.decode()).await;
    Url::revoke_object_url(&url)?;
    loaded?;
    let document = web_sys::window().and_then(|w| w.document()).ok_or("no document")?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    let (width, height) = (image.natural_width() * SHARP, image.natural_height() * SHARP);
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or("no canvas")?.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        f64::from(width),
        f64::from(height),
    )?;
    let take = Closure::once_into_js(move |blob: Option<Blob>| {
        if let Some(blob) = blob {
            dropped::save_blob(name, &blob);
        }
    });
    canvas.to_blob(take.unchecked_ref())
}
