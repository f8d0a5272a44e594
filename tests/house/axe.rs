//! axe-core in the page: it finds what would shut somebody out.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use lantern_room::platform::settings::Theme;

use super::Browser;

/// Runs in the page when axe-core stands in it, and gives a short account of each violation.
const LOOK: &str = "axe.run(document, { resultTypes: ['violations'] }).then((report) => report.violations.map(
    (violation) => ({ rule: violation.id, impact: violation.impact, help: violation.help,
        where: violation.nodes.map((node) => node.target.join(' ') + ' | ' + node.failureSummary) })))";

/// The lights that a person can choose, as the page’s root names them.
const LIGHTS: [&str; 3] = [Theme::Day.word(), Theme::Night.word(), Theme::FairyLights.word()];

/// Colours fade from one light to the other; what is looked at is where they come to rest. What never rests is left out,
/// and so is what stands in folded details: nothing moves there.
const COME_TO_REST: &str = "Promise.all(document.getAnimations()
    .filter((animation) => animation.effect.getComputedTiming().endTime !== Infinity)
    .filter((animation) => animation.effect.target.checkVisibility({ contentVisibilityAuto: true }))
    .map((animation) => animation.finished.catch(() => {}))).then(() => true)";

impl Browser {
    /// Looks at the page as it stands in every light.
    pub async fn assert_accessible_in_every_light(&self, page: &str) {
        for light in LIGHTS {
            self.evaluate(&format!("document.documentElement.dataset.theme = '{light}'")).await;
            self.evaluate(COME_TO_REST).await;
            self.assert_accessible(&format!("{page}, {light}")).await;
        }
    }

    /// Fails if axe-core has anything to say about the page as it stands.
    pub async fn assert_accessible(&self, page: &str) {
        let violations = self.violations().await;
        assert!(violations.is_empty(), "{page}: {violations:#?}");
    }

    /// What axe-core has to say about the page as it stands.
    pub async fn violations(&self) -> Vec<Value> {
        // As a tool of the browser, not as a script of the page: the page's policy stays as strict as it is.
        if self.evaluate("typeof axe").await == "undefined" {
            self.lend(&source()).await;
        }
        match self.evaluate(LOOK).await {
            Value::Array(violations) => violations,
            other => panic!("axe-core gave no report: {other}"),
        }
    }
}

fn source() -> String {
    let script = std::env::var_os("AXE_CORE").map(PathBuf::from).or_else(in_tool_cache);
    let script = script.expect("axe-core is missing: run cargo xtask test --only journeys");
    // Its last expression would otherwise be the whole library, which cannot be sent back.
    format!("{}\n;undefined", fs::read_to_string(script).expect("axe-core can be read"))
}

/// Where xtask keeps it.
fn in_tool_cache() -> Option<PathBuf> {
    let cache = std::env::var_os("LANTERN_ROOM_TOOLS")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cache/lantern-room")))?;
    let tools = fs::read_dir(cache.join("tools")).ok()?;
    tools
        .flatten()
        .filter(|tool| tool.file_name().to_string_lossy().starts_with("axe-core-4"))
        .map(|tool| tool.path().join("node_modules/axe-core/axe.min.js"))
        .find(|script| script.is_file())
}
