'use client';

import { useEffect, useState } from 'react';
import { loadLater } from './load-later';
import type { Stock } from './stock-watch';

/**
 * Units left of products, kept fresh while the page is in sight (interface.md: Where TanStack Query
 * belongs). What does it is fetched after hydration; without it the numbers that the page was made
 * with stay.
 *
 * @param ids up to 100 products; another array with the same numbers is the same question
 * @returns the units by product id; undefined until the first answer
 */
export function useStock(ids: readonly number[]): Stock | undefined {
  const key = ids.join();
  const [answer, setAnswer] = useState<{ key: string; stock: Stock }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the numbers
  useEffect(() => {
    if (ids.length === 0) return;
    let stop: (() => void) | undefined;
    let gone = false;
    void loadLater(() => import('./stock-watch')).then((module) => {
      if (!gone) stop = module?.watchStock(ids, (stock) => setAnswer({ key, stock }));
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [key]);
  return answer?.key === key ? answer.stock : undefined;
}
