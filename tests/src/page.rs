//! The page as a reader has it: what is there, by role and name, and what a reader does.
//!
//! **Invariant:** clicks and keys are the browser's own events, at the place where a reader would click: what lies
//! under something else cannot be clicked. Everything that takes time is waited for, at most [`PATIENCE`].
//! Start at [`Page::find`].

use std::time::{Duration, Instant};

use fantoccini::Client;
use fantoccini::error::CmdError;
use serde_json::{Value, json};

use crate::driver::Own;
use crate::found::Found;
use crate::keys::key;

/// The longest wait for anything on the page.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// A page in a browser.
#[derive(Clone, Debug)]
pub struct Page {
    client: Client,
    address: String,
}

impl Page {
    pub(crate) fn new(client: Client, address: String) -> Self {
        Self { client, address }
    }

    /// The page's own address, without a fragment.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The address bar.
    pub async fn location(&self) -> String {
        self.eval("location.href").await.as_str().unwrap_or_default().to_owned()
    }

    /// Opens the page at `fragment`, which starts with `#` or is empty, and waits until it shows something.
    pub async fn open(&self, fragment: &str) {
        self.client.goto(&format!("{}{fragment}", self.address)).await.expect("the page opens");
        self.settled().await;
    }

    /// Reloads the page.
    pub async fn reload(&self) {
        self.client.refresh().await.expect("the page reloads");
        self.settled().await;
    }

    /// Goes back once.
    pub async fn back(&self) {
        self.client.back().await.expect("Back");
    }

    /// Goes forward once.
    pub async fn forward(&self) {
        self.client.forward().await.expect("Forward");
    }

    async fn settled(&self) {
        self.until(
            "the page shows something",
            "!!document.querySelector('main, [role=status], [role=alert]')",
        )
        .await;
    }

    /// The value of the JavaScript expression `code`, which may be a promise.
    pub async fn eval(&self, code: &str) -> Value {
        let asked = json!({ "expression": code, "returnByValue": true, "awaitPromise": true });
        let answer = self.devtools("Runtime.evaluate", &asked).await;
        assert!(answer.get("exceptionDetails").is_none(), "{code}: {}", answer["exceptionDetails"]);
        answer["result"]["value"].clone()
    }

    /// The text that a click on `button` gives to be downloaded.
    pub async fn download(&self, button: &Found) -> Value {
        self.eval(
            "{ window.kept = null; const make = URL.createObjectURL; \
             URL.createObjectURL = (blob) => { blob.text().then((text) => { window.kept = text }); return make(blob) } }",
        )
        .await;
        button.click().await;
        self.until("what is downloaded", "!!window.kept").await;
        self.eval("window.kept").await
    }

    /// Waits until the JavaScript expression `code` is true.
    pub async fn until(&self, what: &str, code: &str) {
        self.wait(what, async || self.eval(code).await == Value::Bool(true)).await;
    }

