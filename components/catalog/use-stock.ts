'use client';

import { useLive } from '@/components/live/use-live';
import type { StockAnswer } from '@/lib/views/stock';

const refreshEveryMs = 2_000;

async function fetchStock(productId: number): Promise<number | null> {
  const response = await fetch(`/api/stock?ids=${productId}`);
  if (!response.ok) throw new Error(`/api/stock answered ${response.status}`);
  const { stock }: StockAnswer = await response.json();
  return stock[productId] ?? null;
}

/**
 * Units left of a product, kept fresh while the page is visible (interface.md: Where TanStack Query
 * belongs). When asking fails, the last known number stays.
 *
 * @param known the number that the page was made with
 */
export function useStock(productId: number, known: number): number {
  const answer = useLive(
    {
      queryKey: ['stock', productId],
      queryFn: () => fetchStock(productId),
      refetchInterval: refreshEveryMs,
      refetchOnWindowFocus: true,
    },
    known,
  );
  return answer ?? known;
}
