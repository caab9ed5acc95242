import { expect, test } from '@/e2e/support/db-test';
import { NOON, succeeded } from '@/e2e/support/sample';
import { openAccount } from '@/lib/domain/accounts/open-account';
import { verifyCredentials } from './credentials';
import { hashPassword } from './password';

test('an e-mail in any spelling and its password, nothing else', async ({ db }) => {
  const email = 'kim@example.com';
  const passwordHash = await hashPassword('correct horse');
  const account = { email, name: '김', passwordHash, role: 'shopper' as const };
  const { userId } = succeeded(await openAccount(db, account, NOON));

  const known = { id: userId, sessionVersion: 1 };
  for (const spelling of [email, ' KIM@Example.com ', 'kim＠example.com', 'ｋｉｍ@example.com']) {
    const password = 'correct horse';
    expect(await verifyCredentials(db, { email: spelling, password })).toEqual(known);
  }
  expect(await verifyCredentials(db, { email, password: 'Correct horse' })).toBeNull();
  const stranger = { email: 'lee@example.com', password: 'correct horse' };
  expect(await verifyCredentials(db, stranger)).toBeNull();
});

test('an account without a password lets nobody in', async ({ db }) => {
  const email = 'past@example.com';
  const account = { email, name: '박', passwordHash: null, role: 'shopper' as const };
  succeeded(await openAccount(db, account, NOON));
  for (const password of ['', 'null', 'anything at all']) {
    expect(await verifyCredentials(db, { email, password })).toBeNull();
  }
});
