//! The whole site as one HTML file that opens by double click.
//!
//! **Invariant:** the file needs nothing beside it and asks for nothing: styles, fonts, icon, code and corpus are in
//! its text, and its policy allows them by hash. There is no service worker and no manifest: over `file://` neither
//! works. Start at [`write()`].

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use base64::prelude::{BASE64_STANDARD, Engine as _};

use crate::build::files;
use crate::hook::{attribute, hashes, policy, with_policy};

/// The `meta` elements that name a file beside the page.
const NAMED: [&str; 2] = ["dateline-pack", "dateline-packer"];

/// Joins the built `site` into `file`.
pub fn write(site: &Path, file: &Path) -> Result<(), String> {
    let html = joined(site)?;
    fs::write(file, html).map_err(|e| format!("{}: {e}", file.display()))
}

fn joined(site: &Path) -> Result<String, String> {
    let page = text(site, "index.html")?;
    let files = files(site)?;
    if let Some(snippet) = files.iter().find(|file| file.starts_with("snippets/")) {
        return Err(format!("expected all code in one script, found {snippet}: leave that dependency out"));
    }
    let mut html = String::new();
    let mut rest = page.as_str();
    // Every tag is looked at; those that fetch something are replaced by what they would fetch.
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at(start);
        html.push_str(before);
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at(end);
        rest = after;
        if tag.starts_with("<script") {
            let (_, after) = rest.split_once("</script>").ok_or("expected `</script>`, found none")?;
            rest = after;
        } else if tag == "<style>" {
            let (css, after) = rest.split_once("</style>").ok_or("expected `</style>`, found none")?;
            rest = after;
            let _ = write!(html, "<style>{}</style>", styles(site, css)?);
        } else if let Some(name) =
            NAMED.iter().find(|name| tag.starts_with(&format!("<meta name=\"{name}\"")))
        {
            // A page fetches what it names, and a `data:` address is fetched from the page itself.
            let file = attribute(tag, "content").filter(|file| !file.is_empty());
            let inside = file.map(|file| data(site, file)).transpose()?.unwrap_or_default();
            let _ = write!(html, "<meta name=\"{name}\" content=\"{inside}\">");
        } else if !tag.starts_with("<link") && !is_dropped(tag) {
            html.push_str(tag);
        } else if tag.contains("rel=\"icon\"") {
            let href = attribute(tag, "href").unwrap_or_default();
            html.push_str(&tag.replace(href, &data(site, href)?));
        }
    }
    html.push_str(rest);

    let scripts = scripts(site, &files)?;
    let html = html.replacen("</body>", &format!("{scripts}</body>"), 1);
    let policy = policy(&[
        ("script-src", &format!("{} 'wasm-unsafe-eval'", hashes(&html, "script"))),
        ("style-src", &hashes(&html, "style")),
        ("font-src", "data:"),
        ("connect-src", "data:"),
    ]);
    with_policy(&html, &policy)
}

/// Tags of the built site that mean nothing in a file by itself: its own policy, and the script for offline use.
fn is_dropped(tag: &str) -> bool {
    tag.starts_with("<meta")
        && ["Content-Security-Policy", "dateline-offline"].iter().any(|name| tag.contains(name))
}

/// The program: its module as text, its script, and what starts it.
///
/// The script is a classic one with a name, because the page makes its worker of that text, and over `file://` browsers
/// start no worker of a module.
fn scripts(site: &Path, files: &[String]) -> Result<String, String> {
    let of = |ending: &str| {
        let mut found = files.iter().filter(|file| file.ends_with(ending) && file.as_str() != "sw.js");
        match (found.next(), found.next()) {
            (Some(file), None) => Ok(file),
            _ => Err(format!("expected one file *{ending} in the site")),
        }
    };
    let mut scripts = String::new();
    let wasm = BASE64_STANDARD.encode(bytes(site, of(".wasm")?)?);
    let _ = write!(scripts, "<script id=\"dateline-program\" type=\"text/plain\">{wasm}</script>");
    // Text inside a script must not look like its end; in JavaScript's strings `<\/` is `</`.
    let js = classic(&text(site, of(".js")?)?)?.replace("</script", "<\\/script").replace("<!--", "<\\!--");
    let start = "__wbg_init({ module_or_path: Uint8Array.from(\
                 atob(document.getElementById('dateline-program').textContent), (c) => c.charCodeAt(0)) });";
    let _ = write!(scripts, "<script id=\"dateline-script\">{js}</script><script>{start}</script>");
    Ok(scripts)
}

