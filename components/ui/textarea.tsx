'use client';

import { type ComponentProps, useLayoutEffect, useRef } from 'react';

/**
 * Several lines of text. What is typed before the page's scripts have arrived stays: React keeps that
 * of inputs, but writes a text area's default over it. Here the default is set behind React's back,
 * which leaves alone what somebody has typed.
 */
export function Textarea({
  className = '',
  rows = 3,
  defaultValue = '',
  ...props
}: ComponentProps<'textarea'>) {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (area.current) area.current.defaultValue = String(defaultValue);
  });
  const drawnByServer = typeof document === 'undefined' && { defaultValue };
  return (
    <textarea
      ref={area}
      className={`control ${className}`}
      rows={rows}
      {...props}
      {...drawnByServer}
    />
  );
}
