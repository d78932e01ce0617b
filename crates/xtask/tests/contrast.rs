//! The contrast of the page's colours, in both themes, as WCAG 2 counts it.
//!
//! **Invariant:** text keeps 4.5:1 on every ground that it stands on; marks and the borders of fields keep 3:1.
//! The colours are read from `style/tokens.css`: the one place where there are any.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Each colour's name with its value in the light and in the dark theme.
fn tokens() -> BTreeMap<String, [[f64; 3]; 2]> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    let css = fs::read_to_string(root.join("style/tokens.css")).unwrap();
    let lines = css.lines().filter_map(|line| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": light-dark(")?;
        let (light, dark) = value.strip_suffix(");")?.split_once(", ")?;
        Some((name.to_owned(), [rgb(light), rgb(dark)]))
    });
    lines.collect()
}

/// `#rrggbb` as shares of full light.
fn rgb(hex: &str) -> [f64; 3] {
    let part = |at: usize| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
    [part(1), part(3), part(5)]
}

/// The relative luminance of WCAG 2.
fn luminance(colour: [f64; 3]) -> f64 {
    let linear = |c: f64| if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Fails with every pair of `fronts` on `grounds` that has less than `least` in one of the themes.
fn check(fronts: &[&str], grounds: &[&str], least: f64) {
    let tokens = tokens();
    let mut faults = Vec::new();
    for front in fronts {
        for ground in grounds {
            for (theme, name) in ["light", "dark"].iter().enumerate() {
                let found = contrast(tokens[*front][theme], tokens[*ground][theme]);
                if found < least {
                    faults.push(format!("{name}: {front} on {ground} has {found:.2}, not {least}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn black_on_white_has_the_greatest_contrast_there_is() {
    assert!((contrast(rgb("#000000"), rgb("#ffffff")) - 21.0).abs() < 1e-9);
}

#[test]
fn text_is_read_on_every_ground() {
    check(&["ink", "ink-2", "ink-3", "accent"], &["paper", "sheet", "sunk", "accent-soft"], 4.5);
    check(&["ink", "ink-2", "ink-3", "accent"], &["mark"], 4.5);
    check(&["differ"], &["sheet", "paper"], 4.5);
}

#[test]
fn marks_and_the_borders_of_fields_are_seen_on_every_ground() {
    check(&["edge", "ink-3", "ink-2", "accent"], &["paper", "sheet", "sunk"], 3.0);
    check(&["person", "place", "organization", "other"], &["paper", "sunk", "accent-soft"], 3.0);
}
