//! The JSON that `dateline analyze` prints; page, command and tests share it.
