//! `dateline search --queries`: how much each query of a list finds, as a table for a spreadsheet.
//!
//! **Invariant:** the list, the counts and the table are core's ([`dateline_core::engine::queries`]), as on the page.
//! Start at [`run`].

use std::fs;
use std::io::Read as _;
use std::path::Path;

use dateline_core::columns::Bytes;
use dateline_core::engine::Engine;
use dateline_core::engine::queries::{csv, listed};

use crate::articles::{self, Given};
use crate::failure::Failure;

/// Prints the table of the queries in the file `list`, or on standard input where that is `-`, for what was given.
pub fn run(given: &Given, list: &Path) -> Result<(), Failure> {
    let lines = lines(given, list)?;
    if listed(&lines).next().is_none() {
        return Err(Failure::wrong(format!(
            "expected queries in {}, one a line, found none: write some",
            list.display()
        )));
    }
    let pack = if let Some(pack) = given.pack()? {
        pack
    } else {
        let folder = given.read()?;
        articles::say_unused(&folder)?;
        dateline_folder::pack(&folder.into_corpus())
    };
    let engine = Engine::open(Bytes::new(pack))
        .map_err(|error| Failure::wrong(format!("the pack of the articles cannot be opened: {error}")))?;
    crate::print(&csv(&engine.hits(&lines)))
}

fn lines(given: &Given, list: &Path) -> Result<String, Failure> {
    let shown = list.display();
    let cannot = |error: std::io::Error| {
        Failure::wrong(format!("expected a file of queries at {shown}, found: {error}: give its path"))
    };
    let mut bytes = Vec::new();
    if list.as_os_str() != "-" {
        bytes = fs::read(list).map_err(cannot)?;
    } else if given.is_input() {
        return Err(Failure::wrong(
            "expected articles or queries on standard input, found both: put one of them into a file",
        ));
    } else {
        std::io::stdin().read_to_end(&mut bytes).map_err(cannot)?;
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::wrong(format!(
            "expected queries as UTF-8 in {shown}, found another byte at {at}: save it as UTF-8"
        ))
    })
}
