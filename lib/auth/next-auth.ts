/**
 * next-auth, as this shop uses it: it signs and reads the session cookie and signs in by e-mail and
 * password inside a Server Action. Its HTTP routes are not mounted: nothing here needs them, and
 * they would be a second door around our rate limits. Authority is never the cookie's: see
 * `session.ts`.
 */

import 'server-only';
import { cookies } from 'next/headers';
import NextAuth, { type NextAuthConfig } from 'next-auth';
import { decode } from 'next-auth/jwt';
import Credentials from 'next-auth/providers/credentials';
import { database } from '@/db';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { verifyCredentials } from './credentials';
import { takeGuestCartOver } from './guest-token';
import { ownCookie } from './session-cookie';
import { openSession, SESSION_SECONDS, type SessionClaims } from './session-store';

const sessionCookie = () => ownCookie('jangteo_session', SESSION_SECONDS);

function authSecret(): string {
  const { authSecret } = env();
  if (!authSecret) throw new Error('AUTH_SECRET is not set; `npm start` sets it.');
  return authSecret;
}

/** Read at the first request, so that `next build` needs neither secret nor database. */
function config(): NextAuthConfig {
  // Without it next-auth builds addresses from X-Forwarded-Host, which anybody can send.
  process.env.AUTH_URL = env().publicUrl;
  return {
    secret: authSecret(),
    trustHost: true,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    cookies: {
      sessionToken: sessionCookie(),
      callbackUrl: ownCookie('jangteo_callback', SESSION_SECONDS),
      csrfToken: ownCookie('jangteo_csrf', SESSION_SECONDS),
    },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize({ email, password }) {
          if (typeof email !== 'string' || typeof password !== 'string') return null;
          const user = await verifyCredentials(database(), { email, password });
          return user && { id: String(user.id), sessionVersion: user.sessionVersion };
        },
      }),
    ],
    callbacks: {
      async jwt({ token, user }) {
        if (!user) return token;
        // A new session for every sign-in; the cookie holds nothing about the person.
        const userId = Number(user.id);
        const { sessionId } = await openSession(database(), userId, new Date());
        const { sessionVersion } = user;
        return { userId, sessionId, sessionVersion } as SessionClaims & typeof token;
      },
    },
    events: {
      async signIn({ user }) {
        const userId = Number(user.id);
        await takeGuestCartOver(userId, new Date());
        log('info', 'sign-in.succeeded', { userId });
      },
    },
    // A broken or foreign cookie is an anonymous visitor, not an error worth a line for each.
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}

/** The claims of a cookie that this shop signed; null when it holds anything else. */
function readClaims(token: Record<string, unknown> | null): SessionClaims | null {
  const { userId, sessionId, sessionVersion } = token ?? {};
  if (typeof sessionId !== 'string' || typeof userId !== 'number') return null;
  return typeof sessionVersion === 'number' ? { userId, sessionId, sessionVersion } : null;
}

const nextAuth = NextAuth(config);

/** Signs in or out, setting or taking the cookie. Only inside a Server Action. */
export const { signIn, signOut } = nextAuth;

/** Cookies that have been opened lately, by their value: what one says never changes. */
const opened = new Map<string, SessionClaims>();
const MOST_OPENED = 1_000;

/**
 * What the request's cookie claims; null without a valid one. Never an authority by itself. The
 * cookie is opened by next-auth's own `decode`: its `auth()` also seals a new one for every request,
 * which took as long as the rest of a small page.
 */
export async function sessionClaims(): Promise<SessionClaims | null> {
  const { name } = sessionCookie();
  const token = (await cookies()).get(name)?.value;
  if (!token) return null;
  const known = opened.get(token);
  if (known) return known;
  const secret = authSecret();
  const claims = await decode({ token, secret, salt: name }).then(readClaims, () => null);
  if (!claims) return null;
  const [oldest] = opened.keys();
  if (oldest !== undefined && opened.size >= MOST_OPENED) opened.delete(oldest);
  opened.set(token, claims);
  return claims;
}

declare module 'next-auth' {
  interface User {
    sessionVersion?: number;
  }
}
