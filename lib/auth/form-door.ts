/** The longest form that is read (hardening.md: 57); Next has the same bound (`next.config.mjs`). */
export const FORM_BYTES = 64 * 1024;

/**
 * Why a posted form must not reach a page, as a status; null when it may (hardening.md: 52–57).
 * Next refuses the same by failing, which is answered with a 500. A form without an `Origin` is
 * left to `isSameOrigin`, one without a length to Next.
 */
export function refusedForm(headers: Headers): 403 | 413 | null {
  const origin = headers.get('origin');
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  if (origin !== null && hostOf(origin) !== host) return 403;
  return Number(headers.get('content-length')) > FORM_BYTES ? 413 : null;
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
