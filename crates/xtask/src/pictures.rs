//! `cargo xtask pictures`: the pictures of `docs/timeline.md`, by Dateline and by two well-known timelines.
//!
//! **Invariant:** all of them draw the events that Dateline's page exports, each as its own documentation shows it.
//! Start at [`pictures`]; what is taken is in `bench/pictures/take.mjs`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::json;

use crate::tools::{self, PEERS, TIMELINES};

/// Where the sites are that pictures are taken of.
#[derive(Debug, clap::Args)]
pub struct Pictures {
    /// The site of a few articles [default: the one that was built last].
    #[arg(long, value_name = "DIR")]
    few: Option<PathBuf>,
    /// A site of many articles, if its pictures are taken too.
    #[arg(long, value_name = "DIR")]
    many: Option<PathBuf>,
}

/// Takes all pictures.
pub fn pictures(wanted: &Pictures) -> Result<(), String> {
    let root = tools::root();
    let (out, scratch) = (root.join("docs/timeline"), tools::target().join("dateline/pictures"));
    for dir in [&out, &scratch] {
        fs::create_dir_all(dir).map_err(|error| format!("{}: {error}", dir.display()))?;
    }
    let few = wanted.few.clone().unwrap_or_else(|| tools::target().join("dateline/site"));
    if !few.join("index.html").is_file() {
        return Err(format!(
            "expected a built site in {}, found none: run `cargo xtask build` first",
            few.display()
        ));
    }
    let chromium = crate::setup::browser();
    let chromium = chromium.ok_or("expected chromium on the PATH: run `cargo xtask setup --bench`")?;
    let npm = PEERS.iter().take(1).chain(&TIMELINES).map(|tool| {
        (
            tool.package.to_owned(),
            json!(tools::npm_tool(tool.package, tool.version).join("node_modules").join(tool.package)),
        )
    });
    let plan = json!({
        "few": few,
        "many": wanted.many,
        "peers": root.join("bench/pictures"),
        "npm": npm.collect::<serde_json::Map<_, _>>(),
        "chromium": chromium,
        "out": out,
        "scratch": scratch,
        "day": "2026-02-05",
        "compare": "&lanes=speaker&lane=Volodymyr%20Zelenskyy&lane=Donald%20Trump",
        "compared": ["Volodymyr Zelenskyy", "Donald Trump"],
        "clocks": "&clocks",
        "some": 1000,
    });
    let path = scratch.join("plan.json");
    fs::write(&path, plan.to_string()).map_err(|error| format!("{}: {error}", path.display()))?;
    let taken = Command::new("node").arg(root.join("bench/pictures/take.mjs")).arg(&path).status();
    match taken {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("expected node to take the pictures, but it ended with {status}")),
        Err(error) => Err(format!("expected node on the path: {error}")),
    }
}
