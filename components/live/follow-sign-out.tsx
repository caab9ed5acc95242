'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { askMe } from './session';
import { whenTold } from './tabs';

/**
 * Leads whoever signs out in another tab to sign in here too. A session that ended in another way stays
 * until something is pressed: the form then says so, and keeps what is typed.
 */
export function FollowSignOut() {
  const { refresh } = useRouter();
  useEffect(
    () =>
      whenTold(async () => {
        const me = await askMe();
        if (me?.user === null) refresh();
      }),
    [refresh],
  );
  return null;
}
