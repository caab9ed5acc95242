'use client';

import { type ReactNode, useLayoutEffect, useRef } from 'react';

/**
 * Around a button or link that goes when it is pressed, from a page that stays: whoever had the focus on
 * it has it on the answer in its form then, or on the page's heading, and not on nothing.
 */
export function PassFocusOn({ children }: { children: ReactNode }) {
  const box = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const gone = box.current;
    // All is still in its place while this runs.
    return () => {
      if (!gone?.contains(document.activeElement)) return;
      const form = gone.closest('form');
      queueMicrotask(() => passTo(form));
    };
  }, []);
  return (
    <span ref={box} className="contents">
      {children}
    </span>
  );
}

function passTo(form: HTMLFormElement | null): void {
  if (document.activeElement !== document.body) return;
  const answer = form?.isConnected
    ? form.querySelector<HTMLElement>(':is([role=status], [role=alert]):not(:empty)')
    : null;
  const place = answer ?? document.querySelector<HTMLElement>('main h1');
  if (!place) return;
  place.tabIndex = -1;
  place.focus();
}
