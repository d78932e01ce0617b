//! A canvas that shows shapes which are SVG paths, at the resolution of the screen.
//!
//! **Invariant:** it is painted in the next frame and once in it, however often it is asked to be; colours are those that the
//! style sheet has just now. Start at [`paint`].

use std::cell::RefCell;

use leptos::prelude::request_animation_frame;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, HtmlCanvasElement, Path2d};

/// Shapes that are painted alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// Their outlines, as an SVG path.
    pub path: String,
    /// The colour that they are filled with, as a style sheet writes it.
    pub fill: Option<&'static str>,
    /// The colour and width of their outlines, and whether these are dashed.
    pub stroke: Option<(&'static str, f64, bool)>,
}

/// What a canvas shall show.
struct Picture {
    canvas: HtmlCanvasElement,
    size: (f64, f64),
    layers: Vec<Layer>,
}

/// The ink when colours were read, and what each was then.
type Colours = (String, Vec<(&'static str, String)>);

thread_local! {
    static NEXT: RefCell<Option<Picture>> = const { RefCell::new(None) };
    static COLOURS: RefCell<Colours> = const { RefCell::new((String::new(), Vec::new())) };
}

/// Shows `layers` on `canvas`, which is as large as `size` in CSS pixels.
pub fn paint(canvas: HtmlCanvasElement, size: (f64, f64), layers: Vec<Layer>) {
    let waits = NEXT.replace(Some(Picture { canvas, size, layers })).is_some();
    if !waits {
        request_animation_frame(|| {
            if let Some(picture) = NEXT.take() {
                let _ = painted(&picture);
            }
        });
    }
}

fn painted(Picture { canvas, size, layers }: &Picture) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let sharp = window.device_pixel_ratio().max(1.0);
    let dots = |length: f64| (length * sharp).round().max(1.0);
    let (width, height) = (dots(size.0), dots(size.1));
    // Setting a size empties it and costs time, even if it is the same.
    if (f64::from(canvas.width()), f64::from(canvas.height())) != (width, height) {
        #[expect(clippy::cast_sign_loss, reason = "a length that is at least one")]
        let (width, height) = (width as u32, height as u32);
        canvas.set_width(width);
        canvas.set_height(height);
    }
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or("no canvas")?.unchecked_into();
    context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0)?;
    context.clear_rect(0.0, 0.0, width, height);
    context.set_transform(sharp, 0.0, 0.0, sharp, 0.0, 0.0)?;
    let style = window.get_computed_style(canvas)?.ok_or("no style")?;
    for layer in layers {
        let path = Path2d::new_with_path_string(&layer.path)?;
        if let Some(fill) = layer.fill {
            context.set_fill_style_str(&colour(canvas, &style, fill)?);
            context.fill_with_path_2d(&path);
        }
        if let Some((ink, wide, dashed)) = layer.stroke {
            let dash = js_sys::Array::new();
            if dashed {
                dash.push(&2.6.into());
                dash.push(&2.2.into());
            }
            context.set_line_dash(&dash)?;
            context.set_line_width(wide);
            context.set_stroke_style_str(&colour(canvas, &style, ink)?);
            context.stroke_with_path(&path);
        }
    }
    Ok(())
}

/// What `wanted` is in the theme that is shown: read once, and again when the colour of text has become another one.
fn colour(
    canvas: &HtmlCanvasElement,
    style: &CssStyleDeclaration,
    wanted: &'static str,
) -> Result<String, JsValue> {
    let ink = style.get_property_value("color")?;
    let kept = COLOURS.with_borrow_mut(|(of, colours)| {
        if *of != ink {
            (*of, *colours) = (ink, Vec::new());
        }
        colours.iter().find(|(name, _)| *name == wanted).map(|(_, colour)| colour.clone())
    });
    if let Some(kept) = kept {
        return Ok(kept);
    }
    // Only a property that is a colour says what a token comes to.
    canvas.style().set_property("outline-color", wanted)?;
    let colour = style.get_property_value("outline-color")?;
    COLOURS.with_borrow_mut(|(_, colours)| colours.push((wanted, colour.clone())));
    Ok(colour)
}
