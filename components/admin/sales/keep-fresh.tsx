'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useState } from 'react';
import { loadQueries } from '@/components/live/load-queries';

const EVERY_MS = 30_000;

type KeepFreshProps = {
  texts: { on: string; failed: string; signedOut: string };
};

/**
 * Draws the page anew every 30 s from the server, in place: focus, scroll and what is open stay, and
 * until the new figures are there the old ones do. It stands still while the tab is hidden and while
 * the shop cannot be reached; who reads and wants it to stays at a moment (`asOf`), where it is not.
 */
export function KeepFresh({ texts }: KeepFreshProps) {
  const { refresh } = useRouter();
  const [state, setState] = useState<'starting' | 'on' | 'failed' | 'signedOut'>('starting');
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    void loadQueries().then((queries) => {
      if (!queries || gone) return;
      const observer = new queries.QueryObserver(queries.client, {
        queryKey: ['sales-screen'],
        queryFn: async () => {
          const signedIn = await asksStill();
          if (!signedIn) return false;
          await drawsStill();
          startTransition(refresh);
          return true;
        },
        // A browser that knows it has no network fails as well, rather than keep silent.
        networkMode: 'always',
        refetchOnReconnect: true,
        // What the server drew is fresh: the first question is asked after the first 30 s.
        initialData: true,
        staleTime: EVERY_MS,
        refetchInterval: ({ state: { data } }) => data !== false && EVERY_MS,
      });
      stop = observer.subscribe(({ data, isError }) => {
        setState(isError ? 'failed' : data === false ? 'signedOut' : 'on');
      });
      setState('on');
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [refresh]);
  return (
    <span role="status" data-fresh={state}>
      {state === 'failed' || state === 'signedOut' ? texts[state] : texts.on}
    </span>
  );
}

/** Whether the shop answers and still knows who asks. */
async function asksStill(): Promise<boolean> {
  const response = await fetch('/api/me', { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`/api/me answered ${response.status}`);
  const { user } = await response.json();
  return user !== null;
}

/**
 * Has the page drawn once beside the one that is shown, because drawing a page anew that cannot be
 * drawn would put an error screen, or the browser's own, in place of the figures. A page that is
 * closed to whoever asks by now is drawn all the same: its refusal takes the figures away.
 */
async function drawsStill(): Promise<void> {
  const response = await fetch(window.location.href, { headers: { Accept: 'text/html' } });
  await response.body?.cancel();
  if (response.status >= 500) throw new Error(`the page answered ${response.status}`);
}
