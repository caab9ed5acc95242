'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { meQueryKey } from './session-menu';

/**
 * Asks for balance and cart count in the header again once money or cart moved.
 * @param props.after what moved: another value asks again
 */
export function RefreshSession({ after }: { after: string }) {
  const client = useQueryClient();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `after` is the reason to ask again
  useEffect(() => {
    void client.invalidateQueries({ queryKey: meQueryKey });
  }, [client, after]);
  return null;
}
