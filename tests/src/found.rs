//! An element of the page, as a screen reader would name it.
//!
//! **Invariant:** roles and names are those that the browser itself computes, and what it hides from screen readers is
//! not found. Start at [`Found::find`].

use serde_json::{Value, json};

use crate::page::Page;

/// An element of the page.
#[derive(Clone, Debug)]
pub struct Found {
    pub(crate) page: Page,
    pub(crate) object: String,
    /// Its accessible name, where it was found by role.
    pub name: String,
}

impl Found {
    /// The element of `role` and accessible `name` inside this one, waited for; any name where it is empty.
    pub async fn find(&self, role: &str, name: &str) -> Found {
        let what = format!("{role} \"{name}\"");
        self.page.wait(&what, async || self.first(role, name).await.is_some()).await;
        self.first(role, name).await.unwrap_or_else(|| panic!("{what} is gone again"))
    }

    async fn first(&self, role: &str, name: &str) -> Option<Found> {
        let asked = if name.is_empty() {
            json!({ "objectId": self.object, "role": role })
        } else {
            json!({ "objectId": self.object, "role": role, "accessibleName": name })
        };
        self.query(&asked).await.into_iter().next()
    }

    /// Every element of `role` inside this one that is there now, in the order of the page.
    pub async fn all(&self, role: &str) -> Vec<Found> {
        self.query(&json!({ "objectId": self.object, "role": role })).await
    }

    async fn query(&self, asked: &Value) -> Vec<Found> {
        let Ok(answer) = self.page.try_devtools("Accessibility.queryAXTree", asked).await else {
            return Vec::new();
        };
        let mut all = Vec::new();
        for node in answer["nodes"].as_array().into_iter().flatten().filter(|node| node["ignored"] != true) {
            let asked = json!({ "backendNodeId": node["backendDOMNodeId"] });
            // The page may have drawn anew since the question.
            let Ok(answer) = self.page.try_devtools("DOM.resolveNode", &asked).await else { continue };
            let object = answer["object"]["objectId"].as_str().unwrap_or_default().to_owned();
            let name = node["name"]["value"].as_str().unwrap_or_default().to_owned();
            all.push(Found { page: self.page.clone(), object, name });
        }
        all
    }

    /// The value of the JavaScript function body `code`, with this element as `this`.
    pub async fn eval(&self, code: &str) -> Value {
        let function = format!("async function() {{ {code} }}");
        let asked = json!({
            "objectId": self.object, "functionDeclaration": function, "returnByValue": true, "awaitPromise": true,
        });
        let answer = self.page.devtools("Runtime.callFunctionOn", &asked).await;
        assert!(answer.get("exceptionDetails").is_none(), "{code}: {}", answer["exceptionDetails"]);
        answer["result"]["value"].clone()
    }

    /// Its text.
    pub async fn text(&self) -> String {
        self.eval("return this.textContent").await.as_str().unwrap_or_default().to_owned()
    }

    /// Its attribute `name`.
    pub async fn attribute(&self, name: &str) -> Option<String> {
        self.eval(&format!("return this.getAttribute({})", json!(name))).await.as_str().map(str::to_owned)
    }

    /// Whether it is inside what the reader sees.
    pub async fn is_in_view(&self) -> bool {
        let code = "const r = this.getBoundingClientRect(); \
                    return r.height > 0 && r.top < innerHeight && r.bottom > 0 && r.left < innerWidth && r.right > 0";
        self.eval(code).await == true
    }

    /// Clicks in its middle; what lies over it there would take the click, and is an error.
    pub async fn click(&self) {
        let code = "this.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' }); \
                    const r = this.getClientRects()[0]; const x = r.left + r.width / 2, y = r.top + r.height / 2; \
                    const hit = document.elementFromPoint(x, y); \
                    const free = hit && (this.contains(hit) || hit.contains(this)); \
                    return { x, y, over: free ? '' : (hit ? hit.outerHTML.slice(0, 200) : 'nothing') }";
        let place = self.eval(code).await;
        assert_eq!(place["over"], "", "something lies over \"{}\"", self.name);
        for kind in ["mousePressed", "mouseReleased"] {
            let event =
                json!({ "type": kind, "x": place["x"], "y": place["y"], "button": "left", "clickCount": 1 });
            self.page.devtools("Input.dispatchMouseEvent", &event).await;
        }
    }

    /// Puts the focus on it, as a screen reader does.
    pub async fn focus(&self) {
        self.eval("this.focus()").await;
    }

    /// Whether it has the focus.
    pub async fn is_focused(&self) -> bool {
        self.eval("return document.activeElement === this").await == true
    }

    /// Waits until its attribute `name` is `value`.
    pub async fn until(&self, name: &str, value: &str) {
        let what = format!("{name}=\"{value}\" on \"{}\"", self.name);
        self.page.wait(&what, async || self.attribute(name).await.as_deref() == Some(value)).await;
    }
}
