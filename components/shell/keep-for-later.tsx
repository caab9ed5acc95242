'use client';

import { usePathname } from 'next/navigation';
import { useEffect } from 'react';

/** The first seconds of a page belong to what its shopper does with it. */
const REST_MS = 5_000;

let hasTypeface = false;

/** Fetches what later pages want once this one is at rest, and wears the typeface from the next one on. */
export function KeepForLater() {
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is the occasion
  useEffect(() => {
    if (hasTypeface) {
      document.documentElement.dataset.typeface = '';
      return;
    }
    const rest = setTimeout(async () => {
      try {
        await (await import('./for-later')).keepForLater();
        hasTypeface = true;
      } catch {
        // The next page asks again.
      }
    }, REST_MS);
    return () => clearTimeout(rest);
  }, [pathname]);
  return null;
}
