//! A page that is already built, and the pack that it opens.
//!
//! A built page names its pack in `<meta name="dateline-pack">` and lists its files with their hashes in `sw.js`;
//! giving it another pack changes those two lines and nothing else, so one built page serves any corpus.
//! **Invariant:** `sw.js` lists the hash of every file as it now is; its build fingerprint follows from that list.
//! Start at [`use_pack`].

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest as _, Sha256};

/// The files of a site by relative path, each with its SHA-256 as `sha256-BASE64`, as browsers check it.
pub type Files = BTreeMap<String, String>;

const META: &str = "<meta name=\"dateline-pack\" content=\"";
const PRELOAD: &str = "<link rel=\"preload\" as=\"fetch\" crossorigin data-pack href=\"";
const FILES: &str = "const FILES = ";
const BUILD: &str = "const BUILD = ";

/// Whether `dir` holds a built page of Dateline.
pub fn is_site(dir: &Path) -> bool {
    fs::read_to_string(dir.join("index.html")).is_ok_and(|html| html.contains(META))
        && dir.join("sw.js").is_file()
}

/// Makes the built page in `dir` open `pack_file`, a file beside its `index.html`, whatever pack it has opened so
/// far or carries inside.
pub fn use_pack(dir: &Path, pack_file: &str) -> Result<(), String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if pack_file.is_empty() || pack_file.starts_with('.') || !pack_file.chars().all(plain) {
        return Err(format!(
            "expected a pack name of letters, digits, `-`, `_` and `.`, found `{pack_file}`: rename it"
        ));
    }
    let (page, worker) = (dir.join("index.html"), dir.join("sw.js"));
    let pack = fs::read(dir.join(pack_file)).map_err(|e| format!("{pack_file}: {e}"))?;
    let html = fs::read_to_string(&page).map_err(|e| format!("{}: {e}", page.display()))?;
    let script = fs::read_to_string(&worker).map_err(|e| format!("{}: {e}", worker.display()))?;

    let (html, before) = html_with_pack(&html, pack_file)?;
    let mut files = files_of(&script)?;
    if !before.is_empty() {
        files.remove(&before);
    }
    files.insert(pack_file.to_owned(), hash(&pack));
    files.insert("index.html".to_owned(), hash(html.as_bytes()));
    let script = worker_with_files(&script, &files)?;
    fs::write(&page, html).map_err(|e| format!("{}: {e}", page.display()))?;
    fs::write(&worker, script).map_err(|e| format!("{}: {e}", worker.display()))
}

/// The SHA-256 of `bytes` as browsers check it: `sha256-BASE64`.
pub fn hash(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

/// The first 16 hex digits of the SHA-256 of `bytes`, for names.
pub fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// `html` with its pack line naming `pack_file`, and the name that stood there before (empty: the pack inside).
pub fn html_with_pack(html: &str, pack_file: &str) -> Result<(String, String), String> {
    let expected = || "expected an index.html that was built by Dateline: build the page first".to_owned();
    let start = html.find(META).ok_or_else(expected)? + META.len();
    let len = html.get(start..).and_then(|rest| rest.find('"')).ok_or_else(expected)?;
    let (head, rest) = html.split_at(start);
    let (before, tail) = rest.split_at(len);
    let preload = format!("{PRELOAD}{before}\">");
    let tail = tail.strip_prefix("\">").ok_or_else(expected)?;
    let tail = tail.strip_prefix(&preload).unwrap_or(tail);
    Ok((format!("{head}{pack_file}\">{PRELOAD}{pack_file}\">{tail}"), before.to_owned()))
}

/// `script`, a service worker, with its lines of files and build written anew.
pub fn worker_with_files(script: &str, files: &Files) -> Result<String, String> {
    let list = serde_json::to_string(files).map_err(|e| e.to_string())?;
    let build = fingerprint(list.as_bytes());
    let script = with_line(script, FILES, &list)?;
    with_line(&script, BUILD, &format!("\"{build}\""))
}

fn files_of(script: &str) -> Result<Files, String> {
    let line = script.lines().find_map(|line| line.strip_prefix(FILES)?.strip_suffix(';'));
    let line = line.ok_or_else(|| format!("expected a line `{FILES}…;` in sw.js, found none"))?;
    serde_json::from_str(line).map_err(|e| format!("sw.js: {e}"))
}

fn with_line(script: &str, start: &str, value: &str) -> Result<String, String> {
    if !script.lines().any(|line| line.starts_with(start)) {
        return Err(format!("expected a line `{start}…;` in sw.js, found none"));
    }
    let lines = script
        .lines()
        .map(|line| if line.starts_with(start) { format!("{start}{value};\n") } else { format!("{line}\n") });
    Ok(lines.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<head><meta name=\"dateline-pack\" content=\"\"><title>x</title></head>";

    fn site() -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("index.html"), HTML).unwrap();
        let worker =
            "// A worker.\nconst FILES = {\"index.html\":\"0\",\"page.js\":\"1\"};\nconst BUILD = \"\";\n";
        fs::write(dir.path().join("sw.js"), worker).unwrap();
        fs::write(dir.path().join("one.pack"), "one").unwrap();
        fs::write(dir.path().join("two.pack"), "two").unwrap();
        dir
    }

    #[test]
    fn a_pack_beside_the_page_is_named_in_both_files() {
        let dir = site();
        use_pack(dir.path(), "one.pack").unwrap();
        let html = fs::read_to_string(dir.path().join("index.html")).unwrap();
        assert!(html.contains("content=\"one.pack\">") && html.contains("href=\"one.pack\">"), "{html}");
        let files = files_of(&fs::read_to_string(dir.path().join("sw.js")).unwrap()).unwrap();
        assert_eq!(files["one.pack"], hash(b"one"));
        assert_eq!(files["index.html"], hash(html.as_bytes()));
        assert_eq!(files["page.js"], "1");
    }

    #[test]
    fn another_pack_takes_the_place_of_the_first() {
        let (once, twice) = (site(), site());
        use_pack(once.path(), "two.pack").unwrap();
        use_pack(twice.path(), "one.pack").unwrap();
        use_pack(twice.path(), "two.pack").unwrap();
        for file in ["index.html", "sw.js"] {
            let read = |dir: &tempfile::TempDir| fs::read_to_string(dir.path().join(file)).unwrap();
            assert_eq!(read(&once), read(&twice));
        }
    }

    #[test]
    fn another_pack_leaves_the_packer_where_it_is() {
        let dir = site();
        let packer = "<meta name=\"dateline-packer\" content=\"packer-1.bin\">";
        let page = dir.path().join("index.html");
        fs::write(&page, HTML.replace("<title>", &format!("{packer}<title>"))).unwrap();
        use_pack(dir.path(), "one.pack").unwrap();
        let html = fs::read_to_string(&page).unwrap();
        assert!(html.contains(packer) && html.contains("\"dateline-pack\" content=\"one.pack\""), "{html}");
    }

    #[test]
    fn a_name_that_could_leave_the_folder_or_break_the_page_is_refused() {
        let dir = site();
        for name in ["", "../one.pack", "a\"b", ".pack", "a/b.pack"] {
            assert!(use_pack(dir.path(), name).is_err(), "{name}");
        }
        assert_eq!(fs::read_to_string(dir.path().join("index.html")).unwrap(), HTML);
    }

    #[test]
    fn a_folder_without_a_page_is_no_site() {
        assert!(!is_site(tempfile::tempdir().unwrap().path()));
        assert!(is_site(site().path()));
    }
}
