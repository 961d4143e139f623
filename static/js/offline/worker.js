// What a visitor keeps of the museum on a device. /sw.js says MUSEUM (museum/offline/views.py) and then loads this.
// Nothing is kept unasked. One cache is one kept page: "kept <path> <when>", written whole or not at all; its entry
// ABOUT says what it is. The desk, drafts, forms and private files are never looked at: pages are fetched as a
// stranger fetches them (no credentials) and only those that offer themselves are taken.
"use strict";

const SHELL = `museum ${MUSEUM.version}`;
const NOTES = "notes";
const ABOUT = "/kept-here/about";
const GONE = "/kept-here/gone";
const CHECKED = "/kept-here/checked";
const LIMIT_MS = 3000;
const CHECK_MS = 10 * 60 * 1000;
const BROKEN_MS = 60 * 60 * 1000;
const KEPT_WIDTH = 960;

let wasOffline = false;
let checking = null;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(MUSEUM.shell.map((url) => new Request(url, { credentials: "omit" })))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(tidy().then(() => self.clients.claim()).then(() => check()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) {
    return;
  }
  if (request.mode === "navigate") {
    if (language(url.pathname)) {
      event.respondWith(page(event, url));
    }
  } else if (url.pathname.startsWith(MUSEUM.static)) {
    event.respondWith(staticFile(request, url));
  } else if (MUSEUM.media.some((prefix) => url.pathname.startsWith(prefix))) {
    event.respondWith(medium(request));
  }
});

self.addEventListener("message", (event) => {
  const { act, path, sound } = event.data;
  const port = event.ports[0];
  const answer = (words) => port && port.postMessage(words);
  if (act === "keep") {
    event.waitUntil(keep(path, sound, answer).then((about) => answer({ kept: about }), (reason) => answer({ refused: word(reason) })));
  } else if (act === "check") {
    event.waitUntil(check(true).then(() => answer({ checked: true })));
  }
});

function language(pathname) {
  const first = pathname.split("/")[1];
  return MUSEUM.languages.includes(first) ? first : "";
}

// Pages: the network first; what is kept after three seconds or without network; else the page that says so.
async function page(event, url) {
  const kept = await keptPage(url.pathname);
  const network = fetch(event.request);
  try {
    const late = new Promise((resolve) => setTimeout(resolve, LIMIT_MS));
    const answer = await (kept ? Promise.race([network, late]) : network);
    if (answer) {
      event.waitUntil(afterwards(url.pathname, answer, Boolean(kept)));
      return kept && answer.status >= 500 ? kept : answer;
    }
    network.catch(() => {});
  } catch {
    wasOffline = true;
  }
  return kept || (await caches.match(MUSEUM.offline[language(url.pathname)])) || Response.error();
}

async function afterwards(path, answer, isKept) {
  if (isKept && (answer.status === 404 || answer.status === 410)) {
    await forget(path);
  }
  await check(wasOffline);
}

// Files with a hash in their name never change; a kept page that names an older one is given today's.
async function staticFile(request, url) {
  const exact = MUSEUM.hashed && (await caches.match(request, { ignoreVary: true }));
  if (exact) {
    return exact;
  }
  try {
    return await fetch(request);
  } catch {
    const stem = (address) => address.replace(/\.[0-9a-f]{12}(?=\.\w+$)/, "");
    const today = MUSEUM.shell.find((known) => stem(known) === stem(url.pathname));
    return (today && (await caches.match(today, { ignoreVary: true }))) || Response.error();
  }
}

async function medium(request) {
  try {
    return await fetch(request);
  } catch {
    const kept = await caches.match(request.url, { ignoreVary: true });
    return kept ? part(request, kept) : Response.error();
  }
}

