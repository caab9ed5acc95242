'use client';

import { type ReactNode, useEffect } from 'react';

/** What was pressed last, before it is shown. */
let chosen: string | undefined;

/** Switches between light and dark and remembers it. Its picture shows where it leads. */
export function ThemeToggle({ text, children }: { text: string; children: ReactNode }) {
  // A document that failed on the server is drawn anew by the browser, where inline scripts do not
  // run: do here what first-paint-script.tsx would have done.
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.js = '';
    try {
      const theme = localStorage.getItem('theme');
      if (theme === 'light' || theme === 'dark') dataset.theme = theme;
    } catch {
      // Storage is forbidden: the system's theme holds.
    }
  }, []);

  /** Every element takes other colours: the press is shown first, for a slow phone's sake. */
  function toggle() {
    const { dataset } = document.documentElement;
    const shown = chosen ?? dataset.theme;
    const dark = shown ? shown === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    const theme = dark ? 'light' : 'dark';
    chosen = theme;
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // Storage is forbidden: the choice holds for this document.
    }
    requestAnimationFrame(() =>
      setTimeout(() => {
        dataset.theme = theme;
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
