//! Finishes a page that trunk has built: its pack, its packer, its content security policy and its service worker.
//!
//! Trunk runs this itself (`Trunk.toml`), in its staging folder, once it has named the files by their hashes.
//! **Invariant:** under `trunk serve` nothing may keep an old page, and trunk's own script must run: then there is
//! no policy, and the service worker is one that leaves. Start at [`hook`].

use std::env;
use std::fs;
use std::path::Path;

use dateline_folder::site::{Files, fingerprint, hash, html_with_pack, worker_with_files};

use crate::bare::bare;
use crate::build::files;
use crate::{packer, tools};

const WORKER: &str = include_str!("site/sw.js");
const LEAVING: &str = include_str!("site/sw_while_developing.js");

/// What a page may load, in the order of the policy; the scripts' hashes come after `script-src 'self'`.
const POLICY: &[(&str, &str)] = &[
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data: blob:"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("worker-src", "'self' blob:"),
    ("manifest-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
];

/// Finishes the page in the folder that trunk names in the environment.
pub fn hook() -> Result<(), String> {
    let dir = env::var_os("TRUNK_STAGING_DIR").ok_or("expected to be run by trunk (TRUNK_STAGING_DIR)")?;
    let profile = env::var("TRUNK_PROFILE").unwrap_or_else(|_| "debug".to_owned());
    let pack =
        tools::root().join("target/dateline").join(format!("{}-{profile}", tools::WASM)).join("corpus.pack");
    let read = |file| fs::read(file).unwrap_or_default();
    finish(Path::new(&dir), &read(pack), &read(packer::file()))
}

/// Finishes the page in `dir`; `pack` goes beside it, or is empty where the page has its pack inside, and so does
/// `packer`, or is empty where none was built: such a page corrects nothing.
pub fn finish(dir: &Path, pack: &[u8], packer: &[u8]) -> Result<(), String> {
    let say = |e: std::io::Error| format!("{}: {e}", dir.display());
    let page = dir.join("index.html");
    let mut html = fs::read_to_string(&page).map_err(say)?;
    if !pack.is_empty() {
        let name = format!("corpus-{}.pack", fingerprint(pack));
        fs::write(dir.join(&name), pack).map_err(say)?;
        html = html_with_pack(&html, &name)?.0;
    }
    if !packer.is_empty() {
        let name = format!("packer-{}.bin", fingerprint(packer));
        fs::write(dir.join(&name), packer).map_err(say)?;
        html = with_packer(&html, &name)?;
    }
    if html.contains("__TRUNK_ADDRESS__") {
        fs::write(&page, html).map_err(say)?;
        return fs::write(dir.join("sw.js"), LEAVING).map_err(say);
    }
    let html = with_styles(dir, &html)?;
    for script in files(dir)?.iter().filter(|file| Path::new(file).extension().is_some_and(|e| e == "js")) {
        let script = dir.join(script);
        fs::write(&script, bare(&fs::read_to_string(&script).map_err(say)?)).map_err(say)?;
    }
    let policy = policy(&[
        ("script-src", &format!("{} 'wasm-unsafe-eval'", hashes(&html, "script"))),
        ("style-src", &hashes(&html, "style")),
    ]);
    fs::write(&page, with_policy(&html, &policy)?).map_err(say)?;

    let mut hashed = Files::new();
    for file in files(dir)?.into_iter().filter(|file| file != "sw.js") {
        hashed.insert(file.clone(), hash(&fs::read(dir.join(&file)).map_err(say)?));
    }
    fs::write(dir.join("sw.js"), worker_with_files(WORKER, &hashed)?).map_err(say)
}

/// `html` with its packer line, which is empty so far, naming `packer`.
fn with_packer(html: &str, packer: &str) -> Result<String, String> {
    const META: &str = "<meta name=\"dateline-packer\" content=\"";
    let empty = format!("{META}\">");
    let found = html.contains(&empty).then(|| html.replacen(&empty, &format!("{META}{packer}\">"), 1));
    found.ok_or_else(|| format!("expected `{empty}` in index.html, found none: put it into the head"))
}

/// The policy with `more` sources in the directives that they name.
pub fn policy(more: &[(&str, &str)]) -> String {
    let directives = POLICY.iter().map(|(name, sources)| {
        let more = more.iter().filter(|(of, sources)| of == name && !sources.trim().is_empty());
        more.fold(format!("{name} {sources}"), |all, (_, sources)| format!("{all} {}", sources.trim()))
    });
    directives.collect::<Vec<_>>().join("; ")
}

/// `html` with its style sheets inside, as one, in their order; the files go. A browser fetches six files at a time,
/// and the program would have to wait for the styles.
fn with_styles(dir: &Path, html: &str) -> Result<String, String> {
    let (mut page, mut styles, mut rest) = (String::new(), String::new(), html);
    let mut place = None;
    while let Some(start) = rest.find("<link") {
        let (before, tag) = rest.split_at(start);
        page.push_str(before);
        let (tag, after) = tag.split_at(tag.find('>').map_or(tag.len(), |end| end + 1));
        rest = after;
        let href = attribute(tag, "href").filter(|_| tag.contains("rel=\"stylesheet\""));
        let Some(href) = href else {
            page.push_str(tag);
            continue;
        };
        let file = dir.join(href.trim_start_matches("./"));
        let say = |e: std::io::Error| format!("{}: {e}", file.display());
        styles.push_str(&bare(&fs::read_to_string(&file).map_err(say)?));
        fs::remove_file(&file).map_err(say)?;
        place.get_or_insert(page.len());
    }
    page.push_str(rest);
    if let Some(place) = place {
        page.insert_str(place, &format!("<style>{styles}</style>"));
    }
    Ok(page)
}

/// The value of the attribute `name` of `tag`.
pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split_once(&format!(" {name}=\""))
        .and_then(|(_, after)| after.split_once('"'))
        .map(|(value, _)| value)
}