// Players ask for parts of a file (RFC 9110, 14.2); some play nothing that is answered whole.
async function part(request, whole) {
  const asked = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get("Range") || "");
  if (!asked) {
    return whole;
  }
  const blob = await whole.blob();
  const start = Number(asked[1]);
  const end = Math.min(asked[2] ? Number(asked[2]) : blob.size - 1, blob.size - 1);
  if (start > end) {
    return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${blob.size}` } });
  }
  return new Response(blob.slice(start, end + 1), {
    status: 206,
    headers: {
      "Content-Type": whole.headers.get("Content-Type") || "application/octet-stream",
      "Content-Range": `bytes ${start}-${end}/${blob.size}`,
      "Content-Length": String(end - start + 1),
      "Accept-Ranges": "bytes",
    },
  });
}

// Keeping. Reasons to refuse: "full" (the museum's own limit), "quota" (the device's), "gone", "unreachable".
class Refusal extends Error {}

const word = (reason) => {
  if (reason instanceof Refusal) {
    return reason.message;
  }
  return reason && reason.name === "QuotaExceededError" ? "quota" : "unreachable";
};

async function keptCaches() {
  return (await caches.keys()).filter((name) => name.startsWith("kept "));
}

const pathOf = (name) => name.split(" ")[1];

async function aboutOf(name) {
  const entry = await (await caches.open(name)).match(ABOUT);
  return entry ? entry.json() : null;
}

async function keptPage(path) {
  for (const name of await keptCaches()) {
    if (pathOf(name) === path) {
      const found = await (await caches.open(name)).match(path);
      if (found) {
        return found;
      }
    }
  }
  return null;
}

async function fetchedPage(path) {
  const answer = await fetch(`${path}?data=full`, { credentials: "omit", cache: "no-cache" });
  if (answer.status === 404 || answer.status === 410 || answer.redirected) {
    throw new Refusal("gone");
  }
  const control = answer.headers.get("Cache-Control") || "";
  const kind = answer.headers.get("Content-Type") || "";
  if (!answer.ok || /private|no-store/.test(control) || !kind.startsWith("text/html")) {
    throw new Refusal("unreachable");
  }
  const html = await answer.text();
  if (!html.includes(`data-keep="${path}"`)) {
    throw new Refusal("gone");
  }
  return html;
}

// The page as it is kept: each picture in one size, each sound in one format, links as they stand on the page.
function packed(html, withSound) {
  const files = new Set();
  const plain = (tag) => tag.replace(/\s(?:srcset|sizes)="[^"]*"/g, "");
  const source = (tag) => (/\ssrc="([^"]*)"/.exec(tag) || ["", ""])[1].replaceAll("&amp;", "&");
  let text = html.replace(/(?:\?|&amp;)data=full(?=["#])/g, "").replace(/<input type="hidden" name="data" value="full">/g, "");
  // What leads onward is not kept with the page.
  text = text.replace(/<section\b[^>]*\sdata-onward>.*?<\/section>/gs, "");
  text = text.replace(/<picture>(.*?)<\/picture>/gs, (whole, inside) => {
    const webp = /<source srcset="([^"]*)"[^>]*type="image\/webp">/.exec(inside);
    const image = /<img\b[^>]*>/.exec(inside);
    if (!webp || !image) {
      return whole;
    }
    const sizes = webp[1].split(", ").map((size) => size.split(" ")).map(([url, width]) => [url, parseInt(width, 10)]);
    const fitting = sizes.filter(([, width]) => width <= KEPT_WIDTH);
    const [url] = (fitting.length ? fitting : sizes.slice(0, 1)).at(-1);
    return plain(image[0]).replace(/\ssrc="[^"]*"/, ` src="${url}"`);
  });
  text = text.replace(/<img\b[^>]*>/g, (tag) => {
    files.add(source(tag));
    return plain(tag);
  });
  if (withSound) {
    text = text.replace(/<audio\b[^>]*>.*?<\/audio>/gs, (whole) => {
      const sources = whole.match(/<source\b[^>]*>/g) || [];
      const last = sources.at(-1);
      for (const tag of [last, ...(whole.match(/<track\b[^>]*>/g) || [])]) {
        if (tag && source(tag)) {
          files.add(source(tag).split("#")[0]);
        }
      }
      return sources.slice(0, -1).reduce((words, other) => words.replace(other, ""), whole);
    });
  }
  files.delete("");
  return { text, files: [...files] };
}

async function keptBytes(exceptPath) {
  let bytes = 0;
  for (const name of await keptCaches()) {
    const about = pathOf(name) === exceptPath ? null : await aboutOf(name);
    bytes += about ? about.bytes : 0;
  }
  return bytes;
}

async function keep(path, withSound, answer = () => {}) {
  if (!language(path)) {
    throw new Refusal("gone");
  }
  const html = await fetchedPage(path);
  const { text, files } = packed(html, withSound);
  const before = (await keptCaches()).filter((name) => pathOf(name) === path);
  const room = MUSEUM.limit - (await keptBytes(path));
  const name = `kept ${path} ${Date.now()}`;
  const cache = await caches.open(name);
  const head = { headers: { "Content-Type": "text/html; charset=utf-8" } };
  try {
    let bytes = new Blob([text]).size;
    let done = 0;
    for (const url of files) {
      const response = await fileOf(url, before);
      if (response) {
        bytes += (await response.clone().blob()).size;
        if (bytes > room) {
          throw new Refusal("full");
        }
        await cache.put(url, response);
      }
      done += 1;
      answer({ done, of: files.length });
    }
    const title = (/<title>(.*?)<\/title>/s.exec(text) || ["", path])[1];
    const about = { path, title, language: language(path), bytes, sound: withSound, at: Date.now() };
    await cache.put(path, new Response(text, head));
    await cache.put(ABOUT, new Response(JSON.stringify(about), { headers: { "Content-Type": "application/json" } }));
    await Promise.all(before.map((old) => caches.delete(old)));
    return about;
  } catch (reason) {
    await caches.delete(name);
    throw reason;
  }
}

// A file of a kept page: what an earlier keeping has, or from the network; nothing where the museum has it no more.
async function fileOf(url, before) {
  for (const name of before) {
    const found = await (await caches.open(name)).match(url, { ignoreVary: true });
    if (found) {
      return found;
    }
  }
  const answer = await fetch(url, { credentials: "omit" });
  if (answer.status === 404 || answer.status === 410) {
    return null;
  }
  if (!answer.ok) {
    throw new Refusal("unreachable");
  }
  return answer;
}

// What is kept follows what the museum shows: a page that is gone is deleted here, a changed one is kept anew, and a
// picture that no page names any more is deleted even where the new one cannot be fetched whole.
function check(atOnce = false) {
  if (!checking || atOnce) {
    const mine = Promise.resolve(checking)
      .catch(() => {})
      .then(() => compare(atOnce))
      .finally(() => {
        checking = checking === mine ? null : checking;
      });
    checking = mine;
  }
  return checking;
}

async function compare(atOnce) {
  const notes = await caches.open(NOTES);
  const last = await notes.match(CHECKED);
  if (!atOnce && last && Date.now() - Number(await last.text()) < CHECK_MS) {
    return;
  }
  let reached = true;
  for (const name of await keptCaches()) {
    const about = await aboutOf(name);
    if (!about) {
      continue;
    }
    try {
      const { text, files } = packed(await fetchedPage(about.path), about.sound);
      const cache = await caches.open(name);
      const stored = await cache.match(about.path);
      if (!stored || (await stored.text()) !== text) {
        const wanted = new Set([...files, about.path, ABOUT].map((url) => new URL(url, self.location).href));
        const entries = await cache.keys();
        await Promise.all(entries.filter((entry) => !wanted.has(entry.url)).map((entry) => cache.delete(entry)));
        await keep(about.path, about.sound);
      }
    } catch (reason) {
      if (reason instanceof Refusal && reason.message === "gone") {
        await forget(about.path);
      } else {
        reached = false;
      }
    }
  }
  wasOffline = !reached;
  if (reached) {
    await notes.put(CHECKED, new Response(String(Date.now())));
  }
}

async function forget(path) {
  const notes = await caches.open(NOTES);
  for (const name of await keptCaches()) {
    if (pathOf(name) === path) {
      const about = await aboutOf(name);
      await caches.delete(name);
      if (about) {
        const known = await notes.match(GONE);
        const gone = known ? await known.json() : [];
        await notes.put(GONE, new Response(JSON.stringify([...gone, about.title].slice(-20))));
      }
    }
  }
}

// Shells of earlier versions and keepings that were broken off.
async function tidy() {
  for (const name of await caches.keys()) {
    const isOld = Date.now() - Number(name.split(" ")[2]) > BROKEN_MS;
    const broken = name.startsWith("kept ") && isOld && !(await aboutOf(name));
    if (broken || (name.startsWith("museum ") && name !== SHELL)) {
      await caches.delete(name);
    }
  }
}
