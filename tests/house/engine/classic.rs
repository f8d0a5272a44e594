//! What hands and eyes need, by WebDriver as every engine has it.
//!
//! A script of the test's proposes what could have a role, and the engine itself says which role and which name it tells a
//! screen reader.

use serde_json::{Value, json};
use thirtyfour::common::command::{Command, FormatRequestData, MAGIC_ELEMENTID};
use thirtyfour::prelude::{ScriptRet, WebDriverResult};
use thirtyfour::{ElementId, RequestData, SessionId};

use crate::house::Browser;
use crate::house::hands::{Node, Pointer, Seen};

/// What could have this role and, if words are given, a name of these words: never less than what has them. What is hidden,
/// or lies under an open dialog, has no role.
const PROPOSE: &str = "
const [selector, words] = arguments;
const texts = (of) => [of.textContent, ...['aria-label', 'alt', 'title', 'placeholder', 'value', 'aria-description']
    .map((name) => of.getAttribute(name) ?? '')];
const all = (of) => [of, ...of.querySelectorAll('[aria-label], [alt], [title], svg')].flatMap(texts);
const named = (of) => [of, ...(of.labels ?? []), of.closest('figure, fieldset, table, details') ?? of,
    ...(of.getAttribute('aria-labelledby') ?? '').split(/\\s+/).map((id) => document.getElementById(id))]
    .filter(Boolean).flatMap(all).join(' ');
const modal = [...document.querySelectorAll('dialog:modal')].pop();
return [...document.querySelectorAll(selector)]
    .filter((it) => it.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
    .filter((it) => !it.closest('[inert], [aria-hidden=true]') && (!modal || modal.contains(it)))
    .filter((it) => { const text = words.length ? named(it) : ''; return words.every((word) => text.includes(word)); });";

/// Where to look for a role: elements that have it by themselves, and those that are given it.
fn selector(role: &str) -> String {
    let own = match role {
        "button" => "button, summary, input[type=submit], input[type=button], input[type=reset], input[type=file]",
        "link" => "a[href], area[href]",
        "heading" => "h1, h2, h3, h4, h5, h6",
        "textbox" => {
            "textarea, input:not([type]), input:is([type=text], [type=password], [type=email], [type=tel], [type=url])"
        }
        "searchbox" => "input[type=search]",
        "radio" => "input[type=radio]",
        "checkbox" | "switch" => "input[type=checkbox]",
        "combobox" => "select",
        "list" => "ul, ol, menu",
        "listitem" => "li",
        "group" => "fieldset, details, optgroup",
        "image" => "img, svg",
        "navigation" => "nav",
        "dialog" => "dialog",
        "slider" => "input[type=range]",
        "progressbar" => "progress",
        "table" => "table",
        "row" => "tr",
        "article" => "article",
        "main" => "main",
        "region" => "section",
        "paragraph" => "p",
        "figure" => "figure",
        _ => "",
    };
    let given = if role == "image" { "[role=img]".to_owned() } else { format!("[role={role}]") };
    if own.is_empty() { given } else { format!("{own}, {given}") }
}

/// What a list shows as chosen. To WebKitGTK a list is a button, named by its label and by what is chosen.
const CHOSEN: &str = "function () { return this.selectedOptions?.[0]?.text.trim(); }";

/// Whether an engine's word for a role is the one that is meant.
fn is_role(word: &str, meant: &str, is_password: bool) -> bool {
    // Engines have no word of the standard for a field that hides what is typed.
    word == meant
        || (meant == "image" && word == "img")
        || (meant == "textbox" && is_password)
        || (meant == "combobox" && word == "button")
}

/// A question about an element that the library does not know.
#[derive(Debug)]
struct Computed<'a> {
    element: &'a str,
    what: &'static str,
}

impl FormatRequestData for Computed<'_> {
    fn format_request(&self, session: &SessionId) -> RequestData {
        // It is asked as the element's name is, under another word.
        let mut request = Command::GetElementTagName(ElementId::from(self.element)).format_request(session);
        request.uri = request.uri.replace("/name", self.what).into();
        request
    }
}

impl Browser {
    /// What has this role, and this name if one is given. Empty between two documents.
    pub(super) async fn look_by_driver(&self, role: &str, name: Option<&str>) -> Vec<Seen> {
        let words: Vec<&str> = name.map(|name| name.split_whitespace().collect()).unwrap_or_default();
        let asked = [json!(selector(role)), json!(words)];
        let Ok(proposed) = self.session().execute(PROPOSE, asked).await else { return Vec::new() };
        let mut seen = Vec::new();
        for element in proposed.json().as_array().cloned().unwrap_or_default() {
            let element = element[MAGIC_ELEMENTID].as_str().unwrap_or_default().to_owned();
            // It may go while it is looked at.
            if let Ok(Some(label)) = self.told(&element, role, name).await {
                seen.push(Seen { name: label, node: Node::Element(element) });
            }
        }
        seen
    }

    /// The name that a screen reader is told, if role and name are the ones that are meant.
    async fn told(&self, element: &str, role: &str, name: Option<&str>) -> WebDriverResult<Option<String>> {
        let label = self.computed(element, "/computedlabel").await?;
        let mut label = label.split_whitespace().collect::<Vec<_>>().join(" ");
        if role == "combobox"
            && let Some(Value::String(chosen)) = self.on_by_driver(element, CHOSEN, &[]).await
        {
            label = label.strip_suffix(&chosen).map(str::trim_end).unwrap_or(&label).to_owned();
        }
        if name.is_some_and(|name| name != label) {
            return Ok(None);
        }
        let word = self.computed(element, "/computedrole").await?;
        let hides = role == "textbox" && word != role && {
            let kind = self.on_by_driver(element, "function () { return this.type; }", &[]).await;
            kind == Some(json!("password"))
        };
        Ok(is_role(&word, role, hides).then_some(label))
    }

