'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** The remembered theme; undefined where none is, or where storage is forbidden. */
function savedTheme(): string | undefined {
  try {
    return localStorage.getItem('theme') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Switches between light and dark and remembers it. Its picture shows where it leads. */
export function ThemeToggle({ text, children }: { text: string; children: ReactNode }) {
  /** What was pressed last, before it is shown. */
  const chosen = useRef<string>(undefined);
  // A document that failed on the server is drawn anew by the browser, where inline scripts do not
  // run: do here what first-paint-script.tsx would have done.
  useEffect(() => {
    const root = document.documentElement;
    root.dataset.js = '';
    const theme = savedTheme();
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  }, []);

  /** Every element takes other colours: the press is shown first, for a slow phone's sake. */
  function toggle() {
    const root = document.documentElement;
    const shown = chosen.current ?? root.dataset.theme;
    const dark = shown ? shown === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    const theme = dark ? 'light' : 'dark';
    chosen.current = theme;
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // Storage is forbidden: the choice holds for this document.
    }
    requestAnimationFrame(() =>
      setTimeout(() => {
        root.dataset.theme = theme;
      }),
    );
  }

  return (
    <button type="button" onClick={toggle} className="shell-link js-only" title={text}>
      {children}
      <span className="sr-only">{text}</span>
    </button>
  );
}
