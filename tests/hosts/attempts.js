// Everything that the policy forbids, tried from a page that says nothing of a policy itself. Each attempt answers whether
// it had its way. The default policy lets everything through here, so that each is stopped by a rule of its own.
"use strict";
const everything = { createHTML: (text) => text, createScript: (text) => text, createScriptURL: (text) => text };
trustedTypes.createPolicy("default", everything);
const ELSEWHERE = "http://elsewhere.example";
const settled = (element) =>
  new Promise((done) => {
    element.onload = () => done(true);
    element.onerror = () => done(false);
    setTimeout(done, 3000, false);
  });
const had = (attempt) => {
  try {
    return attempt() !== undefined;
  } catch {
    return false;
  }
};
window.attempts = {
  "inline script": () => window.inlineRan === true,
  "inline handler": () => window.handlerRan === true,
  "address that is code": async () => {
    document.getElementById("address").click();
    await new Promise((later) => setTimeout(later, 200));
    return window.addressRan === true;
  },
  "inline style": () => getComputedStyle(document.getElementById("styled")).color === "rgb(1, 2, 3)",
  eval: () => had(() => eval("1")),
  "function of text": () => had(() => new Function("return 1")()),
  "policy of another name": () => had(() => trustedTypes.createPolicy("another", everything)),
  "another base": () => document.baseURI.startsWith(ELSEWHERE),
  "script of elsewhere": () => {
    const script = document.createElement("script");
    script.src = `${ELSEWHERE}/script.js`;
    document.head.append(script);
    return settled(script);
  },
  "worker of a blob": async () => {
    const address = URL.createObjectURL(new Blob(["postMessage(1)"], { type: "text/javascript" }));
    try {
      const worker = new Worker(address);
      return await new Promise((done) => {
        worker.onmessage = () => done(true);
        worker.onerror = () => done(false);
        setTimeout(done, 3000, false);
      });
    } catch {
      return false;
    }
  },
  "connection to elsewhere": async () => {
    // Whether anybody answers there is not what counts.
    const refused = new Promise((done) => {
      addEventListener("securitypolicyviolation", (event) => {
        if (event.effectiveDirective === "connect-src") done(false);
      });
      setTimeout(done, 3000, true);
    });
    fetch(`${ELSEWHERE}/data`, { method: "POST", body: "1", mode: "no-cors" }).catch(() => {});
    return refused;
  },
};