    async fn computed(&self, element: &str, what: &'static str) -> WebDriverResult<String> {
        let answer = self.session().handle().cmd(Computed { element, what }).await?;
        Ok(answer.value::<Option<String>>()?.unwrap_or_default())
    }

    /// Calls a function on an element; nothing if the element has gone.
    pub(super) async fn on_by_driver(&self, element: &str, function: &str, given: &[Value]) -> Option<Value> {
        let script = format!("return ({function}).apply(arguments[0], arguments[1]);");
        let asked = [json!({ MAGIC_ELEMENTID: element }), json!(given)];
        self.session().execute(script, asked).await.ok().map(|answer| answer.json().clone())
    }

    /// Puts down, moves or lifts a finger or the mouse, one after the other.
    pub(super) async fn point_by_driver(&self, what: &[Pointer], x: &Value, y: &Value) {
        let whole = |place: &Value| place.as_f64().unwrap_or_default().round() as i64;
        let go = json!({ "type": "pointerMove", "duration": 0, "x": whole(x), "y": whole(y) });
        let acts = what.iter().flat_map(|what| match what {
            Pointer::Down => vec![go.clone(), json!({ "type": "pointerDown", "button": 0 })],
            Pointer::Move => vec![go.clone()],
            Pointer::Up => vec![json!({ "type": "pointerUp", "button": 0 })],
        });
        let acts: Vec<Value> = acts.collect();
        let kind = if self.touches() { "touch" } else { "mouse" };
        self.act(json!({ "type": "pointer", "id": kind, "parameters": { "pointerType": kind }, "actions": acts }))
            .await;
    }

    /// Presses a key.
    pub(super) async fn key_by_driver(&self, name: &str) {
        let key = match name {
            "Enter" => "\u{e007}",
            "Escape" => "\u{e00c}",
            "Tab" => "\u{e004}",
            "Backspace" => "\u{e003}",
            "Delete" => "\u{e017}",
            "Home" => "\u{e011}",
            "End" => "\u{e010}",
            "ArrowLeft" => "\u{e012}",
            "ArrowUp" => "\u{e013}",
            "ArrowRight" => "\u{e014}",
            "ArrowDown" => "\u{e015}",
            "F1" => "\u{e031}",
            "F5" => "\u{e035}",
            // A key that drivers do not have; with Alt the arrow does the same.
            "BrowserBack" => {
                let acts =
                    [("keyDown", "\u{e00a}"), ("keyDown", "\u{e012}"), ("keyUp", "\u{e012}"), ("keyUp", "\u{e00a}")];
                let acts: Vec<Value> = acts.iter().map(|(kind, key)| json!({ "type": kind, "value": key })).collect();
                return self.act(json!({ "type": "key", "id": "keys", "actions": acts })).await;
            }
            other => other,
        };
        let acts = json!([{ "type": "keyDown", "value": key }, { "type": "keyUp", "value": key }]);
        self.act(json!({ "type": "key", "id": "keys", "actions": acts })).await;
    }

    async fn act(&self, source: Value) {
        let done = self.session().handle().cmd(Command::PerformActions(json!([source]).into())).await;
        done.unwrap_or_else(|error| panic!("{source}: {error}"));
    }

    /// The value of an expression in the page, or of the last of several statements.
    pub(super) async fn evaluate_by_driver(&self, expression: &str) -> Result<Value, String> {
        // As text, so that every engine brings the same back.
        let script = |before: &str, last: &str| {
            format!("return (async () => {{ {before}\nreturn JSON.stringify(await (\n{last}\n)); }})();")
        };
        let has = |answer: &WebDriverResult<ScriptRet>, words: &str| {
            answer.as_ref().is_err_and(|error| error.to_string().contains(words))
        };
        let mut whole = script("", expression);
        let mut answer = self.session().execute(whole.clone(), Vec::new()).await;
        if let Some((before, last)) = expression.trim_end().trim_end_matches(';').rsplit_once(';')
            && (has(&answer, "SyntaxError") || has(&answer, "Unexpected token"))
        {
            whole = script(&format!("{before};"), last);
            answer = self.session().execute(whole.clone(), Vec::new()).await;
        }
        for _ in 0..5 {
            // Another page came while it was asked.
            if has(&answer, "Document was unloaded") {
                answer = self.session().execute(whole.clone(), Vec::new()).await;
            }
        }
        match answer.map_err(|error| error.to_string())?.json().as_str() {
            Some(text) => serde_json::from_str(text).map_err(|error| error.to_string()),
            None => Ok(Value::Null),
        }
    }

    /// Gives the window that is looked at the size of the screen, without what the browser has around the page.
    pub(in crate::house) async fn fit(&self) {
        let (width, height) = self.screen.size();
        let (mut wide, mut high) = (width, height);
        for _ in 0..5 {
            self.session().set_window_rect(0, 0, wide, high).await.expect("the window has a size");
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            let inner = self.evaluate("[innerWidth, innerHeight]").await;
            let [is_wide, is_high] = [&inner[0], &inner[1]].map(|side| side.as_u64().unwrap_or_default() as u32);
            if (is_wide, is_high) == (width, height) {
                return;
            }
            (wide, high) = (wide + width - is_wide, high + height - is_high);
        }
        panic!("the window does not take the size of the screen: {}", self.evaluate("[innerWidth, innerHeight]").await);
    }
}
