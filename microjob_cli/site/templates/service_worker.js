// VERSION and FILES, each file with the mark of its content, are written above when the site is built. A new version
// takes over from the one before what has not changed, and fetches the rest.
"use strict";

const NAME = `microjob ${self.registration.scope} `;
const AT_ONCE = 8;
const keyOf = (path) => new Request(`${self.registration.scope}${path}?${FILES[path]}`);

async function keep(cache, path) {
  const kept = await caches.match(keyOf(path));
  const found = kept || (await fetch(new Request(`${self.registration.scope}${path}`, { cache: "no-cache" })));
  if (!found.ok) throw new Error(`${path}: ${found.status}`);
  await cache.put(keyOf(path), found);
}

async function install() {
  const cache = await caches.open(NAME + VERSION);
  const waiting = Object.keys(FILES);
  const work = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await keep(cache, path);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await self.skipWaiting();
}

async function activate() {
  await self.clients.claim();
  const names = (await caches.keys()).filter((name) => name.startsWith(NAME) && name !== NAME + VERSION);
  await Promise.all(names.map((name) => caches.delete(name)));
}

function pathOf(address) {
  const path = decodeURI(address.split(/[?#]/)[0].slice(self.registration.scope.length));
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

async function answer(request, path) {
  const cache = await caches.open(NAME + VERSION);
  return (await cache.match(keyOf(path))) || fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  const path = pathOf(request.url);
  if (path in FILES) event.respondWith(answer(request, path));
});
