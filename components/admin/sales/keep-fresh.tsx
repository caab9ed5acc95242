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
          const signedIn = await readsStill();
          if (signedIn) startTransition(refresh);
          return signedIn;
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

/**
 * Has the figures read that the drawing then shows, because drawing a page anew that cannot be read
 * would put an error screen in place of those that are shown. A page that is closed to whoever asks
 * by now is drawn all the same: its refusal takes the figures away.
 *
 * @returns false: nobody is signed in any more
 */
async function readsStill(): Promise<boolean> {
  const { status } = await fetch(`/api/admin/sales${window.location.search}`);
  if (status === 401) return false;
  if (status !== 204 && status !== 403) throw new Error(`the figures answered ${status}`);
  return true;
}
