//! What the app's pages may do, and the headers that say it.

/// The Content-Security-Policy, as index.html carries it in a meta tag for hosts that cannot set headers.
///
/// No `data:` scripts, no inline anything, no other origin. `'wasm-unsafe-eval'` allows compiling wasm and nothing else.
/// The one trusted-types policy is in public/boot.js.
pub const IN_PAGE: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
    base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default";

/// What only a header can say: nobody frames the app.
pub const ONLY_IN_HEADER: &str = "frame-ancestors 'none'";

/// Every other header of every answer.
pub const HEADERS: [(&str, &str); 5] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
    (
        "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(), publickey-credentials-get=(self), publickey-credentials-create=(self)",
    ),
];

/// Only worth saying over HTTPS: this address is never again asked for without it. Two years, as the lists of such
/// addresses want it.
#[cfg(test)]
pub const ONLY_OVER_HTTPS: (&str, &str) = ("Strict-Transport-Security", "max-age=63072000");

/// The whole Content-Security-Policy, as a header.
pub fn content_security_policy() -> String {
    format!("{IN_PAGE}; {ONLY_IN_HEADER}")
}

/// What an answer with this file says of itself: the policy and the other headers, in a fixed order.
pub fn headers() -> Vec<(&'static str, String)> {
    let mut all = vec![("Content-Security-Policy", content_security_policy())];
    all.extend(HEADERS.map(|(name, value)| (name, value.to_owned())));
    all
}

/// The media type of each kind of file that is shipped, by the ending of its name. `text/…` is followed by the charset.
///
/// Without the one for wasm a browser compiles only after the last byte has come.
pub const TYPES: [(&str, &str); 9] = [
    ("html", "text/html"),
    ("js", "text/javascript"),
    ("css", "text/css"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("woff2", "font/woff2"),
    ("txt", "text/plain"),
];

/// A file's Content-Type.
pub fn content_type(name: &str) -> String {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    match TYPES.iter().find(|(known, _)| Some(*known) == ending) {
        Some((_, kind)) if kind.starts_with("text/") => format!("{kind}; charset=utf-8"),
        Some((_, kind)) => (*kind).to_owned(),
        None => "application/octet-stream".to_owned(),
    }
}

/// Whether an address without a file is one of the app's pages. Their last part has no dot and they are all the same
/// document; a missing file is missing: a page in its place would be taken for a script or a picture.
pub fn is_page(path: &str) -> bool {
    !path.rsplit('/').next().unwrap_or_default().contains('.')
}

/// How long a browser may keep a file without asking: names that carry a hash of their content never change.
pub fn cache_control(path: &str) -> &'static str {
    if has_content_hash(path) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// Whether a file's name ends in `-` and sixteen hexadecimal digits, before `_bg` and the extension.
fn has_content_hash(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.split('.').next().unwrap_or(name);
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    stem.rsplit_once('-').is_some_and(|(_, hash)| {
        hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wasm_can_be_compiled_while_it_arrives() {
        assert_eq!(content_type("a_bg.wasm"), "application/wasm");
        assert_eq!(content_type("sw.js"), "text/javascript; charset=utf-8");
        assert_eq!(content_type("LICENSE"), "application/octet-stream");
    }

    #[test]
    fn only_names_with_a_content_hash_are_kept_without_asking() {
        for hashed in [
            "/lantern-room-0123456789abcdef_bg.wasm",
            "/lantern-room-0123456789abcdef.js",
            "/a/start-ffffffffffffffff.js",
        ] {
            assert!(cache_control(hashed).contains("immutable"), "{hashed}");
        }
        for plain in ["/", "/index.html", "/sw.js", "/keeper_bg.wasm", "/icons/icon-192.png", "/manifest.webmanifest"] {
            assert_eq!(cache_control(plain), "no-cache", "{plain}");
        }
    }
}
