// Keeps the page for use without a network: every file with the hash of its content. A new version
// is fetched beside the one in use and waits until a person lets it take over.

// Filled in by the release build: path → SHA-256 of the content, in base64.
const FILES = {};
const VERSION = '';

const KIN = `xueshi ${self.registration.scope} `;
const NAME = KIN + VERSION;

async function sha256(response) {
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

/** What an older version holds unchanged is not fetched again. */
async function store(cache, path, hash) {
  const held = await caches.match(path);
  if (held && await sha256(held.clone()) === hash) return cache.put(path, held);
  // `integrity` refuses a host that serves half of an old version and half of a new one.
  const fetched = await fetch(path, { cache: 'no-cache', integrity: `sha256-${hash}` });
  if (!fetched.ok) throw new Error(`${path}: ${fetched.status}`);
  return cache.put(path, fetched);
}

self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(NAME);
    await Promise.all(Object.entries(FILES).map(([path, hash]) => store(cache, path, hash)));
  })());
});

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const kin = (await caches.keys()).filter((name) => name.startsWith(KIN) && name !== NAME);
    // The one before stays for tabs that still run it and may yet ask for a file of theirs.
    await Promise.all(kin.slice(0, -1).map((name) => caches.delete(name)));
  })());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  event.respondWith((async () => {
    const own = await caches.open(NAME);
    const page = request.mode === 'navigate' ? 'index.html' : request;
    const held = await own.match(page, { ignoreSearch: true }) ?? await caches.match(page, { ignoreSearch: true });
    return held ?? fetch(request);
  })());
});
