//! Reads just enough of the built index.html: its tags, their attributes, and the text of its scripts and styles.

use std::collections::BTreeMap;

/// One opening tag; for `script` and `style` with the text it holds.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// In small letters.
    pub name: String,
    /// Names in small letters; an attribute without a value has an empty one.
    pub attributes: BTreeMap<String, String>,
    /// For `script` and `style`, what stands before the closing tag.
    pub text: &'a str,
    /// The tag as written; for `script` and `style` with its text and closing tag.
    pub whole: &'a str,
}

impl Tag<'_> {
    /// An attribute's value.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// A script whose code stands in the page itself. Data blocks (such as JSON) are not code.
    pub fn is_inline_script(&self) -> bool {
        let is_code = match self.attribute("type") {
            None | Some("" | "module" | "importmap" | "speculationrules") => true,
            Some(other) => other.ends_with("javascript"),
        };
        self.name == "script" && self.attribute("src").is_none() && is_code
    }
}

/// Every opening tag, in order. Comments are passed over.
pub fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, from)) = rest.split_once('<') {
        rest = from;
        if let Some(comment) = from.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if from.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (tag, after) = tag(html, from);
            found.push(tag);
            rest = after;
        }
    }
    found
}

/// One tag from behind its `<`, and what follows it.
fn tag<'a>(html: &'a str, from: &'a str) -> (Tag<'a>, &'a str) {
    let mut after = from.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-');
    let name = up_to(from, after).to_ascii_lowercase();
    let mut attributes = BTreeMap::new();
    loop {
        after = after.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if after.is_empty() {
            break;
        }
        if let Some(behind) = after.strip_prefix('>') {
            after = behind;
            break;
        }
        let (attribute, value, behind) = attribute(after);
        attributes.insert(attribute, value);
        after = behind;
    }
    let mut text = "";
    if name == "script" || name == "style" {
        let close = format!("</{name}");
        // Both are ASCII, so small letters keep the length.
        let end = after.to_ascii_lowercase().find(&close).unwrap_or(after.len());
        let (inside, closing) = after.split_at(end);
        text = inside;
        after = closing.split_once('>').map_or("", |(_, behind)| behind);
    }
    let start = html.len() - from.len() - 1;
    let whole = html.get(start..html.len() - after.len()).unwrap_or_default();
    (Tag { name, attributes, text, whole }, after)
}

/// An attribute's name, its value, and what follows.
fn attribute(from: &str) -> (String, String, &str) {
    let after = from.trim_start_matches(|c: char| !c.is_ascii_whitespace() && !"=/>".contains(c));
    // A stray sign that belongs to no name is stepped over, so that reading always ends.
    let after = if after.len() == from.len() { from.trim_start_matches('=') } else { after };
    let name = up_to(from, after).to_ascii_lowercase();
    let Some(value) = after.trim_start().strip_prefix('=') else {
        return (name, String::new(), after);
    };
    let value = value.trim_start();
    for quote in ['"', '\''] {
        if let Some(quoted) = value.strip_prefix(quote) {
            let (inside, behind) = quoted.split_once(quote).unwrap_or((quoted, ""));
            return (name, inside.to_owned(), behind);
        }
    }
    let behind = value.trim_start_matches(|c: char| !c.is_ascii_whitespace() && c != '>');
    (name, up_to(value, behind).to_owned(), behind)
}

/// The part of `all` that stands before its own end `rest`.
fn up_to<'a>(all: &'a str, rest: &str) -> &'a str {
    all.get(..all.len() - rest.len()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_with_and_without_quotes() {
        let html = r#"<!DOCTYPE html><Link rel=stylesheet href='/a.css' crossorigin><p title="1 > 0">x</p>"#;
        let tags = tags(html);
        assert_eq!(tags.len(), 2);
        assert_eq!(tags[0].name, "link");
        assert_eq!(tags[0].attribute("href"), Some("/a.css"));
        assert_eq!(tags[0].attribute("crossorigin"), Some(""));
        assert_eq!(tags[0].whole, "<Link rel=stylesheet href='/a.css' crossorigin>");
        assert_eq!(tags[1].attribute("title"), Some("1 > 0"));
    }

    #[test]
    fn a_script_keeps_its_text_and_comments_are_passed_over() {
        let html =
            "<!-- <script>no</script> --><script type=module>if (a<b) go('</p>')</SCRIPT ><script src=/x.js></script>";
        let tags = tags(html);
        assert_eq!(tags.len(), 2);
        assert_eq!(tags[0].text, "if (a<b) go('</p>')");
        assert!(tags[0].is_inline_script());
        assert!(tags[0].whole.ends_with("</SCRIPT >"));
        assert!(!tags[1].is_inline_script());
    }

    #[test]
    fn data_blocks_are_no_code() {
        let html = r#"<script type="application/json">{}</script><script type="text/javascript">go()</script>"#;
        let inline: Vec<bool> = tags(html).iter().map(Tag::is_inline_script).collect();
        assert_eq!(inline, [false, true]);
    }

    #[test]
    fn broken_markup_is_read_to_its_end() {
        for html in ["<", "<a", "<a =", "<a b=", "<a b='", "<script>", "<!--", "<a =>x", "< b", "<style><", "<a ==b/>"]
        {
            let _ = tags(html);
        }
    }
}
