/**
 * next-auth, as this shop uses it: it signs and reads the session cookie and signs in by e-mail and
 * password inside a Server Action. Its HTTP routes are not mounted: nothing here needs them, and
 * they would be a second door around our rate limits. Authority is never the cookie's: see
 * `session.ts`.
 */

import 'server-only';
import NextAuth, { type NextAuthConfig } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { database } from '@/db';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { verifyCredentials } from './credentials';
import { takeGuestCartOver } from './guest-token';
import { ownCookie } from './session-cookie';
import { openSession, SESSION_SECONDS, type SessionClaims } from './session-store';

/** Read at the first request, so that `next build` needs neither secret nor database. */
function config(): NextAuthConfig {
  const { authSecret, publicUrl } = env();
  if (!authSecret) throw new Error('AUTH_SECRET is not set; `npm start` sets it.');
  // Without it next-auth builds addresses from X-Forwarded-Host, which anybody can send.
  process.env.AUTH_URL = publicUrl;
  return {
    secret: authSecret,
    trustHost: true,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    cookies: {
      sessionToken: ownCookie('jangteo_session', SESSION_SECONDS),
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
      session({ session, token }) {
        return { expires: session.expires, claims: readClaims(token) } as typeof session;
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
function readClaims(token: Record<string, unknown>): SessionClaims | null {
  const { userId, sessionId, sessionVersion } = token;
  if (typeof sessionId !== 'string' || typeof userId !== 'number') return null;
  return typeof sessionVersion === 'number' ? { userId, sessionId, sessionVersion } : null;
}

const nextAuth = NextAuth(config);

/** Signs in or out, setting or taking the cookie. Only inside a Server Action. */
export const { signIn, signOut } = nextAuth;

/** What the request's cookie claims; null without a valid one. Never an authority by itself. */
export async function sessionClaims(): Promise<SessionClaims | null> {
  return (await nextAuth.auth())?.claims ?? null;
}

declare module 'next-auth' {
  interface Session {
    claims: SessionClaims | null;
  }
  interface User {
    sessionVersion?: number;
  }
}
