/**
 * Whether a request that changes something comes from our own pages (hardening.md: 52–54).
 *
 * Next compares an `Origin` with the host and lets a request without one pass; no browser of today
 * posts a form without one, so such a request must say `Sec-Fetch-Site: same-origin`.
 *
 * @param publicOrigin when the shop stands behind https at a known address: the only origin there is
 */
export function isSameOrigin(headers: Headers, publicOrigin: string | undefined): boolean {
  const origin = headers.get('origin');
  if (origin === null || origin === 'null') return headers.get('sec-fetch-site') === 'same-origin';
  return publicOrigin === undefined || origin === publicOrigin;
}

/**
 * The same for a request that Next does not compare itself, a route handler's: an `Origin` must also
 * name the host that was asked (hardening.md: 52–55; `X-Forwarded-Host` is true by then).
 */
export function comesFromHere(headers: Headers, publicOrigin: string | undefined): boolean {
  if (!isSameOrigin(headers, publicOrigin)) return false;
  const origin = headers.get('origin');
  if (origin === null || origin === 'null') return true;
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return URL.canParse(origin) && new URL(origin).host === host;
}
