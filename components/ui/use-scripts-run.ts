'use client';

import { useSyncExternalStore } from 'react';

/**
 * Whether this part of the page answers to presses by now: false on the server, without JavaScript and
 * while its scripts are still on their way. What needs them gives way to a plain form until then.
 */
export function useScriptsRun(): boolean {
  return useSyncExternalStore(nothingToHear, yes, no);
}

const nothingToHear = () => () => {};
const yes = () => true;
const no = () => false;
