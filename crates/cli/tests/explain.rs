//! `dateline explain`, run as a user runs it.
//!
//! **Invariant:** the text of a document comes back whole once the marks are taken away; what was found stands under
//! the sentence that it starts in. Start at [`explained`].

use std::fs;
use std::path::Path;
use std::process::Command;

fn explained(file: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    let output = command.arg("explain").arg(file).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

const TEXT: &str = "Bridge closed\n\nThe bridge was closed on Friday, Norland's transport minister Anna Berg said. \
                    “We will open it again in May 2026,” she told reporters.\n\nRead more: The harbour\n";

#[test]
fn a_sentence_stands_above_what_was_found_in_it() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("bridge.txt");
    fs::write(&file, TEXT).unwrap();
    let said = explained(&file, &["--date", "2026-02-08"]);
    assert!(said.starts_with("bridge.txt\n") && !said.contains('\u{1b}'), "{said}");
    let at = |what: &str| said.find(what).unwrap_or_else(|| panic!("no `{what}` in {said}"));
    assert!(at("closed on [Friday]") < at("= 6 February 2026, DATE 2026-02-06"));
    assert!(at("= 6 February 2026") < at("“We will open it again in [May 2026],”"));
    assert!(at("{Anna Berg} said") < at("= Anna Berg, person"));
    assert!(at("<“We will open") < at("direct, by “she”"));
    assert!(at("── related: ") < at("Read more: The harbour"));
}

#[test]
fn every_seed_is_shown_whole() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let letters = |text: &str| -> Vec<char> {
        let kept = |c: &char| !c.is_whitespace() && !c.is_control() && !"[]{}<>".contains(*c);
        text.chars().filter(kept).collect()
    };
    for entry in fs::read_dir(seeds).unwrap() {
        let file = entry.unwrap().path();
        let said = explained(&file, &[]);
        // The text is indented by two, what was found by four, and a block's kind by none.
        let text = said.lines().filter(|line| line.starts_with("  ") && !line.starts_with("    "));
        let head = said.lines().skip(1).take_while(|line| line.starts_with("  ")).count();
        let text: String = text.skip(head).collect();
        let expected = String::from_utf8(fs::read(&file).unwrap()).unwrap();
        assert_eq!(letters(&text), letters(expected.trim_start_matches('\u{feff}')), "{}", file.display());
    }
}

#[test]
fn a_folder_is_no_file() {
    let output = Command::new(env!("CARGO_BIN_EXE_dateline")).args(["explain", "."]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("expected a file, found the folder"));
}
