// Takes everything that Lantern Room keeps in this browser out, as it lies there, and makes the key of a backup from a
// recovery code. It needs nothing of the app, and it never writes: no database is made, upgraded or deleted here.
"use strict";
const FORMAT = "lantern-room-raw";
const FORMAT_VERSION = 1;
/** Databases whose names begin so, and the directory of this name in the browser's own file system. */
const NAME = "lantern-room";
/** Bytes of a file in one line; a multiple of three, so that the parts can be put together as text as well. */
const PART = 196608;
/** Rows that are asked for at once. */
const ROWS = 500;
/** A damaged database may never answer. */
const PATIENCE = 5000;

const at = (id) => document.getElementById(id);

/** Bytes as base64. */
function base64(bytes) {
  let text = "";
  for (let from = 0; from < bytes.length; from += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  }
  return btoa(text);
}

/** A key or a value as JSON, by its kind. Everything that the app keeps is bytes or a word. */
function plain(value) {
  if (value instanceof ArrayBuffer) return { base64: base64(new Uint8Array(value)) };
  if (ArrayBuffer.isView(value)) {
    return { base64: base64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
  }
  if (typeof value === "string") return { text: value };
  if (typeof value === "number") return { number: value };
  if (Array.isArray(value)) return { list: value.map(plain) };
  return { other: String(value), json: JSON.stringify(value) ?? null };
}

const asked = (request) =>
  new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = (event) => {
      // One row that cannot be read must not take its transaction with it.
      event.preventDefault();
      fail(request.error);
    };
  });

const within = (promise, what) =>
  Promise.race([
    promise,
    new Promise((_, fail) => setTimeout(() => fail(new Error(`${what} did not answer`)), PATIENCE)),
  ]);

/** The lines of the file, as they are found, and how many of each kind. */
class Found {
  lines = [];
  files = 0;
  rows = 0;
  troubles = 0;

  add(line) {
    this.lines.push(JSON.stringify(line) + "\n");
  }

  trouble(where, error) {
    this.troubles += 1;
    this.add({ trouble: `${error?.name ?? "Error"}: ${error?.message ?? error}`, where });
  }
}

/** Every file below the app's directory in the browser's own file system. */
async function takeFiles(found) {
  if (!navigator.storage?.getDirectory) return;
  let top;
  try {
    top = await (await navigator.storage.getDirectory()).getDirectoryHandle(NAME);
  } catch (error) {
    // There is none: nothing was ever written there.
    if (error.name !== "NotFoundError") found.trouble(NAME, error);
    return;
  }
  await takeDirectory(found, top, NAME);
}

async function takeDirectory(found, directory, path) {
  try {
    for await (const [name, handle] of directory.entries()) {
      const below = `${path}/${name}`;
      if (handle.kind === "directory") await takeDirectory(found, handle, below);
      else await takeFile(found, handle, below);
    }
  } catch (error) {
    found.trouble(path, error);
  }
}

async function takeFile(found, handle, path) {
  try {
    const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
    let from = 0;
    do {
      found.add({ file: path, size: bytes.length, at: from, base64: base64(bytes.subarray(from, from + PART)) });
      from += PART;
    } while (from < bytes.length);
    found.files += 1;
  } catch (error) {
    found.trouble(path, error);
  }
}

/** Every row of every database of the app. */
async function takeDatabases(found) {
  let names = [NAME];
  try {
    const there = await within(indexedDB.databases(), "The list of databases");
    names = there.map((database) => database.name).filter((name) => name.startsWith(NAME));
  } catch (error) {
    // A browser without the list: the usual name is tried.
    if (indexedDB.databases) found.trouble("the list of databases", error);
  }
  for (const name of names) {
    try {
      await takeDatabase(found, name);
    } catch (error) {
      found.trouble(name, error);
    }
  }
}

async function takeDatabase(found, name) {
  // Without a version it opens what is there, old or new.
  const request = indexedDB.open(name);
  let isThere = true;
  request.onupgradeneeded = () => {
    // There is none, and none is made.
    isThere = false;
    request.transaction.abort();
  };
  let database;
  try {
    database = await within(asked(request), name);
  } catch (error) {
    // Should it be answered after all, it must not stand in anybody's way.
    request.onsuccess = () => request.result.close();
    if (isThere) throw error;
    return;
  }
  // Nobody waits for this page.
  database.onversionchange = () => database.close();
  const stores = [...database.objectStoreNames];
  found.add({ database: name, version: database.version, stores });
  for (const store of stores) {
    try {
      await takeStore(found, database, store);
    } catch (error) {
      found.trouble(`${name}/${store}`, error);
    }
  }
  database.close();
}

async function takeStore(found, database, store) {
  const rows = () => database.transaction(store, "readonly").objectStore(store);
  let range = null;
  for (;;) {
    const keys = await within(asked(rows().getAllKeys(range, ROWS)), store);
    if (keys.length === 0) return;
    let values = [];
    try {
      const bounds = IDBKeyRange.bound(keys[0], keys[keys.length - 1]);
      values = await within(asked(rows().getAll(bounds)), store);
    } catch {
      // One of them cannot be read: each is asked for by itself, below.
    }
    const isSame = values.length === keys.length;
    for (const [place, key] of keys.entries()) {
      try {
        const value = isSame ? values[place] : await within(asked(rows().get(key)), store);
        found.add({ database: database.name, store, key: plain(key), value: plain(value) });
        found.rows += 1;
      } catch (error) {
        found.trouble(`${database.name}/${store}/${JSON.stringify(plain(key))}`, error);
      }
    }
    range = IDBKeyRange.lowerBound(keys[keys.length - 1], true);
  }
}

