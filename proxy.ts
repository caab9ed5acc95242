import { type NextRequest, NextResponse } from 'next/server';
import { refusedForm } from './lib/auth/form-door';
import { memberPolicy } from './lib/content-security-policy.mjs';

/** Read by whoever posts by hand, so in both languages and without the shop around it. */
const REFUSED_FORM = {
  403: '다른 사이트에서 보낸 요청이라 처리하지 않았어요.\nThis request came from another site. Nothing was changed.',
  413: '보낸 내용이 너무 커서 처리하지 않았어요.\nToo much was sent. Nothing was changed.',
};

/**
 * Gives member and admin pages what only a request can: a nonce policy and `no-store`; refuses
 * forms that Next would fail on.
 * It is never authorisation: every page, action and query reads user and role itself
 * (hardening.md: Security).
 */
export function proxy(request: NextRequest): NextResponse {
  const refused = request.method === 'POST' ? refusedForm(request.headers) : null;
  if (refused) {
    const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
    return new NextResponse(REFUSED_FORM[refused], { status: refused, headers });
  }
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
    '/:locale(en)?/wallet/entries/:seq',
    '/:locale(en)?/wallet/export',
    '/:locale(en)?/admin/:path*',
  ],
};
