// The service worker: after the first visit the whole app comes from this device, and the network is asked for nothing
// but a newer copy of this file. `cargo xtask build` fills in the next four lines; the rest is as it stands here.
"use strict";
const VERSION = "unbuilt";
const FILES = {};
const HEADERS = {};
const TYPES = {};

// VERSION is a hash over every file's name and bytes and over this worker itself; FILES gives each path's SHA-256; HEADERS
// are the policy (xtask/src/policy.rs), which many hosts of static files cannot send; TYPES go by a name's ending.
// The page is listed as "/", because some hosts answer "/index.html" with a redirect.
const PREFIX = "lantern-room-";
const CACHE = PREFIX + VERSION;
const SHELL = "/";

const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Whether a response holds exactly the bytes that the build listed for this path. */
async function isWhole(path, response) {
  return hex(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer())) === FILES[path];
}

/** The same bytes with the policy and the type that belong to this path, whatever the host said of them. */
function dressed(path, response) {
  const ending = path === SHELL ? "html" : path.slice(path.lastIndexOf(".") + 1);
  return new Response(response.body, { headers: { ...HEADERS, "Content-Type": TYPES[ending] ?? TYPES[""] } });
}

/** A file for the new cache: from a cache that has the very same bytes, otherwise fresh from the server. */
async function obtain(path, sources) {
  // A school's Wi-Fi is slow: fonts and pictures seldom change between two versions.
  for (const name of sources) {
    // Not by opening it, which would make it anew if it has gone meanwhile.
    const kept = await caches.match(path, { cacheName: name });
    if (kept && (await isWhole(path, kept))) return dressed(path, kept);
  }
  return fetched(path);
}

/** A file from the server. */
async function fetched(path) {
  // "reload" goes past the browser's HTTP cache, which may hold an older file under the same name. A file of another
  // origin or an error page must never be stored as part of the app; a redirect within it may, because some hosts move
  // "/recovery.html" to "/recovery", and the bytes are looked at.
  const response = await fetch(path, { cache: "reload" });
  if (response.status !== 200 || response.type !== "basic") throw new Error(`${path}: status ${response.status}`);
  if (!(await isWhole(path, response))) throw new Error(`${path}: not the bytes that this version was built with`);
  return dressed(path, response);
}

async function ownCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

/** All files or none: a version that is half here would fail in a room without Wi-Fi. */
async function install() {
  // Normally false. It is true when a host goes back to a version that this browser is still running: then the cache
  // is alive, and a failure here must not take it away.
  const wasThere = await caches.has(CACHE);
  const sources = await ownCaches();
  const cache = await caches.open(CACHE);
  const paths = Object.keys(FILES);
  const outcomes = await Promise.allSettled(paths.map(async (path) => cache.put(path, await obtain(path, sources))));
  const failed = outcomes.find((outcome) => outcome.status === "rejected");
  if (!failed) return;
  // Only now, when nothing is written any more.
  if (!wasThere) await caches.delete(CACHE);
  throw failed.reason; // The browser drops this worker, keeps the one it has, and tries again at the next update.
}

/** Older versions go only now, when no page uses them any more. */
async function activate() {
  const older = (await ownCaches()).filter((name) => name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
  // On the very first visit nothing served the open page yet: take it on, so that it works offline from now and not
  // only after a reload. A page of an earlier version is never claimed: it moves when it asks for SKIP_WAITING, or
  // when it is closed.
  if (older.length === 0) await self.clients.claim();
}

/** One file of the app, from this version's cache. */
async function answer(path) {
  const kept = await caches.match(path, { cacheName: CACHE });
  if (kept) return kept;
  // The browser has thrown the cache away (a full device). Better a file from the server than no app; its bytes are
  // checked, because an answer of a newer version would not fit the pages that are open.
  return fetched(path);
}

// No skipWaiting here: code is never swapped under an open form. The page asks for it when the person agrees.
self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  // Only putting the app on the home screen takes these, and without the icons the browser does not offer it.
  if (url.pathname.startsWith("/icons/") || url.pathname.startsWith("/screenshots/")) {
    if (!Object.hasOwn(FILES, url.pathname)) return;
  }
  if (Object.hasOwn(FILES, url.pathname)) {
    event.respondWith(answer(url.pathname));
  } else if (request.mode === "navigate") {
    event.respondWith(answer(SHELL)); // Every page of the app is the same document; its router reads the address.
  } else {
    // The app consists of the listed files, so nothing else is worth a request that would tell a server of its use.
    event.respondWith(new Response("Not part of Lantern Room.", { status: 404, headers: { "Content-Type": "text/plain" } }));
  }
});

self.addEventListener("message", (event) => {
  if (event.data?.type === "SKIP_WAITING") event.waitUntil(self.skipWaiting());
  if (event.data?.type === "VERSION") {
    (event.ports[0] ?? event.source)?.postMessage({ type: "VERSION", version: VERSION });
  }
});
