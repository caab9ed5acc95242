'use client';

import { useEffect } from 'react';

/** Has the browser keep the page that it shows without a network (`public/service-worker.js`). */
export function KeepOfflinePage() {
  useEffect(() => {
    // Absent on plain http but on localhost. A browser that refuses shows its own page, as before.
    navigator.serviceWorker?.register('/service-worker.js').catch(() => undefined);
  }, []);
  return null;
}
