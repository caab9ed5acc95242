let isComing = false;
let isHere = false;

/**
 * Has the browser keep the page that it shows without a network (`public/service-worker.js`), and fetch
 * the typeface: to take its faces in is to lay the page out anew, so the first call is for a page at rest.
 * `first-paint-script.tsx` names their style sheet before the first paint of the next visit; called on
 * the next page of this one it wears it. Text on the screen does not change under the eyes. Whatever
 * does not come leaves things as they were, and is asked for again on the next page.
 */
export function keepForLater(): void {
  if (isHere) document.documentElement.dataset.typeface = '';
  if (isComing) return;
  isComing = true;
  fetchForLater().then(
    () => {
      isHere = true;
    },
    () => {
      isComing = false;
    },
  );
}

async function fetchForLater(): Promise<void> {
  if (document.readyState !== 'complete') {
    await new Promise((loaded) => addEventListener('load', loaded, { once: true }));
  }
  // Absent on plain http but on localhost. A browser that refuses shows its own page, as before.
  navigator.serviceWorker?.register('/service-worker.js').catch(() => undefined);
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
}

const sheets = () =>
  Array.from(document.querySelectorAll('link[rel=stylesheet]'), (link) =>
    link.getAttribute('href'),
  );
