'use client';

import { useEffect } from 'react';

/**
 * Writes a value into the page's address while `when`, so that reloading the page, or coming back to
 * it, finds it there. The router is not told: the page stays as it is.
 */
export function KeepInAddress(props: { name: string; value: string; when: boolean }) {
  const { name, value, when } = props;
  useEffect(() => {
    if (!when) return;
    const address = new URL(location.href);
    address.searchParams.set(name, value);
    // The router's own entry, by which it knows the page again on the way back.
    history.replaceState(history.state, '', address);
  }, [name, value, when]);
  return null;
}
