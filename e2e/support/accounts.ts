import { randomBytes, randomUUID, scryptSync } from 'node:crypto';
import type { Database } from '@/db/client';
import { openAccount } from '@/lib/domain/accounts/open-account';
import { succeeded } from './sample';

/**
 * A password's hash as `lib/auth/password.ts` reads it, at the least cost: to make and to check hashes of
 * the shop's own took an eighth of the gate. Those are tried where somebody signs up.
 */
export function quickHash(password: string): string {
  const salt = randomBytes(16);
  const key = scryptSync(password.normalize('NFKC'), salt, 32, { N: 16, r: 8, p: 1 });
  return `scrypt$N=16,r=8,p=1$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

/** An account of its own for one test, made through the domain, that can sign in. */
export async function openAccountFor(
  db: Database,
  {
    password,
    name = '홍길동',
    role = 'shopper',
  }: { password: string; name?: string; role?: 'shopper' | 'admin' },
): Promise<{ id: number; email: string }> {
  const email = `${randomUUID()}@example.com`;
  const account = { email, name, passwordHash: quickHash(password), role };
  const { userId } = succeeded(await openAccount(db, account, new Date()));
  return { id: userId, email };
}
