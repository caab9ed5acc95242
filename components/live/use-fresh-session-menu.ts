'use client';

import { useEffect } from 'react';
import { refreshSession } from './session';

/**
 * For forms that sign in or out: they lead on within the same document, whose header still knows
 * who was there before.
 */
export function useFreshSessionMenu(): void {
  useEffect(() => () => void refreshSession(), []);
}
