import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, gt, lte } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { sessions, users } from '@/db/schema';

/** A sign-in ends after this long, used or not; the cookie's age is the same. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** Who is signed in, as the database says now. */
export interface SessionUser {
  id: number;
  name: string;
  email: string;
  role: 'shopper' | 'admin';
  sessionId: string;
}

/** What the signed cookie claims. It is believed only together with its row (`findSessionUser`). */
export interface SessionClaims {
  userId: number;
  sessionId: string;
  sessionVersion: number;
}

/** Opens a session for a user whose password was right; forgets that user's ended ones. */
export async function openSession(
  { orm }: Database,
  userId: number,
  now: Date,
): Promise<{ sessionId: string }> {
  const sessionId = randomUUID();
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
  await orm.delete(sessions).where(and(eq(sessions.userId, userId), lte(sessions.expiresAt, now)));
  await orm.insert(sessions).values({ id: sessionId, userId, createdAt: now, expiresAt });
  return { sessionId };
}

/** Ends one session: a copy of its cookie is worth nothing from here on. */
export async function closeSession({ orm }: Database, sessionId: string): Promise<void> {
  await orm.delete(sessions).where(eq(sessions.id, sessionId));
}

/**
 * Looks up who a cookie speaks for: the session's row is there and not over, it is that user's,
 * and nothing has ended all of the user's sessions since (`session_version`).
 * @returns null otherwise
 */
export async function findSessionUser(
  { orm }: Database,
  claims: SessionClaims,
  now: Date,
): Promise<SessionUser | null> {
  const [user] = await orm
    .select({ id: users.id, name: users.name, email: users.email, role: users.role })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.id, claims.sessionId),
        eq(users.id, claims.userId),
        eq(users.sessionVersion, claims.sessionVersion),
        gt(sessions.expiresAt, now),
      ),
    );
  return user ? { ...user, sessionId: claims.sessionId } : null;
}
