'use client';

import { type ComponentProps, useLayoutEffect, useRef, useState } from 'react';

/**
 * Several lines of text. What is typed before the page's scripts have arrived stays: React keeps that
 * of inputs, and puts a text area back to where it began.
 */
export function Textarea({ className = '', rows = 3, ...props }: ComponentProps<'textarea'>) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [typed] = useState(() => typedBefore(props.id));
  useLayoutEffect(() => {
    if (area.current && typed !== undefined) area.current.value = typed;
  }, [typed]);
  return <textarea ref={area} className={`control ${className}`} rows={rows} {...props} />;
}

/** What stands in the text area that the server has drawn; undefined: it is drawn here first. */
function typedBefore(id: string | undefined): string | undefined {
  if (typeof document === 'undefined' || id === undefined) return undefined;
  const drawn = document.getElementById(id);
  return drawn instanceof HTMLTextAreaElement ? drawn.value : undefined;
}
