//! What hands and eyes need, by Chromium's own protocol.

use serde_json::{Value, json};

use crate::house::Browser;
use crate::house::hands::{Node, Pointer, Seen};

impl Browser {
    /// What has this role, and this name if one is given, as the browser tells a screen reader. Empty between two documents.
    pub(super) async fn look_by_protocol(&self, role: &str, name: Option<&str>) -> Vec<Seen> {
        let document = self.try_ask("Runtime.evaluate", json!({ "expression": "document" })).await.unwrap_or_default();
        let mut query = json!({ "objectId": document["result"]["objectId"], "role": role });
        if let Some(name) = name {
            query["accessibleName"] = json!(name);
        }
        let answer = self.try_ask("Accessibility.queryAXTree", query).await.unwrap_or_default();
        let nodes = answer["nodes"].as_array().cloned().unwrap_or_default();
        nodes
            .iter()
            .filter(|node| node["ignored"] == json!(false))
            .filter_map(|node| {
                let name = node["name"]["value"].as_str().unwrap_or_default().to_owned();
                Some(Seen { name, node: Node::Backend(node["backendDOMNodeId"].as_i64()?) })
            })
            .collect()
    }

    /// Calls a function on an element; nothing if the element has gone.
    pub(super) async fn on_by_protocol(&self, node: i64, function: &str, given: &[Value]) -> Option<Value> {
        let resolved = self.try_ask("DOM.resolveNode", json!({ "backendNodeId": node })).await.ok()?;
        let given: Vec<Value> = given.iter().map(|value| json!({ "value": value })).collect();
        let call = json!({
            "objectId": resolved["object"]["objectId"],
            "functionDeclaration": function,
            "arguments": given,
            "returnByValue": true,
        });
        let answer = self.try_ask("Runtime.callFunctionOn", call).await.ok()?;
        answer["result"].get("value").cloned()
    }

    /// Puts down, moves or lifts a finger or the mouse.
    pub(super) async fn point_by_protocol(&self, what: Pointer, x: &Value, y: &Value) {
        if self.screen.is_touched() {
            let (kind, points) = match what {
                Pointer::Down => ("touchStart", json!([{ "x": x, "y": y }])),
                Pointer::Move => ("touchMove", json!([{ "x": x, "y": y }])),
                Pointer::Up => ("touchEnd", json!([])),
            };
            self.ask("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).await;
            return;
        }
        let mouse = |kind: &str| json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
        let events = match what {
            Pointer::Down => {
                vec![json!({ "type": "mouseMoved", "x": x, "y": y, "button": "none" }), mouse("mousePressed")]
            }
            Pointer::Move => vec![json!({ "type": "mouseMoved", "x": x, "y": y, "button": "left", "buttons": 1 })],
            Pointer::Up => vec![mouse("mouseReleased")],
        };
        for event in events {
            self.ask("Input.dispatchMouseEvent", event).await;
        }
    }

    /// Presses a key.
    pub(super) async fn key_by_protocol(&self, name: &str) {
        // Without the character, Enter sends no form.
        let text = if name == "Enter" { "\r" } else { "" };
        for kind in ["keyDown", "keyUp"] {
            let text = if kind == "keyDown" { text } else { "" };
            let code = match name {
                "Enter" => 13,
                "Escape" => 27,
                "ArrowLeft" => 37,
                "ArrowUp" => 38,
                "ArrowRight" => 39,
                "ArrowDown" => 40,
                _ => 0,
            };
            let key = json!({ "type": kind, "key": name, "code": name, "text": text, "windowsVirtualKeyCode": code });
            self.ask("Input.dispatchKeyEvent", key).await;
        }
    }

    /// The value of an expression in the page.
    pub(super) async fn evaluate_by_protocol(&self, expression: &str) -> Result<Value, String> {
        let asked = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let answer = self.try_ask("Runtime.evaluate", asked).await.map_err(|error| error.to_string())?;
        match answer.get("exceptionDetails") {
            Some(exception) => Err(exception.to_string()),
            None => Ok(answer["result"]["value"].clone()),
        }
    }
}
