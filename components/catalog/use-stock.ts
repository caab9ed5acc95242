'use client';

import { useQuery } from '@tanstack/react-query';
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
  const { data } = useQuery({
    queryKey: ['stock', productId],
    queryFn: () => fetchStock(productId),
    initialData: known,
    initialDataUpdatedAt: 0,
    refetchInterval: refreshEveryMs,
    refetchOnWindowFocus: true,
  });
  return data ?? known;
}
