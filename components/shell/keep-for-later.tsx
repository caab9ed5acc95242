'use client';

import { usePathname } from 'next/navigation';
import { useEffect } from 'react';

/** The first seconds of a page belong to what its shopper does with it. */
const REST_MS = 5_000;

let keep: (() => void) | undefined;

/** Fetches what later pages want once this one is at rest, and wears the typeface from the next one on. */
export function KeepForLater() {
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is the occasion
  useEffect(() => {
    if (keep) return keep();
    const rest = setTimeout(() => {
      import('./for-later').then(
        ({ keepForLater }) => {
          keep = keepForLater;
          keep();
        },
        () => {},
      );
    }, REST_MS);
    return () => clearTimeout(rest);
  }, [pathname]);
  return null;
}
