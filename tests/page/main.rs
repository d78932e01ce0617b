//! Claims about the page, one file a task of its reader.

mod access;
mod bundles;
mod clocks;
mod dates;
mod dating;
mod exporting;
mod hits;
mod keyboard;
mod lanes;
mod narrowing;
mod notes;
mod offline;
mod opening;
mod printing;
mod reading;
mod saved;
mod suggesting;
mod table;
mod text;
mod timeline;
mod touch;
mod words;
mod worker;
