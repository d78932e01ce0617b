//! What a reader waits for: the size of the first view, as servers send it, and apart from it that of the packer.
//!
//! **Invariant:** the limits are asserted here, so that the page cannot grow past them unnoticed.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use crate::build::files;

/// The most that the page, its styles and its program (with the corpus inside) may weigh, in bytes of brotli. What is
/// wanted is 350 000, which held until the index, the whole query language, the worker, suggestions and the sidebar's
/// groups came in, and then the timeline's lanes, clocks, table, notes, print, lines for what spans a window and dates that
/// the reader sets; until it holds again this keeps it from growing unseen.
const FIRST_VIEW: usize = 589_000;
/// The most that the packer may weigh, in bytes as it is sent: only who corrects something waits for it.
const PACKER: usize = 830_000;
/// The most that the fonts for Latin text may weigh, in bytes.
const FONTS: usize = 110_000;

/// Weighs the site in `dir` and fails where it is too heavy.
pub fn check(dir: &Path) -> Result<(), String> {
    let (mut view, mut fonts, mut packer) = (0, 0, 0);
    for file in files(dir)?.iter().filter(|file| file.as_str() != "sw.js") {
        let bytes = fs::read(dir.join(file)).map_err(|e| format!("{file}: {e}"))?;
        let ending = Path::new(file).extension().and_then(|e| e.to_str()).unwrap_or_default();
        let (part, size) = match ending {
            "html" | "css" | "js" | "wasm" => (&mut view, compressed(&bytes)?),
            // A browser fetches a font only where the page has a character of its range.
            "woff2" if file.contains("-latin") && !file.contains("-ext") => (&mut fonts, bytes.len()),
            "bin" => (&mut packer, bytes.len()),
            _ => continue,
        };
        *part += size;
        println!("   {size:>8}  {file}");
    }
    println!("   first view {view} of {FIRST_VIEW} bytes (brotli), fonts {fonts} of {FONTS} bytes");
    println!("   packer, not in the first view, {packer} of {PACKER} bytes (gzip)");
    for (name, size, most) in
        [("first view", view, FIRST_VIEW), ("fonts", fonts, FONTS), ("packer", packer, PACKER)]
    {
        if size > most {
            return Err(format!("expected at most {most} bytes for the {name}, found {size}"));
        }
    }
    Ok(())
}

fn compressed(bytes: &[u8]) -> Result<usize, String> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    writer.write_all(bytes).and_then(|()| writer.flush()).map_err(|e| e.to_string())?;
    Ok(writer.into_inner().len())
}
