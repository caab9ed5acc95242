'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { meQueryKey } from '@/components/session-menu';

/** Asks again for balance and cart count when it appears; give it a `key` for each change. */
export function RefreshMe() {
  const client = useQueryClient();
  useEffect(() => {
    client.invalidateQueries({ queryKey: meQueryKey });
  }, [client]);
  return null;
}
