//! Which files a folder holds, in the byte order of their paths.
//!
//! **Invariant:** the order is that of the paths with `/` between parts, compared as bytes, on every system.
//! Names that start with a dot are passed over, and links to folders are not followed, so the walk always ends.
//! Start at [`list`].

use std::fs;
use std::path::{Path, PathBuf};

use crate::{Found, Unused};

/// What the walk found.
#[derive(Default)]
pub(crate) struct List {
    pub(crate) files: Vec<Found>,
    pub(crate) unused: Vec<Unused>,
    pub(crate) problems: Vec<String>,
    pub(crate) seen: Vec<PathBuf>,
}

/// Lists every file under `dir`.
pub(crate) fn list(dir: &Path) -> List {
    let mut listed = List::default();
    if !dir.is_dir() {
        listed.seen.push(dir.to_owned());
        let name = dir.display();
        listed
            .problems
            .push(format!("expected a folder of news articles at {name}, found none: give its path"));
        return listed;
    }
    walk(dir, "", &mut listed);
    listed.files.sort_by(|a, b| a.file.cmp(&b.file));
    listed.seen.sort();
    listed
}

fn walk(dir: &Path, prefix: &str, listed: &mut List) {
    listed.seen.push(dir.to_owned());
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) => {
            let what =
                format!("the folder {} cannot be listed ({error}): its files are left out", dir.display());
            return listed.problems.push(what);
        }
    };
    for entry in entries.flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        if name.as_encoded_bytes().first() == Some(&b'.') {
            continue;
        }
        let Some(name) = name.to_str() else {
            let file = format!("{prefix}{}", name.to_string_lossy());
            let reasons = vec!["its name is not Unicode: rename it".to_owned()];
            listed.unused.push(Unused { file, reasons });
            continue;
        };
        let file = format!("{prefix}{name}");
        let kind = entry.file_type();
        if kind.as_ref().is_ok_and(fs::FileType::is_dir) {
            walk(&path, &format!("{file}/"), listed);
        } else if kind.is_ok_and(|k| k.is_file()) || path.is_file() {
            listed.seen.push(path.clone());
            listed.files.push(Found { file, path });
        }
    }
}