/// `html` with `policy` first in its head.
pub fn with_policy(html: &str, policy: &str) -> Result<String, String> {
    let (before, after) = html.split_once("<head>").ok_or("expected `<head>` in index.html, found none")?;
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    Ok(format!("{before}<head>{meta}{after}"))
}

/// The hashes of the elements `tag` of `html` that have their text inside, as sources of a policy.
pub fn hashes(html: &str, tag: &str) -> String {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once(&format!("<{tag}")) {
        let Some((attributes, after)) = after.split_once('>') else { break };
        let Some((text, after)) = after.split_once(&format!("</{tag}>")) else { break };
        if !attributes.contains("src=") && !attributes.contains("text/plain") {
            found.push(format!("'{}'", hash(text.as_bytes())));
        }
        rest = after;
    }
    found.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html><head><meta name=\"dateline-pack\" content=\"\">\
                        <meta name=\"dateline-packer\" content=\"\"><script type=\"module\">a()</script>\
                        <script src=\"x.js\"></script></head></html>";

    fn finished(html: &str, pack: &[u8]) -> (tempfile::TempDir, String, String) {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("index.html"), html).unwrap();
        fs::write(dir.path().join("page-1.js"), "export {}").unwrap();
        finish(dir.path(), pack, b"").unwrap();
        let read = |name: &str| fs::read_to_string(dir.path().join(name)).unwrap();
        let (html, worker) = (read("index.html"), read("sw.js"));
        (dir, html, worker)
    }

    #[test]
    fn the_policy_comes_first_and_names_each_inline_script() {
        let (_dir, html, _) = finished(PAGE, b"");
        assert!(html.starts_with("<html><head><meta http-equiv=\"Content-Security-Policy\""), "{html}");
        let one = hash(b"a()");
        assert!(
            html.contains(&format!("script-src 'self' '{one}' 'wasm-unsafe-eval'; style-src 'self';")),
            "{html}"
        );
    }

    #[test]
    fn style_sheets_are_inside_the_page_in_their_order_and_allowed_by_hash() {
        let dir = tempfile::tempdir().unwrap();
        let page = PAGE.replace(
            "</head>",
            "<link rel=\"stylesheet\" href=\"./b.css\" integrity=\"x\"><link rel=\"icon\" href=\"i.svg\">\
             <link rel=\"stylesheet\" href=\"./a.css\"></head>",
        );
        fs::write(dir.path().join("index.html"), page).unwrap();
        fs::write(dir.path().join("a.css"), "p{}").unwrap();
        fs::write(dir.path().join("b.css"), "b{}").unwrap();
        finish(dir.path(), b"", b"").unwrap();
        let html = fs::read_to_string(dir.path().join("index.html")).unwrap();
        assert!(html.contains("<style>b{}p{}</style><link rel=\"icon\" href=\"i.svg\">"), "{html}");
        assert!(html.contains(&format!("style-src 'self' '{}'", hash(b"b{}p{}"))), "{html}");
        assert!(!dir.path().join("a.css").exists());
    }

    #[test]
    fn the_worker_lists_every_file_as_it_now_is() {
        let (_dir, html, worker) = finished(PAGE, b"");
        assert!(worker.contains(&format!("\"index.html\":\"{}\"", hash(html.as_bytes()))), "{worker}");
        assert!(worker.contains("\"page-1.js\"") && !worker.contains("\"sw.js\""), "{worker}");
    }

    #[test]
    fn a_large_pack_stands_beside_the_page_under_its_hash() {
        let (dir, html, worker) = finished(PAGE, b"pack");
        let name = format!("corpus-{}.pack", fingerprint(b"pack"));
        assert_eq!(fs::read(dir.path().join(&name)).unwrap(), b"pack");
        assert!(html.contains(&format!("content=\"{name}\"")) && worker.contains(&name), "{html}");
    }

    #[test]
    fn a_packer_stands_beside_the_page_under_its_hash_and_is_kept_for_use_without_a_network() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("index.html"), PAGE).unwrap();
        finish(dir.path(), b"", b"packer").unwrap();
        let name = format!("packer-{}.bin", fingerprint(b"packer"));
        let read = |name: &str| fs::read_to_string(dir.path().join(name)).unwrap();
        let (html, worker) = (read("index.html"), read("sw.js"));
        assert!(html.contains(&format!("<meta name=\"dateline-packer\" content=\"{name}\">")), "{html}");
        assert!(worker.contains(&format!("\"{name}\":\"{}\"", hash(b"packer"))), "{worker}");
        assert_eq!(read(&name), "packer");
    }

    #[test]
    fn a_page_without_a_packer_names_none() {
        let (_dir, html, _) = finished(PAGE, b"");
        assert!(html.contains("<meta name=\"dateline-packer\" content=\"\">"), "{html}");
    }

    #[test]
    fn while_developing_there_is_no_policy_and_no_cache() {
        let (_dir, html, worker) = finished(&PAGE.replace("a()", "'{{__TRUNK_ADDRESS__}}'"), b"");
        assert!(!html.contains("Content-Security-Policy"));
        assert!(worker.contains("unregister"));
    }
}
