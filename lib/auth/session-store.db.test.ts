import { eq } from 'drizzle-orm';
import { sessions, users } from '@/db/schema';
import { expect, test } from '@/e2e/support/db-test';
import { makeShopper, NOON } from '@/e2e/support/sample';
import { closeSession, findSessionUser, openSession, SESSION_SECONDS } from './session-store';

const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);

test('a session speaks for its user until it is closed', async ({ db }) => {
  const userId = await makeShopper(db);
  const { sessionId } = await openSession(db, userId, NOON);
  const claims = { userId, sessionId, sessionVersion: 1 };

  expect(await findSessionUser(db, claims, NOON)).toMatchObject({ id: userId, role: 'shopper' });
  await closeSession(db, sessionId);
  expect(await findSessionUser(db, claims, NOON)).toBeNull();
});

test('a session ends by itself, and is forgotten at the next sign-in', async ({ db }) => {
  const userId = await makeShopper(db);
  const { sessionId } = await openSession(db, userId, NOON);
  const claims = { userId, sessionId, sessionVersion: 1 };

  expect(await findSessionUser(db, claims, later(SESSION_SECONDS - 1))).not.toBeNull();
  expect(await findSessionUser(db, claims, later(SESSION_SECONDS))).toBeNull();
  await openSession(db, userId, later(SESSION_SECONDS));
  expect(await db.orm.select().from(sessions).where(eq(sessions.id, sessionId))).toEqual([]);
});

test('claims that do not fit together speak for nobody', async ({ db }) => {
  const [userId, other] = [await makeShopper(db), await makeShopper(db, { role: 'admin' })];
  const { sessionId } = await openSession(db, userId, NOON);

  const claims = { userId, sessionId, sessionVersion: 1 };
  expect(await findSessionUser(db, { ...claims, userId: other }, NOON)).toBeNull();
  expect(await findSessionUser(db, { ...claims, sessionVersion: 2 }, NOON)).toBeNull();
});

test('raising the session version ends every session; a changed role holds at once', async ({
  db,
}) => {
  const userId = await makeShopper(db, { role: 'admin' });
  const { sessionId } = await openSession(db, userId, NOON);
  const claims = { userId, sessionId, sessionVersion: 1 };

  await db.orm.update(users).set({ role: 'shopper' }).where(eq(users.id, userId));
  expect((await findSessionUser(db, claims, NOON))?.role).toBe('shopper');
  await db.orm.update(users).set({ sessionVersion: 2 }).where(eq(users.id, userId));
  expect(await findSessionUser(db, claims, NOON)).toBeNull();
});
