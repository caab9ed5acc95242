'use client';

import { useSyncExternalStore } from 'react';

/** Whether the browser says that it has no network, from moment to moment: a hint, no proof. */
export const useOffline = () => useSyncExternalStore(listen, isOffline, () => false);

const isOffline = () => !navigator.onLine;

function listen(changed: () => void) {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}
