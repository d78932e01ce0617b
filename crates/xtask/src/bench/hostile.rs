//! Texts of every bad kind, long: what takes more than linear time shows as a row that grows to the right.
//!
//! **Invariant:** each text is one thing again and again, so that a row names the room that is slow on it.
//! Start at [`measure`].

use std::hint::black_box;

use dateline_core::annotate::annotate;
use dateline_core::read::read;

use super::fewest;

/// How long the texts are, in bytes.
const LENGTHS: [usize; 5] = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];

/// What is repeated.
const UNITS: &[&str] = &[
    "a",
    "A",
    "0",
    " ",
    "\n",
    "\t",
    "\u{a0}",
    "é",
    "😀",
    "\0",
    ".",
    ",",
    "-",
    "'",
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "(",
    ")",
    "[",
    "](",
    "<",
    "<div>",
    "<p>a ",
    "&amp;",
    ". ",
    "… ",
    "* a\n",
    "a\n",
    "A b\n",
    "By A\n",
    "word ",
    "Word ",
    "WORD ",
    "the ",
    "said ",
    "said that ",
    "he said ",
    "that ",
    "and ",
    "“a ",
    "“A.” ",
    "“a,” B said. ",
    "‘a ",
    "“‘",
    "1 May 2020 ",
    "2026-02-07 ",
    "Friday ",
    "on Friday ",
    "two ",
    "one hundred ",
    "at least 4 ",
    "a week ",
    "Bank of ",
    "Mr. ",
    "A. ",
    "John and ",
    "John Smith, ",
    "John Smith said on Friday he ",
    "Anna Berg ",
    "U.S. ",
    "who ",
    "A: ",
    "a, ",
    "a; ",
    "- ",
    " - ",
    "https://a.b/",
    "list 1 of 3\n",
    "A reported from B, ",
    "title: a\n",
    "---\n",
];

/// Prints the seconds that a megabyte of each text takes, by its length.
pub fn measure() {
    print!("{:<32}", "seconds a megabyte");
    for length in LENGTHS {
        print!(" {:>9} kB", length / 1000);
    }
    println!();
    for unit in UNITS {
        print!("{:<32}", format!("{unit:?}"));
        let file = if unit.starts_with('<') { "a.html" } else { "a.txt" };
        for length in LENGTHS {
            let text = unit.repeat(length / unit.len());
            let rounds = if length < 100_000 { 3 } else { 1 };
            let seconds = fewest(rounds, || {
                black_box(annotate(&read(file, text.as_bytes())));
            });
            print!(" {:>12.3}", seconds * 1e6 / length as f64);
            // What takes a minute a megabyte would take an hour at ten times the length, if it is quadratic.
            if seconds > 20.0 {
                print!(" …");
                break;
            }
        }
        println!();
    }
}
