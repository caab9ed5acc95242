// Shows one page in place of the browser's own when there is no network (interface.md: Offline).
// It keeps that page and nothing else: no answer of the shop is ever stored, no request is ever
// repeated or kept for later, and forms do not pass through here at all.

const PAGE = '/offline.html';
const CACHE = 'offline';

addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.add(PAGE)));
});

addEventListener('activate', (event) => {
  // The request goes out while this script wakes up.
  event.waitUntil(registration.navigationPreload?.enable());
});

addEventListener('fetch', (event) => {
  const { method, mode } = event.request;
  if (mode === 'navigate' && method === 'GET') event.respondWith(visit(event));
});

async function visit(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch (error) {
    return (await caches.match(PAGE)) ?? Promise.reject(error);
  }
}
