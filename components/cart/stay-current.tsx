'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { whenTold } from '@/components/live/tabs';
import { useStock } from '@/components/live/use-stock';

/**
 * Has the server make an open cart anew when its stock is sold elsewhere or another tab changed it:
 * what a changed stock means for a line is the server's to say.
 */
export function StayCurrent({
  lines,
}: {
  lines: readonly { productId: number; stock: number; available: boolean }[];
}) {
  const { refresh } = useRouter();
  const shown = lines.filter(({ available }) => available);
  const stock = useStock(shown.map(({ productId }) => productId));
  const outdated = shown
    .map(({ productId, stock: known }) => [productId, stock?.[productId] ?? known, known])
    .filter(([, now, known]) => now !== known)
    .join();
  useEffect(() => {
    if (outdated) refresh();
  }, [outdated, refresh]);
  useEffect(() => whenTold(refresh), [refresh]);
  return null;
}
