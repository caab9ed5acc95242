// Shows one page in place of the browser's own when there is no network (interface.md: Offline).
// It keeps that page and nothing else: no answer of the shop is ever stored, no request is ever
// repeated or kept for later, and forms do not pass through here at all.

const PAGE = '/offline.html';
// The page's own hash (`e2e/offline-page.unit.test.ts`): another page is another script, which browsers fetch.
const CACHE = 'offline-2ed67e7a';

addEventListener('install', (event) => {
  const fresh = new Request(PAGE, { cache: 'reload' });
  event.waitUntil(caches.open(CACHE).then((cache) => cache.add(fresh)));
});

addEventListener('activate', (event) => {
  event.waitUntil(dropEarlierPages());
  // The request goes out while this script wakes up.
  event.waitUntil(registration.navigationPreload?.enable());
});

addEventListener('fetch', (event) => {
  const { method, mode } = event.request;
  if (mode === 'navigate' && method === 'GET') event.respondWith(visit(event));
});

async function dropEarlierPages() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
}

async function visit(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch (error) {
    return (await caches.match(PAGE)) ?? Promise.reject(error);
  }
}
