'use client';

import { usePathname } from 'next/navigation';
import { useEffect } from 'react';

/** Fetches what later pages want once this one is at rest, and wears the typeface from the next one on. */
export function KeepForLater() {
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is the occasion
  useEffect(() => {
    import('./for-later').then(({ keepForLater }) => keepForLater()).catch(() => {});
  }, [pathname]);
  return null;
}
