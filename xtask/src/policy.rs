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
