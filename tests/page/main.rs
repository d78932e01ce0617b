//! Claims about the page, one file a task of its reader.

mod opening;
