import { randomUUID } from 'node:crypto';
import type { Database } from '@/db/client';
import { hashPassword } from '@/lib/auth/password';
import { openAccount } from '@/lib/domain/accounts/open-account';
import { succeeded } from './sample';

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
  const passwordHash = await hashPassword(password);
  const account = { email, name, passwordHash, role };
  const { userId } = succeeded(await openAccount(db, account, new Date()));
  return { id: userId, email };
}
