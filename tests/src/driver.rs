//! A browser: chromedriver on a port of its own, and Chromium as it lets itself be driven.
//!
//! **Invariant:** a browser ends with its test, also where the test fails.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, ChildStdout, Command, Stdio};

use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// What makes Chromium quiet and alike everywhere; as root it starts without its sandbox only.
const FLAGS: [&str; 14] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--disable-quic",
    "--mute-audio",
    "--force-color-profile=srgb",
];

/// How often chromedriver is started before its silence is a failure.
const STARTS: usize = 5;

/// A running chromedriver.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    /// Held open, since it may have more to say.
    _output: BufReader<ChildStdout>,
    address: String,
}

impl Driver {
    /// Starts chromedriver on a free port.
    ///
    /// It takes a free port for one family of addresses and stops if that port
    /// is taken for the other, or while it is asking: then it is asked again.
    pub fn start() -> Self {
        (0..STARTS).find_map(|_| Self::try_start()).expect("chromedriver says which port it listens on")
    }

    fn try_start() -> Option<Self> {
        let mut process = Command::new("chromedriver")
            .args(["--port=0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver on the PATH: run `cargo xtask setup --browser`");
        let output = process.stdout.take().expect("its output is piped");
        // It says which port it chose, in a sentence of its own.
        let mut output = BufReader::new(output);
        let port = output.by_ref().lines().map_while(Result::ok).find_map(|line| {
            let (_, after) = line.split_once("successfully on port ")?;
            after.trim_end_matches('.').trim().parse::<u16>().ok()
        });
        let Some(port) = port else {
            let _ = process.kill();
            let _ = process.wait();
            return None;
        };
        Some(Self { process, _output: output, address: format!("http://127.0.0.1:{port}") })
    }

    /// Opens a browser with nothing remembered.
    pub async fn open(&self, profile: &std::path::Path) -> Client {
        let mut flags: Vec<String> = FLAGS.iter().map(|flag| (*flag).to_owned()).collect();
        flags.push(format!("--user-data-dir={}", profile.display()));
        let mut chrome = json!({ "args": flags });
        if let Some(browser) = xtask::setup::browser() {
            chrome["binary"] = json!(browser);
        }
        let wanted = json!({
            "goog:chromeOptions": chrome,
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        });
        let Value::Object(wanted) = wanted else { unreachable!("it is an object") };
        ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
            .capabilities(wanted)
            .connect(&self.address)
            .await
            .expect("chromedriver opens a browser")
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A command of chromedriver's own, below the session's address.
#[derive(Debug)]
pub struct Own {
    path: &'static str,
    body: Value,
}

impl Own {
    /// A command of the `DevTools` protocol.
    pub fn devtools(method: &str, parameters: &Value) -> Self {
        Self { path: "goog/cdp/execute", body: json!({ "cmd": method, "params": parameters }) }
    }

    /// What was logged since this was last asked: `browser` or `performance`.
    pub fn log(kind: &str) -> Self {
        Self { path: "se/log", body: json!({ "type": kind }) }
    }
}

impl WebDriverCompatibleCommand for Own {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
