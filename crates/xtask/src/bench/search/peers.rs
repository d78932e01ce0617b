//! The peers: what each is, what it cannot do, and which version of which package it is.
//!
//! **Invariant:** a peer is not asked what it cannot do, and the report says so; versions are in `tools` and, for
//! tantivy, in its own lock file. Start at [`ALL`].

use super::oracle::Reading;
use super::queries::Kind;
use crate::tools;

/// The name of our own side, built as the page is.
pub(super) const DATELINE: &str = "dateline";
/// And built for speed.
pub(super) const FAST: &str = "dateline_fast";
/// The name of the native peer.
pub(super) const TANTIVY: &str = "tantivy";

/// A peer.
#[derive(Debug)]
pub(super) struct Peer {
    /// Its name, and its file in `bench/peers`.
    pub(super) name: &'static str,
    /// Its package, empty for our own.
    pub(super) package: &'static str,
    /// What it cannot be asked.
    pub(super) cannot: &'static [Kind],
    /// In what of the rest it takes every word for the beginning of one, and is judged by that.
    pub(super) begins: &'static [Kind],
    /// Whether the brush is moved over it.
    pub(super) brushes: bool,
    /// How it is asked, where that is not plain.
    pub(super) remark: &'static str,
}

/// All of them, in the order of the report.
pub(super) const ALL: &[Peer] = &[
    Peer {
        name: DATELINE,
        package: "",
        cannot: &[],
        begins: &[],
        brushes: true,
        remark: "the engine alone (`bench/engine`), built and optimized as the page is (`opt-level = \"s\"`, `-Oz`); words \
                 are asked as if quoted, since the peers know no other forms of a word; each answer has the first \
                 twenty rows with their text, the totals of every kind of row, the counts of every \
                 facet and the timeline's drawing; a misspelt word is found where the meant one is among the first five \
                 that are offered, and the first of these is asked too; the pack is made by the command, annotation \
                 included",
    },
    Peer {
        name: FAST,
        package: "",
        cannot: &[],
        begins: &[],
        brushes: true,
        remark: "the same built for speed (`opt-level = 3`, `-O3`), to know what the page's small size costs",
    },
    Peer {
        name: "minisearch",
        package: "minisearch",
        cannot: &[Kind::Phrase],
        begins: &[],
        brushes: false,
        remark: "ids and a total; nothing stored beside the index",
    },
    Peer {
        name: "flexsearch",
        package: "flexsearch",
        cannot: &[Kind::Phrase, Kind::Typo],
        begins: &Kind::ALL,
        brushes: false,
        remark: "`Index`, `tokenize: \"forward\"`, cache off, ids alone; filters are the page's; every word is the \
                 beginning of one, and it is judged by that",
    },
    Peer {
        name: "flexsearch_strict",
        package: "flexsearch",
        cannot: &[Kind::Keystroke, Kind::Phrase, Kind::Typo],
        begins: &[],
        brushes: false,
        remark: "the same with `tokenize: \"strict\"`, which finds whole words only",
    },
    Peer {
        name: "orama",
        package: "@orama/orama",
        cannot: &[Kind::Phrase],
        begins: &[Kind::Keystroke],
        brushes: false,
        remark: "`threshold: 0`; whole words by `exact`; while typing every word is the beginning of one, and it is judged \
                 by that; documents kept beside the index, facets not asked for",
    },
    Peer {
        name: "lunr",
        package: "lunr",
        cannot: &[Kind::Phrase],
        begins: &[],
        brushes: false,
        remark: "every word required; filters are the page's",
    },
    Peer {
        name: "sqlite",
        package: "@sqlite.org/sqlite-wasm",
        cannot: &[Kind::Typo],
        begins: &[],
        brushes: false,
        remark: "FTS5, contentless, `prefix='1 2 3'`, in memory; ids without a total",
    },
    Peer {
        name: "zbsearch",
        package: "zbsearch",
        cannot: &[Kind::Phrase],
        begins: &[Kind::Keystroke],
        brushes: false,
        remark: "`threshold: 0`, `prefix` only while typing, when every word is the beginning of one, and it is judged by \
                 that; documents kept beside the index, facets not asked for",
    },
    Peer {
        name: "pagefind",
        package: "pagefind",
        cannot: &[Kind::Typo, Kind::Narrowed],
        begins: &[],
        brushes: false,
        remark: "built by its own program; a search fetches parts of its index from this machine, which is in its times",
    },
    Peer {
        name: "crossfilter",
        package: "crossfilter2",
        cannot: &Kind::ALL,
        begins: &[],
        brushes: true,
        remark: "day, publisher, author, names and words as dimensions; a group a panel, read after each move",
    },
    Peer {
        name: TANTIVY,
        package: "",
        cannot: &[],
        begins: &[],
        brushes: false,
        remark: "native, in memory, one thread: what a processor can do without a browser",
    },
];

impl Peer {
    /// Whether it is our own, built one way or the other.
    pub(super) fn is_ours(&self) -> bool {
        [DATELINE, FAST].contains(&self.name)
    }

    /// What a question of `kind` means to it.
    pub(super) fn reading(&self, kind: Kind) -> Reading {
        Reading { begins: self.begins.contains(&kind), spans: self.is_ours() }
    }

    /// Its package and version.
    pub(super) fn version(&self) -> String {
        match (self.name, tools::PEERS.iter().find(|tool| tool.package == self.package)) {
            (_, Some(tool)) => format!("{} {}", tool.package, tool.version),
            (TANTIVY, None) => {
                let lock = include_str!("../../../../../bench/tantivy/Cargo.lock");
                format!("tantivy {}", tools::locked(lock, "tantivy").unwrap_or_default())
            }
            _ => format!("dateline {}", env!("CARGO_PKG_VERSION")),
        }
    }
}

/// The peers named in `wanted`, all where it is empty; Dateline is always among them.
pub(super) fn wanted(wanted: &[String]) -> Result<Vec<&'static Peer>, String> {
    if let Some(unknown) = wanted.iter().find(|name| ALL.iter().all(|peer| peer.name != **name)) {
        let names: Vec<&str> = ALL.iter().map(|peer| peer.name).collect();
        return Err(format!("expected peers out of {}, found `{unknown}`", names.join(", ")));
    }
    let is_wanted = |peer: &&Peer| {
        wanted.is_empty() || peer.name == DATELINE || wanted.iter().any(|name| name == peer.name)
    };
    Ok(ALL.iter().filter(is_wanted).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_peer_has_a_version_and_those_in_the_browser_a_file() {
        for peer in ALL {
            let version = peer.version();
            assert!(
                version.split(' ').next_back().unwrap().starts_with(|c: char| c.is_ascii_digit()),
                "{version}"
            );
            let file = tools::root().join(format!("bench/peers/{}.js", peer.name));
            assert_eq!(file.is_file(), peer.name != TANTIVY, "{}", file.display());
        }
    }

    #[test]
    fn dateline_is_always_measured_and_an_unknown_peer_is_refused() {
        let names = |list: &[&str]| -> Result<Vec<&str>, String> {
            let list: Vec<String> = list.iter().map(|name| (*name).to_owned()).collect();
            Ok(wanted(&list)?.iter().map(|peer| peer.name).collect())
        };
        assert_eq!(names(&["lunr"]), Ok(vec!["dateline", "lunr"]));
        assert_eq!(names(&[]).unwrap().len(), ALL.len());
        assert!(names(&["fuse"]).unwrap_err().contains("`fuse`"));
    }
}
