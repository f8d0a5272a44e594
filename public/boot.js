// The few lines that must run before the app: which scripts may be started, what the page shows until the app has
// started, and what it says when it cannot start. Everything else is Rust.
"use strict";

// The policy that index.html's Content-Security-Policy names. Browsers without trusted types ignore all of this.
if (self.trustedTypes) {
  // The only scripts that are ever started by address: the room (what stands behind the door), the keeper (a Web Worker)
  // and the service worker.
  const scripts = ["/room_loader.js", "/keeper_loader.js", "/sw.js"];
  // Leptos writes the fixed parts of a view as HTML. Those strings are compiled in; none of them carries code, and
  // whatever does is refused, wherever it came from.
  const code = /<\s*(script|iframe|object|embed|base|link|meta)\b|<[^>]*[\s"'\/](on\w+|srcdoc)\s*=|<[^>]*(java|vb)script:/i;
  trustedTypes.createPolicy("default", {
    createScriptURL(url) {
      const { origin, pathname, search } = new URL(url, location.origin);
      if (origin === location.origin && search === "" && scripts.includes(pathname)) return url;
      throw new TypeError("Lantern Room starts no script of this address.");
    },
    createHTML(html) {
      if (!code.test(html)) return html;
      throw new TypeError("Lantern Room writes no HTML that carries code.");
    },
  });
}

// A page that is a dark room is dark from the first moment: no flash of paper before it. The app takes it from here.
const dark = /^\/calm\/(?:(lights)|[^/]+\/go)$/.exec(location.pathname);
if (dark) document.documentElement.dataset.ground = dark[1] ?? "dusk";

// Trunk's start script sends this when the app's main function has run: the app now stands in the page.
let started = false;
addEventListener("TrunkApplicationStarted", () => {
  started = true;
  document.getElementById("boot")?.remove();
});

// Out of sight, the page is blank at once, before the tablet photographs it for its list of open apps: in the same event,
// without asking anybody. The app takes the curtain away when it knows how the vault stands.
const drawCurtain = () => {
  if (started) document.documentElement.dataset.away = "";
};
addEventListener("visibilitychange", () => document.visibilityState === "hidden" && drawCurtain(), true);
addEventListener("pagehide", drawCurtain, true);
addEventListener("freeze", drawCurtain, true);
// A page that was left has let go of its vault: whoever comes back by the browser's "Back" finds it loaded anew.
addEventListener("pageshow", (event) => event.persisted && location.reload(), true);

// Until then, whatever goes wrong would leave a lamp and silence. Say what can be done, and that nothing is lost.
const troubled = () => {
  const words = document.getElementById("boot-words");
  if (started || !words) return;
  words.textContent =
    "Lantern Room could not start here. What was saved on this device is still on it. " +
    "Close this page and open it again; if that does not help, the browser may need an update.";
  if (document.getElementById("boot-way")) return;
  // A page that needs nothing of the app.
  const way = document.createElement("a");
  way.id = "boot-way";
  way.href = "/recovery.html";
  way.textContent = "Take out what is saved";
  words.after(way);
};
// In the capture phase, so that a script or wasm file that does not arrive is heard too.
addEventListener("error", troubled, true);
addEventListener("unhandledrejection", troubled);
