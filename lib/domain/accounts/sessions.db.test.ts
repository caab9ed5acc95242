import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { users } from '@/db/schema';
import { expect, test } from '@/e2e/support/db-test';
import { makeShopper, NOON, succeeded } from '@/e2e/support/sample';
import { findSessionUser, openSession } from '@/lib/auth/session-store';
import { changePassword } from './change-password';
import { endAllSessions } from './end-all-sessions';

async function signIn(db: Database, userId: number, sessionVersion = 1) {
  return { userId, sessionVersion, ...(await openSession(db, userId, NOON)) };
}

for (const [what, command] of [
  ['signing out everywhere', (db: Database, userId: number) => endAllSessions(db, userId)],
  [
    'another password',
    (db: Database, userId: number) => changePassword(db, { userId, passwordHash: 'new' }),
  ],
] as const) {
  test(`${what} ends every session of that user, and of nobody else`, async ({ db }) => {
    const [own, other] = [await makeShopper(db), await makeShopper(db)];
    const sessions = [await signIn(db, own), await signIn(db, own)];
    const stranger = await signIn(db, other);
    succeeded(await command(db, own));
    for (const claims of sessions) expect(await findSessionUser(db, claims, NOON)).toBeNull();
    expect(await findSessionUser(db, stranger, NOON)).toMatchObject({ id: other });
  });

  test(`${what} ends a session that a sign-in under way opens afterwards`, async ({ db }) => {
    const userId = await makeShopper(db);
    succeeded(await command(db, userId));
    // Its password was read, with the version of then, before the change.
    expect(await findSessionUser(db, await signIn(db, userId, 1), NOON)).toBeNull();
    const [user] = await db.orm.select().from(users).where(eq(users.id, userId));
    const fresh = await signIn(db, userId, user?.sessionVersion);
    expect(await findSessionUser(db, fresh, NOON)).toMatchObject({ id: userId });
  });
}
