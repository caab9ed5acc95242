'use client';

import { useEffect } from 'react';
import { refreshSession } from '@/components/live/session';

/** Asks again for balance and cart count when it appears; give it a `key` for each change. */
export function RefreshMe() {
  useEffect(() => {
    void refreshSession();
  }, []);
  return null;
}
