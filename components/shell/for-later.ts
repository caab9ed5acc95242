let hasTypeface = false;

/**
 * Has the browser keep the page that it shows without a network (`public/service-worker.js`), and fetch
 * the typeface, once the page is at rest. `first-paint-script.tsx` names its style sheet before the first
 * paint of the next visit; called on the next page of this one it wears it. Text on the screen does not
 * change under the eyes. Whatever does not come leaves things as they were.
 */
export async function keepForLater(): Promise<void> {
  if (hasTypeface) {
    document.documentElement.dataset.typeface = '';
    return;
  }
  if (document.readyState !== 'complete') {
    await new Promise((loaded) => addEventListener('load', loaded, { once: true }));
  }
  // Absent on plain http but on localhost. A browser that refuses shows its own page, as before.
  navigator.serviceWorker?.register('/service-worker.js').catch(() => undefined);
  await fetchTypeface();
}

async function fetchTypeface(): Promise<void> {
  const before = sheets();
  await import('./typeface-sheet');
  const sheet = sheets().find((href) => !before.includes(href));
  // None is new where the script has named it: what stands on the page has fetched its faces then.
  if (sheet) {
    // Each of them once: every character is looked for in every face.
    const characters = new Set(document.body.textContent);
    await document.fonts.load('1em "Pretendard Variable"', [...characters].join(''));
    localStorage.setItem('typeface', sheet);
  }
  hasTypeface = true;
}

const sheets = () =>
  Array.from(document.querySelectorAll('link[rel=stylesheet]'), (link) =>
    link.getAttribute('href'),
  );
