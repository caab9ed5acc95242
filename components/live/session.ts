'use client';

import type { Me } from '@/lib/views/me';
import { loadQueries } from './load-queries';
import { useLive } from './use-live';

const queryKey = ['me'];

async function fetchMe(): Promise<Me> {
  const response = await fetch('/api/me', { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`/api/me answered ${response.status}`);
  return response.json();
}

/** Who is looking, with balance and cart count; undefined until `/api/me` has answered. */
export function useSession(): Me | undefined {
  return useLive({ queryKey, queryFn: fetchMe });
}

/** Asks `/api/me` again: after anything that moves balance or cart. */
export async function refreshSession(): Promise<void> {
  await (await loadQueries())?.client.invalidateQueries({ queryKey });
}
