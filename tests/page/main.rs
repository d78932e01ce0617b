//! Claims about the page, one file a task of its reader.

mod access;
mod clocks;
mod exporting;
mod hits;
mod keyboard;
mod narrowing;
mod offline;
mod opening;
mod reading;
mod saved;
mod suggesting;
mod text;
mod timeline;
mod words;
mod worker;
