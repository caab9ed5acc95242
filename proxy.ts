import { type NextRequest, NextResponse } from 'next/server';
import { memberPolicy } from './lib/content-security-policy.mjs';

/**
 * Gives member and admin pages what only a request can: a nonce policy and `no-store`.
 * It is never authorisation: every page, action and query reads user and role itself
 * (hardening.md: Security).
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = memberPolicy(nonce);

  const forwarded = new Headers(request.headers);
  forwarded.set('x-nonce', nonce);
  // Next reads the nonce for its own scripts from this header.
  forwarded.set('Content-Security-Policy', policy);

  const response = NextResponse.next({ request: { headers: forwarded } });
  response.headers.set('Content-Security-Policy', policy);
  response.headers.set('Cache-Control', 'private, no-store');
  return response;
}

export const config = {
  // Literal, because Next reads it without running the file. Public pages must not be in here:
  // they would lose half their throughput.
  matcher: [
    '/:locale(en)?/:page(cart|checkout|wallet|orders|sign-in|sign-up|account)',
    '/:locale(en)?/orders/:orderId',
    '/:locale(en)?/admin/:path*',
  ],
};
