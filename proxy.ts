import { type NextRequest, NextResponse } from 'next/server';
import { refusedForm } from './lib/auth/form-door';
import { isKnownAction } from './lib/auth/known-actions';
import { refusedFormPage } from './lib/auth/refused-form-page';
import { memberPolicy } from './lib/content-security-policy.mjs';

/** The pages rendered per request; the matcher below says the same. */
const MEMBER_PAGE =
  /^(?:\/en)?\/(?:(?:cart|checkout|coupons|wallet|orders|sign-in|sign-up|account|account\/(?:profile|password|close)|(?:orders|wallet\/entries)\/[^/]+)$|admin(?:\/|$))/;

/**
 * Refuses forms that Next would fail on, wherever they are posted to; gives member and admin pages
 * what only a request can: a nonce policy and `no-store`.
 * It is never authorisation: every page, action and query reads user and role itself
 * (hardening.md: Security).
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl;
  const refusal = request.method === 'POST' ? await refusedForm(request, isKnownAction) : null;
  if (refusal) {
    const byScript = request.headers.has('next-action');
    const { body, contentType } = refusedFormPage(refusal, { pathname, byScript });
    const headers = new Headers({ 'Content-Type': contentType, 'Cache-Control': 'no-store' });
    // By this Next's client tells a page that is out of date from a failure.
    if (refusal === 404) headers.set('x-nextjs-action-not-found', '1');
    return new NextResponse(body, { status: refusal, headers });
  }
  if (!MEMBER_PAGE.test(pathname)) return NextResponse.next();
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
  // Literal, because Next reads it without running the file. Public pages must not be in here, or
  // they would lose half their throughput: of them only what has a body, or calls an action.
  matcher: [
    '/:locale(en)?/:page(cart|checkout|coupons|wallet|orders|sign-in|sign-up|account)',
    '/:locale(en)?/account/:page(profile|password|close)',
    '/:locale(en)?/orders/:orderId',
    '/:locale(en)?/wallet/entries/:seq',
    '/:locale(en)?/wallet/export',
    '/:locale(en)?/admin/:path*',
    { source: '/((?!api/|_next/).*)', has: [{ type: 'header', key: 'content-type' }] },
    { source: '/((?!api/|_next/).*)', has: [{ type: 'header', key: 'next-action' }] },
  ],
};
