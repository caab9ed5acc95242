'use client';

import { type ReactNode, useEffect } from 'react';

/** The remembered theme; undefined where none is, or where storage is forbidden. */
function savedTheme(): string | undefined {
  try {
    return localStorage.getItem('theme') ?? undefined;
  } catch {
    return undefined;
  }
}

function changeTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  try {
    localStorage.setItem('theme', root.dataset.theme);
  } catch {
    // Storage is forbidden: the choice holds for this document.
  }
}

/** Switches between light and dark and remembers it. Its picture shows where it leads. */
export function ThemeToggle({ text, children }: { text: string; children: ReactNode }) {
  // A document that failed on the server is drawn anew by the browser, where inline scripts do not
  // run: do here what theme-script.tsx would have done.
  useEffect(() => {
    const root = document.documentElement;
    root.dataset.js = '';
    const theme = savedTheme();
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  }, []);

  /** Every element takes other colours: the press is shown first, for a slow phone's sake. */
  function toggle() {
    requestAnimationFrame(() => setTimeout(changeTheme));
  }

  return (
    <button type="button" onClick={toggle} className="shell-link js-only" title={text}>
      {children}
      <span className="sr-only">{text}</span>
    </button>
  );
}
