//! The only code that knows the browser.

pub(crate) mod offline;
pub(crate) mod pack;
