'use client';

import { useEffect } from 'react';
import { refreshSession } from './live/session';

/**
 * Asks for balance and cart count in the header again once money or cart moved.
 * @param props.after what moved: another value asks again
 */
export function RefreshSession({ after }: { after: string }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `after` is the reason to ask again
  useEffect(() => {
    void refreshSession();
  }, [after]);
  return null;
}
