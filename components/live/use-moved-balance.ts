'use client';

import { useEffect, useState } from 'react';
import { askMe, useSession } from './session';

/**
 * Won in the wallet once it differs from what the page was drawn with: another tab moved money, or the
 * browser went back to a page that it had kept. Undefined while the page is right, and to nobody signed in.
 *
 * @param drawn won in the wallet when the server drew the page
 */
export function useMovedBalance(drawn: number): number | undefined {
  const told = useSession()?.user?.balance;
  const [moved, setMoved] = useState<number>();
  useEffect(() => {
    if (told === undefined || told === drawn) return setMoved(undefined);
    let gone = false;
    // After a press the page can be newer than what was told before: the shop is asked which is right.
    void askMe().then((me) => {
      const balance = me?.user?.balance;
      if (!gone) setMoved(balance === drawn ? undefined : balance);
    });
    return () => {
      gone = true;
    };
  }, [told, drawn]);
  // Not for the one moment in which the page is newer than what was asked.
  return moved === drawn ? undefined : moved;
}