/// The module `js`, as wasm-bindgen writes it, as a classic script.
fn classic(js: &str) -> Result<String, String> {
    let lines = js.lines().filter(|line| !line.starts_with("export {"));
    let lines = lines.map(|line| line.strip_prefix("export ").unwrap_or(line));
    // Only a program that is beside its script is looked for from there.
    let script = lines.collect::<Vec<_>>().join("\n").replace("import.meta.url", "location.href");
    let module = |line: &&str| line.starts_with("import ") || line.contains("import.meta");
    match script.lines().find(module) {
        Some(line) => Err(format!("expected a script without imports, found `{line}`")),
        None => Ok(script),
    }
}

/// The style sheet `css` with what it fetches inside.
fn styles(site: &Path, css: &str) -> Result<String, String> {
    let (mut joined, mut rest) = (String::new(), css);
    while let Some((before, after)) = rest.split_once("url(") {
        let (target, after) = after.split_once(')').ok_or("expected `)` after `url(` in a style sheet")?;
        let target = target.trim_matches(['"', '\'', ' ']);
        joined.push_str(before);
        let inside = if target.starts_with("data:") || target.starts_with('#') {
            target.to_owned()
        } else {
            data(site, target)?
        };
        let _ = write!(joined, "url(\"{inside}\")");
        rest = after;
    }
    joined.push_str(rest);
    Ok(joined)
}

fn data(site: &Path, file: &str) -> Result<String, String> {
    let mime = crate::server::mime(Path::new(file));
    Ok(format!("data:{mime};base64,{}", BASE64_STANDARD.encode(bytes(site, file)?)))
}

fn bytes(site: &Path, file: &str) -> Result<Vec<u8>, String> {
    let path = site.join(file.trim_start_matches("./").split(['?', '#']).next().unwrap_or_default());
    fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))
}

fn text(site: &Path, file: &str) -> Result<String, String> {
    String::from_utf8(bytes(site, file)?).map_err(|e| format!("{file}: {e}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pack_and_packer_are_inside_the_file_as_addresses() {
        let dir = tempfile::tempdir().unwrap();
        let page = "<html><head><meta name=\"dateline-pack\" content=\"a.pack\">\
                    <meta name=\"dateline-packer\" content=\"p.bin\"></head><body></body></html>";
        for (file, text) in [
            ("index.html", page),
            ("a.pack", "pack"),
            ("p.bin", "packer"),
            ("page.js", "export {}"),
            ("page.wasm", "wasm"),
        ] {
            fs::write(dir.path().join(file), text).unwrap();
        }
        let html = joined(dir.path()).unwrap();
        for (name, text) in [("dateline-pack", "pack"), ("dateline-packer", "packer")] {
            let inside = BASE64_STANDARD.encode(text);
            let meta =
                format!("<meta name=\"{name}\" content=\"data:application/octet-stream;base64,{inside}\">");
            assert!(html.contains(&meta), "{html}");
        }
        assert!(html.contains("connect-src 'self' data:"), "{html}");
    }

    #[test]
    fn a_module_becomes_a_classic_script() {
        let module = "export class A {\n}\nlet u = new URL('a', import.meta.url);\nfunction f() {}\nexport { f, A as default };\n";
        let script = "class A {\n}\nlet u = new URL('a', location.href);\nfunction f() {}";
        assert_eq!(classic(module).as_deref(), Ok(script));
        assert!(classic("import { a } from './b.js';").is_err());
    }
}
