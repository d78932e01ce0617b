//! A slow oracle for `explore`.
