//! The panels, one file each. Each reads the engine's answer and maps it to elements; none decides anything about news.
//!
//! **Invariant:** a panel sees answers, never the corpus, and positions come from `layout`, never from here.
//! Start at [`results`].

pub mod dating;
pub mod export;
pub mod head;
pub mod help;
pub mod names;
pub mod offers;
pub mod paragraph;
pub mod print;
pub mod reader;
pub mod results;
pub mod row;
pub mod saved;
pub mod says;
pub mod timeline;
