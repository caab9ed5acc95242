let typeface: Promise<void> | undefined;

/**
 * Has the browser keep the page that it shows without a network (`public/service-worker.js`), and fetch
 * the typeface. `first-paint-script.tsx` names its style sheet before the first paint of the next visit.
 * To take its faces in is to lay the page out anew, so call it when nothing else is to be done.
 *
 * @returns when the typeface can be worn without a change under the eyes; rejected when it does not come
 */
export async function keepForLater(): Promise<void> {
  if (document.readyState !== 'complete') {
    await new Promise((loaded) => addEventListener('load', loaded, { once: true }));
  }
  // Absent on plain http but on localhost. A browser that refuses shows its own page, as before.
  navigator.serviceWorker?.register('/service-worker.js').catch(() => undefined);
  typeface ??= fetchTypeface().catch((error: unknown) => {
    typeface = undefined;
    throw error;
  });
  await typeface;
}

async function fetchTypeface(): Promise<void> {
  const before = sheets();
  await import('./typeface-sheet');
  const sheet = sheets().find((href) => !before.includes(href));
  // None is new where the script has named it: what stands on the page has fetched its faces then.
  if (!sheet) return;
  // Each of them once: every character is looked for in every face.
  const characters = new Set(document.body.textContent);
  await document.fonts.load('1em "Pretendard Variable"', [...characters].join(''));
  localStorage.setItem('typeface', sheet);
}

const sheets = () =>
  Array.from(document.querySelectorAll('link[rel=stylesheet]'), (link) =>
    link.getAttribute('href'),
  );
