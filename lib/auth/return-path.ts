/** Parsing an address needs some origin; this one can never be anybody's. */
const NOWHERE = 'http://nowhere.invalid';

/** Longer ones are no page of ours. */
const LONGEST_PATH = 2_000;

/**
 * Where to go after signing in: a path on this site, whatever `?next=` says (hardening.md: 72).
 * Judged as a browser would read it: `//evil`, `/\evil`, `javascript:` and tabs or line breaks
 * hidden in between lead to the fallback.
 *
 * @param fallback a path of ours
 */
export function safeReturnPath(next: unknown, fallback = '/'): string {
  if (typeof next !== 'string' || next.length > LONGEST_PATH) return fallback;
  if (!next.startsWith('/') || !URL.canParse(next, NOWHERE)) return fallback;
  const url = new URL(next, NOWHERE);
  const path = url.pathname + url.search + url.hash;
  // `/.//evil` parses to our origin with a pathname of `//evil`.
  return url.origin !== NOWHERE || /^\/[/\\]/.test(path) ? fallback : path;
}
