import { channel } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import { publicPolicy } from './content-security-policy.mjs';

/**
 * Begins every answer with its security headers (hardening.md: ASVS 3.4.1–3.4.6): redirects and
 * refusals that Next writes itself too, which `headers` of its configuration leaves out. What comes
 * later may replace one, as `proxy.ts` does on member and admin pages.
 *
 * @param publicUrl https: browsers are told to stay there
 */
export function secureResponses(publicUrl: string): void {
  const headers = Object.entries(securityHeaders(publicUrl));
  channel('http.server.request.start').subscribe((message) => {
    const { response } = message as { response: ServerResponse };
    for (const [name, value] of headers) response.setHeader(name, value);
  });
}

/** See `secureResponses`. */
export function securityHeaders(publicUrl: string): Record<string, string> {
  return {
    'Content-Security-Policy': publicPolicy(),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    ...(publicUrl.startsWith('https:')
      ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }
      : {}),
  };
}
