'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useMovedBalance } from './use-moved-balance';

/**
 * Has the server draw a page about money anew when the wallet holds something else by now, so that no
 * page contradicts the header; who has signed out is led to sign in.
 *
 * @param props.drawn won in the wallet when the page was drawn
 */
export function FollowBalance({ drawn }: { drawn: number }) {
  const { refresh } = useRouter();
  const moved = useMovedBalance(drawn);
  useEffect(() => {
    if (moved) refresh();
  }, [moved, refresh]);
  return null;
}
