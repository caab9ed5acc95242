'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/**
 * Takes focus when it appears, so that the answer to a press is read and seen wherever the page was
 * scrolled. Give it a `key` that changes with each answer.
 */
export function FocusOnAppear({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      {children}
    </div>
  );
}
