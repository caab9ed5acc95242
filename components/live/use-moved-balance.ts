'use client';

import { useEffect, useState } from 'react';
import type { Me } from '@/lib/views/me';
import { askMe, useSession } from './session';

/**
 * Who is looking, once that differs from what the page was drawn with: another tab moved money or signed
 * out, or the browser went back to a page that it had kept. Undefined while the page is right.
 *
 * @param drawn won in the wallet when the server drew the page
 */
export function useMovedBalance(drawn: number): Me | undefined {
  const told = useSession();
  const [moved, setMoved] = useState<Me>();
  const differs = told && told.user?.balance !== drawn;
  const balance = told?.user?.balance;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each word that differs
  useEffect(() => {
    if (!differs) return setMoved(undefined);
    let gone = false;
    // After a press the page can be newer than what was told before: the shop is asked which is right.
    void askMe().then((me) => {
      if (!gone) setMoved(me && me.user?.balance !== drawn ? me : undefined);
    });
    return () => {
      gone = true;
    };
  }, [differs, balance, drawn]);
  return moved;
}
