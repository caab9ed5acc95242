'use client';

import { useEffect } from 'react';
import type { Me } from '@/lib/views/me';
import { loadQueries } from './load-queries';
import { tellTabs, whenTold } from './tabs';
import { useLive } from './use-live';

const queryKey = ['me'];

async function fetchMe(): Promise<Me> {
  const response = await fetch('/api/me', { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`/api/me answered ${response.status}`);
  return response.json();
}

/**
 * Who is looking, with balance and cart count; undefined until `/api/me` has answered. Asked again
 * when another tab says that something moved.
 */
export function useSession(): Me | undefined {
  useEffect(listenOnce, []);
  return useLive({ queryKey, queryFn: fetchMe });
}

let listening = false;

/** For the document, however many parts of it show the answer. */
function listenOnce(): void {
  if (listening) return;
  listening = true;
  whenTold(() => void askAgain());
}

/** Asks `/api/me` again, in every tab: after anything that moves balance or cart. */
export async function refreshSession(): Promise<void> {
  tellTabs();
  await askAgain();
}

/** `/api/me` anew; undefined when it does not answer. */
export async function askMe(): Promise<Me | undefined> {
  const queries = await loadQueries();
  return queries?.client
    .fetchQuery({ queryKey, queryFn: fetchMe, staleTime: 0 })
    .catch(() => undefined);
}

async function askAgain(): Promise<void> {
  await (await loadQueries())?.client.invalidateQueries({ queryKey });
}
