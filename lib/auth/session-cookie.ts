import 'server-only';
import { env } from '@/lib/env';

/** Whether browsers reach the shop by https, so that cookies must never travel without it. */
export function servedByHttps(): boolean {
  return env().publicUrl.startsWith('https:');
}

/**
 * Cookie of our own: this host alone, no script, no foreign form (hardening.md: 3.3.1–3.3.4).
 * `__Host-` and `Secure` behind https; plain on http, where browsers would drop them.
 */
export function ownCookie(name: string, maxAgeSeconds: number) {
  const secure = servedByHttps();
  return {
    name: secure ? `__Host-${name}` : name,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: maxAgeSeconds } as const,
  };
}