async function collect() {
  const found = new Found();
  found.add({ format: FORMAT, version: FORMAT_VERSION, made: new Date().toISOString(), origin: location.origin });
  // The files first: a browser that finds its database damaged may clear it away while opening it.
  await takeFiles(found);
  await takeDatabases(found);
  const bytes = await new Blob(found.lines).arrayBuffer();
  const { files, rows, troubles } = found;
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const sha256 = Array.from(sum, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const end = JSON.stringify({ end: FORMAT, files, rows, troubles, lines: found.lines.length, sha256 }) + "\n";
  return { file: new Blob([bytes, end], { type: "application/jsonl" }), files, rows, troubles };
}

const counted = (number, one, many) => `${number} ${number === 1 ? one : many}`;

at("collect").addEventListener("click", async () => {
  const [button, words, save, share] = ["collect", "collected", "save", "share"].map(at);
  button.disabled = true;
  words.textContent = "Looking…";
  try {
    const { file, files, rows, troubles } = await collect();
    if (files + rows + troubles === 0) {
      words.textContent =
        "Nothing of Lantern Room is kept in this browser. If it was installed on the Home Screen, please open this page there.";
      return;
    }
    const name = `lantern-room-sealed-${new Date().toISOString().slice(0, 10)}.jsonl`;
    if (save.href) URL.revokeObjectURL(save.href);
    save.href = URL.createObjectURL(file);
    save.download = name;
    save.hidden = false;
    // A tablet's installed app can often share a file, but not save it.
    // Under a name that systems let pass; what it is stands in its first line.
    const shared = { files: [new File([file], `${name}.txt`, { type: "text/plain" })] };
    share.hidden = !navigator.canShare?.(shared);
    share.onclick = () =>
      navigator.share(shared).catch((error) => {
        if (error?.name !== "AbortError") words.textContent = "This tablet did not share the file. Please save it instead.";
      });
    words.textContent =
      `Found ${counted(rows, "row", "rows")} and ${counted(files, "journal file", "journal files")}.` +
      (troubles === 0
        ? " All of it is in the file."
        : ` ${counted(troubles, "thing", "things")} could not be read; the file says which. What could be read is in it.`);
  } catch (error) {
    words.textContent =
      "The file could not be made. Nothing was changed; please try again, or restart the tablet first. " +
      `(${error?.name ?? "Error"}: ${error?.message ?? error})`;
  } finally {
    button.disabled = false;
  }
});

/** The 32 symbols that carry five bits each, then the five more that only a check symbol can be (Crockford). */
const SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";
const CARRYING = 26;

/** The carrying symbols of a recovery code, however it was typed; or throws what is wrong, for a person. */
function carrying(typed) {
  const symbols = Array.from(typed.toUpperCase())
    .filter((symbol) => !/[\s\u00ad\u2010-\u2015\u2212\ufe63\uff0d-]/.test(symbol))
    .map((symbol) => ({ O: "0", I: "1", L: "1" })[symbol] ?? symbol);
  const strange = symbols.findIndex((symbol, place) => SYMBOLS.indexOf(symbol) < 0 || (place < CARRYING && SYMBOLS.indexOf(symbol) > 31));
  if (strange >= 0) throw new Error(`“${symbols[strange]}” in place ${strange + 1} is in no recovery code.`);
  if (symbols.length !== CARRYING + 1) {
    throw new Error(`A recovery code has 27 letters and digits; here are ${symbols.length}.`);
  }
  const check = symbols.slice(0, CARRYING).reduce((rest, symbol) => (rest * 32 + SYMBOLS.indexOf(symbol)) % 37, 0);
  if (SYMBOLS[check] !== symbols[CARRYING]) {
    throw new Error("One of the letters or digits is not right. Please compare it with the paper, group by group.");
  }
  return symbols.slice(0, CARRYING).join("");
}

/** Bech32 (BIP 173) in capitals, as age writes its keys. */
function bech32(prefix, bytes) {
  const LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  const data = [];
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      data.push((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  if (bits > 0) data.push((held << (5 - bits)) & 31);
  const letters = Array.from(prefix, (letter) => letter.charCodeAt(0));
  const summed = [...letters.map((code) => code >> 5), 0, ...letters.map((code) => code & 31), ...data, 0, 0, 0, 0, 0, 0];
  let sum = 1;
  for (const value of summed) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].forEach((part, bit) => {
      if ((top >> bit) & 1) sum ^= part;
    });
  }
  const check = [25, 20, 15, 10, 5, 0].map((shift) => ((sum ^ 1) >>> shift) & 31);
  return `${prefix}1${[...data, ...check].map((value) => LETTERS[value]).join("")}`.toUpperCase();
}

/** The key of an age file, from a recovery code: HKDF-SHA256 without salt. */
async function identity(typed) {
  const text = new TextEncoder();
  const code = await crypto.subtle.importKey("raw", text.encode(carrying(typed)), "HKDF", false, ["deriveBits"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: text.encode("lantern-room backup") };
  return bech32("age-secret-key-", new Uint8Array(await crypto.subtle.deriveBits(how, code, 256)));
}

at("code-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const [code, wrong, made, key] = ["code", "code-wrong", "made", "key"].map(at);
  try {
    key.value = await identity(code.value);
    wrong.textContent = "";
    code.value = "";
    made.hidden = false;
    key.focus();
  } catch (error) {
    made.hidden = true;
    key.value = "";
    wrong.textContent = error.message;
    code.focus();
  }
});

// Neither code nor key is there for whoever comes back to this page.
addEventListener("pagehide", () => {
  at("code").value = at("key").value = "";
  at("made").hidden = true;
});
