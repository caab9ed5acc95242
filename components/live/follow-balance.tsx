'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { FollowSignOut } from './follow-sign-out';
import { useMovedBalance } from './use-moved-balance';

/**
 * Has the server draw a page about orders anew when the wallet holds something else by now, so that no
 * page contradicts the header; also follows a sign-out.
 *
 * @param props.drawn won in the wallet when the page was drawn
 */
export function FollowBalance({ drawn }: { drawn: number }) {
  const { refresh } = useRouter();
  const moved = useMovedBalance(drawn);
  useEffect(() => {
    if (moved !== undefined) refresh();
  }, [moved, refresh]);
  return <FollowSignOut />;
}
