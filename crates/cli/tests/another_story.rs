//! Another story, in other forms (web clipper's Markdown, a page with JSON-LD, old plain text): no code knows it.

use std::path::Path;
use std::process::Command;

fn dateline(args: &[&str]) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/other");
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.arg(args[0]).arg(folder).args(&args[1..]);
    let output = command.output().expect("the command starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("the command writes UTF-8")
}

#[test]
fn each_file_says_when_it_was_published_and_by_whom_or_that_it_does_not() {
    let said = dateline(&["check"]);
    for line in [
        "published 14 November 2024, the file's front matter says so",
        "published 20 November 2024, the page's markup says so",
        "no date: nothing in the file gives a date of publication",
        "The Harbour Gazette",
        "Pacific Wire",
        "Ines Duarte",
        "Tom Okafor",
        "3 files: 3 used, 0 not used",
    ] {
        assert!(said.contains(line), "expected {line:?} in\n{said}");
    }
}

#[test]
fn a_name_is_found_in_both_spellings_and_all_three_articles() {
    let said = dateline(&["search", "person:rojas", "--unit", "articles"]);
    assert!(said.contains("3 of 3 articles"), "{said}");
    let said = dateline(&["search", "valparaiso"]);
    assert!(said.contains("Valparaíso") && said.contains("Valparaiso"), "{said}");
}

#[test]
fn two_voices_and_their_two_numbers_stay_apart() {
    let said = dateline(&["search", "\"had been injured\""]);
    assert!(said.contains("13 November 2024, by The port authority"), "{said}");
    assert!(said.contains("19 November 2024, by Rojas (Marcela Rojas)"), "{said}");
}

#[test]
fn days_relative_to_an_unknown_publication_stay_open() {
    let said = dateline(&["search", "cherry exporters"]);
    assert!(said.contains("it counts from a publication date that is not known"), "{said}");
}
