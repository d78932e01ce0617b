//! What the browser can do, one file a capability.
//!
//! **Invariant:** `web-sys` and `gloo` are used here and nowhere else, and nothing here knows what a query or an event
//! means. Nothing here asks anything of another origin.
//! Start at [`engine`], the port to the engine, and [`location`], the port to the address bar.

pub mod canvas;
pub mod clipboard;
pub mod dropped;
pub mod element;
pub mod engine;
pub mod image;
pub mod keyboard;
pub mod location;
pub mod offline;
pub mod pack;
pub mod packer;
pub mod panic;
pub mod preferences;
pub mod scroll;
pub mod size;
pub mod visible;
pub mod worker;