    /// Waits until `ready` is true.
    pub async fn wait(&self, what: &str, ready: impl AsyncFn() -> bool) {
        let start = Instant::now();
        while !ready().await {
            assert!(start.elapsed() < PATIENCE, "expected within {PATIENCE:?}: {what}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// The element of `role` and accessible `name`, waited for.
    pub async fn find(&self, role: &str, name: &str) -> Found {
        self.document().await.find(role, name).await
    }

    /// Every element of `role` that is there now, in the order of the page.
    pub async fn all(&self, role: &str) -> Vec<Found> {
        self.document().await.all(role).await
    }

    /// Whether an element of `role` and `name` is there now.
    pub async fn has(&self, role: &str, name: &str) -> bool {
        self.all(role).await.iter().any(|found| found.name == name)
    }

    /// The element that `selector` finds first, waited for.
    pub async fn select(&self, selector: &str) -> Found {
        let code = format!("document.querySelector({})", json!(selector));
        self.until(selector, &format!("!!{code}")).await;
        self.object(&code).await
    }

    /// The document as a place to look in.
    pub async fn document(&self) -> Found {
        self.object("document").await
    }

    /// The element that has the focus.
    pub async fn focused(&self) -> Found {
        self.object("document.activeElement").await
    }

    async fn object(&self, code: &str) -> Found {
        let answer = self.devtools("Runtime.evaluate", &json!({ "expression": code })).await;
        let object = answer["result"]["objectId"].as_str().unwrap_or_default().to_owned();
        Found { page: self.clone(), object, name: String::new() }
    }

    /// The sentence that says what is shown.
    pub async fn says(&self) -> String {
        self.find("status", "").await.text().await
    }

    /// The first number of that sentence: how many rows are shown.
    pub async fn count(&self) -> u32 {
        let says = self.says().await;
        number(&says).unwrap_or_else(|| panic!("expected a number in the sentence `{says}`"))
    }

    /// Waits until the sentence is another one than `before`, and gives it.
    pub async fn says_other_than(&self, before: &str) -> String {
        self.wait(&format!("another sentence than `{before}`"), async || self.says().await != before).await;
        self.says().await
    }

    /// Presses and releases the key `name`.
    pub async fn press(&self, name: &str) {
        self.press_with(name, 0).await;
    }

    /// Presses Shift and the key `name`.
    pub async fn press_shift(&self, name: &str) {
        self.press_with(name, 8).await;
    }

    async fn press_with(&self, name: &str, modifiers: u8) {
        let key = key(name);
        let code = key.code;
        let down = if key.text.is_some() { "keyDown" } else { "rawKeyDown" };
        for kind in [down, "keyUp"] {
            let mut event = json!({
                "type": kind, "key": key.name, "modifiers": modifiers,
                "windowsVirtualKeyCode": code, "nativeVirtualKeyCode": code,
            });
            if key.name.len() > 1 {
                event["code"] = json!(key.name);
            }
            if let (Some(text), "keyDown") = (&key.text, kind) {
                event["text"] = json!(text);
            }
            self.devtools("Input.dispatchKeyEvent", &event).await;
        }
    }

    /// Types `text` where the focus is.
    pub async fn type_in(&self, text: &str) {
        for c in text.chars() {
            self.press(&c.to_string()).await;
        }
    }

    /// A mouse event of the `DevTools` protocol: `mousePressed`, `mouseMoved`, `mouseReleased`.
    pub async fn mouse(&self, kind: &str, (x, y): (f64, f64)) {
        let held = i32::from(kind != "mouseReleased");
        let event =
            json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": held, "clickCount": 1 });
        self.devtools("Input.dispatchMouseEvent", &event).await;
    }

    /// Presses the mouse at `from` and moves it to `to` in steps, without letting go.
    pub async fn drag(&self, from: (f64, f64), to: (f64, f64)) {
        self.mouse("mousePressed", from).await;
        for step in 1..=5 {
            let share = f64::from(step) / 5.0;
            self.mouse("mouseMoved", (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share))
                .await;
        }
    }

    /// The point of the page that lies at the shares `x` and `y` of the box of what `selector` finds first.
    pub async fn point(&self, selector: &str, (x, y): (f64, f64)) -> (f64, f64) {
        let code = format!(
            "const r = this.getBoundingClientRect(); return [r.left + r.width * {x}, r.top + r.height * {y}]"
        );
        let place = self.select(selector).await.eval(&code).await;
        (place[0].as_f64().unwrap_or_default(), place[1].as_f64().unwrap_or_default())
    }

    /// What the console said since this was last asked.
    pub async fn console(&self) -> Vec<String> {
        let log = self.client.issue_cmd(Own::log("browser")).await.unwrap_or_default();
        log.as_array().into_iter().flatten().map(|entry| entry["message"].to_string()).collect()
    }

    /// The address of every request to the network since this was last asked.
    pub async fn requests(&self) -> Vec<String> {
        let log = self.client.issue_cmd(Own::log("performance")).await.unwrap_or_default();
        let events = log.as_array().into_iter().flatten().filter_map(|entry| {
            let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            let event = &event["message"];
            let asked = event["method"] == "Network.requestWillBeSent";
            asked.then(|| event["params"]["request"]["url"].as_str().unwrap_or_default().to_owned())
        });
        // The browser's own pages, and what is inside the page already, are no network.
        events.filter(|address| address.starts_with("http") || address.starts_with("ws")).collect()
    }

    /// A command of the `DevTools` protocol.
    pub async fn devtools(&self, method: &str, parameters: &Value) -> Value {
        self.try_devtools(method, parameters).await.unwrap_or_else(|e| panic!("{method}: {e}"))
    }

    pub(crate) async fn try_devtools(&self, method: &str, parameters: &Value) -> Result<Value, CmdError> {
        self.client.issue_cmd(Own::devtools(method, parameters)).await
    }

    /// Runs the JavaScript `code` before the page's own, each time that it is opened from now on.
    pub async fn before(&self, code: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": code })).await;
    }

    /// Leaves the page, so that none of this site is open.
    pub async fn leave(&self) {
        self.client.goto("about:blank").await.expect("an empty page");
    }

    /// What axe-core finds wrong with the page as it is: one line a rule, with the first elements.
    pub async fn axe(&self) -> Vec<String> {
        let axe = std::fs::read_to_string(xtask::tools::axe()).expect("run `cargo xtask setup --browser`");
        // Not a script element: the page's policy would refuse it, and rightly.
        self.devtools("Runtime.evaluate", &json!({ "expression": axe })).await;
        let run = "axe.run(document, { resultTypes: ['violations'] }).then((found) => found.violations.map((v) => \
                   `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')}`))";
        let found = self.eval(run).await;
        found
            .as_array()
            .into_iter()
            .flatten()
            .map(|line| line.as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// A picture of the page, as PNG.
    pub async fn screenshot(&self) -> Result<Vec<u8>, CmdError> {
        self.client.screenshot().await
    }

    pub(crate) async fn close(self) {
        let _ = self.client.close().await;
    }
}

/// The first number of `text`, with or without separators of thousands.
pub fn number(text: &str) -> Option<u32> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let digits =
        text[start..].chars().take_while(|c| c.is_ascii_digit() || matches!(c, ',' | '\u{a0}' | '\u{202f}'));
    digits.filter(char::is_ascii_digit).collect::<String>().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn the_first_number_is_read_with_its_separators() {
        for (text, expected) in
            [("1,204 events from 5", Some(1204)), ("no events", None), ("7 of 9", Some(7))]
        {
            assert_eq!(number(text), expected, "{text}");
        }
    }
}
